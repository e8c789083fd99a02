#include <QtTest/QTest>

#include "core/engine/region_harness.h"

using namespace stator;
using namespace stator::engine;
using namespace stator::engine::testing;
using model::TableDefinition;
using model::TableStatus;

class TestTableCatalog : public QObject {
    Q_OBJECT

private slots:
    void answersTheFirstStateOfATableThatHasSettled();
    void refusesANameThatIsTaken();
    void listsNamesInByteOrder();
    void changesADefinition();
    void leavesTheTableAloneIfAnEditFails();
    void deletesATableAndFreesItsName();
    void refusesToDeleteAProtectedTable();
    void refusesToDeleteATableThatIsNotThere();
    void neverUsesAStorageIdTwice();
    void findsTablesAfterARestart();
    void keepsTheStatesForTheDelay();
    void settlesAfterARestart();
    void stopsTwice();
};

void TestTableCatalog::answersTheFirstStateOfATableThatHasSettled()
{
    RegionHarness harness;
    Answer<TableHandle> answer;
    auto definition = tableNamed("t");
    definition.indexes = {indexNamed("i", {"c", model::ValueType::S})};
    harness.region->createTable(std::move(definition), answer.completion());
    QVERIFY(answer.isThere() && (*answer).ok());
    const TableDefinition &first = harness.region->definition(***answer);
    QCOMPARE(first.status, TableStatus::Creating);
    QCOMPARE(first.indexes[0].status, model::IndexStatus::Creating);
    QCOMPARE(first.indexes[0].id, 1u);
    QVERIFY(!first.id.empty());
    QCOMPARE(first.created, harness.clock->nowMicros());
    const auto table = harness.region->findTable("t");
    QCOMPARE(harness.region->definition(*table).status, TableStatus::Active);
    QCOMPARE(harness.region->definition(*table).indexes[0].status, model::IndexStatus::Active);
    QCOMPARE(harness.region->definition(*table).id, first.id);
}

void TestTableCatalog::refusesANameThatIsTaken()
{
    RegionHarness harness;
    harness.create(tableNamed("t"));
    Answer<TableHandle> answer;
    harness.region->createTable(tableNamed("t"), answer.completion());
    QVERIFY(answer.isThere());
    QCOMPARE((*answer).error().code, ErrorCode::ResourceInUse);
}

void TestTableCatalog::listsNamesInByteOrder()
{
    RegionHarness harness;
    for (const char *name : {"b", "a", "B", "a.b", "a-b"})
        harness.create(tableNamed(name));
    QCOMPARE(harness.region->tableNames("", 10), (std::vector<std::string>{"B", "a", "a-b", "a.b", "b"}));
    QCOMPARE(harness.region->tableNames("a", 2), (std::vector<std::string>{"a-b", "a.b"}));
    QCOMPARE(harness.region->tableNames("aa", 2), (std::vector<std::string>{"b"}));
    QCOMPARE(harness.region->tableNames("b", 2), std::vector<std::string>());
}

void TestTableCatalog::changesADefinition()
{
    RegionHarness harness;
    const auto before = harness.create(tableNamed("t"));
    const auto provisioned = [](const TableDefinition &old) -> Result<TableDefinition> {
        auto definition = old;
        definition.billingMode = model::BillingMode::Provisioned;
        definition.throughput.readUnits = 5;
        return definition;
    };
    auto answer = harness.update("t", provisioned);
    QVERIFY(answer.ok());
    QCOMPARE(harness.region->definition(**answer).status, TableStatus::Updating);
    auto after = harness.region->findTable("t");
    QCOMPARE(harness.region->definition(*after).status, TableStatus::Active);
    QCOMPARE(harness.region->definition(*after).throughput.readUnits, 5);
    QCOMPARE(harness.region->definition(*before).throughput.readUnits, 0);
    answer = harness.update("t", [](const TableDefinition &old) -> Result<TableDefinition> {
        auto definition = old;
        definition.tags["team"] = "blue";
        return definition;
    });
    QVERIFY(answer.ok());
    QCOMPARE(harness.region->definition(**answer).status, TableStatus::Active);
    after = harness.region->findTable("t");
    answer = harness.update("t", provisioned); // as it is already
    QVERIFY(answer.ok());
    QVERIFY(*answer == after);
}

void TestTableCatalog::leavesTheTableAloneIfAnEditFails()
{
    RegionHarness harness;
    const auto before = harness.create(tableNamed("t"));
    const auto answer = harness.update(
        "t", [](const TableDefinition &) -> Result<TableDefinition> { return Error::limitExceeded("no"); });
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, ErrorCode::LimitExceeded);
    QVERIFY(harness.region->findTable("t") == before);
    QVERIFY(harness.put(before, {{"id", text("a")}, {"at", number(1)}}).ok());
}

