// The vector of a search as text, both ways.
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "base/result.h"
#include "document/item.h"

namespace stator::ui {

// The numbers of a search vector: "0.1, -2, 3", "[0.1, -2, 3]" or [{"N": "0.1"}, …]; the error is a sentence.
Result<std::vector<document::Value>> vectorFromText(const QString &text, int dimensions);
// The text that says the same as an attribute; nothing if it is no vector of so many dimensions.
std::optional<QString> vectorText(document::ValueView value, int dimensions);

} // namespace stator::ui
