#include <QtTest/QTest>

#include <cmath>

#include "support/vectors.h"
#include "vector/kernels.h"

using namespace stator;

class TestKernels : public QObject {
    Q_OBJECT

private slots:
    void agreeWithSumsInDouble_data()
    {
        QTest::addColumn<int>("set");
        const auto all = vector::allKernels();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(std::string(all[i].name).c_str()) << static_cast<int>(i);
    }
    // Every length up to two turns of the widest loop, and those of well-known models; rows that are not aligned.
    void agreeWithSumsInDouble()
    {
        QFETCH(const int, set);
        const vector::Kernels kernels = vector::allKernels()[static_cast<std::size_t>(set)];
        SeededRandom random(11);
        std::vector<std::size_t> widths;
        for (std::size_t width = 1; width <= 130; ++width)
            widths.push_back(width);
        for (const std::size_t width : {255u, 384u, 768u, 1023u, 1024u, 1536u, 3072u, 4095u, 4096u})
            widths.push_back(width);
        for (const std::size_t width : widths) {
            constexpr std::size_t kRows = 5;
            const auto rows = testing::randomVector(random, kRows * width + 1);
            const auto query = testing::randomVector(random, width);
            float dots[kRows];
            float distances[kRows];
            kernels.dot(rows.data() + 1, kRows, query.data(), width, dots);
            kernels.squaredDistance(rows.data() + 1, kRows, query.data(), width, distances);
            for (std::size_t row = 0; row < kRows; ++row) {
                const auto begin = rows.begin() + 1 + static_cast<std::ptrdiff_t>(row * width);
                const std::vector<float> one(begin, begin + static_cast<std::ptrdiff_t>(width));
                const double dot = testing::plainScore(model::DistanceFunction::DotProduct, one, query);
                const double far = testing::plainScore(model::DistanceFunction::Euclidean, one, query);
                // Terms are below 1 and 4; their float sums err by some units in the last place for each.
                const double bound = 1e-6 * static_cast<double>(width) / 4 + 1e-6;
                QVERIFY2(std::abs(dots[row] - dot) <= bound, qPrintable(QString::number(width)));
                QVERIFY2(std::abs(distances[row] - far * far) <= 4 * bound, qPrintable(QString::number(width)));
            }
        }
    }

    void readNothingBeyondARow()
    {
        for (const auto &kernels : vector::allKernels()) {
            std::vector<float> rows(17 * 2, 1);
            const std::vector<float> query(17, 1);
            rows.back() = std::numeric_limits<float>::quiet_NaN();
            float out[2] = {};
            kernels.dot(rows.data(), 1, query.data(), 17, out);
            QCOMPARE(out[0], 17.0F);
            kernels.squaredDistance(rows.data(), 1, query.data(), 17, out);
            QCOMPARE(out[0], 0.0F);
        }
    }

    void theBestSetIsOneOfAll()
    {
        QCOMPARE(QString::fromUtf8(vector::kernels().name.data()),
                 QString::fromUtf8(vector::allKernels().back().name.data()));
        QCOMPARE(vector::allKernels().front().name, std::string_view("portable"));
    }
};

QTEST_GUILESS_MAIN(TestKernels)
#include "tst_kernels.moc"
