#include <QtTest/QTest>

#include <functional>
#include <thread>
#include <vector>

#include "engine/latches.h"

using stator::engine::Latches;
using stator::engine::LatchMode;
using stator::engine::LatchWaiter;

namespace {

class Waiter final : public LatchWaiter {
public:
    explicit Waiter(std::function<void()> function = {}) : m_function(std::move(function)) {}
    void granted() override
    {
        isGranted = true;
        if (m_function)
            m_function();
    }
    bool isGranted = false;

private:
    std::function<void()> m_function;
};

constexpr auto kShared = LatchMode::Shared;
constexpr auto kExclusive = LatchMode::Exclusive;

} // namespace

class TestLatches : public QObject {
    Q_OBJECT

private slots:
    void grantsAFreeLatchAtOnce();
    void queuesInOrderOfArrival();
    void sharesAmongReaders();
    void doesNotLetReadersOvertakeAWaitingWriter();
    void triesWithoutWaiting();
    void grantsALongQueueWithoutGrowingTheStack();
    void keepsThousandsOfLatchesApart();
    void excludesThreadsFromEachOther();
};

void TestLatches::grantsAFreeLatchAtOnce()
{
    Latches latches;
    Waiter waiter;
    QVERIFY(latches.acquire(1, kExclusive, waiter));
    QVERIFY(latches.acquire(2, kExclusive, waiter));
    latches.release(1, kExclusive);
    latches.release(2, kExclusive);
    Latches::runGranted();
    QVERIFY(!waiter.isGranted);
}

void TestLatches::queuesInOrderOfArrival()
{
    Latches latches;
    std::vector<int> order;
    Waiter first;
    Waiter second([&] { order.push_back(2); });
    Waiter third([&] { order.push_back(3); });
    QVERIFY(latches.acquire(7, kExclusive, first));
    QVERIFY(!latches.acquire(7, kExclusive, second));
    QVERIFY(!latches.acquire(7, kExclusive, third));
    latches.release(7, kExclusive);
    QVERIFY(!second.isGranted); // told only when the releaser is ready for it
    Latches::runGranted();
    QCOMPARE(order, (std::vector<int>{2}));
    latches.release(7, kExclusive);
    Latches::runGranted();
    QCOMPARE(order, (std::vector<int>{2, 3}));
    latches.release(7, kExclusive);
    QVERIFY(latches.tryAcquire(7, kExclusive));
    latches.release(7, kExclusive);
}

void TestLatches::sharesAmongReaders()
{
    Latches latches;
    Waiter waiter;
    QVERIFY(latches.acquire(7, kShared, waiter));
    QVERIFY(latches.acquire(7, kShared, waiter));
    Waiter writer;
    QVERIFY(!latches.acquire(7, kExclusive, writer));
    latches.release(7, kShared);
    Latches::runGranted();
    QVERIFY(!writer.isGranted);
    latches.release(7, kShared);
    Latches::runGranted();
    QVERIFY(writer.isGranted);
    latches.release(7, kExclusive);
}

void TestLatches::doesNotLetReadersOvertakeAWaitingWriter()
{
    Latches latches;
    Waiter holder;
    Waiter writer;
    Waiter lateReader;
    Waiter laterReader;
    QVERIFY(latches.acquire(7, kShared, holder));
    QVERIFY(!latches.acquire(7, kExclusive, writer));
    QVERIFY(!latches.acquire(7, kShared, lateReader));
    QVERIFY(!latches.acquire(7, kShared, laterReader));
    QVERIFY(!latches.tryAcquire(7, kShared));
    latches.release(7, kShared);
    Latches::runGranted();
    QVERIFY(writer.isGranted);
    QVERIFY(!lateReader.isGranted);
    latches.release(7, kExclusive);
    Latches::runGranted();
    QVERIFY(lateReader.isGranted && laterReader.isGranted);
    latches.release(7, kShared);
    latches.release(7, kShared);
}

void TestLatches::triesWithoutWaiting()
{
    Latches latches;
    QVERIFY(latches.tryAcquire(7, kExclusive));
    QVERIFY(!latches.tryAcquire(7, kExclusive));
    QVERIFY(!latches.tryAcquire(7, kShared));
    latches.release(7, kExclusive);
    QVERIFY(latches.tryAcquire(7, kShared));
    QVERIFY(latches.tryAcquire(7, kShared));
    QVERIFY(!latches.tryAcquire(7, kExclusive));
    latches.release(7, kShared);
    latches.release(7, kShared);
}

// Each waiter hands the latch on from inside its granted(): with recursion 200,000 frames would not fit a
// stack.
void TestLatches::grantsALongQueueWithoutGrowingTheStack()
{
    constexpr int kWaiters = 200'000;
    Latches latches;
    int granted = 0;
    std::vector<std::unique_ptr<Waiter>> waiters;
    Waiter holder;
    QVERIFY(latches.acquire(7, kExclusive, holder));
    for (int i = 0; i < kWaiters; ++i) {
        waiters.push_back(std::make_unique<Waiter>([&] {
            ++granted;
            latches.release(7, kExclusive);
            Latches::runGranted();
        }));
        QVERIFY(!latches.acquire(7, kExclusive, *waiters.back()));
    }
    latches.release(7, kExclusive);
    Latches::runGranted();
    QCOMPARE(granted, kWaiters);
}

// Goal: growing and closing holes in the open addressing keeps every latch findable.
void TestLatches::keepsThousandsOfLatchesApart()
{
    Latches latches;
    std::vector<std::uint64_t> held;
    std::uint64_t seed = 42;
    for (int round = 0; round < 200'000; ++round) {
        seed = seed * 6'364'136'223'846'793'005u + 1'442'695'040'888'963'407u;
        // Few distinct high halves, so that runs of slots are long.
        const std::uint64_t fingerprint = ((seed >> 33) % 31) << 32 | ((seed >> 20) % 997 + 1);
        const auto place = std::find(held.begin(), held.end(), fingerprint);
        QCOMPARE(latches.tryAcquire(fingerprint, kExclusive), place == held.end());
        if (place == held.end())
            held.push_back(fingerprint);
        if (held.size() > 500 || place != held.end()) {
            const std::size_t victim = static_cast<std::size_t>((seed >> 40) % held.size());
            latches.release(held[victim], kExclusive);
            held[victim] = held.back();
            held.pop_back();
        }
    }
    for (const std::uint64_t fingerprint : held)
        latches.release(fingerprint, kExclusive);
}

void TestLatches::excludesThreadsFromEachOther()
{
    constexpr int kThreads = 4;
    constexpr int kRounds = 20'000;
    Latches latches;
    long unguarded = 0; // written under the latch alone
    std::atomic<int> running{kThreads * kRounds};
    struct Step final : LatchWaiter {
        void granted() override
        {
            ++*value;
            latches->release(9, kExclusive);
            --*running;
        }
        Latches *latches = nullptr;
        long *value = nullptr;
        std::atomic<int> *running = nullptr;
    };
    std::vector<std::vector<Step>> steps(kThreads);
    std::vector<std::thread> threads;
    for (auto &own : steps) {
        own.resize(kRounds);
        threads.emplace_back([&] {
            for (Step &step : own) {
                step.latches = &latches;
                step.value = &unguarded;
                step.running = &running;
                if (latches.acquire(9, kExclusive, step))
                    step.granted();
                Latches::runGranted();
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(running.load(), 0);
    QCOMPARE(unguarded, static_cast<long>(kThreads) * kRounds);
}

QTEST_GUILESS_MAIN(TestLatches)
#include "tst_latches.moc"
