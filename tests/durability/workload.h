// Random writes to two tables through a Group, and what must be there afterwards.
//
// Both tables have a stream of both images. Every write is kept with its LSN, what it did and when it was answered, so that after a restart the log's
// last position says exactly which state the tables must be in.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "durability/stream_check.h"
#include "support/tables.h"
#include "zones/group.h"

namespace stator::testing {

class Workload {
public:
    struct Options {
        std::shared_ptr<FileLayer> files;
        zones::SyncMode sync = zones::SyncMode::Always;
        std::uint64_t seed = 1;
        std::uint64_t maxLogBytesBehind = 24u << 10; // flushes and trims all the time
        std::uint64_t segmentBytes = 16u << 10;
        std::uint64_t lowWaterBytes = 0;
        std::size_t extraBytes = 40; // size of the items
    };

    using Items = std::map<std::string, document::Item>; // by encoded key

    explicit Workload(Options options) : m_options(std::move(options)), m_random(m_options.seed) {}

    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    std::unique_ptr<zones::Group> group;

    Result<void> open()
    {
        replica::ZoneOptions zone;
        zone.files = m_options.files;
        zone.clock = clock;
        zone.directory = "/w/zone-a";
        zone.workspaceUuid = "w";
        zone.region = "us-east-1";
        zone.maxLogBytesBehind = m_options.maxLogBytesBehind;
        zone.log.segmentBytes = m_options.segmentBytes;
        zone.log.lowWaterBytes = m_options.lowWaterBytes;
        zones::GroupOptions options;
        options.sync = m_options.sync;
        options.executor = &m_executor;
        options.hasTimer = false;
        STATOR_TRY(group, zones::Group::open(zone, options));
        m_lastLsn = group->lastPosition().lsn; // the entry that began the epoch
        return {};
    }
    // As if the process had been killed; tasks that wait are lost with it.
    void kill()
    {
        group.reset();
        m_executor.runAll();
    }

    // Makes the tables that are not there. False: a write failed.
    bool makeTables()
    {
        for (const auto &table : m_tables)
            if (!group->leader().catalog().find(table.storageId) && !submit({encoding::TableChange{table}}, nullptr))
                return false;
        return true;
    }

