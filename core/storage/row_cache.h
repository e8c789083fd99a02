// The RowCache keeps rows that were read lately, so that reading one again costs a probe instead of a search
// through LevelDB's buffer and tables. What is hot is found here, and a write of it updates it.
//
// A row is never older here than in its store: a write takes its rows out before the store has it, nothing is
// kept while it lasts, and what a reader fetched from the store is kept only if no write came in between.
//
// Threads: every method from any thread. Two writes of one store come one after the other.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace stator::storage {

class RowCache {
public:
    // Key and row. Larger ones are left to LevelDB: copying them costs what finding them does.
    static constexpr std::size_t kLargestRow = 8192;

    explicit RowCache(std::size_t bytes);
    ~RowCache();
    RowCache(const RowCache &) = delete;
    RowCache &operator=(const RowCache &) = delete;

    // The number of a store that is opened now; never given twice.
    static std::uint64_t newStoreNumber();

    struct Name {
        std::uint64_t store = 0;
        std::string_view key;
        std::uint64_t hash = 0;
    };
    static Name nameOf(std::uint64_t store, std::string_view key);

    // What find() saw of the writes so far.
    using Ticket = std::uint32_t;

    // False: it is not here. Who then reads it from the store offers it with the ticket.
    bool find(const Name &name, std::string &row, Ticket &ticket);
    void offer(const Name &name, std::string_view row, Ticket ticket);

    // Around a write of the store. Returns whether the row was here: then it is given back afterwards, unless
    // it is gone.
    bool writeBegins(const Name &name);
    void writeEnds(const Name &name, const std::string_view *row);

    std::size_t sizeBytes() const;

private:
    struct Slot;
    struct Bucket;
    struct Shard;

    Shard &shardOf(std::uint64_t hash) const;
    Bucket &bucketOf(Shard &shard, std::uint64_t hash) const;
    bool isWorthKeeping(const Name &name, std::string_view row) const;
    static Slot *findIn(Bucket &bucket, const Name &name);
    void keep(Shard &shard, Bucket &bucket, const Name &name, std::string_view row) const;
    static void drop(Shard &shard, Slot &slot);
    void makeRoom(Shard &shard, std::size_t bytes) const;

    const std::size_t m_shardBytes;
    const std::size_t m_bucketsPerShard; // a power of two
    const std::unique_ptr<Shard[]> m_shards;
};

} // namespace stator::storage
