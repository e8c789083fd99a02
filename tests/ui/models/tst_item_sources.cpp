#include <QtCore/QCoreApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "base/executor.h"
#include "models/row_index.h"
#include "models/segment_source.h"
#include "models/sequential_source.h"
#include "models/vector_source.h"
#include "support/paged_service.h"

using namespace stator;
using namespace stator::ui;

namespace {

// Runs what was asked, on this thread, and delivers the answers.
class Wire {
public:
    std::shared_ptr<testing::PagedService> service = std::make_shared<testing::PagedService>();
    std::shared_ptr<ManualExecutor> executor = std::make_shared<ManualExecutor>();

    ServiceClient client() const { return ServiceClient(service, executor, "us-east-1"); }
    void settle(int rounds = 50) const
    {
        for (int i = 0; i < rounds; ++i) {
            executor->runAll();
            QCoreApplication::processEvents();
        }
    }
    bool answerOne() const
    {
        const bool did = executor->runOne();
        QCoreApplication::processEvents();
        return did;
    }
};

QString textOf(const ItemSource &source, std::int64_t row)
{
    const auto there = source.row(row);
    if (!there)
        return QStringLiteral("-");
    const auto item = there->item();
    return QString::fromStdString(std::string(item.attribute("pk")->text()) + "/"
                                  + model::numberText(item.attribute("n")->numberBytes()));
}

// Remembers every loaded row by its item and follows the source's signals: no item may change its row unseen.
class RowWatch {
public:
    explicit RowWatch(ItemSource &source) : m_source(source), m_rows(static_cast<std::size_t>(source.rowCount()))
    {
        QObject::connect(&source, &ItemSource::rowsInserted, &m_context, [this](std::int64_t first, std::int64_t count) {
            m_rows.insert(m_rows.begin() + first, static_cast<std::size_t>(count), QString());
        });
        QObject::connect(&source, &ItemSource::rowsRemoved, &m_context, [this](std::int64_t first, std::int64_t count) {
            m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + count);
        });
    }
    // Empty: every row that was loaded still shows the same item.
    QString firstDifference()
    {
        if (static_cast<std::int64_t>(m_rows.size()) != m_source.rowCount())
            return QStringLiteral("%1 rows announced, %2 there").arg(m_rows.size()).arg(m_source.rowCount());
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const QString now = textOf(m_source, static_cast<std::int64_t>(i));
            if (!m_rows[i].isEmpty() && now != QStringLiteral("-") && now != m_rows[i])
                return QStringLiteral("row %1 was %2 and is %3").arg(i).arg(m_rows[i], now);
            if (now != QStringLiteral("-"))
                m_rows[i] = now;
        }
        return {};
    }

private:
    ItemSource &m_source;
    std::vector<QString> m_rows;
    QObject m_context;
};

// Knows three items near anything.
class NearService : public service::Service {
public:
    void searchVectors(api::SearchVectorsRequest request, service::Call, Completion<api::SearchVectorsResponse> done) override
    {
        api::SearchVectorsResponse response;
        response.searchResults.emplace();
        for (int i = 0; i < std::min(request.topK, 3); ++i) {
            api::SearchResultItem result;
            result.item = testing::numberedItem(0, i);
            result.score = 0.25 * i;
            response.searchResults->push_back(std::move(result));
        }
        response.consumedCapacity.emplace();
        response.consumedCapacity->vectorSearchRequestBytes = 4096;
        done(std::move(response));
    }
};

} // namespace

