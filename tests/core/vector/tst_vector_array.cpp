#include <QtTest/QTest>

#include <map>

#include "support/vectors.h"
#include "vector/vector_array.h"

using namespace stator;
using model::DistanceFunction;
using vector::QueryVector;
using vector::Tag;
using vector::TopK;
using vector::VectorArray;

class TestVectorArray : public QObject {
    Q_OBJECT

private:
    struct Entry {
        std::vector<float> vector;
        std::vector<Tag> tags;
    };
    // Partitions are the first letter of a key.
    using Entries = std::map<std::string, Entry>;

    static QStringList found(const VectorArray &array, const QueryVector &query, const std::string &partition,
                             const std::vector<Tag> &wanted, std::size_t limit)
    {
        TopK best(limit);
        array.search(query, partition, wanted, best);
        QStringList keys;
        for (const auto &candidate : best.take())
            keys.append(QString::fromStdString(candidate.key));
        return keys;
    }
    static QStringList expected(const Entries &entries, const QueryVector &query, const std::string &partition,
                                const std::vector<Tag> &wanted, std::size_t limit)
    {
        std::vector<std::pair<double, std::string>> all;
        for (const auto &[key, entry] : entries) {
            bool isIn = key.substr(0, 1) == partition;
            for (std::size_t i = 0; i < wanted.size(); ++i)
                isIn = isIn && (wanted[i] == 0 || wanted[i] == entry.tags[i]);
            if (isIn)
                all.emplace_back(query.score(entry.vector), key);
        }
        std::sort(all.begin(), all.end());
        QStringList keys;
        for (std::size_t i = 0; i < std::min(limit, all.size()); ++i)
            keys.append(QString::fromStdString(all[i].second));
        return keys;
    }

private slots:
    void findsWhatASortWould()
    {
        constexpr std::uint32_t kWidth = 6;
        SeededRandom random(21);
        VectorArray array(DistanceFunction::Euclidean, kWidth, 2);
        Entries entries;
        for (int step = 0; step < 4000; ++step) {
            const std::string key = std::string(1, static_cast<char>('a' + random.below(3))) +
                                    std::to_string(random.below(600));
            if (random.below(3) == 0) {
                array.remove(key);
                entries.erase(key);
            } else {
                Entry entry{testing::randomVector(random, kWidth), {random.below(3), random.below(2) + 1}};
                array.put(key, key.substr(0, 1), entry.tags, entry.vector);
                entries[key] = std::move(entry);
            }
            if (step % 40 != 0)
                continue;
            const QueryVector query(DistanceFunction::Euclidean, testing::randomVector(random, kWidth));
            QCOMPARE(array.size(), entries.size());
            for (const std::string partition : {"a", "b", "c", "d"})
                for (const std::vector<Tag> &wanted : {std::vector<Tag>{0, 0}, {1, 0}, {2, 2}})
                    QCOMPARE(found(array, query, partition, wanted, 7), expected(entries, query, partition, wanted, 7));
        }
    }

    // Several blocks and stretches, all but some of them removed again.
    void survivesGrowingAndShrinking()
    {
        SeededRandom random(22);
        VectorArray array(DistanceFunction::DotProduct, 3, 0);
        const std::uint64_t empty = array.byteCount();
        Entries entries;
        for (int i = 0; i < 3000; ++i) {
            Entry entry{testing::randomVector(random, 3), {}};
            const std::string key = "a" + std::to_string(i);
            array.put(key, "a", {}, entry.vector);
            entries[key] = std::move(entry);
        }
        QVERIFY(array.byteCount() >= 3000 * 3 * sizeof(float));
        for (int i = 0; i < 3000; ++i)
            if (i % 100 != 7) {
                array.remove("a" + std::to_string(i));
                entries.erase("a" + std::to_string(i));
            }
        const QueryVector query(DistanceFunction::Euclidean, {1, 0, 0});
        QCOMPARE(found(array, query, "a", {}, 100).size(), 30);
        for (const auto &entry : entries)
            array.remove(entry.first);
        QCOMPARE(array.size(), 0u);
        QCOMPARE(array.byteCount(), empty);
        QVERIFY(found(array, query, "a", {}, 100).isEmpty());
    }

    void tellsHowManyRowsItLookedAt()
    {
        VectorArray array(DistanceFunction::Cosine, 1, 1);
        for (int i = 0; i < 5; ++i)
            array.put("a" + std::to_string(i), "a", std::vector<Tag>{static_cast<Tag>(1 + i % 2)}, std::vector<float>{1});
        const QueryVector query(DistanceFunction::Cosine, {1});
        TopK best(1);
        QCOMPARE(array.search(query, "a", std::vector<Tag>{1}, best), 5u);
        QCOMPARE(array.search(query, "b", std::vector<Tag>{1}, best), 0u);
    }
};

QTEST_GUILESS_MAIN(TestVectorArray)
#include "tst_vector_array.moc"
