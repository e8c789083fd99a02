#include "operations/arns.h"

#include <array>

namespace stator::operations {

std::string tableArn(std::string_view region, std::string_view accountId, std::string_view table)
{
    std::string arn = "arn:aws:dynamodb:";
    arn.append(region).append(1, ':').append(accountId).append(":table/").append(table);
    return arn;
}

std::string indexArn(std::string_view tableArn, std::string_view index)
{
    return std::string(tableArn) + "/index/" + std::string(index);
}

std::string streamArn(std::string_view tableArn, std::string_view label)
{
    return std::string(tableArn) + "/stream/" + std::string(label);
}

std::optional<TableArn> parseTableArn(std::string_view text)
{
    std::array<std::string_view, 5> parts; // arn, partition, service, region, account
    for (auto &part : parts) {
        const std::size_t colon = text.find(':');
        if (colon == std::string_view::npos)
            return std::nullopt;
        part = text.substr(0, colon);
        text.remove_prefix(colon + 1);
    }
    constexpr std::string_view kTable = "table/";
    if (parts[0] != "arn" || parts[2] != "dynamodb" || text.substr(0, kTable.size()) != kTable)
        return std::nullopt;
    text.remove_prefix(kTable.size());
    const std::size_t slash = text.find('/');
    const std::string_view table = text.substr(0, slash);
    if (parts[1].empty() || parts[3].empty() || parts[4].empty() || table.empty())
        return std::nullopt;
    return TableArn{std::string(parts[3]), std::string(parts[4]), std::string(table),
                    slash == std::string_view::npos ? std::string() : std::string(text.substr(slash + 1))};
}

} // namespace stator::operations
