// A ValueView reads one encoded attribute value where it lies; nothing is copied, no tree is built.
//
// The format is canonical: equal values have equal bytes (members sorted by name bytes, set elements by
// their content, minimal lengths), so equality is memcmp. Grammar: document/value_format.md.
//
// A view is valid as long as the bytes it was made from. Making one from untrusted bytes goes through
// check() (document/check.h); the accessors assert the type they are asked for.
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

#include "base/assert.h"
#include "document/value_layout.h"
#include "model/value_type.h"

namespace stator::document {

using model::ValueType;

class ElementRange;
class MemberRange;

class ValueView {
public:
    ValueView() = default;
    // `bytes` begins with an encoded value; the view covers exactly that value.
    static ValueView at(const char *bytes);

    // The encoded value, tag included. Two values are equal exactly if these are.
    std::string_view bytes() const { return m_bytes; }

    ValueType type() const { return static_cast<ValueType>(m_bytes[0]); }
    // The service's size of the value, without an attribute name.
    std::uint32_t sizeBytes() const;
    // Levels of nesting: 1 for a scalar, a set and an empty container. Reads the whole value.
    std::uint32_t levels() const;

    std::string_view text() const;        // S: UTF-8; B: the raw bytes
    std::string_view numberBytes() const; // N: see model::Number
    bool boolean() const;                 // Bool
    std::uint32_t count() const;          // sets, L: elements; M: members

    ElementRange elements() const;                                // sets and L
    MemberRange members() const;                                  // M, in order of name bytes
    std::optional<ValueView> element(std::uint32_t index) const;  // L
    std::optional<ValueView> member(std::string_view name) const; // M
    bool containsElement(ValueView element) const;                // sets: membership; L: some element equals

    bool operator==(ValueView other) const { return m_bytes == other.m_bytes; }

private:
    explicit ValueView(std::string_view bytes) : m_bytes(bytes) {}

    bool isContainer() const { return type() >= ValueType::NS; }
    const char *contentBegin() const { return m_bytes.data() + layout::kContainerBytes; }
    const char *contentEnd() const { return m_bytes.data() + m_bytes.size(); }

    std::string_view m_bytes;
};

struct Member {
    std::string_view name;
    ValueView value;
};

class ElementIterator {
public:
    using value_type = ValueView;
    using difference_type = std::ptrdiff_t;

    ElementIterator() = default;
    explicit ElementIterator(const char *position, const char *end) : m_position(position), m_end(end)
    {
        read();
    }
    ValueView operator*() const { return m_value; }
    const ValueView *operator->() const { return &m_value; }
    ElementIterator &operator++()
    {
        m_position += m_value.bytes().size();
        read();
        return *this;
    }
    ElementIterator operator++(int)
    {
        ElementIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const ElementIterator &other) const { return m_position == other.m_position; }

private:
    void read()
    {
        if (m_position != m_end)
            m_value = ValueView::at(m_position);
    }

    const char *m_position = nullptr;
    const char *m_end = nullptr;
    ValueView m_value;
};

class MemberIterator {
public:
    using value_type = Member;
    using difference_type = std::ptrdiff_t;

    MemberIterator() = default;
    explicit MemberIterator(const char *position, const char *end) : m_position(position), m_end(end)
    {
        read();
    }
    const Member &operator*() const { return m_member; }
    const Member *operator->() const { return &m_member; }
    MemberIterator &operator++()
    {
        m_position = m_member.value.bytes().data() + m_member.value.bytes().size();
        read();
        return *this;
    }
    MemberIterator operator++(int)
    {
        MemberIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const MemberIterator &other) const { return m_position == other.m_position; }

private:
    void read()
    {
        if (m_position == m_end)
            return;
        const char *at = m_position;
        const std::uint32_t length = layout::readVarint(at);
        m_member.name = {at, length};
        m_member.value = ValueView::at(at + length);
    }

    const char *m_position = nullptr;
    const char *m_end = nullptr;
    Member m_member;
};

class ElementRange {
public:
    ElementRange(const char *begin, const char *end) : m_begin(begin), m_end(end) {}
    ElementIterator begin() const { return ElementIterator(m_begin, m_end); }
    ElementIterator end() const { return ElementIterator(m_end, m_end); }

private:
    const char *m_begin;
    const char *m_end;
};

class MemberRange {
public:
    MemberRange(const char *begin, const char *end) : m_begin(begin), m_end(end) {}
    MemberIterator begin() const { return MemberIterator(m_begin, m_end); }
    MemberIterator end() const { return MemberIterator(m_end, m_end); }

private:
    const char *m_begin;
    const char *m_end;
};

inline ValueView ValueView::at(const char *bytes)
{
    switch (static_cast<ValueType>(*bytes)) {
    case ValueType::Null:
        return ValueView({bytes, 1});
    case ValueType::Bool:
        return ValueView({bytes, 2});
    case ValueType::N:
        return ValueView({bytes, 2 + static_cast<std::size_t>(static_cast<unsigned char>(bytes[1]))});
    case ValueType::S:
    case ValueType::B: {
        const char *at = bytes + 1;
        const std::uint32_t length = layout::readVarint(at);
        return ValueView({bytes, static_cast<std::size_t>(at - bytes) + length});
    }
    case ValueType::NS:
    case ValueType::SS:
    case ValueType::BS:
    case ValueType::L:
    case ValueType::M:
        return ValueView({bytes, layout::kContainerBytes + layout::readU32(bytes + layout::kLengthAt)});
    }
    assertionFailed("bytes of a value", __FILE__, __LINE__);
}

inline std::string_view ValueView::text() const
{
    STATOR_ASSERT(type() == ValueType::S || type() == ValueType::B);
    const char *at = m_bytes.data() + 1;
    const std::uint32_t length = layout::readVarint(at);
    return {at, length};
}

inline std::string_view ValueView::numberBytes() const
{
    STATOR_ASSERT(type() == ValueType::N);
    return m_bytes.substr(2);
}

inline bool ValueView::boolean() const
{
    STATOR_ASSERT(type() == ValueType::Bool);
    return m_bytes[1] != 0;
}

inline std::uint32_t ValueView::count() const
{
    STATOR_ASSERT(isContainer());
    return layout::readU32(m_bytes.data() + layout::kCountAt);
}

inline std::uint32_t ValueView::sizeBytes() const
{
    switch (type()) {
    case ValueType::Null:
    case ValueType::Bool:
        return 1;
    case ValueType::N:
        return static_cast<std::uint32_t>(m_bytes.size() - 2);
    case ValueType::S:
    case ValueType::B:
        return static_cast<std::uint32_t>(text().size());
    default:
        return layout::readU32(m_bytes.data() + layout::kSizeAt);
    }
}

inline ElementRange ValueView::elements() const
{
    STATOR_ASSERT(isContainer() && type() != ValueType::M);
    return {contentBegin(), contentEnd()};
}

inline MemberRange ValueView::members() const
{
    STATOR_ASSERT(type() == ValueType::M);
    return {contentBegin(), contentEnd()};
}

} // namespace stator::document
