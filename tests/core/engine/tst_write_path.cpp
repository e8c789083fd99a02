#include <QtTest/QTest>

#include "core/engine/region_harness.h"

using namespace stator;
using namespace stator::engine;
using namespace stator::engine::testing;

namespace {

std::unique_ptr<const Mutation> failing(Error error)
{
    return mutation([error](std::optional<ItemView>) -> Result<Decision> { return error; });
}

std::unique_ptr<const Mutation> keeping()
{
    return mutation([](std::optional<ItemView>) -> Result<Decision> { return Decision::keep(); });
}

} // namespace

class TestWritePath : public QObject {
    Q_OBJECT

private slots:
    void putsReplacesAndDeletes();
    void tellsWhatIsAsked();
    void writesNothingForAnEqualItem();
    void refusesTheWholeSetOnAnError();
    void writesManyItemsOfSeveralTablesTogether();
    void cancelsATransactionWithReasonsByPosition();
    void passesOnErrorsThatAreNoReason();
    void answersAReplayedTokenWithoutWriting();
    void refusesATokenOfAnotherRequest();
    void forgetsATokenAfterTenMinutes();
    void tellsWhatHappensToIndexEntries();
    void tellsWatchersOfChanges();
    void refusesWritesToATableThatIsGone();
    void writesThroughAnOldHandle();
    void refusesWritesAfterStop();
    void remembersWritesOverRestartAndCrash();
};

void TestWritePath::putsReplacesAndDeletes()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t"));
    QVERIFY(harness.put(table, {{"id", text("a")}, {"at", number(1)}, {"v", text("x")}}).ok());
    QCOMPARE(harness.region->counts(*table).items, 1u);
    QVERIFY(harness.get(table, {{"id", text("a")}, {"at", number(1)}}) ==
            makeItem({{"id", text("a")}, {"at", number(1)}, {"v", text("x")}}));
    auto outcome = harness.put(table, {{"id", text("a")}, {"at", number(1)}, {"v", text("longer")}});
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->effects[0].previousSizeBytes, 9u);
    QCOMPARE(outcome->effects[0].currentSizeBytes, 14u);
    QCOMPARE(harness.region->counts(*table).items, 1u);
    QCOMPARE(harness.region->counts(*table).bytes, 114u);
    outcome = harness.removeItem(table, {{"id", text("a")}, {"at", number(1)}});
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->effects[0].previousSizeBytes, 14u);
    QCOMPARE(outcome->effects[0].currentSizeBytes, 0u);
    QVERIFY(!harness.get(table, {{"id", text("a")}, {"at", number(1)}}));
    QCOMPARE(harness.region->counts(*table).items, 0u);
    QCOMPARE(harness.region->counts(*table).bytes, 0u);
}

void TestWritePath::tellsWhatIsAsked()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t", false));
    const Item one = makeItem({{"id", text("a")}, {"v", number(1)}});
    const Item two = makeItem({{"id", text("a")}, {"v", number(2)}});
    QVERIFY(harness.writeOne(RegionHarness::writeOf(table, one, putGiven())).ok());
    Write write = RegionHarness::writeOf(table, two, putGiven());
    write.wantsPrevious = true;
    write.wantsCurrent = true;
    auto outcome = harness.writeOne(std::move(write));
    QVERIFY(outcome.ok());
    QVERIFY(outcome->effects[0].previous == one);
    QVERIFY(outcome->effects[0].current == two);
    Write kept = RegionHarness::writeOf(table, makeItem({{"id", text("a")}}), keeping());
    kept.wantsCurrent = true;
    outcome = harness.writeOne(std::move(kept));
    QVERIFY(outcome.ok());
    QVERIFY(!outcome->effects[0].previous);
    QVERIFY(outcome->effects[0].current == two);
}

void TestWritePath::writesNothingForAnEqualItem()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t", false));
    QVERIFY(harness.put(table, {{"id", text("a")}, {"v", number(1)}}).ok());
    const auto before = harness.changes.position();
    QVERIFY(harness.put(table, {{"id", text("a")}, {"v", number(1)}}).ok());
    QVERIFY(harness.removeItem(table, {{"id", text("b")}}).ok());
    QCOMPARE(harness.changes.position(), before);
}

void TestWritePath::refusesTheWholeSetOnAnError()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t", false));
    WriteSet set;
    set.writes.push_back(RegionHarness::writeOf(table, makeItem({{"id", text("a")}}), putGiven()));
    set.writes.push_back(RegionHarness::writeOf(table, makeItem({{"id", text("b")}}),
                                                failing(Error::conditionalCheckFailed())));
    const auto outcome = harness.write(std::move(set));
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, ErrorCode::ConditionalCheckFailed);
    QVERIFY(!harness.get(table, {{"id", text("a")}}));
    QVERIFY(harness.put(table, {{"id", text("a")}}).ok()); // its latches are free again
    QVERIFY(harness.put(table, {{"id", text("b")}}).ok());
}

