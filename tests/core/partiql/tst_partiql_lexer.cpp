#include <QtTest/QTest>

#include "partiql/lexer.h"

using stator::partiql::Keyword;
using stator::partiql::Lexer;
using stator::partiql::Token;

class TestPartiqlLexer : public QObject {
    Q_OBJECT

private:
    static QString texts(const char *text)
    {
        QStringList list;
        Lexer lexer(text);
        for (Token token = lexer.next(); token.kind != Token::Kind::End; token = lexer.next())
            list << QString::fromUtf8(token.text.data(), static_cast<qsizetype>(token.text.size()));
        return list.join(u'|');
    }

private slots:
    void cutsTokens_data()
    {
        QTest::addColumn<QString>("tokens");
        QTest::newRow("") << "";
        QTest::newRow(" \t\r\n ") << "";
        QTest::newRow("SELECT * FROM t") << "SELECT|*|FROM|t";
        QTest::newRow("a.b[0]") << "a|.|b|[|0|]";
        QTest::newRow("\"t\".\"by colour\"") << "t|.|by colour";
        QTest::newRow("a<=b>=c<>d!=e<f>g=h") << "a|<=|b|>=|c|<>|d|!=|e|<|f|>|g|=|h";
        QTest::newRow("<<'a'>>") << "<<|a|>>";
        QTest::newRow("1 1.5 .5 5. 1e3 1E-3 2e+4") << "1|1.5|.5|5.|1e3|1E-3|2e+4";
        QTest::newRow("1e") << "1|e";
        QTest::newRow("n-1") << "n|-|1";
        QTest::newRow("'it''s'") << "it''s";
        QTest::newRow("'open") << "'open";
        QTest::newRow("a -- rest\nb") << "a|b";
        QTest::newRow("a /* b\n c */ d") << "a|d";
        QTest::newRow("a /* b") << "a|/|*|b";
        QTest::newRow("_x $y") << "_x|$y";
        QTest::newRow("{'a':?}") << "{|a|:|?|}";
    }
    void cutsTokens()
    {
        QFETCH(const QString, tokens);
        QCOMPARE(texts(QTest::currentDataTag()), tokens);
    }

    void knowsKeywordsInAnyCase()
    {
        for (const char *text : {"where", "WHERE", "Where"}) {
            Lexer lexer(text);
            QVERIFY(lexer.next().keyword == Keyword::Where);
        }
        for (const char *text : {"wher", "wheres", "\"where\"", "returningx"}) {
            Lexer lexer(text);
            QVERIFY(lexer.next().keyword == Keyword::None);
        }
        Lexer limit("limit");
        QVERIFY(limit.next().keyword == Keyword::Unsupported);
    }

    void reservesWhatCouldBeMistaken()
    {
        QVERIFY(isReserved(Keyword::From));
        QVERIFY(isReserved(Keyword::Unsupported));
        QVERIFY(!isReserved(Keyword::Old));
        QVERIFY(!isReserved(Keyword::None));
    }

    void endsAgainAndAgain()
    {
        Lexer lexer("a");
        lexer.next();
        QVERIFY(lexer.next().kind == Token::Kind::End);
        QVERIFY(lexer.next().kind == Token::Kind::End);
    }
};

QTEST_GUILESS_MAIN(TestPartiqlLexer)
#include "tst_partiql_lexer.moc"
