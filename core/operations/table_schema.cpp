#include "operations/table_schema.h"

#include <algorithm>
#include <unordered_set>

#include "model/limits.h"

namespace stator::operations {

namespace {

constexpr std::size_t kGlobalKeyAttributes = 4; // of each kind

model::ValueType valueType(api::ScalarAttributeType type)
{
    switch (type) {
    case api::ScalarAttributeType::N:
        return model::ValueType::N;
    case api::ScalarAttributeType::B:
        return model::ValueType::B;
    case api::ScalarAttributeType::S:
        break;
    }
    return model::ValueType::S;
}

std::string namesOf(const std::vector<api::KeySchemaElement> &elements)
{
    std::string names;
    for (const auto &element : elements)
        names += (names.empty() ? "" : ", ") + element.attributeName;
    return names;
}

Result<void> checkOrder(const std::vector<api::KeySchemaElement> &elements)
{
    if (elements.front().keyType != api::KeyType::Hash)
        return Error::validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    if (elements.size() < 2)
        return {};
    if (elements[1].keyType != api::KeyType::Range)
        return Error::validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
    if (elements[0].attributeName == elements[1].attributeName)
        return Error::validation(
            "Both the Hash Key and the Range Key element in the KeySchema have the same name");
    return {};
}

// The order of kinds, their numbers and distinct names, where a key may have several attributes.
Result<void> checkGlobalOrder(const std::vector<api::KeySchemaElement> &elements)
{
    if (elements.size() <= 2 && std::count_if(elements.begin(), elements.end(), [](const auto &element) {
                                    return element.keyType == api::KeyType::Hash;
                                }) <= 1)
        return checkOrder(elements);
    std::unordered_set<std::string_view> names;
    std::size_t hash = 0;
    std::size_t range = 0;
    for (const auto &element : elements) {
        if (element.keyType == api::KeyType::Hash && range > 0)
            return Error::invalidParameter(
                "All HASH key attributes must precede RANGE key attributes in the KeySchema");
        (element.keyType == api::KeyType::Hash ? hash : range) += 1;
        if (!names.insert(element.attributeName).second)
            return Error::validation("The KeySchema contains multiple key attributes with the same name");
    }
    if (hash == 0)
        return Error::validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    if (hash > kGlobalKeyAttributes)
        return Error::invalidParameter(
            "The KeySchema exceeds the maximum allowed number of HASH key attributes");
    if (range > kGlobalKeyAttributes)
        return Error::invalidParameter(
            "The KeySchema exceeds the maximum allowed number of RANGE key attributes");
    return {};
}

// Nothing if an attribute has no definition.
std::optional<model::KeySchema> schemaOf(const std::vector<api::KeySchemaElement> &elements,
                                         AttributeTypes &types)
{
    model::KeySchema keys;
    for (const auto &element : elements) {
        const auto type = types.use(element.attributeName);
        if (!type)
            return std::nullopt;
        (element.keyType == api::KeyType::Hash ? keys.partition : keys.sort)
            .push_back({element.attributeName, *type});
    }
    return keys;
}

Error undefinedIndexKeys(const std::vector<api::KeySchemaElement> &elements, const AttributeTypes &types)
{
    return Error::invalidParameter(
        "Some index key attributes are not defined in AttributeDefinitions. Keys: [" + namesOf(elements) +
        "], AttributeDefinitions: [" + types.names() + "]");
}

template <class Index>
Result<void> setIndexThroughput(const Index &index, model::BillingMode billing, const ChangeSite &site,
                                model::IndexDefinition &definition)
{
    const std::string subject = "index " + index.indexName;
    if (billing == model::BillingMode::PayPerRequest && index.provisionedThroughput)
        return Error::invalidParameter("ProvisionedThroughput should not be specified for index: " +
                                       index.indexName + " when BillingMode is PAY_PER_REQUEST");
    if (billing == model::BillingMode::Provisioned && !index.provisionedThroughput)
        return Error::invalidParameter("ProvisionedThroughput is not specified for index: " +
                                       index.indexName);
    if (index.provisionedThroughput)
        STATOR_CHECK(checkUnits(*index.provisionedThroughput, site.region));
    definition.throughput = throughputOf(index.provisionedThroughput);
    if (index.onDemandThroughput)
        STATOR_CHECK(
            mergeOnDemand(*index.onDemandThroughput, billing, subject, definition.onDemandThroughput));
    if (index.warmThroughput)
        STATOR_CHECK(setWarm(*index.warmThroughput, billing, definition.throughput, subject,
                             definition.warmThroughput));
    return {};
}

} // namespace

Result<AttributeTypes> AttributeTypes::create(const std::vector<api::AttributeDefinition> &definitions)
{
    AttributeTypes types;
    std::unordered_set<std::string_view> names;
    for (const auto &definition : definitions) {
        if (!names.insert(definition.attributeName).second)
            return Error::validation("Attribute Name is duplicated: " + definition.attributeName);
        types.m_entries.push_back({definition.attributeName, valueType(definition.attributeType), false});
    }
    return types;
}

void AttributeTypes::addExisting(const model::KeySchema &keys)
{
    for (const auto *part : {&keys.partition, &keys.sort})
        for (const auto &key : *part) {
            const auto known = std::find_if(m_entries.begin(), m_entries.end(),
                                            [&](const Entry &entry) { return entry.name == key.name; });
            if (known != m_entries.end())
                known->type = key.type;
            else
                m_entries.push_back({key.name, key.type, true});
        }
}

std::optional<model::ValueType> AttributeTypes::use(const std::string &attribute)
{
    for (auto &entry : m_entries)
        if (entry.name == attribute) {
            entry.isUsed = true;
            return entry.type;
        }
    return std::nullopt;
}

bool AttributeTypes::isDefined(std::string_view attribute) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&](const Entry &entry) { return entry.name == attribute; });
}

