// Changes the type of a value where nothing is lost, and says why where something would be.
#pragma once

#include <memory>

#include <QtCore/QString>

#include "features/items/editor/item_draft.h"

namespace stator::ui {

struct Conversion {
    std::unique_ptr<DraftNode> content; // nullptr: it does not convert
    QString reason;                     // why not, as a sentence
};

// Converting back gives the same value, or what was there was empty.
Conversion convert(const DraftNode &node, ValueType type);

// What a new value of the type begins with: "", an empty number, false, an empty list, …
std::unique_ptr<DraftNode> emptyValue(ValueType type);

} // namespace stator::ui
