#include <QtTest/QTest>

#include <algorithm>

#include "base/random.h"
#include "vector/top_k.h"

using namespace stator;
using vector::Candidate;
using vector::TopK;

class TestTopK : public QObject {
    Q_OBJECT

private slots:
    // Few distinct ranks, so that keys decide often.
    void keepsWhatASortWouldHave()
    {
        SeededRandom random(2);
        for (int round = 0; round < 100; ++round) {
            const std::size_t limit = 1 + random.below(20);
            TopK best(limit);
            std::vector<Candidate> all;
            for (std::uint64_t i = random.below(60); i > 0; --i) {
                Candidate candidate{static_cast<float>(random.below(6)), std::to_string(random.below(1000))};
                if (best.mayTake(candidate.rank))
                    best.offer(candidate.rank, candidate.key);
                all.push_back(std::move(candidate));
            }
            std::sort(all.begin(), all.end(), [](const Candidate &a, const Candidate &b) {
                return a.rank != b.rank ? a.rank < b.rank : a.key < b.key;
            });
            all.resize(std::min(all.size(), limit));
            const auto taken = best.take();
            QCOMPARE(taken.size(), all.size());
            for (std::size_t i = 0; i < all.size(); ++i) {
                QCOMPARE(taken[i].rank, all[i].rank);
                QCOMPARE(taken[i].key, all[i].key);
            }
        }
    }

    void isEmptyOnceTaken()
    {
        TopK best(2);
        best.offer(1, "a");
        QCOMPARE(best.take().size(), 1u);
        QVERIFY(best.take().empty());
        QVERIFY(best.mayTake(5));
    }
};

QTEST_GUILESS_MAIN(TestTopK)
#include "tst_top_k.moc"
