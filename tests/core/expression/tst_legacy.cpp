#include "expression/legacy.h"

#include "core/expression/given.h"

using namespace stator;
using namespace stator::expression;

namespace {

using document::Value;

Value value(const char *json)
{
    return std::move(document::parseValue(json)).value();
}

const Value kA = Value::string("a");
const Value kB = Value::string("b");
const Value kOne = Value::number("1");
const Value kTwo = Value::number("2");

std::vector<Value> list(const QString &letters)
{
    std::vector<Value> values;
    for (const QChar letter : letters)
        values.push_back(letter == 'a'   ? kA
                         : letter == 'b' ? kB
                         : letter == '1' ? kOne
                         : letter == '2' ? kTwo
                         : letter == 't' ? Value::boolean(true)
                         : letter == 's' ? value(R"({"SS":["a","x"]})")
                                         : value(R"({"L":[{"S":"p"}]})"));
    return values;
}

} // namespace

class TestLegacy : public QObject {
    Q_OBJECT

private slots:
    void operatorsHaveNames()
    {
        for (int i = 0; i < 13; ++i) {
            const auto op = static_cast<ComparisonOperator>(i);
            QCOMPARE(comparisonOperatorFromWireName(wireName(op)), op);
        }
        QVERIFY(wireName(ComparisonOperator::BeginsWith) == "BEGINS_WITH");
        QVERIFY(wireName(ComparisonOperator::NotNull) == "NOT_NULL");
        QVERIFY(!comparisonOperatorFromWireName("eq"));
    }

