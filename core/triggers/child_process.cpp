#include "triggers/child_process.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" {
#include <sys/pidfd.h> // glibc 2.36 forgot that C++ reads it too
}

extern char **environ;

namespace stator::triggers {

namespace {

struct Pipe {
    Descriptor read;
    Descriptor write;

    static Result<Pipe> make()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            return Error::io(fmt::format("No pipe for a program: {}", std::strerror(errno)));
        Pipe pipe;
        pipe.read = Descriptor(ends[0]);
        pipe.write = Descriptor(ends[1]);
        return pipe;
    }
};

void setNonBlocking(int fd)
{
    ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
}

// Where PATH says the program is; looked up here, as the child may only make system calls.
Result<std::string> findProgram(const std::string &name)
{
    if (name.find('/') != std::string::npos)
        return name;
    const char *path = std::getenv("PATH");
    std::string_view places = path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
    while (!places.empty()) {
        const std::size_t colon = places.find(':');
        const std::string_view place = places.substr(0, colon);
        const std::string candidate = (place.empty() ? "." : std::string(place)) + "/" + name;
        if (::access(candidate.c_str(), X_OK) == 0)
            return candidate;
        places.remove_prefix(colon == std::string_view::npos ? places.size() : colon + 1);
    }
    return Error::io(fmt::format("There is no program {} in PATH", name));
}

std::vector<std::string> environmentOf(const ProgramRun &run)
{
    std::vector<std::string> lines;
    for (char **line = environ; line != nullptr && *line != nullptr; ++line) {
        const std::string_view text(*line);
        const std::string_view name = text.substr(0, text.find('='));
        const bool isReplaced = std::any_of(run.environment.begin(), run.environment.end(),
                                            [name](const auto &entry) { return entry.first == name; });
        if (!isReplaced)
            lines.emplace_back(text);
    }
    for (const auto &[name, value] : run.environment)
        lines.push_back(name + "=" + value);
    return lines;
}

std::vector<char *> pointersTo(std::vector<std::string> &texts)
{
    std::vector<char *> pointers;
    for (std::string &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

// Everything the child needs, made before it is.
struct Launch {
    const char *program = nullptr;
    char *const *arguments = nullptr;
    char *const *environment = nullptr;
    int input = -1;
    int output = -1;
    int errors = -1;
    rlim_t memoryBytes = 0;
};

// Runs in the child, which shares the parent's memory until exec: system calls only, nothing is changed.
[[noreturn]] void becomeProgram(const Launch &launch, volatile int &failure)
{
    struct sigaction plain {};
    plain.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; ++signal)
        ::sigaction(signal, &plain, nullptr); // those that cannot be set fail, and that is fine
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit memory{launch.memoryBytes, launch.memoryBytes};
    ::setrlimit(RLIMIT_DATA, &memory);
    const rlimit nothing{0, 0};
    ::setrlimit(RLIMIT_CORE, &nothing);
    if (::dup2(launch.input, 0) == 0 && ::dup2(launch.output, 1) == 1 && ::dup2(launch.errors, 2) == 2) {
        ::close_range(3, ~0U, 0); // a library's descriptors too
        ::execve(launch.program, launch.arguments, launch.environment);
    }
    failure = errno;
    ::_exit(127);
}

// Memory is shared instead of copied: copying the page tables of an engine with large caches takes milliseconds.
[[gnu::noinline]] pid_t launchChild(const Launch &launch, volatile int &failure)
{
    const pid_t pid = ::vfork();
    if (pid == 0)
        becomeProgram(launch, failure);
    return pid;
}

} // namespace

void Descriptor::reset()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

ChildProcess::ChildProcess(ChildProcess &&other) noexcept
    : input(std::move(other.input)), output(std::move(other.output)), errors(std::move(other.errors)),
      m_pid(std::exchange(other.m_pid, 0)), m_exit(std::move(other.m_exit))
{
}

ChildProcess::~ChildProcess()
{
    if (m_pid == 0)
        return;
    killGroup();
    reap();
}

Result<ChildProcess> ChildProcess::start(const ProgramRun &run)
{
    STATOR_ASSERT(!run.arguments.empty());
    STATOR_TRY(const std::string program, findProgram(run.arguments.front()));
    std::vector<std::string> arguments = run.arguments;
    std::vector<std::string> environment = environmentOf(run);
    const std::vector<char *> argumentPointers = pointersTo(arguments);
    const std::vector<char *> environmentPointers = pointersTo(environment);
    STATOR_TRY(Pipe input, Pipe::make());
    STATOR_TRY(Pipe output, Pipe::make());
    STATOR_TRY(Pipe errors, Pipe::make());
    Launch launch;
    launch.program = program.c_str();
    launch.arguments = argumentPointers.data();
    launch.environment = environmentPointers.data();
    launch.input = input.read.get();
    launch.output = output.write.get();
    launch.errors = errors.write.get();
    launch.memoryBytes = run.memoryBytes;

    // No handler of ours may run in the child while it shares our memory.
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    volatile int failure = 0;
    const pid_t pid = launchChild(launch, failure);
    const int error = pid < 0 ? errno : failure;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);

    if (pid < 0)
        return Error::io(fmt::format("{} could not be started: {}", run.arguments.front(), std::strerror(error)));
    ChildProcess child;
    child.m_pid = pid;
    if (error != 0)
        return Error::io(fmt::format("{} could not be started: {}", run.arguments.front(), std::strerror(error)));
    child.m_exit = Descriptor(::pidfd_open(pid, 0));
    if (!child.m_exit.isOpen())
        return Error::io(fmt::format("{} cannot be watched: {}", run.arguments.front(), std::strerror(errno)));
    child.input = std::move(input.write);
    child.output = std::move(output.read);
    child.errors = std::move(errors.read);
    for (const Descriptor *end : {&child.input, &child.output, &child.errors})
        setNonBlocking(end->get());
    return child;
}

void ChildProcess::killGroup()
{
    if (m_pid != 0)
        ::kill(-m_pid, SIGKILL);
}

// The leader is not reaped yet, so its number, which is the group's too, cannot be another's.
ChildProcess::Ending ChildProcess::reap()
{
    killGroup();
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = 0;
    Ending ending;
    if (WIFSIGNALED(status))
        ending.signal = WTERMSIG(status);
    else
        ending.exitCode = WEXITSTATUS(status);
    return ending;
}

} // namespace stator::triggers
