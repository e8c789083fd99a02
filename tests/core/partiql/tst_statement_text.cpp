// What is a statement and what is not; the texts of those that are not.
#include <QtTest/QTest>

#include "core/partiql/parsed.h"

using namespace stator;
using partiql::Statement;

class TestStatementText : public QObject {
    Q_OBJECT

private slots:
    void accepts_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {
                 "SELECT * FROM Music",
                 "select * from \"Music\"",
                 "SELECT * FROM \"Music\".\"by-year\" WHERE Year1 = 1999;",
                 "SELECT Artist, \"Song Title\", Info.Genres[0].Name FROM Music",
                 "SELECT * FROM Music WHERE Artist = 'Acme' AND (Year1 > 1990 OR Year1 < 1980)",
                 "SELECT * FROM Music WHERE NOT NOT (a = 1)",
                 "SELECT * FROM Music WHERE a IN [1, 'two', true, null]",
                 "SELECT * FROM Music WHERE a IN (1, b)",
                 "SELECT * FROM Music WHERE a NOT IN (1) AND b NOT BETWEEN 1 AND 2",
                 "SELECT * FROM Music WHERE a BETWEEN 1 AND 2 AND b BETWEEN 'x' AND 'y'",
                 "SELECT * FROM Music WHERE a IS MISSING OR b IS NOT MISSING OR c IS NULL OR d IS NOT NULL",
                 "SELECT * FROM Music WHERE BEGINS_WITH(a, 'x') AND Contains(b, 2) AND attribute_type(c, "
                 "'SS')",
                 "SELECT * FROM Music WHERE size(a) > 3 AND 5 >= size(b.c)",
                 "SELECT * FROM Music WHERE a != 1 AND b <> 2",
                 "SELECT * FROM Music WHERE (a) = ((1))",
                 "SELECT * FROM Music WHERE 'Acme' = Artist ORDER BY Artist DESC, Song ASC",
                 "SELECT * FROM Music WHERE a = -1.5e3 AND b = +2",
                 "SELECT * FROM Music WHERE a = {'b':[1, <<'x','y'>>, {}], 'c':null}",
                 "SELECT size FROM Music WHERE size = 1",
                 "SELECT old, new FROM Music",
                 "SELECT * -- all of it\nFROM /* a table */ Music",
                 "INSERT INTO Music VALUE {'Artist':'Acme','Tags':<<1,2>>,'L':[],'M':{},'It''s':true}",
                 "UPDATE Music SET a=1 SET b={'c':[1,2]} WHERE Artist='Acme'",
                 "UPDATE Music SET a=1, b=a+1, c=c-1-2 REMOVE d, e[2] SET f.g[0]=list_append(f.h,[1]) WHERE "
                 "Artist='Acme' RETURNING MODIFIED NEW *",
                 "UPDATE Music SET s=set_add(s,<<'x'>>), t=SET_DELETE(t,<<1>>) WHERE Artist='Acme'",
                 "UPDATE Music REMOVE a",
                 "DELETE FROM Music WHERE Artist='Acme' RETURNING ALL OLD *",
                 "EXISTS(SELECT * FROM Music WHERE Artist='Acme' AND a IS MISSING)",
             })
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void accepts()
    {
        QFETCH(const QString, text);
        const auto result = partiql::parse(text.toStdString(), {});
        QCOMPARE(given::errorOf(result), QStringLiteral("no error"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("problem");
        const auto malformed = [](const char *text, const char *problem) {
            QTest::newRow(text) << QStringLiteral("Statement wasn't well formed, can't be processed: ") +
                                       QString::fromUtf8(problem);
        };
        malformed("", "Expected data manipulation");
        malformed("SLECT * FROM t", "Expected data manipulation");
        malformed("'SELECT'", "Expected data manipulation");
        malformed("UPDATE my-table SET a=1", "Expected data manipulation");
        malformed("UPDATE t WHERE a=1", "Expected data manipulation");
        malformed("SELECT", "Unexpected end of statement");
        malformed("SELECT FROM t", "Unexpected keyword");
        malformed("SELECT * t", "Expected FROM");
        malformed("SELECT a b FROM t", "Expected FROM");
        malformed("SELECT *, a FROM t", "Expected FROM");
        malformed("SELECT * FROM", "Unexpected end of statement");
        malformed("SELECT * FROM 't'", "Unexpected token");
        malformed("SELECT * FROM ?", "Unexpected token");
        malformed("SELECT * FROM t u", "Unexpected token after expression");
        malformed("SELECT * FROM t WHERE", "Unexpected end of statement");
        malformed("SELECT * FROM t WHERE a", "Unexpected end of statement");
        malformed("SELECT * FROM t WHERE a =", "Unexpected end of statement");
        malformed("SELECT * FROM t WHERE a = 1 AND", "Unexpected end of statement");
        malformed("SELECT * FROM t WHERE a = 1 AND b", "Unexpected end of statement");
        malformed("SELECT * FROM t WHERE a = 1 garbage", "Unexpected token after expression");
        malformed("SELECT * FROM t WHERE (a = 1", "Expected RIGHT_PAREN");
        malformed("SELECT * FROM t WHERE (a = 1))", "Unexpected token after expression");
        malformed("SELECT * FROM t WHERE a = 'open", "Unexpected token");
        malformed("SELECT * FROM t WHERE a IN []", "Unexpected token");
        malformed("SELECT * FROM t WHERE a IN 1", "Unexpected token");
        malformed("SELECT * FROM t WHERE a IN [1", "Expected RIGHT_BRACKET");
        malformed("SELECT * FROM t WHERE a BETWEEN 1", "Expected AND");
        malformed("SELECT * FROM t WHERE a IS 1", "Unexpected token");
        malformed("SELECT * FROM t WHERE a LIKE 'x%'", "Unexpected keyword");
        malformed("SELECT * FROM t WHERE a[1.5] = 1", "Unexpected token");
        malformed("SELECT * FROM t WHERE a.select = 1", "Unexpected keyword");
        malformed("SELECT * FROM t WHERE a = {b:1}", "Unexpected token");
        malformed("SELECT * FROM t WHERE a = {'b' 1}", "Expected COLON");
        malformed("SELECT * FROM t WHERE a = {'b':1,}", "Unexpected token");
        malformed("SELECT * FROM t WHERE a = [b]", "Unexpected token");
        malformed("SELECT * FROM t WHERE a = 1 = 2", "Unexpected token after expression");
        malformed("SELECT * FROM t LIMIT 5", "Unsupported clause: LIMIT");
        malformed("SELECT * FROM t GROUP BY a", "Unsupported clause: GROUP");
        malformed("SELECT * FROM t ORDER a", "Expected BY");
        malformed("SELECT DISTINCT a FROM t", "Unexpected keyword");
        malformed("SELECT count(*) FROM t", "Expected FROM");
        malformed("INSERT INTO t VALUES {'a':1}", "Unexpected keyword");
        malformed("INSERT INTO t VALUE", "Expected a tuple after VALUE");
        malformed("INSERT INTO t VALUE 'a'", "Expected a tuple after VALUE");
        malformed("INSERT INTO t VALUE a", "Expected a tuple after VALUE");
        malformed("INSERT t VALUE {}", "Expected INTO");
        malformed("UPDATE t SET a WHERE b=1", "Expected EQ");
        malformed("UPDATE t SET a=1, WHERE b=1", "Unexpected keyword");
        malformed("UPDATE t SET a=1 WHERE b=1 RETURNING OLD *", "Unexpected keyword");
        malformed("UPDATE t SET a=1 WHERE b=1 RETURNING ALL *", "Unexpected token");
        malformed("UPDATE t SET a=1 WHERE b=1 RETURNING ALL OLD", "Expected STAR");
        malformed("UPDATE t SET a=(b=1) WHERE b=1", "Unexpected condition");
        malformed("DELETE t WHERE a=1", "Expected FROM");
        malformed("EXISTS SELECT * FROM t", "Expected LEFT_PAREN");
        malformed("EXISTS(DELETE FROM t)", "Expected SELECT");
        malformed("EXISTS(SELECT * FROM t", "Expected RIGHT_PAREN");
        malformed("SELECT * FROM t; SELECT * FROM t", "Unexpected token after expression");
        const auto row = [](const char *text, const char *problem) {
            QTest::newRow(text) << QString::fromUtf8(problem);
        };
        row("SELECT * FROM a.b.c", "A path may contain at most 2 components in the FROM clause");
        row("UPDATE t.i SET a=1 WHERE b=1", "This operation is not supported on an index");
        row("DELETE FROM \"t\".\"i\" WHERE b=1", "This operation is not supported on an index");
        row("INSERT INTO t.i VALUE {'a':1}", "This operation is not supported on an index");
        row("DELETE FROM t WHERE a=1 RETURNING MODIFIED OLD *",
            "Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is allowed in "
            "DELETE "
            "statements.");
        row("DELETE FROM t WHERE a=1 RETURNING ALL NEW *",
            "Invalid returning clause: RETURNING ALL NEW *. Only RETURNING ALL OLD * is allowed in DELETE "
            "statements.");
        row("SELECT * FROM t WHERE nothing(a) = 1", "Invalid function name; function: nothing");
        row("SELECT * FROM t WHERE begins_with(a)", "Incorrect number of operands for operator or function; "
                                                    "operator or function: begins_with, number "
                                                    "of operands: 1");
        row("SELECT * FROM t WHERE size(a, b) = 1",
            "Incorrect number of operands for operator or function; operator or function: size, number of "
            "operands: 2");
        row("SELECT * FROM t WHERE a = ?", "Number of parameters in request and statement don't match.");
        row("SELECT * FROM t WHERE a = <<?>>", "Unsupported data type: Parameter under key root at 1:29:1");
        row("UPDATE t SET a = [1,?] WHERE k = 1",
            "Unsupported data type: Parameter under key root[1] at 1:21:1");
        row("INSERT INTO t VALUE {'a':?,\n'm':{'k':?}}",
            "Unsupported data type: Parameter under key root.k at 2:10:1");
        row("INSERT INTO t VALUE {'a':<<>>}", "Empty bags are not supported");
        row("INSERT INTO t VALUE {'a':<<1,1.0>>}",
            "One or more parameter values were invalid: Input collection "
            "[1, 1.0] contains duplicates! under root");
        row("INSERT INTO t VALUE {'a':<<'p','p'>>}",
            "One or more parameter values were invalid: Input collection [p, p] contains duplicates.");
        for (const char *text : {"INSERT INTO t VALUE {'a':<<1,'x'>>}", "INSERT INTO t VALUE {'a':<<[1]>>}"})
            row(text,
                "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags");
        row("UPDATE t SET b = set_add(b, 'x') WHERE a = 1",
            "The second argument to SET_ADD must be a value with type SET at 1:26:1");
        row("UPDATE t\nSET \"bc\" = set_delete(\"bc\", b) WHERE a = 1",
            "The second argument to SET_DELETE must be a value with type SET at 2:23:4");
        row("UPDATE t SET b = set_add(c, <<'x'>>) WHERE a = 1",
            "The first argument to SET_ADD must equal the assignment value at 1:18:7");
        row("UPDATE t SET b = set_add(<<'x'>>, <<'x'>>) WHERE a = 1",
            "The first argument to SET_ADD must equal the assignment value at 1:18:7");
        row("INSERT INTO t VALUE {'':1}", "One or more parameter values were invalid: Empty attribute name");
        row("SELECT \"\" FROM t", "One or more parameter values were invalid: Empty attribute name");
        row("SELECT a[99999999999] FROM t",
            "List index is not within the allowable range; index: [99999999999] at 1:10:11");
        row("SELECT * FROM t WHERE a[-1] = 1",
            "List index is not within the allowable range; index: [-1] at 1:26:1");
        row("SELECT * FROM t WHERE a[2147483648] = 1",
            "List index is not within the allowable range; index: [2147483648] at 1:25:10");
        row("INSERT INTO t VALUE {'a':1e400}",
            "Number overflow. Attempting to store a number with magnitude larger than supported range");
        row("INSERT INTO t VALUE {'a':123456789012345678901234567890123456789}",
            "Attempting to store more than 38 significant digits in a Number");
    }
    void refuses()
    {
        QFETCH(const QString, problem);
        QCOMPARE(given::errorOf(partiql::parse(QTest::currentDataTag(), {})), problem);
    }

    void readsWhatItSays()
    {
        const Statement select =
            parsed::statement("SELECT a, b.c FROM \"the table\".\"by\"\"x\" WHERE a=1 ORDER BY a DESC, b");
        QVERIFY(select.kind == Statement::Kind::Select);
        QCOMPARE(select.table, std::string("the table"));
        QCOMPARE(*select.index, std::string("by\"x"));
        QCOMPARE(select.columns.size(), 2U);
        QCOMPARE(document::pathText(select.paths[select.columns[1]]), std::string("b, c"));
        QCOMPARE(select.order.size(), 2U);
        QVERIFY(select.order[0].isDescending && !select.order[1].isDescending);

        const Statement insert = parsed::statement(
            "INSERT INTO t VALUE {'it''s':['x',{'b':- -1}],'p':?,'n':-2.50}", {"{'BS':['AQ==']}"});
        QVERIFY(insert.kind == Statement::Kind::Insert);
        const document::Item item(document::ItemView(insert.item.bytes()));
        QCOMPARE(
            parsed::json(item.view()),
            QStringLiteral(
                "{'it's':{'L':[{'S':'x'},{'M':{'b':{'N':'1'}}}]},'n':{'N':'-2.5'},'p':{'BS':['AQ==']}}"));

        const Statement update = parsed::statement("UPDATE t SET a=1 REMOVE b WHERE c=1 RETURNING ALL NEW *");
        QVERIFY(update.returning == partiql::Returning::AllNew);
        QCOMPARE(update.assignments.size(), 2U);
        QVERIFY(!update.assignments[0].isRemoval && update.assignments[1].isRemoval);
    }

    void countsParameters()
    {
        const std::string text = "SELECT * FROM t WHERE a = ? AND b IN [?, ?]";
        const auto values = [](std::size_t count) {
            return std::vector<document::Value>(count, document::Value::string("x"));
        };
        QVERIFY(partiql::parse(text, values(3)).ok());
        QVERIFY(!partiql::parse(text, values(2)).ok());
        QVERIFY(!partiql::parse(text, values(4)).ok());
    }

    void reportsFaultsOfParameters()
    {
        std::vector<document::Value> values;
        values.push_back(document::Value::faulty({Error::validation("faulty"), {}, false}));
        QCOMPARE(given::errorOf(partiql::parse("nonsense", std::move(values))), QStringLiteral("faulty"));
    }

    void boundsNesting_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isAccepted");
        const auto row = [](const char *name, const QString &head, const char *open, int depth,
                            const char *close, bool isAccepted) {
            const QString text =
                head.arg(QString::fromUtf8(open).repeated(depth), QString::fromUtf8(close).repeated(depth));
            QTest::newRow(name) << text << isAccepted;
        };
        const QString where = QStringLiteral("SELECT * FROM t WHERE %1a = 1%2");
        const QString value = QStringLiteral("SELECT * FROM t WHERE a = %1 1%2");
        row("some parentheses", where, "(", 100, ")", true);
        row("many parentheses", where, "(", 4000, ")", false);
        row("many NOT", where, "NOT ", 2000, "", false);
        row("31 lists of an item", QStringLiteral("INSERT INTO t VALUE {'a':%1 1%2}"), "[", 31, "]", true);
        row("32 lists of an item", QStringLiteral("INSERT INTO t VALUE {'a':%1 1%2}"), "[", 32, "]", false);
        row("31 lists", value, "[", 31, "]", true);
        row("32 lists", value, "[", 32, "]", false);
        row("many lists", value, "[", 4000, "]", false);
        row("many tuples", value, "{'a':", 1500, "}", false);
        row("many functions", value, "size(", 1500, ")", false);
        row("many groups of operands", value, "(", 4000, ")", false);
        row("a long sum", value, "1+", 4000, "", true);
    }
    void boundsNesting()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isAccepted);
        QCOMPARE(partiql::parse(text.toStdString(), {}).ok(), isAccepted);
    }

    // Whatever a statement is cut to is answered, and nothing but an error or a statement.
    void survivesEveryCut()
    {
        const std::string text =
            "UPDATE \"t\" SET a = {'b':[1,<<'x'>>]}, c = ? REMOVE d[0] WHERE k = 'it''s' AND NOT (size(e) > "
            "-1 "
            "OR f BETWEEN 1 AND 2 OR g IN [1, ?] OR h IS NOT MISSING) RETURNING MODIFIED OLD *";
        QVERIFY(partiql::parse(text, parsed::parameters({"{'N':'1'}", "{'N':'2'}"})).ok());
        for (std::size_t length = 0; length < text.size(); ++length) {
            const auto result =
                partiql::parse(text.substr(0, length), parsed::parameters({"{'N':'1'}", "{'N':'2'}"}));
            QVERIFY(result.ok() || !result.error().message.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestStatementText)
#include "tst_statement_text.moc"
