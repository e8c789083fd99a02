// A Door is a way into the service: by a call, or by a socket. Every scenario goes through each.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conformance/runner/world.h"

namespace stator::conformance {

struct Question {
    std::string target; // "DynamoDB_20120810.PutItem"
    std::string region = "us-east-1";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers; // set; without a value: left out
};

struct Answer {
    int status = 0; // 0: there was none
    std::string body;
    std::string head;  // of HTTP
    std::string fault; // what HTTP has to find fault with, whatever the body says
};

class Door {
public:
    virtual ~Door() = default;

    virtual Answer ask(const Question &question) = 0;
    virtual bool isHttp() const = 0;
};

// Ownership: the world outlives the door.
std::unique_ptr<Door> doorInProcess(World &world);
// Starts a server on a free port; null if it cannot.
std::unique_ptr<Door> doorOverHttp(World &world);

} // namespace stator::conformance
