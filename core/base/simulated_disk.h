// A disk in memory that loses power, and fills up.
//
// What was not synced when the power went survives in an arbitrary part, chosen by a seed: each unsynced 4 KiB
// page of each file on its own (sometimes torn between its sectors), each file's size anywhere between the
// synced and the last one, each creation, removal, rename and link that its directory was not synced after.
// What was synced survives.
//
// Threads: every method from any thread.
#pragma once

#include <cstdint>
#include <memory>

#include "base/file_layer.h"

namespace stator {

namespace simulated {
struct Drive;
}

class SimulatedDisk final : public FileLayer {
public:
    SimulatedDisk();
    ~SimulatedDisk() override;

    // From now on every call fails.
    void cutPower();
    // The power goes as soon as so many more changes (writes, syncs, names) have been made.
    void cutPowerAfter(std::uint64_t changes);
    bool hasPower() const;
    // Decides what was on the drive when the power went, and goes on with that. Files that were open before
    // stay dead, locks are gone.
    void restorePower(std::uint64_t seed);
    // Changes made so far.
    std::uint64_t changeCount() const;

    // Bytes of all files together beyond which writing fails with NoSpace, after a part of it.
    void setCapacity(std::uint64_t bytes);

    Result<std::unique_ptr<AppendFile>> openAppend(const std::string &path, AppendMode mode) override;
    Result<std::unique_ptr<ReadFile>> openRead(const std::string &path) override;
    Result<bool> exists(const std::string &path) override;
    Result<std::uint64_t> fileSize(const std::string &path) override;
    Result<std::vector<DirectoryEntry>> list(const std::string &directory) override;
    Result<void> createDirectories(const std::string &directory) override;
    Result<void> removeFile(const std::string &path) override;
    Result<void> removeDirectory(const std::string &directory) override;
    Result<void> rename(const std::string &from, const std::string &to) override;
    Result<void> hardLink(const std::string &existing, const std::string &newName) override;
    Result<void> syncDirectory(const std::string &directory) override;
    Result<std::unique_ptr<DirectoryLock>> lock(const std::string &path) override;
    Result<std::uint64_t> freeSpace(const std::string &directory) override;

private:
    const std::shared_ptr<simulated::Drive> m_drive; // the files it hands out share it
};

} // namespace stator