void TestWritePath::writesManyItemsOfSeveralTablesTogether()
{
    RegionHarness harness;
    const auto left = harness.create(tableNamed("left", false));
    const auto right = harness.create(tableNamed("right", false));
    QVERIFY(harness.put(left, {{"id", text("gone")}}).ok());
    WriteSet set;
    for (int i = 0; i < 24; ++i)
        set.writes.push_back(RegionHarness::writeOf(
            i % 2 == 0 ? left : right, makeItem({{"id", text("k" + std::to_string(i))}}), putGiven()));
    set.writes.push_back(RegionHarness::writeOf(left, makeItem({{"id", text("gone")}}), removeAlways()));
    const auto outcome = harness.write(std::move(set));
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->effects.size(), 25u);
    QCOMPARE(harness.region->counts(*left).items, 12u);
    QCOMPARE(harness.region->counts(*right).items, 12u);
}

void TestWritePath::cancelsATransactionWithReasonsByPosition()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t", false));
    const Item met = makeItem({{"id", text("c")}, {"v", number(1)}});
    WriteSet set;
    set.isTransaction = true;
    set.writes.push_back(RegionHarness::writeOf(table, makeItem({{"id", text("a")}}), putGiven()));
    set.writes.push_back(RegionHarness::writeOf(table, makeItem({{"id", text("b")}}), keeping()));
    set.writes.push_back(RegionHarness::writeOf(table, makeItem({{"id", text("c")}}),
                                                failing(Error::conditionalCheckFailed(met.bytes()))));
    const auto outcome = harness.write(std::move(set));
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, ErrorCode::TransactionCanceled);
    QCOMPARE(outcome.error().message,
             std::string("Transaction cancelled, please refer cancellation reasons for "
                         "specific reasons [None, None, ConditionalCheckFailed]"));
    const auto &reasons = outcome.error().detail->reasons;
    QCOMPARE(reasons.size(), 3u);
    QCOMPARE(reasons[0].code, std::string("None"));
    QCOMPARE(reasons[2].message, std::string("The conditional request failed"));
    QCOMPARE(reasons[2].item, met.bytes());
    QVERIFY(!harness.get(table, {{"id", text("a")}}));
}

void TestWritePath::passesOnErrorsThatAreNoReason()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t", false));
    WriteSet set;
    set.isTransaction = true;
    set.writes.push_back(
        RegionHarness::writeOf(table, makeItem({{"id", text("a")}}), failing(Error::io("disk"))));
    const auto outcome = harness.write(std::move(set));
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, ErrorCode::Io);
}

namespace {

WriteSet transaction(const TableHandle &table, const std::string &value, const std::string &token,
                     const std::string &digest)
{
    WriteSet set;
    set.isTransaction = true;
    set.token = token;
    set.tokenDigest = digest;
    set.writes.push_back(
        RegionHarness::writeOf(table, makeItem({{"id", text("a")}, {"v", text(value)}}), putGiven()));
    return set;
}

} // namespace

void TestWritePath::answersAReplayedTokenWithoutWriting()
{
    RegionHarness harness;
    auto table = harness.create(tableNamed("t", false));
    QVERIFY(harness.write(transaction(table, "first", "token", "digest")).ok());
    QVERIFY(harness.put(table, {{"id", text("a")}, {"v", text("second")}}).ok());
    table.reset();
    harness.restart();
    table = harness.region->findTable("t");
    const auto outcome = harness.write(transaction(table, "first", "token", "digest"));
    QVERIFY(outcome.ok());
    QVERIFY(outcome->isReplay);
    QCOMPARE(outcome->effects[0].currentSizeBytes, 10u);
    QVERIFY(harness.get(table, {{"id", text("a")}}) == makeItem({{"id", text("a")}, {"v", text("second")}}));
}

void TestWritePath::refusesATokenOfAnotherRequest()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t", false));
    QVERIFY(harness.write(transaction(table, "first", "token", "digest")).ok());
    const auto outcome = harness.write(transaction(table, "other", "token", "another"));
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, ErrorCode::IdempotentParameterMismatch);
}

void TestWritePath::forgetsATokenAfterTenMinutes()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t", false));
    QVERIFY(harness.write(transaction(table, "first", "token", "digest")).ok());
    harness.clock->advance(601'000'000);
    const auto outcome = harness.write(transaction(table, "other", "token", "another"));
    QVERIFY(outcome.ok());
    QVERIFY(!outcome->isReplay);
    QVERIFY(harness.get(table, {{"id", text("a")}}) == makeItem({{"id", text("a")}, {"v", text("other")}}));
}

