#include "operations/start_key.h"

#include <string>

#include "encoding/keys.h"
#include "operations/key_check.h"

namespace stator::operations {

namespace {

using document::ItemView;
using document::ValueView;
using engine::KeyCondition;
using engine::SortOperator;

// Encoded keys compare as their values do.
std::string encoded(ValueView value)
{
    std::string key;
    encoding::appendKeyValue(value, key);
    return key;
}

bool meets(const KeyCondition &condition, ValueView value)
{
    if (condition.op == SortOperator::BeginsWith) {
        const std::string_view beginning = condition.low.view().text();
        return value.text().substr(0, beginning.size()) == beginning;
    }
    const std::string key = encoded(value);
    const std::string low = encoded(condition.low.view());
    switch (condition.op) {
    case SortOperator::Equal:
        return key == low;
    case SortOperator::Less:
        return key < low;
    case SortOperator::LessOrEqual:
        return key <= low;
    case SortOperator::Greater:
        return key > low;
    case SortOperator::GreaterOrEqual:
        return key >= low;
    case SortOperator::Between:
        return key >= low && key <= encoded(condition.high.view());
    case SortOperator::BeginsWith:
    case SortOperator::None:
        break;
    }
    return true;
}

bool isInPartition(const model::KeySchema &keys, const KeyCondition &condition, ItemView start)
{
    for (std::size_t i = 0; i < keys.partition.size(); ++i)
        if (!(*start.attribute(keys.partition[i].name) == condition.partition[i].view()))
            return false;
    return true;
}

bool meetsSortCondition(const model::KeySchema &keys, const KeyCondition &condition, ItemView start)
{
    for (std::size_t i = 0; i < condition.sortEqual.size(); ++i)
        if (!(*start.attribute(keys.sort[i].name) == condition.sortEqual[i].view()))
            return false;
    if (condition.op == SortOperator::None)
        return true;
    return meets(condition, *start.attribute(keys.sort[condition.sortEqual.size()].name));
}

std::uint32_t segmentOf(std::uint64_t hash, const engine::PageRequest &scan)
{
    // The segment whose range holds the hash; ranges ascend with the segment.
    std::uint32_t low = 0;
    std::uint32_t high = scan.totalSegments;
    while (high - low > 1) {
        const std::uint32_t middle = low + (high - low) / 2;
        const std::string begin = encoding::segmentBegin(scan.indexId, middle, scan.totalSegments);
        if (encoding::hashOfKey(begin) <= hash)
            low = middle;
        else
            high = middle;
    }
    return low;
}

// Key values that no item can have.
Result<void> checkStartKeyValues(const ReadTarget &target, ItemView start)
{
    const auto check = [&](const model::KeySchema &keys) -> Result<void> {
        STATOR_CHECK(checkKeysNotEmpty(keys, start));
        return checkKeySizes(keys, start);
    };
    Result<void> checked = check(target.table->keys);
    if (checked.ok() && target.index)
        checked = check(target.index->keys);
    if (checked.ok())
        return {};
    return Error::validation("The provided starting key is invalid: " + checked.error().message);
}

} // namespace

bool isStartKey(const ReadTarget &target, ItemView start)
{
    std::uint32_t expected = 0;
    const auto holds = [&](const model::KeySchema &keys, const model::KeySchema *counted) {
        for (const auto *part : {&keys.partition, &keys.sort})
            for (const auto &key : *part) {
                const auto value = start.attribute(key.name);
                if (!value || value->type() != key.type)
                    return false;
                expected += !(counted && counted->contains(key.name));
            }
        return true;
    };
    if (!holds(target.table->keys, nullptr))
        return false;
    if (target.index && !holds(target.index->keys, &target.table->keys))
        return false;
    return start.attributeCount() == expected;
}

Result<void> checkQueryStart(const ReadTarget &target, const KeyCondition &condition, ItemView start)
{
    if (!isStartKey(target, start))
        return Error::validation("The provided starting key is invalid");
    STATOR_CHECK(checkStartKeyValues(target, start));
    const model::KeySchema &keys = target.keys();
    const bool isOneItem = !target.index && (!keys.hasSortKey() || condition.op == SortOperator::Equal);
    if (isOneItem)
        return Error::validation("The query can return at most one row and cannot be restarted");
    if (!isInPartition(keys, condition, start))
        return Error::validation(
            "The provided starting key is outside query boundaries based on provided conditions");
    if (!meetsSortCondition(keys, condition, start))
        return Error::validation("The provided starting key does not match the range key predicate");
    return {};
}

Result<void> checkScanStart(const ReadTarget &target, const engine::PageRequest &scan, ItemView start)
{
    if (!isStartKey(target, start))
        return Error::validation(
            target.index ? "The provided starting key is invalid"
                         : "The provided starting key is invalid: The provided key element does not "
                           "match the schema");
    STATOR_CHECK(checkStartKeyValues(target, start));
    if (scan.totalSegments <= 1 ||
        segmentOf(encoding::partitionHash(target.keys(), start), scan) == scan.segment)
        return {};
    return Error::validation("The provided starting key is invalid: Invalid ExclusiveStartKey. Please use "
                             "ExclusiveStartKey with correct Segment. TotalSegments: " +
                             std::to_string(scan.totalSegments) +
                             " Segment: " + std::to_string(scan.segment));
}

} // namespace stator::operations
