#include "base/simulated_disk.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <set>

#include "base/random.h"

namespace stator {

namespace {

constexpr std::uint64_t kPageBytes = 4096;
constexpr std::uint64_t kSectorBytes = 512;

struct Node;
using NodeHandle = std::shared_ptr<Node>;

// A file or directory, as programs see it and as it is on the drive.
struct Node {
    explicit Node(bool isADirectory) : isDirectory(isADirectory) {}

    const bool isDirectory;
    std::string bytes;
    std::string durableBytes;
    std::set<std::uint64_t> dirtyPages; // where `bytes` may differ from `durableBytes`
    std::map<std::string, NodeHandle> names;
    std::map<std::string, NodeHandle> durableNames;

    void touch(std::uint64_t begin, std::uint64_t end)
    {
        for (std::uint64_t page = begin / kPageBytes; page * kPageBytes < end; ++page)
            dirtyPages.insert(page);
    }
    void becomeDurable()
    {
        for (const std::uint64_t page : dirtyPages)
            copyPage(page, bytes.size(), kPageBytes);
        durableBytes.resize(bytes.size());
        dirtyPages.clear();
    }
    // Puts the first `count` bytes of a page, and zeros behind the end of `bytes`, on a drive file of `size`.
    void copyPage(std::uint64_t page, std::uint64_t size, std::uint64_t count)
    {
        if (durableBytes.size() < size)
            durableBytes.resize(size, '\0');
        const std::uint64_t begin = page * kPageBytes;
        const std::uint64_t end = std::min(begin + count, size);
        for (std::uint64_t at = begin; at < end; ++at)
            durableBytes[at] = at < bytes.size() ? bytes[at] : '\0';
    }
};

// One name in one directory begins or ceases to mean a node.
struct NameChange {
    NodeHandle directory;
    std::string name;
    NodeHandle node;
    bool isAdded = false;

    void becomeDurable() const
    {
        auto &names = directory->durableNames;
        if (isAdded)
            names[name] = node;
        else if (const auto found = names.find(name); found != names.end() && found->second == node)
            names.erase(found);
    }
};

// What happens to names in one step: a rename is on the drive as a whole or not at all.
using NameStep = std::vector<NameChange>;

struct Place {
    NodeHandle directory;
    std::string name;
};

} // namespace

struct SimulatedDisk::State {
    mutable std::mutex mutex;
    NodeHandle root = std::make_shared<Node>(true); // everything below guarded by mutex
    std::vector<NameStep> unsyncedSteps;
    std::set<std::string> locks;
    bool hasPower = true;
    std::uint64_t life = 1; // a number for each time with power
    std::uint64_t changes = 0;
    std::optional<std::uint64_t> powerUntil; // value of `changes`
    std::uint64_t capacity = ~std::uint64_t{0};
    std::uint64_t used = 0;

    // These need mutex.
    Result<void> requirePower() const
    {
        return hasPower ? Result<void>() : Error::io("The simulated disk has no power");
    }
    // Counts a change; the one the power does not reach any more fails.
    Result<void> beginChange()
    {
        STATOR_CHECK(requirePower());
        if (powerUntil && changes >= *powerUntil) {
            hasPower = false;
            return requirePower();
        }
        ++changes;
        return {};
    }
    Result<NodeHandle> find(const std::string &path) const;
    Result<NodeHandle> findDirectory(const std::string &path) const;
    Result<NodeHandle> findFile(const std::string &path) const;
    Result<Place> placeOf(const std::string &path) const;
    void change(NameStep step);
    void freeIfUnnamed(const NodeHandle &node);
    static bool isNamed(const Node &directory, const NodeHandle &node);

    void settle(Node &node, Random &random, std::uint64_t survivalPercent);
    void settleBelow(Node &directory, Random &random, std::uint64_t survivalPercent, std::set<Node *> &settled);
};

namespace {

using State = SimulatedDisk::State;

class DiskAppendFile final : public AppendFile {
public:
    DiskAppendFile(std::shared_ptr<State> state, NodeHandle node)
        : m_state(std::move(state)), m_node(std::move(node)), m_life(m_state->life)
    {
    }

