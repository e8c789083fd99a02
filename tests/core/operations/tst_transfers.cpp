// Goal: money moved between accounts by concurrent transactions is neither made nor lost, and nobody who
// reads the accounts together sees half a transfer. Every transfer is sent twice with one token, which must
// not move it twice. Not covered: power loss (the durability tests).
#include <QtTest/QTest>

#include <array>
#include <atomic>
#include <future>
#include <thread>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include "api/error_reply.h"
#include "base/executor.h"
#include "base/memory_file_layer.h"
#include "base/random.h"
#include "engine/open_region.h"
#include "operations/embedded_service.h"
#include "service/dispatch.h"
#include "support/json_text.h"
#include "zones/group.h"

using namespace stator;

namespace {

constexpr int kAccounts = 6;
constexpr int kBalance = 100;
constexpr int kThreads = 4;
constexpr int kTransfers = 150;

class OneRegion final : public operations::RegionProvider {
public:
    OneRegion() : m_background("background", 1)
    {
        m_background.start();
        engine::RegionOptions options;
        options.workspaceId = "3f6c1a52-6a64-4f6e-9f53-6d7c6a3a1c11";
        options.files = makeMemoryFileLayer();
        options.directory = "/region";
        options.sync = zones::SyncMode::Always; // so that groups, latches and syncs all come into it
        options.background = &m_background;
        auto opened = engine::openRegion(std::move(options));
        if (!opened.ok())
            qFatal("openRegion: %s", opened.error().message.c_str());
        m_region = std::move(opened).value();
    }
    ~OneRegion() override
    {
        if (const auto stopped = m_region->stop(); !stopped.ok())
            qFatal("stop: %s", stopped.error().message.c_str());
        m_background.stop();
    }

    engine::Region *find(std::string_view) override { return m_region.get(); }
    Result<engine::Region *> make(std::string_view) override { return m_region.get(); }

private:
    ThreadPool m_background;
    std::unique_ptr<engine::Region> m_region;
};

class Bank {
public:
    // The reply, or the error's body. `json` is written with single quotes.
    QJsonObject ask(const char *operation, const std::string &json)
    {
        std::promise<std::string> answer;
        service::dispatch(m_service, std::string("DynamoDB_20120810.") + operation, tests::jsonText(json), {},
                          [&](Result<std::string> result) {
                              answer.set_value(result.ok() ? std::move(*result)
                                                           : api::errorReply(result.error()).body);
                          });
        return QJsonDocument::fromJson(QByteArray::fromStdString(answer.get_future().get())).object();
    }

private:
    OneRegion m_region;
    operations::EmbeddedService m_service{{&m_region, nullptr, systemClock(), "000000000000"}};
};

std::string keyOf(int account)
{
    return "'TableName':'accounts','Key':{'id':{'N':'" + std::to_string(account) + "'}}";
}

std::string transfer(int from, int to, int amount, const std::string &token)
{
    const std::string values = "'ExpressionAttributeValues':{':n':{'N':'" + std::to_string(amount) + "'}}";
    return "{'ClientRequestToken':'" + token + "','TransactItems':[{'Update':{" + keyOf(from) +
           ",'UpdateExpression':'SET balance = balance - :n','ConditionExpression':'balance >= :n'," +
           values + "}},{'Update':{" + keyOf(to) + ",'UpdateExpression':'ADD balance :n'," + values + "}}]}";
}

std::string everyAccount()
{
    std::string gets;
    for (int account = 0; account < kAccounts; ++account)
        gets += (account ? ",{'Get':{" : "{'Get':{") + keyOf(account) + "}}";
    return "{'TransactItems':[" + gets + "]}";
}

int balanceOf(const QJsonValue &item)
{
    return item["balance"]["N"].toString().toInt();
}

// The sum over a reply to everyAccount(); -1 if an account is overdrawn.
int sumOf(const QJsonArray &responses)
{
    int sum = 0;
    for (const QJsonValue response : responses) {
        const int balance = balanceOf(response["Item"]);
        if (balance < 0)
            return -1;
        sum += balance;
    }
    return sum;
}

// Sends a transfer until it is through or refused for lack of money; true if it is through.
bool settle(Bank &bank, const std::string &request)
{
    for (;;) {
        const QJsonObject reply = bank.ask("TransactWriteItems", request);
        if (reply.isEmpty())
            return true;
        if (reply["CancellationReasons"][0]["Code"] == QLatin1String("ConditionalCheckFailed"))
            return false;
        if (!reply.contains("CancellationReasons") &&
            !reply["__type"].toString().endsWith("TransactionInProgressException"))
            qFatal("%s", QJsonDocument(reply).toJson().constData());
    }
}

} // namespace

class TestTransfers : public QObject {
    Q_OBJECT

private slots:
    void sumsHold_data();
    void sumsHold();
};

void TestTransfers::sumsHold_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 3; ++seed)
        QTest::newRow(("seed " + std::to_string(seed)).c_str()) << seed;
}

void TestTransfers::sumsHold()
{
    QFETCH(const int, seed);
    Bank bank;
    bank.ask(
        "CreateTable",
        "{'TableName':'accounts','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[{'AttributeName':"
        "'id','AttributeType':'N'}],'KeySchema':[{'AttributeName':'id','KeyType':'HASH'}]}");
    for (int account = 0; account < kAccounts; ++account)
        QVERIFY(bank.ask("PutItem", "{'TableName':'accounts','Item':{'id':{'N':'" + std::to_string(account) +
                                        "'},'balance':{'N':'" + std::to_string(kBalance) + "'}}}")
                    .isEmpty());

    std::atomic<bool> isRunning{true};
    std::atomic<int> torn{0};
    std::thread reader([&] {
        while (isRunning) {
            const QJsonObject reply = bank.ask("TransactGetItems", everyAccount());
            if (reply.contains("Responses") && sumOf(reply["Responses"].toArray()) != kAccounts * kBalance)
                ++torn;
        }
    });
    std::array<std::atomic<int>, kAccounts> moved{};
    std::vector<std::thread> tellers;
    for (int teller = 0; teller < kThreads; ++teller)
        tellers.emplace_back([&, teller] {
            SeededRandom random(static_cast<std::uint64_t>(seed * 100 + teller));
            for (int i = 0; i < kTransfers; ++i) {
                const int from = static_cast<int>(random.below(kAccounts));
                const int to = (from + 1 + static_cast<int>(random.below(kAccounts - 1))) % kAccounts;
                const int amount = 1 + static_cast<int>(random.below(60));
                const std::string token = std::to_string(teller) + '-' + std::to_string(i);
                const std::string request = transfer(from, to, amount, token);
                if (!settle(bank, request))
                    continue;
                settle(bank, request);
                moved[static_cast<std::size_t>(from)] -= amount;
                moved[static_cast<std::size_t>(to)] += amount;
            }
        });
    for (auto &teller : tellers)
        teller.join();
    isRunning = false;
    reader.join();

    QCOMPARE(torn.load(), 0);
    const QJsonArray accounts = bank.ask("TransactGetItems", everyAccount())["Responses"].toArray();
    QCOMPARE(sumOf(accounts), kAccounts * kBalance);
    // Each account holds exactly what the tellers were told.
    for (int account = 0; account < kAccounts; ++account)
        QCOMPARE(balanceOf(accounts[account]["Item"]),
                 kBalance + moved[static_cast<std::size_t>(account)].load());
}

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
