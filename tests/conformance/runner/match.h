// Whether a reply is the expected one: exact, but for wildcards and for what the service leaves unordered.
#pragma once

#include <string>
#include <string_view>

#include <QtCore/QJsonValue>

namespace stator::conformance {

struct MatchOptions {
    std::string operation;   // decides which lists have no order
    bool allowsMore = false; // objects may have members that are not expected
};

// What differs first, in words with the path to it; empty: nothing.
std::string difference(const QJsonValue &expected, const QJsonValue &actual, const MatchOptions &options);

// Equal, where each "<any>" of `expected` stands for any text.
bool textMatches(std::string_view expected, std::string_view actual);

} // namespace stator::conformance
