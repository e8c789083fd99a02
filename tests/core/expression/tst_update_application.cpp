#include "core/expression/given.h"
#include "document/writer.h"
#include "expression/update.h"

using namespace stator;
using namespace stator::expression;

namespace {

const std::string kValues =
    R"({":a":{"S":"a"},":b":{"S":"b"},":n":{"N":"1"},":half":{"N":"0.5"},":m":{"M":{"x":{"S":"y"}}},
    ":l":{"L":[{"S":"p"},{"S":"q"}]},":ss":{"SS":["x","y"]},":ns":{"NS":["1"]},":max":{"N":"9.9999999999999999999999999999999999999E+125"},
    ":tiny":{"N":"1E-130"},":big":{"N":"1E20"},":digits":{"N":"0.0000000000000000001"}})";

const std::string kItem =
    R"({"pk":{"S":"k"},"s":{"S":"old"},"n":{"N":"10"},"m":{"M":{"a":{"N":"1"},"b":{"L":[{"N":"0"}]}}},
    "l":{"L":[{"N":"0"},{"N":"1"},{"N":"2"},{"N":"3"}]},"ss":{"SS":["w","x"]},"one":{"SS":["x"]},"huge":{"N":"9.9999999999999999999999999999999999999E+125"}})";

Result<Update> parsed(const QString &text)
{
    auto placeholders = given::placeholders("", kValues);
    return parseUpdate(text.toStdString(), placeholders);
}

// The item after `text`, or the error.
QString applied(const QString &text, std::optional<document::ItemView> previous)
{
    const auto update = parsed(text);
    if (!update.ok())
        return "text: " + given::errorOf(update);
    const auto key = given::item(R"({"pk":{"S":"k"}})");
    const auto item = applyUpdate(*update, previous, key.view());
    return item.ok() ? given::json(item->view()) : given::errorOf(item);
}

} // namespace

class TestUpdateApplication : public QObject {
    Q_OBJECT

private slots:
    void changesTheItem_data()
    {
        QTest::addColumn<QString>("after"); // the named attribute after the update, "" for none
        QTest::addColumn<QString>("attribute");
        const auto row = [](const char *text, const char *attribute, const char *after) {
            QTest::newRow(text) << after << attribute;
        };
        row("SET s = :a", "s", R"({"S":"a"})");
        row("SET a = :a", "a", R"({"S":"a"})");
        row("SET zz = :m", "zz", R"({"M":{"x":{"S":"y"}}})");
        row("SET n = n + :n", "n", R"({"N":"11"})");
        row("SET n = :half - n", "n", R"({"N":"-9.5"})");
        row("SET n = n + n", "n", R"({"N":"20"})");
        row("SET x = if_not_exists(x, :n) + :n", "x", R"({"N":"2"})");
        row("SET n = if_not_exists(n, :half) + :n", "n", R"({"N":"11"})");
        row("SET n = if_not_exists(s, gone)", "n", R"({"S":"old"})");
        row("SET l = list_append(l, :l)", "l",
            R"({"L":[{"N":"0"},{"N":"1"},{"N":"2"},{"N":"3"},{"S":"p"},{"S":"q"}]})");
        row("SET x = list_append(:l, if_not_exists(x, m.b))", "x",
            R"({"L":[{"S":"p"},{"S":"q"},{"N":"0"}]})");
        row("SET s = n, n = s", "s", R"({"N":"10"})");
        row("SET n = s, s = n", "n", R"({"S":"old"})");
        row("SET m.c = :a", "m", R"({"M":{"a":{"N":"1"},"b":{"L":[{"N":"0"}]},"c":{"S":"a"}}})");
        row("SET m.aa = :a, m.a = :b", "m", R"({"M":{"a":{"S":"b"},"aa":{"S":"a"},"b":{"L":[{"N":"0"}]}}})");
        row("SET m.b[0] = m.a", "m", R"({"M":{"a":{"N":"1"},"b":{"L":[{"N":"1"}]}}})");
        row("SET l[1] = :a", "l", R"({"L":[{"N":"0"},{"S":"a"},{"N":"2"},{"N":"3"}]})");
        row("SET l[100] = :a", "l", R"({"L":[{"N":"0"},{"N":"1"},{"N":"2"},{"N":"3"},{"S":"a"}]})");
        row("SET l[9] = :b, l[7] = :a", "l",
            R"({"L":[{"N":"0"},{"N":"1"},{"N":"2"},{"N":"3"},{"S":"a"},{"S":"b"}]})");
        row("SET l[3] = :a REMOVE l[0]", "l", R"({"L":[{"N":"1"},{"N":"2"},{"S":"a"}]})");
        row("REMOVE s", "s", "");
        row("REMOVE gone", "gone", "");
        row("REMOVE m.a", "m", R"({"M":{"b":{"L":[{"N":"0"}]}}})");
        row("REMOVE m.gone", "m", R"({"M":{"a":{"N":"1"},"b":{"L":[{"N":"0"}]}}})");
        row("REMOVE m.b[0]", "m", R"({"M":{"a":{"N":"1"},"b":{"L":[]}}})");
        row("REMOVE l[0], l[2]", "l", R"({"L":[{"N":"1"},{"N":"3"}]})");
        row("REMOVE l[9]", "l", R"({"L":[{"N":"0"},{"N":"1"},{"N":"2"},{"N":"3"}]})");
        row("ADD n :half", "n", R"({"N":"10.5"})");
        row("ADD x :n", "x", R"({"N":"1"})");
        row("ADD m.a :n", "m", R"({"M":{"a":{"N":"2"},"b":{"L":[{"N":"0"}]}}})");
        row("ADD ss :ss", "ss", R"({"SS":["w","x","y"]})");
        row("ADD x :ss", "x", R"({"SS":["x","y"]})");
        row("DELETE ss :ss", "ss", R"({"SS":["w"]})");
        row("DELETE one :ss", "one", "");
        row("DELETE x :ss", "x", "");
        row("SET a1 = :a, z1 = :b REMOVE s", "z1", R"({"S":"b"})");
    }
    void changesTheItem()
    {
        QFETCH(QString, after);
        QFETCH(QString, attribute);
        const auto item = given::item(kItem);
        const QString text = QTest::currentDataTag();
        const auto update = parsed(text);
        QVERIFY2(update.ok(), qPrintable(given::errorOf(update)));
        const auto changed = applyUpdate(*update, item.view(), document::ItemView());
        QVERIFY2(changed.ok(), qPrintable(given::errorOf(changed)));
        const auto found = changed->view().attribute(attribute.toStdString());
        QCOMPARE(found.has_value(), !after.isEmpty());
        if (found)
            QVERIFY2(*found == document::parseValue(after.toStdString())->view(),
                     qPrintable(given::json(changed->view())));
    }

