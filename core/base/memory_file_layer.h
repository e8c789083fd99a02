// Files in memory: what --in-memory runs on.
//
// Bytes are kept in chunks of at most 64 KiB that are never copied or moved, and are read in place; a file
// that is unlinked lives on until the last one who has it open closes it, as on a POSIX system.
// sync() has nothing to do.
#pragma once

#include <memory>

#include "base/file_layer.h"

namespace stator {

std::shared_ptr<FileLayer> makeMemoryFileLayer();

} // namespace stator
