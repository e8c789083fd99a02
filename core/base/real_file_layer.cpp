#include "base/real_file_layer.h"

#include <cerrno>
#include <cstring>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace stator {

namespace {

Error systemError(std::string_view action, const std::string &path, int number)
{
    std::string text = "Cannot " + std::string(action) + " " + path + ": " + std::strerror(number);
    const bool isFull = number == ENOSPC || number == EDQUOT;
    return isFull ? Error::noSpace(std::move(text)) : Error::io(std::move(text));
}

// A file descriptor and the path it was opened by, for error texts.
class Descriptor {
public:
    Descriptor(int number, std::string path) : m_number(number), m_path(std::move(path)) {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int number() const { return m_number; }
    const std::string &path() const { return m_path; }
    int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
    std::string m_path;
};

class RealAppendFile final : public AppendFile {
public:
    RealAppendFile(int number, std::string path, std::uint64_t size)
        : m_descriptor(number, std::move(path)), m_size(size)
    {
    }

    Result<void> append(std::string_view bytes) override
    {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_descriptor.number(), bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return systemError("write to", m_descriptor.path(), errno);
            m_size.fetch_add(static_cast<std::uint64_t>(written), std::memory_order_relaxed);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return {};
    }

    Result<void> sync() override
    {
        if (::fdatasync(m_descriptor.number()) != 0)
            return systemError("sync", m_descriptor.path(), errno);
        return {};
    }

    Result<void> truncate(std::uint64_t size) override
    {
        if (::ftruncate(m_descriptor.number(), static_cast<off_t>(size)) != 0)
            return systemError("cut back", m_descriptor.path(), errno);
        m_size.store(size, std::memory_order_relaxed);
        return {};
    }

    std::uint64_t size() const override { return m_size.load(std::memory_order_relaxed); }

    Result<void> close() override
    {
        if (::close(m_descriptor.release()) != 0)
            return systemError("close", m_descriptor.path(), errno);
        return {};
    }

private:
    Descriptor m_descriptor;
    std::atomic<std::uint64_t> m_size;
};

class RealReadFile final : public ReadFile {
public:
    RealReadFile(int number, std::string path) : m_descriptor(number, std::move(path)) {}

    Result<std::size_t> read(std::uint64_t offset, std::size_t count, char *buffer) const override
    {
        std::size_t got = 0;
        while (got < count) {
            const ssize_t read = ::pread(m_descriptor.number(), buffer + got, count - got,
                                         static_cast<off_t>(offset + got));
            if (read < 0 && errno == EINTR)
                continue;
            if (read < 0)
                return systemError("read", m_descriptor.path(), errno);
            if (read == 0)
                break;
            got += static_cast<std::size_t>(read);
        }
        return got;
    }

    Result<std::uint64_t> size() const override
    {
        struct stat status = {};
        if (::fstat(m_descriptor.number(), &status) != 0)
            return systemError("look at", m_descriptor.path(), errno);
        return static_cast<std::uint64_t>(status.st_size);
    }

private:
    Descriptor m_descriptor;
};

class RealLock final : public DirectoryLock {
public:
    explicit RealLock(int number) : m_number(number) {}
    // The file stays: removing it would let two processes lock two files of one name.
    ~RealLock() override { ::close(m_number); }

private:
    int m_number;
};

std::string ownerText(int descriptor)
{
    char text[32] = {};
    const ssize_t length = ::pread(descriptor, text, sizeof text - 1, 0);
    std::string owner(text, length > 0 ? static_cast<std::size_t>(length) : 0);
    while (!owner.empty() && (owner.back() == '\n' || owner.back() == ' '))
        owner.pop_back();
    return owner.empty() ? "another process" : "process " + owner;
}

class RealFileLayer final : public FileLayer {
public:
    Result<std::unique_ptr<AppendFile>> openAppend(const std::string &path, AppendMode mode) override
    {
        const int extra = mode == AppendMode::Replace ? O_TRUNC : 0;
        const int number = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | extra, 0600);
        if (number < 0)
            return systemError("open", path, errno);
        struct stat status = {};
        if (::fstat(number, &status) != 0) {
            const int failure = errno;
            ::close(number);
            return systemError("look at", path, failure);
        }
        return {std::make_unique<RealAppendFile>(number, path, static_cast<std::uint64_t>(status.st_size))};
    }

    Result<std::unique_ptr<ReadFile>> openRead(const std::string &path) override
    {
        const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (number < 0)
            return systemError("open", path, errno);
        return {std::make_unique<RealReadFile>(number, path)};
    }

