#include "features/items/query/query_words.h"

#include <QCoreApplication>

#include "bridge/text.h"
#include "document/json_reader.h"
#include "models/value_text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

class QueryWords {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::QueryPlan)
};

// A Place has a key as DynamoDB JSON. Nothing: the text is not one of this table.
std::optional<QueryState> queryForJsonKey(const TableShape &table, const QString &text)
{
    if (!text.startsWith(u'{'))
        return std::nullopt;
    const auto item = document::parseItem(toUtf8(text));
    const auto key = item.ok() ? keyOf(table.keys, item->view()) : std::nullopt;
    if (!key)
        return std::nullopt;
    QueryState state;
    for (const model::KeyAttribute &each : table.keys.partition)
        state.partition.append(plainText(*key->view().attribute(each.name)));
    for (const model::KeyAttribute &each : table.keys.sort)
        state.sort.append({Comparison::Equal, plainText(*key->view().attribute(each.name)), {}});
    return state;
}

} // namespace

QueryState queryForKey(const TableShape &table, const QString &text)
{
    if (const auto state = queryForJsonKey(table, text))
        return *state;
    QueryState state;
    QString rest = text.trimmed();
    const auto take = [&rest](bool takesAll) {
        QString value;
        const qsizetype closing = rest.startsWith(u'"') ? rest.indexOf(u'"', 1) : -1;
        if (closing > 0) {
            value = rest.mid(1, closing - 1);
            rest = rest.mid(closing + 1).trimmed();
        } else {
            const qsizetype space = takesAll ? -1 : rest.indexOf(u' ');
            value = space < 0 ? rest : rest.left(space);
            rest = space < 0 ? QString() : rest.mid(space + 1).trimmed();
        }
        return value;
    };
    const bool hasSort = table.keys.hasSortKey();
    state.partition = {take(!hasSort)};
    if (hasSort && !rest.isEmpty())
        state.sort = {{Comparison::Equal, take(true), {}}};
    return state;
}

QString queryTitle(const TableShape &table, const QueryState &state)
{
    QStringList parts;
    if (!state.index.isEmpty())
        parts.append(state.index);
    if (const VectorIndexShape *vectors = table.vectorIndex(toUtf8(state.index))) {
        for (std::size_t i = 0; i < vectors->conditions.size(); ++i)
            if (const QString value = state.partition.value(static_cast<int>(i)); !value.isEmpty())
                parts.append(u"%1 = %2"_s.arg(toQt(vectors->conditions[i].name), value));
        parts.append(QueryWords::tr("%1 nearest to %2").arg(QString::number(state.top), state.vector.left(40)));
        return parts.join(u" · "_s);
    }
    const model::KeySchema &keys = table.keysOf(toUtf8(state.index));
    for (std::size_t i = 0; i < keys.partition.size(); ++i)
        if (const QString value = state.partition.value(static_cast<int>(i)); !value.isEmpty())
            parts.append(u"%1 = %2"_s.arg(toQt(keys.partition[i].name), value));
    for (std::size_t i = 0; i < keys.sort.size() && static_cast<int>(i) < state.sort.size(); ++i) {
        const SortCondition &condition = state.sort.at(static_cast<int>(i));
        parts.append(filterText({toQt(keys.sort[i].name), condition.comparison, keys.sort[i].type, condition.value, condition.upper}));
    }
    for (const FilterToken &filter : state.filters)
        parts.append(filterText(filter));
    if (!state.projection.isEmpty())
        parts.append(QueryWords::tr("only %1").arg(state.projection));
    if (state.isDescending)
        parts.append(QueryWords::tr("descending"));
    return parts.isEmpty() ? QueryWords::tr("All items") : parts.join(u" · "_s);
}

QString costSentence(const TableShape &table, const QueryState &state)
{
    if (const VectorIndexShape *vectors = table.vectorIndex(toUtf8(state.index))) {
        const QString distance = vectors->distance == Distance::Cosine       ? QueryWords::tr("by angle (COSINE), 0 is the same")
                                 : vectors->distance == Distance::DotProduct ? QueryWords::tr("by DOT_PRODUCT, the largest first")
                                                                             : QueryWords::tr("by EUCLIDEAN distance, 0 is the same");
        //: %1 a count, %2 an index, %3 a count of items, %4 how nearness is measured.
        return QueryWords::tr("The %1 nearest in %2 of %3 items, %4").arg(QString::number(state.top), state.index, countText(vectors->itemCount), distance);
    }
    const IndexShape *index = table.index(toUtf8(state.index));
    if (state.hasPartition()) {
        const model::KeySchema &keys = table.keysOf(toUtf8(state.index));
        const bool isWholeKey = !index && (keys.sort.empty() || (!state.sort.isEmpty() && state.sort.front().comparison == Comparison::Equal));
        if (isWholeKey)
            return QueryWords::tr("Key lookup");
        return index ? QueryWords::tr("Index query on %1").arg(state.index) : QueryWords::tr("Query of one partition");
    }
    const std::int64_t items = index ? index->itemCount : table.itemCount;
    const std::int64_t units = scanUnits(items, index ? index->sizeBytes : table.sizeBytes,
                                         state.isConsistent && !(index && index->isGlobal));
    //: %1 a count of items, %2 a count of read units.
    return index ? QueryWords::tr("Full scan of the index %1: %2 items, about %3 units").arg(state.index, countText(items), countText(units))
                 : QueryWords::tr("Full scan of %1 items, about %2 units").arg(countText(items), countText(units));
}

} // namespace stator::ui
