#include <QTest>

#include "base/memory_file_layer.h"
#include "base/random.h"
#include "replica/apply.h"
#include "replica/table_store_impl.h"
#include "support/tables.h"

using namespace stator;
using encoding::Position;
using model::ProjectionType;

namespace {

// One store in memory that is changed entry by entry.
struct Bench {
    std::unique_ptr<storage::StoreEnvironment> environment;
    std::atomic<bool> hasUntidy{false};
    std::unique_ptr<replica::TableStore> store;
    std::uint64_t lsn = 0;

    Bench()
    {
        storage::StoreEnvironmentOptions options;
        options.files = makeMemoryFileLayer();
        options.isInMemory = true;
        options.syncLogThrough = [](Position) { return Result<void>(); };
        environment = std::make_unique<storage::StoreEnvironment>(std::move(options));
        store = std::make_unique<replica::TableStore>(
            std::make_unique<replica::TableStore::Impl>(1, "/store", *environment, hasUntidy));
        if (!store->impl().open().ok())
            qFatal("the store does not open");
        store->impl().publish();
    }
    ~Bench() { store->impl().close(); }

    replica::BatchBuilder &builder() { return store->impl().builder; }
    Result<void> write()
    {
        store->impl().position = {1, ++lsn};
        return store->impl().writeBatch();
    }
    Result<void> put(const document::Item *previous, const document::Item *next)
    {
        STATOR_CHECK(builder().addItem(testing::change(*builder().definition(), previous, next), 1));
        return write();
    }
    Result<void> define(const model::TableDefinition &definition)
    {
        builder().addDefinition(std::make_shared<const model::TableDefinition>(definition));
        return write();
    }
    Result<void> backfill(std::uint32_t indexId, const std::string &end)
    {
        STATOR_CHECK(builder().addBackfill({1, indexId, {}, end}, *store->impl().handle()));
        return write();
    }
    Result<void> clear(std::uint32_t indexId, const std::string &begin, const std::string &end)
    {
        STATOR_CHECK(builder().addClear({1, indexId, begin, end}, *store->impl().handle()));
        return write();
    }
    std::string fault() const { return testing::inconsistency(*store->impl().builder.definition(), *store); }
};

std::string randomColour(Random &random)
{
    static const std::string kColours[] = {"", "red", "green", "blue"};
    return kColours[random.below(4)];
}

// Puts and deletes of few items, so that most have a predecessor; some in one batch.
struct RandomWrites {
    std::map<std::pair<std::string, int>, document::Item> items;

    bool step(Bench &bench, Random &random)
    {
        const std::pair<std::string, int> key{std::string(1, static_cast<char>('a' + random.below(4))),
                                              static_cast<int>(random.below(6)) - 3};
        const auto found = items.find(key);
        const document::Item *previous = found == items.end() ? nullptr : &found->second;
        if (previous && random.below(3) == 0) {
            const bool done = bench.put(previous, nullptr).ok();
            items.erase(found);
            return done;
        }
        const document::Item next = testing::item(key.first, key.second, randomColour(random),
                                                  static_cast<int>(random.below(3)), std::string(random.below(3), 'e'));
        const bool done = bench.put(previous, &next).ok();
        items[key] = next;
        return done;
    }
};

} // namespace

class TestApply : public QObject {
    Q_OBJECT

private slots:
    void indexRowsAndCountsFollowTheItems_data()
    {
        QTest::addColumn<int>("projection");
        QTest::newRow("all") << static_cast<int>(ProjectionType::All);
        QTest::newRow("keys only") << static_cast<int>(ProjectionType::KeysOnly);
        QTest::newRow("include") << static_cast<int>(ProjectionType::Include);
    }
    void indexRowsAndCountsFollowTheItems()
    {
        QFETCH(const int, projection);
        Bench bench;
        auto table = testing::table(1);
        table.indexes.push_back(testing::index(1, static_cast<ProjectionType>(projection)));
        QVERIFY(bench.define(table).ok());
        SeededRandom random(11);
        RandomWrites writes;
        for (int i = 0; i < 2'000; ++i) {
            QVERIFY(writes.step(bench, random));
            if (i % 50 == 0)
                QCOMPARE(bench.fault(), std::string());
        }
        QCOMPARE(bench.fault(), std::string());
        QCOMPARE(bench.store->counts().items, writes.items.size());
    }

