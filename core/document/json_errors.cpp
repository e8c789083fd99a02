#include "document/json_errors.h"

#include <string>

namespace stator::document {

namespace dom = simdjson::dom;
using model::ValueType;

namespace {

// What the service calls a JSON scalar where it wants another.
const char *scalarName(dom::element json)
{
    switch (json.type()) {
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
        return "NUMBER_VALUE";
    case dom::element_type::DOUBLE:
        return "DECIMAL_VALUE";
    case dom::element_type::BOOL:
        return bool(json.get_bool().value_unsafe()) ? "TRUE_VALUE" : "FALSE_VALUE";
    case dom::element_type::STRING:
        return "STRING_VALUE";
    default:
        return "NULL_VALUE";
    }
}

} // namespace

Error unrecognizedCollection(std::string_view type)
{
    std::string text = "Unrecognized collection type ";
    text += type;
    return Error::serialization(std::move(text));
}

Error scalarExpected(dom::element json, std::string_view collection, std::string_view type)
{
    if (json.is_array())
        return unrecognizedCollection(collection);
    if (json.is_object())
        return Error::serialization(kStructureFound);
    std::string text = scalarName(json);
    text += " cannot be converted to ";
    text += type;
    return Error::serialization(std::move(text));
}

Error emptyValue()
{
    return Error::validation(
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
}

Error severalTypes()
{
    return Error::validation(
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of "
        "the supported datatypes");
}

Error nestedTooDeep()
{
    return Error::validation(
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested "
        "levels beyond supported limit");
}

Error emptySet(ValueType type)
{
    return Error::invalidParameter(type == ValueType::SS   ? "An string set  may not be empty"
                                   : type == ValueType::NS ? "An number set  may not be empty"
                                                           : "Binary sets should not be empty");
}

Error duplicatesIn(ValueType type, dom::array array)
{
    if (type == ValueType::NS)
        return Error::validation("Input collection contains duplicates");
    std::string text = "Input collection [";
    const char *separator = "";
    for (const dom::element element : array) {
        std::string_view entry;
        if (element.get(entry) == simdjson::SUCCESS)
            text.append(separator).append(entry);
        separator = ", ";
    }
    text += type == ValueType::BS ? "]of type BS contains duplicates." : "] contains duplicates.";
    return Error::invalidParameter(text);
}

} // namespace stator::document
