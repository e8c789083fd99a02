#include <QtTest/QTest>

#include "vector/memory.h"

using stator::vector::VectorMemory;

class TestVectorMemory : public QObject {
    Q_OBJECT

private:
    struct Holder final : VectorMemory::Member {
        bool giveUp() override
        {
            hasGivenUp = !isInUse;
            return hasGivenUp;
        }
        bool isInUse = false;
        bool hasGivenUp = false;
    };

private slots:
    void countsWhatIsHeld()
    {
        VectorMemory memory(100);
        Holder a;
        Holder b;
        QVERIFY(memory.hold(a, 40));
        QVERIFY(memory.hold(b, 30));
        QCOMPARE(memory.heldBytes(), 70u);
        QVERIFY(memory.hold(a, 10));
        QCOMPARE(memory.heldBytes(), 40u);
        memory.release(a);
        memory.release(a);
        QCOMPARE(memory.heldBytes(), 30u);
    }

    void takesRoomFromWhoeverWasSearchedLongestAgo()
    {
        VectorMemory memory(100);
        Holder a;
        Holder b;
        Holder c;
        QVERIFY(memory.hold(a, 40));
        QVERIFY(memory.hold(b, 40));
        memory.touch(a);
        QVERIFY(memory.hold(c, 40));
        QVERIFY(!a.hasGivenUp && b.hasGivenUp);
        QCOMPARE(memory.heldBytes(), 80u);
    }

    void leavesAloneWhatIsInUse()
    {
        VectorMemory memory(100);
        Holder a;
        Holder b;
        Holder c;
        a.isInUse = true;
        QVERIFY(memory.hold(a, 40));
        QVERIFY(memory.hold(b, 40));
        QVERIFY(memory.hold(c, 30));
        QVERIFY(!a.hasGivenUp && b.hasGivenUp);
    }

    void refusesWhatDoesNotFit()
    {
        VectorMemory memory(100);
        Holder a;
        Holder b;
        QVERIFY(!memory.hold(a, 101));
        QCOMPARE(memory.heldBytes(), 0u);
        QVERIFY(memory.hold(a, 60));
        a.isInUse = true;
        QVERIFY(!memory.hold(b, 50));
        QVERIFY(!memory.hold(a, 120)); // and counts for what it was
        QCOMPARE(memory.heldBytes(), 60u);
    }
};

QTEST_GUILESS_MAIN(TestVectorMemory)
#include "tst_vector_memory.moc"
