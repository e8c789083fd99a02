#include "models/column_plan.h"

#include <algorithm>
#include <iterator>

#include "models/value_text.h"

namespace stator::ui {

using document::ValueType;

namespace {

constexpr std::size_t kMostTypesShown = 2;

} // namespace

ValueType PlannedColumn::mainType(ValueType fallback) const
{
    const auto most = std::max_element(types.begin(), types.end());
    return *most == 0 ? fallback : static_cast<ValueType>(most - types.begin());
}

bool PlannedColumn::isMixed() const
{
    const auto isUsed = [](std::size_t count) { return count > 0; };
    return std::count_if(types.begin(), types.end(), isUsed) - (types[static_cast<std::size_t>(ValueType::Null)] > 0) > 1;
}

QString PlannedColumn::typeCode() const
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < types.size(); ++i)
        if (types[i] > 0)
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return types[a] > types[b]; });
    QString code;
    for (std::size_t i = 0; i < std::min(order.size(), kMostTypesShown); ++i) {
        if (i > 0)
            code += u'·';
        code += ui::valueTypeCode(static_cast<ValueType>(order[i]));
    }
    if (order.size() > kMostTypesShown)
        code += u'…';
    return code;
}

ColumnPlan::ColumnPlan(const std::vector<std::string> &keys)
{
    for (const std::string &key : keys) {
        if (columnOf(key) >= 0)
            continue;
        PlannedColumn column;
        column.name = key;
        column.isKey = true;
        m_columns.push_back(std::move(column));
        m_places.insert_or_assign(key, Place{false, m_columns.size() - 1});
    }
    m_keyCount = m_columns.size();
}

double ColumnPlan::presence(const PlannedColumn &column) const
{
    return m_seen == 0 ? 0 : static_cast<double>(column.present) / static_cast<double>(m_seen);
}

int ColumnPlan::columnOf(std::string_view name) const
{
    const auto found = m_places.find(name);
    return found == m_places.end() || found->second.isFolded ? -1 : static_cast<int>(found->second.at);
}

void ColumnPlan::look(document::ItemView item)
{
    ++m_seen;
    for (const auto &member : item.attributes()) {
        auto found = m_places.find(member.name);
        if (found == m_places.end()) {
            PlannedColumn column;
            column.name = std::string(member.name);
            m_folded.push_back(std::move(column));
            found = m_places.emplace(std::string(member.name), Place{true, m_folded.size() - 1}).first;
        }
        PlannedColumn &column = found->second.isFolded ? m_folded[found->second.at] : m_columns[found->second.at];
        ++column.present;
        ++column.types[static_cast<std::size_t>(member.value.type())];
    }
}

ColumnPlan::Change ColumnPlan::add(const document::ItemList &items)
{
    Change change;
    if (items.empty())
        return change;
    const std::size_t columnsBefore = m_columns.size();
    const std::size_t foldedBefore = m_folded.size();
    std::size_t next = 0;
    if (!m_isArranged) {
        for (; next < std::min(items.size(), kSampleItems); ++next)
            look(items[next]);
        arrange();
        change.isArranged = true;
    }
    for (; next < items.size(); ++next)
        look(items[next]);
    promote();
    change.addedColumns = m_columns.size() - columnsBefore;
    change.isFoldChanged = m_folded.size() != foldedBefore || change.addedColumns > 0;
    return change;
}

// All that was met so far is in m_folded; the most present become columns.
void ColumnPlan::arrange()
{
    m_isArranged = true;
    std::stable_sort(m_folded.begin(), m_folded.end(), [](const PlannedColumn &a, const PlannedColumn &b) {
        return a.present > b.present;
    });
}

// Moves out of the fold what is present often enough, while there is room; keeps the order of the rest.
void ColumnPlan::promote()
{
    std::vector<PlannedColumn> rest;
    for (PlannedColumn &column : m_folded) {
        if (m_columns.size() < kMostColumns && presence(column) >= kLeastPresence)
            m_columns.push_back(std::move(column));
        else
            rest.push_back(std::move(column));
    }
    m_folded = std::move(rest);
    reindex();
}

bool ColumnPlan::meet(document::ItemView item)
{
    bool isNew = false;
    for (const auto &member : item.attributes()) {
        if (m_places.contains(member.name))
            continue;
        PlannedColumn column;
        column.name = std::string(member.name);
        column.present = 1;
        column.types[static_cast<std::size_t>(member.value.type())] = 1;
        m_folded.push_back(std::move(column));
        m_places.emplace(std::string(member.name), Place{true, m_folded.size() - 1});
        isNew = true;
    }
    if (isNew && m_isArranged)
        promote();
    return isNew;
}

bool ColumnPlan::unfold(std::string_view name)
{
    const auto found = std::find_if(m_folded.begin(), m_folded.end(),
                                    [name](const PlannedColumn &column) { return column.name == name; });
    if (found == m_folded.end())
        return false;
    m_columns.push_back(std::move(*found));
    m_folded.erase(found);
    reindex();
    return true;
}

void ColumnPlan::reindex()
{
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        m_places.insert_or_assign(m_columns[i].name, Place{false, i});
    for (std::size_t i = 0; i < m_folded.size(); ++i)
        m_places.insert_or_assign(m_folded[i].name, Place{true, i});
}

} // namespace stator::ui
