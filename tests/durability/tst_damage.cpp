#include <QTest>

#include "base/memory_file_layer.h"
#include "durability/workload.h"

using namespace stator;
using testing::Workload;

namespace {

using Files = std::map<std::string, std::string>; // by path

void collect(FileLayer &files, const std::string &directory, Files &into)
{
    const auto entries = files.list(directory);
    if (!entries)
        qFatal("%s", entries.error().message.c_str());
    for (const auto &entry : *entries) {
        const std::string path = directory + "/" + entry.name;
        if (entry.isDirectory)
            collect(files, path, into);
        else
            into[path] = *files.readFile(path);
    }
}

std::shared_ptr<FileLayer> layerOf(const Files &files)
{
    auto layer = makeMemoryFileLayer();
    for (const auto &[path, bytes] : files) {
        if (!layer->createDirectories(parentDirectory(path)).ok())
            qFatal("no directory");
        auto file = layer->openAppend(path, AppendMode::Replace);
        if (!file || !(*file)->append(bytes).ok())
            qFatal("no file");
    }
    return layer;
}

bool isKindOf(const std::string &path, const std::string &kind)
{
    if (kind == "stream")
        return path.find("/streams/") != std::string::npos;
    return kind == "log" ? path.find("/log/") != std::string::npos : path.ends_with(".ldb");
}

// The files of a workload that ended cleanly, or was killed after a sync.
Files filesOf(bool isClean, std::vector<Workload::Write> &writes)
{
    Workload::Options options;
    options.files = makeMemoryFileLayer();
    options.seed = 21;
    options.maxLogBytesBehind = 1u << 20;
    options.segmentBytes = 1u << 20;
    Workload workload(options);
    if (!workload.open().ok() || !workload.makeTables())
        qFatal("the workload does not begin");
    for (int i = 0; i < 120; ++i)
        if (!workload.step())
            qFatal("a write failed");
    if (isClean && !workload.group->stop().ok())
        qFatal("it does not stop");
    writes = workload.writes();
    workload.kill();
    Files files;
    collect(*options.files, "/w", files);
    return files;
}

// What a table must hold after the first `count` writes.
Workload::Items itemsAfter(const std::vector<Workload::Write> &writes, std::size_t count, std::size_t table)
{
    Workload::Items items;
    for (std::size_t i = 0; i < count; ++i)
        for (const auto &effect : writes[i].effects) {
            if (effect.table != table)
                continue;
            if (effect.item)
                items.insert_or_assign(effect.key, *effect.item);
            else
                items.erase(effect.key);
        }
    return items;
}

// Whether the tables are as the answered writes left them: "", what is wrong, or "corruption" if that is said.
// The last entry of a log that was not closed cannot be told from one that was torn: it may be missing.
std::string verdict(const Files &files, const std::vector<Workload::Write> &writes, bool lastMayBeTorn)
{
    Workload::Options options;
    options.files = layerOf(files);
    Workload workload(options);
    if (auto opened = workload.open(); !opened)
        return opened.error().code == ErrorCode::Corruption || opened.error().code == ErrorCode::NewerFormat
                   ? "corruption"
                   : "another error: " + opened.error().message;
    std::string result;
    std::size_t written = writes.size();
    if (lastMayBeTorn && workload.recoveredLsn() < writes.back().lsn)
        written -= 1;
    for (const std::size_t at : {0u, 1u}) {
        auto store = workload.group->leader().store(workload.table(at).storageId);
        if (!store) {
            result = store.error().code == ErrorCode::Corruption ? "corruption" : store.error().message;
            break;
        }
        const auto items = Workload::itemsOf(**store);
        if (!items) {
            result = items.error().code == ErrorCode::Corruption ? "corruption" : items.error().message;
            break;
        }
        if (!(*items == itemsAfter(writes, written, at))) {
            result = "a table silently holds " + std::to_string(items->size()) + " items that are not those written";
            break;
        }
        std::vector<std::uint64_t> lsns;
        result = testing::streamFault(workload.table(at), workload.group->leader(), *items, lsns);
        if (result.find("damaged") != std::string::npos)
            result = "corruption";
        if (!result.empty())
            break;
    }
    workload.kill();
    return result;
}

} // namespace

// Goal: one wrong byte in synced files is either without consequence or said to be damage; no answered write
// silently disappears or changes.
class TestDamage : public QObject {
    Q_OBJECT

private slots:
    void aFlippedByteIsNoticedOrHarmless_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("isClean");
        QTest::newRow("log of a zone that was killed") << "log" << false;
        QTest::newRow("tables of a zone that was stopped") << "table" << true;
        QTest::newRow("streams of a zone that was stopped") << "stream" << true;
    }
    void aFlippedByteIsNoticedOrHarmless()
    {
        QFETCH(const QString, kind);
        QFETCH(const bool, isClean);
        std::vector<Workload::Write> writes;
        const Files intact = filesOf(isClean, writes);
        QCOMPARE(verdict(intact, writes, false), std::string());
        std::vector<std::string> paths;
        for (const auto &[path, bytes] : intact)
            if (isKindOf(path, kind.toStdString()) && !bytes.empty())
                paths.push_back(path);
        QVERIFY(!paths.empty());

        SeededRandom random(5);
        int noticed = 0;
        for (int i = 0; i < 120; ++i) {
            Files damaged = intact;
            std::string &bytes = damaged[paths[random.below(paths.size())]];
            // Headers are 4 KiB; most flips go behind them.
            const std::uint64_t from = bytes.size() > 4096 && random.below(8) != 0 ? 4096 : 0;
            const std::uint64_t at = from + random.below(bytes.size() - from);
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
            const std::string said = verdict(damaged, writes, !isClean);
            QVERIFY2(said.empty() || said == "corruption", (std::to_string(at) + ": " + said).c_str());
            noticed += said == "corruption";
        }
        // What the log still has is written again, and needs no notice.
        QVERIFY2(noticed > (kind == QStringLiteral("stream") ? 0 : 30), std::to_string(noticed).c_str());
    }
};

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
