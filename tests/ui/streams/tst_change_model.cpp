// The rows of the Live page: bounded in memory, frozen and revealed, dropped at the beginning.
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "features/streams/change_model.h"
#include "features/streams/rate_meter.h"
#include "ui/streams/fake_stream.h"

using namespace stator;
using namespace stator::ui;

namespace {

// `count` inserts, numbered from `first`.
ChangeBatch batch(int first, int count, std::int64_t bytesEach = 100)
{
    ChangeBatch made;
    for (int i = first; i < first + count; ++i) {
        auto change = std::make_shared<ChangeRecord>();
        change->record.eventName = api::OperationType::Insert;
        change->record.dynamodb.emplace();
        change->record.dynamodb->keys = test::item("{'pk':{'S':'k" + std::to_string(i) + "'}}");
        change->record.dynamodb->newImage = test::item("{'pk':{'S':'k" + std::to_string(i) + "'},'n':{'N':'1'}}");
        change->record.dynamodb->sequenceNumber = test::sequenceText(i);
        change->record.dynamodb->sizeBytes = bytesEach;
        change->record.dynamodb->approximateCreationDateTime = 1000 + i / 10;
        made.changes.push_back(std::move(change));
    }
    made.scanned = count;
    return made;
}

// Answers from a list, when it is told to.
class ListSource final : public ChangeSource {
public:
    void readOn(std::int64_t) override {}
    bool isReading() const override { return false; }
    bool isAtEnd() const override { return true; }
    void readAgain(const std::vector<ChangeSpan> &spans, Reread done) override
    {
        asked.push_back(spans);
        answers.push_back(std::move(done));
    }

    std::vector<std::vector<ChangeSpan>> asked;
    std::vector<Reread> answers;
};

} // namespace

class TestChangeModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsARecordInALine()
    {
        ChangeModel model;
        const QAbstractItemModelTester tester(&model);
        model.append(batch(1, 2));
        QCOMPARE(model.rowCount(), 2);
        const auto cell = [&model](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(cell(ChangeModel::Sign), QStringLiteral("+"));
        QCOMPARE(model.index(0, ChangeModel::Sign).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Inserted"));
        QCOMPARE(cell(ChangeModel::Key), QStringLiteral("k1"));
        QCOMPARE(cell(ChangeModel::Changed), QStringLiteral("n"));
        QCOMPARE(cell(ChangeModel::Cause), QStringLiteral("Client"));
    }

    void holdsStillWhileItIsFrozen()
    {
        ChangeModel model;
        const QAbstractItemModelTester tester(&model);
        model.append(batch(1, 10));
        model.setFrozen(true);
        model.append(batch(11, 5));
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.newerCount(), 5);
        model.revealNewer();
        QCOMPARE(model.rowCount(), 15);
        QVERIFY(model.isFrozen());
        model.append(batch(16, 1));
        model.setFrozen(false);
        QCOMPARE(model.rowCount(), 16);
        QCOMPARE(model.newerCount(), 0);
    }

    void keepsWithinItsBudget()
    {
        ChangePages pages(2'000'000);
        for (int i = 0; i < 100; ++i)
            pages.append(batch(i * 100, 100, 1000));
        QCOMPARE(pages.rowCount(), 10'000);
        QVERIFY2(pages.loadedBytes() <= 2'000'000, qPrintable(QString::number(pages.loadedBytes())));
        QVERIFY(pages.at(9'999)); // the newest are there
        QVERIFY(!pages.at(0));
    }

    void readsLostRowsAgainOnce()
    {
        ListSource source;
        ChangeModel model;
        model.setSource(&source);
        for (int i = 0; i < 6; ++i)
            model.append(batch(i * 500, 500, 100'000)); // far beyond the budget
        QVERIFY(!model.at(0));
        QVERIFY(!model.at(1));
        QTRY_COMPARE(source.asked.size(), std::size_t{1});
        QCOMPARE(source.asked.front().front().first, test::sequenceText(0));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        ChangeBatch again = batch(0, 42, 100'000);
        source.answers.front()(std::move(again.changes));
        QCOMPARE(changed.size(), 1);
        QVERIFY(model.at(0));
        QCOMPARE(model.index(0, ChangeModel::Key).data().toString(), QStringLiteral("k0"));
    }

    void asksAgainAfterAFailure()
    {
        ListSource source;
        ChangeModel model;
        model.setSource(&source);
        for (int i = 0; i < 6; ++i)
            model.append(batch(i * 500, 500, 100'000));
        QSignalSpy failed(&model, &ChangeModel::rereadFailed);
        QVERIFY(!model.at(0));
        QTRY_COMPARE(source.asked.size(), std::size_t{1});
        source.answers.front()(Error::io("gone"));
        QCOMPARE(failed.size(), 1);
        QVERIFY(!model.at(0));
        QTRY_COMPARE(source.asked.size(), std::size_t{2});
    }

    void dropsWhatIsFarBehind()
    {
        ChangePages pages;
        for (int i = 0; i < 40; ++i)
            pages.append(batch(i * 100, 100));
        const std::int64_t goes = pages.rowsToDrop(1000);
        QVERIFY(goes >= 1000 && goes < 1000 + ChangePages::kRowsPerPage);
        pages.dropFirst(goes);
        QCOMPARE(pages.rowCount(), 4000 - goes);
        QCOMPARE(std::string(pages.at(0)->sequence()), test::sequenceText(static_cast<int>(goes)));
        QCOMPARE(std::string(pages.at(3999 - goes)->sequence()), test::sequenceText(3999));
    }

    void forgetsAnswersForDroppedPages()
    {
        ChangePages pages(1000);
        for (int i = 0; i < 20; ++i)
            pages.append(batch(i * 512, 512));
        const auto missing = pages.askFor(0);
        QVERIFY(missing.has_value());
        pages.dropFirst(pages.rowsToDrop(1));
        QVERIFY(!pages.fill(missing->page, batch(0, 512).changes));
    }

    void countsChangesASecond()
    {
        RateMeter meter;
        ChangeBatch made;
        made.rates[1000].inserts = 30;
        made.rates[1001].removes = 60;
        made.newestSeconds = 1001;
        meter.add(made);
        meter.add(made);
        QCOMPARE(meter.perSecond(1002.5), 60.0); // of three seconds, one empty
        const auto seconds = meter.seconds(1002.5);
        QCOMPARE(static_cast<int>(seconds.size()), RateMeter::kSeconds);
        QCOMPARE(seconds.back().removes, 120);
        QCOMPARE(seconds[seconds.size() - 2].inserts, 60);
        QCOMPARE(meter.newestSeconds(), 1001.0);
    }
};

QTEST_MAIN(TestChangeModel)
#include "tst_change_model.moc"
