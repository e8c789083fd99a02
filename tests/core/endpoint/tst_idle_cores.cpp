#include <QtTest/QTest>

#include "endpoint/idle_cores.h"

using stator::endpoint::IdleCores;

class TestIdleCores : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatNobodyUsed()
    {
        IdleCores cores;
        QVERIFY(!cores.sinceLast("cpu  100 0 100 800 0 0 0 0 0 0\ncpu0 1", 4));
        // Of 400 ticks of four cores 250 were unused.
        QCOMPARE(cores.sinceLast("cpu  200 0 150 1040 10 0 0 0 0 0\ncpu0 1", 4).value_or(-1), 250);
        QCOMPARE(cores.sinceLast("cpu  600 0 150 1040 10 0 0 0 0 0\n", 4).value_or(-1), 0);
    }

    void saysNothingOfWhatItCannotRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("another line") << QStringLiteral("cpu0 1 2 3 4 5 6 7 8");
        QTest::newRow("cut") << QStringLiteral("cpu  1 2 3");
        QTest::newRow("no number") << QStringLiteral("cpu  1 2 3 x 5 6 7 8");
        QTest::newRow("no time has passed") << QStringLiteral("cpu  1 1 1 1 1 1 1 1");
    }

    void saysNothingOfWhatItCannotRead()
    {
        QFETCH(QString, text);
        IdleCores cores;
        QVERIFY(!cores.sinceLast("cpu  1 1 1 1 1 1 1 1", 2));
        QVERIFY(!cores.sinceLast(text.toStdString(), 2));
    }

    void asksThisMachine()
    {
        IdleCores cores;
        QVERIFY(!cores.sinceLast());
        // It counts in ticks of some milliseconds: nothing until one has passed.
        std::optional<int> idle;
        QTRY_VERIFY(idle || (idle = cores.sinceLast())); // asked once more when it is there
        QVERIFY(*idle >= 0);
    }
};

QTEST_GUILESS_MAIN(TestIdleCores)
#include "tst_idle_cores.moc"
