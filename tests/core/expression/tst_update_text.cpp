#include "core/expression/given.h"
#include "expression/update.h"

using namespace stator;
using namespace stator::expression;

namespace {

const std::string kValues = R"({":a":{"S":"a"},":n":{"N":"1"},":t":{"BOOL":true},":m":{"M":{}},":l":{"L":[]},
    ":null":{"NULL":true},":ss":{"SS":["x"]},":bin":{"B":"AAEC"}})";

Result<Update> parsed(const QString &text)
{
    auto placeholders = given::placeholders("#a=alpha", kValues);
    return parseUpdate(text.toStdString(), placeholders);
}

QString errorOf(const QString &text)
{
    return given::errorOf(parsed(text));
}

} // namespace

class TestUpdateText : public QObject {
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
        QTest::newRow("no section") << "a = :a" << syntax("a", "a =");
        QTest::newRow("section alone") << "SET" << syntax("<EOF>", "SET");
        QTest::newRow("digits first") << "SET _123" << syntax("_", "SET _123");
        QTest::newRow("no value") << "SET a" << syntax("<EOF>", "a");
        QTest::newRow("comma at the end") << "SET a = :a," << syntax("<EOF>", ",");
        QTest::newRow("three terms") << "SET a = b + c + d" << syntax("+", "c + d");
        QTest::newRow("sum within a function") << "SET a = list_append(b + c, :l)" << syntax("+", "b + c");
        QTest::newRow("sum within two groups") << "SET a = ((b + c))" << syntax("+", "b + c");
        QTest::newRow("sum of a sum") << "SET a = (b + c) + d" << syntax("+", ") + d");
        QTest::newRow("function without operands") << "SET a = list_append()" << syntax(")", "()");
        QTest::newRow("group not closed") << "SET a = (b" << syntax("<EOF>", "b");
        QTest::newRow("list in a group") << "SET a = (b, c)" << syntax(",", "b, c");
        QTest::newRow("REMOVE of a value") << "REMOVE :a" << syntax(":a", "REMOVE :a");
        QTest::newRow("ADD of a path") << "ADD a b" << syntax("b", "a b");
        QTest::newRow("ADD with equals") << "ADD a = :n" << syntax("=", "a = :n");
        QTest::newRow("no second section") << "SET a = :a b = :a" << syntax("b", ":a b =");
        QTest::newRow("section as a name") << "SET add = :a" << syntax("add", "SET add =");

        QTest::newRow("doubled parentheses") << "SET a = ((:a))"
                                             << "The expression has redundant parentheses;";
        QTest::newRow("doubled in a function") << "SET a = list_append(((b)), :l)"
                                               << "The expression has redundant parentheses;";
        QTest::newRow("reserved word") << "SET Name = :a"
                                       << "Attribute name is a reserved keyword; reserved keyword: Name";
        QTest::newRow("reserved word read")
            << "SET a = b.status"
            << "Attribute name is a reserved keyword; reserved keyword: status";
        QTest::newRow("reserved before unknown function")
            << "SET a = f(b), name = :a"
            << "Attribute name is a reserved keyword; reserved keyword: name";
        QTest::newRow("condition function")
            << "SET a = size(b)"
            << "The function is not allowed in an update expression; function: size";
        QTest::newRow("functions have case") << "SET a = List_Append(b, :l)"
                                             << "Invalid function name; function: List_Append";
        QTest::newRow("unknown function before repetition") << "SET a = f(b) SET c = :a"
                                                            << "Invalid function name; function: f";
        QTest::newRow("repeated SET") << "SET a = :a set b = :a"
                                      << "The \"SET\" section can only be used once in an update expression;";
        QTest::newRow("repeated REMOVE")
            << "REMOVE a SET c = :a REMOVE b"
            << "The \"REMOVE\" section can only be used once in an update expression;";
        QTest::newRow("repetition before undefined name")
            << "ADD #no :n ADD b :n"
            << "The \"ADD\" section can only be used once in an update expression;";
        const QString noName =
            "An expression attribute name used in the document path is not defined; attribute name: #no";
        const QString noValue =
            "An expression attribute value used in expression is not defined; attribute value: :no";
        QTest::newRow("undefined name") << "SET #no = :a" << noName;
        QTest::newRow("undefined name before value") << "SET a = :no, #no = :a" << noName;
        QTest::newRow("undefined value") << "DELETE a :no" << noValue;
        QTest::newRow("undefined value before overlap") << "SET a = :a, a = :no" << noValue;
        const QString rest = " with each other; must remove or rewrite one of these paths; path one: ";
        QTest::newRow("overlap") << "SET a.b = :a REMOVE a"
                                 << "Two document paths overlap" + rest + "[a, b], path two: [a]";
        QTest::newRow("overlap by alias")
            << "SET alpha = :a ADD #a :n"
            << "Two document paths overlap" + rest + "[alpha], path two: [alpha]";
        QTest::newRow("conflict") << "SET a.b = :a, a[1] = :a"
                                  << "Two document paths conflict" + rest + "[a, b], path two: [a, [1]]";
        QTest::newRow("overlap before operand types")
            << "ADD a :a SET a = :a"
            << "Two document paths overlap" + rest + "[a], path two: [a]";

