#include "base/memory_file_layer.h"

#include <bit>
#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>

namespace stator {

namespace {

// The chunks of a file hold 4, 4, 8, 16, 32 and then always 64 KiB: a small file costs little, a large one has
// few chunks, and the 4 KiB header that our files begin with stands alone in the first.
constexpr std::uint64_t kSmallestChunk = 4096;
constexpr std::uint64_t kLargestChunk = 65'536;

struct PagePlace {
    std::size_t chunk = 0;
    std::size_t within = 0;
    std::size_t chunkSize = 0;
};

PagePlace pagePlaceOf(std::uint64_t offset)
{
    if (offset < kSmallestChunk)
        return {0, offset, kSmallestChunk};
    if (offset < kLargestChunk) {
        const std::uint64_t begin = std::bit_floor(offset);
        return {static_cast<std::size_t>(std::bit_width(begin / kSmallestChunk)), offset - begin, begin};
    }
    const std::uint64_t beyond = offset - kLargestChunk;
    return {5 + beyond / kLargestChunk, beyond % kLargestChunk, kLargestChunk};
}

// Bytes before m_size are never changed while a reader may look at them, and chunks never move; the lock
// guards the list of chunks and the size.
class MemoryFile {
public:
    void append(std::string_view bytes)
    {
        const std::unique_lock lock(m_mutex);
        while (!bytes.empty()) {
            const PagePlace place = pagePlaceOf(m_size);
            if (place.chunk == m_chunks.size())
                m_chunks.push_back(std::make_unique_for_overwrite<char[]>(place.chunkSize));
            const std::size_t count = std::min(bytes.size(), place.chunkSize - place.within);
            std::memcpy(m_chunks[place.chunk].get() + place.within, bytes.data(), count);
            bytes.remove_prefix(count);
            m_size += count;
        }
    }

    void truncate(std::uint64_t size)
    {
        const std::unique_lock lock(m_mutex);
        STATOR_ASSERT(size <= m_size);
        m_size = size;
        const PagePlace place = pagePlaceOf(size);
        m_chunks.resize(std::min(m_chunks.size(), place.chunk + (place.within > 0 ? 1 : 0)));
    }

    std::uint64_t size() const
    {
        const std::shared_lock lock(m_mutex);
        return m_size;
    }

    std::size_t read(std::uint64_t offset, std::size_t count, char *buffer) const
    {
        const std::shared_lock lock(m_mutex);
        std::size_t got = 0;
        while (got < count && offset + got < m_size) {
            const PagePlace place = pagePlaceOf(offset + got);
            const std::size_t step = std::min({count - got, place.chunkSize - place.within,
                                               static_cast<std::size_t>(m_size - offset - got)});
            std::memcpy(buffer + got, m_chunks[place.chunk].get() + place.within, step);
            got += step;
        }
        return got;
    }

    std::string_view view(std::uint64_t offset, std::size_t count) const
    {
        const std::shared_lock lock(m_mutex);
        const PagePlace place = pagePlaceOf(offset);
        if (offset + count > m_size || place.within + count > place.chunkSize)
            return {};
        return {m_chunks[place.chunk].get() + place.within, count};
    }

private:
    mutable std::shared_mutex m_mutex;
    std::vector<std::unique_ptr<char[]>> m_chunks; // guarded by m_mutex
    std::uint64_t m_size = 0;                      // guarded by m_mutex
};

class MemoryAppendFile final : public AppendFile {
public:
    explicit MemoryAppendFile(std::shared_ptr<MemoryFile> file) : m_file(std::move(file)) {}

    Result<void> append(std::string_view bytes) override
    {
        m_file->append(bytes);
        return {};
    }
    Result<void> sync() override { return {}; }
    Result<void> truncate(std::uint64_t size) override
    {
        m_file->truncate(size);
        return {};
    }
    std::uint64_t size() const override { return m_file->size(); }
    Result<void> close() override { return {}; }

private:
    std::shared_ptr<MemoryFile> m_file;
};

class MemoryReadFile final : public ReadFile {
public:
    explicit MemoryReadFile(std::shared_ptr<const MemoryFile> file) : m_file(std::move(file)) {}

    Result<std::size_t> read(std::uint64_t offset, std::size_t count, char *buffer) const override
    {
        return m_file->read(offset, count, buffer);
    }
    Result<std::uint64_t> size() const override { return m_file->size(); }
    std::string_view view(std::uint64_t offset, std::size_t count) const override
    {
        return m_file->view(offset, count);
    }

private:
    std::shared_ptr<const MemoryFile> m_file;
};

struct LockTable {
    std::mutex mutex;
    std::set<std::string> paths; // guarded by mutex
};

class MemoryLock final : public DirectoryLock {
public:
    MemoryLock(std::shared_ptr<LockTable> table, std::string path)
        : m_table(std::move(table)), m_path(std::move(path))
    {
    }
    ~MemoryLock() override
    {
        const std::lock_guard lock(m_table->mutex);
        m_table->paths.erase(m_path);
    }

private:
    std::shared_ptr<LockTable> m_table;
    std::string m_path;
};

Error notThere(const std::string &path)
{
    return Error::io("There is no " + path);
}

// Every path is one key of a sorted map; a directory is a key without a file.
class MemoryFileLayer final : public FileLayer {
public:
    Result<std::unique_ptr<AppendFile>> openAppend(const std::string &path, AppendMode mode) override
    {
        const std::lock_guard lock(m_mutex);
        STATOR_CHECK(requireDirectory(parentDirectory(path)));
        auto [found, isNew] = m_nodes.try_emplace(path);
        if (!isNew && !found->second)
            return Error::io(path + " is a directory");
        if (isNew)
            found->second = std::make_shared<MemoryFile>();
        else if (mode == AppendMode::Replace)
            found->second->truncate(0);
        return {std::make_unique<MemoryAppendFile>(found->second)};
    }

