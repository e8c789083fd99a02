#include <QtTest/QTest>

#include <atomic>
#include <map>

#include "base/memory_file_layer.h"
#include "replica/table_store_impl.h"
#include "replica/vector_index.h"
#include "support/tables.h"
#include "support/vectors.h"

using namespace stator;
using encoding::Position;
using model::DistanceFunction;
using replica::VectorIndex;
using replica::VectorMatches;
using replica::VectorQuery;

namespace {

constexpr std::uint32_t kWidth = 5;

model::TableDefinition vectorTable()
{
    model::TableDefinition definition = testing::table(1);
    model::IndexDefinition index;
    index.id = 1;
    index.kind = model::IndexKind::Vector;
    index.name = "near";
    index.keys.partition = {{"tenant", model::ValueType::S}};
    index.vector = {"v", kWidth, DistanceFunction::Euclidean, {{"colour", model::ValueType::S}}};
    definition.indexes.push_back(index);
    return definition;
}

struct Entry {
    std::string tenant; // empty: the item has none, and is not in the index
    std::string colour;
    std::vector<float> vector;
};

document::Item itemOf(int number, const Entry &entry)
{
    document::ItemWriter writer;
    writer.name("pk");
    writer.string("p");
    writer.name("sk");
    writer.numberBytes(model::Number(number).bytes());
    if (!entry.tenant.empty()) {
        writer.name("tenant");
        writer.string(entry.tenant);
    }
    if (!entry.colour.empty()) {
        writer.name("colour");
        writer.string(entry.colour);
    }
    if (!entry.vector.empty()) {
        writer.name("v");
        writer.value(testing::vectorValue(entry.vector).view());
    }
    return writer.finish();
}

// One store in memory, and what is in it.
struct Bench {
    std::atomic<bool> hasUntidy{false};
    std::unique_ptr<storage::StoreEnvironment> environment;
    std::unique_ptr<replica::TableStore> store;
    std::map<int, Entry> entries;
    std::uint64_t lsn = 0;
    model::TableDefinition definition = vectorTable();

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
        define();
    }
    ~Bench() { store->impl().close(); }

    void write()
    {
        store->impl().position = {1, ++lsn};
        if (!store->impl().writeBatch().ok())
            qFatal("the batch is not written");
    }
    void define()
    {
        store->impl().builder.addDefinition(std::make_shared<const model::TableDefinition>(definition));
        write();
    }
    // No entry: the item goes.
    void set(int number, const std::optional<Entry> &entry)
    {
        const auto found = entries.find(number);
        if (found == entries.end() && !entry)
            return;
        std::optional<document::Item> before;
        std::optional<document::Item> after;
        if (found != entries.end())
            before = itemOf(number, found->second);
        if (entry)
            after = itemOf(number, *entry);
        const auto change = testing::change(definition, before ? &*before : nullptr, after ? &*after : nullptr);
        if (!store->impl().builder.addItem(change, 1).ok())
            qFatal("the change is not added");
        if (entry)
            entries[number] = *entry;
        else
            entries.erase(found);
    }
    Entry randomEntry(Random &random) const
    {
        static const std::string kTenants[] = {"", "t", "u"};
        static const std::string kColours[] = {"", "red", "green"};
        Entry entry{kTenants[random.below(3)], kColours[random.below(3)], {}};
        if (random.below(8) != 0)
            entry.vector = testing::randomVector(random, random.below(8) == 0 ? kWidth - 1 : kWidth);
        return entry;
    }

    static VectorQuery queryOf(const std::vector<float> &vector, const std::string &tenant, const std::string &colour,
                               std::uint32_t topK)
    {
        VectorQuery query{1, vector, topK, document::Value::string(tenant), {}};
        query.filters.emplace_back();
        if (!colour.empty())
            query.filters[0] = document::Value::string(colour);
        return query;
    }
    QString expected(const VectorQuery &query, const std::string &tenant, const std::string &colour) const
    {
        std::vector<std::pair<double, int>> all;
        for (const auto &[number, entry] : entries)
            if (entry.tenant == tenant && entry.vector.size() == kWidth && (colour.empty() || entry.colour == colour))
                all.emplace_back(testing::plainScore(DistanceFunction::Euclidean, query.vector, entry.vector), number);
        std::sort(all.begin(), all.end());
        QStringList numbers;
        for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), query.topK); ++i)
            numbers.append(QString::number(all[i].second));
        return numbers.join(' ');
    }
    static QString found(const Result<VectorMatches> &matches)
    {
        if (!matches.ok())
            return QString::fromStdString(matches.error().message);
        QStringList numbers;
        for (const auto &match : matches->matches)
            numbers.append(
                QString::fromStdString(model::numberText(match.document.view().attribute("sk")->numberBytes())));
        return numbers.join(' ');
    }
};

} // namespace

