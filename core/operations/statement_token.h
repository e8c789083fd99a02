// NextToken of ExecuteStatement: where the next page of a SELECT begins.
//
// Clients see base64 of a version, the position, and a checksum over both and the request it belongs to: with
// another statement, other parameters or a changed character it is refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/item.h"

namespace stator::operations {

struct StatementPosition {
    std::uint32_t query = 0;             // of the partitions that the statement selects
    std::optional<document::Item> after; // key attributes; absent: from the beginning
};

class StatementTokens {
public:
    StatementTokens(std::string_view statement, const std::vector<document::Value> &parameters);

    std::string tokenOf(const StatementPosition &position) const;
    Result<StatementPosition> positionOf(std::string_view token) const;

private:
    std::string checksumOf(std::string_view body) const;

    std::string m_request; // what makes tokens of different requests differ
};

// A token that is not one of this request.
Error foreignToken();

} // namespace stator::operations
