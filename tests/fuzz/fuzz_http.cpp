// Bytes of a connection through parser and gateway. Cut into pieces they must mean the same as in one.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "endpoint/gateway.h"
#include "endpoint/request_parser.h"

using namespace stator;
using namespace stator::endpoint;

namespace {

class Handler final : public RequestHandler {
public:
    bool knows(std::string_view target) const override { return target == "DynamoDB_20120810.ListTables"; }
    void handle(std::string_view, std::string_view body, RequestContext, Completion<std::string> done) override
    {
        done(std::string(body));
    }
    ErrorBody errorBody(const Error &error) const override { return {400, "Error", error.message}; }
};

using Bodies = std::vector<std::string>;

// What was understood until the stream ended or was refused.
Bodies feed(const Gateway &gateway, std::string_view stream, std::size_t step)
{
    ParserLimits limits;
    limits.bodyBytes = 4096;
    RequestParser parser(limits);
    Bodies bodies;
    std::size_t used = 0;
    std::size_t end = 0;
    while (end < stream.size()) {
        end = std::min(stream.size(), end + step);
        while (used < end) {
            // On the heap and of the very size, so that a read beyond the padding is seen.
            const std::size_t size = end - used;
            const std::unique_ptr<char[]> piece(new char[size + kBodyPadding]());
            stream.copy(piece.get(), size, used);
            const std::size_t taken = parser.feed({piece.get(), size});
            used += taken;
            if (parser.state() == ParseState::Complete) {
                Exchange exchange;
                exchange.begin(0, 0);
                Admitted admitted;
                const auto reply = gateway.examine(parser.request(), exchange, admitted);
                bodies.push_back(reply ? std::to_string(reply->status) + reply->body : std::string(admitted.body));
                parser.next();
            } else if (parser.state() != ParseState::NeedMore) {
                return bodies;
            } else if (taken == 0) {
                break;
            }
        }
    }
    return bodies;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static Handler handler;
    static observe::Metrics metrics;
    static observe::RequestLog log;
    static const Gateway gateway({}, handler, metrics, log, std::make_shared<ManualClock>());
    if (size == 0)
        return 0;
    const std::string_view stream(reinterpret_cast<const char *>(data) + 1, size - 1);
    const std::size_t step = 1 + data[0] % 64u;
    const Bodies whole = feed(gateway, stream, stream.size());
    const Bodies cut = feed(gateway, stream, step);
    // Where a broken stream is refused may differ: a head in pieces is looked at once its end is there, and
    // Beast counts a chunk again when it comes back to a broken extension. What was understood may not differ.
    if (whole != cut)
        std::abort();
    return 0;
}
