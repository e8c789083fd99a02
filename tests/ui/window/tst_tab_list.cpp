#include <QTest>

#include "window/tab_list.h"

using namespace stator::ui;

namespace {

Place table(const QString &name)
{
    return Place::ofTable(u"local"_qs, u"us-east-1"_qs, name);
}

} // namespace

class TestTabList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reusesThePreviewTab()
    {
        TabList tabs;
        const auto first = tabs.open(u"a"_qs, table(u"a"_qs), OpenMode::Preview, -1);
        const auto second = tabs.open(u"b"_qs, table(u"b"_qs), OpenMode::Preview, 0);
        QCOMPARE(tabs.count(), 1);
        QVERIFY(second.isNew);
        QCOMPARE(second.replacedId, first.id);
        QCOMPARE(tabs.at(0).key, u"b"_qs);
    }

    void leavesKeptTabsAlone()
    {
        TabList tabs;
        const auto first = tabs.open(u"a"_qs, table(u"a"_qs), OpenMode::Preview, -1);
        tabs.keep(first.id);
        tabs.open(u"b"_qs, table(u"b"_qs), OpenMode::Preview, 0);
        QCOMPARE(tabs.count(), 2);
        QVERIFY(!tabs.at(0).isPreview);
        QVERIFY(tabs.at(1).isPreview);
    }

    void keepsThePreviewThatIsOpenedAgain()
    {
        TabList tabs;
        const auto first = tabs.open(u"a"_qs, table(u"a"_qs), OpenMode::Preview, -1);
        const auto again = tabs.open(u"a"_qs, table(u"a"_qs), OpenMode::Keep, 0);
        QVERIFY(!again.isNew);
        QCOMPARE(again.id, first.id);
        QVERIFY(!tabs.at(0).isPreview);
        // Looking at it once more does not make it a preview.
        tabs.open(u"a"_qs, table(u"a"_qs), OpenMode::Preview, 0);
        QVERIFY(!tabs.at(0).isPreview);
    }

    void opensBesideTheCurrentTab()
    {
        TabList tabs;
        tabs.open(u"a"_qs, table(u"a"_qs), OpenMode::Keep, -1);
        tabs.open(u"b"_qs, table(u"b"_qs), OpenMode::Keep, 0);
        tabs.open(u"c"_qs, table(u"c"_qs), OpenMode::Keep, 0);
        QCOMPARE(tabs.at(1).key, u"c"_qs);
    }

    void opensASecondTabOnRequest()
    {
        TabList tabs;
        const auto first = tabs.open(u"a"_qs, table(u"a"_qs), OpenMode::Keep, -1);
        const auto second = tabs.open(u"a"_qs, table(u"a"_qs), OpenMode::NewTab, 0);
        QVERIFY(second.isNew);
        // The current one of the two is meant afterwards.
        QCOMPARE(tabs.open(u"a"_qs, table(u"a"_qs), OpenMode::Keep, 0).id, first.id);
        QCOMPARE(tabs.open(u"a"_qs, table(u"a"_qs), OpenMode::Keep, 1).id, second.id);
    }

    void reopensTheLastClosedFirst()
    {
        TabList tabs;
        const auto a = tabs.open(u"a"_qs, table(u"a"_qs), OpenMode::Keep, -1);
        const auto b = tabs.open(u"b"_qs, table(u"b"_qs), OpenMode::Keep, 0);
        QVERIFY(!tabs.hasClosed());
        tabs.close(a.id, {{u"scroll"_qs, 7}});
        tabs.close(b.id, {});
        QCOMPARE(tabs.count(), 0);
        QCOMPARE(tabs.takeClosed()->place.table, u"b"_qs);
        const std::optional<ClosedTab> first = tabs.takeClosed();
        QCOMPARE(first->place.table, u"a"_qs);
        QCOMPARE(first->state.value(u"scroll"_qs).toInt(), 7);
        QVERIFY(!tabs.takeClosed().has_value());
    }
};

QTEST_MAIN(TestTabList)
#include "tst_tab_list.moc"
