// A trigger at work, on a clock moved by hand, against a stream and a receiver in memory.
//
// What programs, webhooks and files really do is not covered here.
#include <QtTest/QTest>

#include "support/fake_triggers.h"
#include "triggers/pump.h"

using namespace stator;
using namespace stator::triggers;
using stator::test::FakeFailures;
using stator::test::FakeInvoker;
using stator::test::FakeStream;

namespace {

constexpr std::int64_t kSecond = 1'000'000;

struct Bench {
    explicit Bench(Trigger t = {}) : trigger(std::move(t))
    {
        trigger.name = "t";
        if (trigger.start.kind == StartPoint::Kind::Latest)
            trigger.start.kind = StartPoint::Kind::TrimHorizon;
    }

    void makePump(std::string position = {}, TriggerState before = {})
    {
        PumpParts parts;
        parts.invoker = invoker;
        parts.failures = failures;
        parts.feeds = &stream;
        parts.clock = clock;
        parts.home = home;
        parts.heldBytes = heldBytes;
        pump = std::make_unique<Pump>(trigger, std::move(position), std::move(parts), std::move(before));
        settle();
    }
    // Everything that is due now.
    void settle()
    {
        for (int i = 0; i < 100; ++i) {
            home->runAll();
            next = pump->step();
            if (next > clock->monotonicMicros() && !home->runOne())
                return;
        }
        QFAIL("the pump does not come to rest");
    }
    // As its thread would: from one due time to the next.
    void pass(std::int64_t micros)
    {
        const std::int64_t end = clock->monotonicMicros() + micros;
        while (next <= end) {
            clock->advance(std::max<std::int64_t>(0, next - clock->monotonicMicros()));
            settle();
        }
        clock->advance(end - clock->monotonicMicros());
        settle();
    }
    void write(std::uint64_t key, std::string json = {}) { stream.append(key, clock->nowMicros(), std::move(json)); }

    Trigger trigger;
    FakeStream stream;
    std::shared_ptr<FakeInvoker> invoker = std::make_shared<FakeInvoker>();
    std::shared_ptr<FakeFailures> failures = std::make_shared<FakeFailures>();
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    std::shared_ptr<ManualExecutor> home = std::make_shared<ManualExecutor>();
    std::shared_ptr<std::size_t> heldBytes = std::make_shared<std::size_t>(0);
    std::unique_ptr<Pump> pump;
    std::int64_t next = 0;
};

Trigger with(std::function<void(Trigger &)> change)
{
    Trigger trigger;
    change(trigger);
    return trigger;
}

} // namespace

