// Time to live: what is due goes, and nothing else, whatever happens meanwhile.
#include <QtTest/QTest>

#include "core/engine/region_harness.h"
#include "engine/table.h"
#include "encoding/time_to_live.h"

using namespace stator;
using namespace stator::engine;
using namespace stator::engine::testing;
using model::TimeToLiveStatus;

namespace {

constexpr std::int64_t kNow = 1'700'000'000; // where the harness's clock begins
constexpr std::int64_t kFiveYears = 157'680'000;

Region::Edit enable(std::string attribute = "expires")
{
    return [attribute](const model::TableDefinition &before) -> Result<model::TableDefinition> {
        auto after = before;
        after.timeToLive = {TimeToLiveStatus::Enabling, attribute, 0, 1};
        return after;
    };
}

Result<model::TableDefinition> disable(const model::TableDefinition &before)
{
    auto after = before;
    after.timeToLive.status = TimeToLiveStatus::Disabling;
    return after;
}

TimeToLiveStatus statusOf(RegionHarness &harness)
{
    return harness.region->definition(*harness.region->findTable("t")).timeToLive.status;
}

std::vector<std::string> idsLeft(RegionHarness &harness)
{
    std::vector<std::string> ids;
    for (const auto &item : harness.readAll(harness.region->findTable("t"), PageRequest()))
        ids.emplace_back(item.view().attribute("id")->text());
    std::sort(ids.begin(), ids.end());
    return ids;
}

// The rows in order of expiry as a slow rebuild makes them.
std::vector<std::string> rebuilt(const Table &table)
{
    std::vector<std::string> keys;
    const auto &timeToLive = table.definition().timeToLive;
    const auto cursor = table.store().cursor();
    for ((*cursor)->seek("\x10"); (*cursor)->isValid() && (*cursor)->key() < "\x20"; (*cursor)->next()) {
        const auto row = encoding::RowView::parse((*cursor)->value());
        const auto expiry = encoding::expiryOf(timeToLive.attribute, row->item());
        if (expiry && timeToLive.hasRows())
            encoding::appendExpiryKey(timeToLive.indexId, *expiry, (*cursor)->key(), keys.emplace_back());
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::vector<std::string> stored(const Table &table)
{
    std::vector<std::string> keys;
    const auto cursor = table.store().cursor();
    for ((*cursor)->seek("\x30"); (*cursor)->isValid() && (*cursor)->key() < "\x40"; (*cursor)->next())
        keys.emplace_back((*cursor)->key());
    return keys;
}

} // namespace

class TestExpiry : public QObject {
    Q_OBJECT

private:
    static void put(RegionHarness &harness, const char *id, std::int64_t expires)
    {
        QVERIFY(harness
                    .put(harness.region->findTable("t"),
                         {{"id", text(id)}, {"expires", Value::number(std::to_string(expires))}})
                    .ok());
    }
    static void enableAndFill(RegionHarness &harness)
    {
        QVERIFY(harness.update("t", enable()).ok());
        harness.runJobs();
        QVERIFY(statusOf(harness) == TimeToLiveStatus::Enabled);
    }
    // The task of a sweep that is due; it comes from the thread that waits for its time.
    static void runOne(RegionHarness &harness)
    {
        bool hasRun = false;
        QTRY_VERIFY((hasRun = hasRun || harness.background.runOne())); // asks again after it was so
    }
    // Lets the sweeps run that fall into the next `seconds`.
    static void pass(RegionHarness &harness, std::int64_t seconds)
    {
        harness.clock->advance(seconds * 1'000'000);
        runOne(harness);
        harness.runJobs();
    }

private slots:
    void deletesWhatIsDueAndNothingElse();
    void findsItemsOfBefore();
    void leavesWhatExpiredLongAgo();
    void leavesWhatIsNoTime_data();
    void leavesWhatIsNoTime();
    void anItemThatLivesLongerByNowStays();
    void deletesMoreThanOneStep();
    void goesOnAfterACrash();
    void stopsWhenItIsDisabled();
    void mayBeAnotherAttributeAfterwards();
    void rowsFollowEveryChange();
    void takesAwayIndexEntries();
};

void TestExpiry::deletesWhatIsDueAndNothingElse()
{
    RegionHarness harness;
    harness.create(tableNamed("t", false));
    enableAndFill(harness);
    put(harness, "soon", kNow + 10);
    put(harness, "later", kNow + 1000);
    QVERIFY(harness.put(harness.region->findTable("t"), {{"id", text("never")}}).ok());
    QCOMPARE(idsLeft(harness), (std::vector<std::string>{"later", "never", "soon"}));
    pass(harness, 9);
    QCOMPARE(idsLeft(harness), (std::vector<std::string>{"later", "never", "soon"}));
    pass(harness, 60);
    QCOMPARE(idsLeft(harness), (std::vector<std::string>{"later", "never"}));
    pass(harness, 1000);
    QCOMPARE(idsLeft(harness), (std::vector<std::string>{"never"}));
    QCOMPARE(harness.region->counts(*harness.region->findTable("t")).items, 1u);
}

void TestExpiry::findsItemsOfBefore()
{
    RegionHarness harness;
    harness.create(tableNamed("t", false));
    for (int i = 0; i < 600; ++i)
        put(harness, ("i" + std::to_string(i)).c_str(), kNow + (i % 2 == 0 ? 5 : 5000));
    QVERIFY(harness.update("t", enable()).ok());
    QVERIFY(statusOf(harness) == TimeToLiveStatus::Enabling);
    // While the rows are made, items go on being written on both sides of where the job stands.
    QVERIFY(harness.background.runOne());
    put(harness, "i0", kNow + 5000);
    put(harness, "i1", kNow + 5);
    put(harness, "new", kNow + 5);
    harness.runJobs();
    QVERIFY(statusOf(harness) == TimeToLiveStatus::Enabled);
    const auto table = harness.region->findTable("t");
    QCOMPARE(stored(*table), rebuilt(*table));
    QCOMPARE(stored(*table).size(), std::size_t(601));
    pass(harness, 60);
    QCOMPARE(idsLeft(harness).size(), std::size_t(300));
}

void TestExpiry::leavesWhatExpiredLongAgo()
{
    RegionHarness harness;
    harness.create(tableNamed("t", false));
    enableAndFill(harness);
    put(harness, "old", kNow - kFiveYears - 1);
    put(harness, "not so old", kNow - kFiveYears + 3600);
    pass(harness, 60);
    QCOMPARE(idsLeft(harness), std::vector<std::string>{"old"});
}

void TestExpiry::leavesWhatIsNoTime_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::newRow("text") << QByteArray();
    QTest::newRow("negative") << QByteArray("-1");
    QTest::newRow("milliseconds") << QByteArray("1700000000000");
    QTest::newRow("beyond any calendar") << QByteArray("1E38");
}
void TestExpiry::leavesWhatIsNoTime()
{
    QFETCH(const QByteArray, number);
    RegionHarness harness;
    harness.create(tableNamed("t", false));
    enableAndFill(harness);
    const Value value = number.isEmpty() ? text("1699999999") : Value::number(number.toStdString());
    QVERIFY(harness.put(harness.region->findTable("t"), {{"id", text("a")}, {"expires", value}}).ok());
    put(harness, "b", kNow - 1);
    pass(harness, 60);
    QCOMPARE(idsLeft(harness), std::vector<std::string>{"a"});
}

// The sweep has chosen the item; before its write the item is given more time.
void TestExpiry::anItemThatLivesLongerByNowStays()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t", false));
    enableAndFill(harness);
    put(harness, "a", kNow - 1);
    put(harness, "b", kNow - 1);
    // A write of "a" that holds its latch while the sweep comes by.
    bool isSwept = false;
    auto extend = mutation([&](std::optional<ItemView>) -> Result<Decision> {
        harness.clock->advance(60'000'000);
        for (int tries = 0; tries < 1000 && !isSwept; ++tries) {
            isSwept = harness.background.runOne();
            QTest::qWait(isSwept ? 0 : 5);
        }
        return Decision::put(makeItem({{"id", text("a")}, {"expires", number(kNow + 100'000)}}));
    });
    QVERIFY(harness
                .writeOne(RegionHarness::writeOf(harness.region->findTable("t"), makeItem({{"id", text("a")}}),
                                                 std::move(extend)))
                .ok());
    QVERIFY(isSwept);
    harness.runJobs();
    QCOMPARE(idsLeft(harness), std::vector<std::string>{"a"});
}

void TestExpiry::deletesMoreThanOneStep()
{
    RegionHarness harness;
    harness.create(tableNamed("t", false));
    enableAndFill(harness);
    for (int i = 0; i < 130; ++i)
        put(harness, ("i" + std::to_string(i)).c_str(), kNow - i - 1);
    put(harness, "stays", kNow + 100'000);
    pass(harness, 60);
    QCOMPARE(idsLeft(harness), std::vector<std::string>{"stays"});
    QCOMPARE(stored(*harness.region->findTable("t")).size(), std::size_t(1));
}

void TestExpiry::goesOnAfterACrash()
{
    RegionHarness harness;
    harness.create(tableNamed("t", false));
    for (int i = 0; i < 600; ++i)
        put(harness, ("i" + std::to_string(i)).c_str(), kNow + 5);
    QVERIFY(harness.update("t", enable()).ok());
    QVERIFY(harness.background.runOne());
    harness.crash(); // while the rows are made
    QVERIFY(statusOf(harness) == TimeToLiveStatus::Enabled);
    QCOMPARE(stored(*harness.region->findTable("t")).size(), std::size_t(600));
    harness.clock->advance(60'000'000);
    runOne(harness); // one step of the sweep
    QVERIFY(idsLeft(harness).size() < 600 && !idsLeft(harness).empty());
    harness.crash(); // in its middle
    const auto table = harness.region->findTable("t");
    QCOMPARE(stored(*table), rebuilt(*table));
    pass(harness, 60);
    QVERIFY(idsLeft(harness).empty());
    QVERIFY(stored(*harness.region->findTable("t")).empty());
}

void TestExpiry::stopsWhenItIsDisabled()
{
    RegionHarness harness;
    harness.create(tableNamed("t", false));
    enableAndFill(harness);
    put(harness, "a", kNow + 5);
    QVERIFY(harness.update("t", disable).ok());
    QVERIFY(statusOf(harness) == TimeToLiveStatus::Disabling);
    harness.crash();
    QVERIFY(statusOf(harness) == TimeToLiveStatus::Disabled);
    const auto table = harness.region->findTable("t");
    QVERIFY(stored(*table).empty());
    QCOMPARE(table->definition().timeToLive.attribute, std::string());
    harness.clock->advance(60'000'000);
    harness.runJobs();
    QCOMPARE(idsLeft(harness), std::vector<std::string>{"a"});
}

void TestExpiry::mayBeAnotherAttributeAfterwards()
{
    RegionHarness harness;
    harness.create(tableNamed("t", false));
    enableAndFill(harness);
    QVERIFY(harness
                .put(harness.region->findTable("t"),
                     {{"id", text("a")}, {"expires", number(kNow - 5)}, {"until", number(kNow + 5000)}})
                .ok());
    QVERIFY(harness.update("t", disable).ok());
    harness.runJobs();
    QVERIFY(harness.update("t", enable("until")).ok());
    harness.runJobs();
    pass(harness, 60);
    QCOMPARE(idsLeft(harness), std::vector<std::string>{"a"});
    pass(harness, 6000);
    QVERIFY(idsLeft(harness).empty());
}

void TestExpiry::rowsFollowEveryChange()
{
    RegionHarness harness;
    harness.create(tableNamed("t", false));
    enableAndFill(harness);
    SeededRandom random(11);
    for (int i = 0; i < 400; ++i) {
        const std::string id = "i" + std::to_string(random.below(20));
        const auto table = harness.region->findTable("t");
        switch (random.below(4)) {
        case 0:
            QVERIFY(harness.removeItem(table, {{"id", text(id)}}).ok());
            break;
        case 1:
            QVERIFY(harness.put(table, {{"id", text(id)}, {"expires", text("x")}}).ok());
            break;
        default:
            put(harness, id.c_str(), kNow + static_cast<std::int64_t>(random.below(3)));
        }
        if (i % 100 == 50)
            harness.crash();
    }
    const auto table = harness.region->findTable("t");
    QVERIFY(!stored(*table).empty());
    QCOMPARE(stored(*table), rebuilt(*table));
}

void TestExpiry::takesAwayIndexEntries()
{
    RegionHarness harness;
    auto definition = tableNamed("t", false);
    definition.indexes = {indexNamed("byExpiry", {"expires", model::ValueType::N})};
    harness.create(std::move(definition));
    enableAndFill(harness);
    put(harness, "a", kNow + 5);
    PageRequest request;
    request.indexId = 1;
    QCOMPARE(harness.readAll(harness.region->findTable("t"), request).size(), std::size_t(1));
    pass(harness, 60);
    QVERIFY(harness.readAll(harness.region->findTable("t"), request).empty());
    QCOMPARE(harness.region->counts(*harness.region->findTable("t")).indexes.at(0).items, 0u);
}

QTEST_GUILESS_MAIN(TestExpiry)
#include "tst_expiry.moc"
