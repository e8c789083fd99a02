// A FilterPattern chooses records, in the event-filtering language of Lambda's event source mappings
// (Lambda Developer Guide, "Filter rule syntax"):
//
//     pattern  = { field: rules | pattern, …, "$or": [pattern, …] }      all fields, and one of "$or"
//     rules    = [rule, …]                                                one of them
//     rule     = text | number | true | false | null
//              | {"prefix": text} | {"suffix": text} | {"equals-ignore-case": text}
//              | {"numeric": [operator, number] or [operator, number, operator, number]}
//              | {"exists": true | false}
//              | {"anything-but": text | number | [text or number, …]
//                                 | {"prefix" | "suffix" | "equals-ignore-case": text}}
//     operator = "=" | "<" | "<=" | ">" | ">="
//
// A pattern is held against the record as the function sees it. Numbers of items are text there, {"N": "12"}, so
// "numeric" finds only what is a number in the record itself, such as SizeBytes. A rule on an array holds if it
// does for an element; "exists" asks for a leaf, never for an object.
//
// Threads: compiled patterns are read by any.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace stator::triggers {

class FilterPattern {
public:
    static constexpr std::size_t kMaxCharacters = 4096;

    // Validation with a sentence that names the place.
    static Result<FilterPattern> compile(std::string_view json);

    struct Node;
    const Node &root() const { return *m_root; }

private:
    explicit FilterPattern(std::shared_ptr<const Node> root) : m_root(std::move(root)) {}

    std::shared_ptr<const Node> m_root;
};

// Reads a record once for several patterns.
class RecordMatcher {
public:
    RecordMatcher();
    ~RecordMatcher();

    // Whether one of the patterns takes the record; true if there is none. `record` is the JSON of one record.
    bool matches(const std::vector<FilterPattern> &patterns, std::string_view record);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace stator::triggers
