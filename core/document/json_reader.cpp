#include "document/json_reader.h"

#include <initializer_list>

#include "document/json_errors.h"
#include "model/limits.h"
#include "model/number.h"

namespace stator::document {

namespace {

namespace dom = simdjson::dom;

Result<std::string_view> readString(dom::element json)
{
    std::string_view text;
    if (json.get(text) != simdjson::SUCCESS)
        return scalarExpected(json, "class java.lang.String", "String");
    return text;
}

// Strings that say true or false are taken for it.
Result<bool> readBoolean(dom::element json)
{
    bool value = false;
    if (json.get(value) == simdjson::SUCCESS)
        return value;
    std::string_view text;
    if (json.get(text) != simdjson::SUCCESS)
        return scalarExpected(json, "class java.lang.Boolean", "Boolean");
    if (text == "true" || text == "1" || text == "yes")
        return true;
    if (text == "false" || text == "0" || text == "no")
        return false;
    return Error::serialization("Unexpected token received from parser");
}

// Replaces `out` by the bytes.
Result<void> readBlob(dom::element json, std::string &out)
{
    std::string_view text;
    out.clear();
    if (json.get(text) == simdjson::SUCCESS)
        return decodeBase64(text, out);
    if (json.is_array() || json.is_object())
        return scalarExpected(json, "class java.nio.ByteBuffer", "ByteBuffer");
    return Error::serialization("only base-64-encoded strings are convertible to bytes");
}

Result<dom::array> readArray(dom::element json)
{
    dom::array array;
    if (json.get(array) == simdjson::SUCCESS)
        return array;
    return Error::serialization(json.is_object() ? kStructureFound : "Unexpected field type");
}

Result<dom::object> readMap(dom::element json)
{
    dom::object object;
    if (json.get(object) == simdjson::SUCCESS)
        return object;
    if (json.is_array())
        return unrecognizedCollection(kMapClass);
    return Error::serialization("Unexpected field type");
}

// The types an AttributeValue has set, each with its JSON. Of a tag that comes twice the last one counts,
// members that are null count as absent, unknown ones are ignored.
struct Tags {
    std::array<dom::element, 11> byType;
    std::uint32_t present = 0; // one bit for each type
    ValueType single = ValueType::Null;

    explicit Tags(dom::object object)
    {
        for (const dom::key_value_pair member : object) {
            const auto type = model::valueTypeFromWireName(member.key);
            if (!type || member.value.is_null())
                continue;
            byType[static_cast<std::size_t>(*type)] = member.value;
            present |= bit(*type);
            single = *type;
        }
    }

    static std::uint32_t bit(ValueType type) { return 1u << static_cast<unsigned>(type); }
    bool has(ValueType type) const { return (present & bit(type)) != 0; }
    bool isOne() const { return present != 0 && (present & (present - 1)) == 0; }
    dom::element operator[](ValueType type) const { return byType[static_cast<std::size_t>(type)]; }
};

// One walk over parsed JSON that writes a document and keeps the first fault beside it. Where a fault is met
// something else is written, so that the writer goes on; a document with a fault is thrown away.
class Walk {
public:
    explicit Walk(ValueWriter &writer) : m_writer(writer) {}

    std::optional<ValueFault> takeFault() { return std::move(m_fault); }

    Result<void> members(dom::element json, std::uint32_t level)
    {
        STATOR_TRY(const dom::object object, readMap(json));
        for (const dom::key_value_pair member : object) {
            if (level == 1)
                m_attribute = member.key;
            if (member.key.empty())
                addFault(Error::invalidParameter("Empty attribute name"));
            else if (member.key.size() > model::kAttributeNameBytes)
                addFault(
                    Error::invalidParameter("Attribute name is too large, must be less than 65536 bytes"));
            m_writer.name(member.key);
            STATOR_CHECK(value(member.value, level));
        }
        return {};
    }

    Result<void> value(dom::element json, std::uint32_t level)
    {
        dom::object object;
        if (json.get(object) != simdjson::SUCCESS) {
            if (json.is_array())
                return unrecognizedCollection(kAttributeValueClass);
            if (!json.is_null())
                return Error::serialization("Unexpected value type in payload");
            return fault(emptyValue());
        }
        if (level > model::kNestingLevels) {
            addFault(nestedTooDeep(), true);
            m_writer.null();
            return {};
        }
        // Nearly every value: one member, the type.
        auto member = object.begin();
        if (member != object.end()) {
            const dom::key_value_pair first = *member;
            const auto type = model::valueTypeFromWireName(first.key);
            if (!(++member != object.end()) && type && !first.value.is_null())
                return tagged(*type, first.value, level);
        }
        const Tags tags(object);
        if (tags.isOne())
            return tagged(tags.single, tags[tags.single], level);
        if (tags.present == 0)
            return fault(emptyValue());
        return severalTags(tags, level);
    }

private:
    void addFault(Error error, bool isNesting = false)
    {
        if (!m_fault)
            m_fault = ValueFault{std::move(error), std::string(m_attribute), isNesting};
    }
    // A fault in place of a value.
    Result<void> fault(Error error)
    {
        addFault(std::move(error));
        m_writer.null();
        return {};
    }

