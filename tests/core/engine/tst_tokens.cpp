#include <QtTest/QTest>

#include "core/engine/region_harness.h"
#include "engine/core.h"
#include "engine/pending_write.h"
#include "engine/tokens.h"

using namespace stator;
using namespace stator::engine;
using namespace stator::engine::testing;

class TestTokens : public QObject {
    Q_OBJECT

private slots:
    void sweepsWhatNoReadCanSee();
};

namespace {

std::shared_ptr<Core> makeCore(Executor &background, std::shared_ptr<ManualClock> clock)
{
    replica::ZoneOptions zone;
    zone.files = makeMemoryFileLayer();
    zone.clock = clock;
    zone.random = std::make_shared<SeededRandom>(1);
    zone.directory = "/region";
    zone.workspaceUuid = "3f6c1a52-6a64-4f6e-9f53-6d7c6a3a1c11";
    zone.region = "us-east-1";
    zones::GroupOptions zones;
    zones.sync = zones::SyncMode::Never;
    zones.executor = &background;
    zones.hasTimer = false;
    auto group = zones::Group::open(std::move(zone), zones);
    if (!group.ok())
        qFatal("Group::open: %s", group.error().message.c_str());
    RegionOptions options;
    options.clock = std::move(clock);
    options.background = &background;
    return std::make_shared<Core>(std::move(options), std::move(group).value());
}

bool writeToken(Core &core, const std::string &token)
{
    WriteSet set;
    set.isTransaction = true;
    set.token = token;
    set.tokenDigest = "digest";
    Answer<WriteOutcome> answer;
    PendingWrite::start(core, std::move(set), answer.completion());
    return answer.isThere() && (*answer).ok();
}

} // namespace

void TestTokens::sweepsWhatNoReadCanSee()
{
    ManualExecutor background;
    const auto clock = std::make_shared<ManualClock>();
    const auto core = makeCore(background, clock);
    QVERIFY(writeToken(*core, "old"));
    clock->advance(300'000'000);
    QVERIFY(writeToken(*core, "young"));
    clock->advance(400'000'000);
    for (std::uint64_t i = 2; i < kTokensBetweenSweeps; ++i) {
        QVERIFY((*core->group->leader().findToken("old")).has_value());
        QVERIFY(writeToken(*core, "t" + std::to_string(i)));
    }
    background.runAll();
    QVERIFY(!(*core->group->leader().findToken("old")).has_value());
    QVERIFY((*core->group->leader().findToken("young")).has_value());
    QVERIFY(core->group->stop().ok());
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
