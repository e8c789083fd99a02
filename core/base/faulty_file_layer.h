// A FileLayer in front of another one, in which a chosen call fails: for going through every call that code
// makes and letting each fail in turn.
//
// Threads: every method from any thread; with several threads at work, which call is the n-th may vary.
#pragma once

#include <cstdint>
#include <memory>

#include "base/file_layer.h"

namespace stator {

enum class Fault {
    Io,      // the call fails; half of an append is written before
    NoSpace, // the same, with this code
    BitFlip, // a read succeeds with one bit wrong; other calls are left alone
};

class FaultyFileLayer final : public FileLayer {
public:
    explicit FaultyFileLayer(std::shared_ptr<FileLayer> inner);
    ~FaultyFileLayer() override;

    // The n-th call from now on (beginning with 1) fails, or it and all after it.
    void failCall(std::uint64_t n, Fault fault, bool forEver = false);
    void stopFailing();
    // Whether the chosen call has come.
    bool hasFailed() const;

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

    struct Plan; // for the files it hands out

private:
    const std::shared_ptr<FileLayer> m_inner;
    const std::shared_ptr<Plan> m_plan;
};

} // namespace stator
