// Amazon Resource Names of tables and what belongs to them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stator::operations {

struct TableArn {
    std::string region;
    std::string accountId;
    std::string table;
    std::string rest; // what follows the table, as "stream/…", or empty
};

std::string tableArn(std::string_view region, std::string_view accountId, std::string_view table);
std::string indexArn(std::string_view tableArn, std::string_view index);

std::string streamArn(std::string_view tableArn, std::string_view label);

// Nothing if `text` is not the ARN of a table or of something in it.
std::optional<TableArn> parseTableArn(std::string_view text);

} // namespace stator::operations