    void leavesTheRestAndTheSizeRight()
    {
        const auto item =
            given::item(R"({"a":{"S":"1"},"b":{"M":{"k":{"S":"2"},"l":{"L":[{"S":"3"}]}}},"c":{"S":"4"}})");
        const QString after = applied("SET b.l[0] = :a, bb = :n REMOVE a", item.view());
        const std::string expected =
            R"({"b":{"M":{"k":{"S":"2"},"l":{"L":[{"S":"a"}]}}},"bb":{"N":"1"},"c":{"S":"4"}})";
        QCOMPARE(after, given::json(expected));
        // Canonical: the same bytes as if the item had been put, sizes included.
        const auto update = parsed("SET b.l[0] = :a, bb = :n REMOVE a");
        const auto changed = applyUpdate(*update, item.view(), document::ItemView());
        QVERIFY(changed.ok());
        QVERIFY(*changed == given::item(expected));
    }

    void refusesWhatTheItemDoesNotAllow_data()
    {
        QTest::addColumn<QString>("error");
        const char *path = "The document path provided in the update expression is invalid for update";
        const char *missing =
            "The provided expression refers to an attribute that does not exist in the item";
        const char *type = "An operand in the update expression has an incorrect data type";
        const char *overflow =
            "Number overflow. Attempting to store a number with magnitude larger than supported range";
        for (const char *text :
             {"SET gone.a = :a", "SET gone[0] = :a", "SET s.a = :a", "SET m[0] = :a", "SET l.a = :a",
              "SET m.x.y = :a", "SET l[9].a = :a", "REMOVE gone.a", "REMOVE gone[0]", "REMOVE s.a",
              "ADD gone.a :n", "DELETE gone.a :ss", "REMOVE l.a"})
            QTest::newRow(text) << path;
        for (const char *text : {"SET a = gone", "SET a = m.gone", "SET a = l[4]", "SET a = gone + :n",
                                 "SET a = list_append(gone, :l)", "SET a = if_not_exists(gone, nope)"})
            QTest::newRow(text) << missing;
        for (const char *text :
             {"SET a = s + :n", "SET a = :n - m", "SET a = list_append(s, :l)", "SET a = list_append(l, n)",
              "ADD s :n", "ADD n :ss", "ADD ss :ns", "DELETE s :ss", "DELETE ss :ns"})
            QTest::newRow(text) << type;
        for (const char *text : {"SET a = huge + :max", "ADD huge :max", "SET a = :big + :digits"})
            QTest::newRow(text) << overflow;
    }
    void refusesWhatTheItemDoesNotAllow()
    {
        QFETCH(QString, error);
        QCOMPARE(applied(QTest::currentDataTag(), given::item(kItem).view()), error);
    }

