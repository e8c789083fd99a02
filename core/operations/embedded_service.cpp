#include "operations/embedded_service.h"

#include "api/all_operations.h"

namespace stator::operations {

#define STATOR_DEFINE_OVERRIDE(Name, name)                                                                   \
    void EmbeddedService::name(api::Name##Request request, service::Call call,                               \
                               Completion<api::Name##Response> done)                                         \
    {                                                                                                        \
        operations::name(m_environment, std::move(request), std::move(call), std::move(done));               \
    }
STATOR_FOR_EACH_EMBEDDED_OPERATION(STATOR_DEFINE_OVERRIDE)
#undef STATOR_DEFINE_OVERRIDE

} // namespace stator::operations
