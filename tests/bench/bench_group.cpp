// What a committed write costs below the engine: order, log, apply, answer. Puts of 100-byte items into a table
// without and with an index, in memory and on the drive, one at a time (every entry is a group of its own).
// Prints the best of several rounds, in microseconds of processor time a put; then what a restart takes.
//
//     bench_group [directory on the drive]
#include <cstdio>
#include <ctime>

#include "base/memory_file_layer.h"
#include "base/real_file_layer.h"
#include "support/tables.h"
#include "zones/group.h"

using namespace stator;

namespace {

constexpr int kRounds = 10;
constexpr int kPuts = 20'000;

double micros(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

std::unique_ptr<zones::Group> open(const std::shared_ptr<FileLayer> &files, const std::string &directory, bool isInMemory)
{
    replica::ZoneOptions zone;
    zone.files = files;
    zone.directory = directory;
    zone.isInMemory = isInMemory;
    zones::GroupOptions options;
    options.sync = isInMemory ? zones::SyncMode::Never : zones::SyncMode::Interval;
    auto group = zones::Group::open(zone, options);
    if (!group) {
        std::fprintf(stderr, "%s\n", group.error().message.c_str());
        std::exit(1);
    }
    return std::move(*group);
}

void submit(zones::Group &group, std::vector<encoding::Change> changes)
{
    group.submit(testing::entryOf(std::move(changes)), [](Result<encoding::Position> position) {
        if (!position) {
            std::fprintf(stderr, "%s\n", position.error().message.c_str());
            std::exit(1);
        }
    });
}

void measure(zones::Group &group, const model::TableDefinition &table, const char *name)
{
    submit(group, {encoding::TableChange{table}});
    std::vector<encoding::Change> changes;
    double best = 1e9;
    for (int round = 0; round < kRounds; ++round) {
        changes.clear();
        for (int i = 0; i < kPuts; ++i) {
            const auto item = testing::item("user#" + std::to_string(i * 7919 % kPuts), round, "red", i, std::string(50, 'x'));
            changes.push_back(testing::change(table, nullptr, &item));
        }
        const double begin = micros(CLOCK_THREAD_CPUTIME_ID);
        for (auto &change : changes)
            submit(group, {std::move(change)});
        best = std::min(best, (micros(CLOCK_THREAD_CPUTIME_ID) - begin) / kPuts);
    }
    std::printf("%-24s %6.2f us/put\n", name, best);
}

void measureAll(const std::shared_ptr<FileLayer> &files, const std::string &directory, bool isInMemory, const char *where)
{
    auto group = open(files, directory, isInMemory);
    auto indexed = testing::table(2, "B");
    indexed.indexes.push_back(testing::index(1));
    measure(*group, testing::table(1, "A"), (std::string(where) + ", no index").c_str());
    measure(*group, indexed, (std::string(where) + ", one index").c_str());

    double begin = micros(CLOCK_MONOTONIC);
    group.reset();
    group = open(files, directory, isInMemory);
    std::printf("%-24s %6.0f ms\n", "restart after a crash", (micros(CLOCK_MONOTONIC) - begin) / 1000);
    begin = micros(CLOCK_MONOTONIC);
    const bool isClean = group->stop().ok();
    std::printf("%-24s %6.0f ms%s\n", "stop", (micros(CLOCK_MONOTONIC) - begin) / 1000, isClean ? "" : " (failed)");
    group.reset();
    begin = micros(CLOCK_MONOTONIC);
    group = open(files, directory, isInMemory);
    auto store = group->leader().store(2);
    std::printf("%-24s %6.0f ms, %llu items\n", "restart after a stop", (micros(CLOCK_MONOTONIC) - begin) / 1000,
                static_cast<unsigned long long>(store ? (*store)->counts().items : 0));
}

} // namespace

int main(int argc, char **argv)
{
    measureAll(makeMemoryFileLayer(), "/zone", true, "memory");
    if (argc > 1)
        measureAll(realFileLayer(), std::string(argv[1]) + "/zone", false, "drive");
}
