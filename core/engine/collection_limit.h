// The CollectionLimit holds item collections to their maximum: in a table with local indexes the items of one
// partition key and their entries in those indexes are together at most so large (Developer Guide, "Item
// collection size limit").
//
// No collection is larger than its table, so a small table costs one comparison. In a large one a collection
// is added up once, when it is first written to, and followed from there. A write on its way while that is
// done may be counted twice: the service calls its figure an estimate, too.
//
// Threads: every method from any thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "document/item.h"

namespace stator::engine {

class Table;

// What one write adds to a collection that is followed.
struct CollectionGrowth {
    std::uint64_t collection = 0; // fingerprint
    std::int64_t bytes = 0;
};

class CollectionLimit {
public:
    explicit CollectionLimit(std::uint64_t maxBytes) : m_maxBytes(maxBytes) {}

    // An item changes from `previous` to `current`, one of which may be missing. Refused with
    // ItemCollectionSizeLimitExceeded if it grows and its collection has no room for that. Nothing: its
    // collection is not followed.
    Result<std::optional<CollectionGrowth>> admit(const Table &table,
                                                  std::optional<document::ItemView> previous,
                                                  std::optional<document::ItemView> current);
    // The write has been applied.
    void follow(const std::vector<CollectionGrowth> &growths);

private:
    std::optional<std::uint64_t> known(std::uint64_t collection);
    Result<std::uint64_t> bytesOf(const Table &table, std::uint64_t collection, document::ItemView item);

    const std::uint64_t m_maxBytes;
    std::atomic<bool> m_followsAny{false};
    std::mutex m_mutex;
    std::unordered_map<std::uint64_t, std::uint64_t> m_bytes; // by fingerprint
};

} // namespace stator::engine