bool AttributeTypes::isAnyUnused() const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return !entry.isUsed; });
}

std::string AttributeTypes::names() const
{
    std::string text;
    for (const auto &entry : m_entries)
        text += (text.empty() ? "" : ", ") + entry.name;
    return text;
}

std::string AttributeTypes::usedNames() const
{
    std::string text;
    for (const auto &entry : m_entries)
        if (entry.isUsed)
            text += (text.empty() ? "" : ", ") + entry.name;
    return text;
}

Result<model::KeySchema> tableKeys(const std::vector<api::KeySchemaElement> &elements, AttributeTypes &types)
{
    auto keys = schemaOf(elements, types);
    if (!keys)
        return Error::validation("Invalid KeySchema: Some index key attribute have no definition");
    STATOR_CHECK(checkOrder(elements));
    return std::move(*keys);
}

Result<model::KeySchema> globalIndexKeys(const std::vector<api::KeySchemaElement> &elements,
                                         AttributeTypes &types)
{
    STATOR_CHECK(checkGlobalOrder(elements));
    auto keys = schemaOf(elements, types);
    if (!keys)
        return undefinedIndexKeys(elements, types);
    return std::move(*keys);
}

Result<model::Projection> projectionOf(const api::Projection &projection)
{
    if (!projection.projectionType)
        return Error::invalidParameter("Unknown ProjectionType: null");
    const auto type = *projection.projectionType;
    model::Projection result;
    if (type != api::ProjectionType::Include) {
        if (projection.nonKeyAttributes)
            return Error::invalidParameter("ProjectionType is " + std::string(api::wireName(type)) +
                                           ", but NonKeyAttributes is specified");
        result.type =
            type == api::ProjectionType::All ? model::ProjectionType::All : model::ProjectionType::KeysOnly;
        return result;
    }
    if (!projection.nonKeyAttributes)
        return Error::invalidParameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
    std::unordered_set<std::string_view> names;
    for (const auto &name : *projection.nonKeyAttributes)
        if (!names.insert(name).second)
            return Error::invalidParameter("Duplicate element in NonKeyAttributes: " + name);
    result.type = model::ProjectionType::Include;
    result.nonKeyAttributes = *projection.nonKeyAttributes;
    return result;
}

Result<void> checkProjectedAttributes(const model::TableDefinition &table)
{
    std::size_t attributes = 0;
    for (const auto &index : table.indexes)
        attributes += index.projection.nonKeyAttributes.size();
    if (attributes > model::kProjectedAttributesPerTable)
        return Error::invalidParameter(
            "The total number of NonKeyAttributes of all indexes exceeds the limit of " +
            std::to_string(model::kProjectedAttributesPerTable));
    return {};
}

Result<model::IndexDefinition> localIndex(const api::LocalSecondaryIndex &index,
                                          const model::KeySchema &table, AttributeTypes &types)
{
    STATOR_CHECK(checkOrder(index.keySchema));
    auto keys = schemaOf(index.keySchema, types);
    if (!keys)
        return undefinedIndexKeys(index.keySchema, types);
    if (keys->sort.empty())
        return Error::invalidParameter("Index KeySchema does not have a range key for index: " +
                                       index.indexName);
    if (keys->partition.front().name != table.partition.front().name)
        return Error::invalidParameter(
            "Index KeySchema does not have the same leading hash key as table KeySchema for "
            "index: " +
            index.indexName + ". index hash key: " + keys->partition.front().name +
            ", table hash key: " + table.partition.front().name);
    model::IndexDefinition definition;
    definition.kind = model::IndexKind::Local;
    definition.name = index.indexName;
    definition.keys = std::move(*keys);
    STATOR_TRY(definition.projection, projectionOf(index.projection));
    return definition;
}

template <class Index>
Result<model::IndexDefinition> globalIndex(const Index &index, model::BillingMode billing,
                                           const ChangeSite &site, AttributeTypes &types)
{
    model::IndexDefinition definition;
    definition.kind = model::IndexKind::Global;
    definition.name = index.indexName;
    STATOR_TRY(definition.keys, globalIndexKeys(index.keySchema, types));
    STATOR_TRY(definition.projection, projectionOf(index.projection));
    STATOR_CHECK(setIndexThroughput(index, billing, site, definition));
    return definition;
}

template Result<model::IndexDefinition> globalIndex(const api::GlobalSecondaryIndex &, model::BillingMode,
                                                    const ChangeSite &, AttributeTypes &);
template Result<model::IndexDefinition> globalIndex(const api::CreateGlobalSecondaryIndexAction &,
                                                    model::BillingMode, const ChangeSite &,
                                                    AttributeTypes &);

model::Throughput throughputOf(const std::optional<api::ProvisionedThroughput> &throughput)
{
    model::Throughput result;
    if (throughput) {
        result.readUnits = throughput->readCapacityUnits;
        result.writeUnits = throughput->writeCapacityUnits;
    }
    return result;
}

} // namespace stator::operations
