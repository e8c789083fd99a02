#include <QtTest/QTest>

#include <map>

#include "core/engine/region_harness.h"
#include "encoding/keys.h"
#include "encoding/row.h"
#include "engine/key_range.h"

using namespace stator;
using namespace stator::engine;
using namespace stator::engine::testing;
using model::TableDefinition;

namespace {

// What a region should hold: for each table its items by encoded key.
struct Model {
    struct Table {
        TableDefinition definition;
        std::map<std::string, Item> items;
    };
    std::map<std::string, Table> tables;
};

// One run: a region and its model, given the same random operations.
class Run {
public:
    explicit Run(std::uint64_t seed) : m_random(seed) {}

    void step()
    {
        const auto choice = m_random.below(1000);
        if (m_model.tables.empty() || choice < 8)
            createTable();
        else if (choice < 12)
            deleteTable();
        else if (choice < 24)
            addIndex();
        else if (choice < 30)
            deleteIndex();
        else if (choice < 36)
            m_harness.restart();
        else if (choice < 44)
            m_harness.crash();
        else if (choice < 150)
            m_harness.background.runOne();
        else if (choice < 300)
            writeMany();
        else if (choice < 400)
            query();
        else
            writeOne();
    }

    // Runs what is left in the background and compares everything.
    void compareAll()
    {
        m_harness.runJobs();
        refresh();
        std::vector<std::string> names;
        for (const auto &entry : m_model.tables)
            names.push_back(entry.first);
        QCOMPARE(m_harness.region->tableNames("", 100), names);
        for (const auto &entry : m_model.tables)
            compareTable(entry.second);
    }

private:
    TableHandle handleOf(const std::string &name) { return m_harness.region->findTable(name); }

    // Index states change in the background: the model takes them over, items are its own.
    void refresh()
    {
        for (auto &entry : m_model.tables)
            entry.second.definition = m_harness.region->definition(*handleOf(entry.first));
    }

    Model::Table &anyTable()
    {
        auto at = m_model.tables.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(m_random.below(m_model.tables.size())));
        return at->second;
    }

    void createTable()
    {
        auto definition = tableNamed("t" + std::to_string(m_random.below(5)), m_random.below(2) == 0);
        const bool isTaken = m_model.tables.count(definition.name) > 0;
        if (m_random.below(2) == 0)
            definition.indexes.push_back(anyIndex());
        Answer<TableHandle> answer;
        m_harness.region->createTable(definition, answer.completion());
        QCOMPARE((*answer).ok(), !isTaken);
        if (!isTaken)
            m_model.tables[definition.name].definition =
                m_harness.region->definition(*handleOf(definition.name));
    }

    void deleteTable()
    {
        const std::string name = anyTable().definition.name;
        const bool isDeleted = m_harness.remove(name).ok(); // refused while an index is made or deleted
        QCOMPARE(handleOf(name) == nullptr, isDeleted);
        if (isDeleted)
            m_model.tables.erase(name);
    }

    model::IndexDefinition anyIndex()
    {
        auto index = indexNamed("i" + std::to_string(m_made++), {"c", model::ValueType::S}, {},
                                static_cast<model::ProjectionType>(1 + m_random.below(3)));
        if (m_random.below(2) == 0)
            index.keys.sort = {{"r", model::ValueType::N}};
        if (index.projection.type == model::ProjectionType::Include)
            index.projection.nonKeyAttributes = {"v"};
        return index;
    }

    void addIndex()
    {
        const auto index = anyIndex();
        QVERIFY(m_harness
                    .update(anyTable().definition.name,
                            [&](const TableDefinition &before) -> Result<TableDefinition> {
                                auto after = before;
                                after.indexes.push_back(index);
                                return after;
                            })
                    .ok());
    }

    void deleteIndex()
    {
        const std::string name = anyTable().definition.name;
        QVERIFY(m_harness
                    .update(name,
                            [&](const TableDefinition &before) -> Result<TableDefinition> {
                                auto after = before;
                                if (!after.indexes.empty())
                                    after.indexes[m_random.below(after.indexes.size())].status =
                                        model::IndexStatus::Deleting;
                                return after;
                            })
                    .ok());
    }

    Item anyKey(const TableDefinition &table)
    {
        Attributes key = {{"id", text("p" + std::to_string(m_random.below(7)))}};
        if (table.keys.hasSortKey())
            key.emplace_back("at", number(static_cast<std::int64_t>(m_random.below(9)) - 4));
        return makeItem(key);
    }

    Item anyItem(const TableDefinition &table)
    {
        document::ItemWriter writer;
        const Item key = anyKey(table);
        for (const auto &member : key.view().attributes()) {
            writer.name(member.name);
            writer.value(member.value);
        }
        const auto add = [&](std::string_view name, const Value &value) {
            writer.name(name);
            writer.value(value.view());
        };
        if (m_random.below(4) != 0) // of a wrong type now and then: not in the index
            add("c", m_random.below(8) == 0 ? number(1) : text(m_random.below(2) == 0 ? "red" : "green"));
        if (m_random.below(4) != 0)
            add("r", number(static_cast<std::int64_t>(m_random.below(5))));
        add("v", text(std::string(m_random.below(30), 'v')));
        return writer.finish();
    }

    // Plans a write in the model; `staged` holds what it does once the set succeeds.
    Write anyWrite(const TableDefinition &table, std::map<std::string, std::optional<Item>> &staged)
    {
        if (m_random.below(3) == 0) {
            Item key = anyKey(table);
            staged[encoding::itemKey(table.keys, key.view())] = std::nullopt;
            return RegionHarness::writeOf(handleOf(table.name), std::move(key), removeAlways());
        }
        Item item = anyItem(table);
        staged[encoding::itemKey(table.keys, item.view())] = item;
        return RegionHarness::writeOf(handleOf(table.name), std::move(item), putGiven());
    }

