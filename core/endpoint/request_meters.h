// Counts requests by operation: how many, how long, which errors, how many bytes.
//
// Threads: any. The meters of an operation are made when it is first asked for; later only atomics move.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <shared_mutex>
#include <string>
#include <string_view>

#include "observe/metrics.h"

namespace stator::endpoint {

class RequestMeters {
public:
    explicit RequestMeters(observe::Metrics &metrics);

    // `operation` is a known one, or empty.
    void record(std::string_view operation, std::string_view errorCode, std::uint64_t micros, std::uint64_t bytesIn,
                std::uint64_t bytesOut);

private:
    struct Meter {
        observe::Counter *requests = nullptr;
        observe::Histogram *seconds = nullptr;
    };
    Meter meterOf(std::string_view operation);

    observe::Metrics &m_metrics;
    observe::Counter &m_bytesIn;
    observe::Counter &m_bytesOut;

    std::shared_mutex m_mutex; // guards the map
    std::map<std::string, Meter, std::less<>> m_meters;
};

} // namespace stator::endpoint
