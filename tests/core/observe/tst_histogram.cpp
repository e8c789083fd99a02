#include "observe/histogram.h"

#include <QtTest/QTest>

using namespace stator::observe;

class TestHistogram : public QObject {
    Q_OBJECT

private slots:
    void everyDurationFallsIntoItsBucket()
    {
        std::size_t previous = 0;
        for (std::uint64_t micros = 0; micros < 100'000; ++micros) {
            const std::size_t bucket = Histogram::bucketOf(micros);
            QVERIFY(bucket == previous || bucket == previous + 1);
            QVERIFY(micros <= Histogram::upperBound(bucket));
            if (bucket > 0)
                QVERIFY(micros > Histogram::upperBound(bucket - 1));
            previous = bucket;
        }
    }

    void takesWhatIsBeyondTheLastBucket()
    {
        QCOMPARE(Histogram::bucketOf(~0ull), Histogram::kBuckets - 1);
        QVERIFY(Histogram::upperBound(Histogram::kBuckets - 1) > 9ull * 60 * 1'000'000 / 2);
    }

    void quantilesAreWithinAnEighth()
    {
        Histogram histogram;
        QCOMPARE(histogram.quantileMicros(0.5), 0u);
        for (std::uint64_t micros = 1; micros <= 10'000; ++micros)
            histogram.record(micros);
        QCOMPARE(histogram.count(), 10'000u);
        QCOMPARE(histogram.sumMicros(), 50'005'000u);
        for (const double share : {0.01, 0.5, 0.9, 0.99, 1.0}) {
            const double exact = share * 10'000;
            const auto got = static_cast<double>(histogram.quantileMicros(share));
            QVERIFY2(got >= exact && got <= exact * 1.125 + 1, qPrintable(QString::number(share)));
        }
    }

    void countsUpToABound()
    {
        Histogram histogram;
        for (const std::uint64_t micros : {1u, 2u, 3u, 1000u})
            histogram.record(micros);
        QCOMPARE(histogram.countUpTo(2), 2u);
        QCOMPARE(histogram.countUpTo(500), 3u);
        QCOMPARE(histogram.countUpTo(5000), 4u);
    }
};

QTEST_GUILESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
