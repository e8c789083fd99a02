#include "engine/pending_write.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "base/assert.h"
#include "encoding/keys.h"
#include "encoding/row.h"
#include "engine/cancellation.h"
#include "engine/key_range.h"
#include "engine/tokens.h"
#include "engine/write_plan.h"
#include "model/capacity.h"

namespace stator::engine {

namespace {

using document::ItemView;

// Tokens are latched beside items; no storage id is this.
constexpr std::uint64_t kTokenSpace = ~std::uint64_t{0};

// The row read last on this thread: a write copies out of it only what it must keep.
std::string &rowBuffer()
{
    thread_local std::string row;
    return row;
}

Result<std::optional<ItemView>> readRow(const Table &table, std::string_view key)
{
    std::string &row = rowBuffer();
    STATOR_TRY(const bool isThere, table.store().get(key, row));
    if (!isThere)
        return std::optional<ItemView>();
    STATOR_TRY(const encoding::RowView view, encoding::RowView::parse(row));
    return std::optional<ItemView>(view.item());
}

} // namespace

void PendingWrite::start(Core &core, WriteSet set, Completion<WriteOutcome> done)
{
    if (!core.gate.enter()) {
        done(Error::shuttingDown());
        return;
    }
    auto write = std::unique_ptr<PendingWrite>(new PendingWrite(core, std::move(set), std::move(done)));
    write->listLatches();
    write.release()->takeLatches(); // from here on it belongs to whoever calls it next
}

PendingWrite::PendingWrite(Core &core, WriteSet set, Completion<WriteOutcome> done)
    : m_core(core), m_set(std::move(set)), m_done(std::move(done))
{
    m_outcome.effects.resize(m_set.writes.size());
}

// Tables first, then items, each in the order of fingerprints: the order everyone takes them in.
void PendingWrite::listLatches()
{
    m_keys.reserve(m_set.writes.size());
    m_latches.reserve(m_set.writes.size() * 2 + 1);
    for (const Write &write : m_set.writes) {
        const auto &definition = write.table->definition();
        m_keys.push_back(encoding::itemKey(definition.keys, write.item.view()));
        m_latches.push_back(
            {&m_core.tableLatches, Latches::fingerprintOf(definition.storageId, {}), LatchMode::Shared});
        if (!m_set.isTransaction)
            m_latches.push_back({&m_core.itemLatches,
                                 Latches::fingerprintOf(definition.storageId, m_keys.back()),
                                 LatchMode::Exclusive});
    }
    if (m_latches.size() < 3)
        return;
    const auto orderOf = [this](const Latch &latch) {
        return std::tuple(latch.latches == &m_core.itemLatches, latch.fingerprint);
    };
    std::sort(m_latches.begin(), m_latches.end(),
              [&](const Latch &a, const Latch &b) { return orderOf(a) < orderOf(b); });
    m_latches.erase(std::unique(m_latches.begin(), m_latches.end(),
                                [&](const Latch &a, const Latch &b) { return orderOf(a) == orderOf(b); }),
                    m_latches.end());
}

void PendingWrite::granted()
{
    ++m_held;
    takeLatches();
}

void PendingWrite::takeLatches()
{
    while (m_held < m_latches.size()) {
        const Latch &latch = m_latches[m_held];
        if (!latch.latches->acquire(latch.fingerprint, latch.mode, *this))
            return; // granted() goes on, perhaps already on another thread
        ++m_held;
    }
    decide();
}

void PendingWrite::decide()
{
    if (m_set.isTransaction) {
        if (auto taken = tryTransactionLatches(); !taken.ok())
            return finish(std::move(taken).error());
        auto replay = isTokenAnswered(m_core, m_set);
        if (!replay.ok())
            return finish(std::move(replay).error());
        if (*replay) {
            if (auto told = tellSizes(); !told.ok())
                return finish(std::move(told).error());
            m_outcome.isReplay = true;
            return finish(std::move(m_outcome));
        }
    }
    encoding::Entry entry;
    if (auto planned = plan(entry); !planned.ok())
        return finish(std::move(planned).error());
    if (entry.changes.empty() && m_set.token.empty())
        return finish(std::move(m_outcome));
    submit(std::move(entry));
}

// A transaction never waits for an item: it is told of the conflict at once.
Result<void> PendingWrite::tryTransactionLatches()
{
    STATOR_ASSERT(m_held == m_latches.size());
    const auto tryLatch = [this](std::uint64_t fingerprint) {
        if (!m_core.itemLatches.tryAcquire(fingerprint, LatchMode::Exclusive))
            return false;
        m_latches.push_back({&m_core.itemLatches, fingerprint, LatchMode::Exclusive});
        ++m_held;
        return true;
    };
    if (!m_set.token.empty() && !tryLatch(Latches::fingerprintOf(kTokenSpace, m_set.token)))
        return Error{ErrorCode::TransactionInProgress,
                     "The transaction with the given request token is already in progress.",
                     {}};
    Cancellation cancellation(m_set.writes.size());
    std::vector<std::uint64_t> ours;
    for (std::size_t number = 0; number < m_set.writes.size(); ++number) {
        const std::uint64_t fingerprint =
            Latches::fingerprintOf(m_set.writes[number].table->definition().storageId, m_keys[number]);
        if (std::find(ours.begin(), ours.end(), fingerprint) != ours.end())
            continue;
        if (tryLatch(fingerprint))
            ours.push_back(fingerprint);
        else
            cancellation.add(number, transactionConflict());
    }
    if (cancellation.any())
        return std::move(cancellation).finish();
    return {};
}

Result<void> PendingWrite::plan(encoding::Entry &entry)
{
    entry.cause = m_set.cause;
    entry.token = m_set.token;
    entry.tokenDigest = m_set.tokenDigest;
    entry.changes.reserve(m_set.writes.size());
    if (!m_set.isTransaction) {
        for (std::size_t number = 0; number < m_set.writes.size(); ++number)
            STATOR_CHECK(planOne(number, entry));
        return {};
    }
    Cancellation cancellation(m_set.writes.size());
    for (std::size_t number = 0; number < m_set.writes.size(); ++number) {
        auto planned = planOne(number, entry);
        if (planned.ok())
            continue;
        // What cannot be done at all ends the look at the others; conditions are all evaluated.
        if (planned.error().code == ErrorCode::Validation)
            cancellation = Cancellation(m_set.writes.size());
        if (!cancellation.add(number, planned.error()))
            return planned;
        if (planned.error().code == ErrorCode::Validation)
            break;
    }
    if (cancellation.any())
        return std::move(cancellation).finish();
    return {};
}

Result<void> PendingWrite::planOne(std::size_t number, encoding::Entry &entry)
{
    Write &write = m_set.writes[number];
    const Table *table = currentTable(write);
    if (!table)
        return Error::resourceNotFound();
    STATOR_TRY(const auto previous, readRow(*table, m_keys[number]));
    std::optional<document::Item> noticeKey;
    if (m_core.options.changes && m_core.options.changes->isWatched())
        noticeKey = keyAttributes(table->definition(), 0, write.item.view());
    const std::size_t before = entry.changes.size();
    if (isMetered()) {
        const UnitSource source{table->definition(), 0, encoding::hashOfKey(m_keys[number])};
        STATOR_CHECK(m_core.throughput.admit(UnitKind::Write, source));
        write.wantsIndexEffects = true;
        const auto planned = planWrite(table->definition(), write, std::move(m_keys[number]), previous,
                                       m_outcome.effects[number], entry.changes);
        STATOR_CHECK(meter(source, planned, m_outcome.effects[number]));
    } else {
        STATOR_CHECK(planWrite(table->definition(), write, std::move(m_keys[number]), previous,
                               m_outcome.effects[number], entry.changes));
    }
    if (entry.changes.size() == before)
        return {};
    const auto &change = std::get<encoding::ItemChange>(entry.changes.back());
    STATOR_CHECK(checkCollection(*table, previous, change));
    if (!noticeKey)
        return {};
    const bool isDelete = change.newDocument.empty();
    m_notices.push_back({table->definition().storageId, std::move(*noticeKey),
                         isDelete ? observe::ChangeKind::Delete : observe::ChangeKind::Put, !previous});
    return {};
}

bool PendingWrite::isMetered() const
{
    return m_core.throughput.isEnforced() && m_set.cause == encoding::Cause::Client;
}

// A write waits for the throughput of its global indexes, too. A failed condition costs the item it met.
Result<void> PendingWrite::meter(const UnitSource &source, const Result<void> &planned,
                                 const WriteEffect &effect)
{
    ThroughputLimit &throughput = m_core.throughput;
    const auto mode = m_set.isTransaction ? model::WriteMode::Transactional : model::WriteMode::Standard;
    if (!planned.ok()) {
        if (planned.error().code == ErrorCode::ConditionalCheckFailed)
            throughput.charge(UnitKind::Write, source,
                              model::writeUnits(effect.previousSizeBytes, effect.previousSizeBytes, mode));
        return planned;
    }
    const auto each = [&](auto visit) -> Result<void> {
        for (const IndexEffect &index : effect.indexes) {
            const double units = model::indexWriteUnits(
                {index.oldSizeBytes, index.newSizeBytes, index.isKeyChanged, !index.isChanged}, mode);
            if (index.kind != model::IndexKind::Vector && units > 0)
                STATOR_CHECK(visit(UnitSource{source.table, index.indexId, std::nullopt}, units));
        }
        return {};
    };
    STATOR_CHECK(
        each([&](const UnitSource &index, double) { return throughput.admit(UnitKind::Write, index); }));
    throughput.charge(UnitKind::Write, source,
                      model::writeUnits(effect.previousSizeBytes, effect.currentSizeBytes, mode));
    return each([&](const UnitSource &index, double units) -> Result<void> {
        throughput.charge(UnitKind::Write, index, units);
        return {};
    });
}

Result<void> PendingWrite::checkCollection(const Table &table, std::optional<ItemView> previous,
                                           const encoding::ItemChange &change)
{
    const auto current =
        change.newDocument.empty() ? std::nullopt : std::optional(ItemView(change.newDocument));
    STATOR_TRY(const auto growth, m_core.collectionLimit.admit(table, previous, current));
    if (growth)
        m_growths.push_back(*growth);
    return {};
}

// A replay answers with the items as they are; the caller counts read units of them.
Result<void> PendingWrite::tellSizes()
{
    for (std::size_t number = 0; number < m_set.writes.size(); ++number) {
        const Table *table = currentTable(m_set.writes[number]);
        if (!table)
            return Error::resourceNotFound();
        STATOR_TRY(const auto item, readRow(*table, m_keys[number]));
        if (!item)
            continue;
        m_outcome.effects[number].previousSizeBytes = item->sizeBytes();
        m_outcome.effects[number].currentSizeBytes = item->sizeBytes();
    }
    return {};
}

// The definition may have changed between the caller's look and our latch; under it, it stays.
const Table *PendingWrite::currentTable(Write &write)
{
    if (!write.table->isCurrent()) {
        TableHandle current = m_core.registry.find(write.table->definition().storageId);
        if (!current)
            return nullptr;
        write.table = std::move(current);
    }
    return write.table->isWritable() ? write.table.get() : nullptr;
}

void PendingWrite::submit(encoding::Entry entry)
{
    m_core.group->submit(std::move(entry), [this](Result<encoding::Position> position) {
        if (!position.ok())
            return finish(std::move(position).error());
        applied();
    });
}

void PendingWrite::applied()
{
    for (const Notice &notice : m_notices)
        m_core.options.changes->push(notice.storageId, notice.key.bytes(), notice.kind, notice.wasNew);
    if (!m_growths.empty())
        m_core.collectionLimit.follow(m_growths);
    if (!m_set.token.empty())
        countToken(m_core);
    finish(std::move(m_outcome));
}

// Latches go first, so that nobody waits for our caller; whoever was waiting runs after it.
void PendingWrite::finish(Result<WriteOutcome> outcome)
{
    while (m_held > 0) {
        const Latch &latch = m_latches[--m_held];
        latch.latches->release(latch.fingerprint, latch.mode);
    }
    Completion<WriteOutcome> done = std::move(m_done);
    Core &core = m_core;
    delete this;
    core.gate.leave();
    done(std::move(outcome));
    Latches::runGranted();
}

} // namespace stator::engine
