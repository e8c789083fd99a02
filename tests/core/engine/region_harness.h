// A region in memory for tests: one thread, a clock moved by hand, background jobs run when told to.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/assert.h"
#include "base/executor.h"
#include "base/memory_file_layer.h"
#include "document/writer.h"
#include "engine/open_region.h"
#include "observe/change_ring.h"
#include "zones/group.h"

namespace stator::engine::testing {

using document::Item;
using document::ItemView;
using document::Value;

using Attributes = std::vector<std::pair<std::string, Value>>;

inline Item makeItem(const Attributes &attributes)
{
    document::ItemWriter writer;
    for (const auto &attribute : attributes) {
        writer.name(attribute.first);
        writer.value(attribute.second.view());
    }
    return writer.finish();
}

inline Value text(std::string_view value)
{
    return Value::string(value);
}
inline Value number(std::int64_t value)
{
    return Value::number(std::to_string(value));
}

// "id", and "at" if it has a sort key.
inline model::TableDefinition tableNamed(std::string name, bool hasSortKey = true)
{
    model::TableDefinition table;
    table.name = std::move(name);
    table.keys.partition = {{"id", model::ValueType::S}};
    if (hasSortKey)
        table.keys.sort = {{"at", model::ValueType::N}};
    table.billingMode = model::BillingMode::PayPerRequest;
    return table;
}

inline model::IndexDefinition indexNamed(std::string name, model::KeyAttribute partition,
                                         std::vector<model::KeyAttribute> sort = {},
                                         model::ProjectionType projection = model::ProjectionType::All)
{
    model::IndexDefinition index;
    index.name = std::move(name);
    index.keys.partition = {std::move(partition)};
    index.keys.sort = std::move(sort);
    index.projection.type = projection;
    return index;
}

// A mutation made of a function.
template <class F>
class FunctionMutation final : public Mutation {
public:
    explicit FunctionMutation(F function) : m_function(std::move(function)) {}
    Result<Decision> apply(std::optional<ItemView> previous) const override { return m_function(previous); }

private:
    F m_function;
};

template <class F>
std::unique_ptr<const Mutation> mutation(F function)
{
    return std::make_unique<FunctionMutation<F>>(std::move(function));
}

// What a completion was given, once it was.
template <class T>
class Answer {
public:
    Completion<T> completion()
    {
        return [result = m_result](Result<T> given) { result->emplace(std::move(given)); };
    }
    bool isThere() const { return m_result->has_value(); }
    Result<T> &operator*() { return **m_result; }
    Result<T> take()
    {
        STATOR_ASSERT(isThere());
        return std::move(**m_result);
    }

private:
    std::shared_ptr<std::optional<Result<T>>> m_result = std::make_shared<std::optional<Result<T>>>();
};

class RegionHarness {
public:
    explicit RegionHarness(std::int64_t delayMs = 0,
                           std::uint64_t collectionBytes = model::kItemCollectionBytes)
        : tableDelayMs(delayMs), maxCollectionBytes(collectionBytes)
    {
        open();
    }
    ~RegionHarness()
    {
        if (region)
            stop();
    }

    void open()
    {
        RegionOptions options;
        options.name = "us-east-1";
        options.workspaceId = "3f6c1a52-6a64-4f6e-9f53-6d7c6a3a1c11";
        options.files = files;
        options.directory = "/workspace/regions/us-east-1";
        options.sync = zones::SyncMode::Never;
        options.io = &io;
        options.hasTimer = false;
        options.clock = clock;
        options.random = std::make_shared<SeededRandom>(7);
        options.background = &background;
        options.tableDelayMs = tableDelayMs;
        options.maxCollectionBytes = maxCollectionBytes;
        options.changes = &changes;
        auto opened = openRegion(std::move(options));
        if (!opened.ok())
            qFatal("openRegion: %s", opened.error().message.c_str());
        region = std::move(opened).value();
        runJobs();
    }
    void stop()
    {
        const auto stopped = region->stop();
        if (!stopped.ok())
            qFatal("stop: %s", stopped.error().message.c_str());
        region.reset();
    }
    void restart()
    {
        stop();
        open();
    }
    // As the kill of a process: nothing is flushed or synced.
    void crash()
    {
        region.reset();
        open();
    }
    void runJobs()
    {
        while (background.runOne() || io.runOne()) {
        }
    }

    TableHandle create(model::TableDefinition definition)
    {
        const std::string name = definition.name;
        Answer<TableHandle> answer;
        region->createTable(std::move(definition), answer.completion());
        if (!answer.isThere() || !(*answer).ok())
            qFatal("createTable failed");
        return region->findTable(name);
    }
    Result<TableHandle> update(const std::string &table, Region::Edit edit)
    {
        Answer<TableHandle> answer;
        region->updateTable(table, std::move(edit), answer.completion());
        return answer.take();
    }
    Result<TableHandle> remove(const std::string &table)
    {
        Answer<TableHandle> answer;
        region->deleteTable(table, answer.completion());
        return answer.take();
    }

    Result<WriteOutcome> write(WriteSet set)
    {
        Answer<WriteOutcome> answer;
        region->write(std::move(set), answer.completion());
        return answer.take();
    }
    static Write writeOf(TableHandle table, Item item, std::unique_ptr<const Mutation> mutation)
    {
        Write write;
        write.table = std::move(table);
        write.item = std::move(item);
        write.mutation = std::move(mutation);
        return write;
    }
    Result<WriteOutcome> writeOne(Write one)
    {
        WriteSet set;
        set.writes.push_back(std::move(one));
        return write(std::move(set));
    }
    Result<WriteOutcome> put(const TableHandle &table, const Attributes &attributes)
    {
        return writeOne(writeOf(table, makeItem(attributes), putGiven()));
    }
    Result<WriteOutcome> removeItem(const TableHandle &table, const Attributes &key)
    {
        return writeOne(writeOf(table, makeItem(key), removeAlways()));
    }

    std::optional<Item> get(const TableHandle &table, const Attributes &key)
    {
        auto item = region->get(*table, makeItem(key).view());
        if (!item.ok())
            qFatal("get: %s", item.error().message.c_str());
        return std::move(item).value();
    }

    // All pages of a request; `pages` counts them.
    std::vector<Item> readAll(const TableHandle &table, PageRequest request, int *pages = nullptr)
    {
        std::vector<Item> items;
        for (;;) {
            auto end = region->readPage(*table, request, [&](ItemView item) {
                items.emplace_back(item);
                return true;
            });
            if (!end.ok())
                qFatal("readPage: %s", end.error().message.c_str());
            if (pages)
                ++*pages;
            if (!end->lastEvaluated)
                return items;
            request.exclusiveStart = std::move(end->lastEvaluated);
        }
    }

    const std::int64_t tableDelayMs;
    const std::uint64_t maxCollectionBytes;
    std::shared_ptr<FileLayer> files = makeMemoryFileLayer();
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    ManualExecutor background;
    ManualExecutor io;
    observe::ChangeRing changes{64};
    std::unique_ptr<Region> region;
};

} // namespace stator::engine::testing