        const QString type =
            "Incorrect operand type for operator or function; operator: %1, operand type: %2";
        QTest::newRow("ADD string") << "ADD a :a" << type.arg("ADD", "STRING");
        QTest::newRow("ADD binary") << "ADD a :bin" << type.arg("ADD", "BINARY");
        QTest::newRow("ADD truth") << "ADD a :t" << type.arg("ADD", "BOOLEAN");
        QTest::newRow("ADD null") << "ADD a :null" << type.arg("ADD", "NULL");
        QTest::newRow("ADD list") << "ADD a :l" << type.arg("ADD", "LIST");
        QTest::newRow("ADD map") << "ADD a :m" << type.arg("ADD", "MAP");
        QTest::newRow("DELETE number") << "DELETE a :n" << type.arg("DELETE", "NUMBER");
        QTest::newRow("operand type before functions")
            << "SET b = :a + :n ADD a :a" << type.arg("ADD", "STRING");

        const QString functionType =
            "Incorrect operand type for operator or function; operator or function: %1, operand type: %2";
        QTest::newRow("plus a string") << "SET a = b + :a" << functionType.arg("+", "S");
        QTest::newRow("minus a truth") << "SET a = :t - b" << functionType.arg("-", "BOOL");
        QTest::newRow("append a string")
            << "SET a = list_append(b, :a)" << functionType.arg("list_append", "S");
        QTest::newRow("append to a set")
            << "SET a = list_append(:ss, b)" << functionType.arg("list_append", "SS");
        QTest::newRow("if_not_exists of a value")
            << "SET a = if_not_exists(:a, :a)"
            << "Operator or function requires a document path; operator or function: if_not_exists";
        QTest::newRow("if_not_exists of a function")
            << "SET a = if_not_exists(list_append(a, b), :a)"
            << "Operator or function requires a document path; operator or function: if_not_exists";
        const QString count =
            "Incorrect number of operands for operator or function; operator or function: %1, "
            "number of operands: %2";
        QTest::newRow("if_not_exists of one")
            << "SET a = if_not_exists(a)" << count.arg("if_not_exists").arg(1);
        QTest::newRow("list_append of three")
            << "SET a = list_append(a, b, c)" << count.arg("list_append").arg(3);
    }
    void refusesWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, error);
        QCOMPARE(errorOf(text), "Invalid UpdateExpression: " + error);
    }

    void acceptsWhatIsRight_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"SET a = :a", "set a=:a", "SET a = (:a)", "SET a = (b) + (:n)",
              "SET a = b, b = a REMOVE c, d[0] ADD e :n DELETE f :ss",
              "DELETE f :ss ADD e :n REMOVE c SET a = :a", "SET a = if_not_exists(a, :n) + :n",
              "SET a = list_append(if_not_exists(a, :l), :l)", "SET a[0] = :a, a[1] = :a",
              "SET a.b = a.c, a.d = a", "SET a = (list_append((a), (:l)))", "SET #a.b[3].c = #a"})
            QTest::newRow(text) << text;
    }
    void acceptsWhatIsRight()
    {
        QFETCH(QString, text);
        QCOMPARE(errorOf(text), "no error");
    }

    void takes300OperatorsAndNoMore()
    {
        QString text = "SET a0=b+:n";
        for (int i = 1; i < 300; ++i)
            text += ",a" + QString::number(i) + "=b+:n";
        QCOMPARE(errorOf(text), "no error");
        QCOMPARE(errorOf(text + ",x=b-:n"),
                 "Invalid UpdateExpression: The expression contains too many operators; operator count: 301");
    }

    void takes4096BytesAndNoMore()
    {
        const QString text = "SET a = :a";
        QCOMPARE(errorOf(text + QString(4096 - text.size(), ' ')), "no error");
        QCOMPARE(errorOf(text + QString(4097 - text.size(), ' ')),
                 "Invalid UpdateExpression: Expression size has exceeded the maximum allowed size; "
                 "expression size: "
                 "4097");
    }

    void deepNestingCostsNoStack()
    {
        const auto nested = [](const QString &open, int count, const QString &middle, const QString &close) {
            return "SET a = " + open.repeated(count) + middle + close.repeated(count);
        };
        QCOMPARE(errorOf(nested("(", 2000, ":a", ")")),
                 "Invalid UpdateExpression: The expression has redundant parentheses;");
        QCOMPARE(errorOf(nested("(", 4000, ":a", "")),
                 "Invalid UpdateExpression: Syntax error; token: \"<EOF>\", near: \":a\"");
        const auto deep = parsed(nested("if_not_exists(a,", 200, ":a", ")"));
        QVERIFY(deep.ok());
        const auto item = applyUpdate(*deep, std::nullopt, document::ItemView());
        QVERIFY(item.ok());
        QCOMPARE(given::json(item->view()), R"({"a":{"S":"a"}})");
    }

    void knowsWhetherItCreatesAnItem()
    {
        QVERIFY(Update().createsItem());
        QVERIFY(parsed("SET a = :a")->createsItem());
        QVERIFY(parsed("REMOVE b ADD a :n")->createsItem());
        QVERIFY(!parsed("REMOVE a, b.c")->createsItem());
        QVERIFY(!parsed("DELETE a :ss REMOVE b")->createsItem());
    }

    void knowsItsLiterals()
    {
        const auto update = parsed("SET a = :a, b = (:n), c = :n + :n, d = a REMOVE e");
        QVERIFY(update.ok());
        QVERIFY(*update->literalValue(update->actions[0]) == document::Value::string("a").view());
        QVERIFY(*update->literalValue(update->actions[1]) == document::Value::number("1").view());
        for (std::size_t i = 2; i < 5; ++i)
            QVERIFY(!update->literalValue(update->actions[i]));
    }

    void knowsTypesThatNeedNoItem()
    {
        using model::ValueType;
        const auto update =
            parsed("SET a = :a, b = b + :n, c = list_append(c, d), e = f, g = if_not_exists(g, :n) "
                   "REMOVE h ADD i :n DELETE j :ss");
        QVERIFY(update.ok());
        const std::optional<ValueType> types[] = {ValueType::S, ValueType::N, ValueType::L, {},
                                                  {},           {},           ValueType::N, ValueType::SS};
        for (std::size_t i = 0; i < update->actions.size(); ++i)
            QCOMPARE(update->knownType(update->actions[i]), types[i]);
    }

    void refusesKeysAsTargets()
    {
        const model::KeySchema keys = {{{"pk", model::ValueType::S}}, {{"alpha", model::ValueType::S}}};
        QVERIFY(checkTargetsAreNotKeys(*parsed("SET a = pk"), keys).ok());
        for (const char *text : {"SET a = :a, #a = :a", "REMOVE #a", "ADD alpha :n"})
            QCOMPARE(given::errorOf(checkTargetsAreNotKeys(*parsed(text), keys)),
                     "One or more parameter values were invalid: Cannot update attribute alpha. This "
                     "attribute is part "
                     "of the key");
        QCOMPARE(given::errorOf(checkTargetsAreNotKeys(*parsed("SET alpha = :a, pk.a = :a"), keys)),
                 "One or more parameter values were invalid: Cannot update attribute pk. This attribute is "
                 "part of the key");
    }
};

QTEST_GUILESS_MAIN(TestUpdateText)
#include "tst_update_text.moc"
