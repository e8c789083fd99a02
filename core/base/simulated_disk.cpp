#include "base/simulated_disk.h"

#include "base/random.h"
#include "base/simulated_drive.h"
#include "base/simulated_files.h"

namespace stator {

using namespace simulated;

SimulatedDisk::SimulatedDisk() : m_drive(std::make_shared<Drive>()) {}

SimulatedDisk::~SimulatedDisk() = default;

void SimulatedDisk::cutPower()
{
    const std::lock_guard lock(m_drive->mutex);
    m_drive->hasPower = false;
}

void SimulatedDisk::cutPowerAfter(std::uint64_t changes)
{
    const std::lock_guard lock(m_drive->mutex);
    m_drive->powerUntil = m_drive->changes + changes;
}

bool SimulatedDisk::hasPower() const
{
    const std::lock_guard lock(m_drive->mutex);
    return m_drive->hasPower;
}

std::uint64_t SimulatedDisk::changeCount() const
{
    const std::lock_guard lock(m_drive->mutex);
    return m_drive->changes;
}

void SimulatedDisk::setCapacity(std::uint64_t bytes)
{
    const std::lock_guard lock(m_drive->mutex);
    m_drive->capacity = bytes;
}

void SimulatedDisk::restorePower(std::uint64_t seed)
{
    const std::lock_guard lock(m_drive->mutex);
    SeededRandom random(seed);
    m_drive->settle(random);
    m_drive->locks.clear();
    m_drive->powerUntil.reset();
    m_drive->hasPower = true;
    ++m_drive->life;
}

Result<std::unique_ptr<AppendFile>> SimulatedDisk::openAppend(const std::string &path, AppendMode mode)
{
    const std::lock_guard lock(m_drive->mutex);
    STATOR_CHECK(m_drive->requirePower());
    STATOR_TRY(const Place place, m_drive->placeOf(path));
    const auto found = place.directory->names.find(place.name);
    NodeHandle node;
    if (found == place.directory->names.end()) {
        STATOR_CHECK(m_drive->beginChange());
        node = std::make_shared<Node>(false);
        m_drive->change({{place.directory, place.name, node, true}});
    } else {
        node = found->second;
        if (node->isDirectory)
            return Error::io(path + " is a directory");
        if (mode == AppendMode::Replace && !node->bytes.empty()) {
            STATOR_CHECK(m_drive->beginChange());
            node->touch(0, node->bytes.size());
            m_drive->used -= node->bytes.size();
            node->bytes.clear();
        }
    }
    return openForAppend(m_drive, std::move(node));
}

Result<std::unique_ptr<ReadFile>> SimulatedDisk::openRead(const std::string &path)
{
    const std::lock_guard lock(m_drive->mutex);
    STATOR_CHECK(m_drive->requirePower());
    STATOR_TRY(NodeHandle node, m_drive->findFile(path));
    return openForRead(m_drive, std::move(node));
}

Result<bool> SimulatedDisk::exists(const std::string &path)
{
    const std::lock_guard lock(m_drive->mutex);
    STATOR_CHECK(m_drive->requirePower());
    return m_drive->find(path).ok();
}

Result<std::uint64_t> SimulatedDisk::fileSize(const std::string &path)
{
    const std::lock_guard lock(m_drive->mutex);
    STATOR_CHECK(m_drive->requirePower());
    STATOR_TRY(const NodeHandle node, m_drive->findFile(path));
    return node->bytes.size();
}

Result<std::vector<DirectoryEntry>> SimulatedDisk::list(const std::string &directory)
{
    const std::lock_guard lock(m_drive->mutex);
    STATOR_CHECK(m_drive->requirePower());
    STATOR_TRY(const NodeHandle node, m_drive->findDirectory(directory));
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
    const std::lock_guard lock(m_drive->mutex);
    STATOR_CHECK(m_drive->requirePower());
    STATOR_TRY(const Place place, m_drive->placeOf(directory));
    if (const auto found = place.directory->names.find(place.name); found != place.directory->names.end()) {
        if (!found->second->isDirectory)
            return Error::io(directory + " is not a directory");
        return {};
    }
    STATOR_CHECK(m_drive->beginChange());
    const NodeHandle node = std::make_shared<Node>(true);
    place.directory->names[place.name] = node;
    place.directory->durableNames[place.name] = node;
    return {};
}

Result<void> SimulatedDisk::removeFile(const std::string &path)
{
    const std::lock_guard lock(m_drive->mutex);
    STATOR_CHECK(m_drive->requirePower());
    STATOR_TRY(const NodeHandle node, m_drive->findFile(path));
    STATOR_TRY(const Place place, m_drive->placeOf(path));
    STATOR_CHECK(m_drive->beginChange());
    m_drive->change({{place.directory, place.name, node, false}});
    m_drive->freeIfUnnamed(node);
    return {};
}

Result<void> SimulatedDisk::removeDirectory(const std::string &directory)
{
    const std::lock_guard lock(m_drive->mutex);
    STATOR_CHECK(m_drive->requirePower());
    STATOR_TRY(const NodeHandle node, m_drive->findDirectory(directory));
    STATOR_TRY(const Place place, m_drive->placeOf(directory));
    if (!node->names.empty())
        return Error::io("Cannot remove " + directory + ": it is not empty");
    STATOR_CHECK(m_drive->beginChange());
    m_drive->change({{place.directory, place.name, node, false}});
    return {};
}

Result<void> SimulatedDisk::rename(const std::string &from, const std::string &to)
{
    const std::lock_guard lock(m_drive->mutex);
    STATOR_CHECK(m_drive->requirePower());
    STATOR_TRY(const NodeHandle node, m_drive->find(from));
    STATOR_TRY(const Place source, m_drive->placeOf(from));
    STATOR_TRY(const Place target, m_drive->placeOf(to));
    STATOR_CHECK(m_drive->beginChange());
    const auto found = target.directory->names.find(target.name);
    const NodeHandle replaced = found == target.directory->names.end() ? nullptr : found->second;
    if (replaced == node)
        return {};
    m_drive->change({{source.directory, source.name, node, false}, {target.directory, target.name, node, true}});
    if (replaced)
        m_drive->freeIfUnnamed(replaced);
    return {};
}

Result<void> SimulatedDisk::hardLink(const std::string &existing, const std::string &newName)
{
    const std::lock_guard lock(m_drive->mutex);
    STATOR_CHECK(m_drive->requirePower());
    STATOR_TRY(const NodeHandle node, m_drive->findFile(existing));
    STATOR_TRY(const Place place, m_drive->placeOf(newName));
    if (place.directory->names.contains(place.name))
        return Error::io("Cannot link as " + newName + ": it is already there");
    STATOR_CHECK(m_drive->beginChange());
    m_drive->change({{place.directory, place.name, node, true}});
    return {};
}

Result<void> SimulatedDisk::syncDirectory(const std::string &directory)
{
    const std::lock_guard lock(m_drive->mutex);
    STATOR_CHECK(m_drive->requirePower());
    STATOR_TRY(const NodeHandle node, m_drive->findDirectory(directory));
    STATOR_CHECK(m_drive->beginChange());
    m_drive->syncNames(node);
    return {};
}

Result<std::unique_ptr<DirectoryLock>> SimulatedDisk::lock(const std::string &path)
{
    const std::lock_guard lock(m_drive->mutex);
    STATOR_CHECK(m_drive->requirePower());
    STATOR_TRY(const Place place, m_drive->placeOf(path));
    if (!m_drive->locks.insert(path).second)
        return Error::locked(parentDirectory(path) + " is in use by this process");
    return heldLock(m_drive, path);
}

Result<std::uint64_t> SimulatedDisk::freeSpace(const std::string & /*directory*/)
{
    const std::lock_guard lock(m_drive->mutex);
    STATOR_CHECK(m_drive->requirePower());
    return m_drive->freeBytes();
}

} // namespace stator
