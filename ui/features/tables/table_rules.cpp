#include "features/tables/table_rules.h"

#include <QCoreApplication>
#include <QSet>

#include "bridge/text.h"
#include "model/limits.h"

namespace stator::ui {

namespace {

class Rules {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::TableRules)

public:
    static QString resourceName(const QString &name)
    {
        if (name.isEmpty())
            return tr("A name is needed.");
        for (const QChar c : name) {
            const char16_t u = c.unicode();
            const bool isAllowed = (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9')
                || u == u'_' || u == u'-' || u == u'.';
            if (!isAllowed)
                return c.isSpace() ? tr("A name has no spaces; letters a to z, digits, “_”, “-” and “.” are allowed.")
                                   : tr("“%1” is not allowed; letters a to z, digits, “_”, “-” and “.” are.").arg(c);
        }
        if (name.size() < 3)
            return tr("A name has at least 3 characters.");
        if (name.size() > 255)
            return tr("A name has at most 255 characters.");
        return {};
    }

    static QString table(const QString &name, const QStringList &existing)
    {
        const QString fault = resourceName(name);
        return fault.isEmpty() && existing.contains(name) ? tr("There is a table %1 already.").arg(name) : fault;
    }

    static QString index(const QString &name, const QStringList &existing)
    {
        const QString fault = resourceName(name);
        return fault.isEmpty() && existing.contains(name) ? tr("There is an index %1 already.").arg(name) : fault;
    }

    static QString key(const QString &name)
    {
        if (name.isEmpty())
            return tr("An attribute is needed.");
        if (name.toUtf8().size() > static_cast<qsizetype>(model::kKeyAttributeNameBytes))
            return tr("The name of a key attribute has at most 255 bytes.");
        return {};
    }

    static QString tag(const QString &key, const QString &value, const QStringList &others)
    {
        if (key.isEmpty())
            return tr("A tag needs a key.");
        if (key.size() > 128)
            return tr("The key of a tag has at most 128 characters.");
        if (value.size() > 256)
            return tr("The value of a tag has at most 256 characters.");
        if (key.startsWith(QLatin1String("aws:"), Qt::CaseInsensitive))
            return tr("Keys that begin with “aws:” belong to the service.");
        if (others.contains(key))
            return tr("There is a tag %1 already.").arg(key);
        return {};
    }

    static QString sameKeys() { return tr("Partition key and sort key must be different attributes."); }
    static QString sortNeeded() { return tr("A local index needs a sort key."); }
    static QString tableSortNeeded() { return tr("Local indexes need a table with a sort key."); }
    static QString projectedNeeded() { return tr("Name at least one attribute, or choose another projection."); }
    static QString tooManyProjected()
    {
        return tr("An index projects at most %Ln attribute(s).", nullptr,
                  static_cast<int>(model::kNonKeyAttributesPerIndex));
    }
    static QString otherType(const QString &name)
    {
        return tr("%1 is a key already, with another type.").arg(name);
    }
    static QString unitsNeeded() { return tr("Reading and writing need at least one unit each."); }
    static QString tooManyLocal()
    {
        return tr("A table has at most %Ln local index(es).", nullptr, static_cast<int>(model::kLocalIndexes));
    }
    static QString tooManyGlobal()
    {
        return tr("A table has at most %Ln global index(es).", nullptr, static_cast<int>(model::kGlobalIndexes));
    }
};

using Field = FieldFault::Field;

// The type each key attribute of the table has, but for one index.
QHash<QString, api::ScalarAttributeType> typesOf(const TableDraft &table, const IndexDraft *except)
{
    QHash<QString, api::ScalarAttributeType> types;
    const auto add = [&types](const KeyField &field) {
        if (!field.name.isEmpty())
            types.insert(field.name, field.type);
    };
    add(table.partition);
    add(table.sort);
    for (const IndexDraft &index : table.indexes) {
        if (&index == except || (except && index.name == except->name))
            continue;
        add(index.partition);
        add(index.sort);
    }
    return types;
}

} // namespace

QString tableNameFault(const QString &name, const QStringList &existing) { return Rules::table(name, existing); }

QString indexNameFault(const QString &name, const QStringList &existing) { return Rules::index(name, existing); }

QString keyNameFault(const QString &name) { return Rules::key(name); }

QString tagFault(const QString &key, const QString &value, const QStringList &otherKeys)
{
    return Rules::tag(key, value, otherKeys);
}

QList<FieldFault> faultsOf(const IndexDraft &index, const TableDraft &table, const QStringList &otherIndexes)
{
    QList<FieldFault> faults;
    const auto add = [&faults](Field field, const QString &sentence) {
        if (!sentence.isEmpty())
            faults.append({field, -1, sentence});
    };
    const auto types = typesOf(table, &index);
    const auto typeFault = [&types](const KeyField &field) {
        const auto there = types.constFind(field.name);
        return !field.name.isEmpty() && there != types.constEnd() && *there != field.type ? Rules::otherType(field.name)
                                                                                          : QString();
    };
    add(Field::Name, indexNameFault(index.name, otherIndexes));
    if (index.isLocal && table.sort.name.isEmpty())
        add(Field::Sort, Rules::tableSortNeeded());
    if (!index.isLocal) {
        add(Field::Partition, keyNameFault(index.partition.name));
        add(Field::Partition, typeFault(index.partition));
    }
    if (index.sort.name.isEmpty()) {
        if (index.isLocal)
            add(Field::Sort, Rules::sortNeeded());
    } else {
        add(Field::Sort, keyNameFault(index.sort.name));
        add(Field::Sort, typeFault(index.sort));
        if (index.sort.name == (index.isLocal ? table.partition.name : index.partition.name))
            add(Field::Sort, Rules::sameKeys());
    }
    if (index.projection == api::ProjectionType::Include) {
        if (index.projected.isEmpty())
            add(Field::Projected, Rules::projectedNeeded());
        else if (index.projected.size() > static_cast<qsizetype>(model::kNonKeyAttributesPerIndex))
            add(Field::Projected, Rules::tooManyProjected());
    }
    if (table.isProvisioned && !index.isLocal && (index.readUnits < 1 || index.writeUnits < 1))
        add(Field::Throughput, Rules::unitsNeeded());
    return faults;
}

QList<FieldFault> faultsOf(const TableDraft &table, const QStringList &existingTables)
{
    QList<FieldFault> faults;
    const auto add = [&faults](Field field, const QString &sentence) {
        if (!sentence.isEmpty())
            faults.append({field, -1, sentence});
    };
    add(Field::Name, tableNameFault(table.name, existingTables));
    add(Field::Partition, keyNameFault(table.partition.name));
    if (!table.sort.name.isEmpty()) {
        add(Field::Sort, keyNameFault(table.sort.name));
        if (table.sort.name == table.partition.name)
            add(Field::Sort, Rules::sameKeys());
    }
    if (table.isProvisioned && (table.readUnits < 1 || table.writeUnits < 1))
        add(Field::Throughput, Rules::unitsNeeded());
    QStringList names;
    qsizetype local = 0;
    for (qsizetype i = 0; i < table.indexes.size(); ++i) {
        const IndexDraft &index = table.indexes.at(i);
        local += index.isLocal ? 1 : 0;
        for (FieldFault fault : faultsOf(index, table, names)) {
            fault.index = static_cast<int>(i);
            faults.append(fault);
        }
        names.append(index.name);
    }
    if (local > static_cast<qsizetype>(model::kLocalIndexes))
        add(Field::Index, Rules::tooManyLocal());
    if (table.indexes.size() - local > static_cast<qsizetype>(model::kGlobalIndexes))
        add(Field::Index, Rules::tooManyGlobal());
    return faults;
}

api::Projection projectionOf(const IndexDraft &index)
{
    api::Projection projection;
    projection.projectionType = index.projection;
    if (index.projection == api::ProjectionType::Include) {
        projection.nonKeyAttributes.emplace();
        for (const QString &name : index.projected)
            projection.nonKeyAttributes->push_back(toUtf8(name));
    }
    return projection;
}

std::vector<api::KeySchemaElement> keySchemaOf(const KeyField &partition, const KeyField &sort)
{
    std::vector<api::KeySchemaElement> schema;
    schema.push_back({toUtf8(partition.name), api::KeyType::Hash});
    if (!sort.name.isEmpty())
        schema.push_back({toUtf8(sort.name), api::KeyType::Range});
    return schema;
}

std::vector<api::AttributeDefinition> definitionsOf(const QList<KeyField> &fields)
{
    std::vector<api::AttributeDefinition> definitions;
    QSet<QString> seen;
    for (const KeyField &field : fields) {
        if (field.name.isEmpty() || seen.contains(field.name))
            continue;
        seen.insert(field.name);
        definitions.push_back({toUtf8(field.name), field.type});
    }
    return definitions;
}

} // namespace stator::ui
