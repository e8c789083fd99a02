#include "bridge/service_client.h"

#include "bridge/text.h"

namespace stator::ui {

ServiceClient::ServiceClient(std::shared_ptr<service::Service> service, std::shared_ptr<Executor> executor,
                             std::string region)
    : m_service(std::move(service)), m_executor(std::move(executor)), m_region(std::move(region))
{}

QString ServiceClient::region() const
{
    return toQt(std::string_view(m_region));
}

} // namespace stator::ui
