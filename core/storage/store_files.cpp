#include "storage/store_files.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <thread>

#include "base/bytes.h"
#include "base/crc32c.h"
#include "storage/file_header.h"
#include "storage/store_status.h"

namespace stator::storage {

namespace {

using leveldb::Slice;
using leveldb::Status;

// LevelDB writes tables in pieces of a block; the kernel gets them in pieces of this.
constexpr std::size_t kWriteBytes = 64 * 1024;

bool isWriteAhead(const std::string &path) { return path.ends_with(".log"); }
bool isTable(const std::string &path) { return path.ends_with(".ldb") || path.ends_with(".sst"); }

std::string nameOf(const std::string &path) { return path.substr(path.rfind('/') + 1); }
// CURRENT has no checksum of its own, and one wrong bit in it can name an older manifest: ours guards it. It is
// written under a temporary name.
bool isFutureCurrent(const std::string &path) { return path.ends_with(".dbtmp"); }
bool isCurrent(const std::string &path) { return nameOf(path) == "CURRENT"; }

bool isManifest(const std::string &path) { return nameOf(path).starts_with("MANIFEST-"); }

// No exception passes through LevelDB.
template <class F>
Status guarded(F &&function) noexcept
{
    try {
        const Result<void> result = function();
        return result.ok() ? Status::OK() : toStatus(result.error());
    } catch (const std::exception &exception) {
        return Status::IOError(exception.what());
    }
}

class SequentialReader final : public leveldb::SequentialFile {
public:
    explicit SequentialReader(std::unique_ptr<ReadFile> file) : m_file(std::move(file)) {}

    Status Read(std::size_t count, Slice *result, char *scratch) override
    {
        return guarded([&]() -> Result<void> {
            STATOR_TRY(const std::size_t got, m_file->read(m_offset, count, scratch));
            m_offset += got;
            *result = Slice(scratch, got);
            return {};
        });
    }
    Status Skip(std::uint64_t count) override
    {
        m_offset += count;
        return Status::OK();
    }

private:
    const std::unique_ptr<ReadFile> m_file;
    std::uint64_t m_offset = kFileHeaderBytes;
};

// A table file in memory, read where it lies: what LevelDB does not copy it neither checks nor caches. Blocks
// that do not lie in one piece are copied.
class InPlaceTableReader final : public leveldb::RandomAccessFile {
public:
    explicit InPlaceTableReader(std::unique_ptr<ReadFile> file) : m_file(std::move(file)) {}

    Status Read(std::uint64_t offset, std::size_t count, Slice *result, char *scratch) const override
    {
        return guarded([&]() -> Result<void> {
            if (const std::string_view bytes = m_file->view(offset + kFileHeaderBytes, count); !bytes.empty()) {
                *result = Slice(bytes.data(), bytes.size());
                return {};
            }
            STATOR_TRY(const std::size_t got, m_file->read(offset + kFileHeaderBytes, count, scratch));
            *result = Slice(scratch, got);
            return {};
        });
    }

private:
    const std::unique_ptr<ReadFile> m_file;
};

// A table file. It is held open while there are descriptors to spare, else opened for each read.
class TableReader final : public leveldb::RandomAccessFile {
public:
    TableReader(FileLayer &files, std::string path, std::unique_ptr<ReadFile> file,
                std::atomic<std::int64_t> &descriptors)
        : m_files(files), m_path(std::make_shared<const std::string>(std::move(path))), m_descriptors(descriptors)
    {
        if (m_descriptors.fetch_sub(1) > 0)
            m_file = std::move(file);
        else
            m_descriptors.fetch_add(1);
    }
    ~TableReader() override
    {
        if (m_file)
            m_descriptors.fetch_add(1);
    }

    Status Read(std::uint64_t offset, std::size_t count, Slice *result, char *scratch) const override
    {
        noteTableRead(m_path);
        return guarded([&]() -> Result<void> {
            if (m_file)
                return readFrom(*m_file, offset + kFileHeaderBytes, count, result, scratch);
            STATOR_TRY(const std::unique_ptr<ReadFile> file, m_files.openRead(*m_path));
            STATOR_TRY(const std::size_t got, file->read(offset + kFileHeaderBytes, count, scratch));
            *result = Slice(scratch, got);
            return {};
        });
    }

private:
    // Copied even where the file layer has the bytes in memory: LevelDB caches, and so checks only once,
    // what was read into its own buffer.
    static Result<void> readFrom(const ReadFile &file, std::uint64_t offset, std::size_t count, Slice *result,
                                 char *scratch)
    {
        STATOR_TRY(const std::size_t got, file.read(offset, count, scratch));
        *result = Slice(scratch, got);
        return {};
    }

