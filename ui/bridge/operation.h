// Operation<Request> names, for each request of the API, its response and the Service method that answers it.
#pragma once

#include <utility>

#include "service/service.h"

namespace stator::ui {

template <class Request>
struct Operation;

#define STATOR_NAME_OPERATION(Name, method)                                                                  \
    template <>                                                                                              \
    struct Operation<api::Name##Request> {                                                                   \
        using Response = api::Name##Response;                                                                \
        template <class Request>                                                                             \
        static void invoke(service::Service &service, Request &&request, service::Call call,                 \
                           Completion<Response> done)                                                        \
        {                                                                                                    \
            service.method(std::forward<Request>(request), std::move(call), std::move(done));                \
        }                                                                                                    \
    };
STATOR_FOR_EACH_OPERATION(STATOR_NAME_OPERATION)
#undef STATOR_NAME_OPERATION

} // namespace stator::ui
