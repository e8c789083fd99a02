#include "document/check.h"

#include <simdjson.h>

#include "document/value_layout.h"
#include "model/limits.h"
#include "model/number.h"
#include "model/value_type.h"

namespace stator::document {

namespace {

using model::ValueType;

// Reads front to back and never past the end. The first thing wrong ends it and says why.
class Checker {
public:
    explicit Checker(std::string_view bytes) : m_at(bytes.data()), m_end(bytes.data() + bytes.size()) {}

    // One value; its service size goes to `size`, the content a set sorts it by to `content`.
    bool value(std::uint32_t level, std::uint64_t &size, std::string_view *content = nullptr)
    {
        if (level > model::kNestingLevels)
            return wrong("nested too deep");
        if (left() < 1)
            return wrong("cut short");
        const auto type = static_cast<ValueType>(*m_at++);
        switch (type) {
        case ValueType::Null:
            size = 1;
            return true;
        case ValueType::Bool:
            size = 1;
            if (left() < 1)
                return wrong("cut short");
            return *m_at == 0 || *m_at == 1 ? (++m_at, true) : wrong("not a boolean");
        case ValueType::N:
            return number(size, content);
        case ValueType::S:
        case ValueType::B:
            return text(type, size, content);
        case ValueType::NS:
        case ValueType::SS:
        case ValueType::BS:
        case ValueType::L:
        case ValueType::M:
            return container(type, level, size);
        }
        return wrong("no such type");
    }

    bool isAtEnd() const { return m_at == m_end; }
    bool wrong(const char *why)
    {
        m_why = why;
        return false;
    }
    Error error() const { return Error::corruption(std::string("a document is damaged: ") + m_why); }

private:
    std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); }

    bool varint(std::uint32_t &value)
    {
        std::uint64_t bits = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            if (left() < 1)
                return wrong("cut short");
            const auto byte = static_cast<unsigned char>(*m_at++);
            bits |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) {
                if ((byte == 0 && shift > 0) || bits > UINT32_MAX)
                    return wrong("a length is not minimal");
                value = static_cast<std::uint32_t>(bits);
                return true;
            }
        }
        return wrong("a length is too long");
    }

    bool run(std::uint32_t length, std::string_view &bytes)
    {
        if (left() < length)
            return wrong("cut short");
        bytes = {m_at, length};
        m_at += length;
        return true;
    }

    bool number(std::uint64_t &size, std::string_view *content)
    {
        if (left() < 1)
            return wrong("cut short");
        const auto length = static_cast<unsigned char>(*m_at++);
        std::string_view bytes;
        if (!run(length, bytes))
            return false;
        if (!model::Number::isCanonical(bytes))
            return wrong("not a number");
        size = model::numberSizeBytes(bytes);
        if (content != nullptr)
            *content = bytes;
        return true;
    }

    bool text(ValueType type, std::uint64_t &size, std::string_view *content)
    {
        std::uint32_t length = 0;
        std::string_view bytes;
        if (!varint(length) || !run(length, bytes))
            return false;
        if (type == ValueType::S && !simdjson::validate_utf8(bytes.data(), bytes.size()))
            return wrong("a string is not UTF-8");
        size = length;
        if (content != nullptr)
            *content = bytes;
        return true;
    }

    bool container(ValueType type, std::uint32_t level, std::uint64_t &size)
    {
        if (left() < layout::kHeadBytes)
            return wrong("cut short");
        const std::uint32_t length = layout::readU32(m_at);
        const std::uint32_t count = layout::readU32(m_at + 4);
        const std::uint32_t statedSize = layout::readU32(m_at + 8);
        m_at += layout::kHeadBytes;
        if (left() < length)
            return wrong("cut short");

        const char *const outerEnd = m_end;
        m_end = m_at + length;
        std::uint32_t found = 0;
        size = model::isSet(type) ? 0 : layout::kContainerSize;
        std::string_view previous;
        for (; m_at != m_end; ++found) {
            const bool isFine = type == ValueType::M   ? member(found == 0, level, size, previous)
                                : type == ValueType::L ? element(level, size)
                                                       : setElement(type, found == 0, size, previous);
            if (!isFine)
                return false;
        }
        m_end = outerEnd;
        if (found != count || size != statedSize)
            return wrong("a count or size is false");
        return found > 0 || !model::isSet(type) || wrong("an empty set");
    }

    bool member(bool isFirst, std::uint32_t level, std::uint64_t &size, std::string_view &previous)
    {
        std::uint32_t length = 0;
        std::string_view name;
        if (!varint(length) || !run(length, name))
            return false;
        if (name.empty() || name.size() > model::kAttributeNameBytes)
            return wrong("a name of this length");
        if (!simdjson::validate_utf8(name.data(), name.size()))
            return wrong("a name is not UTF-8");
        if (!isFirst && !(previous < name))
            return wrong("members are out of order");
        previous = name;
        size += name.size();
        return element(level, size);
    }

    bool element(std::uint32_t level, std::uint64_t &size)
    {
        std::uint64_t inner = 0;
        if (!value(level + 1, inner))
            return false;
        size += inner + layout::kEntrySize;
        return true;
    }

    bool setElement(ValueType type, bool isFirst, std::uint64_t &size, std::string_view &previous)
    {
        const ValueType wanted = type == ValueType::NS   ? ValueType::N
                                 : type == ValueType::SS ? ValueType::S
                                                         : ValueType::B;
        if (static_cast<ValueType>(*m_at) != wanted)
            return wrong("an element of another type");
        std::uint64_t inner = 0;
        std::string_view content;
        if (!value(1, inner, &content))
            return false;
        if (!isFirst && !(previous < content))
            return wrong("elements are out of order");
        previous = content;
        size += inner;
        return true;
    }

    const char *m_at;
    const char *m_end;
    const char *m_why = "";
};

Result<void> check(std::string_view bytes, std::uint32_t level)
{
    Checker checker(bytes);
    std::uint64_t size = 0;
    if (checker.value(level, size) && (checker.isAtEnd() || checker.wrong("bytes after its end")))
        return {};
    return checker.error();
}

} // namespace

Result<void> checkValue(std::string_view bytes)
{
    return check(bytes, 1);
}

Result<void> checkItem(std::string_view bytes)
{
    if (bytes.empty() || static_cast<ValueType>(bytes[0]) != ValueType::M)
        return Error::corruption("a document is damaged: not an item");
    // The attributes are the first level, so the item itself is none.
    return check(bytes, 0);
}

} // namespace stator::document
