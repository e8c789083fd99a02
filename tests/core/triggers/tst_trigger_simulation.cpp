// A trigger in bad weather, replayed from a seed: receivers that fail, answer in part or never, a failure
// destination that is full, crashes at any moment that lose what was not written down.
//
// Goal: no record is lost, and within a key none is first delivered before the one ahead of it. Not covered: the
// stream itself, which tests/core/streams goes through.
#include <QtTest/QTest>

#include "base/random.h"
#include "support/fake_triggers.h"
#include "triggers/pump.h"

using namespace stator;
using namespace stator::triggers;
using stator::test::FakeFailures;
using stator::test::FakeInvoker;
using stator::test::FakeStream;

namespace {

class Weather {
public:
    explicit Weather(std::uint64_t seed) : m_random(seed)
    {
        m_trigger.name = "t";
        m_trigger.start.kind = StartPoint::Kind::TrimHorizon;
        m_trigger.batchSize = static_cast<std::int64_t>(1 + m_random.below(8));
        m_trigger.parallelizationFactor = static_cast<std::int64_t>(1 + m_random.below(4));
        m_trigger.bisectsOnError = m_random.below(2) == 0;
        m_trigger.maxRetryAttempts = m_random.below(2) == 0 ? Trigger::kForever : 3;
        m_trigger.batchingWindowSeconds = static_cast<std::int64_t>(m_random.below(3));
        start();
    }

    void oneStep()
    {
        switch (m_random.below(12)) {
        case 0:
        case 1:
        case 2:
            m_stream.append(m_random.below(6), m_clock->nowMicros());
            break;
        case 3:
        case 4:
        case 5:
            answerOne();
            break;
        case 6:
            m_failures->refuses = m_random.below(3) == 0;
            break;
        case 7:
            if (m_random.below(5) == 0)
                crash();
            break;
        case 8:
            m_written = m_pump->position(); // as its owner does now and then
            break;
        case 9:
            m_stream.failsToRead = m_random.below(4) == 0;
            break;
        default:
            m_clock->advance(static_cast<std::int64_t>(m_random.below(3'000'000)));
        }
        settle();
    }

    void calmDown()
    {
        m_isCalm = true;
        m_failures->refuses = false;
        m_stream.failsToRead = false;
        for (int i = 0; i < 20'000 && m_pump->position() != FakeStream::number(m_stream.changes.size() - 1); ++i) {
            if (!m_invoker->calls.empty())
                answerOne();
            m_clock->advance(1'000'000);
            settle();
        }
    }

    // What is wrong; empty: nothing.
    std::string complaint() const
    {
        std::vector<std::size_t> lastOfKey(6, 0);
        std::set<std::size_t> seen;
        for (const std::size_t place : m_handled) {
            const std::uint64_t key = m_stream.changes[place].key;
            if (!seen.insert(place).second)
                continue; // a second time, after a crash
            if (place + 1 <= lastOfKey[key])
                return "record " + std::to_string(place) + " came after a later one of its key";
            lastOfKey[key] = place + 1;
        }
        if (seen.size() != m_stream.changes.size())
            return std::to_string(m_stream.changes.size() - seen.size()) + " records were lost";
        return {};
    }
    std::size_t changes() const { return m_stream.changes.size(); }

private:
    void start()
    {
        m_home = std::make_shared<ManualExecutor>(); // what a crash left behind never runs
        m_invoker = std::make_shared<FakeInvoker>();
        PumpParts parts;
        parts.invoker = m_invoker;
        parts.failures = m_failures;
        parts.feeds = &m_stream;
        parts.clock = m_clock;
        parts.home = m_home;
        m_pump = std::make_unique<Pump>(m_trigger, m_written, std::move(parts));
        settle();
    }
    void crash()
    {
        m_pump.reset();
        start();
    }
    void settle()
    {
        for (int i = 0; i < 50; ++i) {
            m_home->runAll();
            m_pump->step();
            noteGivenUp();
        }
    }
    // Given up is handled, too: it lies where the trigger's owner will find it.
    void noteGivenUp()
    {
        for (; m_givenUp < m_failures->batches.size(); ++m_givenUp)
            for (const FeedRecord &record : m_failures->batches[m_givenUp].records)
                m_handled.push_back(std::stoul(record.sequenceNumber));
    }
    void answerOne()
    {
        if (m_invoker->calls.empty())
            return;
        FakeInvoker::Call call = m_invoker->take();
        const std::uint64_t fate = m_isCalm ? 0 : m_random.below(4);
        if (fate == 1)
            return call.fail("it failed");
        const std::size_t accepted = fate == 2 ? m_random.below(call.numbers.size() + 1) : call.numbers.size();
        for (std::size_t i = 0; i < accepted; ++i)
            m_handled.push_back(std::stoul(call.numbers[i]));
        call.accept(accepted);
    }

    SeededRandom m_random;
    Trigger m_trigger;
    FakeStream m_stream;
    std::shared_ptr<FakeFailures> m_failures = std::make_shared<FakeFailures>();
    std::shared_ptr<ManualClock> m_clock = std::make_shared<ManualClock>();
    std::shared_ptr<ManualExecutor> m_home;
    std::shared_ptr<FakeInvoker> m_invoker;
    std::unique_ptr<Pump> m_pump;
    std::string m_written;            // the position on the drive
    std::vector<std::size_t> m_handled; // in the order of their handling
    std::size_t m_givenUp = 0;
    bool m_isCalm = false;
};

} // namespace

class TestTriggerSimulation : public QObject {
    Q_OBJECT

private slots:
    void losesNothingAndKeepsOrder()
    {
        const int seeds = std::max(qEnvironmentVariableIntValue("STATOR_SEEDS"), 200);
        std::size_t changes = 0;
        for (int seed = 1; seed <= seeds; ++seed) {
            Weather weather(static_cast<std::uint64_t>(seed));
            for (int i = 0; i < 200; ++i)
                weather.oneStep();
            weather.calmDown();
            const std::string complaint = weather.complaint();
            QVERIFY2(complaint.empty(), qPrintable(QString("seed %1: %2").arg(seed).arg(complaint.c_str())));
            changes += weather.changes();
        }
        QVERIFY(changes > static_cast<std::size_t>(seeds) * 20);
    }
};

QTEST_GUILESS_MAIN(TestTriggerSimulation)
#include "tst_trigger_simulation.moc"
