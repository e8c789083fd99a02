#include "models/table_shape.h"

#include <algorithm>

#include "api/describe_table.h"
#include "document/writer.h"
#include "model/limits.h"
#include "models/value_text.h"

namespace stator::ui {

namespace {

model::ValueType typeOf(const api::TableDescription &table, const std::string &attribute)
{
    if (table.attributeDefinitions) {
        for (const auto &definition : *table.attributeDefinitions) {
            if (definition.attributeName != attribute)
                continue;
            if (definition.attributeType == api::ScalarAttributeType::N)
                return model::ValueType::N;
            return definition.attributeType == api::ScalarAttributeType::B ? model::ValueType::B : model::ValueType::S;
        }
    }
    return model::ValueType::S;
}

model::KeySchema keysFrom(const api::TableDescription &table,
                          const std::optional<std::vector<api::KeySchemaElement>> &elements)
{
    model::KeySchema keys;
    if (!elements)
        return keys;
    for (const auto &element : *elements) {
        auto &part = element.keyType == api::KeyType::Hash ? keys.partition : keys.sort;
        part.push_back({element.attributeName, typeOf(table, element.attributeName)});
    }
    return keys;
}

template <class Index>
IndexShape indexFrom(const api::TableDescription &table, const Index &index, bool isGlobal)
{
    IndexShape shape;
    shape.name = index.indexName.value_or(std::string());
    shape.keys = keysFrom(table, index.keySchema);
    shape.isGlobal = isGlobal;
    shape.itemCount = index.itemCount.value_or(0);
    shape.sizeBytes = index.indexSizeBytes.value_or(0);
    if (index.projection) {
        shape.holdsAll = index.projection->projectionType == api::ProjectionType::All;
        if (index.projection->nonKeyAttributes)
            shape.included = *index.projection->nonKeyAttributes;
    }
    return shape;
}

VectorIndexShape vectorIndexFrom(const api::TableDescription &table, const api::VectorIndexDescription &index)
{
    VectorIndexShape shape;
    shape.name = index.indexName.value_or(std::string());
    if (index.vectorAttribute)
        shape.attribute = index.vectorAttribute->attributeName;
    shape.dimensions = index.dimensions.value_or(0);
    if (index.distanceFunction == api::DistanceFunction::DotProduct)
        shape.distance = Distance::DotProduct;
    else if (index.distanceFunction == api::DistanceFunction::Euclidean)
        shape.distance = Distance::Euclidean;
    if (index.searchSchema) {
        for (const auto wanted : {api::SearchSchemaElementType::Hash, api::SearchSchemaElementType::InlineFilter})
            for (const auto &element : *index.searchSchema)
                if (element.searchSchemaElementType == wanted)
                    shape.conditions.push_back({element.attributeName, typeOf(table, element.attributeName)});
        shape.neededConditions = static_cast<std::size_t>(
            std::count_if(index.searchSchema->begin(), index.searchSchema->end(), [](const api::SearchSchemaElement &element) {
                return element.searchSchemaElementType == api::SearchSchemaElementType::Hash;
            }));
    }
    shape.holdsAll = index.projection && index.projection->projectionType == api::ProjectionType::All;
    shape.itemCount = index.itemCount.value_or(0);
    return shape;
}

} // namespace

const VectorIndexShape *TableShape::vectorIndex(std::string_view indexName) const
{
    const auto found = std::find_if(vectorIndexes.begin(), vectorIndexes.end(),
                                    [indexName](const VectorIndexShape &shape) { return shape.name == indexName; });
    return found == vectorIndexes.end() ? nullptr : &*found;
}

const IndexShape *TableShape::index(std::string_view indexName) const
{
    const auto found = std::find_if(indexes.begin(), indexes.end(),
                                    [indexName](const IndexShape &shape) { return shape.name == indexName; });
    return found == indexes.end() ? nullptr : &*found;
}

const model::KeySchema &TableShape::keysOf(std::string_view indexName) const
{
    const IndexShape *shape = index(indexName);
    return shape ? shape->keys : keys;
}

TableShape shapeOf(const api::TableDescription &table)
{
    TableShape shape;
    shape.name = table.tableName.value_or(std::string());
    shape.keys = keysFrom(table, table.keySchema);
    shape.itemCount = table.itemCount.value_or(0);
    shape.sizeBytes = table.tableSizeBytes.value_or(0);
    if (table.tableStatus)
        shape.status = api::wireName(*table.tableStatus);
    if (table.globalSecondaryIndexes)
        for (const auto &index : *table.globalSecondaryIndexes)
            shape.indexes.push_back(indexFrom(table, index, true));
    if (table.localSecondaryIndexes)
        for (const auto &index : *table.localSecondaryIndexes)
            shape.indexes.push_back(indexFrom(table, index, false));
    if (table.vectorIndexes)
        for (const auto &index : *table.vectorIndexes)
            shape.vectorIndexes.push_back(vectorIndexFrom(table, index));
    return shape;
}

std::optional<document::Item> keyOf(const model::KeySchema &keys, document::ItemView item)
{
    document::ItemWriter writer;
    for (const auto *part : {&keys.partition, &keys.sort}) {
        for (const auto &key : *part) {
            const auto value = item.attribute(key.name);
            if (!value)
                return std::nullopt;
            writer.name(key.name);
            writer.value(*value);
        }
    }
    return writer.finish();
}

std::int64_t scanUnits(std::int64_t items, std::int64_t storedBytes, bool isConsistent)
{
    // What is stored has 100 bytes beside each item that no read pays for (Developer Guide, item sizes).
    constexpr std::int64_t kStoredBeside = 100;
    const std::int64_t bytes = std::max<std::int64_t>(0, storedBytes - kStoredBeside * items);
    const std::int64_t perUnit = isConsistent ? model::kReadUnitBytes : 2 * model::kReadUnitBytes;
    return (bytes + perUnit - 1) / perUnit;
}

QString keyText(const model::KeySchema &keys, document::ItemView item)
{
    QString text;
    for (const auto *part : {&keys.partition, &keys.sort}) {
        for (const auto &key : *part) {
            if (!text.isEmpty())
                text += QStringLiteral(" · ");
            if (const auto value = item.attribute(key.name))
                text += cellText(value).text;
        }
    }
    return text;
}

} // namespace stator::ui
