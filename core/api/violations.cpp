#include "api/violations.h"

#include <string>
#include <vector>

#include "api/constraint.h"
#include "api/value_text.h"

namespace stator::api {

namespace dom = simdjson::dom;

namespace {

constexpr std::size_t kMaxListed = 10;

std::string atLeast(std::string_view what, std::int64_t bound)
{
    return "Member must have " + std::string(what) + " greater than or equal to " + std::to_string(bound);
}

std::string atMost(std::string_view what, std::int64_t bound)
{
    return "Member must have " + std::string(what) + " less than or equal to " + std::to_string(bound);
}

std::string likePattern(const Pattern &pattern)
{
    return "Member must satisfy regular expression pattern: " + std::string(pattern.text);
}

// The order of constraints inside "Map keys must satisfy constraint: […]".
std::string listed(const Type &type)
{
    std::vector<std::string> parts;
    const StringBounds bounds =
        type.kind == Kind::String ? stringBounds(type, "table") : StringBounds{type.min, type.max, nullptr};
    if (bounds.max != kNoMaximum)
        parts.push_back(atMost("length", bounds.max));
    if (bounds.min != kNoMinimum)
        parts.push_back(atLeast("length", bounds.min));
    if (bounds.pattern)
        parts.push_back(likePattern(*bounds.pattern));
    std::string text = "[";
    for (const auto &part : parts)
        text += (text.size() > 1 ? ", " : "") + part;
    return text + "]";
}

std::string enumText(const Enumeration &enumeration)
{
    std::string text = "Member must satisfy enum value set: [";
    for (std::size_t i = 0; i < enumeration.values.size(); ++i)
        text += (i ? ", " : "") + std::string(enumeration.values[i]);
    return text + "]";
}

// One place in the request; `wire` has the same steps in PascalCase.
struct Path {
    std::string text;
    std::string wire;

    Path member(std::string_view name) const
    {
        const std::string dot = text.empty() ? "" : ".";
        return {text + dot + memberText(name), wire + dot + std::string(name)};
    }
    Path element(const std::string &key) const
    {
        return {text + "." + key + ".member", wire + "." + key + ".member"};
    }
};

class Collector {
public:
    void checkStructure(const Structure &structure, dom::object json, const Path &path);
    Error error() const;

private:
    void check(const Type &type, dom::element json, const Path &path);
    void checkString(const Type &type, dom::element json, const Path &path);
    void checkNumber(const Type &type, dom::element json, const Path &path);
    void checkEnum(const Type &type, dom::element json, const Path &path);
    void checkList(const Type &type, dom::element json, const Path &path);
    void checkMap(const Type &type, dom::element json, const Path &path);
    void checkSize(const Type &type, std::size_t size, dom::element json, const Path &path);

    void add(const Type &type, dom::element json, const Path &path, const std::string &constraint,
             bool hidesValue = false)
    {
        if (m_listed.size() == kMaxListed)
            return;
        const std::string where = hidesValue ? "Value at '" + path.wire + "'"
                                             : "Value '" + valueText(type, json) + "' at '" + path.text + "'";
        m_listed.push_back(where + " failed to satisfy constraint: " + constraint);
    }
    void addNull(const Path &path)
    {
        if (m_listed.size() < kMaxListed)
            m_listed.push_back("Value null at '" + path.text +
                               "' failed to satisfy constraint: Member must not be null");
    }

