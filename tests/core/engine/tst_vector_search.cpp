#include <QtTest/QTest>

#include <atomic>
#include <future>
#include <map>
#include <memory>
#include <thread>

#include "core/engine/region_harness.h"
#include "support/vectors.h"

using namespace stator;
using namespace stator::engine;
using namespace stator::engine::testing;
using model::DistanceFunction;
using model::TableDefinition;
using stator::testing::plainScore;
using stator::testing::randomVector;
using stator::testing::vectorValue;

namespace {

constexpr std::uint32_t kWidth = 8;

model::IndexDefinition vectorIndex(std::string name, DistanceFunction distance, bool hasPartition = false)
{
    model::IndexDefinition index;
    index.kind = model::IndexKind::Vector;
    index.name = std::move(name);
    if (hasPartition)
        index.keys.partition = {{"tenant", model::ValueType::S}};
    index.vector = {"v", kWidth, distance, {}};
    return index;
}

Result<VectorMatches> searchOf(RegionHarness &harness, const std::string &table, const std::string &index,
                               const std::vector<float> &vector, std::uint32_t topK,
                               const std::string &tenant = {})
{
    const TableHandle handle = harness.region->findTable(table);
    const auto *definition = harness.region->definition(*handle).findIndex(index);
    VectorQuery query{definition->id, vector, topK, std::nullopt, {}};
    if (!tenant.empty())
        query.partition = text(tenant);
    Answer<VectorMatches> answer;
    harness.region->search(*handle, std::move(query), answer.completion());
    if (!answer.isThere())
        harness.runJobs();
    return answer.take();
}

QString numbersOf(const Result<VectorMatches> &matches)
{
    if (!matches.ok())
        return QString::fromStdString(matches.error().message);
    QStringList numbers;
    for (const auto &match : matches->matches)
        numbers.append(QString::fromStdString(std::string(match.document.view().attribute("id")->text())));
    return numbers.join(' ');
}

struct Entry {
    std::string tenant;
    std::vector<float> vector;
};
using Entries = std::map<std::string, Entry>;

QString expected(const Entries &entries, DistanceFunction distance, const std::vector<float> &vector, std::size_t topK,
                 const std::string &tenant = {})
{
    std::vector<std::pair<double, std::string>> all;
    for (const auto &[id, entry] : entries)
        if (entry.vector.size() == kWidth && (tenant.empty() || entry.tenant == tenant)) {
            const double score = plainScore(distance, vector, entry.vector);
            all.emplace_back(distance == DistanceFunction::DotProduct ? -score : score, id);
        }
    std::sort(all.begin(), all.end());
    QStringList ids;
    for (std::size_t i = 0; i < std::min(topK, all.size()); ++i)
        ids.append(QString::fromStdString(all[i].second));
    return ids.join(' ');
}

Attributes attributesOf(const std::string &id, const Entry &entry)
{
    Attributes attributes = {{"id", text(id)}};
    if (!entry.tenant.empty())
        attributes.emplace_back("tenant", text(entry.tenant));
    if (!entry.vector.empty())
        attributes.emplace_back("v", vectorValue(entry.vector));
    return attributes;
}

TableDefinition vectorTable()
{
    TableDefinition table = tableNamed("t", false);
    table.indexes = {vectorIndex("cosine", DistanceFunction::Cosine), vectorIndex("product", DistanceFunction::DotProduct),
                     vectorIndex("euclidean", DistanceFunction::Euclidean, true)};
    return table;
}

// Random puts, replacements and deletes.
void change(RegionHarness &harness, Entries &entries, Random &random, int steps)
{
    const TableHandle table = harness.region->findTable("t");
    for (int i = 0; i < steps; ++i) {
        const std::string id = "i" + std::to_string(random.below(300));
        if (random.below(4) == 0) {
            if (!harness.removeItem(table, {{"id", text(id)}}).ok())
                qFatal("delete failed");
            entries.erase(id);
            continue;
        }
        Entry entry{random.below(2) == 0 ? "x" : "y", {}};
        if (random.below(10) != 0)
            entry.vector = randomVector(random, kWidth);
        if (!harness.put(table, attributesOf(id, entry)).ok())
            qFatal("put failed");
        entries[id] = std::move(entry);
    }
}

} // namespace

class TestVectorSearch : public QObject {
    Q_OBJECT

private:
    static void compare(RegionHarness &harness, const Entries &entries, Random &random)
    {
        for (int i = 0; i < 10; ++i) {
            const auto vector = randomVector(random, kWidth);
            QCOMPARE(numbersOf(searchOf(harness, "t", "cosine", vector, 20)),
                     expected(entries, DistanceFunction::Cosine, vector, 20));
            QCOMPARE(numbersOf(searchOf(harness, "t", "product", vector, 20)),
                     expected(entries, DistanceFunction::DotProduct, vector, 20));
            QCOMPARE(numbersOf(searchOf(harness, "t", "euclidean", vector, 20, "x")),
                     expected(entries, DistanceFunction::Euclidean, vector, 20, "x"));
        }
    }

private slots:
    void followsWritesAndRestarts()
    {
        RegionHarness harness;
        harness.create(vectorTable());
        Entries entries;
        SeededRandom random(41);
        for (int round = 0; round < 4; ++round) {
            change(harness, entries, random, 250);
            compare(harness, entries, random);
            change(harness, entries, random, 50);
            compare(harness, entries, random);
            if (round % 2 == 0)
                harness.restart();
            else
                harness.crash();
            compare(harness, entries, random);
        }
    }

