#include "api/decoder.h"

#include <cmath>

#include "api/constraint.h"
#include "api/mismatch.h"
#include "document/json_reader.h"

namespace stator::api {

namespace dom = simdjson::dom;
using dom::element_type;

namespace {

document::ItemWriter &itemScratch()
{
    thread_local document::ItemWriter writer;
    return writer;
}

document::ValueWriter &valueScratch()
{
    thread_local document::ValueWriter writer;
    return writer;
}

// Decimals are floored, what does not fit is brought to the nearest that does (unverified).
std::int64_t floored(double value)
{
    constexpr double kEdge = 9.2e18;
    return static_cast<std::int64_t>(std::clamp(std::floor(value), -kEdge, kEdge));
}

std::optional<bool> booleanOfText(std::string_view text)
{
    for (const std::string_view yes : {"true", "1", "yes"})
        if (text == yes)
            return true;
    for (const std::string_view no : {"false", "0", "no"})
        if (text == no)
            return false;
    return std::nullopt;
}

} // namespace

Result<void> Decoder::decode(const Structure &structure, void *object, dom::element json)
{
    dom::object members;
    if (json.get(members) != simdjson::SUCCESS)
        return mismatch(structure, json);
    return readStructure(structure, object, members);
}

Result<void> Decoder::readStructure(const Structure &structure, void *object, dom::object json)
{
    std::uint64_t seen = 0;
    for (const dom::key_value_pair field : json) {
        const int index = structure.find(field.key);
        if (index < 0 || field.value.is_null())
            continue;
        const Member &member = structure.members[static_cast<std::size_t>(index)];
        STATOR_CHECK(readValue(*member.type, member.write(object), field.value, Place::Member));
        seen |= std::uint64_t{1} << index;
    }
    require((structure.requiredMembers & ~seen) == 0);
    return {};
}

Result<void> Decoder::readValue(const Type &type, void *field, dom::element json, Place place)
{
    const bool isObject = json.type() == element_type::OBJECT;
    const bool isArray = json.type() == element_type::ARRAY;
    switch (type.kind) {
    case Kind::String:
        return readString(type, *static_cast<std::string *>(field), json);
    case Kind::Enum:
        return readEnum(type, *static_cast<std::uint8_t *>(field), json);
    case Kind::Boolean:
        return readBoolean(type, *static_cast<bool *>(field), json);
    case Kind::Double:
    case Kind::Timestamp:
        return readDouble(type, *static_cast<double *>(field), json);
    case Kind::Integer: {
        std::int64_t value = 0;
        STATOR_CHECK(readInteger(type, value, json));
        constexpr auto kMin = std::int64_t{std::numeric_limits<std::int32_t>::min()};
        constexpr auto kMax = std::int64_t{std::numeric_limits<std::int32_t>::max()};
        *static_cast<std::int32_t *>(field) = static_cast<std::int32_t>(std::clamp(value, kMin, kMax));
        return {};
    }
    case Kind::Long:
        return readInteger(type, *static_cast<std::int64_t *>(field), json);
    case Kind::Value: {
        if (!isObject)
            break;
        STATOR_TRY(*static_cast<document::Value *>(field), document::readValue(json, valueScratch()));
        return {};
    }
    case Kind::Item: {
        if (!isObject)
            break;
        STATOR_TRY(*static_cast<document::Item *>(field), document::readItem(json, itemScratch()));
        return {};
    }
    case Kind::ItemList:
        if (!isArray)
            break;
        return readItemList(field, json.get_array().value_unsafe());
    case Kind::Structure:
        if (!isObject)
            break;
        return readStructure(*type.structure, field, json.get_object().value_unsafe());
    case Kind::List:
        if (!isArray)
            break;
        return readList(type, field, json.get_array().value_unsafe());
    case Kind::Map:
        if (!isObject)
            break;
        return readMap(type, field, json.get_object().value_unsafe());
    }
    return mismatch(type, json, place == Place::Member);
}

Result<void> Decoder::readList(const Type &type, void *list, dom::array json)
{
    type.list->clear(list);
    for (const dom::element element : json) {
        void *entry = type.list->append(list);
        if (element.is_null())
            require(false);
        else
            STATOR_CHECK(readValue(*type.element, entry, element, Place::Element));
    }
    require(isWithin(type, static_cast<std::int64_t>(type.list->size(list))));
    return {};
}

Result<void> Decoder::readMap(const Type &type, void *map, dom::object json)
{
    type.map->clear(map);
    for (const dom::key_value_pair entry : json) {
        if (type.key)
            require(satisfies(*type.key, entry.key));
        void *value = type.map->append(map, entry.key);
        if (entry.value.is_null())
            require(false);
        else
            STATOR_CHECK(readValue(*type.element, value, entry.value, Place::Element));
    }
    type.map->keepLast(map);
    const std::size_t size = type.map->size(map);
    require(isWithin(type, static_cast<std::int64_t>(size)) && (size > 0 || type.whenEmpty.empty()));
    return {};
}

Result<void> Decoder::readItemList(void *list, dom::array json)
{
    auto &items = *static_cast<document::ItemList *>(list);
    items = {};
    for (const dom::element element : json) {
        if (element.type() != element_type::OBJECT)
            return Error::serialization("Unexpected value type in payload");
        STATOR_TRY(const document::Item item, document::readItem(element, itemScratch()));
        if (const auto *fault = item.fault())
            return fault->error;
        items.append(item.view());
    }
    return {};
}

Result<void> Decoder::readString(const Type &type, std::string &field, dom::element json)
{
    std::string_view text;
    if (json.get(text) != simdjson::SUCCESS)
        return mismatch(type, json, true);
    field.assign(text);
    require(satisfies(type, text));
    return {};
}

Result<void> Decoder::readEnum(const Type &type, std::uint8_t &field, dom::element json)
{
    std::string_view text;
    if (json.get(text) != simdjson::SUCCESS)
        return mismatch(type, json, true);
    const auto value = enumerator(*type.enumeration, text);
    require(value.has_value());
    field = value.value_or(0);
    return {};
}

Result<void> Decoder::readBoolean(const Type &type, bool &field, dom::element json)
{
    if (json.get(field) == simdjson::SUCCESS)
        return {};
    std::string_view text;
    if (json.get(text) == simdjson::SUCCESS) {
        if (const auto value = booleanOfText(text)) {
            field = *value;
            return {};
        }
    }
    return mismatch(type, json, true);
}

Result<void> Decoder::readDouble(const Type &type, double &field, dom::element json)
{
    if (json.get(field) != simdjson::SUCCESS)
        return mismatch(type, json, true);
    return {};
}

Result<void> Decoder::readInteger(const Type &type, std::int64_t &value, dom::element json)
{
    double decimal = 0;
    if (json.get(value) != simdjson::SUCCESS) {
        if (json.get(decimal) != simdjson::SUCCESS)
            return mismatch(type, json, true);
        value = floored(decimal);
    }
    require(isWithin(type, value));
    return {};
}

} // namespace stator::api
