// What the tests of storage share: state rows, numbered rows, and a store that follows a position.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/bytes.h"
#include "base/random.h"
#include "storage/store.h"
#include "storage/store_environment.h"

namespace stator::storage {

inline const std::string kStateKey("\x01", 1);

inline std::string numberedKey(std::uint64_t number)
{
    std::string key("\x10", 1);
    appendBigEndian<std::uint64_t>(key, number);
    return key;
}

// The row that entry `lsn` writes for `key`: no other row begins with the same 80 bytes.
inline std::string rowOf(std::uint64_t key, std::uint64_t lsn, std::size_t bytes = 100)
{
    SeededRandom random(key * 1'000'003 + lsn);
    std::string piece = std::to_string(lsn) + ":";
    for (int i = 0; i < 8; ++i)
        appendLittleEndian<std::uint64_t>(piece, random.next());
    std::string row;
    row.reserve(bytes);
    while (row.size() + piece.size() < bytes)
        row += piece;
    return row.append(piece, 0, bytes - row.size());
}

// Entry `lsn` of the tests puts one of 200 keys and removes another.
inline std::uint64_t keyPutBy(std::uint64_t lsn) { return lsn * 7919 % 200; }
inline std::uint64_t keyRemovedBy(std::uint64_t lsn) { return (lsn * 104'729 + 13) % 200; }

inline void fillBatch(encoding::Position position, std::size_t rowBytes, Batch &batch)
{
    const std::uint64_t lsn = position.lsn;
    batch.clear();
    batch.remove(numberedKey(keyRemovedBy(lsn)));
    batch.put(numberedKey(keyPutBy(lsn)), rowOf(keyPutBy(lsn), lsn, rowBytes));
    std::string state;
    appendLittleEndian<std::uint64_t>(state, position.epoch);
    appendLittleEndian<std::uint64_t>(state, lsn);
    batch.put(kStateKey, state);
}

// What the store must hold after entries 1 … `lsn`, and nothing else, as one text.
inline std::string expectedRows(std::uint64_t lsn, std::size_t rowBytes)
{
    std::map<std::uint64_t, std::uint64_t> writerOf;
    for (std::uint64_t i = 1; i <= lsn; ++i) {
        writerOf.erase(keyRemovedBy(i));
        writerOf[keyPutBy(i)] = i;
    }
    std::string rows;
    for (const auto &[key, writer] : writerOf)
        rows += numberedKey(key) + "=" + rowOf(key, writer, rowBytes) + ";";
    return rows;
}

// The position in the state row; {0, 0} in a new store.
inline Result<encoding::Position> stateOf(const Store &store)
{
    std::string row;
    STATOR_TRY(const bool isThere, store.get(kStateKey, row));
    if (!isThere)
        return encoding::Position{};
    if (row.size() != 2 * sizeof(std::uint64_t))
        return Error::corruption("The state row has a wrong size");
    return encoding::Position{getLittleEndian<std::uint64_t>(row.data()),
                              getLittleEndian<std::uint64_t>(row.data() + sizeof(std::uint64_t))};
}

inline Result<std::string> rowsOf(const Store &store)
{
    std::string rows;
    const auto cursor = store.cursor();
    for (cursor->seek(numberedKey(0)); cursor->isValid(); cursor->next()) {
        rows += cursor->key();
        rows += "=";
        rows += cursor->value();
        rows += ";";
    }
    STATOR_CHECK(cursor->status());
    return rows;
}

} // namespace stator::storage
