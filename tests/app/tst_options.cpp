#include "common/options.h"

#include <QtTest/QTest>

using namespace stator;
using namespace stator::app;

namespace {

Result<ProgramOptions> parse(std::vector<const char *> arguments, Program program = Program::Server)
{
    return parseOptions(program, arguments);
}

} // namespace

class TestOptions : public QObject {
    Q_OBJECT

private slots:
    void defaultsAreTheContracts()
    {
        const auto options = parse({});
        QVERIFY(options.ok());
        QCOMPARE(options->host, std::string("127.0.0.1"));
        QCOMPARE(options->port, 8000);
        QCOMPARE(options->regions, std::vector<std::string>{"us-east-1"});
        QVERIFY(options->sync == SyncChoice::Interval);
        QVERIFY(!options->inMemory);
        QVERIFY(options->workspace.empty());
        QVERIFY(!options->zones);
        QVERIFY(!options->allowPrograms);
    }

    void readsEveryFlag()
    {
        const auto options =
            parse({"--workspace", "/w", "--port=0", "--host", "localhost", "--region", "eu-west-1", "--region=local",
                   "--zones", "1", "--sync", "always", "--auth", "any", "--cors", "https://a.example", "--cors",
                   "https://b.example", "--allow-host", "a", "--allow-programs",
                   "--kinesis-endpoint", "http://127.0.0.1:4567", "--cache-mb", "64", "--table-delay", "250", "--test-clock", "--log-level", "debug"});
        QVERIFY2(options.ok(), options.ok() ? "" : options.error().message.c_str());
        QCOMPARE(options->workspace, std::string("/w"));
        QCOMPARE(options->port, 0);
        QCOMPARE(options->host, std::string("localhost"));
        QCOMPARE(options->regions, (std::vector<std::string>{"eu-west-1", "local"}));
        QVERIFY(options->zones == 1u);
        QVERIFY(options->sync == SyncChoice::Always);
        QCOMPARE(options->corsOrigins, (std::vector<std::string>{"https://a.example", "https://b.example"}));
        QCOMPARE(options->allowHosts, std::vector<std::string>{"a"});
        QVERIFY(options->allowPrograms);
        QCOMPARE(options->kinesisEndpoint, std::string("http://127.0.0.1:4567"));
        QVERIFY(options->cacheMegabytes == 64u);
        QVERIFY(options->tableDelayMs == 250);
        QVERIFY(options->hasTestClock);
        QVERIFY(options->logLevel == LogLevel::Debug);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArrayList>("arguments");
        QTest::addColumn<QByteArray>("named"); // what the sentence must name
        const auto row = [](const char *name, const QByteArrayList &arguments, const char *named) {
            QTest::newRow(name) << arguments << QByteArray(named);
        };
        row("an unknown flag", {"--what"}, "--what");
        row("a stray word", {"word"}, "word");
        row("a missing value", {"--port"}, "--port");
        row("an empty value", {"--workspace="}, "--workspace");
        row("a value too many", {"--in-memory=yes"}, "--in-memory");
        row("a port beyond all", {"--port", "65536"}, "--port");
        row("a port that is none", {"--port", "80x"}, "--port");
        row("a negative port", {"--port", "-1"}, "--port");
        row("an unknown sync", {"--sync", "often"}, "--sync");
        row("an unknown region", {"--region", "../x"}, "../x");
        row("two zones", {"--zones", "2"}, "--zones");
        row("both places", {"--workspace", "/w", "--in-memory"}, "--in-memory");
        row("a window's flag", {"--no-endpoint"}, "--no-endpoint");
        // What comes later is refused by name.
        row("three zones", {"--zones", "3"}, "--zones 3");
        row("zone-dir", {"--zone-dir", "/d"}, "--zone-dir");
        row("tls", {"--tls"}, "--tls");
        row("tls-cert", {"--tls-cert", "f"}, "--tls-cert");
        row("tls-key", {"--tls-key", "f"}, "--tls-key");
        row("signed", {"--auth", "signed"}, "--auth signed");
        row("encrypt", {"--encrypt"}, "--encrypt");
        row("key-file", {"--key-file", "f"}, "--key-file");
        row("verify-backup", {"--verify-backup", "f"}, "--verify-backup");
        row("no web address", {"--kinesis-endpoint", "localhost:4567"}, "--kinesis-endpoint");
        row("another address", {"--host", "0.0.0.0"}, "--auth signed");
    }
    void refuses()
    {
        QFETCH(QByteArrayList, arguments);
        QFETCH(QByteArray, named);
        std::vector<const char *> words;
        for (const QByteArray &argument : arguments)
            words.push_back(argument.constData());
        const auto options = parse(words);
        QVERIFY(!options.ok());
        QVERIFY(options.error().code == ErrorCode::Validation);
        QVERIFY2(options.error().message.find(named.toStdString()) != std::string::npos,
                 options.error().message.c_str());
    }

    void theWindowHasMore()
    {
        const auto options =
            parse({"--no-endpoint", "--open", "table:Music", "--screenshots", "/s"}, Program::Window);
        QVERIFY(options.ok());
        QVERIFY(!options->withEndpoint);
        QCOMPARE(options->openView, std::string("table:Music"));
        QCOMPARE(options->screenshotsDirectory, std::string("/s"));
        QVERIFY(!parse({"--open", "Music"}, Program::Window).ok());
    }

    void helpNamesEveryFlagOfTheProgram()
    {
        const std::string server = helpText(Program::Server);
        for (const char *flag : {"--workspace", "--in-memory", "--port", "--host", "--region", "--zones", "--zone-dir",
                                 "--sync", "--tls", "--tls-cert", "--tls-key", "--auth", "--encrypt", "--key-file",
                                 "--cors", "--allow-host", "--allow-programs", "--kinesis-endpoint", "--table-delay", "--test-clock",
                                 "--log-level", "--verify-backup", "--version", "--help"})
            QVERIFY2(server.find(std::string("  ") + flag + " ") != std::string::npos, flag);
        QVERIFY(server.find("--no-endpoint") == std::string::npos);
        QVERIFY(helpText(Program::Window).find("--no-endpoint") != std::string::npos);
    }

    void errorsHaveTheirExitCodes()
    {
        QVERIFY(exitCodeFor(Error::locked("")) == ExitCode::Locked);
        QVERIFY(exitCodeFor(Error::corruption("")) == ExitCode::Damaged);
        QVERIFY(exitCodeFor(Error::newerFormat("")) == ExitCode::NewerFormat);
        QVERIFY(exitCodeFor(Error::validation("")) == ExitCode::Usage);
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
