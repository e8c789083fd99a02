// What a URL has to be for a client of ours to go there.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace stator::http {

struct Url {
    std::string scheme; // http or https
    std::string host;   // without brackets
    std::string path;   // with its query, or empty
    bool isLoopback = false;
};

// Validation, with a sentence: not an http or https URL with a host.
Result<Url> parseUrl(std::string_view text);

} // namespace stator::http
