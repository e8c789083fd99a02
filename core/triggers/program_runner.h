// A ProgramRunner runs the local programs of triggers.
//
// It comes in as an interface, so that a simulation can be the programs.
//
// Threads: run() from any thread; the completion runs on a thread of the runner, and must not wait there.
// Errors: Io, the program could not be started; ShuttingDown, `stop` asked for the end and it was killed. A
// program that failed, was killed or ran too long is an outcome, not an error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "base/completion.h"

namespace stator::triggers {

struct ProgramRun {
    std::vector<std::string> arguments; // the program first; without a '/' it is looked for in PATH
    std::vector<std::pair<std::string, std::string>> environment; // beside Stator's own
    std::string input;
    std::int64_t timeoutMs = 60'000;
    std::uint64_t memoryBytes = 1ULL << 30;  // of each process
    std::size_t maxOutputBytes = 6'291'456; // of each stream is kept; the rest is read and dropped
};

struct ProgramOutcome {
    int exitCode = 0;
    int signal = 0; // it was killed by this one; 0: it ended by itself
    bool isTimedOut = false;
    std::string output; // standard output, its beginning
    std::string errors; // standard error, its beginning
    std::uint64_t outputBytes = 0; // what was written to each altogether
    std::uint64_t errorBytes = 0;
};

class ProgramRunner {
public:
    virtual ~ProgramRunner() = default;

    virtual void run(ProgramRun run, std::stop_token stop, Completion<ProgramOutcome> done) = 0;
};

} // namespace stator::triggers
