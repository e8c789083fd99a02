// Walks parsed JSON beside the description of a struct and fills the struct.
//
// The walk stops at the first JSON type mismatch. It only notes that some constraint failed: naming them is
// the work of api/violations.h, which walks again when the request is refused anyway.
#pragma once

#include <simdjson.h>

#include "api/structure.h"
#include "base/result.h"

namespace stator::api {

class Decoder {
public:
    Result<void> decode(const Structure &structure, void *object, simdjson::dom::element json);

    // Whether every constraint of the model holds; to be asked after decode() succeeded.
    bool isValid() const { return m_isValid; }

private:
    // Where a value stands decides the words for a scalar in place of a structure.
    enum class Place { Member, Element };

    Result<void> readStructure(const Structure &structure, void *object, simdjson::dom::object json);
    Result<void> readValue(const Type &type, void *field, simdjson::dom::element json, Place place);
    Result<void> readList(const Type &type, void *list, simdjson::dom::array json);
    Result<void> readMap(const Type &type, void *map, simdjson::dom::object json);
    Result<void> readItemList(void *list, simdjson::dom::array json);
    Result<void> readString(const Type &type, std::string &field, simdjson::dom::element json);
    Result<void> readEnum(const Type &type, std::uint8_t &field, simdjson::dom::element json);
    Result<void> readBoolean(const Type &type, bool &field, simdjson::dom::element json);
    Result<void> readDouble(const Type &type, double &field, simdjson::dom::element json);
    Result<void> readInteger(const Type &type, std::int64_t &value, simdjson::dom::element json);

    void require(bool holds) { m_isValid = m_isValid && holds; }

    bool m_isValid = true;
};

} // namespace stator::api