    void refusesConditions_data()
    {
        QTest::addColumn<QString>("op");
        QTest::addColumn<QString>("values");
        QTest::addColumn<QString>("error");
        const QString invalid = "One or more parameter values were invalid: ";
        const auto row = [](const QString &op, const QString &values, const QString &error) {
            QTest::newRow(qPrintable(op + " of " + values)) << op << values << error;
        };
        for (const auto &[op, values] :
             std::initializer_list<std::pair<QString, QString>>{{"EQ", ""},
                                                                {"EQ", "ab"},
                                                                {"NULL", "a"},
                                                                {"NOT_NULL", "a"},
                                                                {"BETWEEN", "a"},
                                                                {"IN", ""},
                                                                {"CONTAINS", "ab"}})
            row(op, values, invalid + "Invalid number of argument(s) for the " + op + " ComparisonOperator");
        row("IN", "a1", invalid + "AttributeValues inside AttributeValueList must be of same type");
        row("BETWEEN", "1a", invalid + "AttributeValues inside AttributeValueList must be of same type");
        row("LT", "t", invalid + "ComparisonOperator LT is not valid for BOOL AttributeValue type");
        row("CONTAINS", "s", invalid + "ComparisonOperator CONTAINS is not valid for SS AttributeValue type");
        row("BEGINS_WITH", "1",
            invalid + "ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type");
        row("BETWEEN", "21",
            "The BETWEEN condition was provided a range where the lower bound is greater than the upper "
            "bound");
    }
    void refusesConditions()
    {
        QFETCH(QString, op);
        QFETCH(QString, values);
        QFETCH(QString, error);
        const LegacyCondition condition = {"x", *comparisonOperatorFromWireName(op.toStdString()),
                                           list(values)};
        QCOMPARE(given::errorOf(conditionFromFilter({&condition, 1}, std::nullopt)), error);
        QCOMPARE(given::errorOf(keyConditionsFromLegacy({&condition, 1})), error);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("attribute");
        QTest::addColumn<QString>("op");
        QTest::addColumn<QString>("values");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *attribute, const char *op, const char *values, bool expected) {
            QTest::newRow(qPrintable(QString("%1 %2 %3").arg(attribute, op, values)))
                << attribute << op << values << expected;
        };
        row("s", "EQ", "a", true);
        row("s", "EQ", "b", false);
        row("no", "EQ", "a", false);
        row("s", "NE", "b", true);
        row("no", "NE", "a", true);
        row("n", "LE", "1", true);
        row("n", "LT", "1", false);
        row("n", "GE", "1", true);
        row("n", "GT", "1", false);
        row("n", "LT", "a", false);
        row("n", "BETWEEN", "12", true);
        row("n", "IN", "21", true);
        row("n", "IN", "2", false);
        row("no", "NULL", "", true);
        row("nul", "NULL", "", false);
        row("nul", "NOT_NULL", "", true);
        row("no", "NOT_NULL", "", false);
        row("ss", "CONTAINS", "a", true);
        row("ss", "NOT_CONTAINS", "a", false);
        row("ss", "NOT_CONTAINS", "b", true);
        row("no", "NOT_CONTAINS", "a", true);
        row("no", "CONTAINS", "a", false);
        row("s", "BEGINS_WITH", "a", true);
        row("no", "BEGINS_WITH", "a", false);
        row("a.b", "EQ", "b", true); // a name, not a path
    }
    void filters()
    {
        QFETCH(QString, attribute);
        QFETCH(QString, op);
        QFETCH(QString, values);
        QFETCH(bool, expected);
        const auto item = given::item(
            R"({"s":{"S":"a"},"n":{"N":"1"},"nul":{"NULL":true},"ss":{"SS":["a"]},"a.b":{"S":"b"}})");
        const LegacyCondition condition = {attribute.toStdString(),
                                           *comparisonOperatorFromWireName(op.toStdString()), list(values)};
        const auto filter = conditionFromFilter({&condition, 1}, std::nullopt);
        QVERIFY2(filter.ok(), qPrintable(given::errorOf(filter)));
        QCOMPARE(evaluate(*filter, item.view()), expected);
    }

    void joinsConditions()
    {
        const auto item = given::item(R"({"x":{"S":"a"},"y":{"S":"b"}})");
        const LegacyCondition xIsA = {"x", ComparisonOperator::Eq, {kA}};
        const LegacyCondition yIsA = {"y", ComparisonOperator::Eq, {kA}};
        const LegacyCondition yIsB = {"y", ComparisonOperator::Eq, {kB}};
        const auto holds = [&](std::vector<LegacyCondition> conditions,
                               std::optional<ConditionalOperator> op) {
            return evaluate(*conditionFromFilter(conditions, op), item.view());
        };
        QVERIFY(holds({xIsA, yIsB}, std::nullopt));
        QVERIFY(!holds({xIsA, yIsA}, std::nullopt));
        QVERIFY(!holds({yIsA, xIsA, yIsB}, ConditionalOperator::And));
        QVERIFY(holds({yIsA, xIsA, yIsA}, ConditionalOperator::Or));
        QVERIFY(!holds({yIsA, yIsA}, ConditionalOperator::Or));
        QVERIFY(holds({}, std::nullopt));
        QVERIFY(!conditionFromFilter({}, ConditionalOperator::And).ok());
        QVERIFY(!conditionFromFilter({&xIsA, 1}, ConditionalOperator::And).ok());
    }

    void refusesExpectations_data()
    {
        QTest::addColumn<LegacyExpected>("expected");
        QTest::addColumn<QString>("error");
        const auto eq = ComparisonOperator::Eq;
        const std::vector<Value> one = {kA};
        QTest::newRow("value and list")
            << LegacyExpected{"x", {}, kA, eq, one}
            << "Value and AttributeValueList cannot be used together for Attribute: x";
        QTest::newRow("exists and operator")
            << LegacyExpected{"x", true, kA, eq, {}}
            << "Exists and ComparisonOperator cannot be used together for Attribute: x";
        QTest::newRow("operator alone")
            << LegacyExpected{"x", {}, {}, eq, {}}
            << "Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: x";
        QTest::newRow("list alone")
            << LegacyExpected{"x", {}, {}, {}, one}
            << "AttributeValueList can only be used with a ComparisonOperator for Attribute: x";
        QTest::newRow("nothing") << LegacyExpected{"x", {}, {}, {}, {}}
                                 << "Value must be provided when Exists is null for Attribute: x";
        QTest::newRow("true alone") << LegacyExpected{"x", true, {}, {}, {}}
                                    << "Value must be provided when Exists is true for Attribute: x";
        QTest::newRow("false and value") << LegacyExpected{"x", false, kA, {}, {}}
                                         << "Value cannot be used when Exists is false for Attribute: x";
    }
    void refusesExpectations()
    {
        QFETCH(LegacyExpected, expected);
        QFETCH(QString, error);
        QCOMPARE(given::errorOf(conditionFromExpected({&expected, 1}, std::nullopt)),
                 "One or more parameter values were invalid: " + error);
    }

    void expects()
    {
        const auto item = given::item(R"({"x":{"S":"a"}})");
        const auto holds = [&](const LegacyExpected &expected) {
            return evaluate(*conditionFromExpected({&expected, 1}, std::nullopt), item.view());
        };
        QVERIFY(holds({"x", {}, kA, {}, {}}));
        QVERIFY(holds({"x", true, kA, {}, {}}));
        QVERIFY(!holds({"x", true, kB, {}, {}}));
        QVERIFY(!holds({"x", false, {}, {}, {}}));
        QVERIFY(holds({"y", false, {}, {}, {}}));
        QVERIFY(holds({"y", {}, {}, ComparisonOperator::Null, {}}));
        QVERIFY(holds({"x", {}, kB, ComparisonOperator::Lt, {}}));
        QVERIFY(holds({"x", {}, {}, ComparisonOperator::In, std::vector<Value>{kB, kA}}));
    }

    void readsKeyConditions()
    {
        const std::vector<LegacyCondition> conditions = {{"pk", ComparisonOperator::Eq, {kA}},
                                                         {"sk", ComparisonOperator::Between, {kOne, kTwo}}};
        const auto keys = keyConditionsFromLegacy(conditions);
        QVERIFY(keys.ok());
        QCOMPARE(keys->clauses.size(), std::size_t(2));
        QCOMPARE(keys->clauses[1].op, KeyOperator::Between);
        QVERIFY(keys->clauses[1].low == kOne && keys->clauses[1].high == kTwo);

        QCOMPARE(given::errorOf(keyConditionsFromLegacy({})), "Conditions can be of length 1 or 2 only");
        const LegacyCondition other = {"pk", ComparisonOperator::Ne, {kA}};
        QCOMPARE(given::errorOf(keyConditionsFromLegacy({&other, 1})),
                 "Attempted conditional constraint is not an indexable operation");
    }

    void refusesUpdates_data()
    {
        QTest::addColumn<LegacyUpdate>("update");
        QTest::addColumn<QString>("error");
        using Action = LegacyUpdate::Action;
        QTest::newRow("PUT nothing") << LegacyUpdate{"x", {}, Action::Put}
                                     << "Only DELETE action is allowed when no attribute value is specified";
        QTest::newRow("ADD nothing") << LegacyUpdate{"x", {}, Action::Add}
                                     << "Only DELETE action is allowed when no attribute value is specified";
        QTest::newRow("DELETE string") << LegacyUpdate{"x", kA, Action::Delete}
                                       << "DELETE action with value is not supported for the type S";
        QTest::newRow("ADD string") << LegacyUpdate{"x", kA, Action::Add}
                                    << "ADD action is not supported for the type S";
    }
    void refusesUpdates()
    {
        QFETCH(LegacyUpdate, update);
        QFETCH(QString, error);
        QCOMPARE(given::errorOf(updateFromAttributeUpdates({&update, 1})),
                 "One or more parameter values were invalid: " + error);
    }

    void updates()
    {
        using Action = LegacyUpdate::Action;
        const auto item = given::item(
            R"({"a.b":{"S":"x"},"l":{"L":[{"S":"o"}]},"n":{"N":"1"},"r":{"S":"x"},"ss":{"SS":["a","b"]}})");
        const std::vector<LegacyUpdate> updates = {{"a.b", kB, Action::Put},
                                                   {"l", list("l")[0], Action::Add},
                                                   {"n", kTwo, Action::Add},
                                                   {"r", {}, Action::Delete},
                                                   {"ss", list("s")[0], Action::Delete}};
        const auto update = updateFromAttributeUpdates(updates);
        QVERIFY(update.ok());
        QVERIFY(update->createsItem());
        const auto changed = applyUpdate(*update, item.view(), document::ItemView());
        QVERIFY2(changed.ok(), qPrintable(given::errorOf(changed)));
        QCOMPARE(
            given::json(changed->view()),
            given::json(std::string(
                R"({"a.b":{"S":"b"},"l":{"L":[{"S":"o"},{"S":"p"}]},"n":{"N":"3"},"ss":{"SS":["b"]}})")));

        const LegacyUpdate mismatch = {"r", kOne, Action::Add};
        QCOMPARE(given::errorOf(applyUpdate(*updateFromAttributeUpdates({&mismatch, 1}), item.view(), {})),
                 "Type mismatch for attribute to update");
        const LegacyUpdate removal = {"r", {}, Action::Delete};
        QVERIFY(!updateFromAttributeUpdates({&removal, 1})->createsItem());
        QVERIFY(updateFromAttributeUpdates({})->createsItem());
    }

    void projects()
    {
        const std::vector<std::string> names = {"b", "a.c"};
        const auto projection = projectionFromAttributesToGet(names);
        QVERIFY(projection.ok());
        const auto item = given::item(R"({"a":{"M":{"c":{"N":"1"}}},"a.c":{"N":"2"},"b":{"N":"3"}})");
        QCOMPARE(given::json(document::project(item.view(), projection->paths).view()),
                 given::json(std::string(R"({"a.c":{"N":"2"},"b":{"N":"3"}})")));
        const std::vector<std::string> twice = {"b", "a", "b"};
        QCOMPARE(given::errorOf(projectionFromAttributesToGet(twice)),
                 "One or more parameter values were invalid: Duplicate value in attribute name: b");
    }
};

QTEST_GUILESS_MAIN(TestLegacy)
#include "tst_legacy.moc"