    Result<bool> exists(const std::string &path) override
    {
        struct stat status = {};
        if (::stat(path.c_str(), &status) == 0)
            return true;
        if (errno == ENOENT || errno == ENOTDIR)
            return false;
        return systemError("look at", path, errno);
    }

    Result<std::uint64_t> fileSize(const std::string &path) override
    {
        struct stat status = {};
        if (::stat(path.c_str(), &status) != 0)
            return systemError("look at", path, errno);
        return static_cast<std::uint64_t>(status.st_size);
    }

    Result<std::vector<DirectoryEntry>> list(const std::string &directory) override
    {
        DIR *handle = ::opendir(directory.c_str());
        if (handle == nullptr)
            return systemError("list", directory, errno);
        std::vector<DirectoryEntry> entries;
        errno = 0;
        while (const dirent *found = ::readdir(handle)) {
            const std::string name = found->d_name;
            if (name == "." || name == "..")
                continue;
            struct stat status = {};
            const bool isKnown = ::fstatat(::dirfd(handle), found->d_name, &status, 0) == 0;
            entries.push_back({name, isKnown && S_ISDIR(status.st_mode)});
            errno = 0;
        }
        const int failure = errno;
        ::closedir(handle);
        if (failure != 0)
            return systemError("list", directory, failure);
        return entries;
    }

    Result<void> createDirectories(const std::string &directory) override
    {
        STATOR_TRY(const bool isThere, exists(directory));
        if (isThere)
            return {};
        const std::string parent = parentDirectory(directory);
        STATOR_CHECK(createDirectories(parent));
        if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST)
            return systemError("make the directory", directory, errno);
        return syncDirectory(parent);
    }

    Result<void> removeFile(const std::string &path) override
    {
        if (::unlink(path.c_str()) != 0)
            return systemError("remove", path, errno);
        return {};
    }

    Result<void> removeDirectory(const std::string &directory) override
    {
        if (::rmdir(directory.c_str()) != 0)
            return systemError("remove", directory, errno);
        return {};
    }

    Result<void> rename(const std::string &from, const std::string &to) override
    {
        if (::rename(from.c_str(), to.c_str()) != 0)
            return systemError("rename to " + to + " the file", from, errno);
        return {};
    }

    Result<void> hardLink(const std::string &existing, const std::string &newName) override
    {
        if (::link(existing.c_str(), newName.c_str()) != 0)
            return systemError("link as " + newName + " the file", existing, errno);
        return {};
    }

    Result<void> syncDirectory(const std::string &directory) override
    {
        const Descriptor handle(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC), directory);
        if (handle.number() < 0)
            return systemError("open", directory, errno);
        if (::fsync(handle.number()) != 0)
            return systemError("sync", directory, errno);
        return {};
    }

    Result<std::unique_ptr<DirectoryLock>> lock(const std::string &path) override
    {
        Descriptor handle(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600), path);
        if (handle.number() < 0)
            return systemError("open", path, errno);
        // flock belongs to this opening of the file: a second opening in this process is refused too, and
        // the kernel lets go when the process ends in whatever way.
        if (::flock(handle.number(), LOCK_EX | LOCK_NB) != 0) {
            if (errno != EWOULDBLOCK)
                return systemError("lock", path, errno);
            return Error::locked(parentDirectory(path) + " is in use by " + ownerText(handle.number()));
        }
        const std::string owner = std::to_string(::getpid()) + "\n";
        if (::ftruncate(handle.number(), 0) != 0
            || ::pwrite(handle.number(), owner.data(), owner.size(), 0) != static_cast<ssize_t>(owner.size()))
            return systemError("write to", path, errno);
        return {std::make_unique<RealLock>(handle.release())};
    }

    Result<std::uint64_t> freeSpace(const std::string &directory) override
    {
        struct statvfs status = {};
        if (::statvfs(directory.c_str(), &status) != 0)
            return systemError("look at", directory, errno);
        return static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
    }
};

// Each open table file of each store is a descriptor; the usual soft limit of 1024 is soon reached.
void raiseOpenFileLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max)
        return;
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 65'536);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

std::shared_ptr<FileLayer> realFileLayer()
{
    static const std::shared_ptr<FileLayer> layer = [] {
        raiseOpenFileLimit();
        return std::make_shared<RealFileLayer>();
    }();
    return layer;
}

} // namespace stator
