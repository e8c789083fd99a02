// Admission keeps web pages out of a workspace: which Origin and which Host a request may come with.
//
// A page in a browser can post to a loopback port, and by rebinding its own name it can even read the
// answers. So an Origin must be a loopback one or allowed by name, and a Host must be a name that only this
// machine, its user or an AWS-style client would use.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stator::endpoint {

struct AdmissionOptions {
    std::string listenHost = "127.0.0.1";  // --host: a name of ours by definition
    std::vector<std::string> allowHosts;   // --allow-host
    std::vector<std::string> corsOrigins;  // --cors; "*" allows every origin
};

bool isLoopbackHost(std::string_view host);
// dynamodb.REGION.amazonaws.com, streams.dynamodb.REGION.…, ACCOUNT.ddb.REGION.…: never a name that an
// attacker's machine in the same cloud could have.
bool isAwsServiceHost(std::string_view host);

// `hostHeader` may carry a port.
bool isHostAllowed(std::string_view hostHeader, const AdmissionOptions &options);
bool isOriginAllowed(std::string_view origin, const AdmissionOptions &options);

} // namespace stator::endpoint