    // One random write, at times a transaction over both tables. False: it failed or was not answered.
    bool step()
    {
        clock->advance(static_cast<std::int64_t>(m_random.below(20'000)));
        if (m_random.below(2) == 0)
            group->tick();
        Write write;
        std::vector<encoding::Change> changes;
        const std::uint64_t tables = 1 + m_random.below(2);
        for (std::uint64_t i = 0; i < tables; ++i) {
            const std::size_t at = tables == 2 ? i : m_random.below(2);
            if (!addChange(at, write, changes))
                return false;
        }
        const bool done = submit(std::move(changes), &write);
        m_executor.runAll();
        return done;
    }

    // After a restart: what is wrong with the tables, given that the log ended at `lastLsn`.
    std::string fault(std::uint64_t lastLsn)
    {
        for (std::size_t at = 0; at < 2; ++at) {
            const auto &table = m_tables[at];
            Items expected;
            for (const Write &write : m_writes)
                if (write.lsn <= lastLsn)
                    for (const Effect &effect : write.effects)
                        if (effect.table == at) {
                            if (effect.item)
                                expected.insert_or_assign(effect.key, *effect.item);
                            else
                                expected.erase(effect.key);
                        }
            if (!group->leader().catalog().find(table.storageId)) {
                if (!expected.empty())
                    return table.name + " is gone";
                continue;
            }
            auto store = group->leader().store(table.storageId);
            if (!store)
                return table.name + ": " + store.error().message;
            if (auto wrong = inconsistency(table, **store); !wrong.empty())
                return table.name + ": " + wrong;
            const auto items = itemsOf(**store);
            if (!items)
                return table.name + ": " + items.error().message;
            if (!(*items == expected))
                return table.name + " holds " + std::to_string(items->size()) + " items instead of "
                       + std::to_string(expected.size()) + ", or others";
            std::vector<std::uint64_t> recorded;
            if (auto wrong = streamFault(table, group->leader(), *items, recorded); !wrong.empty())
                return wrong;
            std::vector<std::uint64_t> written;
            for (const Write &write : m_writes)
                for (const Effect &effect : write.effects)
                    if (effect.table == at && write.lsn <= lastLsn)
                        written.push_back(write.lsn);
            if (recorded != written)
                return table.name + ": the stream has " + std::to_string(recorded.size()) + " records of " +
                       std::to_string(written.size()) + " changes, or others";
        }
        return {};
    }
    // Where the log ended before this start: the start itself made one entry.
    std::uint64_t recoveredLsn() const { return m_lastLsn - 1; }

    // Forgets what the restart has shown to be lost: the state of the tables is the model from here on.
    void forgetAfter(std::uint64_t lastLsn)
    {
        std::erase_if(m_writes, [&](const Write &write) { return write.lsn > lastLsn; });
    }

    struct Effect {
        std::size_t table = 0;
        std::string key;
        std::optional<document::Item> item; // as it shall be; nothing: deleted
    };
    struct Write {
        std::uint64_t lsn = 0;
        std::vector<Effect> effects;
        std::optional<TimeMicros> answered; // with success, when
    };
    const std::vector<Write> &writes() const { return m_writes; }
    const model::TableDefinition &table(std::size_t at) const { return m_tables[at]; }
    ManualExecutor &executor() { return m_executor; }
    const std::optional<Error> &lastError() const { return m_lastError; }

    static Result<Items> itemsOf(const replica::TableStore &store)
    {
        Items items;
        STATOR_TRY(const auto cursor, store.cursor());
        for (cursor->seek(encoding::segmentBegin(0, 0, 1));
             cursor->isValid() && cursor->key() < encoding::segmentBegin(0, 1, 1); cursor->next()) {
            STATOR_TRY(const auto row, encoding::RowView::parse(cursor->value()));
            items.insert_or_assign(std::string(cursor->key()), document::Item(row.item()));
        }
        STATOR_CHECK(cursor->status());
        return items;
    }

private:
    static std::vector<model::TableDefinition> tables()
    {
        auto indexed = testing::table(1, "Indexed");
        indexed.indexes = {index(1, model::ProjectionType::All), index(2, model::ProjectionType::KeysOnly)};
        std::vector<model::TableDefinition> both{indexed, testing::table(2, "Plain")};
        for (auto &table : both)
            table.stream = {model::StreamStatus::Enabled, model::StreamViewType::NewAndOldImages, 1'000};
        return both;
    }

    bool addChange(std::size_t at, Write &write, std::vector<encoding::Change> &changes)
    {
        static const std::string kColours[] = {"", "red", "green"};
        const document::Item next = item(std::string(1, static_cast<char>('a' + m_random.below(5))),
                                         static_cast<int>(m_random.below(8)), kColours[m_random.below(3)],
                                         static_cast<int>(m_random.below(3)),
                                         std::string(m_options.extraBytes, static_cast<char>('a' + m_random.below(26))));
        auto store = group->leader().store(m_tables[at].storageId);
        if (!store)
            return false;
        const std::string key = encoding::itemKey(m_tables[at].keys, next.view());
        std::string row;
        const auto found = (*store)->get(key, row);
        if (!found)
            return false;
        std::optional<document::Item> previous;
        if (*found) {
            const auto view = encoding::RowView::parse(row);
            if (!view)
                return false;
            previous.emplace(view->item());
        }
        const bool isDelete = previous && m_random.below(4) == 0;
        changes.push_back(change(m_tables[at], previous ? &*previous : nullptr, isDelete ? nullptr : &next));
        write.effects.push_back({at, key, isDelete ? std::nullopt : std::optional<document::Item>(next)});
        return true;
    }

    bool submit(std::vector<encoding::Change> changes, const Write *write)
    {
        const std::uint64_t lsn = ++m_lastLsn;
        if (write) {
            m_writes.push_back(*write);
            m_writes.back().lsn = lsn;
        }
        auto isDone = std::make_shared<bool>(false);
        group->submit(entryOf(std::move(changes)), [this, lsn, isDone](Result<encoding::Position> position) {
            if (!position) {
                m_lastError = position.error();
                return;
            }
            *isDone = true;
            if (!m_writes.empty())
                for (auto each = m_writes.rbegin(); each != m_writes.rend(); ++each)
                    if (each->lsn == lsn)
                        each->answered = clock->nowMicros();
        });
        m_executor.runAll();
        return *isDone;
    }

    const Options m_options;
    const std::vector<model::TableDefinition> m_tables = tables();
    SeededRandom m_random;
    ManualExecutor m_executor;
    std::vector<Write> m_writes;
    std::uint64_t m_lastLsn = 0;
    std::optional<Error> m_lastError;
};

} // namespace stator::testing
