#include <QtTest/QTest>

#include <algorithm>
#include <set>

#include "core/engine/region_harness.h"
#include "encoding/keys.h"

using namespace stator;
using namespace stator::engine;
using namespace stator::engine::testing;

namespace {

// What a sort key says, for comparing.
std::string sortText(ItemView item)
{
    return std::string(item.attribute("at")->text());
}

model::TableDefinition textSorted(std::string name)
{
    auto table = tableNamed(std::move(name));
    table.keys.sort[0].type = model::ValueType::S;
    return table;
}

PageRequest queryOf(std::string_view partition)
{
    PageRequest request;
    request.condition.emplace();
    request.condition->partition = {text(partition)};
    return request;
}

// Some partitions around the one that is asked for, and sort keys with awkward bytes.
const std::vector<std::string> kSortKeys = {
    "",     "a",       std::string("a\0", 2), std::string("a\0b", 3), "a\x01", "aa", "ab", "b", "ba", "bz",
    "\x7f", "\xc3\xa4"};

} // namespace

class TestReadPath : public QObject {
    Q_OBJECT

private slots:
    void findsTheItemsOfASortCondition_data();
    void findsTheItemsOfASortCondition();
    void ordersNumbersOnBothSidesOfZero();
    void pagesAtEveryLimit_data();
    void pagesAtEveryLimit();
    void endsAPageWithTheItemThatFillsIt();
    void stopsWhenTheSinkDoes();
    void partitionsTheTableIntoSegments_data();
    void partitionsTheTableIntoSegments();
    void goesOnFromAKeyThatIsNotThere();
    void refusesAStartThatIsNoKey();
    void readsAnIndexInItsOrder();
    void pagesThroughEqualIndexKeys();
    void queriesKeysOfSeveralAttributes();
    void fetchesItemsBehindALocalIndex();
    void readsSeveralItemsTogether();
};

void TestReadPath::findsTheItemsOfASortCondition_data()
{
    QTest::addColumn<SortOperator>("op");
    QTest::newRow("none") << SortOperator::None;
    QTest::newRow("equal") << SortOperator::Equal;
    QTest::newRow("less") << SortOperator::Less;
    QTest::newRow("less or equal") << SortOperator::LessOrEqual;
    QTest::newRow("greater") << SortOperator::Greater;
    QTest::newRow("greater or equal") << SortOperator::GreaterOrEqual;
    QTest::newRow("between") << SortOperator::Between;
    QTest::newRow("begins with") << SortOperator::BeginsWith;
}

// Every operand against every sort key, in both directions.
void TestReadPath::findsTheItemsOfASortCondition()
{
    QFETCH(SortOperator, op);
    RegionHarness harness;
    const auto table = harness.create(textSorted("t"));
    for (const char *partition : {"o", "p", "pp", "q"})
        for (const auto &sort : kSortKeys)
            if (!sort.empty())
                QVERIFY(harness.put(table, {{"id", text(partition)}, {"at", text(sort)}}).ok());
    const auto matches = [op](const std::string &sort, const std::string &low, const std::string &high) {
        switch (op) {
        case SortOperator::None:
            return true;
        case SortOperator::Equal:
            return sort == low;
        case SortOperator::Less:
            return sort < low;
        case SortOperator::LessOrEqual:
            return sort <= low;
        case SortOperator::Greater:
            return sort > low;
        case SortOperator::GreaterOrEqual:
            return sort >= low;
        case SortOperator::Between:
            return sort >= low && sort <= high;
        case SortOperator::BeginsWith:
            return sort.compare(0, low.size(), low) == 0;
        }
        return false;
    };
    for (const auto &low : kSortKeys) {
        for (const auto &high : kSortKeys) {
            if (op != SortOperator::Between && high != low)
                continue;
            std::vector<std::string> expected;
            for (const auto &sort : kSortKeys)
                if (!sort.empty() && matches(sort, low, high))
                    expected.push_back(sort);
            std::sort(expected.begin(), expected.end());
            PageRequest request = queryOf("p");
            request.condition->op = op;
            request.condition->low = text(low);
            request.condition->high = text(high);
            for (const bool isForward : {true, false}) {
                request.isForward = isForward;
                std::vector<std::string> found;
                for (const auto &item : harness.readAll(table, request)) {
                    QCOMPARE(item.view().attribute("id")->text(), std::string_view("p"));
                    found.push_back(sortText(item.view()));
                }
                QCOMPARE(found, expected);
                std::reverse(expected.begin(), expected.end());
            }
        }
    }
}

