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

// The row that entry `lsn` writes for `key`: recognisable, and not compressible to nothing.
inline std::string rowOf(std::uint64_t key, std::uint64_t lsn, std::size_t bytes = 100)
{
    SeededRandom random(key * 1'000'003 + lsn);
    std::string row = std::to_string(lsn) + ":";
    while (row.size() < bytes)
        appendLittleEndian<std::uint64_t>(row, random.next());
    return row;
}

// Entry `lsn` of the tests puts one of 200 keys and removes another.
inline std::uint64_t keyPutBy(std::uint64_t lsn) { return lsn * 7919 % 200; }
inline std::uint64_t keyRemovedBy(std::uint64_t lsn) { return (lsn * 104'729 + 13) % 200; }

inline void fillBatch(std::uint64_t lsn, std::size_t rowBytes, Batch &batch)
{
    batch.clear();
    batch.remove(numberedKey(keyRemovedBy(lsn)));
    batch.put(numberedKey(keyPutBy(lsn)), rowOf(keyPutBy(lsn), lsn, rowBytes));
    std::string state;
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

// The position in the state row; 0 in a new store.
inline Result<std::uint64_t> stateOf(const Store &store)
{
    std::string row;
    STATOR_TRY(const bool isThere, store.get(kStateKey, row));
    if (!isThere)
        return std::uint64_t{0};
    if (row.size() != sizeof(std::uint64_t))
        return Error::corruption("The state row has a wrong size");
    return getLittleEndian<std::uint64_t>(row.data());
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
