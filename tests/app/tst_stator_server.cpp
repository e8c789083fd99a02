// Goal: what scripts rely on in stator-server as a process: its one line, its exit codes, its clean stop.
#include <csignal>

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "support/tcp_client.h"

using stator::test::TcpClient;

namespace {

constexpr int kPatience = 60'000;

struct Ended {
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

Ended runToEnd(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(STATOR_SERVER), arguments);
    if (!process.waitForFinished(kPatience))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

// A server that runs until this is gone.
class Running {
public:
    explicit Running(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(STATOR_SERVER), QStringList{QStringLiteral("--port"), QStringLiteral("0")} + arguments);
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
            if (!m_process.waitForReadyRead(kPatience))
                break;
        m_line = m_process.readLine();
        static const QRegularExpression form(QStringLiteral("^stator: listening on http://127\\.0\\.0\\.1:(\\d+)\n$"));
        m_port = static_cast<std::uint16_t>(form.match(QString::fromUtf8(m_line)).captured(1).toUInt());
    }
    ~Running()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished(kPatience);
        }
    }

    std::uint16_t port() const { return m_port; }
    QByteArray line() const { return m_line; }

    Ended stop(int signal)
    {
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
        if (!m_process.waitForFinished(kPatience))
            return {};
        return {m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1,
                m_process.readAllStandardOutput(), m_process.readAllStandardError()};
    }

private:
    QProcess m_process;
    QByteArray m_line;
    std::uint16_t m_port = 0;
};

} // namespace

class TestStatorServer : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_place;

    QStringList in(const char *name) const
    {
        return {QStringLiteral("--workspace"), m_place.filePath(QString::fromUtf8(name))};
    }

