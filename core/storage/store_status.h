// The border between leveldb::Status and Error, and which file a thread read last: LevelDB does not name the
// file in which it finds damage.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <leveldb/status.h>

#include "base/error.h"

namespace stator::storage {

// An Error passes through LevelDB inside the text of a Status, and comes out with its code.
leveldb::Status toStatus(const Error &error);
// `directory`: the store's, named if it is not known which file is meant.
Error toError(const leveldb::Status &status, const std::string &directory);

void noteTableRead(std::shared_ptr<const std::string> path);
// How many such reads this thread has made: damage comes to light only in one.
std::uint64_t tableReadsOfThisThread();

} // namespace stator::storage
