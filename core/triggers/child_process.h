// A ChildProcess is a started program: its pipes, its end, its process group.
//
// Every program leads a process group of its own; what is left of the group when the leader ends is killed. It
// is killed too when the thread that started it ends, so no program outlives Stator unwatched. A process that
// leaves the group on purpose (setsid) is on its own.
//
// Threads: one, the one that started it.
#pragma once

#include "base/result.h"
#include "triggers/program_runner.h"

namespace stator::triggers {

// A descriptor, closed at the end.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() { reset(); }
    Descriptor(Descriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        if (this != &other) {
            reset();
            m_fd = std::exchange(other.m_fd, -1);
        }
        return *this;
    }

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    void reset();

private:
    int m_fd = -1;
};

class ChildProcess {
public:
    // Io: it could not be started, with the reason.
    static Result<ChildProcess> start(const ProgramRun &run);
    // Kills the group and reaps the leader if that has not happened.
    ~ChildProcess();
    ChildProcess(ChildProcess &&other) noexcept;
    ChildProcess &operator=(ChildProcess &&) = delete;

    // Ends of the pipes, not blocking; closed by whoever sees their end.
    Descriptor input;
    Descriptor output;
    Descriptor errors;

    // Becomes readable when the leader has ended.
    int exitDescriptor() const { return m_exit.get(); }

    void killGroup();
    // After the end of the leader: kills what is left of the group, and reaps the leader.
    struct Ending {
        int exitCode = 0;
        int signal = 0;
    };
    Ending reap();

private:
    ChildProcess() = default;

    int m_pid = 0; // 0: reaped
    Descriptor m_exit;
};

} // namespace stator::triggers
