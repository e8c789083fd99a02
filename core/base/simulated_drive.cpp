#include "base/simulated_drive.h"

#include <algorithm>

#include "base/file_layer.h"
#include "base/random.h"

namespace stator::simulated {

namespace {

constexpr std::uint64_t kPageBytes = 4096;
constexpr std::uint64_t kSectorBytes = 512;

bool isNamed(const Node &directory, const NodeHandle &node)
{
    for (const auto &[name, child] : directory.names) {
        if (child == node || (child->isDirectory && isNamed(*child, node)))
            return true;
    }
    return false;
}

} // namespace

void Node::touch(std::uint64_t begin, std::uint64_t end)
{
    for (std::uint64_t page = begin / kPageBytes; page * kPageBytes < end; ++page)
        dirtyPages.insert(page);
}

void Node::becomeDurable()
{
    for (const std::uint64_t page : dirtyPages)
        copyPage(page, bytes.size(), kPageBytes);
    durableBytes.resize(bytes.size());
    dirtyPages.clear();
}

void Node::copyPage(std::uint64_t page, std::uint64_t size, std::uint64_t count)
{
    if (durableBytes.size() < size)
        durableBytes.resize(size, '\0');
    const std::uint64_t begin = page * kPageBytes;
    const std::uint64_t end = std::min(begin + count, size);
    for (std::uint64_t at = begin; at < end; ++at)
        durableBytes[at] = at < bytes.size() ? bytes[at] : '\0';
}

void NameChange::becomeDurable() const
{
    auto &names = directory->durableNames;
    if (isAdded)
        names[name] = node;
    else if (const auto found = names.find(name); found != names.end() && found->second == node)
        names.erase(found);
}

Result<void> Drive::requirePower() const
{
    return hasPower ? Result<void>() : Error::io("The simulated disk has no power");
}

Result<void> Drive::beginChange()
{
    STATOR_CHECK(requirePower());
    if (powerUntil && changes >= *powerUntil) {
        hasPower = false;
        return requirePower();
    }
    ++changes;
    return {};
}

Result<NodeHandle> Drive::find(const std::string &path) const
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

Result<NodeHandle> Drive::findDirectory(const std::string &path) const
{
    STATOR_TRY(NodeHandle node, find(path));
    if (!node->isDirectory)
        return Error::io(path + " is not a directory");
    return node;
}

Result<NodeHandle> Drive::findFile(const std::string &path) const
{
    STATOR_TRY(NodeHandle node, find(path));
    if (node->isDirectory)
        return Error::io(path + " is a directory");
    return node;
}

Result<Place> Drive::placeOf(const std::string &path) const
{
    STATOR_TRY(NodeHandle directory, findDirectory(parentDirectory(path)));
    return Place{std::move(directory), path.substr(path.rfind('/') + 1)};
}

void Drive::change(NameStep step)
{
    for (const NameChange &part : step) {
        if (part.isAdded)
            part.directory->names[part.name] = part.node;
        else
            part.directory->names.erase(part.name);
    }
    unsyncedSteps.push_back(std::move(step));
}

void Drive::syncNames(const NodeHandle &directory)
{
    std::vector<NameStep> left;
    for (NameStep &step : unsyncedSteps) {
        const bool concerns = std::any_of(step.begin(), step.end(),
                                          [&](const NameChange &part) { return part.directory == directory; });
        if (!concerns) {
            left.push_back(std::move(step));
            continue;
        }
        for (const NameChange &part : step)
            part.becomeDurable();
    }
    unsyncedSteps = std::move(left);
}

void Drive::freeIfUnnamed(const NodeHandle &node)
{
    if (!isNamed(*root, node))
        used -= node->bytes.size();
}

// Decides which of a file's unsynced pages and which size reached the drive.
void Drive::settleFile(Node &node, Random &random, std::uint64_t survivalPercent)
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

void Drive::settleBelow(Node &directory, Random &random, std::uint64_t survivalPercent,
                                       std::set<Node *> &settled)
{
    directory.names = directory.durableNames;
    for (const auto &[name, node] : directory.names) {
        if (!settled.insert(node.get()).second)
            continue;
        if (node->isDirectory)
            settleBelow(*node, random, survivalPercent, settled);
        else
            settleFile(*node, random, survivalPercent);
    }
}

void Drive::settle(Random &random)
{
    // All, nothing and everything between must happen often.
    const std::uint64_t choices[] = {0, 100, 50, 90, random.below(101)};
    const std::uint64_t survivalPercent = choices[random.below(5)];
    for (const NameStep &step : unsyncedSteps) {
        if (random.below(100) >= survivalPercent)
            continue;
        for (const NameChange &part : step)
            part.becomeDurable();
    }
    unsyncedSteps.clear();
    used = 0;
    std::set<Node *> settled;
    settleBelow(*root, random, survivalPercent, settled);
}

} // namespace stator::simulated
