#include "triggers/filter_pattern.h"

#include <optional>
#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include "triggers/filter_rules.h"

namespace stator::triggers {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using Node = FilterPattern::Node;

constexpr int kMaxDepth = 64;

Error wrong(const std::string &path, std::string_view what)
{
    return Error::validation(path.empty() ? fmt::format("Invalid filter pattern: {}", what)
                                          : fmt::format("Invalid filter pattern: at {}: {}", path, what));
}

bool readNumber(element json, double &number)
{
    return json.get(number) == simdjson::SUCCESS; // takes whole numbers too
}

Result<Rule> textRule(Rule::Kind kind, element json, const std::string &path, std::string_view name)
{
    std::string_view text;
    if (json.get(text) != simdjson::SUCCESS)
        return wrong(path, fmt::format("\"{}\" takes a string", name));
    Rule rule;
    rule.kind = kind;
    rule.text = kind == Rule::Kind::EqualsIgnoreCase ? lowered(text) : std::string(text);
    return rule;
}

std::optional<NumericBound::Operator> operatorOf(std::string_view text)
{
    using Operator = NumericBound::Operator;
    static constexpr std::pair<std::string_view, Operator> kOperators[] = {
        {"=", Operator::Equal},
        {"<", Operator::Less},
        {"<=", Operator::LessOrEqual},
        {">", Operator::Greater},
        {">=", Operator::GreaterOrEqual}};
    for (const auto &[name, value] : kOperators)
        if (name == text)
            return value;
    return std::nullopt;
}

Result<Rule> numericRule(element json, const std::string &path)
{
    simdjson::dom::array parts;
    if (json.get(parts) != simdjson::SUCCESS || (parts.size() != 2 && parts.size() != 4))
        return wrong(path, "\"numeric\" takes [operator, number] or [operator, number, operator, number]");
    Rule rule;
    rule.kind = Rule::Kind::Numeric;
    for (std::size_t i = 0; i < parts.size(); i += 2) {
        std::string_view text;
        NumericBound bound;
        if (parts.at(i).get(text) != simdjson::SUCCESS || !operatorOf(text))
            return wrong(path, "the operators of \"numeric\" are =, <, <=, > and >=");
        bound.comparison = *operatorOf(text);
        if (!readNumber(parts.at(i + 1).value_unsafe(), bound.number))
            return wrong(path, "\"numeric\" compares with a number");
        rule.bounds.push_back(bound);
    }
    using Operator = NumericBound::Operator;
    const auto isLower = [](Operator o) { return o == Operator::Greater || o == Operator::GreaterOrEqual; };
    const auto isUpper = [](Operator o) { return o == Operator::Less || o == Operator::LessOrEqual; };
    if (rule.bounds.size() == 2
        && !(isLower(rule.bounds[0].comparison) && isUpper(rule.bounds[1].comparison)
             && rule.bounds[0].number < rule.bounds[1].number))
        return wrong(path, "a range of \"numeric\" has its lower bound first, and it is below the upper one");
    return rule;
}

// {"prefix": "x"} and its like, inside a rule and inside "anything-but".
Result<std::optional<Rule>> textOperator(std::string_view name, element json, const std::string &path)
{
    static constexpr std::pair<std::string_view, Rule::Kind> kOperators[] = {
        {"prefix", Rule::Kind::Prefix},
        {"suffix", Rule::Kind::Suffix},
        {"equals-ignore-case", Rule::Kind::EqualsIgnoreCase}};
    for (const auto &[known, kind] : kOperators) {
        if (known != name)
            continue;
        STATOR_TRY(Rule rule, textRule(kind, json, path, name));
        if (rule.text.empty() && kind != Rule::Kind::EqualsIgnoreCase)
            return wrong(path, fmt::format("\"{}\" takes a string that is not empty", name));
        return std::optional<Rule>(std::move(rule));
    }
    return std::optional<Rule>();
}

Result<Rule> excludedValue(element json, const std::string &path)
{
    Rule rule;
    std::string_view text;
    if (json.get(text) == simdjson::SUCCESS) {
        rule.kind = Rule::Kind::Text;
        rule.text = text;
        return rule;
    }
    if (!readNumber(json, rule.number))
        return wrong(path, "\"anything-but\" takes strings and numbers");
    rule.kind = Rule::Kind::Number;
    return rule;
}

Result<Rule> anythingButRule(element json, const std::string &path)
{
    Rule rule;
    rule.kind = Rule::Kind::AnythingBut;
    if (json.type() == element_type::OBJECT) {
        simdjson::dom::object object = json.get_object().value_unsafe();
        if (object.size() != 1)
            return wrong(path, "\"anything-but\" takes one operator");
        const auto only = *object.begin();
        STATOR_TRY(std::optional<Rule> other, textOperator(only.key, only.value, path));
        if (!other)
            return wrong(path, fmt::format("\"anything-but\" knows no operator \"{}\"", only.key));
        rule.others.push_back(std::move(*other));
        return rule;
    }
    if (simdjson::dom::array values; json.get(values) == simdjson::SUCCESS) {
        for (const element one : values) {
            STATOR_TRY(Rule other, excludedValue(one, path));
            rule.others.push_back(std::move(other));
        }
        if (rule.others.empty())
            return wrong(path, "\"anything-but\" takes at least one value");
        return rule;
    }
    STATOR_TRY(Rule other, excludedValue(json, path));
    rule.others.push_back(std::move(other));
    return rule;
}

Result<Rule> operatorRule(simdjson::dom::object object, const std::string &path)
{
    if (object.size() != 1)
        return wrong(path, "a rule that is an object has one operator");
    const auto only = *object.begin();
    const std::string_view name = only.key;
    STATOR_TRY(std::optional<Rule> text, textOperator(name, only.value, path));
    if (text)
        return std::move(*text);
    if (name == "numeric")
        return numericRule(only.value, path);
    if (name == "anything-but")
        return anythingButRule(only.value, path);
    if (name != "exists")
        return wrong(path, fmt::format("there is no operator \"{}\"", name));
    bool exists = false;
    if (only.value.get(exists) != simdjson::SUCCESS)
        return wrong(path, "\"exists\" takes true or false");
    Rule rule;
    rule.kind = exists ? Rule::Kind::Exists : Rule::Kind::DoesNotExist;
    return rule;
}

Result<Rule> compileRule(element json, const std::string &path)
{
    Rule rule;
    switch (json.type()) {
    case element_type::STRING:
        rule.kind = Rule::Kind::Text;
        rule.text = json.get_string().value_unsafe();
        return rule;
    case element_type::NULL_VALUE:
        return rule;
    case element_type::BOOL:
        rule.kind = json.get_bool().value_unsafe() ? Rule::Kind::True : Rule::Kind::False;
        return rule;
    case element_type::OBJECT:
        return operatorRule(json.get_object().value_unsafe(), path);
    case element_type::ARRAY:
        return wrong(path, "an array holds rules, not arrays");
    default:
        rule.kind = Rule::Kind::Number;
        readNumber(json, rule.number);
        return rule;
    }
}

Result<Node> compileNode(element json, const std::string &path, int depth);

Result<std::vector<Node>> compileChoices(element json, const std::string &path, int depth)
{
    simdjson::dom::array array;
    if (json.get(array) != simdjson::SUCCESS || array.size() < 2)
        return wrong(path, "\"$or\" takes an array of two or more patterns");
    std::vector<Node> nodes;
    for (const element one : array) {
        STATOR_TRY(Node node, compileNode(one, path, depth + 1));
        nodes.push_back(std::move(node));
    }
    return nodes;
}

Result<Node::Field> compileField(std::string_view name, element json, const std::string &path, int depth)
{
    Node::Field field;
    field.name = name;
    if (json.type() == element_type::OBJECT) {
        STATOR_TRY(Node below, compileNode(json, path, depth + 1));
        field.below = std::make_shared<const Node>(std::move(below));
        return field;
    }
    simdjson::dom::array rules;
    if (json.get(rules) != simdjson::SUCCESS)
        return wrong(path, "a field takes an array of rules, or an object of fields");
    for (const element one : rules) {
        STATOR_TRY(Rule rule, compileRule(one, path));
        field.rules.push_back(std::move(rule));
    }
    if (field.rules.empty())
        return wrong(path, "an empty array takes no record");
    return field;
}

Result<Node> compileNode(element json, const std::string &path, int depth)
{
    simdjson::dom::object object;
    if (json.get(object) != simdjson::SUCCESS)
        return wrong(path, "a pattern is a JSON object");
    if (depth > kMaxDepth)
        return wrong(path, "the pattern is nested too deeply");
    if (object.size() == 0)
        return wrong(path, "an object names at least one field");
    Node node;
    for (const auto member : object) {
        const std::string below = path.empty() ? std::string(member.key) : path + "." + std::string(member.key);
        if (member.key == "$or") {
            STATOR_TRY(std::vector<Node> choices, compileChoices(member.value, below, depth));
            node.choices.push_back(std::move(choices));
            continue;
        }
        STATOR_TRY(Node::Field field, compileField(member.key, member.value, below, depth));
        node.fields.push_back(std::move(field));
    }
    return node;
}

std::size_t characters(std::string_view text)
{
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

} // namespace

std::string lowered(std::string_view text)
{
    std::string low(text);
    for (char &c : low)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return low;
}

Result<FilterPattern> FilterPattern::compile(std::string_view json)
{
    if (characters(json) > kMaxCharacters)
        return Error::validation(fmt::format("Invalid filter pattern: it has more than {} characters", kMaxCharacters));
    simdjson::dom::parser parser;
    element root;
    if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS)
        return Error::validation("Invalid filter pattern: it is not valid JSON");
    STATOR_TRY(Node node, compileNode(root, {}, 0));
    return FilterPattern(std::make_shared<const Node>(std::move(node)));
}

} // namespace stator::triggers
