// Writes canonical values and items front to back.
//
//     ItemWriter writer;
//     writer.name("pk"); writer.string("a");
//     writer.name("l");  writer.beginList(); writer.number(one); writer.endList();
//     Item item = std::move(writer).finish();
//
// Members and set elements may come in any order: a container is sorted when it ends, and costs nothing
// when it already was. A name that comes twice: the later one wins (unverified for the service).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/item.h"

namespace stator::document {

class ValueWriter {
public:
    void null();
    void boolean(bool value);
    void string(std::string_view utf8);
    void binary(std::string_view bytes);
    void numberBytes(std::string_view canonical); // as model::Number::bytes()
    // Copies a value that is encoded already.
    void value(ValueView view);

    void beginList();
    void endList();
    void beginMap();
    void name(std::string_view name); // before each member of a map
    void endMap();
    void beginSet(ValueType type);
    // False if two elements are equal; the set must then be given up.
    [[nodiscard]] bool endSet();

    // The finished value; the writer is empty afterwards and may be used again.
    Value finish();

protected:
    struct Frame {
        std::size_t begin;                // where the container's tag stands
        std::vector<std::size_t> entries; // where each entry begins
        bool isSorted = true;
    };

    std::string m_out;
    std::vector<Frame> m_frames; // frames are kept and reused; m_depth says how many are open
    std::size_t m_depth = 0;
};

// The same for an item: its top level is open from the start.
class ItemWriter : public ValueWriter {
public:
    ItemWriter();
    // Closes the top level. The writer is ready for the next item afterwards.
    Item finish();
    // Appends the document to `out` instead of making an Item.
    void finishInto(std::string &out);
};

} // namespace stator::document
