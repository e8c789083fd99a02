#include <QtTest/QTest>

#include "engine/throughput_limit.h"

using namespace stator;
using namespace stator::engine;

namespace {

model::TableDefinition provisioned(std::int64_t read, std::int64_t write)
{
    model::TableDefinition table;
    table.storageId = 7;
    table.name = "t";
    table.billingMode = model::BillingMode::Provisioned;
    table.throughput.readUnits = read;
    table.throughput.writeUnits = write;
    return table;
}

// All of its partitions.
UnitSource of(const model::TableDefinition &table, std::uint32_t indexId = 0)
{
    return {table, indexId, std::nullopt};
}

constexpr TimeMicros kSecond = 1'000'000;
constexpr const char *kArn = "arn:aws:dynamodb:us-east-1:000000000000:table/";

} // namespace

class TestThroughputLimit : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        clock = std::make_shared<ManualClock>();
        clock->advance(kSecond);
        limit = std::make_unique<ThroughputLimit>(clock, kArn);
        limit->enforce(true);
    }

    void isOffAtTheStart() { QVERIFY(!ThroughputLimit(clock, kArn).isEnforced()); }

    void fillsAsTimePasses()
    {
        const auto table = provisioned(10, 5);
        QVERIFY(take(UnitKind::Write, of(table), 5));
        QVERIFY(!take(UnitKind::Write, of(table), 1));
        QVERIFY(take(UnitKind::Read, of(table), 10)); // the other kind is its own
        clock->advance(kSecond / 5);
        QVERIFY(take(UnitKind::Write, of(table), 1));
        QVERIFY(!take(UnitKind::Write, of(table), 1));
    }

    void keepsFiveMinutesAndNoMore()
    {
        const auto table = provisioned(1, 2);
        QVERIFY(take(UnitKind::Write, of(table), 2));
        clock->advance(3600 * kSecond);
        QVERIFY(take(UnitKind::Write, of(table), 599));
        QVERIFY(take(UnitKind::Write, of(table), 1));
        QVERIFY(!take(UnitKind::Write, of(table), 1));
    }

    void letsALargeRequestRunIntoDebt()
    {
        const auto table = provisioned(1, 2);
        QVERIFY(take(UnitKind::Write, of(table), 10));
        clock->advance(4 * kSecond);
        QVERIFY(!take(UnitKind::Write, of(table), 1));
        clock->advance(kSecond);
        QVERIFY(take(UnitKind::Write, of(table), 1));
    }

    // 6,000 write units are six partitions; each does 1,000.
    void limitsEveryPartition()
    {
        const auto table = provisioned(1, 6000);
        const UnitSource low{table, 0, 0};
        const UnitSource high{table, 0, ~std::uint64_t{0}};
        QVERIFY(take(UnitKind::Write, low, 1000));
        QVERIFY(!take(UnitKind::Write, low, 1));
        QVERIFY(take(UnitKind::Write, high, 1000));
        QVERIFY(!take(UnitKind::Write, high, 1));
        QVERIFY(take(UnitKind::Write, of(table), 4000)); // what goes through all of them asks none of them
        QVERIFY(!take(UnitKind::Write, of(table), 1));
    }

    void givesGlobalIndexesTheirOwn()
    {
        auto table = provisioned(1, 1);
        model::IndexDefinition index;
        index.id = 1;
        index.throughput.writeUnits = 3;
        table.indexes.push_back(index);
        index.id = 2;
        index.kind = model::IndexKind::Local;
        table.indexes.push_back(index);
        QVERIFY(take(UnitKind::Write, of(table, 1), 3));
        QVERIFY(!take(UnitKind::Write, of(table, 1), 1));
        QVERIFY(take(UnitKind::Write, of(table, 2), 1)); // the table's
        QVERIFY(!take(UnitKind::Write, of(table), 1));
    }

    void takesAChangeOfTheTableAtOnce()
    {
        auto table = provisioned(1, 1);
        QVERIFY(take(UnitKind::Write, of(table), 1));
        table.throughput.writeUnits = 100;
        clock->advance(kSecond);
        QVERIFY(take(UnitKind::Write, of(table), 99));
        QVERIFY(take(UnitKind::Write, of(table), 1));
        QVERIFY(!take(UnitKind::Write, of(table), 1));
    }

    void namesWhatWasExceeded()
    {
        auto table = provisioned(1, 1);
        model::IndexDefinition index;
        index.id = 1;
        index.name = "i";
        index.throughput.readUnits = 1;
        table.indexes.push_back(index);
        const std::string arn = std::string(kArn) + "t";
        limit->charge(UnitKind::Write, of(table), 10);
        QCOMPARE(reasonOf(UnitKind::Write, of(table)), "TableWriteProvisionedThroughputExceeded " + arn);
        limit->charge(UnitKind::Read, of(table, 1), 10);
        QCOMPARE(reasonOf(UnitKind::Read, of(table, 1)),
                 "IndexReadProvisionedThroughputExceeded " + arn + "/index/i");
        table = provisioned(5000, 1);
        limit->charge(UnitKind::Read, {table, 0, 0}, 3000);
        QCOMPARE(reasonOf(UnitKind::Read, {table, 0, 0}), "TableReadKeyRangeThroughputExceeded " + arn);
        table.billingMode = model::BillingMode::PayPerRequest;
        table.onDemandThroughput.maxReadUnits = 1;
        limit->charge(UnitKind::Read, of(table), 10);
        QCOMPARE(reasonOf(UnitKind::Read, of(table)), "TableReadMaxOnDemandThroughputExceeded " + arn);
    }

    // Up to double the previous peak at once; the peak of this half hour counts from the next one on.
    void growsWithTheLoadOnDemand()
    {
        model::TableDefinition table;
        table.storageId = 7;
        table.name = "t";
        table.billingMode = model::BillingMode::PayPerRequest;
        QVERIFY(take(UnitKind::Write, of(table), 4000));
        QVERIFY(!take(UnitKind::Write, of(table), 1));
        clock->advance(kSecond);
        QVERIFY(take(UnitKind::Write, of(table), 4000));
        QVERIFY(!take(UnitKind::Write, of(table), 1));
        clock->advance(1800 * kSecond);
        QVERIFY(take(UnitKind::Write, of(table), 8000));
        QVERIFY(!take(UnitKind::Write, of(table), 1));
        QVERIFY(take(UnitKind::Read, of(table), 12'000)); // which nobody asked for so far
        QVERIFY(!take(UnitKind::Read, of(table), 1));
        clock->advance(1800 * kSecond);
        QVERIFY(take(UnitKind::Write, of(table), 16'000));
        QVERIFY(!take(UnitKind::Write, of(table), 1));
        table.onDemandThroughput.maxWriteUnits = 100; // a maximum stays one
        clock->advance(1800 * kSecond);
        QVERIFY(take(UnitKind::Write, of(table), 100));
        QVERIFY(!take(UnitKind::Write, of(table), 1));
    }

    void beginsAnewWhenSwitched()
    {
        const auto table = provisioned(1, 1);
        QVERIFY(take(UnitKind::Write, of(table), 1000));
        limit->enforce(false);
        QVERIFY(!limit->isEnforced());
        limit->enforce(true);
        QVERIFY(take(UnitKind::Write, of(table), 1));
    }

private:
    bool take(UnitKind kind, const UnitSource &source, double units)
    {
        if (!limit->admit(kind, source).ok())
            return false;
        limit->charge(kind, source, units);
        return true;
    }

    std::string reasonOf(UnitKind kind, const UnitSource &source)
    {
        const auto admitted = limit->admit(kind, source);
        if (admitted.ok())
            return "none";
        const ThrottlingReason &reason = admitted.error().detail->throttling.front();
        return reason.reason + ' ' + reason.resource;
    }

    std::shared_ptr<ManualClock> clock;
    std::unique_ptr<ThroughputLimit> limit;
};

QTEST_GUILESS_MAIN(TestThroughputLimit)
#include "tst_throughput_limit.moc"
