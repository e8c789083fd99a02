#include "features/tables/table_rules.h"

#include <QCoreApplication>
#include <QJsonDocument>

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

    static QString policy(const QString &policy)
    {
        if (policy.isEmpty())
            return {};
        const QByteArray bytes = policy.toUtf8();
        if (bytes.size() > static_cast<qsizetype>(model::kResourcePolicyBytes))
            return tr("A policy has at most 20 KB.");
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
        if (error.error != QJsonParseError::NoError)
            //: %1 is what the parser says, in English; %2 a number of bytes.
            return tr("This is not JSON yet: %1 at byte %2.").arg(error.errorString()).arg(error.offset);
        return document.isObject() ? QString() : tr("A policy is a JSON object.");
    }

    static QString sameKeys() { return tr("Partition key and sort key must be different attributes."); }
    static QString tooManyLocal()
    {
        return tr("A table has at most %Ln local index(es).", nullptr, static_cast<int>(model::kLocalIndexes));
    }
    static QString tooManyGlobal()
    {
        return tr("A table has at most %Ln global index(es).", nullptr, static_cast<int>(model::kGlobalIndexes));
    }
    static QString tooManyVector()
    {
        return tr("A table has at most %Ln vector index(es).", nullptr, static_cast<int>(model::kVectorIndexes));
    }
    static QString tooManyProjected()
    {
        return tr("The indexes of a table project at most %Ln attribute(s) by name.", nullptr,
                  static_cast<int>(model::kProjectedAttributesPerTable));
    }
};

using Field = FieldFault::Field;

void addCountFaults(const QList<IndexDraft> &indexes, QList<FieldFault> &faults)
{
    const auto count = [&indexes](IndexDraft::Kind kind) {
        return std::count_if(indexes.begin(), indexes.end(), [kind](const auto &index) { return index.kind == kind; });
    };
    std::ptrdiff_t projected = 0;
    for (const IndexDraft &index : indexes)
        projected += index.projected.size();
    if (count(IndexDraft::Kind::Local) > static_cast<std::ptrdiff_t>(model::kLocalIndexes))
        faults.append({Field::Index, -1, Rules::tooManyLocal()});
    if (count(IndexDraft::Kind::Global) > static_cast<std::ptrdiff_t>(model::kGlobalIndexes))
        faults.append({Field::Index, -1, Rules::tooManyGlobal()});
    if (count(IndexDraft::Kind::Vector) > static_cast<std::ptrdiff_t>(model::kVectorIndexes))
        faults.append({Field::Index, -1, Rules::tooManyVector()});
    if (projected > static_cast<std::ptrdiff_t>(model::kProjectedAttributesPerTable))
        faults.append({Field::Index, -1, Rules::tooManyProjected()});
}

} // namespace

QString tableNameFault(const QString &name, const QStringList &existing) { return Rules::table(name, existing); }

QString indexNameFault(const QString &name, const QStringList &existing) { return Rules::index(name, existing); }

QString keyNameFault(const QString &name) { return Rules::key(name); }

QString tagFault(const QString &key, const QString &value, const QStringList &otherKeys)
{
    return Rules::tag(key, value, otherKeys);
}

QString policyFault(const QString &policy) { return Rules::policy(policy); }

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
    QStringList names;
    const QList<IndexDraft> &indexes = table.settings.newIndexes;
    for (qsizetype i = 0; i < indexes.size(); ++i) {
        for (FieldFault fault : faultsOf(indexes.at(i), table, names)) {
            fault.index = static_cast<int>(i);
            faults.append(fault);
        }
        names.append(indexes.at(i).name);
    }
    addCountFaults(indexes, faults);
    return faults;
}

} // namespace stator::ui
