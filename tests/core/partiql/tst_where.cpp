// WHERE decides as the same words in a ConditionExpression do. Agreement on random conditions is shown over
// the service; here are the forms PartiQL has of its own, and what it refuses.
#include <QtTest/QTest>

#include "core/partiql/parsed.h"
#include "partiql/where.h"

using namespace stator;

class TestWhere : public QObject {
    Q_OBJECT

private:
    static Result<std::optional<expression::Condition>> condition(const std::string &where)
    {
        const auto statement = parsed::statement("SELECT * FROM t WHERE " + where);
        return partiql::conditionOf(statement, {});
    }

private slots:
    void decides_data()
    {
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *where, bool holds) { QTest::newRow(where) << holds; };
        row("s = 'text'", true);
        row("'text' = s", true);
        row("s = \"t\" OR s = 'text'", true);
        row("\"an odd.name\" = 1", true);
        row("n = 5 AND n <> 6 AND n != 7", true);
        row("n < 6 AND n <= 5 AND n > 4 AND n >= 5", true);
        row("n < 5 OR n > 5", false);
        row("n = 5.0", true);
        row("n = '5'", false);
        row("n BETWEEN 5 AND 6", true);
        row("n BETWEEN 6 AND 7", false);
        row("n NOT BETWEEN 6 AND 7", true);
        row("n IN [1, 'x', 5]", true);
        row("n IN (1, 2)", false);
        row("n NOT IN (1, 2)", true);
        row("n IN [other]", true);
        row("absent IS MISSING", true);
        row("absent IS NOT MISSING", false);
        row("s IS MISSING", false);
        row("nothing IS MISSING", false);
        row("nothing IS NULL", true);
        row("nothing IS NOT NULL", false);
        row("s IS NULL", false);
        row("s IS NOT NULL", true);
        row("nothing = null", true);
        row("flag = true", true);
        row("flag = false", false);
        row("m.list[1] = 'b'", true);
        row("m.list[7] IS MISSING", true);
        row("m = {'list':['a','b']}", true);
        row("set1 = <<'y','x'>>", true);
        row("begins_with(s, 'te')", true);
        row("begins_with(s, 'xt')", false);
        row("contains(s, 'ex')", true);
        row("contains(set1, 'x')", true);
        row("contains(m.list, 'b')", true);
        row("attribute_type(n, 'N')", true);
        row("attribute_type(n, 'S')", false);
        row("size(s) = 4", true);
        row("size('abc') = 3", true);
        row("size(n) = 1", false);
        row("size(set1) BETWEEN 2 AND 3", true);
        row("n = other", true);
        row("NOT n = 5", false);
        row("NOT (n = 5 AND s = 'no')", true);
        row("n = 1 AND n = 2 OR n = 5", true);
        row("n = 5 OR n = 1 AND n = 2", true);
        row("(n = 5 OR n = 1) AND n = 2", false);
        row("absent <> 1", true);
        row("absent = absent2", false);
        row("NOT absent = 1", true);
    }
    void decides()
    {
        QFETCH(const bool, holds);
        const auto item = parsed::item(
            "{'s':{'S':'text'},'n':{'N':'5'},'other':{'N':'5'},'nothing':{'NULL':true},'flag':{'BOOL':true},"
            "'m':{'M':{'list':{'L':[{'S':'a'},{'S':'b'}]}}},'set1':{'SS':['x','y']},'an "
            "odd.name':{'N':'1'}}");
        const auto built = condition(QTest::currentDataTag());
        QCOMPARE(given::errorOf(built), QStringLiteral("no error"));
        QCOMPARE(expression::evaluate(**built, item.view()), holds);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *where, const char *problem) {
            QTest::newRow(where) << QString::fromUtf8(problem);
        };
        row("a < [1]", "Incorrect operand type for operator or function; operator: <, operand type: L");
        row("a BETWEEN true AND false",
            "Incorrect operand type for operator or function; operator: BETWEEN, operand type: BOOL");
        row("a BETWEEN 2 AND 1",
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower "
            "bound "
            "operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}");
        row("a = a", "The first operand must be distinct from the remaining operands for this operator or "
                     "function; operator: =, first operand: [a]");
        row("begins_with(a, 1)", "Incorrect operand type for operator or function; operator or function: "
                                 "begins_with, operand type: "
                                 "N");
        row("attribute_type(a, 'X')",
            "Invalid attribute type name found; type: X, valid types: {N,BS,L,B,NULL,M,S,SS,NS,BOOL}");
        row("attribute_type('a', 'S')",
            "Operator or function requires a document path; operator or function: attribute_type");
        row("1 IS MISSING",
            "Operator or function requires a document path; operator or function: attribute_not_exists");
        row("size(1) = 1",
            "Incorrect operand type for operator or function; operator or function: size, operand type: N");
        row("size(size(a)) = 1",
            "Incorrect operand type for operator or function; operator or function: size, operand type: N");
        row("a = b + 1", "Arithmetic operators are not supported in the WHERE clause");
        row("a = list_append(b, c)",
            "The function is not allowed to be used this way in an expression; function: list_append");
    }
    void refuses()
    {
        QFETCH(const QString, problem);
        QCOMPARE(given::errorOf(condition(QTest::currentDataTag())), problem);
    }

    void leavesOutWhatIsKnown()
    {
        const auto statement = parsed::statement("SELECT * FROM t WHERE a = 1 AND (b = 2 AND c = 3)");
        const auto conjuncts = statement.conjuncts;
        QCOMPARE(conjuncts.size(), 3U);
        QVERIFY(!*partiql::conditionOf(statement, conjuncts));
        const auto rest = partiql::conditionOf(statement, {conjuncts[0], conjuncts[2]});
        QCOMPARE((*rest)->predicates.size(), 1U);
        QVERIFY(expression::evaluate(**rest, parsed::item("{'b':{'N':'2'}}").view()));
        QVERIFY(!expression::evaluate(**rest, parsed::item("{'b':{'N':'3'}}").view()));
    }

    void outlivesTheStatement()
    {
        std::optional<expression::Condition> kept;
        {
            const auto statement = parsed::statement("SELECT * FROM t WHERE a = ? AND b = 'written'",
                                                     {"{'S':'a parameter that does not fit in place'}"});
            kept = std::move(partiql::conditionOf(statement, {}).value());
        }
        const auto item =
            parsed::item("{'a':{'S':'a parameter that does not fit in place'},'b':{'S':'written'}}");
        QVERIFY(expression::evaluate(*kept, item.view()));
    }

    void nothingIsAskedWithoutWhere()
    {
        const auto statement = parsed::statement("SELECT * FROM t");
        QVERIFY(statement.conjuncts.empty());
        QVERIFY(!*partiql::conditionOf(statement, {}));
    }
};

QTEST_GUILESS_MAIN(TestWhere)
#include "tst_where.moc"
