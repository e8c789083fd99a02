// Items and values that own their bytes, and lists of items in one buffer.
//
// An item is a canonical document: a value of type M (document/value_format.md).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "document/value_view.h"

namespace stator::document {

// The document of an item without attributes.
inline constexpr std::string_view kEmptyItem{"\x0A\0\0\0\0\0\0\0\0\x03\0\0\0", layout::kContainerBytes};

// Reads an item where it lies. Valid as long as the bytes it was made from.
class ItemView {
public:
    ItemView() : m_bytes(kEmptyItem) {}
    explicit ItemView(std::string_view bytes) : m_bytes(bytes) {}

    std::string_view bytes() const { return m_bytes; }
    // The item as a value of type M.
    ValueView map() const
    {
        STATOR_ASSERT(!m_bytes.empty());
        return ValueView::at(m_bytes.data());
    }
    // The service's size: names and values of the top level.
    std::uint32_t sizeBytes() const
    {
        const ValueView all = map();
        return all.sizeBytes() - layout::kContainerSize - layout::kEntrySize * all.count();
    }

    std::uint32_t attributeCount() const { return map().count(); }
    MemberRange attributes() const { return map().members(); }
    std::optional<ValueView> attribute(std::string_view name) const { return map().member(name); }

    // Equal exactly if every attribute is.
    bool operator==(ItemView other) const { return m_bytes == other.m_bytes; }

private:
    std::string_view m_bytes;
};

// What was wrong with the first faulty value of a parsed item. The walk that builds a document finds faults
// early; the service reports them in their turn, so they travel beside the document.
struct ValueFault {
    Error error;
    std::string attribute;  // top-level name it was found under; empty for a lone value
    bool isNesting = false; // depth faults keep their bare text inside ExpressionAttributeValues
};

// An item that owns its bytes. Cheap to move. A faulty item has a fault and no attributes.
class Item {
public:
    Item() : m_bytes(kEmptyItem) {} // no attributes
    explicit Item(std::string bytes) : m_bytes(std::move(bytes)) {}
    explicit Item(ItemView view) : m_bytes(view.bytes()) {}
    static Item faulty(ValueFault fault);

    ItemView view() const { return ItemView(m_bytes); }
    const std::string &bytes() const & { return m_bytes; }
    std::string &&takeBytes() && { return std::move(m_bytes); }

    const ValueFault *fault() const { return m_fault.get(); }

    bool operator==(const Item &other) const { return m_bytes == other.m_bytes; }

private:
    std::string m_bytes;
    std::shared_ptr<const ValueFault> m_fault;
};

// One attribute value that owns its bytes.
class Value {
public:
    Value(); // NULL
    explicit Value(ValueView view) : m_bytes(view.bytes()) {}
    explicit Value(std::string bytes) : m_bytes(std::move(bytes)) {}
    static Value faulty(ValueFault fault);

    // Shorthands for code and tests.
    static Value string(std::string_view text);
    static Value number(std::string_view text); // asserts a valid number
    static Value binary(std::string_view bytes);
    static Value boolean(bool value);

    ValueView view() const { return ValueView::at(m_bytes.data()); }
    const std::string &bytes() const { return m_bytes; }
    const ValueFault *fault() const { return m_fault.get(); }

    bool operator==(const Value &other) const { return m_bytes == other.m_bytes; }

private:
    std::string m_bytes;
    std::shared_ptr<const ValueFault> m_fault;
};

// Many items in one buffer: a page of a Query costs one growing string, not a string an item.
class ItemList {
public:
    void append(ItemView item)
    {
        m_bytes.append(item.bytes());
        m_ends.push_back(m_bytes.size());
    }
    void reserve(std::size_t items, std::size_t bytes)
    {
        m_ends.reserve(items);
        m_bytes.reserve(bytes);
    }

    std::size_t size() const { return m_ends.size(); }
    bool empty() const { return m_ends.empty(); }
    std::size_t byteCount() const { return m_bytes.size(); }
    ItemView operator[](std::size_t index) const
    {
        const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
        return ItemView(std::string_view(m_bytes).substr(begin, m_ends[index] - begin));
    }

private:
    std::string m_bytes;
    std::vector<std::size_t> m_ends; // end offset of each item
};

} // namespace stator::document
