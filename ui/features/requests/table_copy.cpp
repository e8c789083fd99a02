#include "features/requests/table_copy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "api/codec.h"
#include "api/describe_table.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

// Of the description of a thing, the members with which it was asked for.
QJsonObject only(const QJsonObject &from, const QStringList &names)
{
    QJsonObject kept;
    for (const QString &name : names)
        if (from.contains(name))
            kept.insert(name, from.value(name));
    return kept;
}

QJsonObject throughputOf(const QJsonObject &described)
{
    return only(described, {u"ReadCapacityUnits"_s, u"WriteCapacityUnits"_s});
}

void copyIndexes(const QJsonObject &from, const QString &kind, const QStringList &names, bool isProvisioned, QJsonObject &to)
{
    QJsonArray indexes;
    for (const QJsonValue &each : from.value(kind).toArray()) {
        QJsonObject index = only(each.toObject(), names);
        if (isProvisioned && kind == "GlobalSecondaryIndexes"_L1)
            index.insert(u"ProvisionedThroughput"_s, throughputOf(each.toObject().value("ProvisionedThroughput"_L1).toObject()));
        indexes.append(index);
    }
    if (!indexes.isEmpty())
        to.insert(kind, indexes);
}

} // namespace

std::string createTableBody(const api::TableDescription &table)
{
    std::string described;
    api::encode(api::DescribeTableResponse{table}, described);
    const QJsonObject from = QJsonDocument::fromJson(QByteArray::fromStdString(described)).object().value("Table"_L1).toObject();
    const bool isProvisioned = from.value("BillingModeSummary"_L1).toObject().value("BillingMode"_L1) != u"PAY_PER_REQUEST"_s;

    QJsonObject to = only(from, {u"AttributeDefinitions"_s, u"TableName"_s, u"KeySchema"_s, u"StreamSpecification"_s,
                                 u"OnDemandThroughput"_s});
    to.insert(u"BillingMode"_s, isProvisioned ? u"PROVISIONED"_s : u"PAY_PER_REQUEST"_s);
    if (isProvisioned)
        to.insert(u"ProvisionedThroughput"_s, throughputOf(from.value("ProvisionedThroughput"_L1).toObject()));
    if (const QJsonValue tableClass = from.value("TableClassSummary"_L1).toObject().value("TableClass"_L1); tableClass.isString())
        to.insert(u"TableClass"_s, tableClass);
    const QStringList keys{u"IndexName"_s, u"KeySchema"_s, u"Projection"_s};
    copyIndexes(from, u"LocalSecondaryIndexes"_s, keys, isProvisioned, to);
    copyIndexes(from, u"GlobalSecondaryIndexes"_s, keys + QStringList{u"OnDemandThroughput"_s}, isProvisioned, to);
    copyIndexes(from, u"VectorIndexes"_s,
                {u"IndexName"_s, u"VectorAttribute"_s, u"SearchSchema"_s, u"Projection"_s, u"Dimensions"_s, u"DistanceFunction"_s},
                isProvisioned, to);
    return QJsonDocument(to).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace stator::ui
