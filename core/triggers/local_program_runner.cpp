#include "triggers/local_program_runner.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <thread>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "triggers/child_process.h"

namespace stator::triggers {

namespace {

using SteadyClock = std::chrono::steady_clock;

// A stop token cannot wake a poll by itself.
constexpr int kLookMs = 100;

struct Job {
    ProgramRun run;
    std::stop_token stop;
    Completion<ProgramOutcome> done;
};

// A program that runs.
struct Running {
    Running(Job j, ChildProcess c)
        : job(std::move(j)), child(std::move(c)),
          deadline(SteadyClock::now() + std::chrono::milliseconds(job.run.timeoutMs))
    {
    }

    void feed();
    void drain(Descriptor &end, std::string &kept, std::uint64_t &count) const;
    void drainAll()
    {
        drain(child.output, outcome.output, outcome.outputBytes);
        drain(child.errors, outcome.errors, outcome.errorBytes);
    }

    Job job;
    ChildProcess child;
    SteadyClock::time_point deadline;
    std::size_t fed = 0; // bytes of the input
    ProgramOutcome outcome;
};

void Running::feed()
{
    while (child.input.isOpen() && fed < job.run.input.size()) {
        const ssize_t count = ::write(child.input.get(), job.run.input.data() + fed, job.run.input.size() - fed);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN)
            return;
        if (count < 0)
            break; // it does not want the rest
        fed += static_cast<std::size_t>(count);
    }
    child.input.reset();
}

// What floods its output is read all the same, or it would stand still: only the beginning is kept. A round has
// a bound, so that one program cannot keep the thread from the others.
void Running::drain(Descriptor &end, std::string &kept, std::uint64_t &count) const
{
    char block[65536];
    for (int round = 0; end.isOpen() && round < 64; ++round) {
        const ssize_t got = ::read(end.get(), block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && errno == EAGAIN)
            return;
        if (got <= 0) {
            end.reset();
            return;
        }
        count += static_cast<std::uint64_t>(got);
        const std::size_t room = job.run.maxOutputBytes - kept.size();
        kept.append(block, std::min(room, static_cast<std::size_t>(got)));
    }
}

} // namespace

struct LocalProgramRunner::State {
    void loop();
    void begin(Job job);
    void wait();
    // Whether it is over; then it has been answered.
    bool look(Running &running, bool goesOn, SteadyClock::time_point now) const;
    void wake() const
    {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(wakeDescriptor.get(), &one, sizeof one);
    }

    std::thread thread;
    Descriptor wakeDescriptor{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    std::vector<std::unique_ptr<Running>> running; // the thread's own

    std::mutex mutex; // guards what follows
    std::vector<Job> waiting;
    bool isRunning = false;
};

void LocalProgramRunner::State::begin(Job job)
{
    auto child = ChildProcess::start(job.run);
    if (!child.ok())
        return job.done(std::move(child).error());
    running.push_back(std::make_unique<Running>(std::move(job), std::move(*child)));
    running.back()->feed();
}

void LocalProgramRunner::State::wait()
{
    std::vector<pollfd> waits{{wakeDescriptor.get(), POLLIN, 0}};
    auto next = SteadyClock::now() + std::chrono::milliseconds(running.empty() ? 60'000 : kLookMs);
    for (const auto &one : running) {
        waits.push_back({one->child.exitDescriptor(), POLLIN, 0});
        if (one->child.input.isOpen())
            waits.push_back({one->child.input.get(), POLLOUT, 0});
        for (const Descriptor *end : {&one->child.output, &one->child.errors})
            if (end->isOpen())
                waits.push_back({end->get(), POLLIN, 0});
        next = std::min(next, one->deadline);
    }
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(next - SteadyClock::now()).count();
    ::poll(waits.data(), waits.size(), static_cast<int>(std::max<std::int64_t>(left + 1, 0)));
    std::uint64_t count = 0;
    [[maybe_unused]] const auto got = ::read(wakeDescriptor.get(), &count, sizeof count);
}

bool LocalProgramRunner::State::look(Running &one, bool goesOn, SteadyClock::time_point now) const
{
    one.feed();
    one.drainAll();
    pollfd exit{one.child.exitDescriptor(), POLLIN, 0};
    if (::poll(&exit, 1, 0) > 0) {
        const ChildProcess::Ending ending = one.child.reap();
        one.drainAll(); // what its pipes still hold; children that hold them open are dead
        one.outcome.exitCode = ending.exitCode;
        one.outcome.signal = ending.signal;
        one.job.done(std::move(one.outcome));
        return true;
    }
    if (!goesOn || one.job.stop.stop_requested()) {
        one.child.killGroup();
        one.child.reap();
        one.job.done(Error::shuttingDown());
        return true;
    }
    if (now >= one.deadline && !std::exchange(one.outcome.isTimedOut, true)) {
        one.child.killGroup();
        one.deadline = SteadyClock::time_point::max();
    }
    return false;
}

void LocalProgramRunner::State::loop()
{
    // A program that does not read its input must not end us.
    sigset_t brokenPipe;
    ::sigemptyset(&brokenPipe);
    ::sigaddset(&brokenPipe, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &brokenPipe, nullptr);
    while (true) {
        std::vector<Job> fresh;
        bool goesOn = true;
        {
            const std::lock_guard lock(mutex);
            fresh.swap(waiting);
            goesOn = isRunning;
        }
        for (Job &job : fresh)
            begin(std::move(job));
        const auto now = SteadyClock::now();
        for (std::size_t i = 0; i < running.size();) {
            if (look(*running[i], goesOn, now))
                running.erase(running.begin() + static_cast<std::ptrdiff_t>(i));
            else
                ++i;
        }
        if (!goesOn)
            return;
        wait();
    }
}

LocalProgramRunner::LocalProgramRunner() : m_state(std::make_unique<State>()) {}

LocalProgramRunner::~LocalProgramRunner()
{
    stop();
}

void LocalProgramRunner::start()
{
    const std::lock_guard lock(m_state->mutex);
    if (std::exchange(m_state->isRunning, true))
        return;
    m_state->thread = std::thread([this] { m_state->loop(); });
}

void LocalProgramRunner::stop()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->isRunning = false;
    }
    m_state->wake();
    if (m_state->thread.joinable())
        m_state->thread.join();
}

void LocalProgramRunner::run(ProgramRun run, std::stop_token stop, Completion<ProgramOutcome> done)
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->isRunning) {
            m_state->waiting.push_back({std::move(run), std::move(stop), std::move(done)});
            m_state->wake();
            return;
        }
    }
    done(Error::shuttingDown());
}

} // namespace stator::triggers
