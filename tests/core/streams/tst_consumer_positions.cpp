#include <QtTest/QTest>

#include "base/memory_file_layer.h"
#include "streams/consumer_positions.h"

using namespace stator;
using streams::ConsumerPosition;
using streams::ConsumerPositions;

namespace {

ConsumerPosition sample()
{
    ConsumerPosition position;
    position.storageId = 12;
    position.created = 1'700'000'000'000'000;
    position.places[0] = {{3, 200}, 1};
    position.places[9] = {{3, 100}, 0};
    return position;
}

} // namespace

class TestConsumerPositions : public QObject {
    Q_OBJECT

private slots:
    void areThereForWhoOpensThemNext()
    {
        const auto files = makeMemoryFileLayer();
        {
            ConsumerPositions positions(files, "/w/consumers");
            QVERIFY(!positions.find("trigger-1")->has_value());
            QVERIFY(positions.names()->empty());
            QVERIFY(positions.save("trigger-1", sample()).ok());
            QVERIFY(positions.save("kinesis.Music", ConsumerPosition()).ok());
        }
        ConsumerPositions positions(files, "/w/consumers");
        QVERIFY(**positions.find("trigger-1") == sample());
        QCOMPARE(*positions.names(), (std::vector<std::string>{"kinesis.Music", "trigger-1"}));
        QVERIFY(positions.forget("trigger-1").ok());
        QVERIFY(positions.forget("trigger-1").ok());
        QVERIFY(!positions.find("trigger-1")->has_value());
    }

    void refusesNamesThatArePaths()
    {
        ConsumerPositions positions(makeMemoryFileLayer(), "/w/consumers");
        for (const char *name : {"", ".", "..", "a/b", "-a", "a b"})
            QCOMPARE(positions.save(name, sample()).error().code, ErrorCode::Validation);
    }

    void saysSoWhenTheFileIsDamaged()
    {
        const auto files = makeMemoryFileLayer();
        ConsumerPositions positions(files, "/w/consumers");
        QVERIFY(positions.save("c", sample()).ok());
        const std::string good = *files->readFile("/w/consumers/c.position");
        for (std::size_t i = 0; i < good.size(); ++i) {
            std::string bad = good;
            bad[i] = static_cast<char>(bad[i] ^ 0x40);
            QVERIFY(files->replaceFile("/w/consumers/c.position", bad).ok());
            QCOMPARE(positions.find("c").error().code, ErrorCode::Corruption);
            QVERIFY(files->replaceFile("/w/consumers/c.position", good.substr(0, i)).ok());
            QCOMPARE(positions.find("c").error().code, ErrorCode::Corruption);
        }
    }
};

QTEST_GUILESS_MAIN(TestConsumerPositions)
#include "tst_consumer_positions.moc"
