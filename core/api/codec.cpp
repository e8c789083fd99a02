#include "api/codec.h"

#include <simdjson.h>

#include "api/decoder.h"
#include "api/encoder.h"
#include "api/number_range.h"
#include "api/violations.h"

namespace stator::api {

namespace {

// Larger bodies get a parser of their own, so that a thread does not keep the memory of its largest request.
constexpr std::size_t kKeptBytes = 1u << 20;

struct Parser {
    simdjson::dom::parser parser;
    std::string padded;

    // simdjson reads past the end, so the text moves to where it may.
    simdjson::simdjson_result<simdjson::dom::element> parse(std::string_view json)
    {
        padded.clear();
        padded.reserve(json.size() + simdjson::SIMDJSON_PADDING);
        padded.append(json);
        padded.append(simdjson::SIMDJSON_PADDING, ' ');
        return parser.parse(padded.data(), json.size(), false);
    }
};

template <class Use>
Result<void> withParsed(std::string_view json, Use use)
{
    thread_local Parser kept;
    std::unique_ptr<Parser> large;
    if (json.size() > kKeptBytes)
        large = std::make_unique<Parser>();
    simdjson::dom::element root;
    Parser &parser = large ? *large : kept;
    simdjson::error_code code = parser.parse(json).get(root);
    if (code == simdjson::NUMBER_ERROR)
        code = parser.parse(withNumbersInRange(json)).get(root);
    if (code != simdjson::SUCCESS)
        return Error::serialization({});
    return use(root);
}

} // namespace

Result<void> decodeRequest(const Structure &structure, void *request, std::string_view json)
{
    return withParsed(json, [&](simdjson::dom::element root) -> Result<void> {
        Decoder decoder;
        STATOR_CHECK(decoder.decode(structure, request, root));
        if (!decoder.isValid())
            return violations(structure, root);
        return {};
    });
}

Result<void> decodeResponse(const Structure &structure, void *response, std::string_view json)
{
    // Operations without output answer with an empty body.
    return withParsed(json.empty() ? "{}" : json, [&](simdjson::dom::element root) {
        Decoder decoder;
        return decoder.decode(structure, response, root);
    });
}

void encode(const Structure &structure, const void *object, std::string &out)
{
    encodeStructure(structure, object, out);
}

} // namespace stator::api
