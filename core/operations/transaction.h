// What TransactWriteItems and TransactGetItems have in common: their checks by position, and their capacity.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/region.h"
#include "operations/consumed_capacity.h"
#include "operations/table_access.h"

namespace stator::operations {

// One action or read of a transaction, with its table.
struct TransactPart {
    std::string shownName; // the table as the request named it
    TableAccess access;
};

// What a transaction asks to write, or the items it reads.
inline constexpr std::uint64_t kTransactionBytes = 4u << 20;

// The tables of a transaction, named in the order of its parts. `items` are their keys or whole items: one
// that is there twice refuses the request, before a table that is not there does.
Result<std::vector<TransactPart>> openParts(const Environment &environment, const service::Call &call,
                                            std::vector<std::string> names,
                                            const std::vector<const document::Item *> &items);

// The same rule where an item is known only once its table is.
Result<void> checkDistinct(const std::vector<TransactPart> &parts,
                           const std::vector<const document::Item *> &items);

// The rules of a transaction over all its parts. `check(i)` judges one of `items`. Empty keys refuse the
// request; whatever else is wrong with an item cancels the transaction with a reason in its place, the first
// alone.
Result<void> checkTransactItems(const std::vector<TransactPart> &parts,
                                const std::vector<const document::Item *> &items,
                                const std::function<Result<void>(std::size_t)> &check);

// The items of a read transaction at one moment. A table without throughput cancels it.
Result<std::vector<std::optional<document::Item>>> readAtOnce(const std::vector<TransactPart> &parts,
                                                              const std::vector<engine::Read> &reads);

// Units by table, in the order tables first appear, one entry for each.
class TransactCapacity {
public:
    enum class Kind { Read, Write };

    CapacityTally &tallyOf(const TransactPart &part);
    std::optional<std::vector<api::ConsumedCapacity>>
    reply(Kind kind, std::optional<api::ReturnConsumedCapacity> mode) const;

private:
    struct TableTally {
        const TransactPart *part;
        CapacityTally tally;
    };
    std::vector<TableTally> m_tables;
};

// What a write transaction cost; one that was answered before costs its reads.
std::optional<std::vector<api::ConsumedCapacity>>
writtenCapacity(const std::vector<TransactPart> &parts, const engine::WriteOutcome &outcome,
                std::optional<api::ReturnConsumedCapacity> mode);

// `bytes`: what the request asks for, in the service's sizes; items it merely touches do not count.
Result<void> checkPayload(std::uint64_t bytes);

// What tells a request from another with the same ClientRequestToken.
std::string requestDigest(std::string_view json);

} // namespace stator::operations