void TestReadPath::ordersNumbersOnBothSidesOfZero()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t"));
    const std::vector<std::string> ascending = {"-1E+125", "-100.5", "-100", "-10",   "-9.99",
                                                "-1",      "-0.001", "0",    "0.001", "0.01",
                                                "1",       "2",      "10",   "10.1",  "1E+125"};
    for (const auto &sort : ascending)
        QVERIFY(harness.put(table, {{"id", text("p")}, {"at", Value::number(sort)}}).ok());
    const auto items = harness.readAll(table, queryOf("p"));
    QCOMPARE(items.size(), ascending.size());
    for (std::size_t i = 0; i < ascending.size(); ++i)
        QVERIFY(*items[i].view().attribute("at") == Value::number(ascending[i]).view());
    PageRequest request = queryOf("p");
    request.condition->op = SortOperator::Between;
    request.condition->low = Value::number("-9.99");
    request.condition->high = Value::number("0.001");
    QCOMPARE(harness.readAll(table, request).size(), 5u);
}

void TestReadPath::pagesAtEveryLimit_data()
{
    QTest::addColumn<bool>("isForward");
    QTest::addColumn<bool>("isQuery");
    QTest::newRow("query forward") << true << true;
    QTest::newRow("query backward") << false << true;
    QTest::newRow("scan") << true << false;
}

void TestReadPath::pagesAtEveryLimit()
{
    QFETCH(bool, isForward);
    QFETCH(bool, isQuery);
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t"));
    constexpr std::uint32_t kItems = 23;
    for (std::uint32_t i = 0; i < kItems; ++i)
        QVERIFY(
            harness.put(table, {{"id", text(isQuery ? "p" : "p" + std::to_string(i % 5))}, {"at", number(i)}})
                .ok());
    PageRequest request = isQuery ? queryOf("p") : PageRequest();
    request.isForward = isForward;
    const auto whole = harness.readAll(table, request);
    QCOMPARE(whole.size(), std::size_t{kItems});
    for (std::uint32_t limit = 1; limit <= kItems + 1; ++limit) {
        request.limit = limit;
        int pages = 0;
        const auto paged = harness.readAll(table, request, &pages);
        QVERIFY(paged == whole);
        // A page that is full says so even if nothing follows.
        QCOMPARE(pages, static_cast<int>(kItems / limit) + 1);
    }
}

void TestReadPath::endsAPageWithTheItemThatFillsIt()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t"));
    for (int i = 0; i < 10; ++i)
        QVERIFY(harness.put(table, {{"id", text("p")}, {"at", number(i)}, {"v", text(std::string(90, 'x'))}})
                    .ok());
    PageRequest request = queryOf("p");
    // id 3, at 3 or 4, v 91 bytes: 97 for 0, 98 for the others.
    const auto read = [&](std::uint64_t maxBytes) {
        request.maxBytes = maxBytes;
        return harness.region->readPage(*table, request, [](ItemView) { return true; });
    };
    auto end = read(97);
    QCOMPARE(end->scannedCount, 1u);
    QCOMPARE(end->scannedBytes, 97u);
    end = read(98);
    QCOMPARE(end->scannedCount, 2u);
    QCOMPARE(end->scannedBytes, 195u);
    QVERIFY(end->lastEvaluated == makeItem({{"id", text("p")}, {"at", number(1)}}));
    end = read(1);
    QCOMPARE(end->scannedCount, 1u);
    end = read(1u << 20);
    QCOMPARE(end->scannedCount, 10u);
    QVERIFY(!end->lastEvaluated);
}

void TestReadPath::stopsWhenTheSinkDoes()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t"));
    for (int i = 0; i < 10; ++i)
        QVERIFY(harness.put(table, {{"id", text("p")}, {"at", number(i)}}).ok());
    int seen = 0;
    const auto end = harness.region->readPage(*table, queryOf("p"), [&](ItemView) { return ++seen < 4; });
    QVERIFY(end.ok());
    QCOMPARE(end->scannedCount, 4u);
    QVERIFY(end->lastEvaluated == makeItem({{"id", text("p")}, {"at", number(3)}}));
}

void TestReadPath::partitionsTheTableIntoSegments_data()
{
    QTest::addColumn<std::uint32_t>("total");
    for (const std::uint32_t total : {1u, 2u, 3u, 7u, 100u, 1'000'000u})
        QTest::newRow(std::to_string(total).c_str()) << total;
}

