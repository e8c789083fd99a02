#include "observe/metrics.h"

#include <array>
#include <variant>

#include <fmt/format.h>

#include "base/assert.h"

namespace stator::observe {

namespace {

using AnyMetric =
    std::variant<std::unique_ptr<Counter>, std::unique_ptr<Gauge>, std::unique_ptr<Histogram>>;

constexpr std::array<std::string_view, 3> kTypeNames = {"counter", "gauge", "histogram"};

// Upper bounds shown to a scraper, in microseconds; the histogram itself is finer.
constexpr std::array<std::uint64_t, 16> kShownBounds = {50,     100,     250,     500,       1'000,     2'500,
                                                        5'000,  10'000,  25'000,  50'000,    100'000,   250'000,
                                                        500'000, 1'000'000, 2'500'000, 10'000'000};

std::string braced(std::string_view labels)
{
    return labels.empty() ? std::string() : fmt::format("{{{}}}", labels);
}

void renderHistogram(std::string &out, std::string_view name, std::string_view labels, const Histogram &histogram)
{
    const std::string prefix = labels.empty() ? std::string() : std::string(labels) + ",";
    auto to = std::back_inserter(out);
    std::uint64_t shown = 0;
    for (const std::uint64_t bound : kShownBounds) {
        shown = histogram.countUpTo(bound);
        fmt::format_to(to, "{}_bucket{{{}le=\"{}\"}} {}\n", name, prefix, static_cast<double>(bound) / 1e6, shown);
    }
    // Counted after the buckets, so that no bucket can be above the total.
    const std::uint64_t total = std::max(shown, histogram.count());
    fmt::format_to(to, "{}_bucket{{{}le=\"+Inf\"}} {}\n", name, prefix, total);
    fmt::format_to(to, "{}_sum{} {:.6f}\n", name, braced(labels), static_cast<double>(histogram.sumMicros()) / 1e6);
    fmt::format_to(to, "{}_count{} {}\n", name, braced(labels), total);
}

} // namespace

struct Metrics::Family {
    std::string help;
    std::map<std::string, AnyMetric, std::less<>> byLabels;
};

Metrics::Metrics() = default;
Metrics::~Metrics() = default;

template <class Metric>
Metric &Metrics::find(std::string_view name, std::string_view labels, std::string_view help)
{
    const std::lock_guard lock(m_mutex);
    auto family = m_families.find(name);
    if (family == m_families.end())
        family = m_families.emplace(std::string(name), std::make_unique<Family>()).first;
    if (family->second->help.empty())
        family->second->help = help;
    auto &byLabels = family->second->byLabels;
    auto found = byLabels.find(labels);
    if (found == byLabels.end())
        found = byLabels.emplace(std::string(labels), std::make_unique<Metric>()).first;
    auto *const metric = std::get_if<std::unique_ptr<Metric>>(&found->second);
    STATOR_ASSERT(metric != nullptr); // one name, one type
    return **metric;
}

Counter &Metrics::counter(std::string_view name, std::string_view labels, std::string_view help)
{
    return find<Counter>(name, labels, help);
}

Gauge &Metrics::gauge(std::string_view name, std::string_view labels, std::string_view help)
{
    return find<Gauge>(name, labels, help);
}

Histogram &Metrics::histogram(std::string_view name, std::string_view labels, std::string_view help)
{
    return find<Histogram>(name, labels, help);
}

std::string Metrics::render() const
{
    std::string out;
    auto to = std::back_inserter(out);
    const std::lock_guard lock(m_mutex);
    for (const auto &[name, family] : m_families) {
        if (family->byLabels.empty())
            continue;
        if (!family->help.empty())
            fmt::format_to(to, "# HELP {} {}\n", name, family->help);
        fmt::format_to(to, "# TYPE {} {}\n", name, kTypeNames[family->byLabels.begin()->second.index()]);
        for (const auto &[labels, metric] : family->byLabels) {
            if (const auto *counter = std::get_if<std::unique_ptr<Counter>>(&metric))
                fmt::format_to(to, "{}{} {}\n", name, braced(labels), (*counter)->value());
            else if (const auto *gauge = std::get_if<std::unique_ptr<Gauge>>(&metric))
                fmt::format_to(to, "{}{} {}\n", name, braced(labels), (*gauge)->value());
            else if (const auto *histogram = std::get_if<std::unique_ptr<Histogram>>(&metric))
                renderHistogram(out, name, labels, **histogram);
        }
    }
    return out;
}

std::string Metrics::label(std::string_view name, std::string_view value)
{
    std::string out = fmt::format("{}=\"", name);
    for (const char c : value) {
        if (c == '\\' || c == '"')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    out += '"';
    return out;
}

} // namespace stator::observe
