#include "base/error.h"

namespace stator {

Error Error::conditionalCheckFailed(std::string item)
{
    Error error{ErrorCode::ConditionalCheckFailed, "The conditional request failed", {}};
    if (!item.empty())
        error.detail = std::make_shared<const ErrorDetail>(ErrorDetail{std::move(item), {}, {}});
    return error;
}

} // namespace stator
