// The Service over the engine of this process: what the window and the endpoint talk to.
//
// Threads: every method from any thread. Reads answer before they return; writes and changes of tables may
// answer later, on the thread that finished them.
// Ownership: the regions outlive it.
#pragma once

#include "operations/environment.h"
#include "operations/operation_functions.h"

namespace stator::operations {

class EmbeddedService : public service::Service {
public:
    explicit EmbeddedService(Environment environment) : m_environment(std::move(environment)) {}

#define STATOR_DECLARE_OVERRIDE(Name, name)                                                                  \
    void name(api::Name##Request request, service::Call call, Completion<api::Name##Response> done) override;
    STATOR_FOR_EACH_EMBEDDED_OPERATION(STATOR_DECLARE_OVERRIDE)
#undef STATOR_DECLARE_OVERRIDE

private:
    const Environment m_environment;
};

} // namespace stator::operations
