#include "endpoint/admission.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "endpoint/header_text.h"

namespace stator::endpoint {

namespace {

bool isPort(std::string_view text)
{
    return !text.empty() && text.size() <= 5 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "name:port" and "[address]:port" to what stands before the port; nothing if it is neither.
std::optional<std::string_view> withoutPort(std::string_view host)
{
    if (!host.empty() && host.front() == '[') {
        const std::size_t end = host.find(']');
        if (end == std::string_view::npos)
            return std::nullopt;
        const std::string_view rest = host.substr(end + 1);
        if (!rest.empty() && (rest.front() != ':' || !isPort(rest.substr(1))))
            return std::nullopt;
        return host.substr(1, end - 1);
    }
    const std::size_t colon = host.find(':');
    if (colon == std::string_view::npos)
        return host;
    if (!isPort(host.substr(colon + 1)))
        return std::nullopt;
    return host.substr(0, colon);
}

// 127.a.b.c, written in full with decimal numbers.
bool isLoopbackAddress4(std::string_view host)
{
    int parts = 0;
    while (true) {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(host.data(), host.data() + host.size(), value);
        if (error != std::errc() || value > 255 || (parts == 0 && value != 127))
            return false;
        ++parts;
        host.remove_prefix(static_cast<std::size_t>(end - host.data()));
        if (host.empty())
            return parts == 4;
        if (host.front() != '.' || parts == 4)
            return false;
        host.remove_prefix(1);
    }
}

std::vector<std::string_view> labelsOf(std::string_view name)
{
    std::vector<std::string_view> labels;
    while (true) {
        const std::size_t dot = name.find('.');
        labels.push_back(name.substr(0, dot));
        if (dot == std::string_view::npos)
            return labels;
        name.remove_prefix(dot + 1);
    }
}

bool isAccountId(std::string_view label)
{
    return label.size() == 12 &&
           std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

bool isLoopbackHost(std::string_view host)
{
    return equalsIgnoringCase(host, "localhost") || endsWithIgnoringCase(host, ".localhost") ||
           host == "::1" || isLoopbackAddress4(host);
}

bool isAwsServiceHost(std::string_view host)
{
    for (const std::string_view suffix : {".amazonaws.com", ".amazonaws.com.cn", ".api.aws"}) {
        if (!endsWithIgnoringCase(host, suffix))
            continue;
        const std::vector<std::string_view> labels = labelsOf(host.substr(0, host.size() - suffix.size()));
        if (labels.size() == 2)
            return equalsIgnoringCase(labels[0], "dynamodb") ||
                   equalsIgnoringCase(labels[0], "streams-dynamodb");
        if (labels.size() == 3)
            return (equalsIgnoringCase(labels[0], "streams") && equalsIgnoringCase(labels[1], "dynamodb")) ||
                   (isAccountId(labels[0]) && equalsIgnoringCase(labels[1], "ddb"));
    }
    return false;
}

bool isHostAllowed(std::string_view hostHeader, const AdmissionOptions &options)
{
    const std::optional<std::string_view> host = withoutPort(hostHeader);
    if (!host || host->empty())
        return false;
    if (isLoopbackHost(*host) || equalsIgnoringCase(*host, options.listenHost) ||
        equalsIgnoringCase(*host, "host.docker.internal") || isAwsServiceHost(*host))
        return true;
    return std::any_of(options.allowHosts.begin(), options.allowHosts.end(), [&](const std::string &allowed) {
        return equalsIgnoringCase(*host, allowed) || equalsIgnoringCase(hostHeader, allowed);
    });
}

bool isOriginAllowed(std::string_view origin, const AdmissionOptions &options)
{
    for (const std::string &allowed : options.corsOrigins)
        if (allowed == "*" || equalsIgnoringCase(origin, allowed))
            return true;
    for (const std::string_view scheme : {"http://", "https://"})
        if (origin.substr(0, scheme.size()) == scheme) {
            const std::optional<std::string_view> host = withoutPort(origin.substr(scheme.size()));
            return host && isLoopbackHost(*host);
        }
    return false;
}

} // namespace stator::endpoint
