// A cursor over a stored stream: lineage, order over shards, expired iterators, trimmed records, reading again.
#include <QtCore/QCoreApplication>
#include <QtTest/QTest>

#include "base/executor.h"
#include "features/streams/change_pages.h"
#include "features/streams/stream_source.h"
#include "ui/streams/fake_stream.h"

using namespace stator;
using namespace stator::ui;
using stator::test::FakeStream;

namespace {

struct Stand {
    std::shared_ptr<FakeStream> stream = std::make_shared<FakeStream>();
    std::shared_ptr<ManualExecutor> executor = std::make_shared<ManualExecutor>();
    ServiceClient client{stream, executor, "us-east-1"};
    std::shared_ptr<ShardNames> names = std::make_shared<ShardNames>();
    std::unique_ptr<StreamSource> source;
    std::vector<ChangePointer> seen;
    std::vector<ChangeBatch> batches;
    int rests = 0;
    int trims = 0;
    std::vector<Error> failures;

    StreamSource &open(StreamSource::Start start, StreamSource::Position position = {})
    {
        source = std::make_unique<StreamSource>(client, FakeStream::kArn, names, start, std::move(position));
        QObject::connect(source.get(), &ChangeSource::arrived, source.get(), [this](const ChangeBatch &batch) {
            batches.push_back(batch);
            seen.insert(seen.end(), batch.changes.begin(), batch.changes.end());
        });
        QObject::connect(source.get(), &ChangeSource::rested, source.get(), [this] { ++rests; });
        QObject::connect(source.get(), &ChangeSource::trimmed, source.get(), [this] { ++trims; });
        QObject::connect(source.get(), &ChangeSource::failed, source.get(), [this](const Error &error) { failures.push_back(error); });
        return *source;
    }
    void read(std::int64_t most = 100'000)
    {
        source->readOn(most);
        settle();
    }
    void settle()
    {
        for (int i = 0; i < 400; ++i) {
            executor->runAll();
            QCoreApplication::processEvents();
        }
    }
    // Numbers of the sequence, in the order they came.
    QList<int> numbers() const
    {
        QList<int> all;
        for (const ChangePointer &change : seen)
            all.append(static_cast<int>(std::stoll(std::string(change->sequence().substr(1)))));
        return all;
    }
};

} // namespace

class TestStreamSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsFromTheOldestAndOn()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addInserts("aaaaaaaa", 3, 100);
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        QCOMPARE(stand.numbers(), (QList<int>{1, 2, 3}));
        QVERIFY(stand.source->isAtEnd());
        stand.stream->addInserts("aaaaaaaa", 2, 200);
        stand.read();
        QCOMPARE(stand.numbers(), (QList<int>{1, 2, 3, 4, 5}));
        QCOMPARE(stand.stream->iteratorRequests, 1);
    }

    void beginsWithWhatIsNew()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addInserts("aaaaaaaa", 3, 100);
        stand.open(StreamSource::Start::Newest);
        stand.read();
        QVERIFY(stand.seen.empty());
        stand.stream->addInserts("aaaaaaaa", 1, 4e9);
        stand.read();
        QCOMPARE(stand.numbers(), (QList<int>{4}));
    }

    void mergesShardsByTime()
    {
        Stand stand;
        for (const char *name : {"aaaaaaaa", "bbbbbbbb", "cccccccc"})
            stand.stream->addShard(name);
        for (int i = 0; i < 30; ++i) {
            static constexpr const char *kShards[] = {"aaaaaaaa", "bbbbbbbb", "cccccccc"};
            stand.stream->addInserts(kShards[i * 7 % 3], 1, 100 + i);
        }
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        QList<int> inOrder;
        for (int i = 1; i <= 30; ++i)
            inOrder.append(i);
        QCOMPARE(stand.numbers(), inOrder);
    }

    // One shard has more than a page, another is read to its end at once: its later records must wait their turn.
    void keepsTheOrderOverManyPages()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addShard("bbbbbbbb");
        stand.stream->addInserts("aaaaaaaa", 2500, 100); // until 102.5
        stand.stream->addInserts("bbbbbbbb", 1, 101.2501);
        stand.stream->addInserts("bbbbbbbb", 1, 102.9);
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        QCOMPARE(stand.seen.size(), std::size_t{2502});
        for (std::size_t i = 1; i < stand.seen.size(); ++i)
            QVERIFY(stand.seen[i - 1]->timeSeconds() <= stand.seen[i]->timeSeconds());
    }

    void readsParentsBeforeChildren()
    {
        Stand stand;
        stand.stream->addShard("bbbbbbbb", "aaaaaaaa"); // listed before its parent, on another page
        stand.stream->addShard("cccccccc", "aaaaaaaa");
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addInserts("aaaaaaaa", 1500, 100);
        stand.stream->shard("aaaaaaaa").isClosed = true;
        // Clocks differ: the children's records seem older.
        stand.stream->addInserts("bbbbbbbb", 2, 50);
        stand.stream->addInserts("cccccccc", 2, 60);
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        QCOMPARE(stand.seen.size(), std::size_t{1504});
        for (int i = 0; i < 1500; ++i)
            QCOMPARE(stand.numbers().at(i), i + 1);
    }

    void followsASplitWhileItWatches()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.open(StreamSource::Start::Newest);
        stand.read();
        stand.stream->addInserts("aaaaaaaa", 1, 4e9);
        stand.stream->shard("aaaaaaaa").isClosed = true;
        stand.stream->addShard("bbbbbbbb", "aaaaaaaa");
        stand.stream->addInserts("bbbbbbbb", 2, 4e9 + 1);
        stand.read();
        QCOMPARE(stand.numbers(), (QList<int>{1, 2, 3}));
    }

    void takesExpiredIteratorsAgain()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addInserts("aaaaaaaa", 3, 100);
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        stand.stream->expireIterators();
        stand.stream->addInserts("aaaaaaaa", 1, 200);
        stand.read();
        QCOMPARE(stand.numbers(), (QList<int>{1, 2, 3, 4}));
        QVERIFY(stand.failures.empty());
    }

    // An iterator for what is new that expires before it met a record has no sequence number to come back to.
    void losesNothingWhenTheFirstIteratorExpires()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addInserts("aaaaaaaa", 3, 100);
        stand.open(StreamSource::Start::Newest);
        stand.read();
        stand.stream->addInserts("aaaaaaaa", 1, 4e9);
        stand.stream->expireIterators();
        stand.read();
        QCOMPARE(stand.numbers(), (QList<int>{4}));
    }

    void saysThatRecordsAreNoLongerKept()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addInserts("aaaaaaaa", 3, 100);
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        stand.stream->addInserts("aaaaaaaa", 5, 200);
        stand.stream->shard("aaaaaaaa").trimmed = 6;
        stand.stream->expireIterators();
        stand.read();
        QCOMPARE(stand.trims, 1);
        stand.read(); // and asks no more
        QCOMPARE(stand.trims, 1);
        stand.open(StreamSource::Start::Oldest);
        stand.seen.clear();
        stand.read();
        QCOMPARE(stand.numbers(), (QList<int>{7, 8}));
    }

    void goesOnAfterAFailure()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addInserts("aaaaaaaa", 3, 100);
        stand.stream->failure = Error{ErrorCode::Throttling, "Rate exceeded", {}};
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        QCOMPARE(stand.failures.size(), std::size_t{1});
        QVERIFY(!stand.source->isReading());
        stand.stream->failure.reset();
        stand.read();
        QCOMPARE(stand.numbers(), (QList<int>{1, 2, 3}));
    }

    void stopsAtItsBudgetAndGoesOn()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addInserts("aaaaaaaa", 3500, 100);
        stand.open(StreamSource::Start::Oldest);
        stand.read(1500);
        QCOMPARE(stand.seen.size(), std::size_t{2000}); // whole pages
        QVERIFY(!stand.source->isAtEnd());
        stand.read();
        QCOMPARE(stand.seen.size(), std::size_t{3500});
        QCOMPARE(stand.rests, 2);
    }

    void goesBackToAPosition()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addInserts("aaaaaaaa", 3, 100);
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        const auto position = stand.source->position();
        const auto beginning = stand.source->beginning();
        stand.stream->addInserts("aaaaaaaa", 2, 200);
        stand.read();
        stand.seen.clear();
        stand.open(StreamSource::Start::Newest, position);
        stand.read();
        QCOMPARE(stand.numbers(), (QList<int>{4, 5}));
        stand.seen.clear();
        stand.open(StreamSource::Start::Newest, beginning);
        stand.read();
        QCOMPARE(stand.numbers(), (QList<int>{1, 2, 3, 4, 5}));
    }

    void countsWhatIsBeforeAnEnd()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addInserts("aaaaaaaa", 3, 100);
        stand.stream->addInserts("aaaaaaaa", 4, 200);
        stand.open(StreamSource::Start::Oldest).setEnd(150);
        stand.read();
        QCOMPARE(stand.numbers(), (QList<int>{1, 2, 3}));
    }

    void filtersAndCountsAllTheSame()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addInserts("aaaaaaaa", 20, 100);
        auto filter = std::make_shared<ChangeFilter>();
        filter->key = QStringLiteral("k7");
        stand.open(StreamSource::Start::Oldest).setFilter(filter);
        stand.read();
        QCOMPARE(stand.numbers(), (QList<int>{7}));
        QCOMPARE(stand.batches.front().scanned, 20);
        QCOMPARE(stand.batches.front().rates.at(100).inserts, 20);
    }

    void readsRowsAgainByPosition()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addShard("bbbbbbbb");
        for (int i = 0; i < 1000; ++i) {
            stand.stream->addInserts("aaaaaaaa", 1, 100 + i);
            stand.stream->addInserts("bbbbbbbb", 1, 100.5 + i);
        }
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        ChangePages pages(100'000); // holds a hundred records
        for (const ChangeBatch &batch : stand.batches)
            pages.append(batch);
        QCOMPARE(pages.rowCount(), 2000);
        QVERIFY(!pages.at(700));
        const auto missing = pages.askFor(700);
        QVERIFY(missing.has_value());
        QVERIFY(!pages.askFor(700)); // once
        Result<std::vector<ChangePointer>> answer = Error::internal();
        stand.source->readAgain(missing->spans, [&answer](Result<std::vector<ChangePointer>> changes) { answer = std::move(changes); });
        stand.settle();
        QVERIFY(answer.ok());
        QCOMPARE(static_cast<int>(answer->size()), missing->rows);
        QVERIFY(pages.fill(missing->page, std::move(*answer)));
        QCOMPARE(std::string(pages.at(700)->sequence()), test::sequenceText(701));
    }

    void saysThatRowsCannotBeReadAgain()
    {
        Stand stand;
        stand.stream->addShard("aaaaaaaa");
        stand.stream->addInserts("aaaaaaaa", 10, 100);
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        stand.stream->shard("aaaaaaaa").trimmed = 5;
        Result<std::vector<ChangePointer>> answer = Error::internal();
        stand.source->readAgain({{0, test::sequenceText(1), test::sequenceText(10)}},
                                [&answer](Result<std::vector<ChangePointer>> changes) { answer = std::move(changes); });
        stand.settle();
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, ErrorCode::TrimmedDataAccess);
    }
};

QTEST_GUILESS_MAIN(TestStreamSource)
#include "tst_stream_source.moc"
