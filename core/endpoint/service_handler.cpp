#include "endpoint/service_handler.h"

#include "api/error_reply.h"
#include "service/dispatch.h"

namespace stator::endpoint {

bool ServiceHandler::knows(std::string_view target) const
{
    return service::findOperation(target) != nullptr;
}

void ServiceHandler::handle(std::string_view target, std::string_view body, RequestContext context,
                            Completion<std::string> done)
{
    service::Call call;
    call.region = std::move(context.region);
    call.accessKeyId = std::move(context.accessKeyId);
    call.meter = std::move(context.meter);
    service::dispatch(m_service, target, body, std::move(call), std::move(done));
}

ErrorBody ServiceHandler::errorBody(const Error &error) const
{
    api::ErrorReply reply = api::errorReply(error);
    return {reply.httpStatus, std::string(api::exceptionName(error.code)), std::move(reply.body)};
}

} // namespace stator::endpoint