class TestPump : public QObject {
    Q_OBJECT

private slots:
    // Where all pumps together hold much, each has what it needs to go on.
    void holdsLessWhereOthersHoldMuch()
    {
        for (const std::size_t held : {std::size_t(0), std::size_t(200u << 20)}) {
            Bench bench;
            *bench.heldBytes = held;
            for (int i = 0; i < 40; ++i)
                bench.write(1, std::string(100'000, ' '));
            bench.trigger.batchSize = 1;
            bench.makePump();
            QCOMPARE(bench.stream.readThrough, held == 0 ? std::size_t(40) : std::size_t(11));
            QVERIFY(*bench.heldBytes > held);
            while (!bench.invoker->calls.empty()) {
                bench.invoker->take().accept();
                bench.settle();
            }
            QCOMPARE(bench.stream.readThrough, std::size_t(40));
            bench.pump.reset();
            QCOMPARE(*bench.heldBytes, held);
        }
    }

    void deliversWhatComesAndMovesOn()
    {
        Bench bench;
        bench.makePump();
        QVERIFY(bench.invoker->calls.empty());
        bench.write(1);
        bench.settle();
        QCOMPARE(bench.invoker->calls.size(), std::size_t(1));
        QCOMPARE(bench.pump->position(), std::string());
        bench.invoker->take().accept();
        bench.settle();
        QCOMPARE(bench.pump->position(), FakeStream::number(0));
        const TriggerState state = bench.pump->state();
        QCOMPARE(state.deliveredRecords, std::uint64_t(1));
        QCOMPARE(state.pendingRecords, std::uint64_t(0));
        QVERIFY(state.isAtEnd);
        QVERIFY(state.status == TriggerState::Status::Running);
    }

    void keepsBatchesToTheirSize()
    {
        Bench bench(with([](Trigger &t) { t.batchSize = 3; }));
        for (int i = 0; i < 7; ++i)
            bench.write(1);
        bench.invoker->rule = [](const std::vector<std::string> &numbers) -> Result<Delivery> {
            return Delivery{numbers.size(), {}, {}};
        };
        bench.makePump();
        QCOMPARE(bench.invoker->sizes, (std::vector<std::size_t>{3, 3, 1}));
        QCOMPARE(bench.pump->position(), FakeStream::number(6));
    }

    void keepsEventsToTheirSize()
    {
        Bench bench;
        bench.invoker->mostBytes = 100;
        for (int i = 0; i < 4; ++i)
            bench.write(1, "\"" + std::string(38, 'x') + "\"");
        bench.write(1, "\"" + std::string(500, 'x') + "\""); // alone it must go, whatever it weighs
        bench.invoker->rule = [](const std::vector<std::string> &numbers) -> Result<Delivery> {
            return Delivery{numbers.size(), {}, {}};
        };
        bench.makePump();
        QCOMPARE(bench.invoker->sizes, (std::vector<std::size_t>{2, 2, 1}));
    }

    void waitsForItsWindow()
    {
        Bench bench(with([](Trigger &t) {
            t.batchingWindowSeconds = 5;
            t.batchSize = 10;
        }));
        bench.makePump();
        bench.write(1);
        bench.settle();
        bench.pass(4 * kSecond);
        bench.write(1);
        bench.settle();
        QVERIFY(bench.invoker->calls.empty());
        bench.pass(kSecond);
        QCOMPARE(bench.invoker->calls.size(), std::size_t(1));
        QCOMPARE(bench.invoker->calls.front().numbers.size(), std::size_t(2));
    }

    void aFullBatchDoesNotWait()
    {
        Bench bench(with([](Trigger &t) {
            t.batchingWindowSeconds = 300;
            t.batchSize = 2;
        }));
        bench.write(1);
        bench.write(1);
        bench.makePump();
        QCOMPARE(bench.invoker->calls.size(), std::size_t(1));
    }

    void keysGoSideBySideAndEachInOrder()
    {
        Bench bench(with([](Trigger &t) {
            t.parallelizationFactor = 2;
            t.batchSize = 1;
        }));
        for (const std::uint64_t key : {0U, 0U, 1U, 1U})
            bench.write(key);
        bench.makePump();
        QCOMPARE(bench.invoker->calls.size(), std::size_t(2));
        FakeInvoker::Call first = bench.invoker->take();
        FakeInvoker::Call second = bench.invoker->take();
        QCOMPARE(first.numbers.front(), FakeStream::number(0));
        QCOMPARE(second.numbers.front(), FakeStream::number(2));
        second.accept();
        bench.settle();
        // The second key is ahead, but what is behind is not done with.
        QCOMPARE(bench.pump->position(), std::string());
        bench.invoker->take().accept();
        bench.settle();
        QVERIFY(bench.invoker->calls.empty());
        first.accept();
        bench.settle();
        QCOMPARE(bench.pump->position(), FakeStream::number(0));
        bench.invoker->take().accept();
        bench.settle();
        QCOMPARE(bench.pump->position(), FakeStream::number(3));
    }

    void leavesOutWhatTheFilterDoes()
    {
        Bench bench(with([](Trigger &t) { t.filters = {"{\"kind\":[\"a\"]}"}; }));
        bench.write(1, "{\"kind\":\"b\"}");
        bench.write(1, "{\"kind\":\"a\"}");
        bench.write(1, "{\"kind\":\"b\"}");
        bench.makePump();
        QCOMPARE(bench.invoker->calls.front().numbers, std::vector<std::string>{FakeStream::number(1)});
        QCOMPARE(bench.pump->position(), FakeStream::number(0));
        bench.invoker->take().accept();
        bench.settle();
        QCOMPARE(bench.pump->position(), FakeStream::number(2));
        QCOMPARE(bench.pump->state().filteredRecords, std::uint64_t(2));
    }

    // A webhook that is down for an hour: tried again and again, less and less often, and nothing is lost.
    void outlivesAnHourOfFailures()
    {
        Bench bench;
        bool isDown = true;
        int tries = 0;
        bench.invoker->rule = [&](const std::vector<std::string> &numbers) -> Result<Delivery> {
            ++tries;
            if (isDown)
                return Error::io("answered 500");
            return Delivery{numbers.size(), {}, {}};
        };
        bench.write(1);
        bench.makePump();
        for (int minute = 0; minute < 60; ++minute) {
            bench.write(1);
            bench.pass(60 * kSecond);
        }
        QVERIFY(tries > 100 && tries < 140); // every 30 s in the end
        TriggerState state = bench.pump->state();
        QVERIFY(state.status == TriggerState::Status::Retrying);
        QVERIFY(state.nextAttempt.has_value());
        QCOMPARE(state.problems.back().text, std::string("answered 500"));
        QVERIFY(state.problems.size() <= 20);
        QVERIFY(state.iteratorAgeMs >= 3'600'000);
        isDown = false;
        bench.pass(30 * kSecond);
        state = bench.pump->state();
        QVERIFY(state.status == TriggerState::Status::Running);
        QCOMPARE(state.deliveredRecords, std::uint64_t(61));
        QCOMPARE(bench.pump->position(), FakeStream::number(60));
    }

    void givesUpAfterItsAttempts()
    {
        Bench bench(with([](Trigger &t) { t.maxRetryAttempts = 2; }));
        bench.invoker->rule = [](const std::vector<std::string> &) -> Result<Delivery> { return Error::io("no"); };
        bench.write(1);
        bench.write(1);
        bench.makePump();
        bench.pass(60 * kSecond);
        QCOMPARE(bench.invoker->sizes, (std::vector<std::size_t>{2, 2, 2}));
        QCOMPARE(bench.failures->batches.size(), std::size_t(1));
        QCOMPARE(bench.failures->batches.front().records.size(), std::size_t(2));
        QCOMPARE(std::string(bench.failures->batches.front().condition), std::string("RetryAttemptsExhausted"));
        QCOMPARE(bench.failures->batches.front().attempts, std::int64_t(3));
        QCOMPARE(bench.failures->batches.front().problem, std::string("no"));
        QCOMPARE(bench.pump->position(), FakeStream::number(1));
        QCOMPARE(bench.pump->state().givenUpRecords, std::uint64_t(2));
    }

    // The drive of the failure destination is full: the lane stands still, and nothing is dropped.
    void keepsWhatTheFailureDestinationRefuses()
    {
        Bench bench(with([](Trigger &t) { t.maxRetryAttempts = 0; }));
        bench.invoker->rule = [](const std::vector<std::string> &) -> Result<Delivery> { return Error::io("no"); };
        bench.failures->refuses = true;
        bench.write(1);
        bench.makePump();
        bench.write(1);
        bench.pass(600 * kSecond);
        QCOMPARE(bench.pump->position(), std::string());
        QCOMPARE(bench.invoker->sizes, std::vector<std::size_t>{1});
        QVERIFY(bench.pump->state().problems.back().text.find("the drive is full") != std::string::npos);
        bench.failures->refuses = false;
        bench.pass(60 * kSecond);
        QCOMPARE(bench.failures->batches.size(), std::size_t(2));
        QCOMPARE(bench.pump->position(), FakeStream::number(1));
    }

    void countsWhatNobodyTakes()
    {
        Bench bench(with([](Trigger &t) { t.maxRetryAttempts = 0; }));
        bench.failures = nullptr;
        bench.invoker->rule = [](const std::vector<std::string> &) -> Result<Delivery> { return Error::io("no"); };
        bench.write(1);
        bench.makePump();
        QCOMPARE(bench.pump->state().givenUpRecords, std::uint64_t(1));
        QCOMPARE(bench.pump->position(), FakeStream::number(0));
    }

    void givesUpWhatIsTooOld()
    {
        Bench bench(with([](Trigger &t) { t.maxRecordAgeSeconds = 60; }));
        bench.write(1);
        bench.clock->advance(30 * kSecond);
        bench.write(1);
        bench.invoker->rule = [](const std::vector<std::string> &) -> Result<Delivery> { return Error::io("no"); };
        bench.makePump();
        bench.pass(29 * kSecond);
        QVERIFY(bench.failures->batches.empty());
        bench.pass(kSecond);
        QCOMPARE(bench.failures->batches.size(), std::size_t(1));
        QCOMPARE(std::string(bench.failures->batches.front().condition), std::string("RecordAgeExceeded"));
        QCOMPARE(bench.pump->position(), FakeStream::number(0));
        bench.pass(30 * kSecond);
        QCOMPARE(bench.failures->batches.size(), std::size_t(2));
        QCOMPARE(bench.pump->position(), FakeStream::number(1));
    }

    void halvesABatchUntilThePoisonIsAlone()
    {
        Bench bench(with([](Trigger &t) {
            t.bisectsOnError = true;
            t.maxRetryAttempts = 1;
        }));
        for (int i = 0; i < 8; ++i)
            bench.write(1);
        bench.invoker->rule = [](const std::vector<std::string> &numbers) -> Result<Delivery> {
            if (std::find(numbers.begin(), numbers.end(), FakeStream::number(5)) != numbers.end())
                return Error::io("poison");
            return Delivery{numbers.size(), {}, {}};
        };
        bench.makePump();
        bench.pass(10 * kSecond);
        QCOMPARE(bench.failures->batches.size(), std::size_t(1));
        QCOMPARE(bench.failures->batches.front().records.size(), std::size_t(1));
        QCOMPARE(bench.failures->batches.front().records.front().sequenceNumber, FakeStream::number(5));
        QCOMPARE(bench.invoker->sizes, (std::vector<std::size_t>{8, 4, 4, 2, 1, 1, 1, 2}));
        QCOMPARE(bench.pump->position(), FakeStream::number(7));
        QCOMPARE(bench.pump->state().deliveredRecords, std::uint64_t(7));
    }

    void goesOnBehindWhatWasAccepted()
    {
        Bench bench;
        for (int i = 0; i < 4; ++i)
            bench.write(1);
        bench.makePump();
        bench.invoker->take().accept(3);
        bench.settle();
        QCOMPARE(bench.pump->position(), FakeStream::number(2));
        QVERIFY(bench.invoker->calls.empty());
        QVERIFY(bench.pump->state().status == TriggerState::Status::Retrying);
        bench.pass(kSecond);
        QCOMPARE(bench.invoker->calls.front().numbers, std::vector<std::string>{FakeStream::number(3)});
        QCOMPARE(bench.pump->state().lastBatch->accepted, std::size_t(3));
    }

    // What was being delivered when the trigger ended is delivered again by the next one.
    void deliversAgainWhatWasInterrupted()
    {
        Bench bench(with([](Trigger &t) { t.batchSize = 1; }));
        bench.write(1);
        bench.write(1);
        bench.makePump();
        bench.invoker->take().accept();
        bench.settle();
        QCOMPARE(bench.invoker->calls.size(), std::size_t(1));
        FakeInvoker::Call interrupted = bench.invoker->take();
        const std::string position = bench.pump->position();
        bench.makePump(position);
        interrupted.done(Error::shuttingDown());
        bench.settle();
        QCOMPARE(bench.invoker->calls.front().numbers, std::vector<std::string>{FakeStream::number(1)});
    }

    void aPausedPumpFinishesAndBeginsNothing()
    {
        Bench bench(with([](Trigger &t) { t.batchSize = 1; }));
        bench.write(1);
        bench.write(1);
        bench.makePump();
        bench.pump->pause();
        QVERIFY(bench.pump->isBusy());
        bench.invoker->take().accept();
        bench.settle();
        QVERIFY(!bench.pump->isBusy());
        QVERIFY(bench.invoker->calls.empty());
        QCOMPARE(bench.pump->position(), FakeStream::number(0));
        QVERIFY(bench.pump->state().status == TriggerState::Status::Paused);
    }

    // LATEST is a place from the first look on: what comes while the trigger is away is not missed.
    void latestStaysWhereItWas()
    {
        Bench bench;
        bench.trigger.start.kind = StartPoint::Kind::Latest;
        bench.write(1);
        bench.makePump();
        const std::string position = bench.pump->position();
        QCOMPARE(position, FakeStream::number(0));
        bench.write(1);
        bench.makePump(position);
        QCOMPARE(bench.invoker->calls.front().numbers, std::vector<std::string>{FakeStream::number(1)});
    }

    void saysThatRecordsWereGone()
    {
        Bench bench;
        for (int i = 0; i < 5; ++i)
            bench.write(1);
        bench.stream.trimmed = 3;
        bench.makePump(FakeStream::number(0));
        QCOMPARE(bench.invoker->calls.front().numbers.front(), FakeStream::number(3));
        QCOMPARE(bench.pump->state().gaps, std::uint64_t(1));
        QVERIFY(bench.pump->state().problems.back().text.find("24 hours") != std::string::npos);
    }

    void looksAgainForAStreamThatIsMissing()
    {
        Bench bench;
        bench.stream.isMissing = true;
        bench.makePump();
        QVERIFY(bench.pump->state().status == TriggerState::Status::StreamNotFound);
        bench.pass(3600 * kSecond);
        QCOMPARE(bench.pump->state().problems.size(), std::size_t(1));
        bench.stream.isMissing = false;
        bench.write(1);
        bench.pass(5 * kSecond);
        QCOMPARE(bench.invoker->calls.size(), std::size_t(1));
    }

    void readsAgainAfterAFailure()
    {
        Bench bench;
        bench.makePump();
        bench.stream.failsToRead = true;
        bench.write(1);
        bench.settle();
        QCOMPARE(bench.pump->state().problems.back().text, std::string("the drive is gone"));
        bench.stream.failsToRead = false;
        bench.pass(kSecond);
        QCOMPARE(bench.invoker->calls.size(), std::size_t(1));
        QCOMPARE(bench.stream.opened, 1);
    }

    void comesToTheEndOfAClosedStream()
    {
        Bench bench(with([](Trigger &t) { t.batchingWindowSeconds = 300; }));
        bench.write(1);
        bench.stream.isClosed = true;
        bench.makePump();
        QCOMPARE(bench.invoker->calls.size(), std::size_t(1)); // nothing more will come: why wait
        bench.invoker->take().accept();
        bench.settle();
        QVERIFY(bench.pump->state().status == TriggerState::Status::StreamEnded);
    }

    // A stream far ahead of its receiver waits on the drive, not in memory.
    // What waits in the stream is backlog as well, counted up to a bound.
    void tellsHowManyWait()
    {
        Bench bench(with([](Trigger &t) { t.batchSize = 10; }));
        for (int i = 0; i < 9000; ++i)
            bench.write(1);
        bench.makePump();
        QCOMPARE(bench.pump->state().pendingRecords, std::uint64_t(9000));
        QVERIFY(bench.pump->state().isAtEnd);
        bench.invoker->take().accept();
        bench.settle();
        QCOMPARE(bench.pump->state().pendingRecords, std::uint64_t(8990));
        bench.pump->pause();
        for (int i = 0; i < 20'000; ++i)
            bench.write(1);
        QVERIFY(bench.pump->state().pendingRecords > 10'000);
        QVERIFY(!bench.pump->state().isAtEnd); // not counted to the end
    }

    // A pump goes on with the counts of the one before it, not with what that was in the middle of.
    void beginsWithTheCountsOfTheOneBefore()
    {
        TriggerState before;
        before.status = TriggerState::Status::Paused;
        before.nextAttempt = 7;
        before.batchesInFlight = 3;
        before.iteratorAgeMs = 5;
        before.deliveredRecords = 12;
        Bench bench;
        bench.makePump({}, before);
        const TriggerState state = bench.pump->state();
        QVERIFY(state.status == TriggerState::Status::Running);
        QVERIFY(!state.nextAttempt);
        QCOMPARE(state.batchesInFlight, std::uint64_t(0));
        QCOMPARE(state.iteratorAgeMs, std::int64_t(0));
        QCOMPARE(state.deliveredRecords, std::uint64_t(12));
    }

    void aPausedPumpCountsWhatWaits()
    {
        Bench bench(with([](Trigger &t) { t.isEnabled = false; }));
        for (int i = 0; i < 50; ++i)
            bench.write(1);
        bench.makePump(FakeStream::number(9));
        bench.clock->advance(3'000'000);
        QCOMPARE(bench.pump->state().pendingRecords, std::uint64_t(40));
        QCOMPARE(bench.pump->state().iteratorAgeMs, std::int64_t(3000));
        QVERIFY(bench.pump->state().isAtEnd);
    }

    void readsNoFurtherAheadThanItMust()
    {
        Bench bench(with([](Trigger &t) { t.batchSize = 10; }));
        for (int i = 0; i < 10'000; ++i)
            bench.write(1);
        bench.makePump();
        QVERIFY(bench.stream.readThrough < 2500);
        int batches = 0;
        while (!bench.invoker->calls.empty()) {
            bench.invoker->take().accept();
            bench.settle();
            ++batches;
        }
        QCOMPARE(batches, 1000);
        QCOMPARE(bench.pump->position(), FakeStream::number(9999));
    }
};

QTEST_GUILESS_MAIN(TestPump)
#include "tst_pump.moc"
