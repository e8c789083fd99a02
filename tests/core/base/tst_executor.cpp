#include "base/executor.h"

#include <atomic>

#include <QtTest/QTest>

using namespace stator;

class TestExecutor : public QObject {
    Q_OBJECT

private slots:
    void runsWhatWasPostedBeforeStop()
    {
        std::atomic<int> ran = 0;
        ThreadPool pool("test", 2);
        pool.start();
        for (int i = 0; i < 1000; ++i)
            pool.post([&ran] { ++ran; });
        pool.stop();
        QCOMPARE(ran.load(), 1000);
        pool.post([&ran] { ++ran; });
        pool.stop();
        QCOMPARE(ran.load(), 1000);
    }

    void manualExecutorRunsInOrderOfArrival()
    {
        std::string order;
        ManualExecutor executor;
        executor.post([&] {
            order += 'a';
            executor.post([&] { order += 'c'; });
        });
        executor.post([&] { order += 'b'; });
        QVERIFY(executor.runOne());
        QCOMPARE(order, std::string("a"));
        executor.runAll();
        QCOMPARE(order, std::string("abc"));
        QVERIFY(!executor.runOne());
    }
};

QTEST_GUILESS_MAIN(TestExecutor)
#include "tst_executor.moc"
