// Holds a draft against the rules of the service, with the engine's own judges: numbers, sets, sizes, keys.
#pragma once

#include <vector>

#include <QtCore/QString>

#include "features/items/editor/item_draft.h"

namespace stator::ui {

struct DraftFault {
    const DraftNode *node = nullptr; // the root: the item as a whole
    bool isUnreadable = false;       // the value cannot be encoded, so other views cannot show it
    QString sentence;
};

// In the order a person reads the tree; what concerns the whole item comes last.
// `fixedKey`: the key of an item that exists, which must stay.
std::vector<DraftFault> checkDraft(const ItemDraft &draft, const ItemRules &rules,
                                   const document::Item *fixedKey = nullptr);

// Why `text` is not a number of the service; empty if it is one.
QString numberFault(const std::string &text);
// Why the elements are not a set of that type; empty if they are.
QString setFault(ValueType type, const std::vector<std::string> &elements);
// Whether a set of that type holds the element, as the service compares: 1 and 1.0 are one number.
bool holdsElement(ValueType type, const std::vector<std::string> &elements, const std::string &element);

} // namespace stator::ui
