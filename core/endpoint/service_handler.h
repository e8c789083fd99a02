// Any Service as a RequestHandler.
//
// Threads: as the Service's. Ownership: the Service outlives it.
#pragma once

#include "endpoint/request_handler.h"
#include "service/service.h"

namespace stator::endpoint {

class ServiceHandler final : public RequestHandler {
public:
    explicit ServiceHandler(service::Service &service) : m_service(service) {}

    bool knows(std::string_view target) const override;
    void handle(std::string_view target, std::string_view body, RequestContext context,
                Completion<std::string> done) override;
    ErrorBody errorBody(const Error &error) const override;

private:
    service::Service &m_service;
};

} // namespace stator::endpoint
