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

    // Gives up the innermost open container, and the name it was to have in a map.
    void abandon();
    // Gives up everything; the writer is as new.
    void clear();

    // The finished value; the writer is empty afterwards and may be used again.
    Value finish();

protected:
    // A container that is open. Frames are kept and reused, so that a warm writer does not allocate.
    struct Frame {
        std::size_t begin = 0;            // where the container's tag stands
        std::uint32_t count = 0;          // entries so far
        std::uint32_t size = 0;           // the service's size so far
        bool isSorted = true;             // entries came in order, none twice
        std::vector<std::size_t> entries; // where each member or set element begins; lists do not need it
    };

    Frame &open(ValueType type);
    void close();
    void beginEntry();
    void endEntry(std::uint32_t size);
    void appendText(ValueType type, std::string_view bytes);
    void sortMembers(Frame &frame);
    bool sortElements(Frame &frame);

    std::string m_out;
    std::string m_sorted; // scratch of sorting
    std::vector<Frame> m_frames;
    std::size_t m_depth = 0; // frames that are open
};

// The same for an item: its top level is open from the start.
class ItemWriter : public ValueWriter {
public:
    ItemWriter();
    // Gives up everything; the writer is ready for the next item.
    void clear();
    // Closes the top level. The writer is ready for the next item afterwards.
    Item finish();
    // Appends the document to `out` instead of making an Item.
    void finishInto(std::string &out);

private:
    void finishTopLevel();
};

} // namespace stator::document
