// One request as the parser understood it. Views are valid until the parser goes on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stator::endpoint {

enum class Method : std::uint8_t { Get, Head, Post, Options, Other };

// The headers anything depends on; the others are read over.
enum class Header : std::uint8_t {
    Host,
    Origin,
    ContentType,
    ContentEncoding,
    AcceptEncoding,
    Authorization,
    Date,
    AmzDate,
    AmzTarget,
    AccessControlRequestMethod,
    AccessControlRequestHeaders,
    UserAgent,
};
inline constexpr std::size_t kHeaderCount = 12;

// So many bytes after a body may be read, whatever they hold: fast JSON parsers look ahead.
inline constexpr std::size_t kBodyPadding = 64;

struct HttpRequest {
    Method method = Method::Other;
    bool isHttp11 = true;
    bool keepAlive = true;
    std::string_view target; // path and query as sent
    std::array<std::string_view, kHeaderCount> headers;
    std::string_view body;

    // A header that was not sent has no data.
    bool has(Header header) const { return headers[static_cast<std::size_t>(header)].data() != nullptr; }
    std::string_view header(Header header) const { return headers[static_cast<std::size_t>(header)]; }

    std::string_view path() const { return target.substr(0, target.find('?')); }
    std::string_view query() const
    {
        const std::size_t mark = target.find('?');
        return mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
    }
};

} // namespace stator::endpoint
