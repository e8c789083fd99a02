#include "bridge/service_client.h"

#include "bridge/text.h"
#include "service/dispatch.h"

namespace stator::ui {

ServiceClient::ServiceClient(std::shared_ptr<service::Service> service, std::shared_ptr<Executor> executor,
                             std::string region)
    : m_service(std::move(service)), m_executor(std::move(executor)), m_region(std::move(region))
{}

QString ServiceClient::region() const
{
    return toQt(std::string_view(m_region));
}

void ServiceClient::dispatch(QObject *context, RequestSlot &slot, std::string target, std::string body,
                             std::function<void(Result<std::string>)> done) const
{
    const RequestSlot::Ticket ticket = slot.take();
    auto deliver = [guard = QPointer<QObject>(context), ticket, done = std::move(done)](Result<std::string> reply) mutable {
        postToGui([guard, ticket, done = std::move(done), reply = std::move(reply)]() mutable {
            if (guard && ticket.redeem())
                done(std::move(reply));
        });
    };
    if (!m_service)
        return deliver(Error::resourceNotFound("The connection does not exist"));
    service::Call call;
    call.region = m_region;
    call.stop = ticket.stopToken();
    m_executor->post([service = m_service, call = std::move(call), target = std::move(target), body = std::move(body),
                      deliver = std::move(deliver)]() mutable {
        service::dispatch(*service, target, body, std::move(call), Completion<std::string>(std::move(deliver)));
    });
}

} // namespace stator::ui
