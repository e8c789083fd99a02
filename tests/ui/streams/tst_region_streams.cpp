// A cursor over every stream of a region: one order, streams that begin and end, records read again.
#include <QtCore/QCoreApplication>
#include <QtTest/QTest>

#include "base/executor.h"
#include "features/streams/change_pages.h"
#include "features/streams/stream_source.h"
#include "ui/streams/fake_region.h"

using namespace stator;
using namespace stator::ui;

namespace {

struct Stand {
    std::shared_ptr<test::FakeRegion> region = std::make_shared<test::FakeRegion>();
    std::shared_ptr<ManualExecutor> executor = std::make_shared<ManualExecutor>();
    ServiceClient client{region, executor, "us-east-1"};
    std::shared_ptr<ShardNames> names = std::make_shared<ShardNames>();
    std::unique_ptr<StreamSource> source;
    std::vector<ChangePointer> seen;
    ChangePages pages;
    std::vector<Error> failures;

    void open(StreamSource::Start start)
    {
        source = std::make_unique<StreamSource>(client, std::string(), names, start);
        QObject::connect(source.get(), &ChangeSource::arrived, source.get(), [this](const ChangeBatch &batch) {
            pages.append(batch);
            seen.insert(seen.end(), batch.changes.begin(), batch.changes.end());
        });
        QObject::connect(source.get(), &ChangeSource::failed, source.get(), [this](const Error &error) { failures.push_back(error); });
    }
    void settle()
    {
        for (int i = 0; i < 200; ++i) {
            executor->runAll();
            QCoreApplication::processEvents();
        }
    }
    void read()
    {
        source->readOn(100'000);
        settle();
    }
    // "Shop k1, Users k1": tables and keys, in the order they came.
    QStringList told() const
    {
        QStringList all;
        for (const ChangePointer &change : seen)
            all.append(QString::fromStdString(std::string(tableOf(*change))) + u' ' + changeKeyText(*change));
        return all;
    }
};

} // namespace

class TestRegionStreams : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mergesTheStreamsOfAllTables()
    {
        Stand stand;
        auto &shop = stand.region->addTable("Shop");
        auto &users = stand.region->addTable("Users");
        auto &jobs = stand.region->addTable("Jobs"); // on ListStreams' second page
        shop.addInserts("Shop", 1, 100);
        jobs.addInserts("Jobs", 1, 101);
        users.addInserts("Users", 1, 102);
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        QCOMPARE(stand.told(), (QStringList{"Shop k1 · x", "Jobs k1 · x", "Users k1 · x"}));
        QVERIFY(stand.source->isAtEnd());
        QCOMPARE(stand.source->openShards(), std::size_t{3});
    }

    void takesInAStreamThatBeginsLater()
    {
        Stand stand;
        stand.region->addTable("Shop").addInserts("Shop", 1, 100);
        stand.open(StreamSource::Start::Newest);
        stand.read();
        QVERIFY(stand.seen.empty());
        stand.region->addTable("Users").addInserts("Users", 2, 200);
        // Streams are looked for once a second; what a new one holds is new.
        QTRY_COMPARE_WITH_TIMEOUT((stand.read(), stand.told()), (QStringList{"Users k1 · x", "Users k2 · x"}), 20'000);
    }

    void looksUpAStreamAgainOnlyWhenItChanged()
    {
        Stand stand;
        auto &shop = stand.region->addTable("Shop");
        auto &users = stand.region->addTable("Users");
        shop.addInserts("Shop", 1, 100);
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        QCOMPARE(users.describeRequests, 1);
        shop.shards.front().isClosed = true;
        shop.addShard("child", "Shop");
        shop.addInserts("child", 1, 300);
        stand.read();
        stand.read();
        QCOMPARE(stand.told().last(), QStringLiteral("Shop k2 · x"));
        QCOMPARE(shop.describeRequests, 2);
        QCOMPARE(users.describeRequests, 1);
    }

    void passesOverAStreamThatIsGone()
    {
        Stand stand;
        stand.region->addTable("Shop");
        auto &users = stand.region->addTable("Users");
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        stand.region->remove("Shop");
        users.addInserts("Users", 1, 100);
        stand.read();
        QCOMPARE(stand.told(), (QStringList{"Users k1 · x"}));
        QVERIFY(stand.failures.empty());
        // Listed, and gone when it is asked about.
        stand.region->listsWhatIsGone = true;
        stand.open(StreamSource::Start::Oldest);
        stand.seen.clear();
        stand.read();
        QCOMPARE(stand.told(), (QStringList{"Users k1 · x"}));
        QVERIFY(stand.failures.empty());
    }

    void filtersByTable()
    {
        Stand stand;
        stand.region->addTable("Shop").addInserts("Shop", 2, 100);
        stand.region->addTable("Users").addInserts("Users", 2, 100);
        auto filter = std::make_shared<ChangeFilter>();
        filter->table = QStringLiteral("use");
        QCOMPARE(ChangeFilter::fromText(filter->toText()), *filter);
        stand.open(StreamSource::Start::Oldest);
        stand.source->setFilter(filter);
        stand.read();
        QCOMPARE(stand.told(), (QStringList{"Users k1 · x", "Users k2 · x"}));
    }

    void readsRowsOfAllTablesAgain()
    {
        Stand stand;
        stand.pages = ChangePages(0); // nothing stays loaded but the last page
        auto &shop = stand.region->addTable("Shop");
        auto &users = stand.region->addTable("Users");
        for (int i = 0; i < 600; ++i) {
            shop.addInserts("Shop", 1, 100 + i);
            users.addInserts("Users", 1, 100.5 + i);
        }
        stand.open(StreamSource::Start::Oldest);
        stand.read();
        QCOMPARE(stand.pages.rowCount(), std::int64_t{1200});
        QVERIFY(!stand.pages.at(1));
        const auto missing = stand.pages.askFor(1);
        QVERIFY(missing && missing->spans.size() == 2);
        std::vector<ChangePointer> again;
        stand.source->readAgain(missing->spans, [&again](Result<std::vector<ChangePointer>> rows) {
            QVERIFY(rows.ok());
            again = std::move(*rows);
        });
        stand.settle();
        QCOMPARE(std::ssize(again), std::ptrdiff_t{missing->rows});
        QCOMPARE(std::string(tableOf(*again[1])), std::string("Users"));
        QCOMPARE(changeKeyText(*again[1]), changeKeyText(*stand.seen[1]));
    }
};

QTEST_GUILESS_MAIN(TestRegionStreams)
#include "tst_region_streams.moc"