    FileLayer &m_files;
    const std::shared_ptr<const std::string> m_path;
    std::atomic<std::int64_t> &m_descriptors;
    std::unique_ptr<ReadFile> m_file;
};

// A write-ahead file that is not there.
class SwallowingFile final : public leveldb::WritableFile {
public:
    Status Append(const Slice & /*data*/) override { return Status::OK(); }
    Status Close() override { return Status::OK(); }
    Status Flush() override { return Status::OK(); }
    Status Sync() override { return Status::OK(); }
};

class BufferedFile final : public leveldb::WritableFile {
public:
    // `beforeSync` runs before the bytes are made durable.
    BufferedFile(std::unique_ptr<AppendFile> file, FileHeader header, bool hasChecksum, StoreProgress &progress,
                 std::function<Result<void>()> beforeSync)
        : m_file(std::move(file)), m_header(std::move(header)), m_hasChecksum(hasChecksum), m_progress(progress),
          m_beforeSync(std::move(beforeSync))
    {
    }

    Status Append(const Slice &data) override
    {
        return noted(guarded([&]() -> Result<void> {
            m_buffer.append(data.data(), data.size());
            return m_buffer.size() < kWriteBytes ? Result<void>() : writeBuffer();
        }));
    }
    Status Close() override
    {
        return noted(guarded([&]() -> Result<void> {
            STATOR_CHECK(writeBuffer());
            return m_file->close();
        }));
    }
    // Nobody reads a file of a store before it is synced or closed.
    Status Flush() override { return Status::OK(); }
    Status Sync() override
    {
        return noted(guarded([&]() -> Result<void> {
            STATOR_CHECK(m_beforeSync());
            STATOR_CHECK(writeBuffer());
            return m_file->sync();
        }));
    }

private:
    Result<void> writeBuffer()
    {
        if (!m_isBegun) {
            if (m_hasChecksum)
                appendLittleEndian<std::uint32_t>(m_header.own, crc32c(0, m_buffer));
            m_buffer.insert(0, encodeFileHeader(m_header));
            m_isBegun = true;
        }
        if (m_buffer.empty())
            return {};
        STATOR_CHECK(m_file->append(m_buffer));
        m_buffer.clear();
        return {};
    }
    Status noted(Status status)
    {
        if (!status.ok())
            m_progress.writeFailed();
        return status;
    }