void TestTableCatalog::deletesATableAndFreesItsName()
{
    RegionHarness harness;
    auto table = harness.create(tableNamed("t"));
    QVERIFY(harness.put(table, {{"id", text("a")}, {"at", number(1)}}).ok());
    auto answer = harness.remove("t");
    QVERIFY(answer.ok());
    QCOMPARE(harness.region->definition(**answer).status, TableStatus::Deleting);
    QVERIFY(!harness.region->findTable("t"));
    const auto again = harness.create(tableNamed("t"));
    QVERIFY(!harness.get(again, {{"id", text("a")}, {"at", number(1)}}));
    QCOMPARE(harness.region->counts(*again).items, 0u);
}

void TestTableCatalog::refusesToDeleteAProtectedTable()
{
    RegionHarness harness;
    auto definition = tableNamed("t");
    definition.isDeletionProtected = true;
    harness.create(std::move(definition));
    const auto answer = harness.remove("t");
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, ErrorCode::Validation);
    QVERIFY(harness.region->findTable("t"));
}

void TestTableCatalog::refusesToDeleteATableThatIsNotThere()
{
    RegionHarness harness;
    const auto answer = harness.remove("t");
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, ErrorCode::ResourceNotFound);
    QCOMPARE(answer.error().message, std::string("Requested resource not found: Table: t not found"));
}

void TestTableCatalog::neverUsesAStorageIdTwice()
{
    RegionHarness harness;
    std::vector<std::uint64_t> used;
    for (int round = 0; round < 6; ++round) {
        const auto storageId = harness.region->definition(*harness.create(tableNamed("t"))).storageId;
        QVERIFY(std::find(used.begin(), used.end(), storageId) == used.end());
        used.push_back(storageId);
        QVERIFY(harness.remove("t").ok());
        if (round == 2)
            harness.restart();
    }
}

void TestTableCatalog::findsTablesAfterARestart()
{
    RegionHarness harness;
    TableDefinition definition;
    {
        const auto table = harness.create(tableNamed("t"));
        definition = harness.region->definition(*table);
    }
    harness.restart();
    QVERIFY(harness.region->definition(*harness.region->findTable("t")) == definition);
    harness.crash();
    QVERIFY(harness.region->definition(*harness.region->findTable("t")) == definition);
}

// The clock is moved by hand: before that no state may change, however long the test runs.
void TestTableCatalog::keepsTheStatesForTheDelay()
{
    RegionHarness harness(500);
    const auto statusOf = [&](const char *name) -> std::optional<TableStatus> {
        const auto table = harness.region->findTable(name);
        return table ? std::optional(harness.region->definition(*table).status) : std::nullopt;
    };
    const auto made = harness.create(tableNamed("t"));
    QCOMPARE(harness.region->definition(*made).status, TableStatus::Creating);
    const auto early = harness.put(made, {{"id", text("a")}, {"at", number(1)}});
    QVERIFY(!early.ok());
    QCOMPARE(early.error().code, ErrorCode::ResourceNotFound);
    const auto deleted = harness.remove("t");
    QVERIFY(!deleted.ok());
    QCOMPARE(deleted.error().code, ErrorCode::ResourceInUse);
    harness.clock->advance(499'000);
    QCOMPARE(statusOf("t"), std::optional(TableStatus::Creating));
    harness.clock->advance(1'000);
    QTRY_VERIFY(statusOf("t") == TableStatus::Active);
    QVERIFY(harness.put(made, {{"id", text("a")}, {"at", number(1)}}).ok());
    QVERIFY(harness.remove("t").ok());
    QCOMPARE(statusOf("t"), std::optional(TableStatus::Deleting));
    QVERIFY(!harness.put(made, {{"id", text("a")}, {"at", number(2)}}).ok());
    harness.clock->advance(500'000);
    QTRY_VERIFY(!statusOf("t"));
}

void TestTableCatalog::settlesAfterARestart()
{
    RegionHarness harness(500);
    harness.create(tableNamed("t"));
    harness.crash();
    QCOMPARE(harness.region->definition(*harness.region->findTable("t")).status, TableStatus::Creating);
    harness.clock->advance(500'000);
    QTRY_VERIFY(harness.region->definition(*harness.region->findTable("t")).status == TableStatus::Active);
}

void TestTableCatalog::stopsTwice()
{
    RegionHarness harness;
    harness.create(tableNamed("t"));
    QVERIFY(harness.region->stop().ok());
    QVERIFY(harness.region->stop().ok());
    QVERIFY(!harness.region->findTable("t"));
}

QTEST_GUILESS_MAIN(TestTableCatalog)
#include "tst_table_catalog.moc"