// Every item is in exactly one segment. A million segments are too many to walk: there the segment of each
// item follows from where it is found.
void TestReadPath::partitionsTheTableIntoSegments()
{
    QFETCH(std::uint32_t, total);
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t", false));
    constexpr int kItems = 300;
    for (int i = 0; i < kItems; ++i)
        QVERIFY(harness.put(table, {{"id", text("k" + std::to_string(i))}}).ok());
    std::set<std::string> found;
    std::size_t count = 0;
    const auto readSegment = [&](std::uint32_t segment) {
        PageRequest request;
        request.segment = segment;
        request.totalSegments = total;
        request.limit = 7;
        const auto items = harness.readAll(table, request);
        for (const auto &item : items)
            found.insert(item.bytes());
        count += items.size();
        return items.size();
    };
    if (total <= 100) {
        for (std::uint32_t segment = 0; segment < total; ++segment)
            readSegment(segment);
    } else {
        for (int i = 0; i < kItems; ++i) {
            const Item key = makeItem({{"id", text("k" + std::to_string(i))}});
            const auto hash = encoding::partitionHash(harness.region->definition(*table).keys, key.view());
            readSegment(static_cast<std::uint32_t>((static_cast<unsigned __int128>(hash) * total) >> 64));
        }
    }
    QCOMPARE(found.size(), std::size_t{kItems});
    QCOMPARE(count, std::size_t{kItems});
}

void TestReadPath::goesOnFromAKeyThatIsNotThere()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t"));
    for (int i = 0; i < 10; i += 2)
        QVERIFY(harness.put(table, {{"id", text("p")}, {"at", number(i)}}).ok());
    PageRequest request = queryOf("p");
    request.exclusiveStart = makeItem({{"id", text("p")}, {"at", number(3)}});
    QCOMPARE(harness.readAll(table, request).size(), 3u);
    request.isForward = false;
    QCOMPARE(harness.readAll(table, request).size(), 2u);
    request.exclusiveStart = makeItem({{"id", text("p")}, {"at", number(100)}});
    request.isForward = true;
    QCOMPARE(harness.readAll(table, request).size(), 0u);
    request.isForward = false;
    QCOMPARE(harness.readAll(table, request).size(), 5u);
}

void TestReadPath::refusesAStartThatIsNoKey()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t"));
    PageRequest request;
    request.exclusiveStart = makeItem({{"id", text("p")}});
    const auto end = harness.region->readPage(*table, request, [](ItemView) { return true; });
    QVERIFY(!end.ok());
    QCOMPARE(end.error().code, ErrorCode::Validation);
}

void TestReadPath::readsAnIndexInItsOrder()
{
    RegionHarness harness;
    auto definition = tableNamed("t", false);
    auto index = indexNamed("byScore", {"game", model::ValueType::S}, {{"score", model::ValueType::N}},
                            model::ProjectionType::Include);
    index.projection.nonKeyAttributes = {"name"};
    definition.indexes = {index};
    const auto table = harness.create(std::move(definition));
    for (int i = 0; i < 20; ++i)
        QVERIFY(harness
                    .put(table, {{"id", text("p" + std::to_string(i))},
                                 {"game", text(i % 2 ? "chess" : "go")},
                                 {"score", number((i * 7) % 20)},
                                 {"name", text("n")},
                                 {"secret", text("s")}})
                    .ok());
    QVERIFY(harness.put(table, {{"id", text("sparse")}, {"game", text("go")}}).ok());
    PageRequest request = queryOf("go");
    request.indexId = harness.region->definition(*table).indexes[0].id;
    request.limit = 3;
    const auto items = harness.readAll(table, request);
    QCOMPARE(items.size(), 10u);
    for (std::size_t i = 0; i < items.size(); ++i) {
        QVERIFY(items[i].view().attribute("name"));
        QVERIFY(!items[i].view().attribute("secret"));
        if (i > 0)
            QVERIFY(items[i - 1].view().attribute("score")->numberBytes() <
                    items[i].view().attribute("score")->numberBytes());
    }
    PageRequest scan;
    scan.indexId = request.indexId;
    QCOMPARE(harness.readAll(table, scan).size(), 20u);
}

void TestReadPath::pagesThroughEqualIndexKeys()
{
    RegionHarness harness;
    auto definition = tableNamed("t");
    definition.indexes = {
        indexNamed("byColor", {"color", model::ValueType::S}, {}, model::ProjectionType::KeysOnly)};
    const auto table = harness.create(std::move(definition));
    for (int i = 0; i < 12; ++i)
        QVERIFY(
            harness
                .put(table,
                     {{"id", text("p" + std::to_string(i % 3))}, {"at", number(i)}, {"color", text("red")}})
                .ok());
    PageRequest request = queryOf("red");
    request.indexId = 1;
    for (const bool isForward : {true, false}) {
        request.isForward = isForward;
        request.limit = 0;
        const auto whole = harness.readAll(table, request);
        QCOMPARE(whole.size(), 12u);
        request.limit = 1;
        QVERIFY(harness.readAll(table, request) == whole);
        request.limit = 5;
        QVERIFY(harness.readAll(table, request) == whole);
    }
}