    const std::unique_ptr<AppendFile> m_file;
    FileHeader m_header;
    const bool m_hasChecksum; // the header holds the checksum of what follows, all in one piece
    bool m_isBegun = false;
    std::string m_buffer;
    StoreProgress &m_progress;
    const std::function<Result<void>()> m_beforeSync;
};

Result<void> checkCurrent(const ReadFile &file, const FileHeader &header, const std::string &path)
{
    char bytes[256]; // the name of a manifest
    STATOR_TRY(const std::size_t got, file.read(kFileHeaderBytes, sizeof bytes, bytes));
    ByteReader checksum(header.own);
    if (checksum.takeLittleEndian<std::uint32_t>() != crc32c(0, {bytes, got}) || !checksum.ok())
        return Error::corruption(path + " is damaged. Put the directory of the zone back from a backup of the workspace.");
    return {};
}

struct OpenDirectory final : leveldb::FileLock {
    explicit OpenDirectory(std::string thePath) : path(std::move(thePath)) {}
    const std::string path;
};

class SilentLogger final : public leveldb::Logger {
public:
    void Logv(const char * /*format*/, std::va_list /*arguments*/) override {}
};

} // namespace

Status StoreFiles::NewSequentialFile(const std::string &path, leveldb::SequentialFile **result)
{
    *result = nullptr;
    return guarded([&]() -> Result<void> {
        STATOR_TRY(std::unique_ptr<ReadFile> file, m_files.openRead(path));
        STATOR_TRY(const FileHeader header, readFileHeader(*file, FileKind::Store, path));
        if (isCurrent(path))
            STATOR_CHECK(checkCurrent(*file, header, path));
        *result = new SequentialReader(std::move(file));
        return {};
    });
}

Status StoreFiles::NewRandomAccessFile(const std::string &path, leveldb::RandomAccessFile **result)
{
    *result = nullptr;
    noteTableRead(std::make_shared<const std::string>(path));
    return guarded([&]() -> Result<void> {
        STATOR_TRY(std::unique_ptr<ReadFile> file, m_files.openRead(path));
        STATOR_CHECK(readFileHeader(*file, FileKind::Store, path));
        if (m_environment.options.isInMemory)
            *result = new InPlaceTableReader(std::move(file));
        else
            *result = new TableReader(m_files, path, std::move(file), m_environment.budget().freeDescriptors);
        return {};
    });
}

Status StoreFiles::NewWritableFile(const std::string &path, leveldb::WritableFile **result)
{
    *result = nullptr;
    return guarded([&]() -> Result<void> {
        if (isWriteAhead(path)) {
            m_environment.budget().wasSetAside(m_progress.bufferSetAside());
            *result = new SwallowingFile();
            return {};
        }
        FileHeader header;
        {
            const std::lock_guard lock(m_environment.randomMutex);
            header.uuid = makeFileUuid(*m_environment.options.random);
        }
        Result<std::unique_ptr<AppendFile>> file = m_files.openAppend(path, AppendMode::Replace);
        if (!file.ok()) {
            m_progress.writeFailed();
            return std::move(file).error();
        }
        std::function<Result<void>()> beforeSync = [this, path]() -> Result<void> {
            if (isManifest(path))
                STATOR_CHECK(m_files.syncDirectory(parentDirectory(path)));
            const auto &syncLogThrough = m_environment.options.syncLogThrough;
            if (syncLogThrough && (isManifest(path) || isTable(path)))
                return syncLogThrough(m_progress.startedPosition());
            return {};
        };
        *result = new BufferedFile(std::move(*file), std::move(header), isFutureCurrent(path), m_progress,
                                   std::move(beforeSync));
        return {};
    });
}

bool StoreFiles::FileExists(const std::string &path)
{
    const Result<bool> exists = m_files.exists(path);
    // Whoever asks goes on to open the file, and then learns why it cannot be reached.
    return !exists.ok() || *exists;
}

Status StoreFiles::GetChildren(const std::string &directory, std::vector<std::string> *names)
{
    names->clear();
    return guarded([&]() -> Result<void> {
        STATOR_TRY(std::vector<DirectoryEntry> entries, m_files.list(directory));
        for (DirectoryEntry &entry : entries)
            names->push_back(std::move(entry.name));
        return {};
    });
}

Status StoreFiles::RemoveFile(const std::string &path)
{
    return guarded([&]() -> Result<void> {
        // After a failed change of CURRENT LevelDB removes the new manifest, although the change may have
        // reached the drive. The manifest that CURRENT names stays, whatever happens.
        if (isManifest(path)) {
            const std::string current = parentDirectory(path) + "/CURRENT";
            STATOR_TRY(const bool isThere, m_files.exists(current));
            if (isThere) {
                STATOR_TRY(const std::string bytes, m_files.readFile(current));
                if (bytes.find(nameOf(path) + "\n", kFileHeaderBytes) != std::string::npos)
                    return Error::io(path + " is in use");
            }
        }
        return m_files.removeFile(path);
    });
}

Status StoreFiles::CreateDir(const std::string &directory)
{
    return guarded([&] { return m_files.createDirectories(directory); });
}

Status StoreFiles::RemoveDir(const std::string &directory)
{
    return guarded([&] { return m_files.removeDirectory(directory); });
}

Status StoreFiles::GetFileSize(const std::string &path, std::uint64_t *size)
{
    *size = 0;
    return guarded([&]() -> Result<void> {
        STATOR_TRY(const std::uint64_t whole, m_files.fileSize(path));
        *size = whole - std::min<std::uint64_t>(whole, kFileHeaderBytes);
        return {};
    });
}

Status StoreFiles::RenameFile(const std::string &from, const std::string &to)
{
    const Status status = guarded([&]() -> Result<void> {
        STATOR_CHECK(m_files.rename(from, to));
        return m_files.syncDirectory(parentDirectory(to));
    });
    if (!status.ok())
        m_progress.writeFailed();
    return status;
}

Status StoreFiles::LockFile(const std::string &path, leveldb::FileLock **lock)
{
    // The zone's lock keeps other processes out; this one keeps the process from opening a store twice.
    *lock = nullptr;
    const std::lock_guard guard(m_environment.directoriesMutex);
    auto &open = m_environment.openDirectories;
    if (std::find(open.begin(), open.end(), path) != open.end())
        return toStatus(Error::locked(parentDirectory(path) + " is already open"));
    open.push_back(path);
    *lock = new OpenDirectory(path);
    return Status::OK();
}

Status StoreFiles::UnlockFile(leveldb::FileLock *lock)
{
    const std::unique_ptr<OpenDirectory> closing(static_cast<OpenDirectory *>(lock));
    const std::lock_guard guard(m_environment.directoriesMutex);
    auto &open = m_environment.openDirectories;
    open.erase(std::find(open.begin(), open.end(), closing->path));
    return Status::OK();
}

void StoreFiles::Schedule(void (*function)(void *argument), void *argument)
{
    m_environment.schedule(Task([function, argument] { function(argument); }));
}

void StoreFiles::StartThread(void (*function)(void *argument), void *argument)
{
    // LevelDB itself never asks for a thread of its own; what does gets the one there is.
    Schedule(function, argument);
}

Status StoreFiles::GetTestDirectory(std::string * /*path*/)
{
    return Status::NotSupported("A store has no test directory");
}

Status StoreFiles::NewLogger(const std::string & /*path*/, leveldb::Logger **result)
{
    *result = new SilentLogger();
    return Status::OK();
}

std::uint64_t StoreFiles::NowMicros()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(now).count());
}

void StoreFiles::SleepForMicroseconds(int micros)
{
    std::this_thread::sleep_for(std::chrono::microseconds(micros));
}

} // namespace stator::storage
