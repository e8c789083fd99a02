#include <QTest>

#include "window/place_history.h"

using namespace stator::ui;

namespace {

Place table(const QString &name)
{
    return Place::ofTable(u"local"_qs, u"us-east-1"_qs, name);
}

} // namespace

class TestPlaceHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForward()
    {
        PlaceHistory history;
        QVERIFY(!history.canGoBack());
        history.visit(table(u"a"_qs));
        history.visit(table(u"b"_qs));
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back()->table, u"a"_qs);
        QVERIFY(!history.canGoBack());
        QCOMPARE(history.forward()->table, u"b"_qs);
        QVERIFY(!history.forward().has_value());
    }

    void forgetsWhatWasAheadOnANewWay()
    {
        PlaceHistory history;
        history.visit(table(u"a"_qs));
        history.visit(table(u"b"_qs));
        history.back();
        history.visit(table(u"c"_qs));
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back()->table, u"a"_qs);
    }

    void countsTheSamePlaceOnce()
    {
        PlaceHistory history;
        history.visit(table(u"a"_qs));
        history.visit(table(u"a"_qs));
        QVERIFY(!history.canGoBack());
    }

    void comesBackToTheLastQueryOfAPage()
    {
        PlaceHistory history;
        history.visit(table(u"a"_qs));
        Place queried = table(u"a"_qs);
        queried.query = u"pk = 1"_qs;
        history.update(queried);
        history.visit(table(u"b"_qs));
        QCOMPARE(history.back()->query, u"pk = 1"_qs);
    }

    void listsRecentPlacesOnceEach()
    {
        PlaceHistory history;
        history.visit(table(u"a"_qs));
        history.visit(table(u"b"_qs));
        history.visit(table(u"a"_qs));
        QCOMPARE(history.recent().size(), 2);
        QCOMPARE(history.recent().first().table, u"a"_qs);
    }
};

QTEST_MAIN(TestPlaceHistory)
#include "tst_place_history.moc"
