// Reads straight from a store: single items, and pages of a Query or Scan.
//
// A page is read over the state at the moment it began. Items are handed out where they lie in the store.
#pragma once

#include <functional>
#include <optional>

#include "base/result.h"
#include "document/item.h"
#include "engine/read.h"
#include "engine/table.h"

namespace stator::engine {

using PageSink = std::function<bool(document::ItemView)>;

// `key` holds the key attributes, checked.
Result<std::optional<document::Item>> readItem(const Table &table, document::ItemView key);

// Validation: exclusiveStart does not make a key of the table or index.
Result<PageEnd> readPage(const Table &table, const PageRequest &request, const PageSink &sink);

} // namespace stator::engine
