#include "operations/parameters.h"

namespace stator::operations {

namespace {

std::string listed(Parameters parameters)
{
    std::string text;
    for (const auto &parameter : parameters) {
        if (!parameter.isGiven)
            continue;
        if (!text.empty())
            text += ", ";
        text += parameter.name;
    }
    return text;
}

} // namespace

Result<void> checkNotMixed(Parameters legacy, Parameters expressions)
{
    const std::string old = listed(legacy);
    if (old.empty())
        return {};
    const std::string recent = listed(expressions);
    if (recent.empty())
        return {};
    return Error::validation("Can not use both expression and non-expression parameters in the same request: "
                             "Non-expression parameters: {" +
                             old + "} Expression parameters: {" + recent + "}");
}

Result<void> checkValues(const document::Item &item)
{
    if (const auto *fault = item.fault())
        return fault->error;
    return {};
}

Result<void> checkPlaceholdersHaveUse(bool hasNames, bool hasValues, const PlaceholderRules &rules)
{
    if (hasNames && !rules.mayUseNames)
        return expression::namesWithoutExpression();
    if (hasValues && !rules.mayUseValues)
        return expression::valuesWithoutExpression(rules.absent);
    return {};
}

Result<expression::Placeholders> placeholdersOf(std::optional<api::Map<std::string>> names,
                                                const std::optional<document::Item> &values)
{
    if (!names && !values)
        return expression::Placeholders();
    expression::Placeholders::NameMap map;
    if (names)
        for (auto &entry : *names)
            map.emplace(std::move(entry.first), std::move(entry.second));
    return expression::Placeholders::create(names ? &map : nullptr, values ? &*values : nullptr);
}

} // namespace stator::operations
