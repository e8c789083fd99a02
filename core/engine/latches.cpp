#include "engine/latches.h"

#include <functional>

#include "base/assert.h"

namespace stator::engine {

namespace {

constexpr std::size_t kFirstSlots = 16;

// The shard takes the low bits; the slot the high ones, so that a shard's fingerprints spread over it.
std::size_t homeOf(std::uint64_t fingerprint, std::size_t placeCount)
{
    return static_cast<std::size_t>(fingerprint >> 32) & (placeCount - 1);
}

// Whom this thread has handed latches to and not told yet.
struct GrantedList {
    LatchWaiter *first = nullptr;
    LatchWaiter *last = nullptr;
    bool isRunning = false;
};

GrantedList &grantedList()
{
    thread_local GrantedList list;
    return list;
}

} // namespace

Latches::Latches() : m_shards(std::make_unique<std::array<Shard, kShards>>())
{
    for (auto &shard : *m_shards)
        shard.places.resize(kFirstSlots);
}

Latches::~Latches()
{
    for (auto &shard : *m_shards)
        STATOR_ASSERT(shard.used == 0);
}

std::uint64_t Latches::fingerprintOf(std::uint64_t storageId, std::string_view key)
{
    std::uint64_t mixed = std::hash<std::string_view>()(key) ^ (storageId * 0x9E37'79B9'7F4A'7C15u);
    mixed ^= mixed >> 32;
    mixed *= 0xD6E8'FEB8'6659'FD93u;
    mixed ^= mixed >> 32;
    return mixed == 0 ? 1 : mixed;
}

Latches::Shard &Latches::shardOf(std::uint64_t fingerprint)
{
    return (*m_shards)[fingerprint % kShards];
}

bool Latches::take(Slot &slot, LatchMode mode)
{
    if (slot.isExclusive || (mode == LatchMode::Exclusive && slot.sharedHolders > 0))
        return false;
    if (mode == LatchMode::Exclusive)
        slot.isExclusive = true;
    else
        ++slot.sharedHolders;
    return true;
}

bool Latches::acquire(std::uint64_t fingerprint, LatchMode mode, LatchWaiter &waiter)
{
    STATOR_ASSERT(fingerprint != 0);
    Shard &shard = shardOf(fingerprint);
    const std::lock_guard lock(shard.mutex);
    Slot &slot = slotFor(shard, fingerprint);
    // Behind whoever waits already, even where sharing would be possible: an exclusive waiter must not
    // starve.
    if (!slot.firstWaiter && take(slot, mode))
        return true;
    waiter.m_mode = mode;
    waiter.m_next = nullptr;
    (slot.lastWaiter ? slot.lastWaiter->m_next : slot.firstWaiter) = &waiter;
    slot.lastWaiter = &waiter;
    return false;
}

bool Latches::tryAcquire(std::uint64_t fingerprint, LatchMode mode)
{
    STATOR_ASSERT(fingerprint != 0);
    Shard &shard = shardOf(fingerprint);
    const std::lock_guard lock(shard.mutex);
    Slot &slot = slotFor(shard, fingerprint);
    return !slot.firstWaiter && take(slot, mode);
}

void Latches::release(std::uint64_t fingerprint, LatchMode mode)
{
    Shard &shard = shardOf(fingerprint);
    GrantedList &granted = grantedList();
    const std::lock_guard lock(shard.mutex);
    Slot *slot = findSlot(shard, fingerprint);
    STATOR_ASSERT(slot);
    if (mode == LatchMode::Exclusive) {
        STATOR_ASSERT(slot->isExclusive);
        slot->isExclusive = false;
    } else {
        STATOR_ASSERT(slot->sharedHolders > 0);
        --slot->sharedHolders;
    }
    while (slot->firstWaiter && take(*slot, slot->firstWaiter->m_mode)) {
        LatchWaiter *waiter = slot->firstWaiter;
        slot->firstWaiter = waiter->m_next;
        if (!slot->firstWaiter)
            slot->lastWaiter = nullptr;
        waiter->m_next = nullptr;
        (granted.last ? granted.last->m_next : granted.first) = waiter;
        granted.last = waiter;
    }
    if (!slot->isExclusive && slot->sharedHolders == 0)
        erase(shard, *slot);
}

void Latches::runGranted()
{
    GrantedList &list = grantedList();
    if (list.isRunning)
        return;
    list.isRunning = true;
    while (LatchWaiter *waiter = list.first) {
        list.first = waiter->m_next;
        if (!list.first)
            list.last = nullptr;
        waiter->granted();
    }
    list.isRunning = false;
}

Latches::Slot *Latches::findSlot(Shard &shard, std::uint64_t fingerprint)
{
    const std::size_t mask = shard.places.size() - 1;
    for (std::size_t at = homeOf(fingerprint, shard.places.size());; at = (at + 1) & mask) {
        if (shard.places[at].fingerprint == fingerprint)
            return &shard.places[at];
        if (shard.places[at].fingerprint == 0)
            return nullptr;
    }
}

Latches::Slot &Latches::slotFor(Shard &shard, std::uint64_t fingerprint)
{
    if (Slot *slot = findSlot(shard, fingerprint))
        return *slot;
    if ((shard.used + 1) * 2 > shard.places.size())
        grow(shard);
    const std::size_t mask = shard.places.size() - 1;
    std::size_t at = homeOf(fingerprint, shard.places.size());
    while (shard.places[at].fingerprint != 0)
        at = (at + 1) & mask;
    shard.places[at].fingerprint = fingerprint;
    ++shard.used;
    return shard.places[at];
}

void Latches::grow(Shard &shard)
{
    std::vector<Slot> old(shard.places.size() * 2);
    old.swap(shard.places);
    const std::size_t mask = shard.places.size() - 1;
    for (const Slot &slot : old) {
        if (slot.fingerprint == 0)
            continue;
        std::size_t at = homeOf(slot.fingerprint, shard.places.size());
        while (shard.places[at].fingerprint != 0)
            at = (at + 1) & mask;
        shard.places[at] = slot;
    }
}

// Moves later places of the same run back over the hole, so that no search ends too early.
void Latches::erase(Shard &shard, Slot &slot)
{
    const std::size_t mask = shard.places.size() - 1;
    std::size_t hole = static_cast<std::size_t>(&slot - shard.places.data());
    for (std::size_t at = (hole + 1) & mask; shard.places[at].fingerprint != 0; at = (at + 1) & mask) {
        const std::size_t home = homeOf(shard.places[at].fingerprint, shard.places.size());
        if (((at - home) & mask) < ((at - hole) & mask))
            continue; // it stands between its home and the hole's far side: moving it would lose it
        shard.places[hole] = shard.places[at];
        hole = at;
    }
    shard.places[hole] = Slot{};
    --shard.used;
}

} // namespace stator::engine