    void anIndexMadeLaterHoldsWhatWasThere()
    {
        RegionHarness harness;
        TableDefinition plain = tableNamed("t", false);
        harness.create(plain);
        Entries entries;
        SeededRandom random(42);
        change(harness, entries, random, 2000);
        const auto updated = harness.update("t", [](const TableDefinition &before) -> Result<TableDefinition> {
            auto after = before;
            for (const auto &index : vectorTable().indexes)
                after.indexes.push_back(index);
            return after;
        });
        QVERIFY(updated.ok());
        change(harness, entries, random, 100); // while the backfill is under way
        harness.runJobs();
        const auto &definition = harness.region->definition(*harness.region->findTable("t"));
        for (const auto &index : definition.indexes)
            QCOMPARE(index.status, model::IndexStatus::Active);
        compare(harness, entries, random);
        change(harness, entries, random, 100);
        compare(harness, entries, random);
    }

    void aDeletedIndexLeavesNoRows()
    {
        RegionHarness harness;
        harness.create(vectorTable());
        Entries entries;
        SeededRandom random(43);
        change(harness, entries, random, 700);
        compare(harness, entries, random);
        QVERIFY(harness
                    .update("t",
                            [](const TableDefinition &before) -> Result<TableDefinition> {
                                auto after = before;
                                after.indexes[0].status = model::IndexStatus::Deleting;
                                return after;
                            })
                    .ok());
        harness.runJobs();
        const TableHandle table = harness.region->findTable("t");
        QCOMPARE(harness.region->definition(*table).indexes.size(), 2u);
        QCOMPARE(harness.region->counts(*table).indexes.size(), 2u);
        const auto vector = randomVector(random, kWidth);
        QCOMPARE(numbersOf(searchOf(harness, "t", "product", vector, 20)),
                 expected(entries, DistanceFunction::DotProduct, vector, 20));
    }

    void manyVectorsAreSearchedInTheBackground()
    {
        RegionHarness harness;
        TableDefinition table = tableNamed("t", false);
        table.indexes = {vectorIndex("wide", DistanceFunction::DotProduct)};
        table.indexes[0].vector.dimensions = 4096;
        const TableHandle handle = harness.create(table);
        std::vector<float> vector(4096, 0);
        for (int i = 0; i < 300; ++i) {
            vector[0] = static_cast<float>(i);
            QVERIFY(harness.put(handle, attributesOf("i" + std::to_string(i), {{}, vector})).ok());
        }
        Answer<VectorMatches> answer;
        VectorQuery query{1, vector, 2, std::nullopt, {}};
        harness.region->search(*handle, query, answer.completion());
        QVERIFY(!answer.isThere());
        harness.runJobs();
        QCOMPARE(numbersOf(answer.take()), QString("i299 i298"));
        // Whoever asks of a table that goes meanwhile, or of a region that stops, is told so.
        Answer<VectorMatches> late;
        harness.region->search(*handle, query, late.completion());
        QVERIFY(harness.remove("t").ok());
        harness.runJobs();
        QCOMPARE(late.take().error().code, ErrorCode::ResourceNotFound);
    }

    // A thread finds at once what it has written itself, whatever the others do. Searches and writes of four
    // threads meet; the sanitizers look on.
    void everyoneFindsWhatTheyWrote()
    {
        RegionHarness harness;
        TableDefinition definition = tableNamed("t", false);
        definition.indexes = {vectorIndex("euclidean", DistanceFunction::Euclidean)};
        const TableHandle table = harness.create(definition);
        constexpr int kThreads = 4;
        std::atomic<int> misses{0};
        std::vector<std::thread> threads;
        for (int number = 0; number < kThreads; ++number)
            threads.emplace_back([&, number] {
                SeededRandom random(static_cast<std::uint64_t>(50 + number));
                for (int i = 0; i < 100; ++i) {
                    const std::string id = std::to_string(number) + "-" + std::to_string(random.below(30));
                    const auto vector = randomVector(random, kWidth);
                    const auto written = std::make_shared<std::promise<bool>>();
                    WriteSet set;
                    set.writes.push_back(RegionHarness::writeOf(table, makeItem(attributesOf(id, {{}, vector})), putGiven()));
                    // A write that joins another thread's group is answered by that thread.
                    harness.region->write(std::move(set), [written](Result<WriteOutcome> outcome) {
                        written->set_value(outcome.ok());
                    });
                    misses += !written->get_future().get();
                    Answer<VectorMatches> answer;
                    harness.region->search(*table, {1, vector, 1, std::nullopt, {}}, answer.completion());
                    if (numbersOf(answer.take()).toStdString() != id)
                        ++misses;
                }
            });
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(misses.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestVectorSearch)
#include "tst_vector_search.moc"
