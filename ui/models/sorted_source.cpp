#include "models/sorted_source.h"

#include <algorithm>

namespace stator::ui {

using document::ValueType;
using document::ValueView;

namespace {

int rankOf(ValueType type)
{
    switch (type) {
    case ValueType::N:
        return 0;
    case ValueType::S:
        return 1;
    case ValueType::B:
        return 2;
    case ValueType::Bool:
        return 3;
    case ValueType::Null:
        return 4;
    default:
        return 5;
    }
}

// Below, at or above 0.
int compare(ValueView a, ValueView b)
{
    const int ranks = rankOf(a.type()) - rankOf(b.type());
    if (ranks != 0)
        return ranks;
    switch (a.type()) {
    case ValueType::N:
        return a.numberBytes().compare(b.numberBytes()); // their bytes are in the order of the numbers
    case ValueType::S:
    case ValueType::B:
        return a.text().compare(b.text());
    default:
        return a.bytes().compare(b.bytes());
    }
}

} // namespace

std::vector<SortedRow> loadedRows(const ItemSource &source)
{
    std::vector<SortedRow> rows;
    source.visitLoaded([&rows](std::int64_t row, const LoadedRow &there) { rows.push_back({row, there}); });
    return rows;
}

std::vector<SortedRow> sortRows(std::vector<SortedRow> rows, const SortRule &rule)
{
    struct Keyed {
        std::optional<ValueView> value;
        std::size_t at;
    };
    std::vector<Keyed> order;
    order.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        order.push_back({rows[i].there.item().attribute(rule.attribute), i});
    std::stable_sort(order.begin(), order.end(), [&rule](const Keyed &a, const Keyed &b) {
        if (!a.value || !b.value)
            return a.value.has_value() && !b.value.has_value();
        const int difference = compare(*a.value, *b.value);
        return rule.isDescending ? difference > 0 : difference < 0;
    });
    std::vector<SortedRow> sorted;
    sorted.reserve(rows.size());
    for (const Keyed &keyed : order)
        sorted.push_back(std::move(rows[keyed.at]));
    return sorted;
}

SortedSource::SortedSource(ItemSource &below, std::vector<SortedRow> rows, QObject *parent)
    : ItemSource(parent), m_below(below), m_rows(std::move(rows))
{
}

std::optional<LoadedRow> SortedSource::row(std::int64_t row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)].there;
}

void SortedSource::visitLoaded(const Visit &visit) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        visit(static_cast<std::int64_t>(i), m_rows[i].there);
}

// The row keeps its place, whatever its value has become: nothing moves because data arrived.
void SortedSource::replace(std::int64_t row, const document::Item &item)
{
    if (row < 0 || row >= rowCount())
        return;
    SortedRow &changed = m_rows[static_cast<std::size_t>(row)];
    auto page = std::make_shared<ItemPage>();
    page->items.append(item.view());
    changed.there = {std::move(page), 0};
    m_below.replace(changed.row, item);
    Q_EMIT rowsChanged(row, row);
}

} // namespace stator::ui

#include "moc_sorted_source.cpp"
