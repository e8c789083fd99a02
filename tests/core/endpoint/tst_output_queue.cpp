#include "endpoint/output_queue.h"

#include <QtTest/QTest>

using namespace stator::endpoint;

namespace {

// Writes at most `step` bytes at a time, as a slow client would have it.
std::string drain(OutputQueue &queue, std::size_t step)
{
    std::string out;
    while (!queue.empty()) {
        std::array<std::string_view, OutputQueue::kMaxPieces> pieces;
        const std::size_t count = queue.gather(pieces);
        std::string gathered;
        for (std::size_t i = 0; i < count; ++i)
            gathered += pieces[i];
        gathered.resize(std::min(step, gathered.size()));
        out += gathered;
        queue.consume(gathered.size());
    }
    return out;
}

} // namespace

class TestOutputQueue : public QObject {
    Q_OBJECT

private slots:
    void keepsTheOrderWhateverIsWrittenAtATime()
    {
        for (const std::size_t step : {1u, 7u, 2048u, 5000u, 1u << 20}) {
            OutputQueue queue;
            std::string expected;
            for (int i = 0; i < 40; ++i) {
                const std::string head = "head" + std::to_string(i);
                std::string body(i % 3 == 0 ? 5000u : static_cast<std::size_t>(i), static_cast<char>('a' + i % 26));
                expected += head + body;
                queue.text() += head;
                queue.appendBody(std::move(body));
            }
            QCOMPARE(queue.sizeBytes(), expected.size());
            QVERIFY(drain(queue, step) == expected);
            QCOMPARE(queue.sizeBytes(), 0u);
        }
    }

    void leavesALargeBodyWhereItIs()
    {
        OutputQueue queue;
        std::string body(100'000, 'x');
        const void *const place = body.data();
        queue.text() += "head";
        queue.appendBody(std::move(body));
        std::array<std::string_view, OutputQueue::kMaxPieces> pieces;
        QCOMPARE(queue.gather(pieces), 2u);
        QCOMPARE(static_cast<const void *>(pieces[1].data()), place);
    }

    void isReadyAgainOnceEmpty()
    {
        OutputQueue queue;
        queue.text() += "a";
        QCOMPARE(drain(queue, 1), std::string("a"));
        queue.shrink();
        queue.text() += "b";
        QCOMPARE(drain(queue, 1), std::string("b"));
    }
};

QTEST_GUILESS_MAIN(TestOutputQueue)
#include "tst_output_queue.moc"
