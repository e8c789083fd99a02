// Metrics are named counters, gauges and histograms that a Prometheus scraper can read.
//
// A component asks for its metrics once, keeps the references and counts on them; they live as long as the
// Metrics object. Asking again for the same name and labels gives the same one.
//
// Threads: every method from any thread; counting takes no lock.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "observe/histogram.h"

namespace stator::observe {

// Only grows.
class Counter {
public:
    void add(std::uint64_t by = 1) { m_value.fetch_add(by, std::memory_order_relaxed); }
    std::uint64_t value() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> m_value = 0;
};

// Goes up and down.
class Gauge {
public:
    void add(std::int64_t by) { m_value.fetch_add(by, std::memory_order_relaxed); }
    void set(std::int64_t value) { m_value.store(value, std::memory_order_relaxed); }
    std::int64_t value() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<std::int64_t> m_value = 0;
};

class Metrics {
public:
    Metrics();
    ~Metrics();

    // `labels` in Prometheus' notation without the braces: operation="GetItem",status="200"; see label().
    Counter &counter(std::string_view name, std::string_view labels = {}, std::string_view help = {});
    Gauge &gauge(std::string_view name, std::string_view labels = {}, std::string_view help = {});
    // Durations; shown in seconds.
    Histogram &histogram(std::string_view name, std::string_view labels = {}, std::string_view help = {});

    // Prometheus' text format, version 0.0.4.
    std::string render() const;

    // name="value", the value escaped.
    static std::string label(std::string_view name, std::string_view value);

private:
    struct Family;
    template <class Metric>
    Metric &find(std::string_view name, std::string_view labels, std::string_view help);

    mutable std::mutex m_mutex; // guards the map; metrics themselves are atomics
    std::map<std::string, std::unique_ptr<Family>, std::less<>> m_families;
};

} // namespace stator::observe
