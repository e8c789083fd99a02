#include "base/logger.h"

#include <QtTest/QTest>

#include "support/captured_log.h"

using namespace stator;
using stator::test::CapturedLog;

class TestLogger : public QObject {
    Q_OBJECT

private slots:
    void tellsNobodyUnlessItHasASink()
    {
        const Logger logger;
        QVERIFY(!logger.wants(LogLevel::Error));
        logger.error("nobody hears this");
    }

    void tellsWhatIsGraveEnough_data()
    {
        QTest::addColumn<LogLevel>("level");
        QTest::addColumn<int>("lines");
        QTest::newRow("error") << LogLevel::Error << 1;
        QTest::newRow("warning") << LogLevel::Warning << 2;
        QTest::newRow("info") << LogLevel::Info << 3;
        QTest::newRow("debug") << LogLevel::Debug << 4;
    }
    void tellsWhatIsGraveEnough()
    {
        QFETCH(LogLevel, level);
        QFETCH(int, lines);
        const auto sink = std::make_shared<CapturedLog>();
        const Logger logger = Logger(sink, level).of("part");
        logger.error("1");
        logger.warning("2");
        logger.info("3");
        logger.debug("4");
        const std::vector<std::string> all = {"error part: 1", "warning part: 2", "info part: 3", "debug part: 4"};
        QCOMPARE(sink->lines(), std::vector<std::string>(all.begin(), all.begin() + lines));
        QCOMPARE(logger.wants(LogLevel::Debug), lines == 4);
    }

    void namesTheModule()
    {
        const auto sink = std::make_shared<CapturedLog>();
        const Logger root(sink, LogLevel::Info);
        const Logger one = root.of("one");
        const Logger two = one.of("two");
        two.info("x");
        one.info("y");
        QCOMPARE(sink->lines(), (std::vector<std::string>{"info two: x", "info one: y"}));
    }
};

QTEST_GUILESS_MAIN(TestLogger)
#include "tst_logger.moc"
