#include <QtTest/QTest>

#include "core/engine/region_harness.h"
#include "engine/collection_size.h"

using namespace stator;
using namespace stator::engine;
using namespace stator::engine::testing;

class TestCollectionSize : public QObject {
    Q_OBJECT

private slots:
    // Rows that do not compress, a large collection and a small one; twice the size with a local index.
    void estimatesOneCollection()
    {
        RegionHarness harness;
        auto definition = tableNamed("t");
        harness.create(definition);
        definition.name = "indexed";
        definition.indexes.push_back(
            indexNamed("local", {"id", model::ValueType::S}, {{"other", model::ValueType::N}}));
        definition.indexes.back().kind = model::IndexKind::Local;
        harness.create(definition);
        SeededRandom random(3);
        for (const char *name : {"t", "indexed"})
            for (int i = 0; i < 400; ++i) {
                std::string noise;
                while (noise.size() < 4000)
                    noise += std::to_string(random.next());
                const std::string id = i % 4 == 0 ? "small" : "large";
                const auto table = harness.region->findTable(name);
                QVERIFY(
                    harness
                        .put(table,
                             {{"id", text(id)}, {"at", number(i)}, {"other", number(i)}, {"v", text(noise)}})
                        .ok());
            }
        harness.restart(); // flushes
        const auto bytes = [&](const char *name, const char *id) {
            return estimatedCollectionBytes(*harness.region->findTable(name),
                                            makeItem({{"id", text(id)}}).view());
        };
        const std::uint64_t large = bytes("t", "large");
        const std::uint64_t small = bytes("t", "small");
        QVERIFY2(large > 500'000 && large < 1'400'000, qPrintable(QString::number(large)));
        QVERIFY2(small > 150'000 && small < 500'000, qPrintable(QString::number(small)));
        QVERIFY(bytes("indexed", "large") > large * 3 / 2);
        QCOMPARE(bytes("t", "none"), std::uint64_t{0});
    }
};

QTEST_GUILESS_MAIN(TestCollectionSize)
#include "tst_collection_size.moc"