    Result<std::unique_ptr<ReadFile>> openRead(const std::string &path) override
    {
        STATOR_TRY(std::shared_ptr<MemoryFile> file, fileAt(path));
        return {std::make_unique<MemoryReadFile>(std::move(file))};
    }

    Result<bool> exists(const std::string &path) override
    {
        const std::lock_guard lock(m_mutex);
        return isRoot(path) || m_nodes.contains(path);
    }

    Result<std::uint64_t> fileSize(const std::string &path) override
    {
        STATOR_TRY(const std::shared_ptr<MemoryFile> file, fileAt(path));
        return file->size();
    }

    Result<std::vector<DirectoryEntry>> list(const std::string &directory) override
    {
        const std::lock_guard lock(m_mutex);
        STATOR_CHECK(requireDirectory(directory));
        const std::string prefix = isRoot(directory) ? (directory == "/" ? "/" : "") : directory + "/";
        std::vector<DirectoryEntry> entries;
        for (auto node = m_nodes.lower_bound(prefix); node != m_nodes.end(); ++node) {
            const std::string &path = node->first;
            if (!path.starts_with(prefix))
                break;
            if (path.size() > prefix.size() && path.find('/', prefix.size()) == std::string::npos)
                entries.push_back({path.substr(prefix.size()), node->second == nullptr});
        }
        return entries;
    }

    Result<void> createDirectories(const std::string &directory) override
    {
        const std::lock_guard lock(m_mutex);
        for (std::string path = directory; !isRoot(path); path = parentDirectory(path)) {
            const auto [found, isNew] = m_nodes.try_emplace(path);
            if (!isNew && found->second)
                return Error::io(path + " is not a directory");
        }
        return {};
    }

    Result<void> removeFile(const std::string &path) override
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_nodes.find(path);
        if (found == m_nodes.end() || !found->second)
            return notThere(path);
        m_nodes.erase(found);
        return {};
    }

    Result<void> removeDirectory(const std::string &directory) override
    {
        const std::lock_guard lock(m_mutex);
        STATOR_CHECK(requireDirectory(directory));
        const auto inside = m_nodes.lower_bound(directory + "/");
        if (inside != m_nodes.end() && inside->first.starts_with(directory + "/"))
            return Error::io("Cannot remove " + directory + ": it is not empty");
        m_nodes.erase(directory);
        return {};
    }

    Result<void> rename(const std::string &from, const std::string &to) override
    {
        const std::lock_guard lock(m_mutex);
        STATOR_CHECK(requireDirectory(parentDirectory(to)));
        const auto found = m_nodes.find(from);
        if (found == m_nodes.end())
            return notThere(from);
        if (from == to)
            return {};
        if (!found->second)
            return renameDirectory(from, to);
        m_nodes.insert_or_assign(to, found->second);
        m_nodes.erase(found);
        return {};
    }

    Result<void> hardLink(const std::string &existing, const std::string &newName) override
    {
        const std::lock_guard lock(m_mutex);
        STATOR_CHECK(requireDirectory(parentDirectory(newName)));
        const auto found = m_nodes.find(existing);
        if (found == m_nodes.end() || !found->second)
            return notThere(existing);
        if (!m_nodes.try_emplace(newName, found->second).second)
            return Error::io("Cannot link as " + newName + ": it is already there");
        return {};
    }

    Result<void> syncDirectory(const std::string &directory) override
    {
        const std::lock_guard lock(m_mutex);
        return requireDirectory(directory);
    }

    Result<std::unique_ptr<DirectoryLock>> lock(const std::string &path) override
    {
        {
            const std::lock_guard lock(m_mutex);
            STATOR_CHECK(requireDirectory(parentDirectory(path)));
        }
        const std::lock_guard lock(m_locks->mutex);
        if (!m_locks->paths.insert(path).second)
            return Error::locked(parentDirectory(path) + " is in use by this process");
        return {std::make_unique<MemoryLock>(m_locks, path)};
    }

    // Memory has no mark of its own to stop at; the system says when it is out.
    Result<std::uint64_t> freeSpace(const std::string & /*directory*/) override { return std::uint64_t{1} << 50; }

private:
    static bool isRoot(const std::string &path) { return path == "/" || path == "."; }

    // Both need m_mutex.
    Result<void> requireDirectory(const std::string &path) const
    {
        if (isRoot(path))
            return {};
        const auto found = m_nodes.find(path);
        if (found == m_nodes.end() || found->second)
            return Error::io("There is no directory " + path);
        return {};
    }
    Result<void> renameDirectory(const std::string &from, const std::string &to)
    {
        if (m_nodes.contains(to))
            return Error::io("Cannot rename to " + to + ": it is already there");
        std::vector<std::string> inside = {from};
        for (auto node = m_nodes.lower_bound(from + "/"); node != m_nodes.end(); ++node) {
            if (!node->first.starts_with(from + "/"))
                break;
            inside.push_back(node->first);
        }
        for (const std::string &path : inside) {
            auto node = m_nodes.extract(path);
            node.key() = to + path.substr(from.size());
            m_nodes.insert(std::move(node));
        }
        return {};
    }

    Result<std::shared_ptr<MemoryFile>> fileAt(const std::string &path)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_nodes.find(path);
        if (found == m_nodes.end() || !found->second)
            return notThere(path);
        return found->second;
    }

    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<MemoryFile>> m_nodes; // guarded by m_mutex
    const std::shared_ptr<LockTable> m_locks = std::make_shared<LockTable>();
};

} // namespace

std::shared_ptr<FileLayer> makeMemoryFileLayer()
{
    return std::make_shared<MemoryFileLayer>();
}

} // namespace stator
