#include "expression/lexer.h"

#include <QtTest/QTest>

using namespace stator::expression;

class TestLexer : public QObject {
    Q_OBJECT

private slots:
    void cutsTheTextIntoTokens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tokens");
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("spaces only") << " \t\r\n"
                                     << "";
        QTest::newRow("names and references") << "a1_b #n :v"
                                              << "a1_b|#n|:v";
        QTest::newRow("no spaces needed") << "a=:v"
                                          << "a|=|:v";
        QTest::newRow("two-character comparators") << "a<>b<=c>=d<e>f"
                                                   << "a|<>|b|<=|c|>=|d|<|e|>|f";
        QTest::newRow("digits after a reference sign") << "#1 :2"
                                                       << "#1|:2";
        QTest::newRow("path") << "a.b[12].#c"
                              << "a|.|b|[|12|]|.|#c";
        QTest::newRow("digits first") << "5f4a"
                                      << "5|f4a";
        QTest::newRow("lone signs") << "_ # : !"
                                    << "_|#|:|!";
        QTest::newRow("one unknown character is one token")
            << QString::fromUtf8("é€x") << QString::fromUtf8("é|€|x");
        QTest::newRow("arithmetic") << "a+b-c"
                                    << "a|+|b|-|c";
    }
    void cutsTheTextIntoTokens()
    {
        QFETCH(QString, text);
        QFETCH(QString, tokens);
        const std::string source = text.toStdString();
        QStringList found;
        for (const Token &token : lex(source))
            if (token.kind != Token::Kind::End)
                found << QString::fromUtf8(token.text.data(), static_cast<qsizetype>(token.text.size()));
        QCOMPARE(found.join('|'), tokens);
        QCOMPARE(lex(source).back().kind, Token::Kind::End);
    }

    void keywordsHaveNoCase()
    {
        QVERIFY(isKeyword(lex("bEtWeEn").front(), "BETWEEN"));
        QVERIFY(!isKeyword(lex("BETWEENS").front(), "BETWEEN"));
        QVERIFY(!isKeyword(lex("#and").front(), "AND"));
    }
};

QTEST_GUILESS_MAIN(TestLexer)
#include "tst_lexer.moc"
