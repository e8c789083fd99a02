#include "engine/key_range.h"

#include "base/assert.h"
#include "document/writer.h"
#include "encoding/keys.h"

namespace stator::engine {

namespace {

using encoding::afterPrefix;

std::string withValue(const std::string &prefix, const document::Value &value)
{
    std::string key = prefix;
    encoding::appendKeyValue(value.view(), key);
    return key;
}

std::string withBeginning(const std::string &prefix, const document::Value &value)
{
    std::string key = prefix;
    encoding::appendKeyBeginning(value.view().text(), key);
    return key;
}

// Encoded values are self-delimiting: exactly the keys with this value begin with withValue().
KeyRange sortRange(const std::string &prefix, const KeyCondition &condition)
{
    switch (condition.op) {
    case SortOperator::None:
        return {prefix, afterPrefix(prefix)};
    case SortOperator::Equal: {
        std::string equal = withValue(prefix, condition.low);
        std::string end = afterPrefix(equal);
        return {std::move(equal), std::move(end)};
    }
    case SortOperator::Less:
        return {prefix, withValue(prefix, condition.low)};
    case SortOperator::LessOrEqual:
        return {prefix, afterPrefix(withValue(prefix, condition.low))};
    case SortOperator::Greater:
        return {afterPrefix(withValue(prefix, condition.low)), afterPrefix(prefix)};
    case SortOperator::GreaterOrEqual:
        return {withValue(prefix, condition.low), afterPrefix(prefix)};
    case SortOperator::Between:
        return {withValue(prefix, condition.low), afterPrefix(withValue(prefix, condition.high))};
    case SortOperator::BeginsWith: {
        std::string beginning = withBeginning(prefix, condition.low);
        std::string end = afterPrefix(beginning);
        return {std::move(beginning), std::move(end)};
    }
    }
    STATOR_ASSERT(false);
    return {};
}

KeyRange queryRange(std::uint32_t indexId, const KeyCondition &condition)
{
    std::vector<document::ValueView> partition;
    partition.reserve(condition.partition.size());
    for (const auto &value : condition.partition)
        partition.push_back(value.view());
    std::string prefix = encoding::partitionPrefix(indexId, partition);
    for (const auto &value : condition.sortEqual)
        encoding::appendKeyValue(value.view(), prefix);
    return sortRange(prefix, condition);
}

bool appendAttributes(const model::KeySchema &keys, const model::KeySchema *without, document::ItemView item,
                      document::ItemWriter &writer)
{
    bool isWhole = true;
    for (const auto *part : {&keys.partition, &keys.sort})
        for (const auto &key : *part) {
            if (without && without->contains(key.name))
                continue;
            const auto value = item.attribute(key.name);
            isWhole = isWhole && value.has_value();
            if (!value)
                continue;
            writer.name(key.name);
            writer.value(*value);
        }
    return isWhole;
}

} // namespace

KeyRange wholeRange(std::uint32_t indexId)
{
    return {encoding::segmentBegin(indexId, 0, 1), encoding::segmentBegin(indexId, 1, 1)};
}

KeyRange rangeOf(const PageRequest &request)
{
    if (request.condition)
        return queryRange(request.indexId, *request.condition);
    STATOR_ASSERT(request.segment < request.totalSegments);
    return {encoding::segmentBegin(request.indexId, request.segment, request.totalSegments),
            encoding::segmentBegin(request.indexId, request.segment + 1, request.totalSegments)};
}

const model::KeySchema *keySchemaOf(const model::TableDefinition &table, std::uint32_t indexId)
{
    if (indexId == 0)
        return &table.keys;
    for (const auto &index : table.indexes)
        if (index.id == indexId)
            return &index.keys;
    return nullptr;
}

std::optional<std::string> keyOf(const model::TableDefinition &table, std::uint32_t indexId,
                                 document::ItemView item)
{
    const model::KeySchema *keys = keySchemaOf(table, indexId);
    if (!keys)
        return std::nullopt;
    for (const auto *part : {&table.keys.partition, &table.keys.sort})
        for (const auto &key : *part) {
            const auto value = item.attribute(key.name);
            if (!value || value->type() != key.type)
                return std::nullopt;
        }
    if (indexId == 0)
        return encoding::itemKey(table.keys, item);
    return encoding::indexKey(indexId, *keys, table.keys, item);
}

document::Item keyAttributes(const model::TableDefinition &table, std::uint32_t indexId,
                             document::ItemView item)
{
    document::ItemWriter writer;
    bool isWhole = appendAttributes(table.keys, nullptr, item, writer);
    const model::KeySchema *keys = keySchemaOf(table, indexId);
    STATOR_ASSERT(keys);
    if (indexId != 0)
        isWhole = appendAttributes(*keys, &table.keys, item, writer) && isWhole;
    STATOR_ASSERT(isWhole);
    return writer.finish();
}

} // namespace stator::engine
