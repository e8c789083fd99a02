#include "encoding/key_attributes.h"

namespace stator::encoding {

void putKeyAttributes(std::string &out, const std::vector<model::KeyAttribute> &attributes)
{
    putVarint(out, attributes.size());
    for (const auto &attribute : attributes) {
        putString(out, attribute.name);
        putByte(out, static_cast<std::uint8_t>(attribute.type));
    }
}

std::vector<model::KeyAttribute> readKeyAttributes(WireReader &reader)
{
    std::vector<model::KeyAttribute> attributes;
    const std::size_t count = reader.count();
    for (std::size_t i = 0; i < count && !reader.hasFailed(); ++i) {
        model::KeyAttribute attribute;
        attribute.name = reader.string();
        attribute.type = static_cast<model::ValueType>(reader.byte());
        if (!model::isKeyType(attribute.type))
            reader.fail();
        attributes.push_back(std::move(attribute));
    }
    return attributes;
}

} // namespace stator::encoding
