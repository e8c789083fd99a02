#include "operations/page_parameters.h"

#include <array>

namespace stator::operations {

namespace {

// The service says these without the words for a starting key in front.
bool standsAlone(std::string_view text)
{
    constexpr std::array<std::string_view, 5> kBeginnings = {
        "The parameter cannot be converted to a numeric value",
        "Number overflow.",
        "Number underflow.",
        "Attempting to store more than 38 significant digits",
        "Input collection contains duplicates",
    };
    for (const auto beginning : kBeginnings)
        if (text.substr(0, beginning.size()) == beginning)
            return true;
    return text.find("contains duplicates.") != std::string_view::npos ||
           text.find("number set") != std::string_view::npos;
}

std::string_view phrase(api::Select select)
{
    return select == api::Select::Count ? "only the Count" : api::wireName(select);
}

} // namespace

Result<void> checkStartValues(const std::optional<document::Item> &start)
{
    const auto *fault = start ? start->fault() : nullptr;
    if (!fault)
        return {};
    if (standsAlone(fault->error.message))
        return fault->error;
    return Error::validation("The provided starting key is invalid: " + fault->error.message);
}

Result<api::Select> resolveSelect(const SelectRules &rules)
{
    using api::Select;
    const bool hasProjection = rules.hasProjectionExpression || rules.hasAttributesToGet;
    if (!rules.select) {
        if (hasProjection)
            return Select::SpecificAttributes;
        return rules.hasIndex ? Select::AllProjectedAttributes : Select::AllAttributes;
    }
    const Select select = *rules.select;
    if (select == Select::SpecificAttributes && !hasProjection)
        return Error::validation(
            std::string(rules.isQuery ? "1 validation error detected: " : "") +
            "Must specify the AttributesToGet or ProjectionExpression when choosing to get "
            "SPECIFIC_ATTRIBUTES");
    if (select != Select::SpecificAttributes && hasProjection)
        return Error::validation(
            std::string("Cannot specify the ") +
            (rules.hasProjectionExpression ? "ProjectionExpression" : "AttributesToGet") +
            " when choosing to get " + std::string(phrase(select)));
    if (select == Select::AllProjectedAttributes && !rules.hasIndex)
        return Error::validation(
            "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    return select;
}

} // namespace stator::operations