    void oneBatchHoldsManyEntries()
    {
        Bench bench;
        auto table = testing::table(1);
        table.indexes.push_back(testing::index(1));
        QVERIFY(bench.define(table).ok());
        const auto first = testing::item("a", 1, "red");
        const auto second = testing::item("a", 1, "blue");
        const auto third = testing::item("a", 1, "red", 0, "changed");
        QVERIFY(bench.builder().addItem(testing::change(table, nullptr, &first), 1).ok());
        QVERIFY(bench.builder().addItem(testing::change(table, &first, &second), 2).ok());
        QVERIFY(bench.builder().addItem(testing::change(table, &second, &third), 3).ok());
        QVERIFY(bench.write().ok());
        QCOMPARE(bench.fault(), std::string());
        QCOMPARE(bench.store->counts().items, 1u);
    }

    // Writes go on while the index is made in steps; it must come out as if it had always been there.
    void aBackfilledIndexIsTheOneThatWasAlwaysThere()
    {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            Bench bench;
            auto table = testing::table(1);
            QVERIFY(bench.define(table).ok());
            SeededRandom random(seed);
            RandomWrites writes;
            for (int i = 0; i < 30; ++i)
                QVERIFY(writes.step(bench, random));
            table.indexes.push_back(testing::index(1, ProjectionType::KeysOnly));
            QVERIFY(bench.define(table).ok());
            while (!bench.store->counts().findIndex(1)->isComplete()) {
                QVERIFY(writes.step(bench, random));
                std::string end;
                std::uint64_t rows = 1 + random.below(4);
                auto cursor = bench.store->cursor();
                for ((*cursor)->seek(bench.store->counts().findIndex(1)->backfillFrom); (*cursor)->isValid(); (*cursor)->next())
                    if (rows-- == 0) {
                        end = (*cursor)->key();
                        break;
                    }
                if (!end.empty() && end.front() != static_cast<char>(encoding::Keyspace::Item))
                    end.clear();
                cursor->reset();
                QVERIFY(bench.backfill(1, end).ok());
            }
            QCOMPARE(bench.fault(), std::string());
            QVERIFY(writes.step(bench, random));
            QCOMPARE(bench.fault(), std::string());
        }
    }

    void anIndexOfAnEmptyTableNeedsNoBackfill()
    {
        Bench bench;
        auto table = testing::table(1);
        QVERIFY(bench.define(table).ok());
        table.indexes.push_back(testing::index(1));
        QVERIFY(bench.define(table).ok());
        QVERIFY(bench.store->counts().findIndex(1)->isComplete());
        const auto item = testing::item("a", 1, "red");
        QVERIFY(bench.put(nullptr, &item).ok());
        QVERIFY(bench.backfill(1, "").ok());
        QCOMPARE(bench.fault(), std::string());
    }

    void aDeletedIndexIsClearedInSteps()
    {
        Bench bench;
        auto table = testing::table(1);
        table.indexes = {testing::index(1), testing::index(2)};
        QVERIFY(bench.define(table).ok());
        SeededRandom random(2);
        RandomWrites writes;
        for (int i = 0; i < 100; ++i)
            QVERIFY(writes.step(bench, random));
        table.indexes[0].status = model::IndexStatus::Deleting;
        QVERIFY(bench.define(table).ok());
        const std::string middle = encoding::segmentBegin(1, 1, 2);
        QVERIFY(bench.clear(1, {}, middle).ok());
        for (int i = 0; i < 20; ++i)
            QVERIFY(writes.step(bench, random)); // adds nothing to the index that goes
        QVERIFY(bench.clear(1, middle, {}).ok());
        QCOMPARE(bench.store->counts().findIndex(1)->items, 0u);
        QCOMPARE(bench.store->counts().findIndex(1)->bytes, 0u);
        table.indexes.erase(table.indexes.begin());
        QVERIFY(bench.define(table).ok());
        QCOMPARE(bench.fault(), std::string());
    }

    void whatDoesNotFollowIsCorruption()
    {
        Bench bench;
        auto table = testing::table(1);
        const auto item = testing::item("a", 1, "red");
        QCOMPARE(bench.builder().addItem(testing::change(table, nullptr, &item), 1).error().code, ErrorCode::Corruption);

        Bench second;
        table.indexes.push_back(testing::index(1));
        QVERIFY(second.define(table).ok());
        QCOMPARE(second.builder().addItem(testing::change(table, &item, nullptr), 1).error().code, ErrorCode::Corruption);
        auto incomplete = testing::change(table, nullptr, &item);
        incomplete.oldSizeBytes = 5;
        QCOMPARE(second.builder().addItem(incomplete, 1).error().code, ErrorCode::Corruption);
    }
};

QTEST_GUILESS_MAIN(TestApply)
#include "tst_apply.moc"
