// A Store is an ordered map from bytes to bytes on LevelDB, one for each table storage id.
//
// What is on disk is always exactly the state at some position: our file layer discards LevelDB's own
// write-ahead file, so an unclean end loses the memtable and nothing else, and the zone's commit log is
// replayed from the position that the state row carries (ARCHITECTURE.md, "The stores").
//
// Threads: get(), cursor() and the questions from any thread; apply() and flush() from one thread at a time.
// Ownership: cursors must be gone before the Store is closed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "encoding/position.h"

namespace stator::storage {

class StoreEnvironment;

// Changes that become visible together.
class Batch {
public:
    Batch();
    ~Batch();
    Batch(Batch &&) noexcept;
    Batch &operator=(Batch &&) noexcept;

    void put(std::string_view key, std::string_view value);
    void remove(std::string_view key);
    void clear();
    bool empty() const;
    std::size_t sizeBytes() const;

private:
    friend class Store;
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// Walks rows in key order over the state at the moment it was made. Views are valid until it moves.
class Cursor {
public:
    virtual ~Cursor() = default;

    virtual void seek(std::string_view key) = 0;       // to the first key >= `key`
    virtual void seekBefore(std::string_view key) = 0; // to the last key < `key`
    virtual void seekFirst() = 0;
    virtual void seekLast() = 0;
    virtual void next() = 0;
    virtual void previous() = 0;
    virtual bool isValid() const = 0;
    virtual std::string_view key() const = 0;
    virtual std::string_view value() const = 0;
    // What stopped it, if it was not the end: Corruption or Io.
    virtual Result<void> status() const = 0;
};

class Store {
public:
    // Opens or makes the store in `directory`. Corruption, NewerFormat, NoSpace and Io are told apart; nothing
    // is repaired. The memtable of an earlier opening is gone unless it was flushed.
    static Result<std::unique_ptr<Store>> open(StoreEnvironment &environment, const std::string &directory);
    // Closes without a flush.
    ~Store();

    // What the state row says the store is at; told once after open(), before the first apply().
    void setRecoveredPosition(encoding::Position position);

    // Applies all of `batch` or none; the batch holds the state row that carries `position`. It is durable once
    // flushedPosition() has reached `position`; until then it stands in the log.
    Result<void> apply(const Batch &batch, encoding::Position position);
    // Leaves of each row only its last version, and nothing of those that were removed: walking over what is past
    // costs readers time. Takes as long as reading and writing the whole store.
    Result<void> compact();
    // Writes the memtable to disk; afterwards flushedPosition() is at least the last applied one.
    Result<void> flush();

    encoding::Position appliedPosition() const;
    // Everything up to here survives an end of any kind. Grows with flush(), and as full write buffers go to disk.
    encoding::Position flushedPosition() const;

    // False if there is no such row; `value` is replaced otherwise.
    Result<bool> get(std::string_view key, std::string &value) const;
    // A cursor over everything, as of now.
    std::unique_ptr<Cursor> cursor() const;

    // Bytes on disk between two keys, estimated.
    std::uint64_t approximateBytes(std::string_view begin, std::string_view end) const;
    // LevelDB's errors are permanent once they happen: the store must be closed, reopened and replayed.
    bool hasFailed() const;

private:
    struct Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace stator::storage