    void settle(Model::Table &table, const std::map<std::string, std::optional<Item>> &staged)
    {
        for (const auto &change : staged) {
            if (change.second)
                table.items[change.first] = *change.second;
            else
                table.items.erase(change.first);
        }
    }

    void writeOne()
    {
        auto &table = anyTable();
        std::map<std::string, std::optional<Item>> staged;
        Write write = anyWrite(table.definition, staged);
        write.wantsPrevious = true;
        const auto before = table.items.find(staged.begin()->first);
        const std::optional<Item> expected =
            before == table.items.end() ? std::nullopt : std::optional<Item>(before->second);
        const auto outcome = m_harness.writeOne(std::move(write));
        QVERIFY(outcome.ok());
        QVERIFY(outcome->effects[0].previous == expected);
        settle(table, staged);
    }

    void writeMany()
    {
        auto &table = anyTable();
        WriteSet set;
        set.isTransaction = m_random.below(2) == 0;
        const bool fails = m_random.below(4) == 0;
        std::map<std::string, std::optional<Item>> staged;
        const auto count = 1 + m_random.below(10);
        while (staged.size() < count) {
            const auto before = staged.size();
            std::map<std::string, std::optional<Item>> one;
            Write write = anyWrite(table.definition, one);
            if (staged.count(one.begin()->first) > 0)
                continue;
            staged.merge(one);
            if (fails && before + 1 == count)
                write.mutation = mutation([](std::optional<ItemView>) -> Result<Decision> {
                    return Error::conditionalCheckFailed();
                });
            set.writes.push_back(std::move(write));
            if (staged.size() >= (table.definition.keys.hasSortKey() ? 40u : 5u))
                break;
        }
        const bool didFail = fails && set.writes.size() == count;
        QCOMPARE(m_harness.write(std::move(set)).ok(), !didFail);
        if (!didFail)
            settle(table, staged);
    }

    // One partition, some page size, either direction.
    void query()
    {
        auto &table = anyTable();
        PageRequest request;
        request.condition.emplace();
        request.condition->partition = {text("p" + std::to_string(m_random.below(7)))};
        request.limit = static_cast<std::uint32_t>(m_random.below(4));
        request.isForward = m_random.below(2) == 0;
        const KeyRange range = rangeOf(request);
        std::vector<Item> expected;
        for (const auto &item : table.items)
            if (range.contains(item.first))
                expected.push_back(item.second);
        if (!request.isForward)
            std::reverse(expected.begin(), expected.end());
        QVERIFY(m_harness.readAll(handleOf(table.definition.name), request) == expected);
    }

    void compareTable(const Model::Table &table)
    {
        const auto handle = handleOf(table.definition.name);
        std::vector<Item> expected;
        std::uint64_t bytes = 0;
        for (const auto &item : table.items) {
            expected.push_back(item.second);
            bytes += item.second.view().sizeBytes() + 100;
        }
        QVERIFY(m_harness.readAll(handle, PageRequest()) == expected);
        const auto counts = m_harness.region->counts(*handle);
        QCOMPARE(counts.items, table.items.size());
        QCOMPARE(counts.bytes, bytes);
        QCOMPARE(counts.indexes.size(), table.definition.indexes.size());
        for (std::size_t i = 0; i < counts.indexes.size(); ++i)
            compareIndex(handle, table, table.definition.indexes[i], counts.indexes[i]);
    }

    void compareIndex(const TableHandle &handle, const Model::Table &table,
                      const model::IndexDefinition &index, const TableCounts::Index &counts)
    {
        QCOMPARE(index.status, model::IndexStatus::Active);
        std::map<std::string, Item> entries;
        std::uint64_t bytes = 0;
        for (const auto &item : table.items)
            if (auto key =
                    encoding::indexKey(index.id, index.keys, table.definition.keys, item.second.view()))
                entries[*key] = encoding::indexDocument(index, table.definition.keys, item.second.view());
        std::vector<Item> expected;
        for (const auto &entry : entries) {
            expected.push_back(entry.second);
            bytes += entry.second.view().sizeBytes() + 100;
        }
        PageRequest request;
        request.indexId = index.id;
        QVERIFY(m_harness.readAll(handle, request) == expected);
        QCOMPARE(counts.id, index.id);
        QCOMPARE(counts.items, entries.size());
        QCOMPARE(counts.bytes, bytes);
    }

    SeededRandom m_random;
    RegionHarness m_harness;
    Model m_model;
    int m_made = 0;
};

} // namespace

// Goal: whatever the order of writes, catalog changes, background steps, restarts and crashes, a region holds
// what a map would. Not covered: several threads (tst_concurrency), power loss (the storage tests).
class TestOperationSequences : public QObject {
    Q_OBJECT

private slots:
    void holdsWhatAMapWould_data();
    void holdsWhatAMapWould();
};

void TestOperationSequences::holdsWhatAMapWould_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::newRow(("seed " + std::to_string(seed)).c_str()) << seed;
}

void TestOperationSequences::holdsWhatAMapWould()
{
    QFETCH(int, seed);
    Run run(static_cast<std::uint64_t>(seed));
    for (int round = 0; round < 6; ++round) {
        for (int step = 0; step < 150; ++step) {
            run.step();
            if (QTest::currentTestFailed())
                return;
        }
        run.compareAll();
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_GUILESS_MAIN(TestOperationSequences)
#include "tst_operation_sequences.moc"
