#include "document/value_view.h"

#include <algorithm>

namespace stator::document {

std::uint32_t ValueView::levels() const
{
    std::uint32_t inner = 0;
    if (type() == ValueType::L) {
        for (const ValueView element : elements())
            inner = std::max(inner, element.levels());
    } else if (type() == ValueType::M) {
        for (const Member &member : members())
            inner = std::max(inner, member.value.levels());
    }
    return inner + 1;
}

std::optional<ValueView> ValueView::element(std::uint32_t index) const
{
    STATOR_ASSERT(type() == ValueType::L);
    if (index >= count())
        return std::nullopt;
    auto at = elements().begin();
    for (; index > 0; --index)
        ++at;
    return *at;
}

std::optional<ValueView> ValueView::member(std::string_view name) const
{
    for (const Member &member : members()) {
        const int order = member.name.compare(name);
        if (order == 0)
            return member.value;
        if (order > 0)
            break;
    }
    return std::nullopt;
}

bool ValueView::containsElement(ValueView element) const
{
    for (const ValueView candidate : elements())
        if (candidate == element)
            return true;
    return false;
}

} // namespace stator::document
