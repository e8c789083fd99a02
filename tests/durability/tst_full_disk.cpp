#include <QTest>

#include "base/simulated_disk.h"
#include "durability/workload.h"

using namespace stator;
using testing::Workload;
using zones::SyncMode;

class TestFullDisk : public QObject {
    Q_OBJECT

private slots:
    void writesFailWhileTheDriveIsFullAndWorkAgainAfterwards_data()
    {
        QTest::addColumn<int>("sync");
        QTest::addColumn<quint64>("lowWater");
        QTest::newRow("always, above the mark") << static_cast<int>(SyncMode::Always) << quint64(64u << 10);
        QTest::newRow("interval, above the mark") << static_cast<int>(SyncMode::Interval) << quint64(64u << 10);
        QTest::newRow("always, to the last byte") << static_cast<int>(SyncMode::Always) << quint64(0);
    }
    void writesFailWhileTheDriveIsFullAndWorkAgainAfterwards()
    {
        QFETCH(const int, sync);
        QFETCH(const quint64, lowWater);
        const auto disk = std::make_shared<SimulatedDisk>();
        Workload::Options options;
        options.files = disk;
        options.sync = static_cast<SyncMode>(sync);
        options.lowWaterBytes = lowWater;
        options.extraBytes = 4000;
        options.maxLogBytesBehind = 1u << 20;
        Workload workload(options);
        disk->setCapacity(1u << 20);
        QVERIFY(workload.open().ok());
        QVERIFY(workload.makeTables());

        int failures = 0;
        for (int i = 0; i < 1000 && failures < 20; ++i)
            failures += !workload.step();
        QCOMPARE(failures, 20);
        QVERIFY(workload.lastError().has_value());
        QVERIFY(workload.lastError()->code == ErrorCode::NoSpace || workload.lastError()->code == ErrorCode::Io
                || workload.lastError()->code == ErrorCode::InternalServerError);

        disk->setCapacity(64u << 20);
        for (int i = 0; i < 3; ++i) { // a store that ran out of space comes back
            workload.group->tick();
            workload.executor().runAll();
        }
        for (int i = 0; i < 50; ++i)
            QVERIFY2(workload.step(), workload.lastError()->message.c_str());
        QVERIFY(workload.group->stop().ok());
        workload.kill();

        QVERIFY(workload.open().ok());
        for (const std::size_t at : {0u, 1u}) {
            auto store = workload.group->leader().store(workload.table(at).storageId);
            QVERIFY(store.ok());
            QCOMPARE(testing::inconsistency(workload.table(at), **store), std::string());
            const auto items = Workload::itemsOf(**store);
            QVERIFY(items.ok());
            std::vector<std::uint64_t> lsns;
            QCOMPARE(testing::streamFault(workload.table(at), workload.group->leader(), *items, lsns), std::string());
            // A refused write left no trace: the last answered one of every key is what is there.
            std::map<std::string, const Workload::Effect *> last;
            for (const auto &write : workload.writes())
                for (const auto &effect : write.effects)
                    if (effect.table == at && write.answered)
                        last[effect.key] = &effect;
            for (const auto &[key, effect] : last) {
                const auto found = items->find(key);
                QCOMPARE(found != items->end(), effect->item.has_value());
                if (effect->item)
                    QVERIFY(found->second == *effect->item);
            }
        }
        workload.kill();
    }

    void aFullDriveIsOpenedForReading()
    {
        const auto disk = std::make_shared<SimulatedDisk>();
        Workload::Options options;
        options.files = disk;
        options.lowWaterBytes = 512u << 10;
        Workload workload(options);
        QVERIFY(workload.open().ok());
        QVERIFY(workload.makeTables());
        for (int i = 0; i < 20; ++i)
            QVERIFY(workload.step());
        const auto before = Workload::itemsOf(**workload.group->leader().store(1));
        workload.kill();

        const std::uint64_t used = ~std::uint64_t(0) - *disk->freeSpace("/w");
        disk->setCapacity(used + (256u << 10));
        QVERIFY(workload.open().ok());
        QVERIFY(*Workload::itemsOf(**workload.group->leader().store(1)) == *before);
        QVERIFY(!workload.step());
        QCOMPARE(workload.lastError()->code, ErrorCode::NoSpace);
        disk->setCapacity(used + (8u << 20));
        QVERIFY(workload.step());
        workload.kill();
        QVERIFY(workload.open().ok());
        QCOMPARE(testing::inconsistency(workload.table(0), **workload.group->leader().store(1)), std::string());
        workload.kill();
    }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_full_disk.moc"
