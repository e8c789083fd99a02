// A document path: `a.b[3].c`, names already resolved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "document/item.h"

namespace stator::document {

// A member name, or an index into a list.
using PathStep = std::variant<std::string, std::uint32_t>;

// Never empty; the first step is an attribute name.
using Path = std::vector<PathStep>;

// The value at `path`, or nothing if a step does not lead anywhere.
std::optional<ValueView> resolve(ItemView item, const Path &path);

// As the service prints paths in messages: `a, b, [3]`.
std::string pathText(const Path &path);

} // namespace stator::document
