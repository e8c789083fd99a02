// The ProgramRunner of the machine: one thread watches all programs.
//
// stop() kills what runs, answers ShuttingDown for it, joins, and may be called twice.
#pragma once

#include <memory>

#include "triggers/program_runner.h"

namespace stator::triggers {

class LocalProgramRunner final : public ProgramRunner {
public:
    LocalProgramRunner();
    ~LocalProgramRunner() override;

    void start();
    void stop();

    void run(ProgramRun run, std::stop_token stop, Completion<ProgramOutcome> done) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace stator::triggers
