// Rates of the engine alone, without HTTP or JSON: one thread, 100-byte items, 100 of them in a partition.
//
//     bench_engine [--items N] [--disk DIR] [--sync always|interval|never]
//
// Without --disk everything is in memory. DIR must not exist; it is left behind. Only ratios within one run
// count; "CPU" is of the whole process, so what compaction costs is in it.

#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>

#include "base/executor.h"
#include "base/memory_file_layer.h"
#include "base/random.h"
#include "base/real_file_layer.h"
#include "document/writer.h"
#include "engine/open_region.h"
#include "model/number.h"
#include "zones/group.h"

using namespace stator;
using namespace stator::engine;

namespace {

constexpr std::uint64_t kItemsPerPartition = 100;

struct Arguments {
    std::uint64_t items = 200'000;
    std::string disk;
    zones::SyncMode sync = zones::SyncMode::Interval;
};

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

template <class T>
T orExit(Result<T> result)
{
    if (result.ok())
        return std::move(result).value();
    std::fprintf(stderr, "%s\n", result.error().message.c_str());
    std::exit(1);
}

template <class F>
void measure(const std::string &name, std::uint64_t operations, F run)
{
    const auto begin = std::chrono::steady_clock::now();
    const double cpu = cpuSeconds();
    run();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const double count = static_cast<double>(operations);
    std::printf("%-36s %12.0f /s %10.2f us %10.2f us CPU\n", name.c_str(), count / seconds,
                seconds / count * 1e6, (cpuSeconds() - cpu) / count * 1e6);
    std::fflush(stdout);
}

// Answers that are on their way; with `always` they come from another thread.
class Outstanding {
public:
    void add()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_count < 16; });
        ++m_count;
    }
    void done(bool isOk)
    {
        const std::lock_guard lock(m_mutex);
        if (!isOk)
            std::exit(1);
        --m_count;
        m_changed.notify_all();
    }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_count == 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_count = 0;
};

class CountUp final : public Mutation {
public:
    explicit CountUp(document::Item key) : m_key(std::move(key)) {}
    Result<Decision> apply(std::optional<document::ItemView> previous) const override
    {
        document::ItemWriter writer;
        for (const auto &member : (previous ? *previous : m_key.view()).attributes()) {
            if (member.name == "n")
                continue;
            writer.name(member.name);
            writer.value(member.value);
        }
        const auto old = previous ? previous->attribute("n") : std::nullopt;
        STATOR_TRY(const auto before, old ? model::Number::decode(old->numberBytes()) : model::Number(0));
        STATOR_TRY(const auto after, model::Number::add(before, model::Number(1)));
        writer.name("n");
        writer.numberBytes(after.bytes());
        return Decision::put(writer.finish());
    }

private:
    document::Item m_key;
};

class Bench {
public:
    explicit Bench(const Arguments &arguments) : m_arguments(arguments), m_background("background", 1)
    {
        m_background.start();
        RegionOptions options;
        options.workspaceId = "3f6c1a52-6a64-4f6e-9f53-6d7c6a3a1c11";
        options.files = arguments.disk.empty() ? makeMemoryFileLayer() : realFileLayer();
        options.directory = arguments.disk.empty() ? "/region" : arguments.disk;
        options.sync = arguments.sync;
        options.background = &m_background;
        m_region = orExit(openRegion(std::move(options)));
        m_table = create("plain", false);
        m_indexed = create("indexed", true);
    }
    ~Bench()
    {
        m_table.reset();
        m_indexed.reset();
        measure("stop", 1, [&] { (void)m_region->stop(); });
        m_background.stop();
    }

    void run()
    {
        const std::uint64_t items = m_arguments.items;
        measure("put new, random order", items, [&] { putAll(m_table, items); });
        readEverything("");
        measure("put replacing", items / 2, [&] { putAll(m_table, items / 2); });
        measure("put equal item", items / 2, [&] { putAll(m_table, items / 2, m_round); });
        measure("put of 2 threads", items, [&] {
            std::thread other([&] { putAll(m_table, items / 2); });
            putAll(m_table, items / 2);
            other.join();
        });
        measure("put, 25 in a set", items, [&] { putSets(items); });
        measure("update (count up)", items / 2, [&] { countUp(items / 2); });
        measure("put with an index", items / 4, [&] { putAll(m_indexed, items / 4); });
        measure("put with an index, replacing", items / 4, [&] { putAll(m_indexed, items / 4); });
        readEverything(", rewritten"); // the memtable holds what was replaced, too
    }

private:
    void readEverything(const std::string &note)
    {
        const std::uint64_t items = m_arguments.items;
        measure("get, random" + note, items, [&] { getAll(items); });
        measure("get, missing" + note, items, [&] { getMissing(items); });
        measure("query of 100" + note, 5000, [&] { queryAll(5000, 0, true); });
        measure("query of 100, backward" + note, 1000, [&] { queryAll(1000, 0, false); });
        measure("query, limit 10" + note, 20000, [&] { queryAll(20000, 10, true); });
        measure("scan, items" + note, items, [&] { scan(items); });
    }

    TableHandle create(const char *name, bool hasIndex)
    {
        model::TableDefinition definition;
        definition.name = name;
        definition.keys.partition = {{"pk", model::ValueType::S}};
        definition.keys.sort = {{"sk", model::ValueType::N}};
        if (hasIndex) {
            model::IndexDefinition index;
            index.name = "byGroup";
            index.keys.partition = {{"group", model::ValueType::S}};
            index.keys.sort = {{"sk", model::ValueType::N}};
            definition.indexes = {index};
        }
        m_outstanding.add();
        m_region->createTable(std::move(definition),
                              [&](Result<TableHandle> made) { m_outstanding.done(made.ok()); });
        m_outstanding.wait();
        return m_region->findTable(name);
    }

