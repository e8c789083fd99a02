#include "features/items/query/query_plan.h"

#include <algorithm>

#include <QCoreApplication>

#include "bridge/text.h"
#include "document/writer.h"
#include "features/items/query/vector_text.h"
#include "models/value_text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using document::ValueType;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::QueryPlan)
};

// Collects names and values of one request.
struct Builder {
    api::Map<std::string> names;
    document::ItemWriter values;
    int valueCount = 0;

    QString value(const document::Value &value)
    {
        const QString placeholder = u":v%1"_s.arg(valueCount++);
        values.name(toUtf8(placeholder));
        values.value(value.view());
        return placeholder;
    }

    template <class Request>
    void fill(Request &request)
    {
        if (!names.empty())
            request.expressionAttributeNames = std::move(names);
        if (valueCount > 0)
            request.expressionAttributeValues = values.finish();
    }
};

QString nameExpression(const QString &name, api::Map<std::string> &names)
{
    const std::string utf8 = toUtf8(name);
    for (const auto &[placeholder, known] : names)
        if (known == utf8)
            return toQt(placeholder);
    const QString placeholder = u"#n%1"_s.arg(names.size());
    names.emplace_back(toUtf8(placeholder), utf8);
    return placeholder;
}

QString symbolOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::NotEqual:
        return u"<>"_s;
    case Comparison::Less:
        return u"<"_s;
    case Comparison::LessOrEqual:
        return u"<="_s;
    case Comparison::Greater:
        return u">"_s;
    case Comparison::GreaterOrEqual:
        return u">="_s;
    default:
        return u"="_s;
    }
}

class Planner {
public:
    Planner(const TableShape &table, const QueryState &state)
        : m_table(table), m_state(state), m_keys(table.keysOf(toUtf8(state.index)))
    {
    }

    QueryPlan plan()
    {
        if (const VectorIndexShape *index = m_table.vectorIndex(toUtf8(m_state.index))) {
            finishSearch(*index);
            return m_plan;
        }
        if (!m_state.index.isEmpty() && !m_table.index(toUtf8(m_state.index)))
            return fail(QueryField::Index, 0, Words::tr("The index %1 does not exist.").arg(m_state.index));
        QString keyCondition;
        if (m_state.hasPartition() && !addPartition(keyCondition))
            return m_plan;
        if (!m_state.sort.isEmpty() && !addSort(keyCondition))
            return m_plan;
        QString filter;
        for (int i = 0; i < m_state.filters.size(); ++i)
            if (!addFilter(i, filter))
                return m_plan;
        QString projection;
        if (!addProjection(projection))
            return m_plan;
        if (keyCondition.isEmpty())
            finishScan(filter, projection);
        else
            finishQuery(keyCondition, filter, projection);
        return m_plan;
    }

private:
    QueryPlan fail(QueryField field, int number, const QString &sentence)
    {
        m_plan.fault = {field, number, sentence, false};
        return m_plan;
    }

    std::optional<document::Value> read(ValueType type, const QString &text, QueryField field, int number)
    {
        auto value = valueFromText(type, text);
        if (value.ok())
            return std::move(*value);
        fail(field, number, toQt(value.error().message));
        return std::nullopt;
    }

    bool addPartition(QString &condition)
    {
        for (std::size_t i = 0; i < m_keys.partition.size(); ++i) {
            const auto &key = m_keys.partition[i];
            const int number = static_cast<int>(i);
            const QString text = m_state.partition.value(number);
            if (text.isEmpty()) {
                fail(QueryField::Partition, number, Words::tr("A query needs a value for %1.").arg(toQt(key.name)));
                return false;
            }
            const auto value = read(key.type, text, QueryField::Partition, number);
            if (!value)
                return false;
            if (!condition.isEmpty())
                condition += u" AND "_s;
            condition += nameExpression(toQt(key.name), m_builder.names) + u" = "_s + m_builder.value(*value);
        }
        return true;
    }

    // From the first attribute on; only the last condition may be other than an equality.
    bool addSort(QString &condition)
    {
        if (condition.isEmpty()) {
            fail(QueryField::Sort, 0, Words::tr("A condition on the sort key needs the partition key too."));
            return false;
        }
        for (int i = 0; i < m_state.sort.size(); ++i)
            if (!addSortCondition(i, condition))
                return false;
        return true;
    }