class TestItemSources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheNearestItemsWithTheirScores()
    {
        const auto executor = std::make_shared<ManualExecutor>();
        api::SearchVectorsRequest search;
        search.topK = 2;
        VectorSource source(ServiceClient(std::make_shared<NearService>(), executor, "us-east-1"), search);
        QVERIFY(source.hasScores() && source.rowCount() == 0);
        source.want(0, 10);
        executor->runAll();
        QTRY_COMPARE(source.rowCount(), 2);
        QCOMPARE(textOf(source, 1), QStringLiteral("p0/1"));
        QCOMPARE(source.score(1), std::optional(0.25));
        QCOMPARE(source.score(2), std::nullopt);
        QCOMPARE(source.totals().searchedBytes, 4096);
        QVERIFY(!source.hasMore());
    }

    void findsSegmentsOfRowsWhileTheirCountsChange()
    {
        RowIndex rows;
        rows.reset(7, 100);
        QCOMPARE(rows.rowCount(), 100);
        rows.setCount(0, 0);
        rows.setCount(3, 1000);
        rows.setCount(6, 0);
        std::int64_t row = 0;
        for (int segment = 0; segment < rows.segmentCount(); ++segment) {
            QCOMPARE(rows.firstRow(segment), row);
            for (int i = 0; i < rows.count(segment); ++i)
                QCOMPARE(rows.segmentAt(row++), segment);
        }
        QCOMPARE(row, rows.rowCount());
    }

    void readsOnlyWhatIsWanted()
    {
        Wire wire;
        wire.service->itemsOfSegment = [](int, int) { return 100; };
        SegmentSource source(wire.client(), {}, 100'000);
        QCOMPARE(source.rowCount(), 100'000);
        source.want(50'000, 50'040);
        wire.settle();
        QVERIFY(source.row(50'000));
        QVERIFY(!source.row(0));
        QVERIFY(wire.service->requests <= 4);
    }

    // One partition holds half of the table: its segment is far larger than the estimate, the others smaller.
    void keepsRowsInPlaceWhenSegmentsAreUneven()
    {
        Wire wire;
        wire.service->itemsOfSegment = [](int segment, int segments) {
            return segment == segments / 2 ? 5'000 : 30 + segment % 40;
        };
        SegmentSource source(wire.client(), {}, 10'000);
        RowWatch watch(source);
        for (const std::int64_t from : {0, 4'980, 5'200, 9'900, 5'400, 300, 5'600, 5'800, 0}) {
            source.want(from, from + 40);
            wire.settle();
            QCOMPARE(watch.firstDifference(), QString());
        }
        QVERIFY(source.row(0));
    }

    void countsATableExactlyOnceEverySegmentWasSeen()
    {
        Wire wire;
        wire.service->itemsOfSegment = [](int segment, int) { return segment * 13 % 50; };
        SegmentSource source(wire.client(), {}, 1'000);
        for (std::int64_t row = 0; source.isEstimate() && row < 20'000; row += 25) {
            source.want(row % std::max<std::int64_t>(source.rowCount(), 1), row % std::max<std::int64_t>(source.rowCount(), 1) + 25);
            wire.settle(8);
        }
        int expected = 0;
        for (int segment = 0; segment < 10; ++segment)
            expected += segment * 13 % 50;
        QVERIFY(!source.isEstimate());
        QCOMPARE(source.rowCount(), expected);
        QCOMPARE(source.totals().found, static_cast<std::uint64_t>(expected));
    }

    void dropsAnswersForWhatHasScrolledAway()
    {
        Wire wire;
        wire.service->itemsOfSegment = [](int, int) { return 100; };
        SegmentSource source(wire.client(), {}, 100'000);
        for (std::int64_t row = 0; row < 90'000; row += 10'000)
            source.want(row, row + 40);
        wire.settle();
        QVERIFY(source.row(80'000));
        QVERIFY(!source.row(10'000));
    }

    void showsAFailureAndGoesOnAfterRetry()
    {
        Wire wire;
        wire.service->itemsOfSegment = [](int, int) { return 100; };
        wire.service->isBroken = true;
        SegmentSource source(wire.client(), {}, 1'000);
        source.want(0, 40);
        wire.settle();
        QVERIFY(source.error().has_value());
        wire.service->isBroken = false;
        source.retry();
        wire.settle();
        QVERIFY(!source.error());
        QVERIFY(source.row(0));
    }

    void announcesAPageOnceThoughItIsReadAgain()
    {
        Wire wire;
        wire.service->itemsOfSegment = [](int, int) { return 100; };
        SegmentSource source(wire.client(), {}, 100'000);
        QSignalSpy pages(&source, &ItemSource::pageCame);
        for (std::int64_t row = 0; row < 60'000; row += 300) {
            source.want(row, row + 40);
            wire.settle(3);
        }
        const auto seen = pages.size();
        QVERIFY(!source.row(0)); // forgotten: too many segments were read since
        source.want(0, 40);
        wire.settle(3);
        QVERIFY(source.row(0));
        QCOMPARE(pages.size(), seen);
    }

    void readsOnUntilAScreenfulMatches()
    {
        Wire wire;
        wire.service->totalItems = 100'000;
        wire.service->pageItems = 1'000;
        wire.service->matchEvery = 500;
        api::ScanRequest scan;
        scan.filterExpression = "n > :n";
        SequentialSource source(wire.client(), scan);
        source.want(0, 40);
        wire.settle(200);
        QVERIFY(source.rowCount() >= 100);
        QVERIFY(source.hasMore());
        QCOMPARE(source.totals().scanned, static_cast<std::uint64_t>(source.rowCount()) * 500);
        QCOMPARE(textOf(source, 0), QStringLiteral("p0/499"));
    }

    void stopsWhereItIsAndGoesOnFromThere()
    {
        Wire wire;
        wire.service->totalItems = 100'000;
        wire.service->pageItems = 1'000;
        wire.service->matchEvery = 10'000;
        api::ScanRequest scan;
        scan.filterExpression = "n > :n";
        SequentialSource source(wire.client(), scan);
        source.want(0, 40);
        for (int i = 0; i < 15; ++i)
            wire.answerOne();
        source.cancel();
        const auto scanned = source.totals().scanned;
        QVERIFY(scanned > 0);
        source.want(0, 40); // a repaint does not start it again
        wire.settle();
        QCOMPARE(source.totals().scanned, scanned);
        source.loadMore();
        wire.settle(300);
        QCOMPARE(source.totals().scanned, 100'000u);
        QCOMPARE(source.rowCount(), 10);
        QVERIFY(!source.hasMore());
    }

    void readsOnePageAtATimeWhenTheQueryHasALimit()
    {
        Wire wire;
        wire.service->totalItems = 95;
        api::QueryRequest query;
        query.limit = 10;
        SequentialSource source(wire.client(), query);
        source.want(0, 40);
        wire.settle();
        QCOMPARE(source.rowCount(), 10);
        source.want(0, 40);
        wire.settle();
        QCOMPARE(source.rowCount(), 10);
        source.loadMore();
        wire.settle();
        QCOMPARE(source.rowCount(), 20);
    }

    void replacesOneItemAndMovesNone()
    {
        Wire wire;
        wire.service->totalItems = 50;
        SequentialSource source(wire.client(), api::QueryRequest());
        source.want(0, 40);
        wire.settle();
        RowWatch watch(source);
        QCOMPARE(watch.firstDifference(), QString());
        QSignalSpy changes(&source, &ItemSource::rowsChanged);
        source.replace(7, testing::numberedItem(9, 7));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(textOf(source, 7), QStringLiteral("p9/7"));
        QCOMPARE(textOf(source, 8), QStringLiteral("p0/8"));
    }
};

QTEST_GUILESS_MAIN(TestItemSources)
#include "tst_item_sources.moc"
