#include <QTest>

#include "base/memory_file_layer.h"
#include "replica/zone_identity.h"

using namespace stator;
using replica::ZoneIdentity;

namespace {

ZoneIdentity wanted()
{
    ZoneIdentity identity;
    identity.workspace = "work\"space\\";
    identity.region = "us-east-1";
    identity.zone = "a";
    return identity;
}

} // namespace

class TestZoneIdentity : public QObject {
    Q_OBJECT

private slots:
    void readsBackWhatItWrites()
    {
        ZoneIdentity identity = wanted();
        identity.incarnation = "uuid";
        const auto parsed = replica::parseZoneIdentity(replica::writeZoneIdentity(identity));
        QVERIFY(parsed.ok());
        QVERIFY(*parsed == identity);
    }

    void refusesWhatIsNotWhole()
    {
        ZoneIdentity identity = wanted();
        identity.incarnation = "uuid";
        const std::string json = replica::writeZoneIdentity(identity);
        for (std::size_t size = 0; size + 1 < json.size(); ++size) // without the newline it is still whole
            QCOMPARE(replica::parseZoneIdentity(std::string_view(json).substr(0, size)).error().code, ErrorCode::Corruption);
        QCOMPARE(replica::parseZoneIdentity("{\"format\": 2}").error().code, ErrorCode::NewerFormat);
        QCOMPARE(replica::parseZoneIdentity("{\"format\": 0}").error().code, ErrorCode::Corruption);
        QCOMPARE(replica::parseZoneIdentity("{\"format\": 1}").error().code, ErrorCode::Corruption);
        QCOMPARE(replica::parseZoneIdentity("{\"format\": 99999999999999999999}").error().code, ErrorCode::Corruption);
    }

    void aDirectoryBelongsToOneZone()
    {
        const auto files = makeMemoryFileLayer();
        SeededRandom random(1);
        QVERIFY(files->createDirectories("/z").ok());
        const auto made = replica::openZoneIdentity(*files, "/z", wanted(), random);
        QVERIFY(made.ok());
        QVERIFY(!made->incarnation.empty());
        QVERIFY(*replica::openZoneIdentity(*files, "/z", wanted(), random) == *made);
        ZoneIdentity other = wanted();
        other.region = "eu-west-1";
        QCOMPARE(replica::openZoneIdentity(*files, "/z", other, random).error().code, ErrorCode::Corruption);
    }

    void aZoneThatLostItsIdentityIsNotGivenAnother()
    {
        const auto files = makeMemoryFileLayer();
        SeededRandom random(1);
        QVERIFY(files->createDirectories("/z/log").ok());
        QCOMPARE(replica::openZoneIdentity(*files, "/z", wanted(), random).error().code, ErrorCode::Corruption);
    }
};

QTEST_GUILESS_MAIN(TestZoneIdentity)
#include "tst_zone_identity.moc"
