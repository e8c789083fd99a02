// Inside of Batch.
#pragma once

#include <cstddef>

#include <leveldb/write_batch.h>

#include "storage/store.h"

namespace stator::storage {

struct Batch::Impl {
    leveldb::WriteBatch writes;
    std::size_t count = 0;
};

} // namespace stator::storage
