#include "core/expression/given.h"
#include "expression/key_condition.h"

using namespace stator;
using namespace stator::expression;

namespace {

const std::string kValues =
    R"({":a":{"S":"a"},":b":{"S":"b"},":n":{"N":"1"},":two":{"N":"2"},":t":{"BOOL":true},
    ":bin":{"B":"AAEC"},":e":{"S":""},":eb":{"B":""}})";

Result<KeyConditions> parsed(const QString &text, const std::string &values = kValues)
{
    auto placeholders = given::placeholders("#pk=pk #dot=x.y", values);
    return parseKeyCondition(text.toStdString(), placeholders);
}

model::KeySchema schema(std::vector<model::KeyAttribute> partition, std::vector<model::KeyAttribute> sort)
{
    return {std::move(partition), std::move(sort)};
}

const model::KeyAttribute kPk = {"pk", model::ValueType::S};
const model::KeyAttribute kSk = {"sk", model::ValueType::N};

QString bindError(const QString &text, const model::KeySchema &keys)
{
    const auto conditions = parsed(text);
    if (!conditions.ok())
        return given::errorOf(conditions);
    return given::errorOf(bindKeyCondition(*conditions, keys));
}

} // namespace

class TestKeyCondition : public QObject {
    Q_OBJECT

private slots:
    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("error");
        QTest::newRow("empty") << ""
                               << "The expression can not be empty;";
        QTest::newRow("syntax") << "pk = "
                                << "Syntax error; token: \"<EOF>\", near: \"=\"";
        QTest::newRow("parentheses") << "((pk = :a))"
                                     << "The expression has redundant parentheses;";
        QTest::newRow("reserved") << "name = :a"
                                  << "Attribute name is a reserved keyword; reserved keyword: name";
        QTest::newRow("unknown function") << "f(pk)"
                                          << "Invalid function name; function: f";
        QTest::newRow("undefined")
            << "pk = :no"
            << "An expression attribute value used in expression is not defined; attribute "
               "value: :no";
        const QString op = "Invalid operator used in KeyConditionExpression: ";
        QTest::newRow("OR") << "pk = :a OR sk = :b" << op + "OR";
        QTest::newRow("or in small letters") << "pk = :a or sk = :b" << op + "OR";
        QTest::newRow("NOT") << "NOT pk = :a" << op + "NOT";
        QTest::newRow("IN") << "pk IN (:a)" << op + "IN";
        QTest::newRow("<>") << "pk <> :a" << op + "<>";
        QTest::newRow("contains") << "pk = :a AND contains(sk, :b)" << op + "contains";
        QTest::newRow("attribute_exists") << "attribute_exists(pk)" << op + "attribute_exists";
        QTest::newRow("attribute_type") << "attribute_type(pk, :a)" << op + "attribute_type";
        QTest::newRow("size") << "size(pk) = :n"
                              << "KeyConditionExpressions cannot contain nested operations";
        const QString condition = "Invalid condition in KeyConditionExpression: ";
        QTest::newRow("key not first in BETWEEN")
            << ":a BETWEEN pk AND :b"
            << condition + "BETWEEN operator must have the key attribute as its first operand";
        QTest::newRow("key not first in begins_with")
            << "begins_with(:a, pk)"
            << condition + "begins_with operator must have the key attribute as its first operand";
        QTest::newRow("two attributes")
            << "pk = sk" << condition + "Multiple attribute names used in one condition";
        QTest::newRow("no attribute") << ":a = :b" << condition + "No key attribute specified";
        QTest::newRow("nested path") << "pk.a = :a"
                                     << "KeyConditionExpressions cannot have conditions on nested attributes";
        QTest::newRow("list element")
            << "pk = :a AND sk[1] = :a"
            << "KeyConditionExpressions cannot have conditions on nested attributes";
        QTest::newRow("same key twice") << "pk = :a AND #pk = :b"
                                        << "KeyConditionExpressions must only contain one condition per key";
        QTest::newRow("begins_with a number")
            << "pk = :a AND begins_with(sk, :n)"
            << "Incorrect operand type for operator or function; operator or "
               "function: begins_with, operand type: N";
        QTest::newRow("begins_with three")
            << "begins_with(sk, :a, :b)"
            << "Incorrect number of operands for operator or function; operator or "
               "function: begins_with, number of operands: 3";
        QTest::newRow("order of truths")
            << "pk = :a AND sk < :t"
            << "Incorrect operand type for operator or function; operator: <, operand "
               "type: BOOL";
        QTest::newRow("bounds reversed")
            << "pk = :a AND sk BETWEEN :two AND :n"
            << "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower "
               "bound "
               "operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}";
    }
    void refusesWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, error);
        QCOMPARE(given::errorOf(parsed(text)), "Invalid KeyConditionExpression: " + error);
    }

    void readsClauses()
    {
        const auto conditions = parsed("(:a = #pk) AND (:n < #dot)");
        QVERIFY2(conditions.ok(), qPrintable(given::errorOf(conditions)));
        QCOMPARE(conditions->clauses.size(), std::size_t(2));
        QCOMPARE(conditions->clauses[0].attribute, std::string("pk"));
        QCOMPARE(conditions->clauses[0].op, KeyOperator::Equal);
        QVERIFY(conditions->clauses[0].low == document::Value::string("a"));
        QCOMPARE(conditions->clauses[1].attribute, std::string("x.y"));
        QCOMPARE(conditions->clauses[1].op, KeyOperator::Greater);
    }

    void bindsToTheSchema_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("op");
        const auto row = [](const char *text, KeyOperator op) {
            QTest::newRow(text) << text << static_cast<int>(op);
        };
        row("pk = :a", KeyOperator::None);
        row("pk = :a AND sk = :n", KeyOperator::Equal);
        row("sk < :n AND pk = :a", KeyOperator::Less);
        row("pk = :a AND sk <= :n", KeyOperator::LessOrEqual);
        row("pk = :a AND sk > :n", KeyOperator::Greater);
        row("pk = :a AND :n <= sk", KeyOperator::GreaterOrEqual);
        row("pk = :a AND sk BETWEEN :n AND :two", KeyOperator::Between);
    }
    void bindsToTheSchema()
    {
        QFETCH(QString, text);
        QFETCH(int, op);
        const auto conditions = parsed(text);
        QVERIFY(conditions.ok());
        const auto bound = bindKeyCondition(*conditions, schema({kPk}, {kSk}));
        QVERIFY2(bound.ok(), qPrintable(given::errorOf(bound)));
        QCOMPARE(bound->partition.size(), std::size_t(1));
        QVERIFY(bound->partition[0] == document::Value::string("a"));
        QVERIFY(bound->sortEqual.empty());
        QCOMPARE(static_cast<int>(bound->op), op);
        if (bound->op != KeyOperator::None)
            QVERIFY(bound->low == document::Value::number("1"));
        if (bound->op == KeyOperator::Between)
            QVERIFY(bound->high == document::Value::number("2"));
    }

    void bindsManyAttributes()
    {
        const auto keys =
            schema({{"p1", model::ValueType::S}, {"p2", model::ValueType::N}},
                   {{"s1", model::ValueType::S}, {"s2", model::ValueType::S}, {"s3", model::ValueType::S}});
        const auto conditions = parsed("s2 = :b AND begins_with(s3, :a) AND p2 = :n AND s1 = :a AND p1 = :b");
        QVERIFY(conditions.ok());
        const auto bound = bindKeyCondition(*conditions, keys);
        QVERIFY2(bound.ok(), qPrintable(given::errorOf(bound)));
        QCOMPARE(bound->partition.size(), std::size_t(2));
        QVERIFY(bound->partition[0] == document::Value::string("b"));
        QVERIFY(bound->partition[1] == document::Value::number("1"));
        QCOMPARE(bound->sortEqual.size(), std::size_t(2));
        QVERIFY(bound->sortEqual[0] == document::Value::string("a"));
        QVERIFY(bound->sortEqual[1] == document::Value::string("b"));
        QCOMPARE(bound->op, KeyOperator::BeginsWith);

        QCOMPARE(bindError("p1 = :a AND s1 = :a", keys), "Query condition missed key schema element: p2");
        QCOMPARE(bindError("p1 = :a AND p2 = :n AND s2 = :a", keys),
                 "RANGE key attributes s1 must have equality conditions specified in the query because a "
                 "condition "
                 "is present on key attribute s2");
        QCOMPARE(bindError("p1 = :a AND p2 = :n AND s1 > :a AND s2 = :a", keys),
                 "RANGE key attributes s1 must have equality conditions specified in the query because a "
                 "condition "
                 "is present on key attribute s2");
        QCOMPARE(bindError("p1 = :a AND p2 = :n AND s3 = :a", keys),
                 "RANGE key attributes s1, s2 must have equality conditions specified in the query because a "
                 "condition is present on key attribute s3");
    }

    void refusesWhatTheSchemaDoesNotHave_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hasSortKey");
        QTest::addColumn<QString>("error");
        const QString invalid = "One or more parameter values were invalid: ";
        QTest::newRow("no partition key")
            << "sk = :n" << true << "Query condition missed key schema element: pk";
        QTest::newRow("other attribute")
            << "a = :n" << true << "Query condition missed key schema element: pk";
        QTest::newRow("other sort key")
            << "pk = :a AND a = :n" << true << "Query condition missed key schema element: sk";
        QTest::newRow("no sort key to have")
            << "pk = :a AND a = :n" << false << "Query key condition not supported";
        QTest::newRow("range of partitions") << "pk > :a" << true << "Query key condition not supported";
        QTest::newRow("three conditions")
            << "pk = :a AND sk = :n AND a = :n" << true << "Conditions can be of length 1 or 2 only";
        QTest::newRow("partition type")
            << "pk = :n" << false << invalid + "Condition parameter type does not match schema type";
        QTest::newRow("sort type") << "pk = :a AND begins_with(sk, :a)" << true
                                   << invalid + "Condition parameter type does not match schema type";
        QTest::newRow("empty partition key") << "pk = :e" << true
                                             << "One or more parameter values are not valid. The "
                                                "AttributeValue for a key attribute cannot contain an "
                                                "empty string value. Key: pk";
    }
    void refusesWhatTheSchemaDoesNotHave()
    {
        QFETCH(QString, text);
        QFETCH(bool, hasSortKey);
        QFETCH(QString, error);
        QCOMPARE(bindError(text, hasSortKey ? schema({kPk}, {kSk}) : schema({kPk}, {})), error);
    }

    void refusesKeysThatAreTooLong()
    {
        const auto keys = schema({kPk}, {{"sk", model::ValueType::S}});
        const auto bound = [&](std::size_t partition, std::size_t sort) {
            const auto text = [](std::size_t size) { return "{\"S\":\"" + std::string(size, 'x') + "\"}"; };
            const std::string values = "{\":p\":" + text(partition) + ",\":s\":" + text(sort) + "}";
            return given::errorOf(bindKeyCondition(*parsed("pk = :p AND sk = :s", values), keys));
        };
        QCOMPARE(bound(2048, 1024), "no error");
        QCOMPARE(bound(2049, 1),
                 "One or more parameter values were invalid: Size of hashkey has exceeded the maximum "
                 "size limit of2048 bytes");
        QCOMPARE(bound(1, 1025),
                 "One or more parameter values were invalid: Aggregated size of all range keys has "
                 "exceeded the size limit of 1024 bytes");
    }
};

QTEST_GUILESS_MAIN(TestKeyCondition)
#include "tst_key_condition.moc"