    bool addSortCondition(int number, QString &condition)
    {
        const SortCondition &wanted = m_state.sort.at(number);
        if (number >= static_cast<int>(m_keys.sort.size())) {
            fail(QueryField::Sort, number, Words::tr("There is no sort key here."));
            return false;
        }
        const auto &key = m_keys.sort[static_cast<std::size_t>(number)];
        const QString attribute = toQt(key.name);
        if (number + 1 < m_state.sort.size() && (wanted.value.isEmpty() || wanted.comparison != Comparison::Equal)) {
            fail(QueryField::Sort, number, Words::tr("Give %1 a value with = first: only the last condition may be another.").arg(attribute));
            return false;
        }
        const auto value = read(key.type, wanted.value, QueryField::Sort, number);
        if (!value)
            return false;
        const QString name = nameExpression(attribute, m_builder.names);
        condition += u" AND "_s;
        if (wanted.comparison == Comparison::BeginsWith) {
            if (key.type == ValueType::N) {
                fail(QueryField::Sort, number, Words::tr("Numbers have no beginning; compare them with < or >."));
                return false;
            }
            condition += u"begins_with(%1, %2)"_s.arg(name, m_builder.value(*value));
        } else if (wanted.comparison == Comparison::Between) {
            const auto upper = read(key.type, wanted.upper, QueryField::Sort, number);
            if (!upper) {
                m_plan.fault.isUpper = true;
                return false;
            }
            const QString low = m_builder.value(*value);
            condition += u"%1 BETWEEN %2 AND %3"_s.arg(name, low, m_builder.value(*upper));
        } else {
            condition += name + u' ' + symbolOf(wanted.comparison) + u' ' + m_builder.value(*value);
        }
        return true;
    }

    bool addFilter(int number, QString &all)
    {
        const FilterToken &filter = m_state.filters.at(number);
        const QString path = pathExpression(filter.path, m_builder.names);
        if (path.isEmpty()) {
            fail(QueryField::Filter, number, Words::tr("“%1” is not a path: names with dots between them, list places as [0].").arg(filter.path));
            return false;
        }
        const auto one = [&](const QString &text) -> QString {
            const auto value = read(filter.type, text, QueryField::Filter, number);
            return value ? m_builder.value(*value) : QString();
        };
        QString expression;
        switch (filter.comparison) {
        case Comparison::Exists:
            expression = u"attribute_exists(%1)"_s.arg(path);
            break;
        case Comparison::NotExists:
            expression = u"attribute_not_exists(%1)"_s.arg(path);
            break;
        case Comparison::IsType:
            expression = u"attribute_type(%1, %2)"_s.arg(path, m_builder.value(document::Value::string(toUtf8(filter.value.trimmed().toUpper()))));
            break;
        case Comparison::BeginsWith:
            expression = u"begins_with(%1, %2)"_s.arg(path, one(filter.value));
            break;
        case Comparison::Contains:
            expression = u"contains(%1, %2)"_s.arg(path, one(filter.value));
            break;
        case Comparison::NotContains:
            expression = u"NOT contains(%1, %2)"_s.arg(path, one(filter.value));
            break;
        case Comparison::Between: {
            const QString low = one(filter.value);
            expression = u"%1 BETWEEN %2 AND %3"_s.arg(path, low, one(filter.upper));
            break;
        }
        case Comparison::In: {
            QStringList list;
            for (const QString &part : filter.value.split(u','))
                list.append(one(part.trimmed()));
            expression = u"%1 IN (%2)"_s.arg(path, list.join(u", "_s));
            break;
        }
        default:
            expression = path + u' ' + symbolOf(filter.comparison) + u' ' + one(filter.value);
            break;
        }
        if (!m_plan.isGood())
            return false;
        if (!all.isEmpty())
            all += u" AND "_s;
        all += expression;
        return true;
    }

    // Keys are always read: without them nothing could be edited or found again.
    bool addProjection(QString &projection)
    {
        if (m_state.projection.trimmed().isEmpty())
            return true;
        QStringList paths;
        for (const QString &part : m_state.projection.split(u',', Qt::SkipEmptyParts)) {
            const QString path = pathExpression(part.trimmed(), m_builder.names);
            if (path.isEmpty()) {
                fail(QueryField::Projection, 0, Words::tr("“%1” is not a path.").arg(part.trimmed()));
                return false;
            }
            if (!paths.contains(path))
                paths.append(path);
        }
        for (const auto *part : {&m_table.keys.partition, &m_table.keys.sort}) {
            for (const auto &key : *part) {
                const QString path = nameExpression(toQt(key.name), m_builder.names);
                if (!paths.contains(path))
                    paths.append(path);
            }
        }
        projection = paths.join(u", "_s);
        return true;
    }

