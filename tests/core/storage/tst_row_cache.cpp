#include <QTest>

#include "storage/row_cache.h"

using stator::storage::RowCache;

namespace {

// A cache that a store stands behind.
struct Bench {
    explicit Bench(std::size_t bytes = 1u << 20) : cache(bytes) {}

    // Refers to `key`, as every Name does.
    RowCache::Name name(std::string_view key) const { return RowCache::nameOf(store, key); }
    // What is found, or "-"; then `offered` is what the reader got from the store.
    std::string find(std::string_view key, const std::string &offered = {})
    {
        std::string row;
        RowCache::Ticket ticket = 0;
        if (cache.find(name(key), row, ticket))
            return row;
        if (!offered.empty())
            cache.offer(name(key), offered, ticket);
        return "-";
    }
    void write(std::string_view key, std::string_view row)
    {
        const bool wasHere = cache.writeBegins(name(key));
        cache.writeEnds(name(key), wasHere && !row.empty() ? &row : nullptr);
    }

    RowCache cache;
    std::uint64_t store = RowCache::newStoreNumber();
};

} // namespace

class TestRowCache : public QObject {
    Q_OBJECT

private slots:
    void findsWhatWasOffered()
    {
        Bench bench;
        QCOMPARE(bench.find("key-a", "one"), std::string("-"));
        QCOMPARE(bench.find("key-a"), std::string("one"));
        QCOMPARE(bench.find("key-b"), std::string("-"));
    }

    void tellsStoresApart()
    {
        Bench bench;
        bench.find("key-a", "one");
        bench.store = RowCache::newStoreNumber();
        QCOMPARE(bench.find("key-a"), std::string("-"));
    }

    void aWriteBringsTheRowUpToDate()
    {
        Bench bench;
        bench.find("key-a", "one");
        bench.write("key-a", "two, and longer");
        QCOMPARE(bench.find("key-a"), std::string("two, and longer"));
        bench.write("key-a", {}); // removed
        QCOMPARE(bench.find("key-a"), std::string("-"));
    }

    void aWriteDoesNotBringInWhatNobodyRead()
    {
        Bench bench;
        bench.write("key-a", "one");
        QCOMPARE(bench.find("key-a"), std::string("-"));
    }

    // The reader asks before the write, reads the old row from the store, and comes back after it.
    void refusesWhatWasReadBeforeAWrite()
    {
        Bench bench;
        std::string row;
        RowCache::Ticket ticket = 0;
        QVERIFY(!bench.cache.find(bench.name("key-a"), row, ticket));
        bench.write("key-a", "new");
        bench.cache.offer(bench.name("key-a"), "old", ticket);
        QCOMPARE(bench.find("key-a"), std::string("-"));
    }

    void keepsNothingWhileAWriteIsUnderWay()
    {
        Bench bench;
        bench.find("key-a", "old");
        QVERIFY(bench.cache.writeBegins(bench.name("key-a")));
        QCOMPARE(bench.find("key-a", "old"), std::string("-"));
        QCOMPARE(bench.find("key-a"), std::string("-"));
        const std::string_view now = "new";
        bench.cache.writeEnds(bench.name("key-a"), &now);
        QCOMPARE(bench.find("key-a"), std::string("new"));
    }

    void theLastOfOneBatchCounts()
    {
        Bench bench;
        bench.find("key-a", "old");
        const RowCache::Name name = bench.name("key-a");
        const std::string_view first = "first";
        QVERIFY(bench.cache.writeBegins(name));
        QVERIFY(!bench.cache.writeBegins(name));
        bench.cache.writeEnds(name, &first);
        bench.cache.writeEnds(name, nullptr);
        QCOMPARE(bench.find("key-a"), std::string("-"));
    }

    void staysWithinItsBytes()
    {
        constexpr std::size_t kBytes = 256u << 10;
        Bench bench(kBytes);
        for (int i = 0; i < 5000; ++i)
            bench.find("key-" + std::to_string(i), std::string(300, 'x'));
        QVERIFY(bench.cache.sizeBytes() <= kBytes);
        QVERIFY(bench.cache.sizeBytes() > kBytes / 4);
    }

    void whatIsAskedForOutlivesWhatIsNot()
    {
        Bench bench(256u << 10);
        bench.find("hot", "row");
        for (int i = 0; i < 5000; ++i) {
            bench.find("key-" + std::to_string(i), std::string(300, 'x'));
            QCOMPARE(bench.find("hot", "row"), std::string("row"));
        }
    }

    void leavesLargeRowsToTheStore()
    {
        Bench bench(64u << 20);
        bench.find("key-a", std::string(RowCache::kLargestRow + 1, 'x'));
        QCOMPARE(bench.find("key-a"), std::string("-"));
    }
};

QTEST_GUILESS_MAIN(TestRowCache)
#include "tst_row_cache.moc"