    std::vector<std::string> m_listed;
    std::string m_alone; // a text that is not listed with others
};

void Collector::checkStructure(const Structure &structure, dom::object json, const Path &path)
{
    for (const Member &member : structure.members) {
        dom::element value;
        bool isPresent = false;
        for (const dom::key_value_pair field : json) // the last of equal names counts
            if (field.key == member.name && !field.value.is_null()) {
                value = field.value;
                isPresent = true;
            }
        if (isPresent)
            check(*member.type, value, path.member(member.name));
        else if (member.isRequired)
            addNull(path.member(member.name));
    }
}

void Collector::check(const Type &type, dom::element json, const Path &path)
{
    switch (type.kind) {
    case Kind::String:
        return checkString(type, json, path);
    case Kind::Integer:
    case Kind::Long:
        return checkNumber(type, json, path);
    case Kind::Enum:
        return checkEnum(type, json, path);
    case Kind::Structure:
        return checkStructure(*type.structure, json.get_object().value_unsafe(), path);
    case Kind::List:
        return checkList(type, json, path);
    case Kind::Map:
        return checkMap(type, json, path);
    default:
        return;
    }
}

void Collector::checkString(const Type &type, dom::element json, const Path &path)
{
    const std::string_view text = json.get_string().value_unsafe();
    const StringBounds bounds = stringBounds(type, text);
    const std::int64_t length = utf16Length(text);
    if (bounds.pattern && !bounds.pattern->matches(text))
        add(type, json, path, likePattern(*bounds.pattern));
    if (length < bounds.min)
        add(type, json, path, atLeast("length", bounds.min), type.hidesValueOfMin);
    if (length > bounds.max)
        add(type, json, path, atMost("length", bounds.max), type.hidesValueOfMax);
}

void Collector::checkNumber(const Type &type, dom::element json, const Path &path)
{
    double value = 0;
    if (json.get(value) != simdjson::SUCCESS)
        return;
    if (type.min != kNoMinimum && value < static_cast<double>(type.min))
        add(type, json, path, atLeast("value", type.min), type.hidesValueOfMin);
    if (type.max != kNoMaximum && value >= static_cast<double>(type.max) + 1)
        add(type, json, path, atMost("value", type.max), type.hidesValueOfMax);
}

void Collector::checkEnum(const Type &type, dom::element json, const Path &path)
{
    if (enumerator(*type.enumeration, json.get_string().value_unsafe()))
        return;
    if (!type.enumeration->refusal.empty())
        m_alone = type.enumeration->refusal;
    else
        add(type, json, path, enumText(*type.enumeration));
}

void Collector::checkSize(const Type &type, std::size_t size, dom::element json, const Path &path)
{
    const auto count = static_cast<std::int64_t>(size);
    if (count == 0 && !type.whenEmpty.empty())
        m_alone = type.whenEmpty;
    else if (count < type.min)
        add(type, json, path, atLeast("length", type.min), type.hidesValueOfMin);
    if (count > type.max)
        add(type, json, path, atMost("length", type.max), type.hidesValueOfMax);
}

void Collector::checkList(const Type &type, dom::element json, const Path &path)
{
    const dom::array elements = json.get_array().value_unsafe();
    checkSize(type, elements.size(), json, path);
    std::size_t number = 0;
    for (const dom::element element : elements) {
        const Path place = path.element(std::to_string(++number));
        if (m_listed.size() == kMaxListed)
            return;
        if (element.is_null())
            addNull({place.text, place.wire});
        else
            check(*type.element, element, place);
    }
}

// Whether a value breaks a bound that the service reports for the whole map.
bool breaksBounds(const Type &type, dom::element json)
{
    if (type.kind == Kind::String)
        return !satisfies(type, json.get_string().value_unsafe());
    if (type.kind == Kind::List)
        return !isWithin(type, static_cast<std::int64_t>(json.get_array().value_unsafe().size()));
    return false;
}

void Collector::checkMap(const Type &type, dom::element json, const Path &path)
{
    const dom::object entries = json.get_object().value_unsafe();
    checkSize(type, entries.size(), json, path);
    bool hasBadKey = false;
    bool hasBadValue = false;
    for (const dom::key_value_pair entry : entries) {
        hasBadKey = hasBadKey || (type.key && !satisfies(*type.key, entry.key));
        hasBadValue = hasBadValue || (!entry.value.is_null() && breaksBounds(*type.element, entry.value));
    }
    if (hasBadKey)
        add(type, json, path, "Map keys must satisfy constraint: " + listed(*type.key));
    if (hasBadValue)
        add(type, json, path, "Map value must satisfy constraint: " + listed(*type.element));
    for (const dom::key_value_pair entry : entries) {
        const Path place = path.element(std::string(entry.key));
        if (m_listed.size() == kMaxListed)
            return;
        if (entry.value.is_null())
            addNull(place);
        else if (!breaksBounds(*type.element, entry.value))
            check(*type.element, entry.value, place);
    }
}

Error Collector::error() const
{
    if (m_listed.empty())
        return Error::validation(m_alone);
    std::string text = std::to_string(m_listed.size()) + " validation error" +
                       (m_listed.size() > 1 ? "s" : "") + " detected: ";
    for (std::size_t i = 0; i < m_listed.size(); ++i)
        text += (i ? "; " : "") + m_listed[i];
    return Error::validation(std::move(text));
}

bool lacksTableName(dom::object json)
{
    dom::element name;
    return json.at_key("TableName").get(name) != simdjson::SUCCESS || name.is_null();
}

} // namespace

Error violations(const Structure &request, dom::element json)
{
    const dom::object members = json.get_object().value_unsafe();
    if (request.isControlPlane && lacksTableName(members))
        return Error::validation("The parameter 'TableName' is required but was not present in the request");
    Collector collector;
    collector.checkStructure(request, members, {});
    return collector.error();
}

} // namespace stator::api
