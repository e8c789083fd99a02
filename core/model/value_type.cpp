#include "model/value_type.h"

#include "base/assert.h"

namespace stator::model {

std::string_view wireName(ValueType type)
{
    switch (type) {
    case ValueType::Null:
        return "NULL";
    case ValueType::Bool:
        return "BOOL";
    case ValueType::N:
        return "N";
    case ValueType::S:
        return "S";
    case ValueType::B:
        return "B";
    case ValueType::NS:
        return "NS";
    case ValueType::SS:
        return "SS";
    case ValueType::BS:
        return "BS";
    case ValueType::L:
        return "L";
    case ValueType::M:
        return "M";
    }
    assertionFailed("a value type", __FILE__, __LINE__);
}

std::optional<ValueType> valueTypeFromWireName(std::string_view name)
{
    switch (name.size()) {
    case 1:
        switch (name[0]) {
        case 'S':
            return ValueType::S;
        case 'N':
            return ValueType::N;
        case 'M':
            return ValueType::M;
        case 'L':
            return ValueType::L;
        case 'B':
            return ValueType::B;
        default:
            return std::nullopt;
        }
    case 2:
        if (name[1] != 'S')
            return std::nullopt;
        switch (name[0]) {
        case 'S':
            return ValueType::SS;
        case 'N':
            return ValueType::NS;
        case 'B':
            return ValueType::BS;
        default:
            return std::nullopt;
        }
    case 4:
        if (name == "BOOL")
            return ValueType::Bool;
        if (name == "NULL")
            return ValueType::Null;
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace stator::model
