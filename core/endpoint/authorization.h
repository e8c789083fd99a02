// Reads who asks, and for which region, from the Authorization header or the query string.
//
// This is authentication mode "any": the request must be well-formed, a date and the signed headers included, but
// neither the key, the clock nor the signature is checked, as emulators do.
#pragma once

#include <string>

#include "base/result.h"
#include "endpoint/http_request.h"

namespace stator::endpoint {

struct Credential {
    std::string accessKeyId;
    std::string region; // a valid region name
};

Result<Credential> readCredential(const HttpRequest &request);

} // namespace stator::endpoint
