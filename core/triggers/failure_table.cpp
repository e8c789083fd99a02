#include "triggers/failure_table.h"

#include <fmt/format.h>

#include "document/writer.h"
#include "engine/write.h"
#include "model/number.h"

namespace stator::triggers {

namespace {

constexpr std::size_t kMaxFailureBytes = 390'000; // an item has 400 KB (API Reference, "Limits")

// Where several writes are under way: the last one answers.
struct Together {
    explicit Together(Completion<void> d) : done(std::move(d)) {}
    ~Together()
    {
        if (first)
            done(*first);
        else
            done({});
    }

    void take(const Result<engine::WriteOutcome> &outcome)
    {
        if (outcome.ok())
            return;
        const std::lock_guard lock(mutex);
        if (!first)
            first = outcome.error();
    }

    Completion<void> done;
    std::mutex mutex; // guards the first error
    std::optional<Error> first;
};

class FailureTable final : public FailureDestination {
public:
    FailureTable(StreamFeeds::FindRegion findRegion, std::string region, std::string table)
        : m_findRegion(std::move(findRegion)), m_region(std::move(region)), m_table(std::move(table))
    {
    }

    void put(const GivenUp &batch, Completion<void> done) override
    {
        engine::Region *region = m_findRegion(m_region);
        const engine::TableHandle table = region ? region->findTable(m_table) : nullptr;
        if (!table)
            return done(Error::resourceNotFound(fmt::format("There is no table {} for what was given up", m_table)));
        const model::KeySchema &keys = region->definition(*table).keys;
        for (const auto *part : {&keys.partition, &keys.sort})
            for (const model::KeyAttribute &key : *part)
                if (key.type != model::ValueType::S)
                    return done(Error::validation(
                        fmt::format("The key {} of table {} is not a string", key.name, m_table)));
        const auto together = std::make_shared<Together>(std::move(done));
        for (const FeedRecord &record : batch.records) {
            engine::WriteSet set;
            engine::Write &write = set.writes.emplace_back();
            write.table = table;
            write.item = itemOf(batch, record, keys);
            write.mutation = engine::putGiven();
            region->write(std::move(set), [together](const Result<engine::WriteOutcome> &outcome) {
                together->take(outcome);
            });
        }
    }

private:
    static document::Item itemOf(const GivenUp &batch, const FeedRecord &record, const model::KeySchema &keys)
    {
        document::ItemWriter out;
        const auto text = [&out](std::string_view name, std::string_view value) {
            out.name(name);
            out.string(value);
        };
        const auto number = [&out](std::string_view name, std::size_t value) {
            const document::Value encoded = document::Value::number(std::to_string(value));
            out.name(name);
            out.value(encoded.view());
        };
        text("Condition", batch.condition);
        text("Problem", batch.problem);
        number("Attempts", static_cast<std::size_t>(batch.attempts));
        text("Time", isoTime(batch.time));
        text("StreamArn", batch.streamArn);
        text("ShardId", record.shardId);
        if (record.json.size() <= kMaxFailureBytes)
            text("Record", record.json);
        else
            number("RecordBytes", record.json.size());
        // Last: of two members with one name the later one stays.
        text(keys.partition.front().name,
             keys.hasSortKey() ? batch.trigger : batch.trigger + "/" + record.sequenceNumber);
        if (keys.hasSortKey())
            text(keys.sort.front().name, record.sequenceNumber);
        return out.finish();
    }

    const StreamFeeds::FindRegion m_findRegion;
    const std::string m_region;
    const std::string m_table;
};

} // namespace

std::unique_ptr<FailureDestination> RegionFailureTables::open(const std::string &region, const std::string &table)
{
    return std::make_unique<FailureTable>(m_findRegion, region, table);
}

} // namespace stator::triggers
