#include "storage/row_cache.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstring>
#include <functional>

#include "base/assert.h"

namespace stator::storage {

namespace {

constexpr std::size_t kShards = 32;
constexpr std::size_t kSlotsPerBucket = 4;
// What the number of slots is reckoned with.
constexpr std::size_t kUsualRowBytes = 512;
// An allocation's own cost.
constexpr std::size_t kBlockOverhead = 16;

} // namespace

// A row: key and value in one block.
struct RowCache::Slot {
    std::uint64_t store = 0; // 0: empty
    std::unique_ptr<char[]> block;
    std::uint32_t blockBytes = 0;
    std::uint32_t rowBytes = 0;
    std::uint16_t keyBytes = 0;
    bool isReferenced = false; // found since the hand last came by

    std::string_view key() const { return {block.get(), keyBytes}; }
    std::string_view row() const { return {block.get() + keyBytes, rowBytes}; }
};

// One cache line tells that a row is not here.
struct alignas(64) RowCache::Bucket {
    Ticket writesEnded = 0;
    std::uint32_t writesUnderWay = 0;
    std::array<std::uint64_t, kSlotsPerBucket> hashes{}; // of the slots, those that were emptied too
    std::array<Slot, kSlotsPerBucket> slots;
};

struct alignas(64) RowCache::Shard {
    mutable std::mutex mutex;    // guards what follows
    std::vector<Bucket> buckets; // made on first use
    std::size_t bytes = 0;
    std::size_t hand = 0; // the slot that is looked at next when room is needed
};

RowCache::RowCache(std::size_t bytes)
    : m_shardBytes(bytes / kShards),
      m_bucketsPerShard(std::bit_ceil(std::max<std::size_t>(1, m_shardBytes / kUsualRowBytes / kSlotsPerBucket))),
      m_shards(std::make_unique<Shard[]>(kShards))
{
}

RowCache::~RowCache() = default;

std::uint64_t RowCache::newStoreNumber()
{
    static std::atomic<std::uint64_t> last{0};
    return last.fetch_add(1) + 1;
}

RowCache::Name RowCache::nameOf(std::uint64_t store, std::string_view key)
{
    std::uint64_t hash = std::hash<std::string_view>()(key) ^ (store * 0x9E37'79B9'7F4A'7C15u);
    hash ^= hash >> 32;
    hash *= 0xD6E8'FEB8'6659'FD93u;
    hash ^= hash >> 32;
    return {store, key, hash};
}

RowCache::Shard &RowCache::shardOf(std::uint64_t hash) const
{
    return m_shards[hash % kShards];
}

RowCache::Bucket &RowCache::bucketOf(Shard &shard, std::uint64_t hash) const
{
    if (shard.buckets.empty())
        shard.buckets = std::vector<Bucket>(m_bucketsPerShard);
    return shard.buckets[(hash >> 32) & (m_bucketsPerShard - 1)];
}

RowCache::Slot *RowCache::findIn(Bucket &bucket, const Name &name)
{
    for (std::size_t i = 0; i < kSlotsPerBucket; ++i) {
        Slot &slot = bucket.slots[i];
        if (bucket.hashes[i] == name.hash && slot.store == name.store && slot.key() == name.key)
            return &slot;
    }
    return nullptr;
}

bool RowCache::find(const Name &name, std::string &row, Ticket &ticket)
{
    Shard &shard = shardOf(name.hash);
    const std::lock_guard lock(shard.mutex);
    Bucket &bucket = bucketOf(shard, name.hash);
    if (Slot *slot = findIn(bucket, name)) {
        slot->isReferenced = true;
        row.assign(slot->row());
        return true;
    }
    ticket = bucket.writesEnded;
    return false;
}

void RowCache::offer(const Name &name, std::string_view row, Ticket ticket)
{
    if (!isWorthKeeping(name, row))
        return;
    Shard &shard = shardOf(name.hash);
    const std::lock_guard lock(shard.mutex);
    Bucket &bucket = bucketOf(shard, name.hash);
    if (bucket.writesUnderWay == 0 && bucket.writesEnded == ticket && !findIn(bucket, name))
        keep(shard, bucket, name, row);
}

bool RowCache::writeBegins(const Name &name)
{
    Shard &shard = shardOf(name.hash);
    const std::lock_guard lock(shard.mutex);
    Bucket &bucket = bucketOf(shard, name.hash);
    ++bucket.writesUnderWay;
    Slot *slot = findIn(bucket, name);
    if (!slot)
        return false;
    slot->store = 0; // its block stays for the row's next version
    return true;
}

void RowCache::writeEnds(const Name &name, const std::string_view *row)
{
    Shard &shard = shardOf(name.hash);
    const std::lock_guard lock(shard.mutex);
    Bucket &bucket = bucketOf(shard, name.hash);
    STATOR_ASSERT(bucket.writesUnderWay > 0);
    --bucket.writesUnderWay;
    ++bucket.writesEnded;
    // The same row stood in the batch before: this one is later.
    if (Slot *slot = findIn(bucket, name))
        slot->store = 0;
    if (row && isWorthKeeping(name, *row))
        keep(shard, bucket, name, *row);
}

bool RowCache::isWorthKeeping(const Name &name, std::string_view row) const
{
    return name.key.size() + row.size() <= std::min(kLargestRow, m_shardBytes / 4);
}

// Into a slot of the row's hash, an empty one, or the one that was not asked for, in this order.
void RowCache::keep(Shard &shard, Bucket &bucket, const Name &name, std::string_view row) const
{
    Slot *chosen = nullptr;
    for (std::size_t i = 0; i < kSlotsPerBucket; ++i) {
        Slot &slot = bucket.slots[i];
        if (bucket.hashes[i] == name.hash && slot.store == 0) {
            chosen = &slot;
            break;
        }
        const auto rank = [](const Slot &each) { return each.store == 0 ? 0 : each.isReferenced ? 2 : 1; };
        if (!chosen || rank(slot) < rank(*chosen))
            chosen = &slot;
    }
    const std::size_t bytes = name.key.size() + row.size();
    const bool fits = chosen->blockBytes >= bytes && chosen->blockBytes <= 2 * bytes;
    if (!fits) {
        drop(shard, *chosen);
        makeRoom(shard, bytes + kBlockOverhead);
        chosen->block = std::make_unique_for_overwrite<char[]>(bytes);
        chosen->blockBytes = static_cast<std::uint32_t>(bytes);
        shard.bytes += bytes + kBlockOverhead;
    }
    std::memcpy(chosen->block.get(), name.key.data(), name.key.size());
    if (!row.empty())
        std::memcpy(chosen->block.get() + name.key.size(), row.data(), row.size());
    bucket.hashes[static_cast<std::size_t>(chosen - bucket.slots.data())] = name.hash;
    chosen->store = name.store;
    chosen->keyBytes = static_cast<std::uint16_t>(name.key.size());
    chosen->rowBytes = static_cast<std::uint32_t>(row.size());
    chosen->isReferenced = false;
}

void RowCache::drop(Shard &shard, Slot &slot)
{
    if (slot.block)
        shard.bytes -= slot.blockBytes + kBlockOverhead;
    slot = Slot{};
}

// The hand goes round and takes what was not asked for since it last came by.
void RowCache::makeRoom(Shard &shard, std::size_t bytes) const
{
    const std::size_t slots = m_bucketsPerShard * kSlotsPerBucket;
    for (std::size_t looked = 0; shard.bytes + bytes > m_shardBytes && looked < 2 * slots; ++looked) {
        Slot &slot = shard.buckets[shard.hand / kSlotsPerBucket].slots[shard.hand % kSlotsPerBucket];
        shard.hand = (shard.hand + 1) % slots;
        if (!slot.isReferenced || slot.store == 0)
            drop(shard, slot);
        else
            slot.isReferenced = false;
    }
}

std::size_t RowCache::sizeBytes() const
{
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < kShards; ++i) {
        const std::lock_guard lock(m_shards[i].mutex);
        bytes += m_shards[i].bytes;
    }
    return bytes;
}

} // namespace stator::storage