    Result<void> tagged(ValueType type, dom::element json, std::uint32_t level)
    {
        switch (type) {
        case ValueType::S: {
            STATOR_TRY(const std::string_view text, readString(json));
            m_writer.string(text);
            return {};
        }
        case ValueType::N:
            return number(json);
        case ValueType::B:
            STATOR_CHECK(readBlob(json, m_blob));
            m_writer.binary(m_blob);
            return {};
        case ValueType::Bool: {
            STATOR_TRY(const bool isTrue, readBoolean(json));
            m_writer.boolean(isTrue);
            return {};
        }
        case ValueType::Null: {
            STATOR_TRY(const bool isTrue, readBoolean(json));
            if (!isTrue)
                addFault(Error::invalidParameter("Null attribute value types must have the value of true"));
            m_writer.null();
            return {};
        }
        case ValueType::NS:
        case ValueType::SS:
        case ValueType::BS:
            return set(type, json);
        case ValueType::L: {
            STATOR_TRY(const dom::array array, readArray(json));
            m_writer.beginList();
            for (const dom::element element : array)
                STATOR_CHECK(value(element, level + 1));
            m_writer.endList();
            return {};
        }
        case ValueType::M:
            m_writer.beginMap();
            STATOR_CHECK(members(json, level + 1));
            m_writer.endMap();
            return {};
        }
        return {};
    }

    Result<void> number(dom::element json)
    {
        STATOR_TRY(const std::string_view text, readString(json));
        auto number = model::Number::parse(text);
        if (!number)
            addFault(std::move(number).error());
        m_writer.numberBytes(number ? number->bytes() : model::Number().bytes());
        return {};
    }

    Result<void> set(ValueType type, dom::element json)
    {
        STATOR_TRY(const dom::array array, readArray(json));
        if (array.begin() == array.end())
            return fault(emptySet(type));
        m_writer.beginSet(type);
        for (const dom::element element : array) {
            if (element.is_null())
                addFault(emptyValue());
            else if (type == ValueType::NS)
                STATOR_CHECK(number(element));
            else
                STATOR_CHECK(tagged(type == ValueType::SS ? ValueType::S : ValueType::B, element, 0));
        }
        const bool isDistinct = m_writer.endSet();
        if (!isDistinct && !m_fault)
            addFault(duplicatesIn(type, array));
        return {};
    }

    // More than one type: each is still looked at, since its own faults come before that of being too many.
    Result<void> severalTags(const Tags &tags, std::uint32_t level)
    {
        ValueWriter unused;
        Walk inner(unused);
        inner.m_attribute = m_attribute;
        inner.m_fault = std::move(m_fault);
        const auto look = [&](std::initializer_list<ValueType> types) -> Result<void> {
            for (const ValueType type : types) {
                if (!tags.has(type))
                    continue;
                STATOR_CHECK(inner.tagged(type, tags[type], level));
                unused.clear();
            }
            return {};
        };
        STATOR_CHECK(look({ValueType::N, ValueType::Null}));
        for (const ValueType type : {ValueType::SS, ValueType::NS, ValueType::BS}) {
            if (!tags.has(type))
                continue;
            STATOR_TRY(const dom::array array, readArray(tags[type]));
            if (array.begin() == array.end())
                inner.addFault(emptySet(type));
        }
        STATOR_CHECK(look({ValueType::SS, ValueType::NS, ValueType::BS, ValueType::S, ValueType::B,
                           ValueType::Bool, ValueType::L, ValueType::M}));
        m_fault = inner.takeFault();
        return fault(severalTypes());
    }

    ValueWriter &m_writer;
    std::optional<ValueFault> m_fault;
    std::string_view m_attribute;
    std::string m_blob;
};

} // namespace

Result<Value> readValue(dom::element json, ValueWriter &scratch)
{
    scratch.clear();
    Walk walk(scratch);
    STATOR_CHECK(walk.value(json, 1));
    if (auto fault = walk.takeFault())
        return Value::faulty(std::move(*fault));
    return scratch.finish();
}

Result<Item> readItem(dom::element json, ItemWriter &scratch)
{
    scratch.clear();
    Walk walk(scratch);
    STATOR_CHECK(walk.members(json, 1));
    if (auto fault = walk.takeFault())
        return Item::faulty(std::move(*fault));
    return scratch.finish();
}

namespace {

Error notJson(simdjson::error_code code)
{
    return Error::serialization(std::string("The text is not JSON: ") + simdjson::error_message(code));
}

} // namespace

Result<Item> parseItem(std::string_view json)
{
    dom::parser parser;
    dom::element element;
    if (const auto code = parser.parse(json.data(), json.size()).get(element))
        return notJson(code);
    ItemWriter writer;
    STATOR_TRY(Item item, readItem(element, writer));
    if (item.fault() != nullptr)
        return item.fault()->error;
    return item;
}

Result<Value> parseValue(std::string_view json)
{
    dom::parser parser;
    dom::element element;
    if (const auto code = parser.parse(json.data(), json.size()).get(element))
        return notJson(code);
    ValueWriter writer;
    STATOR_TRY(Value value, readValue(element, writer));
    if (value.fault() != nullptr)
        return value.fault()->error;
    return value;
}

} // namespace stator::document
