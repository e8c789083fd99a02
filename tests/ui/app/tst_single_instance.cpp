#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "single_instance.h"

using stator::app::SingleInstance;

class TestSingleInstance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handsOverToTheFirst()
    {
        QTemporaryDir directory;
        SingleInstance first(directory.path());
        first.listen();
        QSignalSpy spy(&first, &SingleInstance::asked);
        // The second one is another process in life; here it is another thread, for it waits for the answer.
        bool isTaken = false;
        std::unique_ptr<QThread> second(QThread::create([&] {
            SingleInstance other(directory.path());
            isTaken = other.handOver(u"stator:items?table=Shop"_qs);
        }));
        second->start();
        QTRY_COMPARE(spy.count(), 1);
        QTRY_VERIFY(second->isFinished());
        QVERIFY(isTaken);
        QCOMPARE(spy.first().first().toString(), u"stator:items?table=Shop"_qs);
    }

    void findsNobodyInAnotherWorkspace()
    {
        QTemporaryDir one;
        QTemporaryDir two;
        SingleInstance first(one.path());
        first.listen();
        SingleInstance second(two.path());
        QVERIFY(!second.handOver({}));
    }

    void takesOverFromTheDead()
    {
        QTemporaryDir directory;
        auto first = std::make_unique<SingleInstance>(directory.path());
        first->listen();
        first.reset();
        SingleInstance second(directory.path());
        QVERIFY(!second.handOver({}));
        second.listen();
        QSignalSpy spy(&second, &SingleInstance::asked);
        std::unique_ptr<QThread> third(
            QThread::create([&] { SingleInstance(directory.path()).handOver(u"x"_qs); }));
        third->start();
        QTRY_COMPARE(spy.count(), 1);
        QTRY_VERIFY(third->isFinished());
    }
};

QTEST_MAIN(TestSingleInstance)
#include "tst_single_instance.moc"
