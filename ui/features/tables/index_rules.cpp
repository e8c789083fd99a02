// The rules of one index: its keys, what it projects, and what a vector index asks for.
#include <QCoreApplication>
#include <QHash>

#include "features/tables/table_rules.h"
#include "model/limits.h"

namespace stator::ui {

namespace {

class Rules {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::TableRules)

public:
    static QString sameKeys() { return tr("Every key attribute of an index must be a different one."); }
    static QString sortNeeded() { return tr("A local index needs a sort key."); }
    static QString tableSortNeeded() { return tr("Local indexes need a table with a sort key."); }
    static QString projectedNeeded() { return tr("Name at least one attribute, or choose another projection."); }
    static QString tooManyProjected()
    {
        return tr("An index projects at most %Ln attribute(s).", nullptr,
                  static_cast<int>(model::kNonKeyAttributesPerIndex));
    }
    static QString tooManyOfVector()
    {
        return tr("A vector index projects at most %Ln attribute(s), its vector and filters among them.", nullptr,
                  static_cast<int>(model::kNonKeyAttributesPerIndex));
    }
    static QString otherType(const QString &name)
    {
        return tr("%1 is a key already, with another type.").arg(name);
    }
    static QString onDemandOnly() { return tr("Vector indexes need a table on demand."); }
    static QString vectorNeeded() { return tr("Name the attribute that holds the vector."); }
    static QString vectorIsKey() { return tr("A key or filter attribute cannot hold the vector."); }
    static QString dimensions()
    {
        return tr("A vector has 1 to %Ln dimension(s).", nullptr, static_cast<int>(model::kVectorDimensions));
    }
    static QString otherDimensions(const QString &attribute, int dimensions)
    {
        return tr("Another index has %1 with %Ln dimension(s); they must agree.", nullptr, dimensions).arg(attribute);
    }
    static QString sameFilters() { return tr("Partition key and filters must be different attributes."); }
};

using Field = FieldFault::Field;
using Kind = IndexDraft::Kind;

// One index before its table.
class Judge {
public:
    Judge(const IndexDraft &index, const TableDraft &table) : m_index(index), m_table(table) { learnTypes(); }

    QList<FieldFault> faults(const QStringList &otherNames)
    {
        add(Field::Name, indexNameFault(m_index.name, otherNames));
        if (m_index.kind == Kind::Vector)
            judgeVector();
        else
            judgeKeys();
        judgeProjection();
        return m_faults;
    }

private:
    void add(Field field, const QString &sentence)
    {
        if (!sentence.isEmpty())
            m_faults.append({field, -1, sentence});
    }

    // The type each key attribute has by now, but for this index.
    void learnTypes()
    {
        const auto learn = [this](const QList<KeyField> &fields) {
            for (const KeyField &field : fields)
                if (!field.name.isEmpty())
                    m_types.insert(field.name, field.type);
        };
        learn({m_table.partition, m_table.sort});
        for (const IndexDraft &other : m_table.settings.newIndexes) {
            if (&other == &m_index || other.name == m_index.name)
                continue;
            learn(other.partition);
            learn(other.sort);
            learn(other.filters);
        }
    }

    void judgeField(Field where, const KeyField &field)
    {
        add(where, keyNameFault(field.name));
        const auto known = m_types.constFind(field.name);
        if (!field.name.isEmpty() && known != m_types.constEnd() && *known != field.type)
            add(where, Rules::otherType(field.name));
    }

    void judgeKeys()
    {
        if (m_index.kind == Kind::Local && m_table.sort.name.isEmpty())
            add(Field::Sort, Rules::tableSortNeeded());
        if (m_index.kind == Kind::Local && m_index.sort.isEmpty())
            add(Field::Sort, Rules::sortNeeded());
        if (m_index.kind == Kind::Global && m_index.partition.isEmpty())
            add(Field::Partition, keyNameFault({}));
        QStringList names;
        if (m_index.kind == Kind::Local)
            names.append(m_table.partition.name);
        const auto judge = [&](Field where, const QList<KeyField> &fields) {
            for (const KeyField &field : fields) {
                judgeField(where, field);
                if (names.contains(field.name))
                    add(where, Rules::sameKeys());
                names.append(field.name);
            }
        };
        if (m_index.kind == Kind::Global)
            judge(Field::Partition, m_index.partition);
        judge(Field::Sort, m_index.sort);
    }

    void judgeVector()
    {
        if (m_table.settings.isProvisioned)
            add(Field::Kind, Rules::onDemandOnly());
        QStringList names;
        const auto judge = [&](Field where, const QList<KeyField> &fields) {
            for (const KeyField &field : fields) {
                judgeField(where, field);
                if (names.contains(field.name))
                    add(where, Rules::sameFilters());
                names.append(field.name);
            }
        };
        judge(Field::Partition, m_index.partition);
        judge(Field::Filters, m_index.filters);
        if (m_index.vectorAttribute.isEmpty())
            add(Field::VectorAttribute, Rules::vectorNeeded());
        else if (names.contains(m_index.vectorAttribute) || m_types.contains(m_index.vectorAttribute))
            add(Field::VectorAttribute, Rules::vectorIsKey());
        if (m_index.dimensions < 1 || m_index.dimensions > static_cast<int>(model::kVectorDimensions))
            add(Field::Dimensions, Rules::dimensions());
        for (const IndexDraft &other : m_table.settings.newIndexes)
            if (other.kind == Kind::Vector && other.name != m_index.name
                && other.vectorAttribute == m_index.vectorAttribute && other.dimensions != m_index.dimensions)
                add(Field::Dimensions, Rules::otherDimensions(other.vectorAttribute, other.dimensions));
    }

    void judgeProjection()
    {
        if (m_index.projection != api::ProjectionType::Include)
            return;
        const bool isVector = m_index.kind == Kind::Vector;
        const qsizetype count = m_index.projected.size() + (isVector ? m_index.filters.size() + 1 : 0);
        if (m_index.projected.isEmpty())
            add(Field::Projected, Rules::projectedNeeded());
        else if (count > static_cast<qsizetype>(model::kNonKeyAttributesPerIndex))
            add(Field::Projected, isVector ? Rules::tooManyOfVector() : Rules::tooManyProjected());
    }

    const IndexDraft &m_index;
    const TableDraft &m_table;
    QHash<QString, api::ScalarAttributeType> m_types;
    QList<FieldFault> m_faults;
};

} // namespace

QList<FieldFault> faultsOf(const IndexDraft &index, const TableDraft &table, const QStringList &otherIndexes)
{
    return Judge(index, table).faults(otherIndexes);
}

} // namespace stator::ui
