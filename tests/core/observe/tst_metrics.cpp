#include "observe/metrics.h"

#include <QtTest/QTest>

using namespace stator::observe;

class TestMetrics : public QObject {
    Q_OBJECT

private slots:
    void theSameNameIsTheSameCounter()
    {
        Metrics metrics;
        Counter &counter = metrics.counter("stator_things_total", "kind=\"a\"");
        counter.add(2);
        metrics.counter("stator_things_total", "kind=\"a\"").add();
        metrics.counter("stator_things_total", "kind=\"b\"").add();
        QCOMPARE(counter.value(), 3u);
    }

    void rendersForAScraper()
    {
        Metrics metrics;
        metrics.counter("b_total", "", "What b is.").add(5);
        metrics.gauge("a_open").set(-2);
        QCOMPARE(metrics.render(), std::string("# TYPE a_open gauge\n"
                                               "a_open -2\n"
                                               "# HELP b_total What b is.\n"
                                               "# TYPE b_total counter\n"
                                               "b_total 5\n"));
    }

    void rendersHistogramsCumulatively()
    {
        Metrics metrics;
        Histogram &histogram = metrics.histogram("t_seconds", "operation=\"GetItem\"");
        histogram.record(10);
        histogram.record(3000);
        const std::string text = metrics.render();
        QVERIFY(text.find("t_seconds_bucket{operation=\"GetItem\",le=\"5e-05\"} 1\n") != std::string::npos);
        QVERIFY(text.find("t_seconds_bucket{operation=\"GetItem\",le=\"0.005\"} 2\n") != std::string::npos);
        QVERIFY(text.find("t_seconds_bucket{operation=\"GetItem\",le=\"+Inf\"} 2\n") != std::string::npos);
        QVERIFY(text.find("t_seconds_sum{operation=\"GetItem\"} 0.003010\n") != std::string::npos);
        QVERIFY(text.find("t_seconds_count{operation=\"GetItem\"} 2\n") != std::string::npos);
    }

    void escapesLabels()
    {
        QCOMPARE(Metrics::label("a", "x\"y\\z\n"), std::string("a=\"x\\\"y\\\\z\\n\""));
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
