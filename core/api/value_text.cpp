#include "api/value_text.h"

#include "api/decoder.h"

namespace stator::api {

namespace dom = simdjson::dom;
using dom::element_type;

namespace {

// A message need not repeat megabytes.
constexpr std::size_t kMaxTextBytes = 16 * 1024;

bool isFull(const std::string &out)
{
    return out.size() >= kMaxTextBytes;
}

void append(const Type *type, dom::element json, std::string &out);

void appendAttributeValue(dom::element json, std::string &out)
{
    dom::object tags;
    out += "AttributeValue(";
    if (json.get(tags) == simdjson::SUCCESS) {
        bool isFirst = true;
        for (const dom::key_value_pair tag : tags) {
            if (isFull(out))
                break;
            if (!isFirst)
                out += ", ";
            isFirst = false;
            out += memberText(tag.key);
            out += '=';
            append(nullptr, tag.value, out);
        }
    }
    out += ')';
}

void appendStructure(const Structure &structure, dom::object json, std::string &out)
{
    out += structure.name;
    out += '(';
    bool isFirst = true;
    for (const Member &member : structure.members) {
        dom::element value;
        if (isFull(out) || json.at_key(member.name).get(value) != simdjson::SUCCESS || value.is_null())
            continue;
        if (!isFirst)
            out += ", ";
        isFirst = false;
        out += memberText(member.name);
        out += '=';
        append(member.type, value, out);
    }
    out += ')';
}

void appendList(const Type *element, dom::array json, std::string &out)
{
    out += '[';
    bool isFirst = true;
    for (const dom::element entry : json) {
        if (isFull(out))
            break;
        if (!isFirst)
            out += ", ";
        isFirst = false;
        append(element, entry, out);
    }
    out += ']';
}

// `areValues`: the members are attribute values.
void appendMap(const Type *element, dom::object json, bool areValues, std::string &out)
{
    out += '{';
    bool isFirst = true;
    for (const dom::key_value_pair entry : json) {
        if (isFull(out))
            break;
        if (!isFirst)
            out += ", ";
        isFirst = false;
        out += entry.key;
        out += '=';
        if (areValues)
            appendAttributeValue(entry.value, out);
        else
            append(element, entry.value, out);
    }
    out += '}';
}

// Without a type: what stands under the tag of an attribute value; objects and lists hold attribute values
// there.
void append(const Type *type, dom::element json, std::string &out)
{
    switch (json.type()) {
    case element_type::STRING:
        out += json.get_string().value_unsafe();
        break;
    case element_type::OBJECT:
        if (type && type->kind == Kind::Structure)
            appendStructure(*type->structure, json.get_object().value_unsafe(), out);
        else if (type && type->kind == Kind::Value)
            appendAttributeValue(json, out);
        else
            appendMap(type ? type->element : nullptr, json.get_object().value_unsafe(),
                      !type || type->kind == Kind::Item, out);
        break;
    case element_type::ARRAY: {
        static constexpr Type kAttributeValue{.kind = Kind::Value};
        appendList(type ? type->element : &kAttributeValue, json.get_array().value_unsafe(), out);
        break;
    }
    default:
        out += simdjson::to_string(json);
    }
}

} // namespace

std::string valueText(const Type &type, dom::element json)
{
    std::string out;
    append(&type, json, out);
    return out;
}

std::string memberText(std::string_view name)
{
    std::string text(name);
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z')
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    return text;
}

} // namespace stator::api