class TestVectorIndex : public QObject {
    Q_OBJECT

private slots:
    // The array that follows the batches, and the walk over the rows, find what brute force finds.
    void findsWhatBruteForceFinds()
    {
        Bench bench;
        SeededRandom random(31);
        const auto nothing = std::make_shared<vector::VectorMemory>(1);
        VectorIndex withoutRoom(bench.definition.indexes[0], nothing);
        for (int number = 0; number < 150; ++number)
            bench.set(number, bench.randomEntry(random));
        bench.write();
        for (int step = 0; step < 1500; ++step) {
            for (std::uint64_t i = random.below(3); i > 0; --i) {
                const int number = static_cast<int>(random.below(150));
                if (random.below(4) == 0)
                    bench.set(number, std::nullopt);
                else
                    bench.set(number, bench.randomEntry(random));
            }
            bench.write();
            if (step % 15 != 0)
                continue;
            const auto vector = testing::randomVector(random, kWidth);
            for (const std::string tenant : {"t", "u", "none"})
                for (const std::string colour : {"", "red", "blue"}) {
                    const auto query = Bench::queryOf(vector, tenant, colour, 9);
                    QCOMPARE(Bench::found(bench.store->search(query)), bench.expected(query, tenant, colour));
                    QCOMPARE(Bench::found(withoutRoom.search(*bench.store, query)),
                             bench.expected(query, tenant, colour));
                }
        }
        QVERIFY(bench.store->impl().vectorIndex(1)->isLoaded());
        QVERIFY(!withoutRoom.isLoaded());
        QCOMPARE(nothing->heldBytes(), 0u);
    }

    void scoresVectorsAndDocumentsBelongTogether()
    {
        Bench bench;
        bench.set(1, Entry{"t", "red", {1, 0, 0, 0, 0.5F}});
        bench.write();
        const auto query = Bench::queryOf({1, 0, 0, 3, 0.5F}, "t", {}, 1);
        const auto matches = bench.store->search(query);
        QVERIFY(matches.ok());
        QCOMPARE(matches->matches.size(), 1u);
        QCOMPARE(matches->matches[0].score, 3.0);
        QCOMPARE(matches->matches[0].vector, (std::vector<float>{1, 0, 0, 0, 0.5F}));
        QVERIFY(!matches->matches[0].document.view().attribute("v"));
        QVERIFY(matches->matches[0].document.view().attribute("colour"));
        QCOMPARE(matches->examinedBytes, std::uint64_t{kWidth} * 4);
    }

    void equalScoresComeInTheOrderOfTheirKeys()
    {
        Bench bench;
        for (const int number : {7, 3, 9, 1, 5})
            bench.set(number, Entry{"t", {}, {0, 0, 0, 0, 1}});
        bench.write();
        const auto query = Bench::queryOf({0, 0, 0, 0, 0}, "t", {}, 3);
        QCOMPARE(Bench::found(bench.store->search(query)), QString("1 3 5"));
    }

    void countsWhatTheEntriesHold()
    {
        Bench bench;
        SeededRandom random(32);
        for (int step = 0; step < 400; ++step) {
            const int number = static_cast<int>(random.below(40));
            if (random.below(3) == 0)
                bench.set(number, std::nullopt);
            else
                bench.set(number, bench.randomEntry(random));
            bench.write();
        }
        std::uint64_t items = 0;
        std::uint64_t bytes = 0;
        for (const auto &[number, entry] : bench.entries)
            if (!entry.tenant.empty() && entry.vector.size() == kWidth) {
                Entry withoutVector = entry;
                withoutVector.vector.clear();
                ++items;
                bytes += itemOf(number, withoutVector).view().sizeBytes() + kWidth * 4 + 100;
            }
        const auto counts = bench.store->counts();
        QCOMPARE(counts.findIndex(1)->items, items);
        QCOMPARE(counts.findIndex(1)->bytes, bytes);
    }

    // Two indexes with room for one: the one searched longest ago gives its array up, and makes it again.
    void arraysGiveRoomToEachOther()
    {
        Bench bench;
        SeededRandom random(33);
        for (int number = 0; number < 100; ++number)
            bench.set(number, Entry{"t", {}, testing::randomVector(random, kWidth)});
        bench.write();
        const auto memory = std::make_shared<vector::VectorMemory>(
            vector::VectorArray::estimateBytes(100, kWidth, 1) * 3 / 2);
        VectorIndex first(bench.definition.indexes[0], memory);
        VectorIndex second(bench.definition.indexes[0], memory);
        const auto query = Bench::queryOf(testing::randomVector(random, kWidth), "t", {}, 9);
        const QString expected = bench.expected(query, "t", {});
        for (int round = 0; round < 3; ++round) {
            QCOMPARE(Bench::found(first.search(*bench.store, query)), expected);
            QVERIFY(first.isLoaded() && !second.isLoaded());
            QCOMPARE(Bench::found(second.search(*bench.store, query)), expected);
            QVERIFY(!first.isLoaded() && second.isLoaded());
        }
        second.reset();
        QCOMPARE(memory->heldBytes(), 0u);
    }

    void aBatchThatFailsLeavesNoTraceInTheArray()
    {
        Bench bench;
        bench.set(1, Entry{"t", {}, {0, 0, 0, 0, 1}});
        bench.write();
        const auto query = Bench::queryOf({0, 0, 0, 0, 0}, "t", {}, 3);
        QCOMPARE(Bench::found(bench.store->search(query)), QString("1"));
        bench.store->impl().fail(Error::io("gone"));
        QVERIFY(!bench.store->impl().vectorIndex(1)->isLoaded());
        QVERIFY(!bench.store->search(query).ok());
    }

    void anIndexThatIsDeletedIsNotSearched()
    {
        Bench bench;
        bench.set(1, Entry{"t", {}, {0, 0, 0, 0, 1}});
        bench.write();
        bench.definition.indexes[0].status = model::IndexStatus::Deleting;
        bench.define();
        QVERIFY(!bench.store->search(Bench::queryOf({0, 0, 0, 0, 0}, "t", {}, 3)).ok());
        QVERIFY(!bench.store->impl().vectorIndex(1));
    }
};

QTEST_GUILESS_MAIN(TestVectorIndex)
#include "tst_vector_index.moc"
