#include "core/expression/given.h"
#include "expression/condition.h"

using namespace stator;
using namespace stator::expression;

namespace {

const std::string kItem = R"({
    "s":{"S":"hello"}, "s2":{"S":"hello"}, "hollow":{"S":""}, "n":{"N":"5"}, "neg":{"N":"-1.5"}, "b":{"B":"AQID"},
    "t":{"BOOL":true}, "nul":{"NULL":true}, "ss":{"SS":["a","b"]}, "ss2":{"SS":["b","a"]}, "ns":{"NS":["1","2.50"]},
    "bs":{"BS":["AQ=="]}, "l":{"L":[{"S":"x"},{"N":"7"},{"M":{"k":{"S":"v"}}},{"L":[{"N":"1"}]}]},
    "m":{"M":{"k":{"S":"v"},"deep":{"M":{"n":{"N":"3"}}}}}, "m2":{"M":{"deep":{"M":{"n":{"N":"3.0"}}},"k":{"S":"v"}}},
    "el":{"L":[]}, "a.b":{"S":"dot"}, "type":{"S":"S"}})";

const std::string kValues = R"({
    ":hello":{"S":"hello"}, ":he":{"S":"he"}, ":ell":{"S":"ell"}, ":z":{"S":"z"}, ":a":{"S":"a"}, ":x":{"S":"x"},
    ":e":{"S":""}, ":n5":{"N":"5.00"}, ":n1":{"N":"1"}, ":n2":{"N":"2.5"}, ":n3":{"N":"3"}, ":n4":{"N":"4"},
    ":n7":{"N":"7"}, ":n10":{"N":"10"}, ":nm":{"N":"-2"}, ":b12":{"B":"AQI="}, ":b23":{"B":"AgM="}, ":b1":{"B":"AQ=="},
    ":true":{"BOOL":true}, ":false":{"BOOL":false}, ":null":{"NULL":true}, ":ssba":{"SS":["b","a"]},
    ":mk":{"M":{"k":{"S":"v"}}}, ":l1":{"L":[{"N":"1"}]}, ":el":{"L":[]},
    ":S":{"S":"S"}, ":N":{"S":"N"}, ":NULL":{"S":"NULL"}, ":M":{"S":"M"}, ":SS":{"S":"SS"}, ":L":{"S":"L"}})";

bool holds(const QString &text, document::ItemView item)
{
    auto placeholders = given::placeholders("#dot=a.b #type=type", kValues);
    const auto condition = parseCondition(text.toStdString(), ExpressionKind::Condition, placeholders);
    if (!condition.ok())
        qFatal("%s: %s", qPrintable(text), condition.error().message.c_str());
    return evaluate(*condition, item);
}

} // namespace