    Result<void> append(std::string_view bytes) override
    {
        const std::lock_guard lock(m_state->mutex);
        STATOR_CHECK(beginChange());
        const std::uint64_t space = m_state->capacity - std::min(m_state->capacity, m_state->used);
        const std::string_view written = bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(space, bytes.size())));
        m_node->touch(m_node->bytes.size(), m_node->bytes.size() + written.size());
        m_node->bytes += written;
        m_state->used += written.size();
        if (written.size() < bytes.size())
            return Error::noSpace("The simulated disk is full");
        return {};
    }
    Result<void> sync() override
    {
        const std::lock_guard lock(m_state->mutex);
        STATOR_CHECK(beginChange());
        m_node->becomeDurable();
        return {};
    }
    Result<void> truncate(std::uint64_t size) override
    {
        const std::lock_guard lock(m_state->mutex);
        STATOR_CHECK(beginChange());
        STATOR_ASSERT(size <= m_node->bytes.size());
        m_node->touch(size, m_node->bytes.size());
        m_state->used -= m_node->bytes.size() - size;
        m_node->bytes.resize(size);
        return {};
    }
    std::uint64_t size() const override
    {
        const std::lock_guard lock(m_state->mutex);
        return m_node->bytes.size();
    }
    Result<void> close() override
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->requirePower();
    }

private:
    Result<void> beginChange()
    {
        if (m_life != m_state->life)
            return Error::io("This file was open when the power went");
        return m_state->beginChange();
    }

    const std::shared_ptr<State> m_state;
    const NodeHandle m_node;
    const std::uint64_t m_life;
};

class DiskReadFile final : public ReadFile {
public:
    DiskReadFile(std::shared_ptr<State> state, NodeHandle node)
        : m_state(std::move(state)), m_node(std::move(node)), m_life(m_state->life)
    {
    }

    Result<std::size_t> read(std::uint64_t offset, std::size_t count, char *buffer) const override
    {
        const std::lock_guard lock(m_state->mutex);
        STATOR_CHECK(m_state->requirePower());
        if (m_life != m_state->life)
            return Error::io("This file was open when the power went");
        if (offset >= m_node->bytes.size())
            return std::size_t{0};
        return m_node->bytes.copy(buffer, count, offset);
    }
    Result<std::uint64_t> size() const override
    {
        const std::lock_guard lock(m_state->mutex);
        STATOR_CHECK(m_state->requirePower());
        return m_node->bytes.size();
    }

private:
    const std::shared_ptr<State> m_state;
    const NodeHandle m_node;
    const std::uint64_t m_life;
};

class DiskLock final : public DirectoryLock {
public:
    DiskLock(std::shared_ptr<State> state, std::string path)
        : m_state(std::move(state)), m_path(std::move(path)), m_life(m_state->life)
    {
    }
    ~DiskLock() override
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_life == m_state->life)
            m_state->locks.erase(m_path);
    }

private:
    const std::shared_ptr<State> m_state;
    const std::string m_path;
    const std::uint64_t m_life;
};

} // namespace

Result<NodeHandle> SimulatedDisk::State::find(const std::string &path) const
{
    NodeHandle node = root;
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string name = path.substr(begin, end - begin);
        begin = end + 1;
        if (name.empty() || name == ".")
            continue;
        const auto found = node->names.find(name);
        if (found == node->names.end())
            return Error::io("There is no " + path);
        node = found->second;
    }
    return node;
}

Result<NodeHandle> SimulatedDisk::State::findDirectory(const std::string &path) const
{
    STATOR_TRY(NodeHandle node, find(path));
    if (!node->isDirectory)
        return Error::io(path + " is not a directory");
    return node;
}

Result<NodeHandle> SimulatedDisk::State::findFile(const std::string &path) const
{
    STATOR_TRY(NodeHandle node, find(path));
    if (node->isDirectory)
        return Error::io(path + " is a directory");
    return node;
}

Result<Place> SimulatedDisk::State::placeOf(const std::string &path) const
{
    STATOR_TRY(NodeHandle directory, findDirectory(parentDirectory(path)));
    return Place{std::move(directory), path.substr(path.rfind('/') + 1)};
}

void SimulatedDisk::State::change(NameStep step)
{
    for (const NameChange &part : step) {
        if (part.isAdded)
            part.directory->names[part.name] = part.node;
        else
            part.directory->names.erase(part.name);
    }
    unsyncedSteps.push_back(std::move(step));
}

bool SimulatedDisk::State::isNamed(const Node &directory, const NodeHandle &node)
{
    for (const auto &[name, child] : directory.names) {
        if (child == node || (child->isDirectory && isNamed(*child, node)))
            return true;
    }
    return false;
}

void SimulatedDisk::State::freeIfUnnamed(const NodeHandle &node)
{
    if (!isNamed(*root, node))
        used -= node->bytes.size();
}

// Decides which of a file's unsynced pages and which size reached the drive.
void SimulatedDisk::State::settle(Node &node, Random &random, std::uint64_t survivalPercent)
{
    const std::uint64_t synced = node.durableBytes.size();
    const std::uint64_t last = node.bytes.size();
    std::uint64_t size = random.below(100) < survivalPercent ? last : synced;
    if (random.below(2) == 0 && last != synced)
        size = std::min(last, synced) + random.below(std::max(last, synced) - std::min(last, synced) + 1);
    for (const std::uint64_t page : node.dirtyPages) {
        if (random.below(100) >= survivalPercent)
            continue;
        const bool isTorn = random.below(8) == 0;
        node.copyPage(page, size, isTorn ? random.below(kPageBytes / kSectorBytes) * kSectorBytes : kPageBytes);
    }
    node.durableBytes.resize(size, '\0');
    node.bytes = node.durableBytes;
    node.dirtyPages.clear();
    used += node.bytes.size();
}

