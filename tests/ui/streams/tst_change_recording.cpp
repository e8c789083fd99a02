// Recordings: written beside an older file, read back exactly, played at their pace, cut off ones included.
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "base/executor.h"
#include "features/streams/change_pages.h"
#include "features/streams/recording.h"
#include "features/streams/recording_source.h"
#include "ui/streams/fake_stream.h"

using namespace stator;
using namespace stator::ui;

namespace {

std::vector<ChangePointer> changes(int count)
{
    test::FakeStream stream;
    stream.addShard("aaaaaaaa");
    std::vector<ChangePointer> made;
    for (int i = 0; i < count; ++i) {
        auto change = std::make_shared<ChangeRecord>();
        change->record = stream.add("aaaaaaaa", 1000 + i, "k" + std::to_string(i),
                                    "{'pk':{'S':'a'},'n':{'N':'12345678901234567890123456789012345678'}}",
                                    "{'pk':{'S':'a'},'s':{'SS':['x','y']},'b':{'B':'AAEC'}}");
        change->record.userIdentity.emplace();
        change->record.userIdentity->type = "Service";
        change->record.userIdentity->principalId = "dynamodb.amazonaws.com";
        made.push_back(std::move(change));
    }
    return made;
}

struct Stand {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("changes.jsonl"));
    std::shared_ptr<ManualExecutor> executor = std::make_shared<ManualExecutor>();
    ServiceClient client{std::make_shared<test::FakeStream>(), executor, "us-east-1"};
    std::vector<ChangePointer> seen;
    std::vector<Error> failures;

    Result<void> record(int count)
    {
        RecordingWriter writer(path);
        STATOR_CHECK(writer.open());
        STATOR_CHECK(writer.write(changes(count)));
        return writer.close();
    }
    void watch(RecordingSource &source)
    {
        QObject::connect(&source, &ChangeSource::arrived, &source,
                         [this](const ChangeBatch &batch) { seen.insert(seen.end(), batch.changes.begin(), batch.changes.end()); });
        QObject::connect(&source, &ChangeSource::failed, &source, [this](const Error &error) { failures.push_back(error); });
    }
    void settle()
    {
        for (int i = 0; i < 20; ++i) {
            executor->runAll();
            QCoreApplication::processEvents();
        }
    }
};

} // namespace

