#include <algorithm>
#include <span>

#include "expression/key_condition.h"
#include "expression/value_order.h"
#include "model/limits.h"

namespace stator::expression {

namespace {

const KeyClause *findClause(const KeyConditions &conditions, std::string_view attribute)
{
    for (const KeyClause &clause : conditions.clauses)
        if (clause.attribute == attribute)
            return &clause;
    return nullptr;
}

Error notSupported()
{
    return Error::validation("Query key condition not supported");
}

Error missedElement(std::string_view attribute)
{
    return Error::validation("Query condition missed key schema element: " + std::string(attribute));
}

// Every clause must be on a key attribute, every partition attribute must be fixed.
Result<void> checkAttributes(const KeyConditions &conditions, const model::KeySchema &keys)
{
    const bool isPlain = keys.partition.size() == 1 && keys.sort.size() <= 1;
    if (isPlain && conditions.clauses.size() > 2)
        return Error::validation("Conditions can be of length 1 or 2 only");
    for (const model::KeyAttribute &key : keys.partition)
        if (!findClause(conditions, key.name))
            return missedElement(key.name);
    for (const KeyClause &clause : conditions.clauses) {
        if (keys.contains(clause.attribute))
            continue;
        for (const model::KeyAttribute &key : keys.sort)
            if (!findClause(conditions, key.name))
                return missedElement(key.name);
        return notSupported();
    }
    for (const model::KeyAttribute &key : keys.partition)
        if (findClause(conditions, key.name)->op != KeyOperator::Equal)
            return notSupported();
    return {};
}

// Sort attributes are constrained from the left without gaps, all but the last by equality.
Result<void> checkSortOrder(const KeyConditions &conditions, const model::KeySchema &keys)
{
    std::string unequal;
    for (const model::KeyAttribute &key : keys.sort) {
        const KeyClause *clause = findClause(conditions, key.name);
        if (clause && !unequal.empty())
            return Error::validation(
                "RANGE key attributes " + unequal +
                " must have equality conditions specified in the query because a condition is "
                "present on key attribute " +
                key.name);
        if (clause && clause->op == KeyOperator::Equal)
            continue;
        if (!unequal.empty())
            unequal += ", ";
        unequal += key.name;
    }
    return {};
}

Result<void> checkValue(const model::KeyAttribute &key, document::ValueView value)
{
    if (value.type() != key.type)
        return Error::invalidParameter("Condition parameter type does not match schema type");
    if (key.type != document::ValueType::N && value.text().empty())
        return Error::validation(
            std::string("One or more parameter values are not valid. The AttributeValue for a "
                        "key attribute cannot contain an empty ") +
            (key.type == document::ValueType::S ? "string" : "binary") + " value. Key: " + key.name);
    return {};
}

Result<void> checkValues(const KeyConditions &conditions, std::span<const model::KeyAttribute> keys)
{
    for (const model::KeyAttribute &key : keys) {
        const KeyClause *clause = findClause(conditions, key.name);
        if (!clause)
            continue;
        STATOR_CHECK(checkValue(key, clause->low.view()));
        if (clause->op == KeyOperator::Between)
            STATOR_CHECK(checkValue(key, clause->high.view()));
    }
    return {};
}

std::uint64_t totalBytes(const KeyConditions &conditions, std::span<const model::KeyAttribute> keys)
{
    std::uint64_t bytes = 0;
    for (const model::KeyAttribute &key : keys) {
        const KeyClause *clause = findClause(conditions, key.name);
        if (!clause)
            continue;
        const std::uint64_t low = clause->low.view().sizeBytes();
        const std::uint64_t high = clause->op == KeyOperator::Between ? clause->high.view().sizeBytes() : 0;
        bytes += std::max(low, high);
    }
    return bytes;
}

} // namespace

Result<BoundKeyCondition> bindKeyCondition(const KeyConditions &conditions, const model::KeySchema &keys)
{
    STATOR_CHECK(checkAttributes(conditions, keys));
    STATOR_CHECK(checkSortOrder(conditions, keys));
    STATOR_CHECK(checkValues(conditions, keys.partition));
    STATOR_CHECK(checkValues(conditions, keys.sort));
    if (totalBytes(conditions, keys.partition) > model::kPartitionKeyBytes)
        return Error::invalidParameter("Size of hashkey has exceeded the maximum size limit of2048 bytes");
    if (totalBytes(conditions, keys.sort) > model::kSortKeyBytes)
        return Error::invalidParameter(
            "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");

    BoundKeyCondition bound;
    for (const model::KeyAttribute &key : keys.partition)
        bound.partition.push_back(findClause(conditions, key.name)->low);
    for (const model::KeyAttribute &key : keys.sort) {
        const KeyClause *clause = findClause(conditions, key.name);
        if (!clause)
            break;
        if (bound.op == KeyOperator::Equal)
            bound.sortEqual.push_back(std::move(bound.low));
        bound.op = clause->op;
        bound.low = clause->low;
        bound.high = clause->high;
    }
    return bound;
}

} // namespace stator::expression
