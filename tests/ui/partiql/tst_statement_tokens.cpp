#include <QTest>

#include "features/partiql/statement_fault.h"
#include "features/partiql/statement_text.h"

using namespace Qt::StringLiterals;
using namespace stator::ui;

namespace {

QStringList meaningful(const QString &text)
{
    QStringList parts;
    for (const Token &token : tokensOf(text))
        if (token.kind != TokenKind::Space)
            parts.append(token.of(text).toString());
    return parts;
}

} // namespace

class TestStatementTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTokens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<TokenKind>("kind");
        QTest::newRow("keyword") << u"select"_s << TokenKind::Keyword;
        QTest::newRow("function") << u"Begins_With"_s << TokenKind::Function;
        QTest::newRow("name") << u"selected"_s << TokenKind::Name;
        QTest::newRow("quoted name") << u"\"a \"\"b\"\"\""_s << TokenKind::QuotedName;
        QTest::newRow("text") << u"'it''s'"_s << TokenKind::Text;
        QTest::newRow("open text") << u"'it"_s << TokenKind::Broken;
        QTest::newRow("integer") << u"12"_s << TokenKind::Number;
        QTest::newRow("fraction") << u"1.5e-3"_s << TokenKind::Number;
        QTest::newRow("word") << u"Missing"_s << TokenKind::Word;
        QTest::newRow("parameter") << u"?"_s << TokenKind::Parameter;
        QTest::newRow("comment") << u"-- what; 'for"_s << TokenKind::Comment;
        QTest::newRow("sign of two") << u"<>"_s << TokenKind::Sign;
    }
    void readsTokens()
    {
        QFETCH(QString, text);
        const std::vector<Token> tokens = tokensOf(text);
        QCOMPARE(tokens.size(), 1u);
        QTEST(tokens.front().kind, "kind");
        QCOMPARE(tokens.front().length, text.size());
    }

    // Whatever is typed, every character belongs to one token.
    void tokensCoverTheText()
    {
        const QString text = u"SELECT \"a b\", x.y[3] FROM T WHERE p = 'é;' AND n >= -1.5E+2 -- end\n;<<1>> {'k': ?} \" open"_s;
        for (qsizetype length = 0; length <= text.size(); ++length) {
            qsizetype at = 0;
            for (const Token &token : tokensOf(QStringView(text).left(length))) {
                QCOMPARE(token.at, at);
                QVERIFY(token.length > 0);
                at = token.end();
            }
            QCOMPARE(at, length);
        }
    }

    void keepsNegativeNumbersApart()
    {
        QCOMPARE(meaningful(u"a=-1"_s), (QStringList{u"a"_s, u"="_s, u"-"_s, u"1"_s}));
    }

    void splitsStatements()
    {
        const QString text = u"-- first\nSELECT * FROM A WHERE x = ';';\n\n UPDATE B SET y = ? WHERE k = ?\n\nDELETE FROM C"_s;
        const std::vector<Statement> statements = statementsOf(text);
        QCOMPARE(statements.size(), 3u);
        QCOMPARE(statements[0].text, u"SELECT * FROM A WHERE x = ';'"_s);
        QCOMPARE(statements[0].parameters, 0);
        QCOMPARE(statements[1].text, u"UPDATE B SET y = ? WHERE k = ?"_s);
        QCOMPARE(statements[1].parameters, 2);
        QCOMPARE(statements[2].text, u"DELETE FROM C"_s);
        QCOMPARE(statementAt(statements, 0), 0);
        QCOMPARE(statementAt(statements, text.indexOf(u"UPDATE")), 1);
        QCOMPARE(statementAt(statements, text.size()), 2);
        QCOMPARE(statementAt({}, 0), -1);
        QVERIFY(statementsOf(u" -- nothing\n ; ;"_s).empty());
    }

    void aLineMayBeginAnotherStatement()
    {
        QCOMPARE(statementsOf(u"SELECT * FROM A\nWHERE x = 1\nSELECT * FROM B"_s).size(), 2u);
        QCOMPARE(statementsOf(u"EXISTS(\nSELECT * FROM A\nWHERE x = 1)"_s).size(), 1u);
        QCOMPARE(statementsOf(u"SELECT a,\n\"UPDATE\" FROM B"_s).size(), 1u);
    }

    void findsTheFault_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("word");
        const QString validation = u"ValidationException"_s;
        QTest::newRow("open quote") << u"SELECT * FROM A WHERE x = 'y"_s << validation << u"anything"_s << u"'y"_s;
        QTest::newRow("unknown table") << u"SELECT * FROM \"Shop\""_s << u"ResourceNotFoundException"_s
                                       << u"Requested resource not found"_s << u"\"Shop\""_s;
        QTest::newRow("keys") << u"DELETE FROM A WHERE x = 1"_s << validation
                              << u"Where clause does not contain a mandatory equality on all key attributes"_s << u"WHERE"_s;
        QTest::newRow("parameters") << u"SELECT * FROM A WHERE x = ?"_s << validation
                                    << u"Number of parameters in request and statement don't match."_s << u"?"_s;
        QTest::newRow("named at the end") << u"SELECT * FROM A LIMIT 5"_s << validation
                                          << u"Statement wasn't well formed, can't be processed: Unsupported clause: LIMIT"_s
                                          << u"LIMIT"_s;
        QTest::newRow("word of SQL") << u"SELECT * FROM A LIMIT 5"_s << validation
                                     << u"Statement wasn't well formed, can't be processed: Unexpected token after expression"_s
                                     << u"LIMIT"_s;
        QTest::newRow("index") << u"SELECT * FROM \"A\".\"byX\""_s << validation
                               << u"The table does not have the specified index: byX"_s << u"\"byX\""_s;
        QTest::newRow("end") << u"SELECT * FROM A WHERE"_s << validation
                             << u"Statement wasn't well formed, can't be processed: Unexpected end of statement"_s << u"WHERE"_s;
        QTest::newRow("nothing to go by") << u"INSERT INTO A VALUE {}"_s << validation << u"Something is wrong"_s
                                          << u"INSERT INTO A VALUE {}"_s;
    }
    void findsTheFault()
    {
        QFETCH(QString, statement);
        QFETCH(QString, code);
        QFETCH(QString, message);
        QFETCH(QString, word);
        const StatementFault fault = faultOf(statement, code, message);
        QCOMPARE(statement.mid(fault.at, fault.length), word);
    }
};

QTEST_GUILESS_MAIN(TestStatementTokens)
#include "tst_statement_tokens.moc"