    template <class Request>
    void fillCommon(Request &request, const QString &filter, const QString &projection)
    {
        request.tableName = m_table.name;
        if (!m_state.index.isEmpty())
            request.indexName = toUtf8(m_state.index);
        if (!filter.isEmpty())
            request.filterExpression = toUtf8(filter);
        if (!projection.isEmpty())
            request.projectionExpression = toUtf8(projection);
        if (m_state.limit > 0)
            request.limit = m_state.limit;
        const IndexShape *index = m_table.index(toUtf8(m_state.index));
        if (m_state.isConsistent && !(index && index->isGlobal))
            request.consistentRead = true;
        m_builder.fill(request);
    }

    void finishSearch(const VectorIndexShape &index)
    {
        api::SearchVectorsRequest request;
        request.tableName = m_table.name;
        request.indexName = index.name;
        request.topK = m_state.top;
        QString condition;
        for (std::size_t i = 0; i < index.conditions.size(); ++i) {
            const auto &attribute = index.conditions[i];
            const QString text = m_state.partition.value(static_cast<int>(i));
            if (text.isEmpty()) {
                if (i >= index.neededConditions)
                    continue;
                fail(QueryField::Partition, static_cast<int>(i), Words::tr("A search of this index needs a value for %1.").arg(toQt(attribute.name)));
                return;
            }
            const auto value = read(attribute.type, text, QueryField::Partition, static_cast<int>(i));
            if (!value)
                return;
            condition += (condition.isEmpty() ? QString() : u" AND "_s) + nameExpression(toQt(attribute.name), m_builder.names) + u" = "_s
                         + m_builder.value(*value);
        }
        auto vector = vectorFromText(m_state.vector, index.dimensions);
        if (!vector.ok()) {
            fail(QueryField::Vector, 0, toQt(vector.error().message));
            return;
        }
        request.searchVector = std::move(*vector);
        QString projection;
        if (!addProjection(projection))
            return;
        if (!condition.isEmpty())
            request.searchConditionExpression = toUtf8(condition);
        if (!projection.isEmpty())
            request.projectionExpression = toUtf8(projection);
        m_builder.fill(request);
        m_plan.search = std::move(request);
    }

    void finishScan(const QString &filter, const QString &projection)
    {
        api::ScanRequest request;
        fillCommon(request, filter, projection);
        m_plan.isScan = true;
        m_plan.isWholeScan = filter.isEmpty() && m_state.limit == 0;
        m_plan.request = std::move(request);
    }

    void finishQuery(const QString &keyCondition, const QString &filter, const QString &projection)
    {
        api::QueryRequest request;
        fillCommon(request, filter, projection);
        request.keyConditionExpression = toUtf8(keyCondition);
        if (m_state.isDescending)
            request.scanIndexForward = false;
        m_plan.request = std::move(request);
    }

    const TableShape &m_table;
    const QueryState &m_state;
    const model::KeySchema &m_keys;
    Builder m_builder;
    QueryPlan m_plan;
};

} // namespace

QString pathExpression(const QString &path, api::Map<std::string> &names)
{
    QString out;
    for (const QString &step : path.trimmed().split(u'.')) {
        const qsizetype bracket = step.indexOf(u'[');
        const QString name = bracket < 0 ? step : step.left(bracket);
        if (name.isEmpty())
            return {};
        if (!out.isEmpty())
            out += u'.';
        out += nameExpression(name, names);
        if (bracket < 0)
            continue;
        for (qsizetype at = bracket; at < step.size();) {
            const qsizetype close = step.indexOf(u']', at);
            bool isNumber = false;
            step.mid(at + 1, close - at - 1).toUInt(&isNumber);
            if (step.at(at) != u'[' || close < 0 || !isNumber)
                return {};
            out += step.mid(at, close - at + 1);
            at = close + 1;
        }
    }
    return out;
}

QueryPlan planQuery(const TableShape &table, const QueryState &state) { return Planner(table, state).plan(); }

} // namespace stator::ui
