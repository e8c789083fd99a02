#include <QtTest/QTest>

#include <map>

#include "core/engine/region_harness.h"
#include "encoding/keys.h"
#include "encoding/row.h"
#include "engine/key_range.h"
#include "engine/table.h"

using namespace stator;
using namespace stator::engine;
using namespace stator::engine::testing;
using model::IndexStatus;
using model::TableDefinition;

namespace {

Result<TableDefinition> withIndex(const TableDefinition &before)
{
    auto after = before;
    after.indexes.push_back(indexNamed("byColor", {"color", model::ValueType::S},
                                       {{"rank", model::ValueType::N}}, model::ProjectionType::KeysOnly));
    return after;
}

Result<TableDefinition> withIndexDeleting(const TableDefinition &before)
{
    auto after = before;
    for (auto &index : after.indexes)
        index.status = IndexStatus::Deleting;
    return after;
}

// Every third item is not in the index.
Attributes itemNumber(int i, int rank)
{
    Attributes attributes = {{"id", text("p" + std::to_string(i % 50))},
                             {"at", number(i)},
                             {"body", text(std::string(static_cast<std::size_t>(i % 40), 'x'))}};
    if (i % 3 != 0) {
        attributes.emplace_back("color", text(i % 2 == 0 ? "red" : "green"));
        attributes.emplace_back("rank", number(rank));
    }
    return attributes;
}

void fill(RegionHarness &harness, const TableHandle &table, int items)
{
    for (int begin = 0; begin < items; begin += 25) {
        WriteSet set;
        for (int i = begin; i < std::min(begin + 25, items); ++i)
            set.writes.push_back(RegionHarness::writeOf(table, makeItem(itemNumber(i, i)), putGiven()));
        if (!harness.write(std::move(set)).ok())
            qFatal("write failed");
    }
}

// The index as a slow rebuild makes it: every item of the table, projected and sorted.
std::map<std::string, std::string> rebuilt(RegionHarness &harness, const TableHandle &table)
{
    const TableDefinition &definition = harness.region->definition(*table);
    const auto &index = definition.indexes.at(0);
    std::map<std::string, std::string> entries;
    for (const auto &item : harness.readAll(table, PageRequest()))
        if (auto key = encoding::indexKey(index.id, index.keys, definition.keys, item.view()))
            entries[*key] = encoding::indexDocument(index, definition.keys, item.view()).bytes();
    return entries;
}

std::map<std::string, std::string> stored(RegionHarness &harness, const TableHandle &table)
{
    const TableDefinition &definition = harness.region->definition(*table);
    PageRequest request;
    request.indexId = definition.indexes.at(0).id;
    std::map<std::string, std::string> entries;
    for (const auto &entry : harness.readAll(table, request))
        entries[*keyOf(definition, request.indexId, entry.view())] = entry.bytes();
    return entries;
}

bool isCounted(RegionHarness &harness, const TableHandle &table)
{
    const auto counts = harness.region->counts(*table).indexes.at(0);
    std::uint64_t bytes = 0;
    const auto entries = stored(harness, table);
    for (const auto &entry : entries)
        bytes += ItemView(entry.second).sizeBytes() + 100;
    return counts.items == entries.size() && counts.bytes == bytes;
}

} // namespace

class TestBackfill : public QObject {
    Q_OBJECT

private slots:
    void passesThroughItsStates();
    void fillsTheIndexOfAnEmptyTable();
    void keepsTheIndexRightUnderWrites_data();
    void keepsTheIndexRightUnderWrites();
    void goesOnAfterARestart();
    void goesOnAfterACrash();
    void clearsADeletedIndexUnderWrites();
    void goesOnClearingAfterACrash();
    void givesUpABackfillWhoseIndexIsDeleted();
    void neverGivesAnIndexNumberTwice();
};

void TestBackfill::passesThroughItsStates()
{
    RegionHarness harness;
    const auto before = harness.create(tableNamed("t"));
    fill(harness, before, 700);
    const auto answer = harness.update("t", withIndex);
    QVERIFY(answer.ok());
    QCOMPARE(harness.region->definition(**answer).status, model::TableStatus::Updating);
    QCOMPARE(harness.region->definition(**answer).indexes[0].status, IndexStatus::Creating);
    QVERIFY(!harness.region->definition(**answer).indexes[0].isBackfilling);
    auto table = harness.region->findTable("t");
    QCOMPARE(harness.region->definition(*table).status, model::TableStatus::Active);
    QVERIFY(harness.region->definition(*table).indexes[0].isBackfilling);
    double progress = -1;
    while (harness.region->definition(*harness.region->findTable("t")).indexes[0].isBackfilling) {
        table = harness.region->findTable("t");
        const auto now = harness.region->backfillProgress(*table, 1);
        QVERIFY(now && *now >= progress && *now <= 1);
        progress = *now;
        QVERIFY(harness.background.runOne());
    }
    QCOMPARE(progress, 1.0);
    table = harness.region->findTable("t");
    QCOMPARE(harness.region->definition(*table).indexes[0].status, IndexStatus::Active);
    QVERIFY(!harness.region->backfillProgress(*table, 1));
    QVERIFY(stored(harness, table) == rebuilt(harness, table));
    QVERIFY(isCounted(harness, table));
    QVERIFY(!stored(harness, table).empty());
}

void TestBackfill::fillsTheIndexOfAnEmptyTable()
{
    RegionHarness harness;
    harness.create(tableNamed("t"));
    QVERIFY(harness.update("t", withIndex).ok());
    harness.runJobs();
    const auto table = harness.region->findTable("t");
    QCOMPARE(harness.region->definition(*table).indexes[0].status, IndexStatus::Active);
    fill(harness, table, 10);
    QVERIFY(stored(harness, table) == rebuilt(harness, table));
    QVERIFY(isCounted(harness, table));
}

