#include <algorithm>

#include <simdjson.h>

#include "triggers/filter_rules.h"

namespace stator::triggers {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using Node = FilterPattern::Node;

bool holds(const NumericBound &bound, double number)
{
    using Operator = NumericBound::Operator;
    switch (bound.comparison) {
    case Operator::Equal:
        return !(number < bound.number) && !(number > bound.number);
    case Operator::Less:
        return number < bound.number;
    case Operator::LessOrEqual:
        return number <= bound.number;
    case Operator::Greater:
        return number > bound.number;
    case Operator::GreaterOrEqual:
        return number >= bound.number;
    }
    return false;
}

bool matchesText(const Rule &rule, std::string_view text)
{
    switch (rule.kind) {
    case Rule::Kind::Text:
        return text == rule.text;
    case Rule::Kind::Prefix:
        return text.substr(0, rule.text.size()) == rule.text;
    case Rule::Kind::Suffix:
        return text.size() >= rule.text.size() && text.substr(text.size() - rule.text.size()) == rule.text;
    case Rule::Kind::EqualsIgnoreCase:
        return text.size() == rule.text.size() && lowered(text) == rule.text;
    default:
        return false;
    }
}

// A leaf: neither an object nor an array.
bool matchesLeaf(const Rule &rule, element leaf)
{
    switch (rule.kind) {
    case Rule::Kind::Exists:
        return true;
    case Rule::Kind::DoesNotExist:
        return false;
    case Rule::Kind::AnythingBut:
        for (const Rule &other : rule.others)
            if (matchesLeaf(other, leaf))
                return false;
        return true;
    case Rule::Kind::Null:
        return leaf.is_null();
    case Rule::Kind::True:
    case Rule::Kind::False: {
        bool value = false;
        return leaf.get(value) == simdjson::SUCCESS && value == (rule.kind == Rule::Kind::True);
    }
    case Rule::Kind::Number:
    case Rule::Kind::Numeric: {
        double number = 0;
        if (leaf.get(number) != simdjson::SUCCESS)
            return false;
        if (rule.kind == Rule::Kind::Number)
            return holds({NumericBound::Operator::Equal, rule.number}, number);
        return std::all_of(rule.bounds.begin(), rule.bounds.end(),
                           [number](const NumericBound &bound) { return holds(bound, number); });
    }
    default: {
        std::string_view text;
        return leaf.get(text) == simdjson::SUCCESS && matchesText(rule, text);
    }
    }
}

bool hasLeaf(element value)
{
    if (simdjson::dom::array values; value.get(values) == simdjson::SUCCESS) {
        for (const element one : values)
            if (hasLeaf(one))
                return true;
        return false;
    }
    return value.type() != element_type::OBJECT;
}

bool matchesRule(const Rule &rule, element value)
{
    if (rule.kind == Rule::Kind::DoesNotExist)
        return !hasLeaf(value);
    if (value.type() == element_type::OBJECT)
        return false;
    if (simdjson::dom::array values; value.get(values) == simdjson::SUCCESS) {
        for (const element one : values)
            if (matchesRule(rule, one))
                return true;
        return false;
    }
    return matchesLeaf(rule, value);
}

bool matchesNode(const Node &node, element value);

// Nothing is there under the field's name: only "does not exist" is content with that.
bool takesAbsence(const Node &node);

bool takesAbsence(const Node::Field &field)
{
    if (field.below)
        return takesAbsence(*field.below);
    for (const Rule &rule : field.rules)
        if (rule.kind == Rule::Kind::DoesNotExist)
            return true;
    return false;
}

bool takesAbsence(const Node &node)
{
    for (const Node::Field &field : node.fields)
        if (!takesAbsence(field))
            return false;
    for (const auto &choices : node.choices)
        if (std::none_of(choices.begin(), choices.end(), [](const Node &one) { return takesAbsence(one); }))
            return false;
    return true;
}

bool matchesField(const Node::Field &field, simdjson::dom::object object)
{
    element value;
    if (object.at_key(field.name).get(value) != simdjson::SUCCESS)
        return takesAbsence(field);
    if (field.below)
        return matchesNode(*field.below, value);
    for (const Rule &rule : field.rules)
        if (matchesRule(rule, value))
            return true;
    return false;
}

bool matchesNode(const Node &node, element value)
{
    if (simdjson::dom::array values; value.get(values) == simdjson::SUCCESS) {
        for (const element one : values)
            if (matchesNode(node, one))
                return true;
        return false;
    }
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS)
        return takesAbsence(node);
    for (const Node::Field &field : node.fields)
        if (!matchesField(field, object))
            return false;
    for (const auto &choices : node.choices) {
        if (std::none_of(choices.begin(), choices.end(), [value](const Node &one) { return matchesNode(one, value); }))
            return false;
    }
    return true;
}

} // namespace

struct RecordMatcher::Parser {
    simdjson::dom::parser parser;
};

RecordMatcher::RecordMatcher() : m_parser(std::make_unique<Parser>()) {}
RecordMatcher::~RecordMatcher() = default;

bool RecordMatcher::matches(const std::vector<FilterPattern> &patterns, std::string_view record)
{
    if (patterns.empty())
        return true;
    element root;
    const bool isRead = m_parser->parser.parse(record.data(), record.size()).get(root) == simdjson::SUCCESS;
    STATOR_ASSERT(isRead); // records are our own text
    for (const FilterPattern &pattern : patterns)
        if (matchesNode(pattern.root(), root))
            return true;
    return false;
}

} // namespace stator::triggers
