#include "endpoint/content_coding.h"

#include <algorithm>
#include <array>

#include <zlib.h>

#include "base/assert.h"
#include "endpoint/header_text.h"

namespace stator::endpoint {

namespace {

constexpr int kGzipWindow = 15 + 16; // zlib's way to ask for gzip
constexpr int kZlibWindow = 15;
constexpr int kRawWindow = -15;
constexpr int kFastest = 1; // replies are read once, mostly over loopback

Error brokenBody()
{
    return Error::internal();
}

Bytef *asInput(std::string_view bytes)
{
    return const_cast<Bytef *>(reinterpret_cast<const Bytef *>(bytes.data())); // zlib only reads it
}

class Inflater {
public:
    explicit Inflater(int window) { m_ready = inflateInit2(&m_stream, window) == Z_OK; }
    ~Inflater()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    Result<std::string> run(std::string_view body, std::size_t limit, bool mayRepeat)
    {
        if (!m_ready)
            return brokenBody();
        std::string out;
        std::array<char, 16384> block;
        m_stream.next_in = asInput(body);
        m_stream.avail_in = static_cast<uInt>(body.size());
        while (true) {
            m_stream.next_out = reinterpret_cast<Bytef *>(block.data());
            m_stream.avail_out = static_cast<uInt>(block.size());
            const int code = inflate(&m_stream, Z_NO_FLUSH);
            const std::size_t got = block.size() - m_stream.avail_out;
            if (out.size() + got > limit)
                return brokenBody();
            out.append(block.data(), got);
            if (code == Z_STREAM_END) {
                if (m_stream.avail_in == 0)
                    return out;
                if (!mayRepeat || inflateReset(&m_stream) != Z_OK)
                    return brokenBody();
            } else if (code != Z_OK || (got == 0 && m_stream.avail_in == 0)) {
                return brokenBody(); // damaged, or it ends in the middle
            }
        }
    }

private:
    z_stream m_stream{};
    bool m_ready = false;
};

} // namespace

Result<std::string> decodeBody(std::string_view contentEncoding, std::string_view body, std::size_t limit)
{
    const std::string coding = lowerCase(trimmed(contentEncoding));
    if (coding == "gzip" || coding == "x-gzip")
        return Inflater(kGzipWindow).run(body, limit, true);
    if (coding == "deflate") {
        Result<std::string> wrapped = Inflater(kZlibWindow).run(body, limit, false);
        return wrapped.ok() ? std::move(wrapped) : Inflater(kRawWindow).run(body, limit, false);
    }
    if (coding.empty() || coding == "identity")
        return std::string(body);
    return brokenBody();
}

Coding acceptedCoding(std::string_view acceptEncoding)
{
    Coding accepted = Coding::Identity;
    while (!acceptEncoding.empty()) {
        const std::size_t comma = acceptEncoding.find(',');
        const std::string_view part = acceptEncoding.substr(0, comma);
        const std::size_t semicolon = part.find(';');
        const std::string name = lowerCase(trimmed(part.substr(0, semicolon)));
        const std::string weight = semicolon == std::string_view::npos
                                       ? std::string()
                                       : lowerCase(trimmed(part.substr(semicolon + 1)));
        // "q=0", "q=0.0", …: asked not to.
        const bool isRefused =
            weight.substr(0, 3) == "q=0" && weight.find_first_not_of("0.", 3) == std::string::npos;
        if (!isRefused && (name == "gzip" || name == "x-gzip"))
            return Coding::Gzip;
        if (!isRefused && name == "deflate")
            accepted = Coding::Deflate;
        if (comma == std::string_view::npos)
            break;
        acceptEncoding.remove_prefix(comma + 1);
    }
    return accepted;
}

std::string encodeBody(Coding coding, std::string_view body)
{
    STATOR_ASSERT(coding != Coding::Identity);
    z_stream stream{};
    const int window = coding == Coding::Gzip ? kGzipWindow : kZlibWindow;
    STATOR_ASSERT(deflateInit2(&stream, kFastest, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out;
    out.resize(deflateBound(&stream, static_cast<uLong>(body.size())));
    stream.next_in = asInput(body);
    stream.avail_in = static_cast<uInt>(body.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int code = deflate(&stream, Z_FINISH);
    STATOR_ASSERT(code == Z_STREAM_END); // deflateBound() is room enough
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace stator::endpoint
