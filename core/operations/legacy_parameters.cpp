#include "operations/legacy_parameters.h"

#include <algorithm>

namespace stator::operations {

namespace {

template <class T>
void sortByName(api::Map<T> &map)
{
    std::sort(map.begin(), map.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
}

Result<void> checkValue(const document::Value &value)
{
    if (const auto *fault = value.fault())
        return fault->error;
    return {};
}

Result<void> checkValues(const std::optional<std::vector<document::Value>> &values)
{
    if (values)
        for (const auto &value : *values)
            STATOR_CHECK(checkValue(value));
    return {};
}

// The names on the wire are what both enums share.
expression::ComparisonOperator comparison(api::ComparisonOperator op)
{
    const auto converted = expression::comparisonOperatorFromWireName(api::wireName(op));
    STATOR_ASSERT(converted);
    return *converted;
}

expression::LegacyUpdate::Action action(std::optional<api::AttributeAction> action)
{
    switch (action.value_or(api::AttributeAction::Put)) {
    case api::AttributeAction::Add:
        return expression::LegacyUpdate::Action::Add;
    case api::AttributeAction::Delete:
        return expression::LegacyUpdate::Action::Delete;
    case api::AttributeAction::Put:
        break;
    }
    return expression::LegacyUpdate::Action::Put;
}

} // namespace

Result<std::vector<expression::LegacyExpected>> legacyExpected(api::Map<api::ExpectedAttributeValue> expected)
{
    sortByName(expected);
    std::vector<expression::LegacyExpected> entries;
    for (auto &[name, value] : expected) {
        if (value.value)
            STATOR_CHECK(checkValue(*value.value));
        STATOR_CHECK(checkValues(value.attributeValueList));
        expression::LegacyExpected entry;
        entry.attribute = std::move(name);
        entry.exists = value.exists;
        entry.value = std::move(value.value);
        if (value.comparisonOperator)
            entry.op = comparison(*value.comparisonOperator);
        entry.values = std::move(value.attributeValueList);
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<std::vector<expression::LegacyCondition>> legacyConditions(api::Map<api::Condition> conditions)
{
    sortByName(conditions);
    std::vector<expression::LegacyCondition> entries;
    for (auto &[name, condition] : conditions) {
        STATOR_CHECK(checkValues(condition.attributeValueList));
        expression::LegacyCondition entry;
        entry.attribute = std::move(name);
        entry.op = comparison(condition.comparisonOperator);
        if (condition.attributeValueList)
            entry.values = std::move(*condition.attributeValueList);
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<std::vector<expression::LegacyUpdate>> legacyUpdates(api::Map<api::AttributeValueUpdate> updates)
{
    sortByName(updates);
    std::vector<expression::LegacyUpdate> entries;
    for (auto &[name, update] : updates) {
        if (update.value)
            STATOR_CHECK(checkValue(*update.value));
        entries.push_back({std::move(name), std::move(update.value), action(update.action)});
    }
    return entries;
}

std::optional<expression::ConditionalOperator>
legacyOperator(std::optional<api::ConditionalOperator> conditionalOperator)
{
    if (!conditionalOperator)
        return std::nullopt;
    return *conditionalOperator == api::ConditionalOperator::Or ? expression::ConditionalOperator::Or
                                                                : expression::ConditionalOperator::And;
}

Result<void> checkOperatorHasUse(bool hasOperator, bool hasConditions)
{
    if (hasOperator && !hasConditions)
        return Error::validation("ConditionalOperator cannot be used without Filter or Expected");
    return {};
}

} // namespace stator::operations