void TestBackfill::keepsTheIndexRightUnderWrites_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 8; ++seed)
        QTest::newRow(("seed " + std::to_string(seed)).c_str()) << seed;
}

// Writes of every kind between the steps of the backfill, before and behind where it stands.
void TestBackfill::keepsTheIndexRightUnderWrites()
{
    QFETCH(int, seed);
    SeededRandom random(static_cast<std::uint64_t>(seed));
    RegionHarness harness;
    fill(harness, harness.create(tableNamed("t")), 1500);
    QVERIFY(harness.update("t", withIndex).ok());
    int steps = 0;
    bool goesOn = true;
    while (goesOn) {
        const auto table = harness.region->findTable("t");
        for (int write = 0; write < 40; ++write) {
            const int i = static_cast<int>(random.below(1800));
            if (random.below(3) == 0)
                QVERIFY(
                    harness.removeItem(table, {{"id", text("p" + std::to_string(i % 50))}, {"at", number(i)}})
                        .ok());
            else
                QVERIFY(harness.put(table, itemNumber(i, static_cast<int>(random.below(100)))).ok());
        }
        goesOn = harness.background.runOne();
        ++steps;
    }
    QVERIFY(steps > 5);
    const auto table = harness.region->findTable("t");
    QCOMPARE(harness.region->definition(*table).indexes[0].status, IndexStatus::Active);
    QVERIFY(stored(harness, table) == rebuilt(harness, table));
    QVERIFY(isCounted(harness, table));
}

void TestBackfill::goesOnAfterARestart()
{
    RegionHarness harness;
    fill(harness, harness.create(tableNamed("t")), 1500);
    QVERIFY(harness.update("t", withIndex).ok());
    harness.background.runOne();
    harness.background.runOne();
    harness.restart(); // the harness runs the jobs the start has found
    const auto table = harness.region->findTable("t");
    QCOMPARE(harness.region->definition(*table).indexes[0].status, IndexStatus::Active);
    QVERIFY(stored(harness, table) == rebuilt(harness, table));
    QVERIFY(isCounted(harness, table));
}

void TestBackfill::goesOnAfterACrash()
{
    RegionHarness harness;
    fill(harness, harness.create(tableNamed("t")), 1500);
    QVERIFY(harness.update("t", withIndex).ok());
    harness.background.runOne();
    harness.background.runOne();
    fill(harness, harness.region->findTable("t"), 100);
    harness.crash();
    const auto table = harness.region->findTable("t");
    QCOMPARE(harness.region->definition(*table).indexes[0].status, IndexStatus::Active);
    QVERIFY(stored(harness, table) == rebuilt(harness, table));
    QVERIFY(isCounted(harness, table));
}

void TestBackfill::clearsADeletedIndexUnderWrites()
{
    RegionHarness harness;
    auto definition = tableNamed("t");
    definition = *withIndex(definition);
    const auto first = harness.create(std::move(definition));
    fill(harness, first, 1500);
    QVERIFY(harness.update("t", withIndexDeleting).ok());
    int i = 0;
    do {
        const auto table = harness.region->findTable("t");
        QCOMPARE(harness.region->definition(*table).indexes.size(), 1u);
        QVERIFY(harness.put(table, itemNumber(i++, 1)).ok());
        QVERIFY(harness.put(table, itemNumber(2000 + i, 1)).ok());
        QVERIFY(harness.background.runOne());
    } while (!harness.region->definition(*harness.region->findTable("t")).indexes.empty());
    QVERIFY(i >= 3);
    const auto table = harness.region->findTable("t");
    QVERIFY(harness.region->counts(*table).indexes.empty());
    // Nothing of it is left in the store.
    const auto cursor = table->store().cursor();
    QVERIFY(cursor.ok());
    const KeyRange range = wholeRange(1);
    (*cursor)->seek(range.begin);
    QVERIFY(!(*cursor)->isValid() || (*cursor)->key() >= range.end);
}

void TestBackfill::goesOnClearingAfterACrash()
{
    RegionHarness harness;
    fill(harness, harness.create(*withIndex(tableNamed("t"))), 1500);
    QVERIFY(harness.update("t", withIndexDeleting).ok());
    harness.background.runOne();
    harness.crash();
    QVERIFY(harness.region->definition(*harness.region->findTable("t")).indexes.empty());
}

void TestBackfill::givesUpABackfillWhoseIndexIsDeleted()
{
    RegionHarness harness;
    fill(harness, harness.create(tableNamed("t")), 1500);
    QVERIFY(harness.update("t", withIndex).ok());
    harness.background.runOne();
    QVERIFY(harness.update("t", withIndexDeleting).ok());
    harness.runJobs();
    QVERIFY(harness.region->definition(*harness.region->findTable("t")).indexes.empty());
    QVERIFY(harness.remove("t").ok());
}

void TestBackfill::neverGivesAnIndexNumberTwice()
{
    RegionHarness harness;
    fill(harness, harness.create(tableNamed("t")), 10);
    for (std::uint32_t round = 1; round < 4; ++round) {
        QVERIFY(harness.update("t", withIndex).ok());
        harness.runJobs();
        const auto table = harness.region->findTable("t");
        QCOMPARE(harness.region->definition(*table).indexes[0].id, round);
        QVERIFY(stored(harness, table) == rebuilt(harness, table));
        QVERIFY(harness.update("t", withIndexDeleting).ok());
        harness.runJobs();
    }
}

QTEST_GUILESS_MAIN(TestBackfill)
#include "tst_backfill.moc"
