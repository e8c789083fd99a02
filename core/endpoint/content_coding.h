// gzip and deflate, for bodies in both directions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace stator::endpoint {

enum class Coding : std::uint8_t { Identity, Gzip, Deflate };

// Undoes a Content-Encoding. Several gzip members may follow each other; a deflate body is one zlib stream,
// or a bare one, as some clients send. InternalServerError, as the service says: an unknown coding, broken
// data, or more than `limit` bytes.
Result<std::string> decodeBody(std::string_view contentEncoding, std::string_view body, std::size_t limit);

// Which coding an Accept-Encoding asks for by name; gzip before deflate.
Coding acceptedCoding(std::string_view acceptEncoding);
// `coding` is not Identity.
std::string encodeBody(Coding coding, std::string_view body);

} // namespace stator::endpoint
