// What the stores of one zone share: files, the thread that compacts, and the promise that a table file never
// holds more than the zone's synced log ("log before store"). What all zones of a process share: StoreBudget.
//
// Threads: every method from any thread.
// Ownership: stores must be closed before their StoreEnvironment; the environment joins its thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "base/file_layer.h"
#include "base/logger.h"
#include "base/random.h"
#include "base/result.h"
#include "encoding/position.h"

namespace stator::storage {

// The memory of all stores of a process: half of it caches rows and blocks, the other half bounds the write
// buffers together.
class StoreBudget {
public:
    // `readsInPlace`: the stores' files are in memory, and only few of their blocks need a cache.
    explicit StoreBudget(std::uint64_t bytes = defaultBytes(), bool readsInPlace = false);
    ~StoreBudget();

    // An eighth of the machine's memory, at most 512 MB.
    static std::uint64_t defaultBytes();
    // One for the process, of defaultBytes(), made on first use.
    static std::shared_ptr<StoreBudget> shared();

    struct Impl; // for the inside of storage
    Impl &impl() { return *m_impl; }

private:
    std::unique_ptr<Impl> m_impl;
};

struct StoreEnvironmentOptions {
    std::shared_ptr<FileLayer> files;
    std::shared_ptr<StoreBudget> budget = StoreBudget::shared();
    std::shared_ptr<Random> random = systemRandom(); // for the uuids of files
    // Returns once the zone's log is synced through this position. Called on the compacting thread and from
    // Store::open() and flush(): it must not wait for anything that waits for a store.
    std::function<Result<void>(encoding::Position)> syncLogThrough;
    // In memory: tables are not compressed, and are read in place, without looking at their checksums.
    bool isInMemory = false;
    Logger logger;
};

class StoreEnvironment {
public:
    explicit StoreEnvironment(StoreEnvironmentOptions options);
    ~StoreEnvironment();

    struct Impl; // for the inside of storage
    Impl &impl() { return *m_impl; }

private:
    std::unique_ptr<Impl> m_impl;
};

} // namespace stator::storage
