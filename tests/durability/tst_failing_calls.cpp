#include <QTest>

#include "base/faulty_file_layer.h"
#include "base/memory_file_layer.h"
#include "durability/workload.h"

using namespace stator;
using testing::Workload;

namespace {

// What a key may hold: what was answered last, and what was tried since without an answer.
using Possible = std::map<std::pair<std::size_t, std::string>, std::vector<std::optional<document::Item>>>;

Possible possibleItems(const std::vector<Workload::Write> &writes)
{
    Possible possible;
    for (const auto &write : writes)
        for (const auto &effect : write.effects) {
            auto &states = possible[{effect.table, effect.key}];
            if (states.empty())
                states.emplace_back();
            if (write.answered)
                states.clear();
            states.push_back(effect.item);
        }
    return possible;
}

std::string faultOf(Workload &workload)
{
    for (const std::size_t at : {0u, 1u}) {
        const auto &table = workload.table(at);
        Workload::Items items;
        if (workload.group->leader().catalog().find(table.storageId)) {
            auto store = workload.group->leader().store(table.storageId);
            if (!store)
                return store.error().message;
            if (auto wrong = testing::inconsistency(table, **store); !wrong.empty())
                return table.name + ": " + wrong;
            auto read = Workload::itemsOf(**store);
            if (!read)
                return read.error().message;
            items = std::move(*read);
            std::vector<std::uint64_t> lsns;
            if (auto wrong = testing::streamFault(table, workload.group->leader(), items, lsns); !wrong.empty())
                return wrong;
        }
        for (const auto &[key, states] : possibleItems(workload.writes())) {
            if (key.first != at)
                continue;
            const auto found = items.find(key.second);
            const std::optional<document::Item> item =
                found == items.end() ? std::nullopt : std::optional<document::Item>(found->second);
            if (std::find(states.begin(), states.end(), item) == states.end())
                return table.name + ": an answered write is gone, or one that never was is there";
        }
    }
    return {};
}

} // namespace

// Goal: whichever call of the file layer fails, nothing that was answered is lost and nothing is torn, before
// and after a restart. Not covered: which call comes when is not the same in every run, as LevelDB compacts
// on a thread of its own.
class TestFailingCalls : public QObject {
    Q_OBJECT

private slots:
    void eachCallFailsInTurn_data()
    {
        QTest::addColumn<bool>("forEver");
        QTest::addColumn<int>("step");
        QTest::newRow("once") << false << 1;
        QTest::newRow("from then on") << true << 5;
    }
    void eachCallFailsInTurn()
    {
        QFETCH(const bool, forEver);
        QFETCH(const int, step);
        std::uint64_t calls = 0;
        for (std::uint64_t n = 1;; n += static_cast<std::uint64_t>(step)) {
            const auto files = std::make_shared<FaultyFileLayer>(makeMemoryFileLayer());
            Workload::Options options;
            options.files = files;
            options.seed = 3;
            options.maxLogBytesBehind = 6u << 10;
            options.segmentBytes = 6u << 10;
            Workload workload(options);
            files->failCall(n, Fault::Io, forEver);
            if (workload.open().ok()) {
                if (workload.makeTables())
                    for (int i = 0; i < 40; ++i)
                        workload.step();
                const bool stopped = workload.group->stop().ok();
                QVERIFY(stopped || files->hasFailed());
            }
            const bool hasFailed = files->hasFailed();
            files->stopFailing();
            workload.kill();
            const auto reopened = workload.open();
            QVERIFY2(reopened.ok(), (std::to_string(n) + (reopened ? "" : ": " + reopened.error().message)).c_str());
            const std::string fault = faultOf(workload);
            QVERIFY2(fault.empty(), (std::to_string(n) + ": " + fault).c_str());
            workload.kill();
            if (!hasFailed)
                break;
            calls = n;
        }
        QVERIFY2(calls > 100, "the workload hardly touches the file layer");
    }
};

QTEST_GUILESS_MAIN(TestFailingCalls)
#include "tst_failing_calls.moc"
