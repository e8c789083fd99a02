#include "document/json_writer.h"

#include <cstring>

#include "model/number.h"

namespace stator::document {

namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kTops = 0x8080808080808080;

bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

// Whether one of eight bytes is zero; exact as a yes or no.
std::uint64_t zeroByte(std::uint64_t bytes)
{
    return (bytes - kOnes) & ~bytes & kTops;
}

// How many bytes at the beginning of `text` go through unescaped.
std::size_t cleanLength(std::string_view text)
{
    std::size_t at = 0;
    for (; text.size() - at >= 8; at += 8) {
        std::uint64_t bytes;
        std::memcpy(&bytes, text.data() + at, 8);
        const std::uint64_t control = (bytes - kOnes * 0x20) & ~bytes & kTops;
        if ((control | zeroByte(bytes ^ (kOnes * '"')) | zeroByte(bytes ^ (kOnes * '\\'))) != 0)
            break;
    }
    while (at < text.size() && !needsEscape(text[at]))
        ++at;
    return at;
}

void writeEscape(char c, std::string &out)
{
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00";
        out += static_cast<char>('0' + (c >> 4));
        out += "0123456789abcdef"[c & 15];
    }
}

void writeScalar(ValueView value, std::string &out)
{
    switch (value.type()) {
    case ValueType::N:
        out += '"';
        model::appendNumberText(value.numberBytes(), out);
        out += '"';
        return;
    case ValueType::S:
        writeJsonString(value.text(), out);
        return;
    default:
        out += '"';
        writeBase64(value.text(), out);
        out += '"';
    }
}

void writeSet(ValueView set, std::string &out)
{
    char separator = '[';
    for (const ValueView element : set.elements()) {
        out += separator;
        writeScalar(element, out);
        separator = ',';
    }
    out += ']';
}

// `"name":` for a map's members; most names are short and need no escape, and then it is one append.
void writeName(char separator, std::string_view name, std::string &out)
{
    constexpr std::size_t kShort = 64;
    if (name.size() > kShort || cleanLength(name) != name.size()) {
        out += separator;
        writeJsonString(name, out);
        out += ':';
        return;
    }
    char head[kShort + 4];
    head[0] = separator;
    head[1] = '"';
    std::memcpy(head + 2, name.data(), name.size());
    head[name.size() + 2] = '"';
    head[name.size() + 3] = ':';
    out.append(head, name.size() + 4);
}

void writeMembers(ValueView map, std::string &out)
{
    char separator = '{';
    for (const Member &member : map.members()) {
        writeName(separator, member.name, out);
        writeValue(member.value, out);
        separator = ',';
    }
    if (separator == '{')
        out += '{';
    out += '}';
}

} // namespace

void writeJsonString(std::string_view text, std::string &out)
{
    out += '"';
    for (;;) {
        const std::size_t clean = cleanLength(text);
        out.append(text.data(), clean);
        if (clean == text.size())
            break;
        writeEscape(text[clean], out);
        text.remove_prefix(clean + 1);
    }
    out += '"';
}

void writeValue(ValueView value, std::string &out)
{
    switch (value.type()) {
    case ValueType::Null:
        out += "{\"NULL\":true}";
        return;
    case ValueType::Bool:
        out += value.boolean() ? "{\"BOOL\":true}" : "{\"BOOL\":false}";
        return;
    case ValueType::N:
        out.append("{\"N\":\"", 6);
        model::appendNumberText(value.numberBytes(), out);
        out.append("\"}", 2);
        return;
    case ValueType::S: {
        const std::string_view text = value.text();
        if (cleanLength(text) == text.size()) {
            out.append("{\"S\":\"", 6);
            out.append(text);
            out.append("\"}", 2);
            return;
        }
        out += "{\"S\":";
        writeJsonString(text, out);
        break;
    }
    case ValueType::B:
        out += "{\"B\":";
        writeScalar(value, out);
        break;
    case ValueType::NS:
        out += "{\"NS\":";
        writeSet(value, out);
        break;
    case ValueType::SS:
        out += "{\"SS\":";
        writeSet(value, out);
        break;
    case ValueType::BS:
        out += "{\"BS\":";
        writeSet(value, out);
        break;
    case ValueType::L: {
        out += "{\"L\":[";
        bool isFirst = true;
        for (const ValueView element : value.elements()) {
            if (!isFirst)
                out += ',';
            writeValue(element, out);
            isFirst = false;
        }
        out += ']';
        break;
    }
    case ValueType::M:
        out += "{\"M\":";
        writeMembers(value, out);
        break;
    }
    out += '}';
}

void writeItem(ItemView item, std::string &out)
{
    writeMembers(item.map(), out);
}

std::string itemToJson(ItemView item)
{
    std::string json;
    writeItem(item, json);
    return json;
}

} // namespace stator::document
