// What requests to another service of AWS, or a stand-in for one, are signed with. Never logged.
#pragma once

#include <string>

namespace stator::http {

struct Credentials {
    std::string accessKeyId = "local"; // stand-ins ask for a key and check none
    std::string secretAccessKey = "local";
    std::string sessionToken; // empty: the key is a lasting one
};

} // namespace stator::http
