// A ValueView reads one encoded attribute value where it lies; nothing is copied, no tree is built.
//
// The format is canonical: equal values have equal bytes (members sorted by name bytes, set elements by
// their bytes, minimal lengths), so equality is memcmp. Grammar: document/value_format.md.
//
// A view is valid as long as the bytes it was made from. Making one from untrusted bytes goes through
// check() (document/check.h); the accessors assert the type they are asked for.
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

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

    ValueType type() const;
    // The service's size of the value, without an attribute name (validation.md 3.3).
    std::uint32_t sizeBytes() const;

    std::string_view text() const;        // S: UTF-8; B: the raw bytes
    std::string_view numberBytes() const; // N: see model::Number
    bool boolean() const;                 // Bool
    std::uint32_t count() const;          // sets, L: elements; M: members

    ElementRange elements() const; // sets and L
    MemberRange members() const;   // M, in order of name bytes
    std::optional<ValueView> element(std::uint32_t index) const;      // L
    std::optional<ValueView> member(std::string_view name) const;     // M
    bool containsElement(ValueView element) const;                    // sets: membership; L: some element equals

    bool operator==(ValueView other) const { return m_bytes == other.m_bytes; }

private:
    explicit ValueView(std::string_view bytes) : m_bytes(bytes) {}

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
    explicit ElementIterator(const char *position, const char *end);
    ValueView operator*() const { return m_value; }
    const ValueView *operator->() const { return &m_value; }
    ElementIterator &operator++();
    bool operator==(const ElementIterator &other) const { return m_position == other.m_position; }

private:
    const char *m_position = nullptr;
    const char *m_end = nullptr;
    ValueView m_value;
};

class MemberIterator {
public:
    using value_type = Member;
    using difference_type = std::ptrdiff_t;

    MemberIterator() = default;
    explicit MemberIterator(const char *position, const char *end);
    const Member &operator*() const { return m_member; }
    const Member *operator->() const { return &m_member; }
    MemberIterator &operator++();
    bool operator==(const MemberIterator &other) const { return m_position == other.m_position; }

private:
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

} // namespace stator::document
