// A PathTree holds the paths of one expression, shared by their beginnings.
//
// The overlap check builds it; projection, update and UPDATED_OLD/NEW walk it beside the document, so that
// each walks the document once, however many paths there are.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/path.h"

namespace stator::document {

class PathTree {
public:
    struct Node {
        // Names in order of their bytes, as members stand in a document; indexes ascending. At most one is
        // filled.
        std::map<std::string, std::unique_ptr<Node>, std::less<>> members;
        std::map<std::uint32_t, std::unique_ptr<Node>> elements;
        std::optional<std::uint32_t> leaf; // the number given to insert(), where a path ends

        bool isLeaf() const { return leaf.has_value(); }
    };

    // Adds a path whose end carries `leaf`. A path equal to, containing or contained in one that is there
    // overlaps; one that takes an index where another takes a name conflicts. The error is the text of
    // the service, without the `Invalid …Expression: ` in front.
    Result<void> insert(const Path &path, std::uint32_t leaf);

    // Adds all of them, numbered from 0. Of several clashes an overlap is told before any conflict.
    Result<void> insertAll(std::span<const Path> paths);

    const Node &root() const { return m_root; }
    bool empty() const { return m_root.members.empty(); }

private:
    Node m_root;
    std::vector<Path> m_paths; // for messages
};

// The item with only what `tree` selects: leaves inside rebuilt maps, list elements packed densely,
// unresolved paths gone without empty parents.
Item project(ItemView item, const PathTree &tree);
// The same, appended to `list` without an Item between.
void projectInto(ItemView item, const PathTree &tree, ItemList &list);

} // namespace stator::document
