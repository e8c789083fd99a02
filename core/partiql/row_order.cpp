#include "partiql/row_order.h"

#include <algorithm>
#include <span>
#include <string>

#include "expression/value_order.h"

namespace stator::partiql {

namespace {

Result<void> checkOrder(const Statement &statement, const model::KeySchema &keys,
                        const PartitionAccess &access)
{
    if (statement.where == Node::kNone)
        return Error::validation("Must have WHERE clause in the statement when using ORDER BY clause.");
    for (const OrderKey &key : statement.order)
        if (!keys.contains(key.attribute))
            return Error::validation("Attribute " + key.attribute +
                                     " in ORDER BY clause must be part of the primary key");
    if (access.queries.empty())
        return Error::validation(
            "Must have at least one non-optional hash key condition in WHERE clause when "
            "using ORDER BY clause.");
    return {};
}

// The keys of ORDER BY that are of one part of the schema.
std::vector<OrderKey> keysIn(const std::vector<OrderKey> &order, std::span<const model::KeyAttribute> part)
{
    std::vector<OrderKey> found;
    for (const OrderKey &key : order)
        if (std::any_of(part.begin(), part.end(), [&](const model::KeyAttribute &attribute) {
                return attribute.name == key.attribute;
            }))
            found.push_back(key);
    return found;
}

// Items of a partition lie in the order of all sort attributes, forward or backward. Those that ORDER BY does
// not name descend (observed).
Result<bool> directionOf(const std::vector<OrderKey> &order, std::span<const model::KeyAttribute> sort)
{
    for (std::size_t i = 0; i < order.size(); ++i)
        if (i >= sort.size() || order[i].attribute != sort[i].name ||
            order[i].isDescending != order.front().isDescending)
            return Error::validation(
                "The keys in ORDER BY clause must have the order and one direction of the "
                "key schema.");
    return !order.empty() && !order.front().isDescending;
}

document::ValueView valueOf(const expression::KeyConditions &query, const std::string &attribute)
{
    const auto clause = std::find_if(query.clauses.begin(), query.clauses.end(),
                                     [&](const auto &one) { return one.attribute == attribute; });
    return clause->low.view();
}

bool comesBefore(const expression::KeyConditions &a, const expression::KeyConditions &b,
                 const std::vector<OrderKey> &order)
{
    for (const OrderKey &key : order) {
        const document::ValueView left = valueOf(a, key.attribute);
        const document::ValueView right = valueOf(b, key.attribute);
        // Values of a wrong type are refused later, when they are bound to the schema.
        const bool areOrdered = left.type() == right.type() && model::isKeyType(left.type());
        const int difference =
            areOrdered ? expression::compareOrdered(left, right) : left.bytes().compare(right.bytes());
        if (difference != 0)
            return key.isDescending ? difference > 0 : difference < 0;
    }
    return false;
}

} // namespace

Result<bool> applyOrder(const Statement &statement, const model::KeySchema &keys, PartitionAccess &access)
{
    if (statement.order.empty())
        return true;
    STATOR_CHECK(checkOrder(statement, keys, access));
    const std::vector<OrderKey> partitions = keysIn(statement.order, keys.partition);
    STATOR_TRY(const bool isForward, directionOf(keysIn(statement.order, keys.sort), keys.sort));
    if (access.queries.size() == 1)
        return isForward;
    if (partitions.empty() || statement.order.front().attribute != partitions.front().attribute)
        return Error::validation(
            "Must have hash key in ORDER BY clause when more than one hash key condition "
            "specified in WHERE clause.");
    std::stable_sort(access.queries.begin(), access.queries.end(),
                     [&](const auto &a, const auto &b) { return comesBefore(a, b, partitions); });
    return isForward;
}

} // namespace stator::partiql
