// The stream a Kinesis destination is delivered from: beside the table's own, or without one.
#include <QtTest/QTest>

#include "core/streams/stream_harness.h"

using namespace stator;
using namespace stator::streams::testing;
using engine::TableHandle;
using model::DestinationStatus;
using model::StreamViewType;
using model::TableDefinition;
using streams::Cursor;

namespace {

using Texts = std::vector<std::string>;

Attributes album(const std::string &id, const std::string &title)
{
    return {{"id", text(id)}, {"at", number(1)}, {"title", text(title)}};
}

std::string json(const std::string &id, const std::string &title)
{
    const document::Item item = makeItem(album(id, title));
    return document::itemToJson(item.view());
}

Result<TableDefinition> attached(const TableDefinition &before)
{
    TableDefinition after = before;
    after.kinesisDestinations.emplace_back().streamArn = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";
    return after;
}

Result<TableDefinition> detached(const TableDefinition &before)
{
    TableDefinition after = before;
    after.kinesisDestinations.front().status = DestinationStatus::Disabling;
    return after;
}

streams::StreamHandle streamOf(engine::Region &region, bool isHidden)
{
    for (const auto &stream : region.streams())
        if (stream->description().isHidden() == isHidden)
            return stream;
    return nullptr;
}

Texts recordsOf(engine::Region &region, bool isHidden)
{
    const auto stream = streamOf(region, isHidden);
    if (!stream)
        return {"! there is no stream"};
    Cursor cursor(stream, streams::oldest(*stream));
    return readAll(cursor);
}

} // namespace

class TestHiddenStream : public QObject {
    Q_OBJECT

private slots:
    void recordsATableWithoutAStream()
    {
        RegionHarness harness;
        TableHandle table = harness.create(tableNamed("Music"));
        QVERIFY(harness.put(table, album("a", "before")).ok());
        table = *harness.update("Music", attached);
        QVERIFY(harness.put(table, album("a", "one")).ok());
        QVERIFY(harness.put(table, album("b", "two")).ok());
        const Texts expected{"MODIFY old " + json("a", "before") + " new " + json("a", "one"),
                             "INSERT new " + json("b", "two")};
        QCOMPARE(recordsOf(*harness.region, true), expected);
        QVERIFY(!streamOf(*harness.region, false));
        table.reset();
        harness.crash();
        QCOMPARE(recordsOf(*harness.region, true), expected);
    }

    void endsWhenItIsDetached()
    {
        RegionHarness harness;
        TableHandle table = harness.create(tableNamed("Music"));
        table = *harness.update("Music", attached);
        QVERIFY(harness.put(table, album("a", "one")).ok());
        table = *harness.update("Music", detached);
        QVERIFY(harness.put(table, album("a", "two")).ok());
        QCOMPARE(recordsOf(*harness.region, true), (Texts{"INSERT new " + json("a", "one")}));
        QVERIFY(streamOf(*harness.region, true)->isClosed());
        table.reset();
        harness.restart();
        QVERIFY(streamOf(*harness.region, true)->isClosed());
    }

    // Each is begun and ended on its own, and shows what its readers are promised.
    void standsBesideTheTablesOwn()
    {
        RegionHarness harness;
        TableHandle table = harness.create(tableWithStream("Music", StreamViewType::NewImage));
        QVERIFY(harness.put(table, album("a", "one")).ok());
        table = *harness.update("Music", attached);
        QVERIFY(harness.put(table, album("a", "two")).ok());
        table = *harness.update("Music", detached);
        QVERIFY(harness.put(table, album("a", "three")).ok());
        QCOMPARE(recordsOf(*harness.region, true),
                 (Texts{"MODIFY old " + json("a", "one") + " new " + json("a", "two")}));
        QCOMPARE(recordsOf(*harness.region, false),
                 (Texts{"INSERT new " + json("a", "one"), "MODIFY new " + json("a", "two"),
                        "MODIFY new " + json("a", "three")}));
        QVERIFY(!streamOf(*harness.region, false)->isClosed());
    }

    void endsWithItsTable()
    {
        RegionHarness harness;
        TableHandle table = harness.create(tableNamed("Music"));
        table = *harness.update("Music", attached);
        QVERIFY(harness.put(table, album("a", "one")).ok());
        table.reset();
        QVERIFY(harness.remove("Music").ok());
        harness.runJobs();
        QVERIFY(streamOf(*harness.region, true)->isClosed());
        QCOMPARE(recordsOf(*harness.region, true), (Texts{"INSERT new " + json("a", "one")}));
    }
};

QTEST_GUILESS_MAIN(TestHiddenStream)
#include "tst_hidden_stream.moc"