void TestReadPath::queriesKeysOfSeveralAttributes()
{
    RegionHarness harness;
    auto definition = tableNamed("t", false);
    model::IndexDefinition index;
    index.name = "multi";
    index.keys.partition = {{"a", model::ValueType::S}, {"b", model::ValueType::N}};
    index.keys.sort = {{"c", model::ValueType::S}, {"d", model::ValueType::N}};
    definition.indexes = {index};
    const auto table = harness.create(std::move(definition));
    int made = 0;
    for (const char *a : {"x", "xx"})
        for (int b = 0; b < 2; ++b)
            for (const char *c : {"l", "m"})
                for (int d = -2; d < 3; ++d)
                    QVERIFY(harness
                                .put(table, {{"id", text(std::to_string(made++))},
                                             {"a", text(a)},
                                             {"b", number(b)},
                                             {"c", text(c)},
                                             {"d", number(d)}})
                                .ok());
    PageRequest request;
    request.indexId = 1;
    request.condition.emplace();
    request.condition->partition = {text("x"), number(1)};
    QCOMPARE(harness.readAll(table, request).size(), 10u);
    request.condition->sortEqual = {text("m")};
    QCOMPARE(harness.readAll(table, request).size(), 5u);
    request.condition->op = SortOperator::Greater;
    request.condition->low = number(-1);
    const auto items = harness.readAll(table, request);
    QCOMPARE(items.size(), 3u);
    QVERIFY(*items[0].view().attribute("d") == number(0).view());
}

void TestReadPath::fetchesItemsBehindALocalIndex()
{
    RegionHarness harness;
    auto definition = tableNamed("t");
    auto index = indexNamed("byRank", {"id", model::ValueType::S}, {{"rank", model::ValueType::N}},
                            model::ProjectionType::KeysOnly);
    index.kind = model::IndexKind::Local;
    definition.indexes = {index};
    const auto table = harness.create(std::move(definition));
    for (int i = 0; i < 6; ++i)
        QVERIFY(harness
                    .put(table, {{"id", text("p")},
                                 {"at", number(i)},
                                 {"rank", number(10 - i)},
                                 {"body", text(std::string(100, 'b'))}})
                    .ok());
    PageRequest request = queryOf("p");
    request.indexId = 1;
    request.fetchesBaseItem = true;
    std::vector<Item> items;
    const auto end = harness.region->readPage(*table, request, [&](ItemView item) {
        items.emplace_back(item);
        return true;
    });
    QVERIFY(end.ok());
    QCOMPARE(items.size(), 6u);
    QVERIFY(*items[0].view().attribute("at") == number(5).view());
    QVERIFY(items[0].view().attribute("body"));
    QCOMPARE(end->fetchedSizes.size(), 6u);
    QCOMPARE(end->fetchedSizes[0], items[0].view().sizeBytes());
    QVERIFY(end->scannedBytes < 6 * 30);
    // What is fetched fills a page too.
    request.maxBytes = 200;
    const auto first = harness.region->readPage(*table, request, [](ItemView) { return true; });
    QCOMPARE(first->scannedCount, 2u);
    QVERIFY(first->lastEvaluated == makeItem({{"id", text("p")}, {"at", number(4)}, {"rank", number(6)}}));
}

void TestReadPath::readsSeveralItemsTogether()
{
    RegionHarness harness;
    const auto table = harness.create(tableNamed("t", false));
    QVERIFY(harness.put(table, {{"id", text("a")}}).ok());
    std::vector<Read> reads;
    reads.push_back({table, makeItem({{"id", text("a")}})});
    reads.push_back({table, makeItem({{"id", text("b")}})});
    reads.push_back({table, makeItem({{"id", text("a")}})});
    auto items = harness.region->getTogether(reads);
    QVERIFY(items.ok());
    QVERIFY((*items)[0] && !(*items)[1] && (*items)[2]);
    // A mutation runs with its item latched: reading that item from inside one is a conflict.
    std::optional<Error> error;
    QVERIFY(harness
                .writeOne(RegionHarness::writeOf(table, makeItem({{"id", text("a")}}),
                                                 mutation([&](std::optional<ItemView>) -> Result<Decision> {
                                                     auto inner = harness.region->getTogether(reads);
                                                     if (!inner.ok())
                                                         error = inner.error();
                                                     return Decision::keep();
                                                 })))
                .ok());
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::TransactionCanceled);
    QCOMPARE(error->detail->reasons[0].code, std::string("TransactionConflict"));
    QCOMPARE(error->detail->reasons[1].code, std::string("None"));
    QVERIFY(harness.region->getTogether(reads).ok());
}

QTEST_GUILESS_MAIN(TestReadPath)
#include "tst_read_path.moc"