void SimulatedDisk::State::settleBelow(Node &directory, Random &random, std::uint64_t survivalPercent,
                                       std::set<Node *> &settled)
{
    directory.names = directory.durableNames;
    for (const auto &[name, node] : directory.names) {
        if (!settled.insert(node.get()).second)
            continue;
        if (node->isDirectory)
            settleBelow(*node, random, survivalPercent, settled);
        else
            settle(*node, random, survivalPercent);
    }
}

SimulatedDisk::SimulatedDisk() : m_state(std::make_shared<State>()) {}

SimulatedDisk::~SimulatedDisk() = default;

void SimulatedDisk::cutPower()
{
    const std::lock_guard lock(m_state->mutex);
    m_state->hasPower = false;
}

void SimulatedDisk::cutPowerAfter(std::uint64_t changes)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->powerUntil = m_state->changes + changes;
}

bool SimulatedDisk::hasPower() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->hasPower;
}

std::uint64_t SimulatedDisk::changeCount() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->changes;
}

void SimulatedDisk::setCapacity(std::uint64_t bytes)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->capacity = bytes;
}

void SimulatedDisk::restorePower(std::uint64_t seed)
{
    const std::lock_guard lock(m_state->mutex);
    SeededRandom random(seed);
    // All, nothing and everything between must happen often.
    const std::uint64_t choices[] = {0, 100, 50, 90, random.below(101)};
    const std::uint64_t survivalPercent = choices[random.below(5)];
    for (const NameStep &step : m_state->unsyncedSteps) {
        if (random.below(100) >= survivalPercent)
            continue;
        for (const NameChange &part : step)
            part.becomeDurable();
    }
    m_state->unsyncedSteps.clear();
    m_state->used = 0;
    std::set<Node *> settled;
    m_state->settleBelow(*m_state->root, random, survivalPercent, settled);
    m_state->locks.clear();
    m_state->powerUntil.reset();
    m_state->hasPower = true;
    ++m_state->life;
}

Result<std::unique_ptr<AppendFile>> SimulatedDisk::openAppend(const std::string &path, AppendMode mode)
{
    const std::lock_guard lock(m_state->mutex);
    STATOR_CHECK(m_state->requirePower());
    STATOR_TRY(const Place place, m_state->placeOf(path));
    const auto found = place.directory->names.find(place.name);
    NodeHandle node;
    if (found == place.directory->names.end()) {
        STATOR_CHECK(m_state->beginChange());
        node = std::make_shared<Node>(false);
        m_state->change({{place.directory, place.name, node, true}});
    } else {
        node = found->second;
        if (node->isDirectory)
            return Error::io(path + " is a directory");
        if (mode == AppendMode::Replace && !node->bytes.empty()) {
            STATOR_CHECK(m_state->beginChange());
            node->touch(0, node->bytes.size());
            m_state->used -= node->bytes.size();
            node->bytes.clear();
        }
    }
    return {std::make_unique<DiskAppendFile>(m_state, std::move(node))};
}

Result<std::unique_ptr<ReadFile>> SimulatedDisk::openRead(const std::string &path)
{
    const std::lock_guard lock(m_state->mutex);
    STATOR_CHECK(m_state->requirePower());
    STATOR_TRY(NodeHandle node, m_state->findFile(path));
    return {std::make_unique<DiskReadFile>(m_state, std::move(node))};
}

Result<bool> SimulatedDisk::exists(const std::string &path)
{
    const std::lock_guard lock(m_state->mutex);
    STATOR_CHECK(m_state->requirePower());
    return m_state->find(path).ok();
}

Result<std::uint64_t> SimulatedDisk::fileSize(const std::string &path)
{
    const std::lock_guard lock(m_state->mutex);
    STATOR_CHECK(m_state->requirePower());
    STATOR_TRY(const NodeHandle node, m_state->findFile(path));
    return node->bytes.size();
}

Result<std::vector<DirectoryEntry>> SimulatedDisk::list(const std::string &directory)
{
    const std::lock_guard lock(m_state->mutex);
    STATOR_CHECK(m_state->requirePower());
    STATOR_TRY(const NodeHandle node, m_state->findDirectory(directory));
    std::vector<DirectoryEntry> entries;
    for (const auto &[name, child] : node->names)
        entries.push_back({name, child->isDirectory});
    return entries;
}