    void makesAnItemFromItsKey()
    {
        QCOMPARE(applied("SET a = :a", std::nullopt),
                 given::json(std::string(R"({"pk":{"S":"k"},"a":{"S":"a"}})")));
        QCOMPARE(applied("ADD c :n", std::nullopt),
                 given::json(std::string(R"({"pk":{"S":"k"},"c":{"N":"1"}})")));
        QCOMPARE(applied("SET a = pk", std::nullopt),
                 given::json(std::string(R"({"pk":{"S":"k"},"a":{"S":"k"}})")));
        QCOMPARE(applied("SET a = gone", std::nullopt),
                 "The provided expression refers to an attribute that does not exist in the item");
        QCOMPARE(applied("SET a.b = :a", std::nullopt),
                 "The document path provided in the update expression is invalid for update");
        QCOMPARE(applied("REMOVE a.b, c SET d = :a", std::nullopt),
                 given::json(std::string(R"({"pk":{"S":"k"},"d":{"S":"a"}})")));
        const auto key = given::item(R"({"pk":{"S":"k"}})");
        QVERIFY(*applyUpdate(Update(), std::nullopt, key.view()) == key);
    }

    void refusesItemsThatGrowTooLarge()
    {
        // "pk" and "k", then "v" and the text, then "n" and its two bytes: 409,600 in all.
        const std::size_t text = 409'600 - 3 - 1 - 3;
        const auto grown = [&](std::size_t bytes) {
            document::ItemWriter writer;
            writer.name("pk");
            writer.string("k");
            writer.name("v");
            writer.string(std::string(bytes, 'x'));
            const auto item = writer.finish();
            const auto update = parsed("SET n = :n");
            return given::errorOf(applyUpdate(*update, item.view(), document::ItemView()));
        };
        QCOMPARE(grown(text), "no error");
        QCOMPARE(grown(text + 1), "Item size to update has exceeded the maximum allowed size");
    }

    void refusesItemsThatGrowTooDeep()
    {
        const auto nested = [](int levels) {
            std::string json = R"({"S":"x"})";
            for (int i = 1; i < levels; ++i)
                json = R"({"L":[)" + json + "]}";
            return json;
        };
        const auto item = given::item(R"({"a":)" + nested(31) + R"(,"m":{"M":{}}})");
        QCOMPARE(applied("SET b = a", item.view()).left(1), "{");
        QCOMPARE(applied("SET m.b = a", item.view()).left(1), "{");
        const auto deepest = given::item(R"({"a":)" + nested(32) + R"(,"m":{"M":{}}})");
        QCOMPARE(applied("SET b = a", deepest.view()).left(1), "{");
        QCOMPARE(applied("SET m.b = a", deepest.view()), "Nesting Levels have exceeded supported limits");
    }

    void showsWhatWasUpdated()
    {
        const auto item = given::item(
            R"({"l":{"L":[{"N":"0"},{"N":"1"},{"N":"2"}]},"m":{"M":{"a":{"N":"1"},"b":{"N":"2"}}},"s":{"S":"x"}})");
        const auto shown = [&](const QString &text, bool isNew) {
            const auto update = parsed(text);
            const auto changed = applyUpdate(*update, item.view(), document::ItemView());
            return given::json(
                document::project(isNew ? changed->view() : item.view(), updatedPaths(*update)).view());
        };
        QCOMPARE(shown("SET m.a = :a, n = :n", false), R"({"m":{"M":{"a":{"N":"1"}}}})");
        QCOMPARE(shown("SET m.a = :a, n = :n", true),
                 given::json(std::string(R"({"m":{"M":{"a":{"S":"a"}}},"n":{"N":"1"}})")));
        QCOMPARE(shown("SET l[100] = :a", true), "{}");
        QCOMPARE(shown("REMOVE l[1]", true), R"({"l":{"L":[{"N":"2"}]}})");
        QCOMPARE(shown("REMOVE l[1]", false), R"({"l":{"L":[{"N":"1"}]}})");
        QCOMPARE(shown("REMOVE s", true), "{}");
    }
};

QTEST_GUILESS_MAIN(TestUpdateApplication)
#include "tst_update_application.moc"