    document::Item itemOf(std::uint64_t number, std::uint64_t round, bool isKey = false)
    {
        thread_local document::ItemWriter writer;
        if (!isKey) {
            writer.name("body");
            writer.string("some text of sixty bytes or so that stands for what people keep");
            writer.name("group");
            writer.string("g" + std::to_string((number + round) % 1000));
        }
        writer.name("pk");
        writer.string("partition-" + std::to_string(number / kItemsPerPartition));
        if (!isKey) {
            writer.name("round");
            writer.numberBytes(model::Number(static_cast<std::int64_t>(round)).bytes());
        }
        writer.name("sk");
        writer.numberBytes(model::Number(static_cast<std::int64_t>(number % kItemsPerPartition)).bytes());
        return writer.finish();
    }

    // A random order that meets every number below `items` once.
    std::uint64_t shuffled(std::uint64_t i, std::uint64_t items) const
    {
        return (i * 7'919 + 12'345) % items;
    }

    void putAll(const TableHandle &table, std::uint64_t items, std::uint64_t round = 0)
    {
        Outstanding outstanding;
        const std::uint64_t now = round ? round : ++m_round;
        for (std::uint64_t i = 0; i < items; ++i) {
            WriteSet set;
            set.writes.resize(1);
            set.writes[0].table = table;
            set.writes[0].item = itemOf(shuffled(i, items), now);
            set.writes[0].mutation = putGiven();
            write(std::move(set), outstanding);
        }
        outstanding.wait();
    }

    void putSets(std::uint64_t items)
    {
        Outstanding outstanding;
        ++m_round;
        for (std::uint64_t i = 0; i < items; i += 25) {
            WriteSet set;
            set.writes.resize(25);
            for (std::uint64_t one = 0; one < 25; ++one) {
                Write &write = set.writes[one];
                write.table = m_table;
                write.item = itemOf(shuffled(i + one, items), m_round);
                write.mutation = putGiven();
            }
            write(std::move(set), outstanding);
        }
        outstanding.wait();
    }

    void countUp(std::uint64_t items)
    {
        Outstanding outstanding;
        for (std::uint64_t i = 0; i < items; ++i) {
            WriteSet set;
            set.writes.resize(1);
            set.writes[0].table = m_table;
            set.writes[0].item = itemOf(shuffled(i, items), 0, true);
            set.writes[0].mutation = std::make_unique<CountUp>(set.writes[0].item);
            write(std::move(set), outstanding);
        }
        outstanding.wait();
    }

    void write(WriteSet set, Outstanding &outstanding)
    {
        outstanding.add();
        m_region->write(std::move(set),
                        [&outstanding](Result<WriteOutcome> outcome) { outstanding.done(outcome.ok()); });
    }

    void getAll(std::uint64_t items)
    {
        for (std::uint64_t i = 0; i < items; ++i)
            if (!orExit(m_region->get(*m_table, itemOf(shuffled(i, items), 0, true).view())))
                std::exit(1);
    }

    void getMissing(std::uint64_t items)
    {
        for (std::uint64_t i = 0; i < items; ++i)
            if (orExit(m_region->get(*m_table, itemOf(items + i, 0, true).view())))
                std::exit(1);
    }

    void queryAll(std::uint64_t queries, std::uint32_t limit, bool isForward)
    {
        SeededRandom random(1);
        const std::uint64_t partitions = m_arguments.items / kItemsPerPartition;
        for (std::uint64_t i = 0; i < queries; ++i) {
            PageRequest request;
            request.condition.emplace();
            request.condition->partition = {
                document::Value::string("partition-" + std::to_string(random.below(partitions)))};
            request.limit = limit;
            request.isForward = isForward;
            std::uint64_t bytes = 0;
            const auto end = orExit(m_region->readPage(*m_table, request, [&](document::ItemView item) {
                bytes += item.bytes().size();
                return true;
            }));
            if (end.scannedCount != (limit ? limit : kItemsPerPartition) || bytes == 0)
                std::exit(1);
        }
    }

    void scan(std::uint64_t items)
    {
        PageRequest request;
        std::uint64_t count = 0;
        do {
            auto end = orExit(m_region->readPage(*m_table, request, [](document::ItemView) { return true; }));
            count += end.scannedCount;
            request.exclusiveStart = std::move(end.lastEvaluated);
        } while (request.exclusiveStart);
        if (count != items)
            std::exit(1);
    }

    const Arguments m_arguments;
    ThreadPool m_background;
    std::unique_ptr<Region> m_region;
    TableHandle m_table;
    TableHandle m_indexed;
    Outstanding m_outstanding;
    std::atomic<std::uint64_t> m_round{0};
};

} // namespace

int main(int argc, char **argv)
{
    Arguments arguments;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        const std::string value = argv[i + 1];
        if (name == "--items")
            arguments.items = std::max<std::uint64_t>(1, std::stoull(value) / 10'000) * 10'000;
        else if (name == "--disk")
            arguments.disk = value;
        else if (name == "--sync")
            arguments.sync = value == "always"  ? zones::SyncMode::Always
                             : value == "never" ? zones::SyncMode::Never
                                                : zones::SyncMode::Interval;
    }
    Bench(arguments).run();
}
