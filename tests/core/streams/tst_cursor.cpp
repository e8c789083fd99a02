// What a cursor shows of the writes to a table, now and after restarts.
#include <QtTest/QTest>

#include "core/streams/stream_harness.h"

using namespace stator;
using namespace stator::streams::testing;
using engine::TableHandle;
using model::StreamViewType;
using streams::Cursor;

namespace {

using Texts = std::vector<std::string>;

Attributes album(const std::string &id, int at, const std::string &title = {})
{
    Attributes attributes{{"id", text(id)}, {"at", number(at)}};
    if (!title.empty())
        attributes.push_back({"title", text(title)});
    return attributes;
}

std::string json(const std::string &id, int at, const std::string &title = {})
{
    const document::Item item = makeItem(album(id, at, title));
    return document::itemToJson(item.view());
}

} // namespace

class TestCursor : public QObject {
    Q_OBJECT

private slots:
    void showsWhatTheViewTypeShows_data()
    {
        QTest::addColumn<int>("view");
        QTest::addColumn<QStringList>("records");
        const auto row = [](const std::string &text) { return QString::fromStdString(text); };
        const std::string keys = " [" + json("a", 1) + "]";
        const std::string one = json("a", 1, "one");
        const std::string two = json("a", 1, "two");
        QTest::newRow("KEYS_ONLY") << static_cast<int>(StreamViewType::KeysOnly)
                                   << QStringList{row("INSERT" + keys), row("MODIFY" + keys), row("REMOVE" + keys)};
        QTest::newRow("NEW_IMAGE") << static_cast<int>(StreamViewType::NewImage)
                                   << QStringList{row("INSERT new " + one), row("MODIFY new " + two), row("REMOVE" + keys)};
        QTest::newRow("OLD_IMAGE") << static_cast<int>(StreamViewType::OldImage)
                                   << QStringList{row("INSERT" + keys), row("MODIFY old " + one), row("REMOVE old " + two)};
        QTest::newRow("NEW_AND_OLD_IMAGES")
            << static_cast<int>(StreamViewType::NewAndOldImages)
            << QStringList{row("INSERT new " + one), row("MODIFY old " + one + " new " + two), row("REMOVE old " + two)};
    }

    void showsWhatTheViewTypeShows()
    {
        QFETCH(const int, view);
        QFETCH(const QStringList, records);
        RegionHarness harness;
        const TableHandle table = harness.create(tableWithStream("Music", static_cast<StreamViewType>(view)));
        QVERIFY(harness.put(table, album("a", 1, "one")).ok());
        QVERIFY(harness.put(table, album("a", 1, "one")).ok()); // changes nothing
        QVERIFY(harness.put(table, album("a", 1, "two")).ok());
        QVERIFY(harness.removeItem(table, album("a", 1)).ok());
        QVERIFY(harness.removeItem(table, album("a", 1)).ok()); // there is nothing to remove
        QStringList found;
        for (const std::string &each : allRecords(*harness.region, "Music"))
            found.append(QString::fromStdString(each));
        QCOMPARE(found, records);
    }

    void goesOnWhenThereIsMore()
    {
        RegionHarness harness;
        const TableHandle table = harness.create(tableWithStream("Music", StreamViewType::KeysOnly));
        const auto stream = latestStream(*harness.region, "Music");
        Cursor cursor(stream, streams::afterLast(*stream));
        QVERIFY(readAll(cursor).empty());
        int wakes = 0;
        stream->whenAfter(cursor.readThrough(), [&] { ++wakes; });
        QCOMPARE(wakes, 0);
        QVERIFY(harness.put(table, album("a", 1)).ok());
        QCOMPARE(wakes, 1);
        QVERIFY(harness.put(table, album("b", 1)).ok());
        QCOMPARE(wakes, 1);
        QCOMPARE(readAll(cursor), (Texts{"INSERT [" + json("a", 1) + "]", "INSERT [" + json("b", 1) + "]"}));
        QVERIFY(readAll(cursor).empty());
        QVERIFY(!cursor.isAtEnd());
    }

