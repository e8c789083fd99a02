#include "api/mismatch.h"

namespace stator::api {

namespace {

using simdjson::dom::element_type;

constexpr std::string_view kShapes = "com.amazonaws.dynamodb.v20120810.";

// The service's name of a type, as it prints it.
std::string javaName(const Type &type)
{
    switch (type.kind) {
    case Kind::String:
    case Kind::Enum:
        return "java.lang.String";
    case Kind::Integer:
        return "java.lang.Integer";
    case Kind::Long:
        return "java.lang.Long";
    case Kind::Double:
        return "java.lang.Double";
    case Kind::Boolean:
        return "java.lang.Boolean";
    case Kind::Timestamp:
        return "java.util.Date";
    case Kind::Value:
        return std::string(kShapes) + "AttributeValue";
    case Kind::Item:
        return "java.util.Map<java.lang.String, " + std::string(kShapes) + "AttributeValue>";
    case Kind::ItemList:
        return "java.util.List<java.util.Map<java.lang.String, " + std::string(kShapes) + "AttributeValue>>";
    case Kind::Structure:
        return std::string(kShapes) + std::string(type.structure->name);
    case Kind::List:
        return "java.util.List<" + javaName(*type.element) + ">";
    case Kind::Map:
        return "java.util.Map<java.lang.String, " + javaName(*type.element) + ">";
    }
    return {};
}

std::string_view simpleName(Kind kind)
{
    switch (kind) {
    case Kind::Integer:
        return "Integer";
    case Kind::Long:
        return "Long";
    case Kind::Double:
        return "Double";
    case Kind::Boolean:
        return "Boolean";
    case Kind::Timestamp:
        return "Date";
    default:
        return "String";
    }
}

std::string_view tokenName(simdjson::dom::element json)
{
    switch (json.type()) {
    case element_type::STRING:
        return "STRING_VALUE";
    case element_type::DOUBLE:
        return "DECIMAL_VALUE";
    case element_type::BOOL:
        return bool(json.get_bool().value_unsafe()) ? "TRUE_VALUE" : "FALSE_VALUE";
    default:
        return "NUMBER_VALUE";
    }
}

bool isScalar(Kind kind)
{
    return kind <= Kind::Enum;
}

bool isCollection(const Type &type)
{
    return type.kind == Kind::Item || type.kind == Kind::ItemList || type.kind == Kind::List ||
           type.kind == Kind::Map;
}

} // namespace

Error mismatch(const Type &expected, simdjson::dom::element got, bool isMember)
{
    if (got.type() == element_type::OBJECT)
        return Error::serialization("Start of structure or map found where not expected");
    if (got.type() == element_type::ARRAY)
        return Error::serialization("Unrecognized collection type " +
                                    std::string(isCollection(expected) ? "" : "class ") + javaName(expected));
    if (!isScalar(expected.kind))
        return Error::serialization(isMember ? "Unexpected field type" : "Unexpected value type in payload");
    if (expected.kind == Kind::Boolean && got.type() == element_type::STRING)
        return Error::serialization("Unexpected token received from parser");
    return Error::serialization(std::string(tokenName(got)) + " cannot be converted to " +
                                std::string(simpleName(expected.kind)));
}

Error mismatch(const Structure &expected, simdjson::dom::element got)
{
    if (got.type() == element_type::ARRAY)
        return Error::serialization("Unrecognized collection type class " + std::string(kShapes) +
                                    std::string(expected.name));
    return Error::serialization("Unexpected value type in payload");
}

} // namespace stator::api
