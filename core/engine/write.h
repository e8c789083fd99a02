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
#include "model/table_definition.h"

namespace stator::engine {

class Table;

// What a mutation decided, looking at the item as it is.
struct Decision {
    enum class Kind : std::uint8_t {
        Keep,
        Put,      // `item` as it shall be
        PutGiven, // the item that Write::item holds: a put without a copy
        Delete,
    };
    Kind kind = Kind::Keep;
    document::Item item; // Put only

    static Decision keep() { return {}; }
    static Decision put(document::Item item) { return {Kind::Put, std::move(item)}; }
    static Decision putGiven() { return {Kind::PutGiven, {}}; }
    static Decision remove() { return {Kind::Delete, {}}; }
};

// The pure middle of a write: no I/O, no clock, no lock. An error refuses the whole set.
class Mutation {
public:
    virtual ~Mutation() = default;
    virtual Result<Decision> apply(std::optional<document::ItemView> previous) const = 0;
};

// Mutations without a condition: put Write::item, delete what has its key.
std::unique_ptr<const Mutation> putGiven();
std::unique_ptr<const Mutation> removeAlways();

struct Write {
    std::shared_ptr<const Table> table;
    document::Item item; // the key attributes, checked; or, for Decision::putGiven(), the whole item
    std::unique_ptr<const Mutation> mutation;
    // What the outcome shall tell beside sizes; each costs a copy or more.
    bool wantsPrevious = false;
    bool wantsCurrent = false;
    bool wantsIndexEffects = false;
};

struct WriteSet {
    std::vector<Write> writes; // distinct items, of one or several tables: together one entry
    encoding::Cause cause = encoding::Cause::Client;
    // Transactions try their latches instead of waiting, and answer TransactionCanceled with a reason for
    // each write. Other sets wait, and answer the first error as it is.
    bool isTransaction = false;
    std::string token; // idempotency token of a transaction, or empty
    std::string tokenDigest;
};

// Sizes an index entry had and has; 0: no entry. For capacity (API Reference, "Write capacity units").
struct IndexEffect {
    std::uint32_t indexId = 0;
    model::IndexKind kind = model::IndexKind::Global;
    std::uint32_t oldSizeBytes = 0;
    std::uint32_t newSizeBytes = 0;
    bool isKeyChanged = false; // the entry moved: costs both
    bool isChanged = false;    // equal entries cost nothing
};

struct WriteEffect {
    std::uint32_t previousSizeBytes = 0; // service size; 0: there was no item
    std::uint32_t currentSizeBytes = 0;
    std::optional<document::Item> previous; // wantsPrevious
    std::optional<document::Item> current;  // wantsCurrent
    std::vector<IndexEffect> indexes;       // wantsIndexEffects: only indexes that had or have an entry
};

struct WriteOutcome {
    std::vector<WriteEffect> effects; // in the order of the writes
    // The token had been answered before: nothing was written now, effects tell the items as they are.
    bool isReplay = false;
};

} // namespace stator::engine
