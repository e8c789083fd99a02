// What a FilterPattern is compiled to.
#pragma once

#include <string>
#include <vector>

#include "triggers/filter_pattern.h"

namespace stator::triggers {

struct NumericBound {
    enum class Operator : std::uint8_t { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };
    Operator comparison = Operator::Equal;
    double number = 0;
};

struct Rule {
    enum class Kind : std::uint8_t {
        Text,
        Number,
        True,
        False,
        Null,
        Prefix,
        Suffix,
        EqualsIgnoreCase, // `text` is in lower case
        Numeric,
        Exists,
        DoesNotExist,
        AnythingBut, // none of `others`
    };
    Kind kind = Kind::Null;
    std::string text;
    double number = 0;
    std::vector<NumericBound> bounds; // Numeric: all of them
    std::vector<Rule> others;         // AnythingBut
};

struct FilterPattern::Node {
    struct Field {
        std::string name;
        std::shared_ptr<const Node> below; // or, for a leaf, null:
        std::vector<Rule> rules;
    };
    std::vector<Field> fields;
    std::vector<std::vector<Node>> choices; // of each "$or": one of them
};

// ASCII letters in lower case; what lies beyond stays as it is.
std::string lowered(std::string_view text);

} // namespace stator::triggers
