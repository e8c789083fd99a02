// The triggers of a workspace: made, changed, paused, replayed, kept over a restart.
#include <QtTest/QTest>

#include "base/faulty_file_layer.h"
#include "base/memory_file_layer.h"
#include "support/fake_triggers.h"
#include "triggers/triggers.h"

using namespace stator;
using namespace stator::triggers;
using stator::test::FakeStream;

namespace {

// Answers when told to.
class HeldReplies final : public http::HttpClient {
public:
    void send(http::HttpRequest request, std::stop_token stop, Completion<http::HttpReply> done) override
    {
        bodies.push_back(request.body);
        stops.push_back(std::move(stop));
        waiting.push_back(std::move(done));
    }
    void answer(int status = 200)
    {
        Completion<http::HttpReply> done = std::move(waiting.front());
        waiting.erase(waiting.begin());
        done(http::HttpReply{status, {}, {}});
    }
    // As a client does that was told to stop.
    void endWhatIsStopped()
    {
        while (!waiting.empty() && stops[bodies.size() - waiting.size()].stop_requested()) {
            Completion<http::HttpReply> done = std::move(waiting.front());
            waiting.erase(waiting.begin());
            done(Error::shuttingDown());
        }
    }
    std::vector<std::string> bodies;
    std::vector<std::stop_token> stops;
    std::vector<Completion<http::HttpReply>> waiting;
};

std::string eventWith(std::initializer_list<int> places)
{
    std::string text;
    for (const int place : places)
        text += (text.empty() ? "" : ",") + std::string("{\"n\":") + std::to_string(place) + "}";
    return "{\"Records\":[" + text + "]}";
}

Triggers::Edit make(const std::string &name, std::function<void(Trigger &)> change = {}, bool begins = false)
{
    return [name, change, begins](const Trigger *existing) -> Result<Triggers::Wish> {
        Trigger trigger;
        if (existing) {
            trigger = *existing;
        } else {
            trigger.name = name;
            trigger.streamArn = "arn:aws:dynamodb:us-east-1:000000000000:table/T/stream/L";
            trigger.start.kind = StartPoint::Kind::TrimHorizon;
            trigger.target.url = "http://127.0.0.1:1/";
        }
        if (change)
            change(trigger);
        return Triggers::Wish{std::move(trigger), begins};
    };
}

} // namespace

