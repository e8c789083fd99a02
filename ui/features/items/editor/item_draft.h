// An ItemDraft is an item while a person edits it: a tree whose values may be wrong for a while.
//
// A node that was read and not touched carries its bytes; they go into the result as they are. Everything
// else holds what was typed, so that a draft survives views, saving, and values that are not valid yet.
//
// Qt Core at most; no widgets. Threads: wherever its owner is.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/item.h"
#include "document/path.h"
#include "features/items/editor/item_rules.h"

namespace stator::ui {

using document::ValueType;
using model::elementType;

struct DraftNode {
    std::string name; // of a member; empty for the root and for elements of lists
    ValueType type = ValueType::S;
    std::string text;                                 // S: UTF-8; N: as typed; B: raw bytes
    bool boolean = false;                             // Bool
    std::vector<std::string> elements;                // sets: each as `text` would be
    std::vector<std::unique_ptr<DraftNode>> children; // L and M
    DraftNode *parent = nullptr;
    bool isKey = false;
    std::string carried; // the value's bytes as read; empty: it is new, or something inside was changed
    int offset = -1;     // where it begins in the text it was parsed from

    bool hasChildren() const { return type == ValueType::L || type == ValueType::M; }
    int row() const; // among its parent's children; -1 for a root
    std::unique_ptr<DraftNode> clone() const;
    const DraftNode *child(std::string_view member) const; // nullptr if there is none
    // Takes over type and content; name, place and key mark stay.
    void setContent(DraftNode &&other);
    void append(std::unique_ptr<DraftNode> node);
    // Of what is held now; for numbers that do not parse: of their text.
    bool hasContent() const;
};

class ItemDraft {
public:
    ItemDraft();

    // Key attributes first, in the order of the schema, then the others as they stand in the document.
    static ItemDraft ofItem(document::ItemView item, const model::KeySchema &keys);
    // The key attributes, empty; then what `pattern` holds beside them.
    static ItemDraft ofNew(const model::KeySchema &keys, document::ItemView pattern = {});
    static std::unique_ptr<DraftNode> nodeOf(document::ValueView value, std::string name = {});

    ItemDraft clone() const;
    DraftNode &root() { return *m_root; }
    const DraftNode &root() const { return *m_root; }

    // --- Edits. Each makes the node and those above it forget the bytes they carried. ---
    void setText(DraftNode &node, std::string text);
    void setBoolean(DraftNode &node, bool value);
    void setElements(DraftNode &node, std::vector<std::string> elements);
    void setContent(DraftNode &node, DraftNode &&content);
    void rename(DraftNode &node, std::string name);
    DraftNode &insert(DraftNode &parent, int row, std::unique_ptr<DraftNode> node);
    std::unique_ptr<DraftNode> take(DraftNode &parent, int row);
    // Within one parent; `to` counts without the moved one.
    void move(DraftNode &parent, int from, int to);

    // Takes over the bytes of values that are what they were in `before`.
    void carryFrom(const ItemDraft &before);
    // Key attributes are marked, and are there; they stand first.
    void markKeys(const model::KeySchema &keys);

    // The document; nothing if some value cannot be encoded (checkDraft() says which).
    std::optional<document::Item> item() const;
    // Exactly the key attributes; nothing if one cannot be encoded or is missing.
    std::optional<document::Item> key() const;

private:
    static void touch(DraftNode &node);
    std::unique_ptr<DraftNode> m_root;
};

// `name` with the least number behind it that no member has: "tags 2".
std::string freeName(const DraftNode &parent, const std::string &name);

document::Path pathOf(const DraftNode &node);
// nullptr if a step does not lead anywhere.
const DraftNode *nodeAt(const DraftNode &root, const document::Path &path);
// As document paths are written in expressions: `address.lines[2]`.
std::string pathText(const DraftNode &node);

} // namespace stator::ui
