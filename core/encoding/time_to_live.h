// Rows in order of expiry: which items of a table with time to live are due, without looking at the others.
//
//     key = 30 indexId:u32be expiry:u64be item     expiry in epoch seconds
//     item = the item's key without its keyspace and index id
//     row = nothing
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "document/item.h"

namespace stator::encoding {

// When an item expires by its attribute, in epoch seconds; a fraction is cut off. Nothing: the attribute is
// absent, not a number, negative, or beyond any calendar.
std::optional<std::uint64_t> expiryOf(std::string_view attribute, document::ItemView item);

void appendExpiryKey(std::uint32_t indexId, std::uint64_t expiry, std::string_view itemKey, std::string &out);

// The least key of those that expire at `expiry` or later.
std::string expiryBegin(std::uint32_t indexId, std::uint64_t expiry);
// The end of all of them.
std::string expiryEnd(std::uint32_t indexId);

bool isExpiryKey(std::string_view key);
std::uint64_t expiryOfKey(std::string_view key);
std::string itemKeyOf(std::string_view expiryKey);

} // namespace stator::encoding
