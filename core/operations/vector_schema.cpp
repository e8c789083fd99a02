#include "operations/vector_schema.h"

#include <algorithm>
#include <unordered_set>

#include "model/limits.h"
#include "operations/table_description.h"

namespace stator::operations {

namespace {

using model::IndexDefinition;
using model::IndexKind;

model::DistanceFunction distanceFunction(api::DistanceFunction distance)
{
    switch (distance) {
    case api::DistanceFunction::DotProduct:
        return model::DistanceFunction::DotProduct;
    case api::DistanceFunction::Euclidean:
        return model::DistanceFunction::Euclidean;
    case api::DistanceFunction::Cosine:
        break;
    }
    return model::DistanceFunction::Cosine;
}

api::DistanceFunction distanceFunction(model::DistanceFunction distance)
{
    switch (distance) {
    case model::DistanceFunction::DotProduct:
        return api::DistanceFunction::DotProduct;
    case model::DistanceFunction::Euclidean:
        return api::DistanceFunction::Euclidean;
    case model::DistanceFunction::Cosine:
        break;
    }
    return api::DistanceFunction::Cosine;
}

Result<void> addSearchSchema(const std::vector<api::SearchSchemaElement> &elements, AttributeTypes &types,
                             IndexDefinition &index)
{
    std::unordered_set<std::string_view> names;
    for (const auto &element : elements) {
        if (!names.insert(element.attributeName).second) // (unverified)
            return Error::invalidParameter("The SearchSchema contains multiple elements with the same name");
        const auto type = types.use(element.attributeName);
        if (!type)
            return Error::invalidParameter("One element in SearchSchema is not defined in attribute definitions");
        auto &part = element.searchSchemaElementType == api::SearchSchemaElementType::Hash
                         ? index.keys.partition
                         : index.vector.inlineFilters;
        part.push_back({element.attributeName, *type});
    }
    if (index.keys.partition.size() > 1) // (unverified)
        return Error::invalidParameter("The SearchSchema exceeds the maximum allowed number of HASH elements");
    if (index.vector.inlineFilters.size() > model::kInlineFilters) // (unverified)
        return Error::invalidParameter(
            "The SearchSchema exceeds the maximum allowed number of INLINE_FILTER elements");
    return {};
}

// The vector attribute and the inline filters count as projected (API Reference, "CreateTable").
Result<void> checkProjection(const IndexDefinition &index)
{
    const std::size_t projected =
        index.projection.nonKeyAttributes.size() + index.vector.inlineFilters.size() + 1;
    if (projected > model::kNonKeyAttributesPerIndex) // (unverified)
        return Error::invalidParameter("The number of projected attributes exceeds the limit of " +
                                       std::to_string(model::kNonKeyAttributesPerIndex) +
                                       " for index: " + index.name);
    return {};
}

Error conflict(const IndexDefinition &index, std::string_view why)
{
    return Error::invalidParameter("Conflicting attribute definition for '" + index.vector.attribute + "'. " +
                                   std::string(why));
}

} // namespace

template <class Index>
Result<IndexDefinition> vectorIndex(const Index &index, AttributeTypes &types)
{
    IndexDefinition definition;
    definition.kind = IndexKind::Vector;
    definition.name = index.indexName;
    definition.vector.attribute = index.vectorAttribute.attributeName;
    if (index.dimensions > static_cast<std::int32_t>(model::kVectorDimensions))
        return Error::invalidParameter("Number of dimensions must be between 1 and " +
                                       std::to_string(model::kVectorDimensions) + " inclusive.");
    definition.vector.dimensions = static_cast<std::uint32_t>(index.dimensions);
    definition.vector.distance = distanceFunction(index.distanceFunction);
    if (index.searchSchema)
        STATOR_CHECK(addSearchSchema(*index.searchSchema, types, definition));
    STATOR_TRY(definition.projection, projectionOf(index.projection));
    STATOR_CHECK(checkProjection(definition));
    return definition;
}

template Result<IndexDefinition> vectorIndex(const api::VectorIndex &, AttributeTypes &);
template Result<IndexDefinition> vectorIndex(const api::CreateVectorIndexAction &, AttributeTypes &);

Result<void> checkVectorIndexes(const model::TableDefinition &table, const AttributeTypes &types)
{
    std::vector<const IndexDefinition *> vectors;
    for (const auto &index : table.indexes)
        if (index.kind == IndexKind::Vector)
            vectors.push_back(&index);
    if (vectors.empty())
        return {};
    if (table.billingMode != model::BillingMode::PayPerRequest)
        return Error::invalidParameter("Vector indexes are only supported for PAY_PER_REQUEST tables");
    for (const auto *index : vectors)
        if (types.isDefined(index->vector.attribute))
            return conflict(*index, "An attribute cannot be defined in AttributeDefinitions when used as a "
                                    "VectorAttribute.");
    for (const auto *index : vectors)
        for (const auto *other : vectors)
            if (index->vector.attribute == other->vector.attribute &&
                index->vector.dimensions != other->vector.dimensions)
                return conflict(*index, "All VectorIndexes on the same vector attribute must use the same "
                                        "dimensions.");
    if (vectors.size() > model::kVectorIndexes)
        return Error::invalidParameter("VectorIndex count exceeds the per-table limit of " +
                                       std::to_string(model::kVectorIndexes));
    return {};
}

api::VectorIndexDescription describeVectorIndex(const model::TableDefinition &table,
                                                const IndexDefinition &index)
{
    api::VectorIndexDescription description;
    description.indexName = index.name;
    if (!index.keys.partition.empty() || !index.vector.inlineFilters.empty()) {
        auto &schema = description.searchSchema.emplace();
        for (const auto &key : index.keys.partition)
            schema.push_back({key.name, api::SearchSchemaElementType::Hash});
        for (const auto &filter : index.vector.inlineFilters)
            schema.push_back({filter.name, api::SearchSchemaElementType::InlineFilter});
    }
    description.projection = describeProjection(index.projection);
    description.vectorAttribute = api::VectorAttributeDefinition{index.vector.attribute};
    description.dimensions = static_cast<std::int32_t>(index.vector.dimensions);
    description.distanceFunction = distanceFunction(index.vector.distance);
    description.indexStatus = indexStatus(index.status);
    if (index.status == model::IndexStatus::Creating && table.status != model::TableStatus::Creating)
        description.backfilling = index.isBackfilling;
    return description;
}

} // namespace stator::operations
