// What one store's LevelDB sees of the world: a leveldb::Env over the FileLayer.
//
// - Every file begins with our header, which LevelDB never sees.
// - Write-ahead files (*.log) swallow what is written and are never there: the zone's commit log does their
//   work. A store on disk is therefore exactly its last flushed write buffer.
// - Log before store: sync() of a table file or manifest first has the zone's log synced through everything
//   that can be in it.
// - A manifest is durable only after the names of the table files it speaks of; CURRENT after its new name.
//
// Threads: as leveldb::Env demands.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <leveldb/env.h>

#include "base/executor.h"
#include "storage/store_budget.h"
#include "storage/store_environment.h"
#include "storage/store_progress.h"

namespace stator::storage {

// What the stores of an environment share.
struct StoreEnvironment::Impl {
    explicit Impl(StoreEnvironmentOptions theOptions);
    ~Impl();

    void schedule(Task task);
    StoreBudget::Impl &budget() { return options.budget->impl(); }

    const StoreEnvironmentOptions options;
    std::mutex randomMutex; // guards options.random

    std::mutex directoriesMutex;
    std::vector<std::string> openDirectories; // guarded by directoriesMutex

private:
    ThreadPool m_thread;
    std::once_flag m_started;
};

class StoreFiles final : public leveldb::Env {
public:
    StoreFiles(StoreEnvironment::Impl &environment, StoreProgress &progress)
        : m_environment(environment), m_files(*environment.options.files), m_progress(progress)
    {
    }

    leveldb::Status NewSequentialFile(const std::string &path, leveldb::SequentialFile **result) override;
    leveldb::Status NewRandomAccessFile(const std::string &path, leveldb::RandomAccessFile **result) override;
    leveldb::Status NewWritableFile(const std::string &path, leveldb::WritableFile **result) override;
    bool FileExists(const std::string &path) override;
    leveldb::Status GetChildren(const std::string &directory, std::vector<std::string> *names) override;
    leveldb::Status RemoveFile(const std::string &path) override;
    leveldb::Status CreateDir(const std::string &directory) override;
    leveldb::Status RemoveDir(const std::string &directory) override;
    leveldb::Status GetFileSize(const std::string &path, std::uint64_t *size) override;
    leveldb::Status RenameFile(const std::string &from, const std::string &to) override;
    leveldb::Status LockFile(const std::string &path, leveldb::FileLock **lock) override;
    leveldb::Status UnlockFile(leveldb::FileLock *lock) override;
    void Schedule(void (*function)(void *argument), void *argument) override;
    void StartThread(void (*function)(void *argument), void *argument) override;
    leveldb::Status GetTestDirectory(std::string *path) override;
    leveldb::Status NewLogger(const std::string &path, leveldb::Logger **result) override;
    std::uint64_t NowMicros() override;
    void SleepForMicroseconds(int micros) override;

private:
    StoreEnvironment::Impl &m_environment;
    FileLayer &m_files;
    StoreProgress &m_progress;
};

} // namespace stator::storage
