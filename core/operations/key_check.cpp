#include "operations/key_check.h"

#include "document/writer.h"
#include "model/limits.h"
#include "operations/vector_check.h"

namespace stator::operations {

namespace {

using document::ItemView;
using document::ValueView;
using model::KeyAttribute;
using model::KeySchema;
using model::ValueType;

bool isEmpty(ValueView value)
{
    return (value.type() == ValueType::S || value.type() == ValueType::B) && value.text().empty();
}

std::string emptyWord(ValueType type)
{
    return type == ValueType::B ? "empty binary value" : "empty string value";
}

Error emptyKey(const KeyAttribute &key)
{
    return Error::validation(
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot "
        "contain an " +
        emptyWord(key.type) + ". Key: " + key.name);
}

Error emptyIndexKey(const model::IndexDefinition &index, const KeyAttribute &key)
{
    return Error::validation(
        "One or more parameter values are not valid. A value specified for a secondary index key is "
        "not supported. The AttributeValue for a key attribute cannot contain an " +
        emptyWord(key.type) + ". IndexName: " + index.name + ", IndexKey: " + key.name);
}

std::uint32_t totalSize(const std::vector<KeyAttribute> &keys, ItemView item)
{
    std::uint32_t total = 0;
    for (const auto &key : keys)
        if (const auto value = item.attribute(key.name))
            total += value->sizeBytes();
    return total;
}

template <class Visit>
Result<void> eachKey(const KeySchema &keys, Visit visit)
{
    for (const auto *part : {&keys.partition, &keys.sort})
        for (const auto &key : *part)
            STATOR_CHECK(visit(key));
    return {};
}

Result<void> checkIndexKey(const model::IndexDefinition &index, ItemView item)
{
    STATOR_CHECK(eachKey(index.keys, [&](const KeyAttribute &key) -> Result<void> {
        const auto value = item.attribute(key.name);
        if (value && value->type() != key.type)
            return indexKeyMismatch(index, key, value->type());
        if (value && isEmpty(*value))
            return emptyIndexKey(index, key);
        return {};
    }));
    STATOR_CHECK(checkKeySizes(index.keys, item));
    return index.kind == model::IndexKind::Vector ? checkVectorEntry(index, item) : Result<void>();
}

// Of several indexes that `check` refuses the alphabetically first one is named.
template <class Check>
Result<void> eachIndex(const model::TableDefinition &table, Check check)
{
    const model::IndexDefinition *first = nullptr;
    for (const auto &index : table.indexes)
        if (index.status != model::IndexStatus::Deleting && (!first || index.name < first->name) &&
            !check(index).ok())
            first = &index;
    return first ? check(*first) : Result<void>();
}

Result<void> checkIndexKeys(const model::TableDefinition &table, ItemView item)
{
    return eachIndex(table, [&](const model::IndexDefinition &index) { return checkIndexKey(index, item); });
}

} // namespace

Error indexKeyMismatch(const model::IndexDefinition &index, const KeyAttribute &key, ValueType actual)
{
    return Error::invalidParameter(
        "Type mismatch for Index Key " + key.name + " Expected: " + std::string(model::wireName(key.type)) +
        " Actual: " + std::string(model::wireName(actual)) + " IndexName: " + index.name);
}

bool hasKey(const KeySchema &keys, ItemView item)
{
    for (const auto *part : {&keys.partition, &keys.sort})
        for (const auto &key : *part) {
            const auto value = item.attribute(key.name);
            if (!value || value->type() != key.type)
                return false;
        }
    return true;
}

Result<void> checkKeySizes(const KeySchema &keys, ItemView item)
{
    if (totalSize(keys.partition, item) > model::kPartitionKeyBytes)
        return Error::invalidParameter("Size of hashkey has exceeded the maximum size limit of2048 bytes");
    if (totalSize(keys.sort, item) > model::kSortKeyBytes)
        return Error::invalidParameter(
            "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    return {};
}

Result<void> checkKeysNotEmpty(const KeySchema &keys, ItemView item)
{
    return eachKey(keys, [&](const KeyAttribute &attribute) -> Result<void> {
        const auto value = item.attribute(attribute.name);
        return value && isEmpty(*value) ? Result<void>(emptyKey(attribute)) : Result<void>();
    });
}

Result<void> checkIndexKeysNotEmpty(const model::TableDefinition &table, ItemView item)
{
    return eachIndex(table, [&](const model::IndexDefinition &index) {
        return eachKey(index.keys, [&](const KeyAttribute &key) -> Result<void> {
            const auto value = item.attribute(key.name);
            return value && value->type() == key.type && isEmpty(*value)
                       ? Result<void>(emptyIndexKey(index, key))
                       : Result<void>();
        });
    });
}

Result<void> checkKey(const KeySchema &keys, ItemView key)
{
    const auto mismatch = [] {
        return Error::validation("The provided key element does not match the schema");
    };
    if (key.attributeCount() != keys.partition.size() + keys.sort.size())
        return mismatch();
    STATOR_CHECK(eachKey(keys, [&](const KeyAttribute &attribute) -> Result<void> {
        const auto value = key.attribute(attribute.name);
        if (!value || value->type() != attribute.type)
            return mismatch();
        return {};
    }));
    STATOR_CHECK(checkKeysNotEmpty(keys, key));
    return checkKeySizes(keys, key);
}

Result<void> checkItemKeys(const model::TableDefinition &table, ItemView item)
{
    STATOR_CHECK(eachKey(table.keys, [&](const KeyAttribute &key) -> Result<void> {
        const auto value = item.attribute(key.name);
        if (!value)
            return Error::invalidParameter("Missing the key " + key.name + " in the item");
        if (value->type() != key.type)
            return Error::invalidParameter("Type mismatch for key " + key.name +
                                           " expected: " + std::string(model::wireName(key.type)) +
                                           " actual: " + std::string(model::wireName(value->type())));
        return isEmpty(*value) ? Result<void>(emptyKey(key)) : Result<void>();
    }));
    STATOR_CHECK(checkKeySizes(table.keys, item));
    return checkIndexKeys(table, item);
}

Result<void> checkBatchItemKeys(const model::TableDefinition &table, ItemView item)
{
    if (!hasKey(table.keys, item))
        return Error::validation("The provided key element does not match the schema");
    return checkItemKeys(table, item);
}

document::Item keyOf(const KeySchema &keys, ItemView item)
{
    document::ItemWriter writer;
    for (const auto *part : {&keys.partition, &keys.sort})
        for (const auto &key : *part)
            if (const auto value = item.attribute(key.name)) {
                writer.name(key.name);
                writer.value(*value);
            }
    return writer.finish();
}

document::Item partitionKeyOf(const KeySchema &keys, ItemView item)
{
    return keyOf(KeySchema{keys.partition, {}}, item);
}

} // namespace stator::operations
