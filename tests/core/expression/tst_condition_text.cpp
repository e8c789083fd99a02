#include "core/expression/given.h"
#include "expression/condition.h"

using namespace stator;
using namespace stator::expression;

namespace {

const std::string kValues =
    R"({":a":{"S":"a"},":b":{"S":"b"},":n":{"N":"1"},":two":{"N":"2"},":t":{"BOOL":true},
    ":m":{"M":{}},":l":{"L":[]},":null":{"NULL":true},":ss":{"SS":["x"]},":bin":{"B":"AAEC"},":bin2":{"B":"AAE="}})";

QString errorOf(const QString &text, ExpressionKind kind = ExpressionKind::Condition)
{
    auto placeholders = given::placeholders("#a=alpha #dot=x.y", kValues);
    return given::errorOf(parseCondition(text.toStdString(), kind, placeholders));
}

} // namespace

class TestConditionText : public QObject {
    Q_OBJECT

private slots:
    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("error");
        const auto syntax = [](const char *token, const char *near) {
            return QString("Syntax error; token: \"%1\", near: \"%2\"").arg(token, near);
        };
        QTest::newRow("empty") << ""
                               << "The expression can not be empty;";
        QTest::newRow("name alone") << "a" << syntax("<EOF>", "a");
        QTest::newRow("value alone") << ":a" << syntax("<EOF>", ":a");
        QTest::newRow("no right side") << "a =" << syntax("<EOF>", "=");
        QTest::newRow("chained comparison") << "a = b = c" << syntax("=", "b = c");
        QTest::newRow("operand group alone") << "(a)" << syntax("<EOF>", ")");
        QTest::newRow("operand group as condition") << "(a) AND b = :a" << syntax("AND", ") AND b");
        QTest::newRow("group not closed") << "(a = :a" << syntax("<EOF>", ":a");
        QTest::newRow("group not opened") << "a = :a)" << syntax(")", ":a)");
        QTest::newRow("condition as operand") << "a = (b = :a)" << syntax("=", "b = :a");
        QTest::newRow("NOT as operand") << "a = NOT b" << syntax("NOT", "= NOT b");
        QTest::newRow("compared condition") << "(a = :a) = b" << syntax("=", ") = b");
        QTest::newRow("empty IN") << "a IN ()" << syntax(")", "()");
        QTest::newRow("IN without list") << "a IN :a" << syntax(":a", "IN :a");
        QTest::newRow("BETWEEN without AND") << "a BETWEEN :a, :b" << syntax(",", ":a, :b");
        QTest::newRow("function without operands") << "attribute_exists()" << syntax(")", "()");
        QTest::newRow("function not closed") << "attribute_exists(a" << syntax("<EOF>", "a");
        QTest::newRow("index by value") << "a[:n] = :n" << syntax(":n", "[:n]");
        QTest::newRow("index without digits") << "a[] = :n" << syntax("]", "[] =");
        QTest::newRow("path ends in a dot") << "a. = :n" << syntax("=", ". = :n");
        QTest::newRow("underscore first") << "_a = :n" << syntax("_", "_a");
        QTest::newRow("digit first") << "a = 5" << syntax("5", "= 5");
        QTest::newRow("sum") << "a = :n + :n" << syntax("+", ":n + :n");
        QTest::newRow("two conditions") << "a = :n b = :n" << syntax("b", ":n b =");
        QTest::newRow("keyword first") << "AND a = :n" << syntax("AND", "AND a");
        QTest::newRow("unknown character") << "a = \"x\"" << syntax("\"", "= \"x");

        const QString redundant = "The expression has redundant parentheses;";
        QTest::newRow("doubled around a condition") << "((a = :a))" << redundant;
        QTest::newRow("doubled around an operand") << "((a)) = :a" << redundant;
        QTest::newRow("doubled on the right") << "a = ((:a))" << redundant;
        QTest::newRow("doubled inside a function") << "size(((a))) = :n" << redundant;
        QTest::newRow("doubled inside") << "NOT ((a = :a)) AND (b = :b)" << redundant;
        QTest::newRow("syntax before parentheses") << "((a = :a)) AND" << syntax("<EOF>", "AND");
        QTest::newRow("parentheses before functions") << "((f(a)))" << redundant;

