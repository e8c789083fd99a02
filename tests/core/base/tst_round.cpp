#include <QTest>

#include "base/round.h"

using stator::Round;

class TestRound : public QObject {
    Q_OBJECT

private slots:
    void thereIsNoneOutside()
    {
        QVERIFY(!Round::current());
        {
            Round round;
            QVERIFY(Round::current() == &round);
        }
        QVERIFY(!Round::current());
    }

    void runsOneTaskForEachOwnerAtTheEnd()
    {
        std::string order;
        int a = 0;
        int b = 0;
        Round round;
        round.atEnd(&a, [&] { order += "a"; });
        round.atEnd(&b, [&] { order += "b"; });
        round.atEnd(&a, [&] { order += "again"; });
        QCOMPARE(order, std::string());
        round.end();
        QCOMPARE(order, std::string("ab"));
        round.end();
        QCOMPARE(order, std::string("ab"));
    }

    void whatIsPutOffRunsOutsideOfIt()
    {
        bool wasInside = true;
        Round round;
        round.atEnd(this, [&] { wasInside = Round::current() != nullptr; });
        round.end();
        QVERIFY(!wasInside);
    }
};

QTEST_GUILESS_MAIN(TestRound)
#include "tst_round.moc"
