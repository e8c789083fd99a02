#include "features/tables/index_requests.h"

#include <QSet>

#include "api/create_table.h"
#include "bridge/text.h"

namespace stator::ui {

namespace {

using Kind = IndexDraft::Kind;

KeyField fieldOf(const api::TableDescription &table, const std::string &name)
{
    KeyField field;
    field.name = toQt(name);
    if (table.attributeDefinitions)
        for (const auto &definition : *table.attributeDefinitions)
            if (definition.attributeName == name)
                field.type = definition.attributeType;
    return field;
}

void readProjection(const std::optional<api::Projection> &projection, IndexDraft &index)
{
    if (!projection)
        return;
    index.projection = projection->projectionType.value_or(api::ProjectionType::All);
    if (projection->nonKeyAttributes)
        for (const auto &name : *projection->nonKeyAttributes)
            index.projected.append(toQt(name));
}

IndexDraft vectorDraft(const api::TableDescription &table, const api::VectorIndexDescription &index)
{
    IndexDraft draft;
    draft.name = toQt(index.indexName);
    draft.kind = Kind::Vector;
    readProjection(index.projection, draft);
    draft.partition = searchFieldsOf(table, index.searchSchema, api::SearchSchemaElementType::Hash);
    draft.filters = searchFieldsOf(table, index.searchSchema, api::SearchSchemaElementType::InlineFilter);
    if (index.vectorAttribute)
        draft.vectorAttribute = toQt(index.vectorAttribute->attributeName);
    draft.dimensions = index.dimensions.value_or(0);
    draft.distance = index.distanceFunction.value_or(api::DistanceFunction::Cosine);
    return draft;
}

} // namespace

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

std::vector<api::KeySchemaElement> keySchemaOf(const QList<KeyField> &partition, const QList<KeyField> &sort)
{
    std::vector<api::KeySchemaElement> schema;
    for (const KeyField &field : partition)
        schema.push_back({toUtf8(field.name), api::KeyType::Hash});
    for (const KeyField &field : sort)
        schema.push_back({toUtf8(field.name), api::KeyType::Range});
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

QList<KeyField> definedFields(const IndexDraft &index)
{
    return index.partition + index.sort + index.filters;
}

std::optional<api::OnDemandThroughput> newMaxima(const ThroughputSettings &throughput)
{
    if (throughput.maxReadUnits == 0 && throughput.maxWriteUnits == 0)
        return std::nullopt;
    api::OnDemandThroughput maxima;
    if (throughput.maxReadUnits != 0)
        maxima.maxReadRequestUnits = throughput.maxReadUnits;
    if (throughput.maxWriteUnits != 0)
        maxima.maxWriteRequestUnits = throughput.maxWriteUnits;
    return maxima;
}

std::optional<api::WarmThroughput> newWarm(const ThroughputSettings &throughput)
{
    if (throughput.warmReadUnits == 0 && throughput.warmWriteUnits == 0)
        return std::nullopt;
    api::WarmThroughput warm;
    if (throughput.warmReadUnits != 0)
        warm.readUnitsPerSecond = throughput.warmReadUnits;
    if (throughput.warmWriteUnits != 0)
        warm.writeUnitsPerSecond = throughput.warmWriteUnits;
    return warm;
}

template <class Global>
void putThroughput(const ThroughputSettings &throughput, bool isProvisioned, Global &index)
{
    if (isProvisioned)
        index.provisionedThroughput = api::ProvisionedThroughput{throughput.readUnits, throughput.writeUnits};
    else
        index.onDemandThroughput = newMaxima(throughput);
    index.warmThroughput = newWarm(throughput);
}

template void putThroughput(const ThroughputSettings &, bool, api::CreateTableRequest &);

api::LocalSecondaryIndex localIndex(const IndexDraft &index, const KeyField &tablePartition)
{
    return {toUtf8(index.name), keySchemaOf({tablePartition}, index.sort), projectionOf(index)};
}

template <class Global>
Global globalIndex(const IndexDraft &index, bool isProvisioned)
{
    Global global;
    global.indexName = toUtf8(index.name);
    global.keySchema = keySchemaOf(index.partition, index.sort);
    global.projection = projectionOf(index);
    putThroughput(index.throughput, isProvisioned, global);
    return global;
}

template api::GlobalSecondaryIndex globalIndex(const IndexDraft &, bool);
template api::CreateGlobalSecondaryIndexAction globalIndex(const IndexDraft &, bool);

template <class Vector>
Vector vectorIndex(const IndexDraft &index)
{
    Vector vector;
    vector.indexName = toUtf8(index.name);
    vector.vectorAttribute.attributeName = toUtf8(index.vectorAttribute);
    if (!index.partition.isEmpty() || !index.filters.isEmpty()) {
        auto &schema = vector.searchSchema.emplace();
        for (const KeyField &field : index.partition)
            schema.push_back({toUtf8(field.name), api::SearchSchemaElementType::Hash});
        for (const KeyField &field : index.filters)
            schema.push_back({toUtf8(field.name), api::SearchSchemaElementType::InlineFilter});
    }
    vector.projection = projectionOf(index);
    vector.dimensions = index.dimensions;
    vector.distanceFunction = index.distance;
    return vector;
}

template api::VectorIndex vectorIndex(const IndexDraft &);
template api::CreateVectorIndexAction vectorIndex(const IndexDraft &);

QList<IndexDraft> indexesOf(const api::TableDescription &table)
{
    QList<IndexDraft> drafts;
    const auto add = [&](const auto &indexes, Kind kind) {
        if (!indexes)
            return;
        for (const auto &index : *indexes) {
            IndexDraft draft;
            draft.name = toQt(index.indexName);
            draft.kind = kind;
            readProjection(index.projection, draft);
            if (index.keySchema && kind == Kind::Global)
                draft.partition = keyFieldsOf(table, *index.keySchema, api::KeyType::Hash);
            if (index.keySchema)
                draft.sort = keyFieldsOf(table, *index.keySchema, api::KeyType::Range);
            drafts.append(draft);
        }
    };
    add(table.globalSecondaryIndexes, Kind::Global);
    add(table.localSecondaryIndexes, Kind::Local);
    if (table.vectorIndexes)
        for (const auto &index : *table.vectorIndexes)
            drafts.append(vectorDraft(table, index));
    return drafts;
}

QStringList indexNames(const api::TableDescription &table)
{
    QStringList names;
    for (const IndexDraft &index : indexesOf(table))
        names.append(index.name);
    return names;
}

QList<KeyField> keyFieldsOf(const api::TableDescription &table, const std::vector<api::KeySchemaElement> &schema,
                            api::KeyType type)
{
    QList<KeyField> fields;
    for (const auto &element : schema)
        if (element.keyType == type)
            fields.append(fieldOf(table, element.attributeName));
    return fields;
}

KeyField keyFieldOf(const api::TableDescription &table, const std::vector<api::KeySchemaElement> &schema,
                    api::KeyType type)
{
    return keyFieldsOf(table, schema, type).value(0);
}

QList<KeyField> searchFieldsOf(const api::TableDescription &table,
                               const std::optional<std::vector<api::SearchSchemaElement>> &schema,
                               api::SearchSchemaElementType type)
{
    QList<KeyField> fields;
    if (schema)
        for (const auto &element : *schema)
            if (element.searchSchemaElementType == type)
                fields.append(fieldOf(table, element.attributeName));
    return fields;
}

} // namespace stator::ui
