#include "storage/store.h"

#include <QTemporaryDir>
#include <QTest>

#include "base/memory_file_layer.h"
#include "base/real_file_layer.h"
#include "core/storage/store_support.h"
#include "support/captured_log.h"

using namespace stator;
using namespace stator::storage;

class TestStore : public QObject {
    Q_OBJECT

private slots:
    void answersWhatWasApplied_data();
    void answersWhatWasApplied();
    void walksBothWays();
    void reopensAtTheLastFlush_data();
    void reopensAtTheLastFlush();
    void learnsOfFlushesThatLevelDbMakes();
    void sharesTheBufferBudget();
    void refusesTheSameDirectoryTwice();
    void refusesTablesWithoutCurrent();
    void syncsTheLogBeforeATable();
    void namesTheDamagedFile();
    void leavesEveryFileWithOurHeader();
    void passesLevelDbsLinesOnWithoutKeys();

private:
    void addLayers();
    QTemporaryDir m_directory;
    int m_count = 0;
};

namespace {

StoreEnvironmentOptions optionsFor(std::shared_ptr<FileLayer> files, bool isInMemory)
{
    StoreEnvironmentOptions options;
    options.files = std::move(files);
    options.isInMemory = isInMemory;
    return options;
}

void applyEntries(Store &store, std::uint64_t first, std::uint64_t last, std::size_t rowBytes = 100)
{
    Batch batch;
    for (std::uint64_t lsn = first; lsn <= last; ++lsn) {
        fillBatch({1, lsn}, rowBytes, batch);
        QVERIFY(store.apply(batch, {1, lsn}).ok());
    }
}

} // namespace

void TestStore::addLayers()
{
    QTest::addColumn<std::shared_ptr<FileLayer>>("files");
    QTest::addColumn<QString>("directory");
    QTest::addColumn<bool>("isInMemory");
    QTest::newRow("real") << realFileLayer() << m_directory.filePath(QString::number(++m_count)) << false;
    QTest::newRow("memory") << makeMemoryFileLayer() << QStringLiteral("/zone/store") << true;
}

void TestStore::answersWhatWasApplied_data()
{
    addLayers();
}

void TestStore::answersWhatWasApplied()
{
    QFETCH(std::shared_ptr<FileLayer>, files);
    QFETCH(QString, directory);
    QFETCH(bool, isInMemory);
    StoreEnvironment environment(optionsFor(files, isInMemory));
    auto store = Store::open(environment, directory.toStdString());
    QVERIFY2(store.ok(), store.ok() ? "" : store.error().message.c_str());
    applyEntries(**store, 1, 1000);
    QCOMPARE(stateOf(**store).value().lsn, 1000u);
    QCOMPARE(rowsOf(**store).value(), expectedRows(1000, 100));
    QVERIFY((*store)->flush().ok());
    QCOMPARE(rowsOf(**store).value(), expectedRows(1000, 100));
    std::string value;
    QVERIFY(!(*store)->get("\x20nothing", value).value());
    QVERIFY((*store)->approximateBytes("\x01", "\xFF") > 0);
    QVERIFY(!(*store)->hasFailed());
}

void TestStore::walksBothWays()
{
    StoreEnvironment environment(optionsFor(makeMemoryFileLayer(), true));
    auto store = std::move(Store::open(environment, "/s")).value();
    Batch batch;
    for (const std::uint64_t number : {10u, 20u, 30u})
        batch.put(numberedKey(number), std::to_string(number));
    QVERIFY(!batch.empty());
    QVERIFY(store->apply(batch, {1, 1}).ok());

    const auto cursor = store->cursor();
    cursor->seek(numberedKey(15));
    QVERIFY(cursor->isValid());
    QCOMPARE(cursor->value(), std::string_view("20"));
    cursor->next();
    QCOMPARE(cursor->value(), std::string_view("30"));
    cursor->next();
    QVERIFY(!cursor->isValid());
    cursor->seekBefore(numberedKey(99));
    QCOMPARE(cursor->value(), std::string_view("30"));
    cursor->seekBefore(numberedKey(20));
    QCOMPARE(cursor->value(), std::string_view("10"));
    cursor->seekBefore(numberedKey(10));
    QVERIFY(!cursor->isValid());
    cursor->seekLast();
    cursor->previous();
    QCOMPARE(cursor->value(), std::string_view("20"));
    QVERIFY(cursor->status().ok());
}

void TestStore::reopensAtTheLastFlush_data()
{
    addLayers();
}