Result<void> SimulatedDisk::createDirectories(const std::string &directory)
{
    if (directory == "/" || directory == ".")
        return {};
    STATOR_CHECK(createDirectories(parentDirectory(directory)));
    const std::lock_guard lock(m_state->mutex);
    STATOR_CHECK(m_state->requirePower());
    STATOR_TRY(const Place place, m_state->placeOf(directory));
    if (const auto found = place.directory->names.find(place.name); found != place.directory->names.end()) {
        if (!found->second->isDirectory)
            return Error::io(directory + " is not a directory");
        return {};
    }
    STATOR_CHECK(m_state->beginChange());
    const NodeHandle node = std::make_shared<Node>(true);
    place.directory->names[place.name] = node;
    place.directory->durableNames[place.name] = node;
    return {};
}

Result<void> SimulatedDisk::removeFile(const std::string &path)
{
    const std::lock_guard lock(m_state->mutex);
    STATOR_CHECK(m_state->requirePower());
    STATOR_TRY(const NodeHandle node, m_state->findFile(path));
    STATOR_TRY(const Place place, m_state->placeOf(path));
    STATOR_CHECK(m_state->beginChange());
    m_state->change({{place.directory, place.name, node, false}});
    m_state->freeIfUnnamed(node);
    return {};
}

Result<void> SimulatedDisk::removeDirectory(const std::string &directory)
{
    const std::lock_guard lock(m_state->mutex);
    STATOR_CHECK(m_state->requirePower());
    STATOR_TRY(const NodeHandle node, m_state->findDirectory(directory));
    STATOR_TRY(const Place place, m_state->placeOf(directory));
    if (!node->names.empty())
        return Error::io("Cannot remove " + directory + ": it is not empty");
    STATOR_CHECK(m_state->beginChange());
    m_state->change({{place.directory, place.name, node, false}});
    return {};
}

Result<void> SimulatedDisk::rename(const std::string &from, const std::string &to)
{
    const std::lock_guard lock(m_state->mutex);
    STATOR_CHECK(m_state->requirePower());
    STATOR_TRY(const NodeHandle node, m_state->find(from));
    STATOR_TRY(const Place source, m_state->placeOf(from));
    STATOR_TRY(const Place target, m_state->placeOf(to));
    STATOR_CHECK(m_state->beginChange());
    const auto found = target.directory->names.find(target.name);
    const NodeHandle replaced = found == target.directory->names.end() ? nullptr : found->second;
    if (replaced == node)
        return {};
    m_state->change({{source.directory, source.name, node, false}, {target.directory, target.name, node, true}});
    if (replaced)
        m_state->freeIfUnnamed(replaced);
    return {};
}

Result<void> SimulatedDisk::hardLink(const std::string &existing, const std::string &newName)
{
    const std::lock_guard lock(m_state->mutex);
    STATOR_CHECK(m_state->requirePower());
    STATOR_TRY(const NodeHandle node, m_state->findFile(existing));
    STATOR_TRY(const Place place, m_state->placeOf(newName));
    if (place.directory->names.contains(place.name))
        return Error::io("Cannot link as " + newName + ": it is already there");
    STATOR_CHECK(m_state->beginChange());
    m_state->change({{place.directory, place.name, node, true}});
    return {};
}

Result<void> SimulatedDisk::syncDirectory(const std::string &directory)
{
    const std::lock_guard lock(m_state->mutex);
    STATOR_CHECK(m_state->requirePower());
    STATOR_TRY(const NodeHandle node, m_state->findDirectory(directory));
    STATOR_CHECK(m_state->beginChange());
    std::vector<NameStep> left;
    for (NameStep &step : m_state->unsyncedSteps) {
        const bool concerns = std::any_of(step.begin(), step.end(),
                                          [&](const NameChange &part) { return part.directory == node; });
        if (!concerns) {
            left.push_back(std::move(step));
            continue;
        }
        for (const NameChange &part : step)
            part.becomeDurable();
    }
    m_state->unsyncedSteps = std::move(left);
    return {};
}

Result<std::unique_ptr<DirectoryLock>> SimulatedDisk::lock(const std::string &path)
{
    const std::lock_guard lock(m_state->mutex);
    STATOR_CHECK(m_state->requirePower());
    STATOR_TRY(const Place place, m_state->placeOf(path));
    if (!m_state->locks.insert(path).second)
        return Error::locked(parentDirectory(path) + " is in use by this process");
    return {std::make_unique<DiskLock>(m_state, path)};
}

Result<std::uint64_t> SimulatedDisk::freeSpace(const std::string & /*directory*/)
{
    const std::lock_guard lock(m_state->mutex);
    STATOR_CHECK(m_state->requirePower());
    return m_state->capacity - std::min(m_state->capacity, m_state->used);
}

} // namespace stator