        QTest::newRow("unknown function") << "exists(a)"
                                          << "Invalid function name; function: exists";
        QTest::newRow("functions have case") << "Contains(a, :a)"
                                             << "Invalid function name; function: Contains";
        QTest::newRow("update function")
            << "a = list_append(a, :l)"
            << "The function is not allowed in a condition expression; function: list_append";
        QTest::newRow("unknown before misused") << "size(a) AND f(b)"
                                                << "Invalid function name; function: f";

        const QString misused =
            "The function is not allowed to be used this way in an expression; function: ";
        QTest::newRow("size alone") << "size(a)" << misused + "size";
        QTest::newRow("size alone in a group") << "(size(a)) AND b = :a" << misused + "size";
        QTest::newRow("condition compared") << "contains(a, :a) = :t" << misused + "contains";
        QTest::newRow("condition as argument")
            << "contains(a, begins_with(b, :a))" << misused + "begins_with";
        QTest::newRow("condition in a list") << "a IN (:a, contains(b, :a))" << misused + "contains";
        QTest::newRow("condition as a bound") << "a BETWEEN contains(b, :a) AND :b" << misused + "contains";
        QTest::newRow("misused before reserved") << "size(name)" << misused + "size";

        const QString reserved = "Attribute name is a reserved keyword; reserved keyword: ";
        QTest::newRow("reserved word") << "Status = :a" << reserved + "Status";
        QTest::newRow("reserved word within a path") << "a.b.Name[1] = :a" << reserved + "Name";
        QTest::newRow("keyword within a path") << "a.and = :a" << reserved + "and";
        QTest::newRow("reserved before undefined") << "#no = :a AND size = :a" << reserved + "size";

        QTest::newRow("undefined name")
            << "#no = :a"
            << "An expression attribute name used in the document path is not defined; "
               "attribute name: #no";
        QTest::newRow("undefined value")
            << "#a = :no"
            << "An expression attribute value used in expression is not defined; "
               "attribute value: :no";
        QTest::newRow("undefined within size")
            << "size(#no) = :n"
            << "An expression attribute name used in the document path is not "
               "defined; attribute name: #no";
        QTest::newRow("left to right")
            << "a < :t AND #no = :a"
            << "Incorrect operand type for operator or function; operator: <, operand "
               "type: BOOL";
        QTest::newRow("undefined before count")
            << "contains(#no)"
            << "An expression attribute name used in the document path is not "
               "defined; attribute name: #no";

        const QString count =
            "Incorrect number of operands for operator or function; operator or function: %1, "
            "number of operands: %2";
        QTest::newRow("one too many") << "attribute_exists(a, b)" << count.arg("attribute_exists").arg(2);
        QTest::newRow("one too few") << "begins_with(a)" << count.arg("begins_with").arg(1);
        QTest::newRow("three to contains") << "contains(a, :a, :b)" << count.arg("contains").arg(3);
        QTest::newRow("two to size") << "size(a, b) = :n" << count.arg("size").arg(2);

        const QString distinct =
            "The first operand must be distinct from the remaining operands for this operator or "
            "function; operator: %1, first operand: [%2]";
        QTest::newRow("equal to itself") << "a = a" << distinct.arg("=", "a");
        QTest::newRow("nested path to itself") << "a.b[2] < a.b[2]" << distinct.arg("<", "a, b, [2]");
        QTest::newRow("alias of itself") << "#a <> alpha" << distinct.arg("<>", "alpha");
        QTest::newRow("contains itself") << "contains(a, a)" << distinct.arg("contains", "a");
        QTest::newRow("in itself") << "a IN (:a, a)" << distinct.arg("IN", "a");

