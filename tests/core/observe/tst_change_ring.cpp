#include "observe/change_ring.h"

#include <thread>

#include <QtTest/QTest>

using namespace stator::observe;

class TestChangeRing : public QObject {
    Q_OBJECT

private slots:
    void givesChangesInOrder()
    {
        ChangeRing ring(8);
        const ChangeRing::Watch watch(ring);
        ring.push(7, "a", ChangeKind::Put, true);
        ring.push(7, "a", ChangeKind::Delete, false);
        const ChangePage page = ring.since(0);
        QCOMPARE(page.changes.size(), 2u);
        QCOMPARE(page.changes[0].storageId, 7u);
        QCOMPARE(page.changes[0].key, std::string("a"));
        QVERIFY(page.changes[0].kind == ChangeKind::Put);
        QVERIFY(page.changes[0].wasNew);
        QVERIFY(page.changes[1].kind == ChangeKind::Delete);
        QCOMPARE(page.next, 2u);
        QCOMPARE(page.dropped, 0u);
        QVERIFY(ring.since(page.next).changes.empty());
    }

    void countsWhatWasOverwritten()
    {
        ChangeRing ring(4);
        const ChangeRing::Watch watch(ring);
        for (char c = 'a'; c <= 'j'; ++c)
            ring.push(1, std::string(1, c), ChangeKind::Put, true);
        const ChangePage page = ring.since(3);
        QCOMPARE(page.dropped, 3u); // d, e and f
        QCOMPARE(page.changes.size(), 4u);
        QCOMPARE(page.changes.front().key, std::string("g"));
        QCOMPARE(page.changes.back().key, std::string("j"));
        QCOMPARE(page.next, 10u);
    }

    void pagesByLimit()
    {
        ChangeRing ring(8);
        const ChangeRing::Watch watch(ring);
        for (char c = 'a'; c <= 'e'; ++c)
            ring.push(1, std::string(1, c), ChangeKind::Put, true);
        const ChangePage first = ring.since(0, 3);
        QCOMPARE(first.next, 3u);
        const ChangePage second = ring.since(first.next, 3);
        QCOMPARE(second.changes.size(), 2u);
        QCOMPARE(second.changes.front().key, std::string("d"));
        QCOMPARE(second.next, 5u);
    }

    void onlyCountsUnwatched()
    {
        ChangeRing ring(8);
        ring.push(1, "a", ChangeKind::Put, true);
        QCOMPARE(ring.position(), 1u);
        ChangePage page = ring.since(0);
        QCOMPARE(page.dropped, 1u);
        QCOMPARE(page.next, 1u);
        const ChangeRing::Watch watch(ring);
        ring.push(1, "b", ChangeKind::Put, true);
        page = ring.since(0);
        QCOMPARE(page.dropped, 1u);
        QCOMPARE(page.changes.size(), 1u);
        QCOMPARE(page.changes[0].key, std::string("b"));
    }

    void leavesNoHoleBetweenTwoWatches()
    {
        ChangeRing ring(8);
        {
            const ChangeRing::Watch watch(ring);
            ring.push(1, "a", ChangeKind::Put, true);
        }
        ring.push(1, "b", ChangeKind::Put, true);
        const ChangeRing::Watch watch(ring);
        QCOMPARE(ring.since(0).dropped, 2u);
        ring.push(1, "c", ChangeKind::Put, true);
        const ChangePage page = ring.since(0);
        QCOMPARE(page.dropped, 2u);
        QCOMPARE(page.changes.size(), 1u);
        QCOMPARE(page.changes[0].key, std::string("c"));
    }

    void losesNothingAmongThreads()
    {
        ChangeRing ring(1u << 16);
        const ChangeRing::Watch watch(ring);
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&ring, t] {
                for (int i = 0; i < 1000; ++i)
                    ring.push(static_cast<std::uint64_t>(t), std::to_string(i), ChangeKind::Put, false);
            });
        for (std::thread &thread : threads)
            thread.join();
        std::array<int, 4> next{};
        const ChangePage page = ring.since(0, 10'000);
        QCOMPARE(page.changes.size(), 4000u);
        for (const Change &change : page.changes)
            QCOMPARE(change.key, std::to_string(next[change.storageId]++));
    }
};

QTEST_GUILESS_MAIN(TestChangeRing)
#include "tst_change_ring.moc"