class TestTriggers : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_files = std::make_shared<FaultyFileLayer>(makeMemoryFileLayer());
        m_stream = FakeStream();
        m_http = std::make_unique<HeldReplies>();
        open();
    }
    void cleanup() { m_triggers.reset(); }

    void deliversOnceMade()
    {
        QVERIFY(put("t", make("t")).ok());
        m_stream.append(1, 0);
        settle();
        QCOMPARE(m_http->bodies, std::vector<std::string>{eventWith({0})});
    }

    void isKeptOverARestart()
    {
        QVERIFY(put("a", make("a", [](Trigger &t) { t.batchSize = 7; })).ok());
        QVERIFY(put("b", make("b")).ok());
        m_stream.append(1, 0);
        settle();
        m_http->answer();
        m_http->answer();
        settle();
        m_triggers->stop();
        open();
        const auto all = list();
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0].trigger.name, std::string("a"));
        QCOMPARE(all[0].trigger.batchSize, std::int64_t(7));
        QCOMPARE(all[0].state.position, FakeStream::number(0));
        m_stream.append(1, 0);
        settle();
        QCOMPARE(m_http->bodies.back(), eventWith({1}));
    }

    // Killed before the position was written: delivered again, and not forgotten.
    void deliversAgainAfterACrash()
    {
        QVERIFY(put("t", make("t")).ok());
        m_stream.append(1, 0);
        settle();
        auto crashed = std::move(m_triggers);
        open();
        settle();
        QCOMPARE(m_http->bodies, (std::vector<std::string>{eventWith({0}), eventWith({0})}));
        m_files->failCall(1, Fault::Io, true);
        crashed.reset();
        m_files->stopFailing();
    }

    void writesPositionsNowAndThen()
    {
        QVERIFY(put("t", make("t")).ok());
        m_stream.append(1, 0);
        settle();
        m_http->answer();
        settle();
        m_clock->advance(1'000'000);
        settle();
        const auto json = m_files->readFile("/w/triggers/t.json");
        QVERIFY(json.ok());
        QCOMPARE(parseTrigger(*json)->position, FakeStream::number(0));
    }

    void goesOnWhileTheDriveIsFull()
    {
        QVERIFY(put("t", make("t")).ok());
        m_files->failCall(1, Fault::NoSpace, true);
        for (int i = 0; i < 3; ++i) {
            m_stream.append(1, 0);
            settle();
            m_http->answer();
            m_clock->advance(1'000'000);
            settle();
        }
        QCOMPARE(m_http->bodies.size(), std::size_t(3));
        QVERIFY(!put("u", make("u")).ok());
        QCOMPARE(list().size(), std::size_t(1));
        m_files->stopFailing();
        m_clock->advance(1'000'000);
        settle();
        const auto json = m_files->readFile("/w/triggers/t.json");
        QCOMPARE(parseTrigger(*json)->position, FakeStream::number(2));
    }

    void pausesAndResumes()
    {
        QVERIFY(put("t", make("t")).ok());
        const auto paused = put("t", make("t", [](Trigger &t) { t.isEnabled = false; }));
        QVERIFY(paused->state.status == TriggerState::Status::Paused);
        m_stream.append(1, 0);
        settle();
        QVERIFY(m_http->bodies.empty());
        QVERIFY(put("t", make("t", [](Trigger &t) { t.isEnabled = true; })).ok());
        QCOMPARE(m_http->bodies.size(), std::size_t(1));
    }

    // What is under way by the old rules ends first, so that no record overtakes it.
    void aChangeWaitsForWhatIsBeingDelivered()
    {
        QVERIFY(put("t", make("t", [](Trigger &t) { t.batchSize = 1; })).ok());
        m_stream.append(1, 0);
        m_stream.append(1, 0);
        m_stream.append(1, 0);
        settle();
        QVERIFY(put("t", make("t", [](Trigger &t) { t.batchSize = 10; })).ok());
        QCOMPARE(m_http->bodies.size(), std::size_t(1));
        m_http->answer();
        settle();
        QCOMPARE(m_http->bodies, (std::vector<std::string>{eventWith({0}), eventWith({1, 2})}));
        QCOMPARE(list().front().state.batches, std::uint64_t(1)); // what was counted stays
    }

    void replaysFromItsStartingPosition()
    {
        QVERIFY(put("t", make("t")).ok());
        m_stream.append(1, 0);
        m_stream.append(1, 0);
        settle();
        m_http->answer();
        settle();
        QVERIFY(put("t", make("t")).ok()); // putting it again changes nothing
        settle();
        QCOMPARE(m_http->bodies.size(), std::size_t(1));
        const auto from = [](Trigger &t) { t.start = {StartPoint::Kind::AtSequenceNumber, 0, FakeStream::number(1)}; };
        QVERIFY(put("t", make("t", from, true)).ok());
        settle();
        QCOMPARE(m_http->bodies.back(), eventWith({1}));
    }

    void isRemoved()
    {
        QVERIFY(put("t", make("t")).ok());
        Result<TriggerReport> removed = Error::internal();
        m_triggers->remove("t", [&removed](auto report) { removed = std::move(report); });
        settle();
        QVERIFY(removed.ok());
        QVERIFY(list().empty());
        m_stream.append(1, 0);
        settle();
        QVERIFY(m_http->bodies.empty());
        m_triggers->remove("t", [&removed](auto report) { removed = std::move(report); });
        settle();
        QVERIFY(removed.error().code == ErrorCode::ResourceNotFound);
        m_triggers->stop();
        open();
        QVERIFY(list().empty());
    }

    // What is written after the answer is delivered, also by the next process.
    void latestIsWhereTheStreamEndedWhenItWasMade()
    {
        m_stream.append(1, 0);
        const auto atLatest = [](Trigger &t) { t.start.kind = StartPoint::Kind::Latest; };
        m_triggers->put("t", make("t", atLatest), [this](auto) { m_stream.append(1, 0); });
        settle();
        QCOMPARE(m_http->bodies, std::vector<std::string>{eventWith({1})});
        m_triggers->put("u", make("u", atLatest), [](auto) {});
        m_home->runAll(); // killed before the pump was stepped
        m_stream.append(1, 0);
        m_http = std::make_unique<HeldReplies>();
        open();
        QCOMPARE(m_http->bodies.back(), eventWith({2}));
    }

    void removalEndsADeliveryThatHangs()
    {
        QVERIFY(put("t", make("t")).ok());
        m_stream.append(1, 0);
        settle();
        m_triggers->remove("t", [](auto) {});
        settle();
        QVERIFY(!m_http->stops.back().stop_requested()); // it may end by itself
        QVERIFY(put("t", make("t")).error().code == ErrorCode::ResourceInUse);
        m_clock->advance(2'000'000);
        settle();
        m_http->endWhatIsStopped();
        settle();
        QVERIFY(put("t", make("t")).ok());
    }

    void anotherFunctionNeedNotWaitForOneThatHangs()
    {
        QVERIFY(put("t", make("t")).ok());
        m_stream.append(1, 0);
        settle();
        QVERIFY(put("t", make("t", [](Trigger &t) { t.isEnabled = false; })).ok());
        m_clock->advance(10'000'000);
        settle();
        QVERIFY(!m_http->stops.back().stop_requested()); // pausing lets a batch end
        const auto other = put("t", make("t", [](Trigger &t) {
                                   t.isEnabled = true;
                                   t.target.url = "http://127.0.0.1:2/";
                               }));
        QVERIFY(other.ok() && other->state.status == TriggerState::Status::Running);
        m_clock->advance(2'000'000);
        settle();
        m_http->endWhatIsStopped();
        settle();
        QCOMPARE(m_http->bodies, (std::vector<std::string>{eventWith({0}), eventWith({0})}));
    }

    void putsWhatItGaveUpIntoAFile()
    {
        const auto change = [](Trigger &t) {
            t.maxRetryAttempts = 0;
            t.onFailure.file = "lost.jsonl";
        };
        QVERIFY(put("t", make("t", change)).ok());
        for (int i = 0; i < 2; ++i) {
            m_stream.append(1, 0);
            settle();
            m_http->answer(500);
            settle();
        }
        const auto text = m_files->readFile("/w/triggers/failures/lost.jsonl");
        QVERIFY(text.ok());
        QCOMPARE(std::count(text->begin(), text->end(), '\n'), std::ptrdiff_t(2));
        QVERIFY(text->find("\"condition\":\"RetryAttemptsExhausted\",\"approximateInvokeCount\":1") != std::string::npos);
        QVERIFY(text->find("answered 500") != std::string::npos);
        QVERIFY(text->find("\"payload\":" + eventWith({1})) != std::string::npos);
    }

    void aDamagedFileIsNamed()
    {
        m_triggers->stop();
        QVERIFY(m_files->replaceFile("/w/triggers/bad.json", "{").ok() || m_files->createDirectories("/w/triggers").ok());
        QVERIFY(m_files->replaceFile("/w/triggers/bad.json", "{").ok());
        const auto opened = Triggers::open(options());
        QVERIFY(!opened.ok());
        QVERIFY(opened.error().code == ErrorCode::Corruption);
        QVERIFY(opened.error().message.find("/w/triggers/bad.json") != std::string::npos);
    }

    void answersAfterItsEnd()
    {
        m_triggers->stop();
        QVERIFY(put("t", make("t")).error().code == ErrorCode::ShuttingDown);
    }

    // On a thread of its own: comes to an end with a delivery that never does.
    void stopsAThreadOfItsOwn()
    {
        TriggersOptions threaded = options();
        threaded.home = nullptr;
        threaded.clock = systemClock();
        auto triggers = Triggers::open(std::move(threaded));
        QVERIFY(triggers.ok());
        (*triggers)->start();
        std::atomic<bool> isMade{false};
        (*triggers)->put("t", make("t"), [&isMade](auto report) { isMade = report.ok(); });
        QTRY_VERIFY(isMade);
        (*triggers)->stop();
        QVERIFY(m_files->readFile("/w/triggers/t.json").ok());
    }

