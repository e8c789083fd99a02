// The Live page: what it says without a stream, follows, freezes, goes back; filter, Inspector, ways out.
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include "features/streams/change_details.h"
#include "features/streams/change_view.h"
#include "features/streams/live_page.h"
#include "features/streams/live_strip.h"
#include "features/streams/recording.h"
#include "theme/theme.h"
#include "ui/streams/fake_region.h"
#include "ui/streams/fake_stream.h"
#include "ui/test_bench.h"
#include "widgets/code_snippet.h"

using namespace Qt::StringLiterals;
using namespace stator;
using namespace stator::ui;

namespace {

struct Stand {
    std::shared_ptr<test::FakeStream> stream = std::make_shared<test::FakeStream>();
    test::TestBench bench{stream};
    LivePage page{bench, nullptr};

    Stand() { stream->addShard("aaaaaaaa"); }
    void open(const QString &query = {})
    {
        Place place = Place::ofTable(u"local"_s, u"us-east-1"_s, u"Shop"_s, u"live"_s);
        place.query = query;
        page.resize(900, 600);
        page.open(place);
        page.show();
        settle();
    }
    void settle()
    {
        for (int i = 0; i < 12; ++i)
            bench.settle();
    }
    void poll()
    {
        page.refresh();
        settle();
    }
    QAbstractItemModel &model() { return *page.view().model(); }
    QString key(int row) { return model().index(row, ChangeModel::Key).data().toString(); }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *each : page.findChildren<QPushButton *>())
            if (each->text() == text && each->isVisible())
                return each;
        return nullptr;
    }
    template <class Widget>
    Widget *named(const QString &name)
    {
        for (Widget *each : page.findChildren<Widget *>())
            if (each->accessibleName() == name)
                return each;
        return nullptr;
    }
    QStringList labels()
    {
        QStringList texts;
        for (QLabel *label : page.findChildren<QLabel *>())
            if (label->isVisible())
                texts.append(label->text());
        return texts;
    }
    QString strip() { return page.findChild<LiveStrip *>()->text(); }
};

} // namespace

class TestLivePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().install(); }

    void offersToTurnOnAStream()
    {
        Stand stand;
        stand.stream->hasStream = stand.stream->isOn = false;
        stand.open();
        QVERIFY(stand.page.primaryAction() == nullptr); // the filled button is the one below
        QPushButton *button = stand.button(u"Turn On Stream"_s);
        QVERIFY(button);
        button->click();
        stand.settle();
        QCOMPARE(stand.stream->updates.size(), std::size_t{1});
        QVERIFY(stand.stream->updates.front().streamSpecification->streamEnabled);
        QCOMPARE(stand.stream->updates.front().streamSpecification->streamViewType,
                 std::optional(api::StreamViewType::NewAndOldImages));
        stand.stream->addInserts("aaaaaaaa", 1, 4e9);
        stand.poll();
        QCOMPARE(stand.model().rowCount(), 1);
    }

    void playsARecordingAtAnotherSpeed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"changes.jsonl"_s);
        test::FakeStream recorded;
        recorded.addShard("aaaaaaaa");
        RecordingWriter writer(path);
        QVERIFY(writer.open().ok());
        for (int i = 0; i < 50; ++i) { // one an hour
            auto change = std::make_shared<ChangeRecord>();
            change->record = recorded.add("aaaaaaaa", 3600.0 * i, "k" + std::to_string(i), {}, "{'pk':{'S':'a'}}");
            QVERIFY(writer.write({change}).ok());
        }
        QVERIFY(writer.close().ok());
        Stand stand;
        stand.open();
        auto *speed = stand.named<QComboBox>(u"Playback speed"_s);
        QVERIFY(speed && !speed->isVisible());
        stand.page.cursor().play(stand.bench.client(stand.page.place()), path, 1, nullptr);
        stand.poll();
        QVERIFY(speed->isVisible());
        QCOMPARE(stand.model().rowCount(), 1);
        speed->setFocus();
        QTest::keyClick(speed, Qt::Key_End);
        stand.poll();
        QCOMPARE(speed->currentText(), u"All at Once"_s);
        QCOMPARE(stand.model().rowCount(), 50);
    }

    void listensWithASnippet()
    {
        Stand stand;
        stand.open();
        QVERIFY(stand.labels().contains(u"No change yet"_s));
        auto *snippet = stand.page.findChild<CodeSnippet *>();
        QVERIFY(snippet && snippet->code().contains(u"put-item"));
        QVERIFY(snippet->code().contains(u"\"pk\""));
    }

    void showsWhatAShortStreamHoldsAndFollows()
    {
        Stand stand;
        stand.stream->addInserts("aaaaaaaa", 200, 1000);
        stand.open();
        QCOMPARE(stand.model().rowCount(), 200);
        QVERIFY(stand.page.view().isAtEnd());
        stand.stream->addInserts("aaaaaaaa", 300, 1001);
        stand.poll();
        QCOMPARE(stand.model().rowCount(), 500);
        QVERIFY(stand.page.view().isAtEnd());
        QCOMPARE(stand.key(499), u"k500 · x"_s);
    }

    void beginsWithNowWhereMuchIsStored()
    {
        Stand stand;
        stand.stream->addInserts("aaaaaaaa", 30'000, 1000);
        stand.open();
        QVERIFY(stand.labels().contains(u"No change yet"_s));
        stand.stream->addInserts("aaaaaaaa", 2, 4e9);
        stand.poll();
        QCOMPARE(stand.model().rowCount(), 2);
        stand.page.commands().run(u"live.oldest"_s);
        stand.settle();
        QVERIFY(stand.model().rowCount() > 0);
        QCOMPARE(stand.key(0), u"k1 · x"_s);
        QVERIFY(!stand.page.cursor().isFollowing());
    }

    void freezesWhenAPersonScrollsAway()
    {
        Stand stand;
        stand.stream->addInserts("aaaaaaaa", 300, 1000);
        stand.open();
        stand.page.view().verticalScrollBar()->setValue(10);
        QVERIFY(!stand.page.cursor().isFollowing());
        const int first = stand.page.view().firstVisibleRow();
        stand.stream->addInserts("aaaaaaaa", 2310, 1001);
        stand.poll();
        QCOMPARE(stand.model().rowCount(), 300);
        QCOMPARE(stand.page.view().firstVisibleRow(), first);
        QPushButton *newer = stand.button(u"%1 newer"_s.arg(QLocale().toString(2310)));
        QVERIFY(newer);
        newer->click();
        stand.settle();
        QCOMPARE(stand.model().rowCount(), 2610);
        QVERIFY(stand.page.view().isAtEnd());
        QVERIFY2(stand.strip().contains(QLocale().toString(2310)), qPrintable(stand.strip()));
        stand.button(u"Go Back"_s)->click();
        stand.settle();
        QCOMPARE(stand.page.view().firstVisibleRow(), first);
        QVERIFY(!stand.page.cursor().isFollowing());
    }

    void scrollsThroughWhatIsNewerWithoutJumping()
    {
        Stand stand;
        stand.stream->addInserts("aaaaaaaa", 100, 1000);
        stand.open();
        stand.page.commands().run(u"page.freeze"_s);
        stand.stream->addInserts("aaaaaaaa", 500, 1001);
        stand.poll();
        QCOMPARE(stand.model().rowCount(), 100);
        QScrollBar *bar = stand.page.view().verticalScrollBar();
        bar->setValue(bar->maximum() - 1);
        bar->setValue(bar->maximum());
        QCOMPARE(stand.model().rowCount(), 600);
        QVERIFY(!stand.page.cursor().isFollowing());
        QVERIFY(!stand.page.view().isAtEnd() || stand.page.view().firstVisibleRow() < 120);
    }

    void filtersFromTheBeginningOfTheList()
    {
        Stand stand;
        stand.stream->addInserts("aaaaaaaa", 30, 1000);
        stand.stream->add("aaaaaaaa", 1001, "k7", "{'pk':{'S':'k7'},'n':{'N':'1'}}", "{'pk':{'S':'k7'},'n':{'N':'2'}}");
        stand.open();
        QCOMPARE(stand.model().rowCount(), 31);
        auto *key = stand.named<QLineEdit>(u"Key"_s);
        key->setText(u"k7"_s);
        QTRY_COMPARE(stand.page.place().query, u"key=k7"_s);
        stand.settle();
        QCOMPARE(stand.model().rowCount(), 2);
        stand.page.findChildren<QToolButton *>().front()->toggle(); // no inserts
        stand.settle();
        QCOMPARE(stand.model().rowCount(), 1);
        QCOMPARE(stand.model().index(0, ChangeModel::Sign).data().toString(), u"~"_s);
        key->setText(u"nothing"_s);
        QTRY_VERIFY(stand.page.place().query.contains(u"nothing"));
        stand.settle();
        QPushButton *clear = stand.button(u"Clear Filter"_s);
        QVERIFY(clear);
        clear->click();
        stand.settle();
        QCOMPARE(stand.model().rowCount(), 31);
        QVERIFY(key->text().isEmpty());
    }

    void showsOldAndNewSideBySide()
    {
        Stand stand;
        stand.stream->add("aaaaaaaa", 1001, "k7", "{'pk':{'S':'k7'},'m':{'M':{'city':{'S':'Oslo'},'zip':{'S':'1'}}},'same':{'N':'1'}}",
                          "{'pk':{'S':'k7'},'m':{'M':{'city':{'S':'Bergen'},'zip':{'S':'1'}}},'same':{'N':'1'}}");
        stand.open();
        QWidget *inspector = stand.page.inspector();
        stand.page.view().selectRow(0);
        auto *tree = inspector->findChild<QTreeView *>();
        QAbstractItemModel *shown = tree->model();
        // The key, and what changed.
        QCOMPARE(shown->rowCount(), 2);
        const QModelIndex map = shown->index(0, 0);
        QCOMPARE(map.data().toString(), u"~ m"_s);
        QVERIFY(tree->isExpanded(map));
        QCOMPARE(shown->rowCount(map), 1);
        QCOMPARE(shown->index(0, 1, map).data().toString(), u"Oslo"_s);
        QCOMPARE(shown->index(0, 2, map).data().toString(), u"Bergen"_s);
        stand.page.commands().run(u"live.item"_s);
        QCOMPARE(stand.bench.opened().size(), 1);
        QCOMPARE(stand.bench.opened().front().page, u"items"_s);
        QVERIFY(stand.bench.opened().front().key.contains(u"\"k7\""));
        stand.page.commands().run(u"live.copy"_s);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"\"SequenceNumber\""));
        delete inspector;
    }

    void saysWhatIsNoLongerKept()
    {
        Stand stand;
        stand.stream->addInserts("aaaaaaaa", 10, 1000);
        stand.open();
        QCOMPARE(stand.model().rowCount(), 10);
        stand.stream->addInserts("aaaaaaaa", 10, 1001);
        stand.stream->shard("aaaaaaaa").trimmed = 15;
        stand.stream->expireIterators();
        stand.poll();
        QPushButton *oldest = stand.button(u"Go to Oldest"_s);
        QVERIFY(oldest);
        oldest->click();
        stand.settle();
        QCOMPARE(stand.model().rowCount(), 5);
        QCOMPARE(stand.key(0), u"k16 · x"_s);
    }

    void keepsReadingAStreamThatIsOff()
    {
        Stand stand;
        stand.stream->addInserts("aaaaaaaa", 3, 1000);
        stand.stream->isOn = false;
        stand.stream->shard("aaaaaaaa").isClosed = true;
        stand.open();
        QCOMPARE(stand.model().rowCount(), 3);
        QVERIFY(stand.strip().contains(u"off"));
        QVERIFY(stand.button(u"Turn On Stream"_s));
    }

    void staysThereThroughAFailure()
    {
        Stand stand;
        stand.stream->addInserts("aaaaaaaa", 3, 1000);
        stand.open();
        stand.stream->failure = Error{ErrorCode::Throttling, "Rate exceeded", {}};
        stand.stream->addInserts("aaaaaaaa", 1, 1001);
        stand.poll();
        QCOMPARE(stand.model().rowCount(), 3);
        QVERIFY2(stand.strip().contains(u"throttled"), qPrintable(stand.strip()));
        stand.stream->failure.reset();
        stand.poll();
        QCOMPARE(stand.model().rowCount(), 4);
        QVERIFY(stand.strip().isEmpty());
    }

    void jumpsToNowAndComesBack()
    {
        Stand stand;
        stand.stream->addInserts("aaaaaaaa", 10, 1000);
        stand.open();
        stand.stream->addInserts("aaaaaaaa", 1500, 1001);
        stand.page.cursor().jumpToNow();
        stand.settle();
        stand.stream->addInserts("aaaaaaaa", 1, 4e9);
        stand.poll();
        QCOMPARE(stand.model().rowCount(), 11);
        QVERIFY2(stand.strip().contains(QLocale().toString(1500)), qPrintable(stand.strip()));
        stand.button(u"Go Back"_s)->click();
        stand.settle();
        QCOMPARE(stand.key(0), u"k11 · x"_s);
        QVERIFY(!stand.page.cursor().isFollowing());
    }

    void watchesEveryTableOfARegion()
    {
        auto region = std::make_shared<test::FakeRegion>();
        test::TestBench bench{region, {u"us-east-1"_s, u"eu-west-1"_s}};
        LivePage page(bench, nullptr);
        const auto settle = [&bench] {
            for (int i = 0; i < 12; ++i)
                bench.settle();
        };
        region->addTable("Shop").addInserts("Shop", 2, 100);
        region->addTable("Users").addInserts("Users", 1, 100.0005);
        page.resize(900, 600);
        page.open(Place::ofPage(u"live-region"_s));
        page.show();
        settle();
        QAbstractItemModel &model = *page.view().model();
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(!page.view().isColumnHidden(ChangeModel::Table));
        QCOMPARE(model.index(1, ChangeModel::Table).data().toString(), u"Users"_s);
        page.view().setCurrentIndex(model.index(1, 0));
        Q_EMIT page.view().activatedRow(1);
        QCOMPARE(bench.opened().last().table, u"Users"_s);
        // Another region begins anew, and is a place to come back to.
        QComboBox *regions = nullptr;
        for (QComboBox *box : page.findChildren<QComboBox *>())
            regions = box->accessibleName() == u"Region"_s ? box : regions;
        QVERIFY(regions && regions->isVisible());
        QCOMPARE(regions->currentText(), u"us-east-1"_s);
        regions->setCurrentIndex(1);
        Q_EMIT regions->activated(1);
        QCOMPARE(page.place().region, u"eu-west-1"_s);
        settle();
        QCOMPARE(model.rowCount(), 3); // the fake answers for every region
    }

    void namesWhatHasNoText()
    {
        Stand stand;
        stand.open();
        for (QWidget *widget : stand.page.findChildren<QWidget *>())
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() && !qobject_cast<QScrollBar *>(widget))
                QVERIFY2(!widget->accessibleName().isEmpty() || widget->property("text").toString().size() > 1
                             || widget->inherits("QHeaderView"),
                         widget->metaObject()->className());
    }
};

QTEST_MAIN(TestLivePage)
#include "tst_live_page.moc"