class TestChangeRecording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsARecordExactly()
    {
        const ChangePointer change = changes(1).front();
        ChangeOrigins origins;
        const auto read = recordFromJson(recordJson(*change), origins);
        QVERIFY(read.ok());
        QCOMPARE(recordJson(*read), recordJson(*change));
        QVERIFY(read->before()->bytes() == change->before()->bytes());
        QVERIFY(read->after()->bytes() == change->after()->bytes());
        QCOMPARE(causeText(*read), QStringLiteral("Time to Live"));
    }

    void tellsTheTableOfEachRecord()
    {
        const auto usual = std::make_shared<ChangeOrigin>(ChangeOrigin{test::FakeStream::kArn, "Shop", {{{"sk"}}, {{"pk"}}}});
        ChangeRecord change = *changes(1).front();
        change.origin = usual;
        ChangeOrigins anyTable;
        const auto elsewhere = recordFromJson(recordJson(change), anyTable);
        QVERIFY(elsewhere.ok());
        QCOMPARE(std::string(tableOf(*elsewhere)), std::string("Shop"));
        QCOMPARE(recordJson(*elsewhere), recordJson(change));
        // Of the page's own table the order of the keys is known.
        ChangeOrigins ofTable(usual);
        const auto here = recordFromJson(recordJson(change), ofTable);
        QVERIFY(here.ok() && changeKeyText(*here) == changeKeyText(change) && changeKeyText(*here) != changeKeyText(*elsewhere));
        // A file of GetRecords' own records tells none.
        change.origin = nullptr;
        const auto untold = recordFromJson(recordJson(change), ofTable);
        QVERIFY(untold.ok() && untold->origin == usual);
    }

    void refusesWhatIsNoRecord()
    {
        ChangeOrigins origins;
        QVERIFY(!recordFromJson("{}", origins).ok());
        QVERIFY(!recordFromJson("{\"dynamodb\":{}}", origins).ok());
        QVERIFY(!recordFromJson("no JSON", origins).ok());
    }

    void leavesAnOlderFileWholeUntilItIsClosed()
    {
        Stand stand;
        QVERIFY(stand.record(2).ok());
        RecordingWriter writer(stand.path);
        QVERIFY(writer.open().ok());
        QVERIFY(writer.write(changes(5)).ok());
        QFile older(stand.path);
        QVERIFY(older.open(QIODevice::ReadOnly));
        QCOMPARE(older.readAll().count('\n'), 2);
        older.close();
        QVERIFY(writer.close().ok());
        QVERIFY(older.open(QIODevice::ReadOnly));
        QCOMPARE(older.readAll().count('\n'), 5);
    }

    void playsBackAtOnce()
    {
        Stand stand;
        QVERIFY(stand.record(50).ok());
        RecordingSource source(stand.client, stand.path, 0);
        stand.watch(source);
        source.readOn(20);
        stand.settle();
        QCOMPARE(stand.seen.size(), std::size_t{20});
        source.readOn(1000);
        stand.settle();
        QCOMPARE(stand.seen.size(), std::size_t{50});
        QVERIFY(source.isAtEnd());
        QVERIFY(stand.failures.empty());
    }

    void playsAtThePaceOfTheRecording()
    {
        Stand stand;
        QVERIFY(stand.record(50).ok()); // one a second
        RecordingSource source(stand.client, stand.path, 1);
        stand.watch(source);
        source.readOn(1000);
        stand.settle();
        QCOMPARE(stand.seen.size(), std::size_t{1}); // the clock starts with the first
        QVERIFY(!source.isAtEnd());
        QVERIFY(source.nowSeconds() >= 1000);
        source.setSpeed(0);
        source.readOn(1000);
        stand.settle();
        QCOMPARE(stand.seen.size(), std::size_t{50});
    }

    // What came all at once is ahead of the clock, which goes on behind it.
    void goesOnFromWhereItsSpeedIsChanged()
    {
        Stand stand;
        QVERIFY(stand.record(50).ok());
        RecordingSource source(stand.client, stand.path, 0);
        stand.watch(source);
        source.readOn(20);
        stand.settle();
        QCOMPARE(stand.seen.size(), std::size_t{20});
        source.setSpeed(1);
        QVERIFY(source.nowSeconds() >= stand.seen.back()->timeSeconds());
        source.readOn(1000);
        stand.settle();
        QVERIFY(stand.seen.size() < 30); // one a second
        QVERIFY(!source.isAtEnd());
    }

    void readsRowsAgainByTheirPlace()
    {
        Stand stand;
        QVERIFY(stand.record(30).ok());
        RecordingSource source(stand.client, stand.path, 0);
        stand.watch(source);
        source.readOn(1000);
        stand.settle();
        const std::vector<ChangeSpan> spans{{0, positionOf(*stand.seen[10]), positionOf(*stand.seen[19])}};
        std::vector<ChangePointer> again;
        source.readAgain(spans, [&again](Result<std::vector<ChangePointer>> answer) {
            if (answer.ok())
                again = std::move(*answer);
        });
        stand.settle();
        QCOMPARE(again.size(), std::size_t{10});
        QVERIFY(again.front()->sequence() == stand.seen[10]->sequence());
    }

    void playsARecordingThatWasCutOff()
    {
        Stand stand;
        QVERIFY(stand.record(3).ok());
        QFile file(stand.path);
        QVERIFY(file.resize(file.size() - 20));
        RecordingSource source(stand.client, stand.path, 0);
        stand.watch(source);
        source.readOn(1000);
        stand.settle();
        QCOMPARE(stand.seen.size(), std::size_t{2});
        QVERIFY(source.isAtEnd());
        QVERIFY(stand.failures.empty());
    }

    void saysThatAFileIsNoRecording()
    {
        Stand stand;
        QFile file(stand.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("hello\n");
        file.close();
        RecordingSource source(stand.client, stand.path, 0);
        stand.watch(source);
        source.readOn(1000);
        stand.settle();
        QCOMPARE(stand.failures.size(), std::size_t{1});
        QVERIFY(source.isAtEnd());
    }
};

QTEST_GUILESS_MAIN(TestChangeRecording)
#include "tst_change_recording.moc"
