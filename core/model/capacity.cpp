#include "model/capacity.h"

#include <algorithm>

namespace stator::model {

namespace {

constexpr double kEventualFactor = 0.5;
constexpr double kTransactionalFactor = 2;

double charged(std::uint64_t blocks, WriteMode mode)
{
    return static_cast<double>(blocks) * (mode == WriteMode::Transactional ? kTransactionalFactor : 1);
}

} // namespace

double readUnits(std::uint64_t bytes, ReadMode mode)
{
    const auto blocks = static_cast<double>(readBlocks(bytes));
    switch (mode) {
    case ReadMode::Eventual:
        return blocks * kEventualFactor;
    case ReadMode::Strong:
        return blocks;
    case ReadMode::Transactional:
        return blocks * kTransactionalFactor;
    }
    return blocks;
}

double writeUnits(std::uint64_t oldBytes, std::uint64_t newBytes, WriteMode mode)
{
    return charged(writeBlocks(std::max(oldBytes, newBytes)), mode);
}

double indexWriteUnits(const IndexEntryChange &change, WriteMode mode)
{
    const bool had = change.oldBytes != 0;
    const bool has = change.newBytes != 0;
    if (!had && !has)
        return 0;
    if (had && has && change.isKeyChanged)
        return charged(writeBlocks(change.oldBytes) + writeBlocks(change.newBytes), mode);
    if (had && has && change.isEqual)
        return 0;
    return charged(writeBlocks(std::max(change.oldBytes, change.newBytes)), mode);
}

double replicatedWriteUnits(std::uint64_t bytes)
{
    return charged(writeBlocks(bytes), WriteMode::Standard);
}

} // namespace stator::model