void TestWritePath::tellsWhatHappensToIndexEntries()
{
    RegionHarness harness;
    auto definition = tableNamed("t", false);
    definition.indexes = {
        indexNamed("byColor", {"color", model::ValueType::S}),
        indexNamed("keysOnly", {"color", model::ValueType::S}, {}, model::ProjectionType::KeysOnly)};
    const auto table = harness.create(std::move(definition));
    const auto effectsOf = [&](Attributes attributes, std::unique_ptr<const Mutation> change) {
        Write write = RegionHarness::writeOf(table, makeItem(attributes), std::move(change));
        write.wantsIndexEffects = true;
        auto outcome = harness.writeOne(std::move(write));
        return outcome.ok() ? outcome->effects[0].indexes : std::vector<IndexEffect>();
    };
    QVERIFY(effectsOf({{"id", text("a")}}, putGiven()).empty()); // sparse
    auto effects = effectsOf({{"id", text("a")}, {"color", text("red")}, {"v", text("1")}}, putGiven());
    QCOMPARE(effects.size(), 2u);
    QCOMPARE(effects[0].oldSizeBytes, 0u);
    QCOMPARE(effects[0].newSizeBytes, 13u);
    QCOMPARE(effects[1].newSizeBytes, 11u);
    QVERIFY(effects[0].isChanged);
    effects = effectsOf({{"id", text("a")}, {"color", text("red")}, {"v", text("2")}}, putGiven());
    QVERIFY(effects[0].isChanged && !effects[0].isKeyChanged);
    QVERIFY(!effects[1].isChanged);
    effects = effectsOf({{"id", text("a")}, {"color", text("green")}, {"v", text("2")}}, putGiven());
    QVERIFY(effects[1].isChanged && effects[1].isKeyChanged);
    effects = effectsOf({{"id", text("a")}}, removeAlways());
    QCOMPARE(effects[1].oldSizeBytes, 13u);
    QCOMPARE(effects[1].newSizeBytes, 0u);
    for (const auto &index : harness.region->counts(*table).indexes)
        QCOMPARE(index.items, 0u);
}

void TestWritePath::tellsWatchersOfChanges()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t", false));
    const observe::ChangeRing::Watch watch(harness.changes);
    const auto begin = harness.changes.position();
    QVERIFY(harness.put(table, {{"id", text("a")}, {"v", number(1)}}).ok());
    QVERIFY(harness.put(table, {{"id", text("a")}, {"v", number(2)}}).ok());
    QVERIFY(harness.removeItem(table, {{"id", text("a")}}).ok());
    const auto page = harness.changes.since(begin);
    QCOMPARE(page.changes.size(), 3u);
    QCOMPARE(page.changes[0].storageId, harness.region->definition(*table).storageId);
    QCOMPARE(page.changes[0].key, makeItem({{"id", text("a")}}).bytes());
    QVERIFY(page.changes[0].wasNew);
    QVERIFY(!page.changes[1].wasNew);
    QCOMPARE(page.changes[2].kind, observe::ChangeKind::Delete);
}

void TestWritePath::refusesWritesToATableThatIsGone()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t", false));
    QVERIFY(harness.remove("t").ok());
    const auto outcome = harness.put(table, {{"id", text("a")}});
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, ErrorCode::ResourceNotFound);
}

// A handle from before an index was added must not write past the index.
void TestWritePath::writesThroughAnOldHandle()
{
    RegionHarness harness;
    const auto old = harness.create(tableNamed("t", false));
    QVERIFY(harness
                .update("t",
                        [](const model::TableDefinition &before) -> Result<model::TableDefinition> {
                            auto after = before;
                            after.indexes.push_back(indexNamed("byColor", {"color", model::ValueType::S}));
                            return after;
                        })
                .ok());
    harness.runJobs();
    QVERIFY(harness.put(old, {{"id", text("a")}, {"color", text("red")}}).ok());
    const auto table = harness.region->findTable("t");
    QCOMPARE(harness.region->counts(*table).indexes.at(0).items, 1u);
}

void TestWritePath::refusesWritesAfterStop()
{
    RegionHarness harness;
    auto table = harness.create(tableNamed("t", false));
    Write late = RegionHarness::writeOf(table, makeItem({{"id", text("a")}}), putGiven());
    table.reset();
    late.table.reset();
    auto region = std::move(harness.region);
    QVERIFY(region->stop().ok());
    WriteSet set;
    set.writes.push_back(std::move(late));
    Answer<WriteOutcome> answer;
    region->write(std::move(set), answer.completion());
    QVERIFY(answer.isThere());
    QCOMPARE((*answer).error().code, ErrorCode::ShuttingDown);
}

void TestWritePath::remembersWritesOverRestartAndCrash()
{
    RegionHarness harness;
    auto table = harness.create(tableNamed("t", false));
    QVERIFY(harness.put(table, {{"id", text("a")}}).ok());
    table.reset();
    harness.restart();
    table = harness.region->findTable("t");
    QVERIFY(harness.get(table, {{"id", text("a")}}));
    QVERIFY(harness.put(table, {{"id", text("b")}}).ok());
    table.reset();
    harness.crash();
    table = harness.region->findTable("t");
    QVERIFY(harness.get(table, {{"id", text("a")}}));
    QVERIFY(harness.get(table, {{"id", text("b")}}));
    QCOMPARE(harness.region->counts(*table).items, 2u);
}

QTEST_GUILESS_MAIN(TestWritePath)
#include "tst_write_path.moc"
