// The two texts of a draft: plain JSON, and the DynamoDB JSON of the wire, both pretty-printed.
//
// Plain JSON says less than a document holds, so reading it takes the draft it was written from: a path
// remembers its type. An array that was NS stays NS, a string that was B stays base64; what is new is S, N,
// BOOL, NULL, L or M.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "features/items/editor/item_draft.h"
#include "features/items/editor/json_tree.h"

namespace stator::ui {

enum class TextForm { Plain, Wire };

// Every value must be encodable (see DraftFault::isUnreadable).
std::string draftText(const ItemDraft &draft, TextForm form);

struct TextRead {
    std::optional<ItemDraft> draft; // nothing if the text is no draft at all
    std::vector<TextFault> faults;  // in the order of the text
};

// `before` gives types to plain JSON, and bytes to values that did not change.
TextRead readDraft(std::string_view text, TextForm form, const ItemDraft &before, const model::KeySchema &keys);

} // namespace stator::ui
