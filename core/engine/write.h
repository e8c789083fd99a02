// A WriteSet is everything one client write does, atomically: the one way items change.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/item.h"
#include "encoding/entry.h"

namespace stator::engine {

class Table;

// What a mutation decided, looking at the item as it is.
struct Decision {
    enum class Kind : std::uint8_t { Keep, Put, Delete };
    Kind kind = Kind::Keep;
    document::Item item; // Put: the item as it shall be

    static Decision keep() { return {}; }
    static Decision put(document::Item item) { return {Kind::Put, std::move(item)}; }
    static Decision remove() { return {Kind::Delete, {}}; }
};

// The pure middle of a write: no I/O, no clock, no lock. An error refuses the whole set.
class Mutation {
public:
    virtual ~Mutation() = default;
    virtual Result<Decision> apply(std::optional<document::ItemView> previous) const = 0;
};

struct Write {
    std::shared_ptr<const Table> table;
    document::Item key; // exactly the key attributes, checked; or the whole item of a put
    std::unique_ptr<const Mutation> mutation;
};

struct WriteSet {
    std::vector<Write> writes; // distinct items
    encoding::Cause cause = encoding::Cause::Client;
    // Transactions try their latches: TransactionConflict instead of waiting, and report errors by position.
    bool isTransaction = false;
    std::string token;
    std::string tokenDigest;
};

// Sizes an index entry had and has; 0: no entry. For capacity (validation.md 11).
struct IndexEffect {
    std::uint32_t indexId = 0;
    std::uint32_t oldSizeBytes = 0;
    std::uint32_t newSizeBytes = 0;
    bool isKeyChanged = false; // the entry moved: costs both
    bool isChanged = false;    // equal entries cost nothing
};

struct WriteEffect {
    std::optional<document::Item> previous;
    std::optional<document::Item> current;
    std::vector<IndexEffect> indexes;
};

struct WriteOutcome {
    std::vector<WriteEffect> effects; // in the order of the writes
};

} // namespace stator::engine
