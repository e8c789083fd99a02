#include "endpoint/request_meters.h"

#include <mutex>

namespace stator::endpoint {

using observe::Metrics;

RequestMeters::RequestMeters(Metrics &metrics)
    : m_metrics(metrics),
      m_bytesIn(metrics.counter("stator_request_bytes_total", {}, "Bytes of request bodies.")),
      m_bytesOut(metrics.counter("stator_reply_bytes_total", {}, "Bytes of reply bodies."))
{
}

RequestMeters::Meter RequestMeters::meterOf(std::string_view operation)
{
    const std::string_view name = operation.empty() ? "none" : operation;
    {
        const std::shared_lock lock(m_mutex);
        if (const auto found = m_meters.find(name); found != m_meters.end())
            return found->second;
    }
    const std::string label = Metrics::label("operation", name);
    const Meter meter{&m_metrics.counter("stator_requests_total", label, "Requests answered."),
                      &m_metrics.histogram("stator_request_seconds", label, "Time from request to reply.")};
    const std::unique_lock lock(m_mutex);
    return m_meters.emplace(std::string(name), meter).first->second;
}

void RequestMeters::record(std::string_view operation, std::string_view errorCode, std::uint64_t micros,
                           std::uint64_t bytesIn, std::uint64_t bytesOut)
{
    const Meter meter = meterOf(operation);
    meter.requests->add();
    meter.seconds->record(micros);
    m_bytesIn.add(bytesIn);
    m_bytesOut.add(bytesOut);
    if (!errorCode.empty())
        m_metrics
            .counter("stator_errors_total",
                     Metrics::label("operation", operation.empty() ? "none" : operation) + "," +
                         Metrics::label("code", errorCode),
                     "Requests answered with an error.")
            .add();
}

} // namespace stator::endpoint
