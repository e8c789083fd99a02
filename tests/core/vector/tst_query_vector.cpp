#include <QtTest/QTest>

#include <cmath>
#include <limits>

#include "support/vectors.h"
#include "vector/query_vector.h"

using namespace stator;
using model::DistanceFunction;
using vector::QueryVector;

class TestQueryVector : public QObject {
    Q_OBJECT

private:
    static float rankOf(const QueryVector &query, DistanceFunction distance, const std::vector<float> &row)
    {
        const float scale = QueryVector::scaleOf(distance, row);
        float rank = 0;
        query.rank(row.data(), 1, &scale, &rank);
        return rank;
    }

private slots:
    void scores_data()
    {
        QTest::addColumn<int>("distance");
        QTest::addColumn<std::vector<float>>("row");
        QTest::addColumn<double>("score");
        const auto cosine = static_cast<int>(DistanceFunction::Cosine);
        const auto product = static_cast<int>(DistanceFunction::DotProduct);
        const auto euclidean = static_cast<int>(DistanceFunction::Euclidean);
        QTest::newRow("cosine, the same") << cosine << std::vector<float>{1, 0, 0} << 0.0;
        QTest::newRow("cosine, longer") << cosine << std::vector<float>{10, 0, 0} << 0.0;
        QTest::newRow("cosine, at a right angle") << cosine << std::vector<float>{0, 3, 0} << 1.0;
        QTest::newRow("cosine, opposite") << cosine << std::vector<float>{-2, 0, 0} << 2.0;
        QTest::newRow("cosine, without direction") << cosine << std::vector<float>{0, 0, 0} << 1.0;
        QTest::newRow("product") << product << std::vector<float>{-2.5, 1, 1} << -2.5;
        QTest::newRow("euclidean, the same") << euclidean << std::vector<float>{1, 0, 0} << 0.0;
        QTest::newRow("euclidean, longer") << euclidean << std::vector<float>{10, 0, 0} << 9.0;
        QTest::newRow("euclidean, elsewhere") << euclidean << std::vector<float>{1, 3, 4} << 5.0;
    }
    void scores()
    {
        QFETCH(const int, distance);
        QFETCH(const std::vector<float>, row);
        QFETCH(const double, score);
        QCOMPARE(QueryVector(static_cast<DistanceFunction>(distance), {1, 0, 0}).score(row), score);
    }

    void scoresAgreeWithPlainArithmetic_data()
    {
        QTest::addColumn<int>("distance");
        for (const auto distance : {DistanceFunction::Cosine, DistanceFunction::DotProduct, DistanceFunction::Euclidean})
            QTest::newRow(std::string(model::wireName(distance)).c_str()) << static_cast<int>(distance);
    }
    // And the ranks are in the order of the scores wherever floats can tell them apart.
    void scoresAgreeWithPlainArithmetic()
    {
        QFETCH(const int, distance);
        const auto function = static_cast<DistanceFunction>(distance);
        SeededRandom random(3);
        for (const std::size_t width : {1u, 3u, 100u, 384u}) {
            const auto query = testing::randomVector(random, width);
            const QueryVector prepared(function, query);
            std::vector<float> before;
            for (int i = 0; i < 50; ++i) {
                const auto row = testing::randomVector(random, width);
                const double expected = testing::plainScore(function, query, row);
                QVERIFY(std::abs(prepared.score(row) - expected) < 1e-12 * static_cast<double>(width) + 1e-12);
                if (!before.empty() && std::abs(prepared.score(before) - prepared.score(row)) > 1e-4)
                    QCOMPARE(rankOf(prepared, function, before) < rankOf(prepared, function, row),
                             prepared.isBetter(prepared.score(before), prepared.score(row)));
                before = row;
            }
        }
    }

    void equalDirectionsAreZeroApart()
    {
        SeededRandom random(8);
        for (int i = 0; i < 200; ++i) {
            const auto vector = testing::randomVector(random, 384);
            QCOMPARE(QueryVector(DistanceFunction::Cosine, vector).score(vector), 0.0);
        }
        QCOMPARE(QueryVector(DistanceFunction::Cosine, {1, 2, 3}).score(std::vector<float>{3, 6, 9}), 0.0);
    }

    void scoresStayInTheRangeOfAFloat()
    {
        constexpr float kMost = std::numeric_limits<float>::max();
        const std::vector<float> large{kMost, kMost};
        const std::vector<float> opposite{-kMost, -kMost};
        const auto most = static_cast<double>(kMost);
        QCOMPARE(QueryVector(DistanceFunction::DotProduct, large).score(large), most);
        QCOMPARE(QueryVector(DistanceFunction::DotProduct, large).score(opposite), -most);
        QCOMPARE(QueryVector(DistanceFunction::Euclidean, large).score(opposite), most);
        QCOMPARE(QueryVector(DistanceFunction::Cosine, large).score(opposite), 2.0);
        // Products that cancel are not lost in the infinities between.
        QCOMPARE(QueryVector(DistanceFunction::DotProduct, {kMost, kMost}).score(std::vector<float>{kMost, -kMost}), 0.0);
    }

    void ranksWhereFloatsOverflowOrVanish()
    {
        for (const auto function : {DistanceFunction::Cosine, DistanceFunction::DotProduct, DistanceFunction::Euclidean})
            for (const float scale : {1e-18F, 1e18F}) {
                const QueryVector query(function, {1 * scale, 2 * scale});
                const std::vector<float> near{1 * scale, 2 * scale};
                const std::vector<float> far{2 * scale, -1 * scale};
                QVERIFY2(rankOf(query, function, near) < rankOf(query, function, far),
                         std::string(model::wireName(function)).c_str());
            }
    }
};

QTEST_GUILESS_MAIN(TestQueryVector)
#include "tst_query_vector.moc"
