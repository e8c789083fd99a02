#include "engine/cancellation.h"

#include <memory>
#include <string>
#include <utility>

namespace stator::engine {

namespace {

// The reason's code; null: not a reason of one write.
const char *reasonCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ConditionalCheckFailed:
        return "ConditionalCheckFailed";
    case ErrorCode::Validation:
        return "ValidationError";
    case ErrorCode::TransactionConflict:
        return "TransactionConflict";
    case ErrorCode::ItemCollectionSizeLimitExceeded:
        return "ItemCollectionSizeLimitExceeded";
    case ErrorCode::ProvisionedThroughputExceeded:
        return "ProvisionedThroughputExceeded";
    case ErrorCode::Throttling:
        return "ThrottlingError";
    case ErrorCode::DuplicateItem:
        return "DuplicateItem";
    default:
        return nullptr;
    }
}

} // namespace

bool Cancellation::add(std::size_t write, const Error &error)
{
    const char *code = reasonCode(error.code);
    if (!code)
        return false;
    add(write, code, error);
    return true;
}

void Cancellation::add(std::size_t write, const char *code, const Error &error)
{
    m_any = true;
    m_reasons[write] = {code, error.message, error.detail ? error.detail->item : std::string()};
}

Error Cancellation::finish() &&
{
    std::string text = "Transaction cancelled, please refer cancellation reasons for specific reasons [";
    for (std::size_t i = 0; i < m_reasons.size(); ++i) {
        if (i != 0)
            text += ", ";
        text += m_reasons[i].code;
    }
    text += ']';
    auto detail = std::make_shared<ErrorDetail>();
    detail->reasons = std::move(m_reasons);
    return {ErrorCode::TransactionCanceled, std::move(text), std::move(detail)};
}

Error transactionConflict()
{
    return {ErrorCode::TransactionConflict, "Transaction is ongoing for the item.", {}};
}

} // namespace stator::engine
