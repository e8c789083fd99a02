// The FileLayer is the only way the core reaches files: the machine's (real_file_layer.h), memory
// (memory_file_layer.h), a disk that loses power (simulated_disk.h), or any of these with faults
// (faulty_file_layer.h).
//
// Paths are absolute or relative to the working directory, with '/' between names.
// What "durable" needs: the file's sync() for its bytes and size, syncDirectory() of its folder for its name.
//
// Errors: Io with a sentence that names the file, NoSpace when the drive is full, Locked.
// Threads: a FileLayer may be used from any thread. One AppendFile: append() and truncate() from one thread at
// a time, sync() beside them from another. ReadFile: any thread.
// Ownership: files and locks must be gone before their FileLayer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace stator {

// A file that grows at its end. Destroying it closes it, without a sync.
class AppendFile {
public:
    virtual ~AppendFile() = default;

    // Hands the bytes to the kernel with one call. After a failure a part of them may stand at the end:
    // cut it off with truncate() before going on.
    virtual Result<void> append(std::string_view bytes) = 0;
    // Makes the bytes and the size durable. After a failure nobody knows what is on the drive: never try again.
    virtual Result<void> sync() = 0;
    // Cuts the file back to `size`, which is not more than size().
    virtual Result<void> truncate(std::uint64_t size) = 0;
    virtual std::uint64_t size() const = 0;
    // Says what a destructor could not. The file must not be used afterwards.
    virtual Result<void> close() = 0;
};

// A file read at any place.
class ReadFile {
public:
    virtual ~ReadFile() = default;

    // Reads up to `count` bytes from `offset`; fewer only at the end of the file.
    virtual Result<std::size_t> read(std::uint64_t offset, std::size_t count, char *buffer) const = 0;
    virtual Result<std::uint64_t> size() const = 0;
    // The bytes in place, valid while the file is open; nothing if they do not lie in one piece of memory.
    virtual std::string_view view(std::uint64_t /*offset*/, std::size_t /*count*/) const { return {}; }
};

// Ownership of a directory by one process; ends when it is destroyed, or with the process.
class DirectoryLock {
public:
    virtual ~DirectoryLock() = default;
};

enum class AppendMode {
    Replace,  // begins empty, whatever was there
    Continue, // keeps what is there; makes the file if it is missing
};

struct DirectoryEntry {
    std::string name;
    bool isDirectory = false;
};

class FileLayer {
public:
    virtual ~FileLayer() = default;

    virtual Result<std::unique_ptr<AppendFile>> openAppend(const std::string &path, AppendMode mode) = 0;
    virtual Result<std::unique_ptr<ReadFile>> openRead(const std::string &path) = 0;

    virtual Result<bool> exists(const std::string &path) = 0;
    virtual Result<std::uint64_t> fileSize(const std::string &path) = 0;
    // What is in a directory, in no order; without "." and "..".
    virtual Result<std::vector<DirectoryEntry>> list(const std::string &directory) = 0;

    // Makes the directory and the missing ones above it; durable when it returns.
    virtual Result<void> createDirectories(const std::string &directory) = 0;
    virtual Result<void> removeFile(const std::string &path) = 0;
    // The directory must be empty.
    virtual Result<void> removeDirectory(const std::string &directory) = 0;
    // Atomic; replaces `to` if it is there.
    virtual Result<void> rename(const std::string &from, const std::string &to) = 0;
    // A second name for a file. `newName` must not be there.
    virtual Result<void> hardLink(const std::string &existing, const std::string &newName) = 0;
    // Makes creations, removals, renames and links in this directory durable.
    virtual Result<void> syncDirectory(const std::string &directory) = 0;

    // Takes `path` (made if missing) as a lock. Locked: another has it; the text says which process.
    virtual Result<std::unique_ptr<DirectoryLock>> lock(const std::string &path) = 0;
    // Bytes that can still be written to the drive of `directory`.
    virtual Result<std::uint64_t> freeSpace(const std::string &directory) = 0;

    // Built from the above.
    Result<std::string> readFile(const std::string &path);
    // After a crash or power loss the file holds the old bytes or the new ones, never a mixture.
    Result<void> replaceFile(const std::string &path, std::string_view bytes);
    // Removes a directory with everything in it; a missing one is no error.
    Result<void> removeTree(const std::string &directory);
};

// "a/b/c" → "a/b"; "c" → "."; "/c" → "/".
std::string parentDirectory(const std::string &path);

} // namespace stator
