#include <QTest>
#include <QThread>

#include "api/list_tables.h"
#include "bridge/service_client.h"

using namespace stator;
using namespace stator::ui;

namespace {

// Answers ListTables when told to, on the thread that tells it.
class HeldService : public service::Service {
public:
    void listTables(api::ListTablesRequest request, service::Call call,
                    Completion<api::ListTablesResponse> done) override
    {
        regions.push_back(call.region);
        stops.push_back(call.stop);
        requests.push_back(std::move(request));
        waiting.push_back(std::move(done));
    }

    void answer(std::size_t index, std::string table)
    {
        api::ListTablesResponse response;
        response.tableNames = {std::move(table)};
        waiting.at(index)(std::move(response));
    }

    std::vector<std::string> regions;
    std::vector<std::stop_token> stops;
    std::vector<api::ListTablesRequest> requests;
    std::vector<Completion<api::ListTablesResponse>> waiting;
};

} // namespace

class TestServiceClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service = std::make_shared<HeldService>();
        m_executor = std::make_shared<ManualExecutor>();
        m_client = ServiceClient(m_service, m_executor, "eu-west-1");
        m_answers.clear();
    }

    void asksOnTheExecutorAndAnswersOnTheEventLoop()
    {
        ask(this);
        QCOMPARE(m_service->waiting.size(), 0U);
        m_executor->runAll();
        QCOMPARE(m_service->regions, std::vector<std::string>{"eu-west-1"});
        m_service->answer(0, "Shop");
        QVERIFY(m_answers.isEmpty());
        QTRY_COMPARE(m_answers, QStringList(u"Shop"_qs));
    }

    void answersFromAnotherThreadArriveHere()
    {
        QThread *seen = nullptr;
        m_client.run(this, api::ListTablesRequest(),
                     [&](Result<api::ListTablesResponse>) { seen = QThread::currentThread(); });
        m_executor->runAll();
        std::thread other([this] { m_service->answer(0, "Shop"); });
        other.join();
        QTRY_COMPARE(seen, QThread::currentThread());
    }

    void dropsTheAnswerOfADeadContext()
    {
        auto context = std::make_unique<QObject>();
        ask(context.get());
        ask(this);
        m_executor->runAll();
        context.reset();
        m_service->answer(0, "dead");
        m_service->answer(1, "alive");
        QTRY_COMPARE(m_answers, QStringList(u"alive"_qs));
    }

    void dropsAllButTheNewestOfASlot()
    {
        RequestSlot slot;
        ask(this, slot);
        ask(this, slot);
        m_executor->runAll();
        QVERIFY(m_service->stops.at(0).stop_requested());
        QVERIFY(!m_service->stops.at(1).stop_requested());
        m_service->answer(1, "new");
        m_service->answer(0, "old");
        QTRY_COMPARE(m_answers, QStringList(u"new"_qs));
        ask(this, slot);
        m_executor->runAll();
        m_service->answer(2, "newer");
        QTRY_COMPARE(m_answers, QStringList({u"new"_qs, u"newer"_qs}));
    }

    void computesOffTheGuiThread()
    {
        RequestSlot slot;
        int answer = 0;
        m_client.compute(
            this, slot, [](std::stop_token) { return 42; }, [&](int value) { answer = value; });
        QCOMPARE(answer, 0);
        m_executor->runAll();
        QTRY_COMPARE(answer, 42);
    }

    void answersWithAnErrorWithoutAService()
    {
        m_client = ServiceClient();
        bool isError = false;
        m_client.run(this, api::ListTablesRequest(),
                     [&](Result<api::ListTablesResponse> result) { isError = !result.ok(); });
        QTRY_VERIFY(isError);
    }

private:
    auto keep()
    {
        return [this](Result<api::ListTablesResponse> result) {
            m_answers.append(QString::fromStdString(result->tableNames->front()));
        };
    }
    void ask(QObject *context) { m_client.run(context, api::ListTablesRequest(), keep()); }
    void ask(QObject *context, RequestSlot &slot)
    {
        m_client.run(context, slot, api::ListTablesRequest(), keep());
    }

    std::shared_ptr<HeldService> m_service;
    std::shared_ptr<ManualExecutor> m_executor;
    ServiceClient m_client;
    QStringList m_answers;
};

QTEST_MAIN(TestServiceClient)
#include "tst_service_client.moc"
