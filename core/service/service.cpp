#include "service/service.h"

#include "api/all_operations.h"

namespace stator::service {

#define STATOR_DEFINE_OPERATION(Name, method)                                                                \
    void Service::method(api::Name##Request, Call, Completion<api::Name##Response> done)                     \
    {                                                                                                        \
        done(Error{ErrorCode::UnknownOperation, #Name " is not supported here", {}});                        \
    }
STATOR_FOR_EACH_OPERATION(STATOR_DEFINE_OPERATION)
#undef STATOR_DEFINE_OPERATION

} // namespace stator::service