// The heart of "the log is the database": what was not flushed is gone, whole and cleanly.
void TestStore::reopensAtTheLastFlush()
{
    QFETCH(std::shared_ptr<FileLayer>, files);
    QFETCH(QString, directory);
    QFETCH(bool, isInMemory);
    StoreEnvironment environment(optionsFor(files, isInMemory));
    std::uint64_t flushed = 0;
    for (const std::uint64_t last : {300u, 700u, 1500u}) {
        auto store = std::move(Store::open(environment, directory.toStdString())).value();
        QCOMPARE(stateOf(*store).value().lsn, flushed);
        QCOMPARE(rowsOf(*store).value(), expectedRows(flushed, 100));
        store->setRecoveredPosition({1, flushed});
        applyEntries(*store, flushed + 1, last);
        QCOMPARE(store->flushedPosition(), (encoding::Position{1, flushed}));
        QVERIFY(store->flush().ok());
        QCOMPARE(store->flushedPosition(), (encoding::Position{1, last}));
        QCOMPARE(store->appliedPosition(), (encoding::Position{1, last}));
        flushed = last;
        applyEntries(*store, last + 1, last + 50);
    }
}

void TestStore::learnsOfFlushesThatLevelDbMakes()
{
    StoreEnvironmentOptions options = optionsFor(makeMemoryFileLayer(), true);
    options.budget = std::make_shared<StoreBudget>(16u << 20); // buffers of 1 MiB
    StoreEnvironment environment(options);
    auto store = std::move(Store::open(environment, "/s")).value();
    applyEntries(*store, 1, 5000, 1000);
    const encoding::Position flushed = store->flushedPosition();
    QVERIFY(flushed.lsn > 2000);
    QVERIFY(flushed.lsn < 5000);
    store.reset();
    store = std::move(Store::open(environment, "/s")).value();
    const std::uint64_t state = stateOf(*store).value().lsn;
    QVERIFY(state >= flushed.lsn);
    QCOMPARE(rowsOf(*store).value(), expectedRows(state, 1000));
}

// Many stores with a little each, together over the budget: the fullest goes to disk.
void TestStore::sharesTheBufferBudget()
{
    StoreEnvironmentOptions options = optionsFor(makeMemoryFileLayer(), true);
    options.budget = std::make_shared<StoreBudget>(8u << 20); // 4 MiB for buffers, 1 MiB for each store
    StoreEnvironment environment(options);
    std::vector<std::unique_ptr<Store>> stores;
    for (int i = 0; i < 16; ++i) {
        stores.push_back(std::move(Store::open(environment, "/s" + std::to_string(i))).value());
        applyEntries(*stores.back(), 1, 600, 1000);
    }
    for (const auto &store : stores)
        QCOMPARE(rowsOf(*store).value(), expectedRows(600, 1000));
    std::uint64_t tables = 0;
    for (int i = 0; i < 16; ++i) {
        const auto entries = options.files->list("/s" + std::to_string(i));
        for (const DirectoryEntry &entry : *entries)
            tables += entry.name.ends_with(".ldb") ? 1u : 0u;
    }
    QVERIFY(tables > 0);
}

void TestStore::refusesTheSameDirectoryTwice()
{
    StoreEnvironment environment(optionsFor(makeMemoryFileLayer(), true));
    const auto store = std::move(Store::open(environment, "/s")).value();
    const auto second = Store::open(environment, "/s");
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, ErrorCode::Locked);
}

void TestStore::refusesTablesWithoutCurrent()
{
    const auto files = makeMemoryFileLayer();
    StoreEnvironment environment(optionsFor(files, false));
    {
        auto store = std::move(Store::open(environment, "/s")).value();
        applyEntries(*store, 1, 10);
        QVERIFY(store->flush().ok());
    }
    QVERIFY(files->removeFile("/s/CURRENT").ok());
    const auto store = Store::open(environment, "/s");
    QVERIFY(!store.ok());
    QCOMPARE(store.error().code, ErrorCode::Corruption);
    QVERIFY(store.error().message.find("/s/CURRENT") != std::string::npos);
}

