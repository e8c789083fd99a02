#include "operations/statement_token.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/bytes.h"
#include "document/check.h"
#include "document/json_reader.h"
#include "document/json_writer.h"

namespace stator::operations {

namespace {

// body     = version query key
// token    = base64( body checksum )
// version  = 1 byte, 1
// query    = 4 bytes, little-endian
// key      = document of the key attributes, or nothing
// checksum = XXH3-128 of body, under the request
constexpr char kVersion = 1;
constexpr std::size_t kChecksumBytes = sizeof(XXH128_canonical_t);

std::string digestOf(std::string_view bytes)
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    return std::string(reinterpret_cast<const char *>(canonical.digest), kChecksumBytes);
}

} // namespace

Error foreignToken()
{
    return Error::validation("NextToken does not match request");
}

StatementTokens::StatementTokens(std::string_view statement, const std::vector<document::Value> &parameters)
{
    std::string request(statement);
    for (const auto &parameter : parameters) {
        appendLittleEndian<std::uint32_t>(request, static_cast<std::uint32_t>(parameter.bytes().size()));
        request += parameter.bytes();
    }
    m_request = digestOf(request);
}

std::string StatementTokens::checksumOf(std::string_view body) const
{
    return digestOf(m_request + std::string(body));
}

std::string StatementTokens::tokenOf(const StatementPosition &position) const
{
    std::string body(1, kVersion);
    appendLittleEndian<std::uint32_t>(body, position.query);
    if (position.after)
        body += position.after->bytes();
    body += checksumOf(body);
    std::string token;
    document::writeBase64(body, token);
    return token;
}

Result<StatementPosition> StatementTokens::positionOf(std::string_view token) const
{
    std::string bytes;
    if (!document::decodeBase64(token, bytes).ok() || bytes.size() < kChecksumBytes)
        return foreignToken();
    const std::string_view body = std::string_view(bytes).substr(0, bytes.size() - kChecksumBytes);
    ByteReader reader(body);
    const bool isVersion = reader.take(1) == std::string_view(&kVersion, 1);
    StatementPosition position;
    position.query = reader.takeLittleEndian<std::uint32_t>();
    if (!reader.ok() || !isVersion || !bytes.ends_with(checksumOf(body)))
        return foreignToken();
    if (reader.left().empty())
        return position;
    if (!document::checkItem(reader.left()).ok())
        return foreignToken();
    position.after.emplace(document::ItemView(reader.left()));
    return position;
}

} // namespace stator::operations