private slots:
    void saysOneLineAndAnswers()
    {
        Running server({QStringLiteral("--in-memory")});
        QVERIFY2(server.port() != 0, server.line().constData());
        TcpClient client(server.port());
        QVERIFY(client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        const std::string reply = client.readReply();
        QVERIFY(reply.starts_with("HTTP/1.1 200 OK\r\n"));
        QVERIFY(reply.ends_with("healthy: dynamodb.us-east-1.amazonaws.com "));
    }

    void stopsCleanly_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void stopsCleanly()
    {
        QFETCH(int, signal);
        Running server(in("clean"));
        QVERIFY2(server.port() != 0, server.line().constData());
        TcpClient idle(server.port());
        QVERIFY(idle.isConnected());
        const Ended ended = server.stop(signal);
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.output, QByteArray());
        QCOMPARE(ended.errors, QByteArray());
    }

    void aWorkspaceInUseIsCode3()
    {
        Running server(in("locked"));
        QVERIFY2(server.port() != 0, server.line().constData());
        const Ended second = runToEnd(in("locked") + QStringList{QStringLiteral("--port"), QStringLiteral("0")});
        QCOMPARE(second.code, 3);
        QVERIFY(!second.errors.isEmpty());
        QVERIFY(second.output.isEmpty());
    }

    void aKilledOwnerDoesNotKeepTheLock()
    {
        {
            Running server(in("killed"));
            QVERIFY2(server.port() != 0, server.line().constData());
            QCOMPARE(server.stop(SIGKILL).code, -1);
        }
        Running server(in("killed"));
        QVERIFY2(server.port() != 0, server.line().constData());
    }

    void aDamagedWorkspaceIsCode4()
    {
        QVERIFY(Running(in("damaged")).port() != 0);
        QVERIFY(QDir(m_place.filePath(QStringLiteral("damaged/regions/us-east-1"))).removeRecursively());
        QCOMPARE(runToEnd(in("damaged") + QStringList{QStringLiteral("--port"), QStringLiteral("0")}).code, 4);
    }

    void aTakenPortIsCode5()
    {
        Running server({QStringLiteral("--in-memory")});
        QVERIFY2(server.port() != 0, server.line().constData());
        const Ended second = runToEnd(
            {QStringLiteral("--in-memory"), QStringLiteral("--port"), QString::number(server.port())});
        QCOMPARE(second.code, 5);
        QVERIFY(second.output.isEmpty());
    }

    void aNewerWorkspaceIsCode6()
    {
        QVERIFY(QDir(m_place.path()).mkpath(QStringLiteral("newer")));
        QFile settings(m_place.filePath(QStringLiteral("newer/stator.json")));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("{\"format\": 99}");
        settings.close();
        QCOMPARE(runToEnd(in("newer")).code, 6);
    }

    void usageIsCode2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *arguments : {"--nonsense", "--zones 3", "--zone-dir /d", "--tls", "--tls-cert c --tls-key k",
                                      "--auth signed", "--encrypt", "--key-file f",
                                      "--verify-backup f", "--host 0.0.0.0"})
            QTest::newRow(arguments) << QString::fromUtf8(arguments).split(QLatin1Char(' '));
    }
    void usageIsCode2()
    {
        QFETCH(QStringList, arguments);
        const Ended ended = runToEnd(arguments);
        QCOMPARE(ended.code, 2);
        QVERIFY(ended.output.isEmpty());
        QVERIFY(ended.errors.contains(arguments.front().toUtf8()));
    }

    void theLogLevelDecidesWhatStandardErrorTells_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<QList<QByteArray>>("told");
        QTest::addColumn<QList<QByteArray>>("untold");
        QTest::newRow("warning") << QStringLiteral("warning") << QList<QByteArray>{} << QList<QByteArray>{"info", "debug"};
        QTest::newRow("info") << QStringLiteral("info")
                              << QList<QByteArray>{" info app: Stator ", " info workspace: region us-east-1 opened",
                                                   " info engine: table Music, index byYear: backfill begins",
                                                   " info endpoint: listening on http://127.0.0.1:",
                                                   " info endpoint: stopped", " info workspace: stopped"}
                              << QList<QByteArray>{" debug "};
        QTest::newRow("debug") << QStringLiteral("debug")
                               << QList<QByteArray>{" info endpoint: listening on ", " debug leveldb: "}
                               << QList<QByteArray>{};
    }
    // What clients write and their credentials never appear, at whatever level.
    void theLogLevelDecidesWhatStandardErrorTells()
    {
        QFETCH(QString, level);
        QFETCH(QList<QByteArray>, told);
        QFETCH(QList<QByteArray>, untold);
        Running server(in(("log-" + level.toStdString()).c_str()) + QStringList{QStringLiteral("--log-level"), level});
        QVERIFY2(server.port() != 0, server.line().constData());
        TcpClient client(server.port());
        const auto ask = [&](const std::string &operation, const std::string &body) {
            client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.0\r\n"
                        "X-Amz-Target: DynamoDB_20120810." + operation + "\r\nX-Amz-Date: 20261101T000000Z\r\n"
                        "Authorization: AWS4-HMAC-SHA256 Credential=confidential/20261101/us-east-1/dynamodb/"
                        "aws4_request, SignedHeaders=host, Signature=confidential\r\nContent-Length: " +
                        std::to_string(body.size()) + "\r\n\r\n" + body);
            return client.readReply().starts_with("HTTP/1.1 200 OK\r\n");
        };
        QVERIFY(ask("CreateTable",
                    "{\"TableName\":\"Music\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":[{"
                    "\"AttributeName\":\"pk\",\"AttributeType\":\"S\"}],\"KeySchema\":[{\"AttributeName\":\"pk\","
                    "\"KeyType\":\"HASH\"}]}"));
        QVERIFY(ask("DescribeTable", "{\"TableName\":\"Music\"}")); // answers when the table is there
        QVERIFY(ask("PutItem", "{\"TableName\":\"Music\",\"Item\":{\"pk\":{\"S\":\"confidential\"},"
                               "\"confidential\":{\"S\":\"confidential\"}}}"));
        QVERIFY(ask("UpdateTable",
                    "{\"TableName\":\"Music\",\"AttributeDefinitions\":[{\"AttributeName\":\"year\",\"AttributeType\":\"N\"}],"
                    "\"GlobalSecondaryIndexUpdates\":[{\"Create\":{\"IndexName\":\"byYear\",\"KeySchema\":[{"
                    "\"AttributeName\":\"year\",\"KeyType\":\"HASH\"}],\"Projection\":{\"ProjectionType\":\"ALL\"}}}]}"));
        QVERIFY(!ask("PutItem", "{\"TableName\":\"Music\",\"Item\":{\"confidential\":{\"S\":\"confidential\"}}}"));
        client.send("confidential\r\n\r\n");
        QVERIFY(client.readReply().starts_with("HTTP/1.1 400 "));
        const Ended ended = server.stop(SIGTERM);
        QCOMPARE(ended.code, 0);
        for (const QByteArray &text : told)
            QVERIFY2(ended.errors.contains(text), (text + " is missing in " + ended.errors).constData());
        for (const QByteArray &text : untold)
            QVERIFY2(!ended.errors.contains(text), ended.errors.constData());
        QVERIFY2(!ended.errors.contains("confidential"), ended.errors.constData());
    }

    void saysItsVersion()
    {
        const Ended ended = runToEnd({QStringLiteral("--version")});
        QCOMPARE(ended.code, 0);
        QVERIFY(ended.output.startsWith("stator-server "));
    }
};

QTEST_GUILESS_MAIN(TestStatorServer)
#include "tst_stator_server.moc"