void TestStore::syncsTheLogBeforeATable()
{
    StoreEnvironmentOptions options = optionsFor(makeMemoryFileLayer(), false);
    std::atomic<std::uint64_t> syncedLsn{0};
    std::atomic<bool> isBroken{false};
    options.syncLogThrough = [&](encoding::Position position) -> Result<void> {
        if (isBroken)
            return Error::io("The log cannot be synced");
        syncedLsn = std::max(syncedLsn.load(), position.lsn);
        return {};
    };
    StoreEnvironment environment(options);
    auto store = std::move(Store::open(environment, "/s")).value();
    applyEntries(*store, 1, 10);
    QCOMPARE(syncedLsn.load(), 0u);
    QVERIFY(store->flush().ok());
    QCOMPARE(syncedLsn.load(), 10u);
    applyEntries(*store, 11, 20);
    isBroken = true;
    const Result<void> flushed = store->flush();
    QVERIFY(!flushed.ok());
    QCOMPARE(flushed.error().message, std::string("The log cannot be synced"));
    QVERIFY(store->hasFailed());
    QCOMPARE(store->flushedPosition(), (encoding::Position{1, 10}));
    isBroken = false;
    store.reset();
    store = std::move(Store::open(environment, "/s")).value();
    QCOMPARE(rowsOf(*store).value(), expectedRows(10, 100));
}

void TestStore::namesTheDamagedFile()
{
    const auto files = makeMemoryFileLayer();
    StoreEnvironment environment(optionsFor(files, false));
    std::string table;
    {
        auto store = std::move(Store::open(environment, "/s")).value();
        applyEntries(*store, 1, 200, 1000);
        QVERIFY(store->flush().ok());
        const auto entries = files->list("/s");
        for (const DirectoryEntry &entry : *entries) {
            if (entry.name.ends_with(".ldb"))
                table = "/s/" + entry.name;
        }
    }
    std::string bytes = files->readFile(table).value();
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    QVERIFY(files->replaceFile(table, bytes).ok());
    StoreEnvironmentOptions options = optionsFor(files, false);
    options.budget = std::make_shared<StoreBudget>(1u << 20);
    StoreEnvironment fresh(options);
    const auto store = std::move(Store::open(fresh, "/s")).value();
    const auto rows = rowsOf(*store);
    QVERIFY(!rows.ok());
    QCOMPARE(rows.error().code, ErrorCode::Corruption);
    QVERIFY2(rows.error().message.find(table) != std::string::npos, rows.error().message.c_str());
    // The cursor stops at the damage: LevelDB alone would go on behind it.
    const auto cursor = store->cursor();
    std::string walked;
    for (cursor->seek(numberedKey(0)); cursor->isValid(); cursor->next())
        walked += std::string(cursor->key()) + "=" + std::string(cursor->value()) + ";";
    QVERIFY(expectedRows(200, 1000).starts_with(walked));
}

void TestStore::leavesEveryFileWithOurHeader()
{
    const auto files = makeMemoryFileLayer();
    StoreEnvironment environment(optionsFor(files, false));
    auto store = std::move(Store::open(environment, "/s")).value();
    applyEntries(*store, 1, 100);
    QVERIFY(store->flush().ok());
    const auto entries = files->list("/s").value();
    QVERIFY(entries.size() >= 3);
    for (const DirectoryEntry &entry : entries) {
        QVERIFY2(!entry.name.ends_with(".log"), entry.name.c_str());
        const std::string bytes = files->readFile("/s/" + entry.name).value();
        QVERIFY2(bytes.size() > 4096 && bytes.starts_with("STATOR\r\n"), entry.name.c_str());
    }
}

// LevelDB prints keys where it compacts a range by hand, and keys are what clients wrote.
void TestStore::passesLevelDbsLinesOnWithoutKeys()
{
    const auto sink = std::make_shared<test::CapturedLog>();
    StoreEnvironmentOptions options = optionsFor(makeMemoryFileLayer(), true);
    options.logger = Logger(sink, LogLevel::Debug);
    StoreEnvironment environment(options);
    {
        const auto store = std::move(Store::open(environment, "/zone/store")).value();
        for (std::uint64_t round = 0; round < 6; ++round) {
            applyEntries(*store, 1 + round * 50, 50 + round * 50, 1000);
            QVERIFY(store->flush().ok());
        }
    }
    QVERIFY(!sink->lineWith("Level-0 table").empty());
    QVERIFY(sink->lineWith("Level-0 table").starts_with("debug leveldb: /zone/store: "));
    QCOMPARE(sink->lineWith("Manual compaction"), std::string("debug leveldb: /zone/store: Manual compaction"));
    for (const std::string &line : sink->lines())
        QVERIFY2(line.find(" @ ") == std::string::npos, line.c_str()); // how LevelDB writes a key
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
