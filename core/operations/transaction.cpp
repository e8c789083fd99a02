#include "operations/transaction.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "engine/cancellation.h"
#include "operations/distinct_items.h"
#include "operations/item_read.h"
#include "operations/key_check.h"

namespace stator::operations {

namespace {

Error repeatedItem()
{
    return Error::validation("Transaction request cannot include multiple operations on one item");
}

// Transactions say of their units whether they were read or written.
void nameUnits(TransactCapacity::Kind kind, api::ConsumedCapacity &capacity)
{
    const bool isRead = kind == TransactCapacity::Kind::Read;
    (isRead ? capacity.readCapacityUnits : capacity.writeCapacityUnits) = capacity.capacityUnits;
    const auto nameOne = [&](api::Capacity &one) {
        (isRead ? one.readCapacityUnits : one.writeCapacityUnits) = one.capacityUnits;
    };
    if (capacity.table)
        nameOne(*capacity.table);
    for (auto *indexes : {&capacity.localSecondaryIndexes, &capacity.globalSecondaryIndexes})
        if (*indexes)
            for (auto &index : **indexes)
                nameOne(index.second);
}

} // namespace

Result<std::vector<TransactPart>> openParts(const Environment &environment, const service::Call &call,
                                            std::vector<std::string> names,
                                            const std::vector<const document::Item *> &items)
{
    std::vector<TransactPart> parts;
    DistinctItems distinct;
    std::optional<Error> notFound;
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto access = openTable(environment, call, names[i]);
        if (!distinct.add(names[i], access.ok() ? access->definition : nullptr, items[i]->view()))
            return repeatedItem();
        if (access.ok())
            parts.push_back({std::move(names[i]), std::move(*access)});
        else if (!notFound)
            notFound = std::move(access).error();
    }
    if (notFound)
        return std::move(*notFound);
    return parts;
}

Result<void> checkDistinct(const std::vector<TransactPart> &parts,
                           const std::vector<const document::Item *> &items)
{
    DistinctItems distinct;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!distinct.add(parts[i].shownName, parts[i].access.definition, items[i]->view()))
            return repeatedItem();
    return {};
}

Result<void> checkTransactItems(const std::vector<TransactPart> &parts,
                                const std::vector<const document::Item *> &items,
                                const std::function<Result<void>(std::size_t)> &check)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        STATOR_CHECK(checkKeysNotEmpty(parts[i].access.definition->keys, items[i]->view()));
        STATOR_CHECK(checkIndexKeysNotEmpty(*parts[i].access.definition, items[i]->view()));
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto checked = check(i);
        if (checked.ok())
            continue;
        engine::Cancellation cancellation(parts.size());
        if (!cancellation.add(i, checked.error()))
            return checked.error();
        return std::move(cancellation).finish();
    }
    return {};
}

Result<std::vector<std::optional<document::Item>>> readAtOnce(const std::vector<TransactPart> &parts,
                                                              const std::vector<engine::Read> &reads)
{
    engine::Region &region = *parts.front().access.region;
    engine::ThroughputLimit &throughput = region.throughput();
    if (!throughput.isEnforced())
        return region.getTogether(reads);
    std::vector<engine::UnitSource> sources;
    engine::Cancellation cancellation(reads.size());
    for (std::size_t i = 0; i < reads.size(); ++i) {
        const model::TableDefinition &table = *parts[i].access.definition;
        sources.push_back({table, 0, partitionHashOf(table.keys, reads[i].key.view())});
        if (auto admitted = throughput.admit(engine::UnitKind::Read, sources.back()); !admitted.ok())
            cancellation.add(i, admitted.error());
    }
    if (cancellation.any())
        return std::move(cancellation).finish();
    STATOR_TRY(auto items, region.getTogether(reads));
    for (std::size_t i = 0; i < items.size(); ++i)
        throughput.charge(
            engine::UnitKind::Read, sources[i],
            model::readUnits(items[i] ? items[i]->view().sizeBytes() : 0, model::ReadMode::Transactional));
    return items;
}

CapacityTally &TransactCapacity::tallyOf(const TransactPart &part)
{
    for (auto &table : m_tables)
        if (table.part->access.definition->name == part.access.definition->name)
            return table.tally;
    return m_tables.emplace_back(TableTally{&part, {}}).tally;
}

std::optional<std::vector<api::ConsumedCapacity>>
TransactCapacity::reply(Kind kind, std::optional<api::ReturnConsumedCapacity> mode) const
{
    if (!isAsked(mode))
        return std::nullopt;
    std::vector<api::ConsumedCapacity> list;
    for (const auto &table : m_tables) {
        list.push_back(*table.tally.reply(table.part->shownName, *table.part->access.definition, mode));
        nameUnits(kind, list.back());
    }
    return list;
}

std::optional<std::vector<api::ConsumedCapacity>>
writtenCapacity(const std::vector<TransactPart> &parts, const engine::WriteOutcome &outcome,
                std::optional<api::ReturnConsumedCapacity> mode)
{
    TransactCapacity capacity;
    for (std::size_t i = 0; i < outcome.effects.size(); ++i) {
        CapacityTally &tally = capacity.tallyOf(parts[i]);
        if (outcome.isReplay)
            tally.addTable(
                model::readUnits(outcome.effects[i].currentSizeBytes, model::ReadMode::Transactional));
        else
            tally.addWrite(outcome.effects[i], model::WriteMode::Transactional);
    }
    using Kind = TransactCapacity::Kind;
    return capacity.reply(outcome.isReplay ? Kind::Read : Kind::Write, mode);
}

Result<void> checkPayload(std::uint64_t bytes)
{
    if (bytes > kTransactionBytes) // the service's text is unverified
        return Error::validation("The transaction payload size cannot exceed 4 MB");
    return {};
}

std::string requestDigest(std::string_view json)
{
    const XXH128_hash_t hash = XXH3_128bits(json.data(), json.size());
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, hash);
    return std::string(reinterpret_cast<const char *>(canonical.digest), sizeof canonical.digest);
}

} // namespace stator::operations