    void placesOutliveRestartsAndCrashes()
    {
        RegionHarness harness;
        TableHandle table = harness.create(tableWithStream("Music", StreamViewType::NewImage));
        for (int i = 0; i < 100; ++i)
            QVERIFY(harness.put(table, album("a", i, "title")).ok());
        streams::RecordPlace place;
        {
            const auto stream = latestStream(*harness.region, "Music");
            Cursor cursor(stream, streams::oldest(*stream));
            encoding::RecordView record;
            for (int i = 0; i < 40; ++i)
                QVERIFY(*cursor.next(record));
            place = cursor.place();
        }
        table.reset();
        for (const bool isCrash : {false, true}) {
            if (isCrash)
                harness.crash();
            else
                harness.restart();
            const auto stream = latestStream(*harness.region, "Music");
            Cursor cursor(stream, place);
            const auto rest = readAll(cursor);
            QCOMPARE(rest.size(), std::size_t(60));
            QCOMPARE(rest.front(), "INSERT new " + json("a", 40, "title"));
            QCOMPARE(allRecords(*harness.region, "Music").size(), std::size_t(100));
        }
        table = harness.region->findTable("Music");
        QVERIFY(harness.put(table, album("b", 1)).ok());
        table.reset();
        QCOMPARE(allRecords(*harness.region, "Music").size(), std::size_t(101));
    }

    void transactionsAreWhole()
    {
        RegionHarness harness;
        const TableHandle music = harness.create(tableWithStream("Music", StreamViewType::KeysOnly));
        const TableHandle films = harness.create(tableWithStream("Films", StreamViewType::KeysOnly));
        engine::WriteSet set;
        set.isTransaction = true;
        for (int i = 0; i < 3; ++i) {
            set.writes.push_back(RegionHarness::writeOf(music, makeItem(album("m", i)), engine::putGiven()));
            set.writes.push_back(RegionHarness::writeOf(films, makeItem(album("f", i)), engine::putGiven()));
        }
        QVERIFY(harness.write(std::move(set)).ok());
        for (const char *name : {"Music", "Films"}) {
            const auto stream = latestStream(*harness.region, name);
            Cursor cursor(stream, streams::oldest(*stream));
            encoding::RecordView record;
            std::vector<streams::RecordPlace> places;
            while (*cursor.next(record))
                places.push_back(record.place);
            QCOMPARE(places.size(), std::size_t(3));
            QCOMPARE(places.front().position.lsn, places.back().position.lsn);
            QVERIFY(places[0] < places[1] && places[1] < places[2]);
        }
    }

    void endsWithItsStream()
    {
        RegionHarness harness;
        const TableHandle table = harness.create(tableWithStream("Music", StreamViewType::KeysOnly));
        QVERIFY(harness.put(table, album("a", 1)).ok());
        const auto first = latestStream(*harness.region, "Music");
        Cursor cursor(first, streams::oldest(*first));
        QCOMPARE(readAll(cursor).size(), std::size_t(1));
        QVERIFY(!cursor.isAtEnd());
        int wakes = 0;
        first->whenAfter(cursor.readThrough(), [&] { ++wakes; });

        const auto disable = [](model::TableDefinition definition) {
            definition.stream.status = model::StreamStatus::Disabling;
            return Result<model::TableDefinition>(definition);
        };
        QVERIFY(harness.update("Music", disable).ok());
        QCOMPARE(wakes, 1);
        QVERIFY(first->isClosed());
        QVERIFY(harness.put(harness.region->findTable("Music"), album("b", 1)).ok());
        QVERIFY(readAll(cursor).empty());
        QVERIFY(cursor.isAtEnd());

        const auto enable = [](model::TableDefinition definition) {
            definition.stream = {model::StreamStatus::Enabling, StreamViewType::NewImage, 0};
            return Result<model::TableDefinition>(definition);
        };
        QVERIFY(harness.update("Music", enable).ok());
        QVERIFY(harness.put(harness.region->findTable("Music"), album("c", 1)).ok());
        const auto second = latestStream(*harness.region, "Music");
        QVERIFY(second->description().created > first->description().created);
        QCOMPARE(allRecords(*harness.region, "Music"), (Texts{"INSERT new " + json("c", 1)}));

        QVERIFY(harness.remove("Music").ok());
        QVERIFY(second->isClosed());
        QCOMPARE(harness.region->streams().size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestCursor)
#include "tst_cursor.moc"
