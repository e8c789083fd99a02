// An Update changes an item: UpdateExpression and legacy AttributeUpdates.
//
// Applying it computes every new value from the item as it was, then rewrites the item in one walk along the
// tree of target paths; attributes off the tree are copied as bytes.
//
// Threads: applyUpdate() may be called from any thread at the same time.
// Ownership: an Update holds its literals; it needs neither its text nor the Placeholders. Move-only.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/item.h"
#include "document/path_tree.h"
#include "expression/attribute_use.h"
#include "expression/placeholders.h"
#include "model/key_schema.h"

namespace stator::expression {

// A value on the right of SET. Functions and sums refer to terms that come before them.
struct Term {
    enum class Kind : std::uint8_t { Path, Literal, IfNotExists, ListAppend, Add, Subtract };
    Kind kind = Kind::Literal;
    std::uint32_t path = 0;      // Path, IfNotExists: into Update::paths
    std::uint32_t left = 0;      // ListAppend, Add, Subtract
    std::uint32_t right = 0;     // IfNotExists (the fallback), ListAppend, Add, Subtract
    document::ValueView literal; // Literal
};

struct UpdateAction {
    // AddLegacy also appends to lists, and mismatches of type have a text of their own, as in DeleteLegacy.
    enum class Kind : std::uint8_t { Set, Remove, Add, Delete, AddLegacy, DeleteLegacy };
    Kind kind = Kind::Set;
    std::uint32_t path = 0;      // the target, into Update::paths
    std::uint32_t term = 0;      // Set
    document::ValueView operand; // Add, Delete
};

struct Update {
    std::vector<UpdateAction> actions; // the leaf numbers of `targets` count these
    std::vector<Term> terms;
    std::vector<document::Path> paths;
    document::PathTree targets;
    std::vector<std::shared_ptr<const void>> literals; // owners of the literals' bytes

    // False if a missing item stays missing: there are actions, and all of them remove.
    bool createsItem() const;
    const document::Path &target(const UpdateAction &action) const { return paths[action.path]; }
    // SET of a literal: the value, known before the item is. Nothing for whatever is computed.
    std::optional<document::ValueView> literalValue(const UpdateAction &action) const;
    // The type its value, or operand, has whatever the item is; nothing if that depends on the item.
    std::optional<document::ValueType> knownType(const UpdateAction &action) const;
    // Of the paths, read or written, that go into an attribute.
    AttributeUses nestedUses() const;
};

Result<Update> parseUpdate(std::string_view text, Placeholders &placeholders);

// Refuses targets that are, or lead into, attributes of the table's primary key; the partition key is told
// first.
Result<void> checkTargetsAreNotKeys(const Update &update, const model::KeySchema &keys);

// The item as the update leaves it. Without `previous` it begins as `key`, the key attributes, and paths see
// those (observed). Callers ask createsItem() first.
Result<document::Item> applyUpdate(const Update &update, std::optional<document::ItemView> previous,
                                   document::ItemView key);

// For UPDATED_OLD: document::project(previous, updatedPaths(update)); for UPDATED_NEW the same of the new
// item.
const document::PathTree &updatedPaths(const Update &update);

} // namespace stator::expression