        const QString type =
            "Incorrect operand type for operator or function; operator: %1, operand type: %2";
        QTest::newRow("order of maps") << "a < :m" << type.arg("<", "M");
        QTest::newRow("order of lists") << ":l >= a" << type.arg(">=", "L");
        QTest::newRow("order of sets") << "a > :ss" << type.arg(">", "SS");
        QTest::newRow("order of nulls") << "a <= :null" << type.arg("<=", "NULL");
        QTest::newRow("between truths") << "a BETWEEN :t AND :t" << type.arg("BETWEEN", "BOOL");
        QTest::newRow("bounds of two types")
            << "a BETWEEN :a AND :n"
            << "The BETWEEN operator requires same data type for lower and upper bounds; lower bound "
               "operand: "
               "AttributeValue: {S:a}, upper bound operand: AttributeValue: {N:1}";
        QTest::newRow("bounds reversed")
            << "a BETWEEN :two AND :n"
            << "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower "
               "bound "
               "operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}";
        QTest::newRow("binary bounds reversed")
            << "a BETWEEN :bin AND :bin2"
            << "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower "
               "bound "
               "operand: AttributeValue: {B:AAEC}, upper bound operand: AttributeValue: {B:AAE=}";

        const QString functionType =
            "Incorrect operand type for operator or function; operator or function: %1, operand type: %2";
        const QString path = "Operator or function requires a document path; operator or function: ";
        QTest::newRow("existence of a value") << "attribute_exists(:a)" << path + "attribute_exists";
        QTest::newRow("absence of a size")
            << "attribute_not_exists(size(a))" << path + "attribute_not_exists";
        QTest::newRow("type of a value") << "attribute_type(:a, :a)" << path + "attribute_type";
        QTest::newRow("type by path")
            << "attribute_type(a, b)" << functionType.arg("attribute_type", "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}");
        QTest::newRow("type by number") << "attribute_type(a, :n)" << functionType.arg("attribute_type", "N");
        QTest::newRow("unknown type") << "attribute_type(a, :a)"
                                      << "Invalid attribute type name found; type: a, valid types: "
                                         "{B,NULL,SS,BOOL,L,BS,N,NS,S,M}";
        QTest::newRow("prefix of a number") << "begins_with(a, :n)" << functionType.arg("begins_with", "N");
        QTest::newRow("number as first operand")
            << "begins_with(:n, a)" << functionType.arg("begins_with", "N");
        QTest::newRow("prefix of a size")
            << "begins_with(size(a), :a)" << functionType.arg("begins_with", "N");
        QTest::newRow("size of a number") << "size(:n) = :n" << functionType.arg("size", "N");
        QTest::newRow("size of a truth") << "size(:t) = :n" << functionType.arg("size", "BOOL");
        QTest::newRow("size of a size") << "size(size(a)) = :n" << functionType.arg("size", "N");
    }
    void refusesWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, error);
        QCOMPARE(errorOf(text), "Invalid ConditionExpression: " + error);
        QCOMPARE(errorOf(text, ExpressionKind::Filter), "Invalid FilterExpression: " + error);
    }

    void acceptsWhatIsRight_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"a = :a",
                                 "(a = :a)",
                                 "(a) = (:a)",
                                 "((a) = (:a))",
                                 "((a = :a) AND (b = :b))",
                                 "not a=:a",
                                 "NOT NOT a = :a",
                                 "NOT (NOT (a = :a))",
                                 "(size(a)) > :n",
                                 "size((a)) > :n",
                                 "size(:a) > :n",
                                 "a BETWEEN :a AND :b AND b = :a",
                                 "a between (:a) and :b or c = :a",
                                 ":a IN (a, b, size(c), (d))",
                                 "attribute_exists(#dot[0].b)",
                                 "(attribute_exists(a))",
                                 "begins_with(:a, a)",
                                 "a<>:l",
                                 "a = b AND c = d OR NOT e = f",
                                 ":a = :a",
                                 "a.b = a.c",
                                 "a\n=\t:a",
                                 "size(a) = size(a)"})
            QTest::newRow(text) << text;
    }
    void acceptsWhatIsRight()
    {
        QFETCH(QString, text);
        QCOMPARE(errorOf(text), "no error");
    }

    void takes4096BytesAndNoMore()
    {
        const QString text = "a = :a";
        QCOMPARE(errorOf(text + QString(4096 - text.size(), ' ')), "no error");
        QCOMPARE(
            errorOf(text + QString(4097 - text.size(), ' ')),
            "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size; expression "
            "size: 4097");
    }

    void takes300OperatorsAndNoMore()
    {
        // 150 comparisons and 149 ANDs; a NOT makes 300, two make 301.
        QString text = "a=:a";
        for (int i = 1; i < 150; ++i)
            text += " AND a=:a";
        QCOMPARE(errorOf("NOT " + text), "no error");
        QCOMPARE(
            errorOf("NOT NOT " + text),
            "Invalid ConditionExpression: The expression contains too many operators; operator count: 301");
    }

    void takes100OperandsOfInAndNoMore()
    {
        QString list = ":a";
        for (int i = 1; i < 100; ++i)
            list += ",:a";
        QCOMPARE(errorOf("a IN (" + list + ")"), "no error");
        QCOMPARE(errorOf("a IN (" + list + ",:a)"),
                 "Invalid ConditionExpression: The IN operator is provided with too many operands; number of "
                 "operands: 101");
    }

    void deepNestingCostsNoStack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("error");
        const auto nested = [](const QString &open, int count, const QString &middle, const QString &close) {
            return open.repeated(count) + middle + close.repeated(count);
        };
        const QString prefix = "Invalid ConditionExpression: ";
        const QString redundant = prefix + "The expression has redundant parentheses;";
        QTest::newRow("condition groups") << nested("(", 2000, "a=:a", ")") << redundant;
        QTest::newRow("operand groups") << nested("(", 2000, "a", ")") + "=:a" << redundant;
        QTest::newRow("never closed")
            << QString("(").repeated(4096) << prefix + "Syntax error; token: \"<EOF>\", near: \"(\"";
        QTest::newRow("ten thousand") << nested("(", 10000, "a=:a", ")")
                                      << prefix + "Expression size has exceeded the maximum allowed size; "
                                                  "expression size: 20004";
        QTest::newRow("sizes")
            << nested("size(", 600, "a", ")") + "=:n"
            << prefix + "Incorrect operand type for operator or function; operator or function: "
                        "size, operand type: N";
        QTest::newRow("negated groups") << nested("NOT(", 299, "a=:a", ")") << "no error";
        QTest::newRow("alternating groups") << nested("(a=:a OR ", 149, "a=:a", ")") << "no error";
    }
    void deepNestingCostsNoStack()
    {
        QFETCH(QString, text);
        QFETCH(QString, error);
        QCOMPARE(errorOf(text), error);
    }

    void refusesIndexesNoListCanHave()
    {
        QCOMPARE(errorOf("a[2147483647] = :a"), "no error");
        for (const char *index : {"2147483648", "4294967296", "99999999999999999999"})
            QCOMPARE(
                errorOf(QString("a[%1] = :a").arg(index)),
                QString(
                    "Invalid ConditionExpression: List index is not within the allowable range; index: [%1]")
                    .arg(index));
    }

    void knowsItsAttributes()
    {
        auto placeholders = given::placeholders("#a=alpha", kValues);
        const auto condition = parseCondition("size(b.c) > :n OR #a = :a AND attribute_exists(b)",
                                              ExpressionKind::Filter, placeholders);
        QVERIFY(condition.ok());
        QCOMPARE(condition->attributes.size(), std::size_t(2));
        QCOMPARE(condition->attributes[0].attribute, std::string("b"));
        QVERIFY(condition->attributes[0].isNested);
        const model::KeySchema keys = {{{"alpha", model::ValueType::S}}, {}};
        QCOMPARE(
            given::errorOf(checkFilterKeys(*condition, keys, "Filter Expression")),
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: alpha");
    }
};

QTEST_GUILESS_MAIN(TestConditionText)
#include "tst_condition_text.moc"
