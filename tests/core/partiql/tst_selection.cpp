#include <QtTest/QTest>

#include "core/partiql/parsed.h"
#include "partiql/selection.h"

using namespace stator;

class TestSelection : public QObject {
    Q_OBJECT

private slots:
    void selects_data()
    {
        QTest::addColumn<QString>("selected");
        const auto row = [](const char *columns, const char *selected) {
            QTest::newRow(columns) << QString::fromUtf8(selected);
        };
        row("a", "{'a':{'S':'x'}}");
        row("a, n", "{'a':{'S':'x'},'n':{'N':'1'}}");
        row("n, a, absent", "{'a':{'S':'x'},'n':{'N':'1'}}");
        row("absent", "{}");
        row("absent.b[3]", "{}");
        row("A", "{}");
        row("m.b", "{'b':{'M':{'c':{'N':'7'}}}}");
        row("m.b.c", "{'c':{'N':'7'}}");
        row("m.b.c, a", "{'a':{'S':'x'},'c':{'N':'7'}}");
        row("l[1]", "{'l[1]':{'S':'two'}}");
        row("l[2].d", "{'d':{'BOOL':true}}");
        row("m.\"odd.name\"", "{'odd.name':{'N':'8'}}");
        row("a, a", "{'a':{'S':'x'}}");
        row("m, m.b",
            "{'b':{'M':{'c':{'N':'7'}}},'m':{'M':{'b':{'M':{'c':{'N':'7'}}},'odd.name':{'N':'8'}}}}");
    }
    void selects()
    {
        QFETCH(const QString, selected);
        const auto item = parsed::item("{'a':{'S':'x'},'n':{'N':'1'},'m':{'M':{'b':{'M':{'c':{'N':'7'}}},"
                                       "'odd.name':{'N':'8'}}},'l':{'L':[{'S':'one'},{'S':'two'},{'M':{'d':{"
                                       "'BOOL':true}}}]}}");
        const partiql::Selection selection(
            parsed::statement("SELECT " + std::string(QTest::currentDataTag()) + " FROM t"));
        QVERIFY(!selection.isWholeItem());
        document::ItemList list;
        selection.appendTo(list, item.view());
        QCOMPARE(list.size(), 1U);
        QCOMPARE(parsed::json(list[0]), selected);
    }

    void starIsTheWholeItem()
    {
        const auto item = parsed::item("{'a':{'S':'x'}}");
        const partiql::Selection selection(parsed::statement("SELECT * FROM t"));
        QVERIFY(selection.isWholeItem());
        document::ItemList list;
        selection.appendTo(list, item.view());
        QVERIFY(list[0] == item.view());
    }

    void tellsWhichAttributesItUses()
    {
        const partiql::Selection selection(parsed::statement("SELECT a, b.c, a[0] FROM t"));
        QCOMPARE(selection.attributes().size(), 2U);
        QCOMPARE(selection.attributes()[0].attribute, std::string("a"));
        QVERIFY(selection.attributes()[0].isNested && selection.attributes()[1].isNested);
    }
};

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
