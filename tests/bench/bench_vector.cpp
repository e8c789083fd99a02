// What a vector search costs: the kernels alone, and whole searches of a region.
//
//     bench_vector [--vectors N] [--dimensions N] [--searches N]
//
// One thread, everything in memory. Times are CPU times of that thread, so that a busy machine shows less in
// them; medians and greatest of the searches after the first, which makes the array and is shown on its own.

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "base/executor.h"
#include "base/memory_file_layer.h"
#include "base/random.h"
#include "document/writer.h"
#include "engine/open_region.h"
#include "support/vectors.h"
#include "vector/kernels.h"
#include "vector/memory.h"
#include "zones/group.h"

using namespace stator;
using namespace stator::engine;
using model::DistanceFunction;

namespace {

struct Arguments {
    std::size_t vectors = 100'000;
    std::uint32_t dimensions = 384;
    int searches = 50;
};

double cpuMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

template <class Work>
double timed(Work work)
{
    const double begin = cpuMilliseconds();
    work();
    return cpuMilliseconds() - begin;
}

struct Times {
    double median = 0;
    double greatest = 0;
};

template <class Work>
Times repeated(int times, Work work)
{
    std::vector<double> all;
    for (int i = 0; i < times; ++i)
        all.push_back(timed(work));
    std::sort(all.begin(), all.end());
    return {all[all.size() / 2], all.back()};
}

void benchKernels(const Arguments &arguments)
{
    SeededRandom random(1);
    const auto rows = testing::randomVector(random, arguments.vectors * arguments.dimensions);
    const auto query = testing::randomVector(random, arguments.dimensions);
    std::vector<float> out(arguments.vectors);
    for (const auto &kernels : vector::allKernels())
        for (const auto &[name, kernel] : {std::pair("dot", kernels.dot), std::pair("distance", kernels.squaredDistance)}) {
            const Times times = repeated(11, [&, run = kernel] {
                run(rows.data(), arguments.vectors, query.data(), arguments.dimensions, out.data());
            });
            std::printf("%-10s %-9s %7.2f ms, %5.1f GB/s\n", std::string(kernels.name).c_str(), name, times.median,
                        static_cast<double>(rows.size() * sizeof(float)) / times.median / 1e6);
        }
}

class Bench {
public:
    explicit Bench(const Arguments &arguments) : m_arguments(arguments)
    {
        RegionOptions options;
        options.workspaceId = "3f6c1a52-6a64-4f6e-9f53-6d7c6a3a1c11";
        options.files = makeMemoryFileLayer();
        options.directory = "/region";
        options.sync = zones::SyncMode::Never;
        options.background = &m_background;
        auto opened = openRegion(std::move(options));
        if (!opened.ok())
            std::abort();
        m_region = std::move(*opened);
    }
    ~Bench() { static_cast<void>(m_region->stop()); }

    void run()
    {
        makeTable();
        const double filling = timed([this] { fill(); });
        std::printf("%zu puts of %u dimensions: %.0f ms, %.1f us a put\n", m_arguments.vectors, m_arguments.dimensions,
                    filling, filling * 1000 / static_cast<double>(m_arguments.vectors));
        for (std::uint32_t index = 1; index <= 3; ++index) {
            const double first = timed([&] { search(index); });
            const Times times = repeated(m_arguments.searches, [&] { search(index); });
            std::printf("%-12s %7.2f ms median, %7.2f ms greatest; %.0f ms the first\n", kNames[index - 1], times.median,
                        times.greatest, first);
        }
        const auto held = static_cast<double>(vector::VectorMemory::shared()->heldBytes());
        std::printf("arrays: %.1f MB, %.0f bytes a vector, of which %zu are floats\n", held / 1e6,
                    held / 3 / static_cast<double>(m_arguments.vectors), m_arguments.dimensions * sizeof(float));
    }

private:
    static constexpr const char *kNames[] = {"COSINE", "DOT_PRODUCT", "EUCLIDEAN"};

    void makeTable()
    {
        model::TableDefinition table;
        table.name = "t";
        table.keys.partition = {{"id", model::ValueType::S}};
        table.billingMode = model::BillingMode::PayPerRequest;
        for (const auto distance : {DistanceFunction::Cosine, DistanceFunction::DotProduct, DistanceFunction::Euclidean}) {
            model::IndexDefinition index;
            index.kind = model::IndexKind::Vector;
            index.name = model::wireName(distance);
            index.projection.type = model::ProjectionType::KeysOnly;
            index.vector = {"v", m_arguments.dimensions, distance, {}};
            table.indexes.push_back(std::move(index));
        }
        m_region->createTable(std::move(table), [](Result<TableHandle> made) {
            if (!made.ok())
                std::abort();
        });
        m_background.runAll();
        m_table = m_region->findTable("t");
    }

    void fill()
    {
        for (std::size_t i = 0; i < m_arguments.vectors; ++i) {
            document::ItemWriter writer;
            writer.name("id");
            writer.string(std::to_string(i));
            writer.name("v");
            vector::writeVector(testing::randomVector(m_random, m_arguments.dimensions), writer);
            WriteSet set;
            set.writes.emplace_back();
            set.writes.back().table = m_table;
            set.writes.back().item = writer.finish();
            set.writes.back().mutation = putGiven();
            m_region->write(std::move(set), [](Result<WriteOutcome> outcome) {
                if (!outcome.ok())
                    std::abort();
            });
        }
    }

    void search(std::uint32_t index)
    {
        VectorQuery query;
        query.indexId = index;
        query.vector = testing::randomVector(m_random, m_arguments.dimensions);
        query.topK = 10;
        bool isFound = false;
        m_region->search(*m_table, std::move(query),
                         [&](Result<VectorMatches> found) { isFound = found.ok() && found->matches.size() == 10; });
        m_background.runAll();
        if (!isFound)
            std::abort();
    }

    const Arguments m_arguments;
    SeededRandom m_random{7};
    ManualExecutor m_background;
    std::unique_ptr<Region> m_region;
    TableHandle m_table;
};

Arguments parse(int argc, char **argv)
{
    Arguments arguments;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        const long value = std::max(1L, std::strtol(argv[i + 1], nullptr, 10));
        if (name == "--vectors")
            arguments.vectors = static_cast<std::size_t>(std::max(10L, value));
        else if (name == "--dimensions")
            arguments.dimensions = static_cast<std::uint32_t>(value);
        else if (name == "--searches")
            arguments.searches = static_cast<int>(value);
    }
    return arguments;
}

} // namespace

int main(int argc, char **argv)
{
    const Arguments arguments = parse(argc, argv);
    benchKernels(arguments);
    Bench(arguments).run();
    return 0;
}
