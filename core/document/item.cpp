#include "document/item.h"

#include "document/writer.h"
#include "model/number.h"

namespace stator::document {

Item Item::faulty(ValueFault fault)
{
    Item item;
    item.m_fault = std::make_shared<const ValueFault>(std::move(fault));
    return item;
}

Value::Value() : m_bytes(1, static_cast<char>(ValueType::Null)) {}

Value Value::faulty(ValueFault fault)
{
    Value value;
    value.m_fault = std::make_shared<const ValueFault>(std::move(fault));
    return value;
}

Value Value::string(std::string_view text)
{
    ValueWriter writer;
    writer.string(text);
    return writer.finish();
}

Value Value::number(std::string_view text)
{
    const auto number = model::Number::parse(text);
    ValueWriter writer;
    writer.numberBytes(number.value().bytes());
    return writer.finish();
}

Value Value::binary(std::string_view bytes)
{
    ValueWriter writer;
    writer.binary(bytes);
    return writer.finish();
}

Value Value::boolean(bool value)
{
    ValueWriter writer;
    writer.boolean(value);
    return writer.finish();
}

} // namespace stator::document
