// Real programs: well behaved ones, and those that hang, flood, crash, eat memory and leave children behind.
#include <QtTest/QTest>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <future>

#include <QtCore/QTemporaryDir>

#include "triggers/local_program_runner.h"

using namespace stator;
using namespace stator::triggers;

namespace {

ProgramRun shell(const std::string &script)
{
    ProgramRun run;
    run.arguments = {"/bin/sh", "-c", script};
    run.timeoutMs = 30'000;
    return run;
}

std::size_t openDescriptors()
{
    std::size_t count = 0;
    for ([[maybe_unused]] const auto &entry : std::filesystem::directory_iterator("/proc/self/fd"))
        ++count;
    return count;
}

// A process that was killed but not yet collected is as good as gone.
bool isAlive(int pid)
{
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string text((std::istreambuf_iterator<char>(stat)), {});
    const std::size_t end = text.rfind(')');
    return end != std::string::npos && end + 2 < text.size() && text[end + 2] != 'Z' && text[end + 2] != 'X';
}

} // namespace

class TestLocalProgramRunner : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("The thread sanitizer makes vfork a fork: a program that cannot be started is not heard of.");
#endif
    }
    void init()
    {
        m_runner = std::make_unique<LocalProgramRunner>();
        m_runner->start();
    }
    void cleanup() { m_runner.reset(); }

    void handsOverInputAndTakesOutput()
    {
        ProgramRun run = shell("cat; echo problem >&2; exit 3");
        run.input = std::string(3'000'000, 'x') + "end";
        const Result<ProgramOutcome> outcome = wait(run);
        QVERIFY(outcome.ok());
        QCOMPARE(outcome->exitCode, 3);
        QCOMPARE(outcome->signal, 0);
        QVERIFY(outcome->output == run.input);
        QCOMPARE(outcome->errors, std::string("problem\n"));
        QVERIFY(!outcome->isTimedOut);
    }

    void findsProgramsInThePath()
    {
        ProgramRun run;
        run.arguments = {"echo", "a b", "", "$HOME"};
        const Result<ProgramOutcome> outcome = wait(run);
        QVERIFY(outcome.ok());
        QCOMPARE(outcome->output, std::string("a b  $HOME\n"));
    }

    void saysWhatCannotBeStarted_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("reason");
        QTest::newRow("not in the path") << "no-such-program-anywhere" << "no program no-such-program-anywhere in PATH";
        QTest::newRow("no such file") << "/no/such/program" << "No such file or directory";
        QTest::newRow("a directory") << "/tmp" << "Permission denied";
    }

    void saysWhatCannotBeStarted()
    {
        QFETCH(const QString, program);
        QFETCH(const QString, reason);
        ProgramRun run;
        run.arguments = {program.toStdString()};
        const Result<ProgramOutcome> outcome = wait(run);
        QVERIFY(!outcome.ok());
        QVERIFY2(outcome.error().message.find(reason.toStdString()) != std::string::npos,
                 outcome.error().message.c_str());
    }

    void addsToTheEnvironment()
    {
        ProgramRun run = shell("echo $STATOR_TRIGGER:$AWS_REGION:${PATH:+path}");
        run.environment = {{"STATOR_TRIGGER", "t"}, {"AWS_REGION", "eu-west-1"}};
        QCOMPARE(wait(run)->output, std::string("t:eu-west-1:path\n"));
    }

    void killsAProgramThatHangs()
    {
        ProgramRun run = shell("echo $$; trap '' TERM INT HUP; while :; do sleep 1000; done");
        run.timeoutMs = 200;
        const Result<ProgramOutcome> outcome = wait(run);
        QVERIFY(outcome.ok());
        QVERIFY(outcome->isTimedOut);
        QCOMPARE(outcome->signal, SIGKILL);
        QVERIFY(!isAlive(std::stoi(outcome->output)));
    }

    void readsAFloodAndKeepsItsBeginning()
    {
        ProgramRun run = shell("echo first; head -c 20000000 /dev/zero; head -c 20000000 /dev/zero >&2");
        run.maxOutputBytes = 1000;
        const Result<ProgramOutcome> outcome = wait(run);
        QVERIFY(outcome.ok());
        QCOMPARE(outcome->exitCode, 0);
        QCOMPARE(outcome->output.size(), std::size_t(1000));
        QCOMPARE(outcome->output.substr(0, 6), std::string("first\n"));
        QCOMPARE(outcome->outputBytes, std::uint64_t(20'000'006));
        QCOMPARE(outcome->errorBytes, std::uint64_t(20'000'000));
    }

    // Children hold the pipes open; nobody waits for them, and nothing is left of them.
    void leavesNoChildrenBehind()
    {
        const Result<ProgramOutcome> outcome = wait(shell("sleep 1000 & echo $!; exit 0"));
        QVERIFY(outcome.ok());
        QCOMPARE(outcome->exitCode, 0);
        QTRY_VERIFY(!isAlive(std::stoi(outcome->output)));
    }

    void boundsMemory()
    {
        ProgramRun run;
        run.arguments = {"python3", "-c", "x = bytearray(512 << 20); print(len(x))"};
        QCOMPARE(wait(run)->exitCode, 0);
        run.memoryBytes = 128 << 20;
        const Result<ProgramOutcome> outcome = wait(run);
        QVERIFY(outcome.ok());
        QVERIFY(outcome->exitCode != 0 || outcome->signal != 0);
        QVERIFY(outcome->errors.find("MemoryError") != std::string::npos);
    }

    void aProgramNeedNotReadItsInput()
    {
        ProgramRun run = shell("exec 0<&-; sleep 0.05; exit 0");
        run.input = std::string(1'000'000, 'x');
        const Result<ProgramOutcome> outcome = wait(run);
        QVERIFY(outcome.ok());
        QCOMPARE(outcome->exitCode, 0);
    }

    void tellsWhichSignalEndedIt()
    {
        QCOMPARE(wait(shell("kill -SEGV $$"))->signal, SIGSEGV);
    }

    // Signals that this process ignores or blocks are as they should be in the program.
    void beginsWithPlainSignals()
    {
        std::signal(SIGPIPE, SIG_IGN);
        const Result<ProgramOutcome> outcome = wait(shell("grep -E '^Sig(Ign|Blk)' /proc/self/status"));
        std::signal(SIGPIPE, SIG_DFL);
        QVERIFY(outcome.ok());
        QCOMPARE(outcome->output, std::string("SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n"));
    }

    void handsOnNoDescriptors()
    {
        const QTemporaryDir directory;
        std::ofstream open((directory.path() + "/open").toStdString()); // without O_CLOEXEC
        const Result<ProgramOutcome> outcome = wait(shell("for fd in /proc/$$/fd/*; do echo -n ${fd##*/}.; done"));
        QVERIFY(outcome.ok());
        QVERIFY2(outcome->output == "0.1.2." || outcome->output == "0.1.2.3.", outcome->output.c_str());
        QVERIFY(outcome->output.find("4") == std::string::npos);
    }

    void leaksNoDescriptors()
    {
        QVERIFY(wait(shell("true")).ok());
        const std::size_t before = openDescriptors();
        for (int i = 0; i < 50; ++i) {
            QVERIFY(wait(shell("true")).ok());
            ProgramRun missing;
            missing.arguments = {"/no/such/program"};
            QVERIFY(!wait(missing).ok());
        }
        // What the first run still holds is closed a moment after its answer, and counts before or not.
        QTRY_VERIFY(openDescriptors() <= before);
    }

    void runsManyAtOnce()
    {
        std::vector<std::promise<Result<ProgramOutcome>>> promises(40);
        for (std::size_t i = 0; i < promises.size(); ++i)
            m_runner->run(shell("read x; echo $x; sleep 0.1"), {}, [&promise = promises[i]](auto outcome) {
                promise.set_value(std::move(outcome));
            });
        for (auto &promise : promises)
            QVERIFY(promise.get_future().get().ok());
    }

    void endsWhenAskedTo()
    {
        std::stop_source stop;
        std::promise<Result<ProgramOutcome>> promise;
        m_runner->run(shell("sleep 1000"), stop.get_token(),
                      [&promise](auto outcome) { promise.set_value(std::move(outcome)); });
        stop.request_stop();
        QVERIFY(promise.get_future().get().error().code == ErrorCode::ShuttingDown);
    }

    void stopKillsWhatRuns()
    {
        const QTemporaryDir directory;
        const std::string file = (directory.path() + "/pid").toStdString();
        std::promise<Result<ProgramOutcome>> promise;
        m_runner->run(shell("echo $$ > " + file + ".new; mv " + file + ".new " + file + "; sleep 1000"), {},
                      [&promise](auto outcome) { promise.set_value(std::move(outcome)); });
        QTRY_VERIFY(std::filesystem::exists(file));
        m_runner->stop();
        QVERIFY(promise.get_future().get().error().code == ErrorCode::ShuttingDown);
        int pid = 0;
        std::ifstream(file) >> pid;
        QVERIFY(pid > 0 && !isAlive(pid));
        QVERIFY(wait(shell("true")).error().code == ErrorCode::ShuttingDown);
    }

private:
    Result<ProgramOutcome> wait(ProgramRun run)
    {
        std::promise<Result<ProgramOutcome>> promise;
        m_runner->run(std::move(run), {}, [&promise](auto outcome) { promise.set_value(std::move(outcome)); });
        return promise.get_future().get();
    }

    std::unique_ptr<LocalProgramRunner> m_runner;
};

QTEST_GUILESS_MAIN(TestLocalProgramRunner)
#include "tst_local_program_runner.moc"
