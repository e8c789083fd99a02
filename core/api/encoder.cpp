#include "api/encoder.h"

#include <charconv>
#include <cmath>

#include "document/json_writer.h"

namespace stator::api {

namespace {

template <class T>
void appendInteger(T value, std::string &out)
{
    char text[24];
    const auto end = std::to_chars(text, text + sizeof text, value);
    out.append(text, end.ptr);
}

// Always with a point, as the service writes capacity: 1.0, 0.5.
void appendDouble(double value, std::string &out)
{
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, value);
    const std::string_view written(text, static_cast<std::size_t>(end.ptr - text));
    out += written;
    if (written.find_first_of(".e") == std::string_view::npos)
        out += ".0";
}

// Seconds with up to three decimals.
void appendTimestamp(double seconds, std::string &out)
{
    const auto millis = static_cast<std::int64_t>(std::llround(seconds * 1000));
    if (millis % 1000 == 0 || millis < 0)
        return appendInteger(millis / 1000, out);
    appendInteger(millis / 1000, out);
    const auto fraction = millis % 1000;
    const char digits[] = {'.', static_cast<char>('0' + fraction / 100),
                           static_cast<char>('0' + fraction / 10 % 10),
                           static_cast<char>('0' + fraction % 10)};
    std::size_t count = sizeof digits;
    while (digits[count - 1] == '0')
        --count;
    out.append(digits, count);
}

void appendValue(const Type &type, const void *field, std::string &out);

void appendItems(const document::ItemList &items, std::string &out)
{
    // JSON is somewhat larger than the documents: a page of a megabyte shall not be moved while it grows.
    out.reserve(out.size() + items.byteCount() + items.byteCount() / 4 + items.size() * 64);
    out += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i)
            out += ',';
        document::writeItem(items[i], out);
    }
    out += ']';
}

void appendList(const Type &type, const void *list, std::string &out)
{
    out += '[';
    const std::size_t size = type.list->size(list);
    for (std::size_t i = 0; i < size; ++i) {
        if (i)
            out += ',';
        appendValue(*type.element, type.list->at(list, i), out);
    }
    out += ']';
}

void appendMap(const Type &type, const void *map, std::string &out)
{
    out += '{';
    const std::size_t size = type.map->size(map);
    for (std::size_t i = 0; i < size; ++i) {
        if (i)
            out += ',';
        document::writeJsonString(type.map->nameAt(map, i), out);
        out += ':';
        appendValue(*type.element, type.map->at(map, i), out);
    }
    out += '}';
}

void appendValue(const Type &type, const void *field, std::string &out)
{
    switch (type.kind) {
    case Kind::String:
        return document::writeJsonString(*static_cast<const std::string *>(field), out);
    case Kind::Integer:
        return appendInteger(*static_cast<const std::int32_t *>(field), out);
    case Kind::Long:
        return appendInteger(*static_cast<const std::int64_t *>(field), out);
    case Kind::Double:
        return appendDouble(*static_cast<const double *>(field), out);
    case Kind::Boolean:
        out += *static_cast<const bool *>(field) ? "true" : "false";
        return;
    case Kind::Timestamp:
        return appendTimestamp(*static_cast<const double *>(field), out);
    case Kind::Enum:
        out += '"';
        out += type.enumeration->values[*static_cast<const std::uint8_t *>(field)];
        out += '"';
        return;
    case Kind::Value:
        return document::writeValue(static_cast<const document::Value *>(field)->view(), out);
    case Kind::Item:
        return document::writeItem(static_cast<const document::Item *>(field)->view(), out);
    case Kind::ItemList:
        return appendItems(*static_cast<const document::ItemList *>(field), out);
    case Kind::Structure:
        return encodeStructure(*type.structure, field, out);
    case Kind::List:
        return appendList(type, field, out);
    case Kind::Map:
        return appendMap(type, field, out);
    }
}

} // namespace

void encodeStructure(const Structure &structure, const void *object, std::string &out)
{
    char separator = '{';
    for (const Member &member : structure.members) {
        const void *field = member.read(object);
        if (!field)
            continue;
        out += separator;
        separator = ',';
        out += '"';
        out += member.name;
        out += "\":";
        appendValue(*member.type, field, out);
    }
    if (separator == '{')
        out += '{';
    out += '}';
}

} // namespace stator::api
