// Inside of SimulatedDisk: what it hands out, open files and locks. They die with the power.
//
// Threads: as FileLayer says; each call takes the drive's mutex, except that making one needs it held.
#pragma once

#include "base/file_layer.h"
#include "base/simulated_drive.h"

namespace stator::simulated {

std::unique_ptr<AppendFile> openForAppend(std::shared_ptr<Drive> drive, NodeHandle node);
std::unique_ptr<ReadFile> openForRead(std::shared_ptr<Drive> drive, NodeHandle node);
// `path` is in Drive::locks; it leaves them when the lock is destroyed.
std::unique_ptr<DirectoryLock> heldLock(std::shared_ptr<Drive> drive, std::string path);

} // namespace stator::simulated