class TestConditionEvaluation : public QObject {
    Q_OBJECT

private slots:
    void decides_data()
    {
        QTest::addColumn<bool>("expected");
        for (const char *text :
             {"s = :hello", "s = s2", "n = :n5", ":n5 = n", "ss = ss2", "ss = :ssba", "m = m2", "l[2] = :mk",
              "l[3] = :l1", "el = :el", "nul = :null", "t = :true", "#dot = :x OR #dot <> :x", "hollow = :e",
              // undefined operands
              "gone <> :hello", "gone <> nope", "gone <> s", "s <> gone", "NOT gone = s", "NOT gone < :n1",
              "m.gone <> :x", "s.k <> :x", "l[9] <> :x", "n[0] <> :x",
              // types differ
              "s <> n", "n <> :hello", "NOT s < :n5", "NOT n > :hello",
              // order
              "n < :n10", "n <= :n5", "n >= :n5", "n > :n1", "neg < :n1", "neg > :nm", "s < :z", "b > :b12",
              "s >= :hello", "hollow < :a", ":n1 < n",
              // BETWEEN and IN
              "n BETWEEN :n1 AND :n10", "n BETWEEN :n5 AND :n5", "s BETWEEN :a AND :z",
              "NOT n BETWEEN :n7 AND :n10", ":n3 BETWEEN :n1 AND n", "n IN (:hello, :n5)",
              "NOT n IN (:n1, :n7)", "m IN (gone, m2)", "NOT gone IN (nope)",
              // functions
              "attribute_exists(s)", "attribute_exists(nul)", "attribute_exists(l[2].k)",
              "attribute_exists(m.deep.n)", "attribute_not_exists(gone)", "attribute_not_exists(l[4])",
              "attribute_not_exists(s.k)", "attribute_not_exists(m[0])", "attribute_type(s, :S)",
              "attribute_type(nul, :NULL)", "attribute_type(m, :M)", "attribute_type(ss, :SS)",
              "attribute_type(l, :L)", "NOT attribute_type(s, :N)", "NOT attribute_type(gone, :S)",
              "begins_with(s, :he)", "begins_with(s, :hello)", "begins_with(s, :e)", "begins_with(b, :b12)",
              "begins_with(:hello, s2)", "NOT begins_with(s, :ell)", "NOT begins_with(n, :he)",
              "NOT begins_with(s, :b12)", "NOT begins_with(gone, :he)", "contains(s, :ell)",
              "contains(s, :e)", "NOT contains(s, :z)", "contains(b, :b23)", "contains(ss, :a)",
              "NOT contains(ss, :x)", "contains(ns, :n2)", "NOT contains(ns, :a)", "contains(bs, :b1)",
              "contains(l, :x)", "contains(l, :n7)", "contains(l, :mk)", "contains(l, :l1)",
              "NOT contains(l, :z)", "NOT contains(m, :x)", "NOT contains(n, :n5)", "NOT contains(gone, :x)",
              "NOT contains(s, gone)", "contains(:hello, s2)", "contains(ns, size(bs))",
              "contains(l[3], size(bs))", "NOT contains(ns, size(gone))",
              // size
              "size(s) = :n5", "size(b) = :n3", "size(ss) = size(ss2)", "size(l) = :n4", "size(el) < :n1",
              "size(m) < :n3", "size(s) > :n4", "size(s) = n", ":n5 = size(s)", "size(:hello) = n",
              "size(s) BETWEEN :n4 AND :n7", "size(s) IN (:n4, :n5)", "size(n) <> :n5", "NOT size(t) = :n1",
              "NOT size(nul) < :n10", "NOT size(gone) < :n10", "size(s) <> :hello",
              // connectives
              "s = :hello OR gone = :x AND gone = :z", "NOT (s = :hello AND n = :n1)",
              "NOT s = :z AND n = :n5", "NOT (NOT s = :hello)", "gone = :x OR gone = :z OR s = :hello",
              "(gone = :x OR s = :hello) AND n = :n5", "NOT (gone = :x AND s = :hello OR gone = :z)",
              "s = :hello AND n = :n5 AND t = :true", "NOT NOT NOT gone = :x"})
            QTest::newRow(text) << true;
        for (const char *text : {"s = :z",
                                 "gone = :x",
                                 "gone = nope",
                                 "gone = no2",
                                 "s = n",
                                 "t = :false",
                                 "ss = :ell",
                                 "l = m",
                                 "t <> :true",
                                 "gone < :n1",
                                 "gone >= :n1",
                                 "n > :n5",
                                 "n < :n5",
                                 "n < :hello",
                                 "s > :n1",
                                 "gone BETWEEN :n1 AND :n10",
                                 "n BETWEEN :n7 AND :n10",
                                 "n BETWEEN gone AND :n10",
                                 "n IN (:n1)",
                                 "gone IN (nope, :n1)",
                                 "attribute_exists(gone)",
                                 "attribute_not_exists(nul)",
                                 "attribute_type(s, :N)",
                                 "begins_with(gone, :he)",
                                 "contains(gone, :x)",
                                 "contains(ss, :n1)",
                                 "size(n) = :n1",
                                 "NOT s = :hello",
                                 "s = :hello AND gone = :x",
                                 "gone = :x OR gone = :z",
                                 "NOT (s = :hello OR gone = :x)",
                                 "s = :hello AND (gone = :x OR gone = :z)",
                                 "ss < :n1",
                                 "t >= :n1"})
            QTest::newRow(text) << false;
    }
    void decides()
    {
        QFETCH(bool, expected);
        const document::Item item = given::item(kItem);
        QCOMPARE(holds(QTest::currentDataTag(), item.view()), expected);
    }

    void aMissingItemHasNoAttributes()
    {
        QVERIFY(holds("attribute_not_exists(s)", document::ItemView()));
        QVERIFY(!holds("s = :hello", document::ItemView()));
        QVERIFY(holds("s <> :hello", document::ItemView()));
    }

    void anEmptyConditionHolds() { QVERIFY(evaluate(Condition(), document::ItemView())); }

    void outlivesItsTextAndPlaceholders()
    {
        Result<Condition> condition = [] {
            auto placeholders = given::placeholders("", kValues);
            const std::string text = "s = :hello AND size(:hello) = n AND contains(l, :mk)";
            return parseCondition(text, ExpressionKind::Condition, placeholders);
        }();
        QVERIFY(condition.ok());
        const Condition moved = std::move(*condition);
        QVERIFY(evaluate(moved, given::item(kItem).view()));
        const Condition copied = moved;
        QVERIFY(evaluate(copied, given::item(kItem).view()));
    }
};

QTEST_GUILESS_MAIN(TestConditionEvaluation)
#include "tst_condition_evaluation.moc"
