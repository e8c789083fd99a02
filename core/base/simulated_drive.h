// Inside of SimulatedDisk: the tree of files as programs see it, and as it is on the drive.
//
// Threads: whoever holds Drive::mutex.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"

namespace stator {

class Random;

namespace simulated {

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

    // `bytes` changed between these offsets.
    void touch(std::uint64_t begin, std::uint64_t end);
    void becomeDurable();
    // Puts the first `count` bytes of a page, and zeros behind the end of `bytes`, on a drive file of `size`.
    void copyPage(std::uint64_t page, std::uint64_t size, std::uint64_t count);
};

// One name in one directory begins or ceases to mean a node.
struct NameChange {
    NodeHandle directory;
    std::string name;
    NodeHandle node;
    bool isAdded = false;

    void becomeDurable() const;
};

// What happens to names in one step: a rename is on the drive as a whole or not at all.
using NameStep = std::vector<NameChange>;

struct Place {
    NodeHandle directory;
    std::string name;
};

struct Drive {
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

    Result<void> requirePower() const;
    // Counts a change; the one the power does not reach any more fails.
    Result<void> beginChange();
    std::uint64_t freeBytes() const { return capacity - std::min(capacity, used); }

    Result<NodeHandle> find(const std::string &path) const;
    Result<NodeHandle> findDirectory(const std::string &path) const;
    Result<NodeHandle> findFile(const std::string &path) const;
    Result<Place> placeOf(const std::string &path) const;

    // Programs see it at once; the drive when its directories are synced.
    void change(NameStep step);
    void syncNames(const NodeHandle &directory);
    // After a name of `node` went: its bytes are free if it was the last.
    void freeIfUnnamed(const NodeHandle &node);

    // Decides what reached the drive when the power went; from now on programs see that.
    void settle(Random &random);

private:
    void settleFile(Node &file, Random &random, std::uint64_t survivalPercent);
    void settleBelow(Node &directory, Random &random, std::uint64_t survivalPercent, std::set<Node *> &settled);
};

} // namespace simulated
} // namespace stator