private:
    TriggersOptions options()
    {
        TriggersOptions options;
        options.files = m_files.get();
        options.directory = "/w";
        options.feeds = &m_stream;
        options.carriers.http = m_http.get();
        options.clock = m_clock;
        options.home = m_home;
        return options;
    }
    void open()
    {
        m_triggers = nullptr;
        m_home = std::make_shared<ManualExecutor>();
        auto opened = Triggers::open(options());
        QVERIFY(opened.ok());
        m_triggers = std::move(*opened);
        settle();
    }
    void settle()
    {
        for (int i = 0; i < 20; ++i) {
            m_home->runAll();
            m_triggers->step();
        }
    }
    Result<TriggerReport> put(const std::string &name, Triggers::Edit edit)
    {
        Result<TriggerReport> result = Error::internal();
        m_triggers->put(name, std::move(edit), [&result](auto report) { result = std::move(report); });
        settle();
        return result;
    }
    std::vector<TriggerReport> list()
    {
        std::vector<TriggerReport> reports;
        m_triggers->list([&reports](auto all) { reports = std::move(*all); });
        settle();
        return reports;
    }

    std::shared_ptr<FaultyFileLayer> m_files;
    FakeStream m_stream;
    std::unique_ptr<HeldReplies> m_http;
    std::shared_ptr<ManualClock> m_clock = std::make_shared<ManualClock>();
    std::shared_ptr<ManualExecutor> m_home;
    std::unique_ptr<Triggers> m_triggers;
};

QTEST_GUILESS_MAIN(TestTriggers)
#include "tst_triggers.moc"
