#include "document/path.h"

namespace stator::document {

std::optional<ValueView> resolve(ItemView item, const Path &path)
{
    std::optional<ValueView> value = item.map();
    for (const PathStep &step : path) {
        if (const auto *name = std::get_if<std::string>(&step))
            value = value->type() == ValueType::M ? value->member(*name) : std::nullopt;
        else
            value =
                value->type() == ValueType::L ? value->element(std::get<std::uint32_t>(step)) : std::nullopt;
        if (!value)
            return std::nullopt;
    }
    return value;
}

std::string pathText(const Path &path)
{
    std::string text;
    for (const PathStep &step : path) {
        if (!text.empty())
            text += ", ";
        if (const auto *name = std::get_if<std::string>(&step))
            text += *name;
        else
            text += '[' + std::to_string(std::get<std::uint32_t>(step)) + ']';
    }
    return text;
}

} // namespace stator::document
