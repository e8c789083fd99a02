#include <QTest>

#include "shell/place.h"

using stator::ui::Place;

class TestPlace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromItsText_data()
    {
        QTest::addColumn<Place>("place");
        QTest::newRow("page") << Place::ofPage(u"home"_qs);
        QTest::newRow("table") << Place::ofTable(u"local"_qs, u"us-east-1"_qs, u"Shop"_qs);
        Place full = Place::ofTable(u"prod"_qs, u"eu-west-1"_qs, u"a.b-c_d"_qs, u"settings"_qs);
        full.index = u"byStatus"_qs;
        full.view = u"tree"_qs;
        full.query = u"pk = \"a&b=c?#%20\" / ü\n→"_qs;
        full.time = u"2026-11-01T14:02:07Z"_qs;
        full.key = u"{\"pk\":{\"S\":\"x y+z\"}}"_qs;
        QTest::newRow("everything, with signs the text uses itself") << full;
    }
    void comesBackFromItsText()
    {
        QFETCH(Place, place);
        const std::optional<Place> again = Place::fromString(place.toString());
        QVERIFY(again.has_value());
        QCOMPARE(*again, place);
    }

    void readsTheShortFormOfATable()
    {
        const std::optional<Place> place = Place::fromString(u"table:Shop"_qs);
        QVERIFY(place.has_value());
        QCOMPARE(place->page, u"items"_qs);
        QCOMPARE(place->table, u"Shop"_qs);
        QVERIFY(place->connection.isEmpty() && place->region.isEmpty());
    }

    void passesOverWhatItDoesNotKnow()
    {
        const std::optional<Place> place = Place::fromString(u"stator:items?table=Shop&colour=red"_qs);
        QVERIFY(place.has_value());
        QCOMPARE(place->table, u"Shop"_qs);
    }

    void refusesWhatIsNoPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("a web address") << u"https://example.org"_qs;
        QTest::newRow("no page") << u"stator:?table=Shop"_qs;
        QTest::newRow("no table") << u"table:"_qs;
        QTest::newRow("a part without a value") << u"stator:items?table"_qs;
    }
    void refusesWhatIsNoPlace()
    {
        QFETCH(QString, text);
        QVERIFY(!Place::fromString(text).has_value());
    }
};

QTEST_MAIN(TestPlace)
#include "tst_place.moc"
