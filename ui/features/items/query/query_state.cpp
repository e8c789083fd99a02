#include "features/items/query/query_state.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "bridge/text.h"
#include "models/value_text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

struct Word {
    Comparison comparison;
    const char *id;
    const char *text;
};

constexpr std::array kWords{
    Word{Comparison::Equal, "=", "="},
    Word{Comparison::NotEqual, "<>", "≠"},
    Word{Comparison::Less, "<", "<"},
    Word{Comparison::LessOrEqual, "<=", "≤"},
    Word{Comparison::Greater, ">", ">"},
    Word{Comparison::GreaterOrEqual, ">=", "≥"},
    Word{Comparison::Between, "between", QT_TRANSLATE_NOOP("stator::ui::Comparison", "between")},
    Word{Comparison::BeginsWith, "begins_with", QT_TRANSLATE_NOOP("stator::ui::Comparison", "begins with")},
    Word{Comparison::Contains, "contains", QT_TRANSLATE_NOOP("stator::ui::Comparison", "contains")},
    Word{Comparison::NotContains, "not_contains", QT_TRANSLATE_NOOP("stator::ui::Comparison", "does not contain")},
    Word{Comparison::In, "in", QT_TRANSLATE_NOOP("stator::ui::Comparison", "is one of")},
    Word{Comparison::Exists, "exists", QT_TRANSLATE_NOOP("stator::ui::Comparison", "exists")},
    Word{Comparison::NotExists, "not_exists", QT_TRANSLATE_NOOP("stator::ui::Comparison", "does not exist")},
    Word{Comparison::IsType, "type", QT_TRANSLATE_NOOP("stator::ui::Comparison", "is of type")},
};

const Word &wordOf(Comparison comparison)
{
    return *std::find_if(kWords.begin(), kWords.end(), [comparison](const Word &word) { return word.comparison == comparison; });
}

Comparison comparisonFrom(const QString &id)
{
    const auto found = std::find_if(kWords.begin(), kWords.end(), [&id](const Word &word) { return id == QLatin1String(word.id); });
    return found == kWords.end() ? Comparison::Equal : found->comparison;
}

} // namespace

QString comparisonText(Comparison comparison)
{
    return QCoreApplication::translate("stator::ui::Comparison", wordOf(comparison).text);
}

QString comparisonId(Comparison comparison) { return QLatin1String(wordOf(comparison).id); }

bool takesValue(Comparison comparison) { return comparison != Comparison::Exists && comparison != Comparison::NotExists; }

bool QueryState::hasPartition() const
{
    return std::any_of(partition.begin(), partition.end(), [](const QString &value) { return !value.isEmpty(); });
}

bool QueryState::isPlain() const
{
    return !hasPartition() && vector.isEmpty() && filters.isEmpty() && projection.trimmed().isEmpty() && limit == 0;
}

QString QueryState::toText() const
{
    QJsonObject all;
    if (!index.isEmpty())
        all.insert(u"index"_s, index);
    if (hasPartition())
        all.insert(u"key"_s, QJsonArray::fromStringList(partition));
    QJsonArray conditions;
    for (const SortCondition &condition : sort)
        conditions.append(QJsonArray{comparisonId(condition.comparison), condition.value, condition.upper});
    if (!conditions.isEmpty())
        all.insert(u"sort"_s, conditions);
    QJsonArray tokens;
    for (const FilterToken &filter : filters)
        tokens.append(QJsonArray{filter.path, comparisonId(filter.comparison), valueTypeCode(filter.type), filter.value, filter.upper});
    if (!tokens.isEmpty())
        all.insert(u"filters"_s, tokens);
    if (!projection.isEmpty())
        all.insert(u"projection"_s, projection);
    if (limit > 0)
        all.insert(u"limit"_s, limit);
    if (!vector.isEmpty())
        all.insert(u"vector"_s, vector);
    if (!vector.isEmpty() && top != 10)
        all.insert(u"top"_s, top);
    if (isDescending)
        all.insert(u"descending"_s, true);
    if (isConsistent)
        all.insert(u"consistent"_s, true);
    return all.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QueryState QueryState::fromText(const QString &text)
{
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    QueryState state;
    state.index = all.value(u"index"_s).toString();
    for (const auto value : all.value(u"key"_s).toArray())
        state.partition.append(value.toString());
    const QJsonArray conditions = all.value(u"sort"_s).toArray();
    // One condition may stand alone.
    const bool isAlone = !conditions.isEmpty() && conditions.at(0).isString();
    for (const auto value : isAlone ? QJsonArray{conditions} : conditions) {
        const QJsonArray one = value.toArray();
        state.sort.append({comparisonFrom(one.at(0).toString()), one.at(1).toString(), one.at(2).toString()});
    }
    for (const auto value : all.value(u"filters"_s).toArray()) {
        const QJsonArray token = value.toArray();
        FilterToken filter;
        filter.path = token.at(0).toString();
        filter.comparison = comparisonFrom(token.at(1).toString());
        filter.type = model::valueTypeFromWireName(toUtf8(token.at(2).toString())).value_or(document::ValueType::S);
        filter.value = token.at(3).toString();
        filter.upper = token.at(4).toString();
        if (!filter.path.isEmpty())
            state.filters.append(filter);
    }
    state.projection = all.value(u"projection"_s).toString();
    state.limit = std::max(0, all.value(u"limit"_s).toInt());
    state.vector = all.value(u"vector"_s).toString();
    state.top = std::clamp(all.value(u"top"_s).toInt(10), 1, 100);
    state.isDescending = all.value(u"descending"_s).toBool();
    state.isConsistent = all.value(u"consistent"_s).toBool();
    return state;
}

QString filterText(const FilterToken &filter)
{
    const QString comparison = comparisonText(filter.comparison);
    if (!takesValue(filter.comparison))
        return u"%1 %2"_s.arg(filter.path, comparison);
    const QString value = filter.value.isEmpty() ? u"\"\""_s : filter.value;
    if (filter.comparison == Comparison::Between)
        return QCoreApplication::translate("stator::ui::Comparison", "%1 between %2 and %3").arg(filter.path, value, filter.upper);
    return u"%1 %2 %3"_s.arg(filter.path, comparison, value);
}

} // namespace stator::ui
