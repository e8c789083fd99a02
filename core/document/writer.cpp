#include "document/writer.h"

#include <algorithm>

#include "base/assert.h"

namespace stator::document {

namespace {

std::string_view nameAt(const char *entry)
{
    const std::uint32_t length = layout::readVarint(entry);
    return {entry, length};
}

// What orders the elements of a set.
std::string_view contentOf(const char *element)
{
    const ValueView view = ValueView::at(element);
    return view.type() == ValueType::N ? view.numberBytes() : view.text();
}

// Keeps the order of equal entries. Few of them are sorted in place: std::stable_sort would allocate.
template <class Less>
void sortEntries(std::vector<std::size_t> &entries, Less isLess)
{
    constexpr std::size_t kFew = 24;
    if (entries.size() > kFew) {
        std::stable_sort(entries.begin(), entries.end(), isLess);
        return;
    }
    for (std::size_t i = 1; i < entries.size(); ++i) {
        const std::size_t entry = entries[i];
        std::size_t at = i;
        for (; at > 0 && isLess(entry, entries[at - 1]); --at)
            entries[at] = entries[at - 1];
        entries[at] = entry;
    }
}

} // namespace

// --- Entries of the open container -------------------------------------------------------------------------

void ValueWriter::beginEntry()
{
    if (m_depth == 0) {
        STATOR_ASSERT(m_out.empty());
        return;
    }
    Frame &frame = m_frames[m_depth - 1];
    if (model::isSet(static_cast<ValueType>(m_out[frame.begin])))
        frame.entries.push_back(m_out.size());
}

void ValueWriter::endEntry(std::uint32_t size)
{
    if (m_depth == 0)
        return;
    Frame &frame = m_frames[m_depth - 1];
    const auto type = static_cast<ValueType>(m_out[frame.begin]);
    frame.count += 1;
    frame.size += size;
    if (type == ValueType::L || type == ValueType::M) {
        frame.size += layout::kEntrySize;
        return;
    }
    const char *element = m_out.data() + frame.entries.back();
    STATOR_ASSERT(static_cast<ValueType>(*element) == model::elementType(type));
    if (frame.isSorted && frame.count > 1) {
        const char *previous = m_out.data() + frame.entries[frame.entries.size() - 2];
        frame.isSorted = contentOf(previous) < contentOf(element);
    }
}

void ValueWriter::name(std::string_view name)
{
    STATOR_ASSERT(m_depth > 0);
    Frame &frame = m_frames[m_depth - 1];
    STATOR_ASSERT(static_cast<ValueType>(m_out[frame.begin]) == ValueType::M);
    STATOR_ASSERT(frame.entries.size() == frame.count);
    if (frame.isSorted && frame.count > 0)
        frame.isSorted = nameAt(m_out.data() + frame.entries.back()) < name;
    frame.entries.push_back(m_out.size());
    frame.size += static_cast<std::uint32_t>(name.size());
    layout::appendVarint(static_cast<std::uint32_t>(name.size()), m_out);
    m_out.append(name);
}

// --- Scalars -----------------------------------------------------------------------------------------------

void ValueWriter::null()
{
    beginEntry();
    m_out.push_back(static_cast<char>(ValueType::Null));
    endEntry(1);
}

void ValueWriter::boolean(bool value)
{
    beginEntry();
    m_out.push_back(static_cast<char>(ValueType::Bool));
    m_out.push_back(value ? '\1' : '\0');
    endEntry(1);
}

void ValueWriter::appendText(ValueType type, std::string_view bytes)
{
    beginEntry();
    const auto length = static_cast<std::uint32_t>(bytes.size());
    m_out.push_back(static_cast<char>(type));
    layout::appendVarint(length, m_out);
    m_out.append(bytes);
    endEntry(length);
}

void ValueWriter::string(std::string_view utf8)
{
    appendText(ValueType::S, utf8);
}

void ValueWriter::binary(std::string_view bytes)
{
    appendText(ValueType::B, bytes);
}

void ValueWriter::numberBytes(std::string_view canonical)
{
    beginEntry();
    m_out.push_back(static_cast<char>(ValueType::N));
    m_out.push_back(static_cast<char>(canonical.size()));
    m_out.append(canonical);
    endEntry(static_cast<std::uint32_t>(canonical.size()));
}

void ValueWriter::value(ValueView view)
{
    beginEntry();
    m_out.append(view.bytes());
    endEntry(view.sizeBytes());
}

// --- Containers --------------------------------------------------------------------------------------------

ValueWriter::Frame &ValueWriter::open(ValueType type)
{
    beginEntry();
    if (m_depth == m_frames.size())
        m_frames.emplace_back();
    Frame &frame = m_frames[m_depth++];
    frame.begin = m_out.size();
    frame.count = 0;
    frame.size = model::isSet(type) ? 0 : layout::kContainerSize;
    frame.isSorted = true;
    frame.entries.clear();
    m_out.push_back(static_cast<char>(type));
    m_out.append(layout::kHeadBytes, '\0');
    return frame;
}

void ValueWriter::close()
{
    const Frame &frame = m_frames[--m_depth];
    char *const begin = m_out.data() + frame.begin;
    const std::size_t length = m_out.size() - frame.begin - layout::kContainerBytes;
    layout::writeU32(begin + layout::kLengthAt, static_cast<std::uint32_t>(length));
    layout::writeU32(begin + layout::kCountAt, frame.count);
    layout::writeU32(begin + layout::kSizeAt, frame.size);
    endEntry(frame.size);
}

void ValueWriter::beginList()
{
    open(ValueType::L);
}

void ValueWriter::endList()
{
    STATOR_ASSERT(m_depth > 0 && static_cast<ValueType>(m_out[m_frames[m_depth - 1].begin]) == ValueType::L);
    close();
}

void ValueWriter::beginMap()
{
    open(ValueType::M);
}

void ValueWriter::endMap()
{
    STATOR_ASSERT(m_depth > 0);
    Frame &frame = m_frames[m_depth - 1];
    STATOR_ASSERT(static_cast<ValueType>(m_out[frame.begin]) == ValueType::M);
    STATOR_ASSERT(frame.entries.size() == frame.count);
    if (!frame.isSorted)
        sortMembers(frame);
    close();
}

void ValueWriter::beginSet(ValueType type)
{
    STATOR_ASSERT(model::isSet(type));
    open(type);
}

bool ValueWriter::endSet()
{
    STATOR_ASSERT(m_depth > 0);
    Frame &frame = m_frames[m_depth - 1];
    STATOR_ASSERT(model::isSet(static_cast<ValueType>(m_out[frame.begin])));
    const bool isDistinct = frame.isSorted || sortElements(frame);
    close();
    return isDistinct;
}

void ValueWriter::abandon()
{
    STATOR_ASSERT(m_depth > 0);
    m_out.resize(m_frames[--m_depth].begin);
    if (m_depth == 0)
        return;
    Frame &outer = m_frames[m_depth - 1];
    if (static_cast<ValueType>(m_out[outer.begin]) != ValueType::M)
        return;
    const std::size_t entry = outer.entries.back();
    outer.size -= static_cast<std::uint32_t>(nameAt(m_out.data() + entry).size());
    outer.entries.pop_back();
    m_out.resize(entry);
    // isSorted may now be needlessly false: the members are sorted once more, that is all.
}

// --- Sorting, when entries came out of order ---------------------------------------------------------------

void ValueWriter::sortMembers(Frame &frame)
{
    const char *const bytes = m_out.data();
    sortEntries(frame.entries,
                [bytes](std::size_t a, std::size_t b) { return nameAt(bytes + a) < nameAt(bytes + b); });
    m_sorted.clear();
    frame.count = 0;
    frame.size = layout::kContainerSize;
    for (std::size_t i = 0; i < frame.entries.size(); ++i) {
        const char *const entry = bytes + frame.entries[i];
        const std::string_view name = nameAt(entry);
        // Of equal names the last one stays.
        if (i + 1 < frame.entries.size() && nameAt(bytes + frame.entries[i + 1]) == name)
            continue;
        const ValueView value = ValueView::at(name.data() + name.size());
        const char *const end = value.bytes().data() + value.bytes().size();
        m_sorted.append(entry, static_cast<std::size_t>(end - entry));
        frame.count += 1;
        frame.size += static_cast<std::uint32_t>(name.size()) + value.sizeBytes() + layout::kEntrySize;
    }
    m_out.resize(frame.begin + layout::kContainerBytes);
    m_out.append(m_sorted);
}

bool ValueWriter::sortElements(Frame &frame)
{
    const char *const bytes = m_out.data();
    sortEntries(frame.entries, [bytes](std::size_t a, std::size_t b) {
        return contentOf(bytes + a) < contentOf(bytes + b);
    });
    m_sorted.clear();
    bool isDistinct = true;
    for (std::size_t i = 0; i < frame.entries.size(); ++i) {
        const ValueView element = ValueView::at(bytes + frame.entries[i]);
        if (i > 0 && ValueView::at(bytes + frame.entries[i - 1]) == element)
            isDistinct = false;
        m_sorted.append(element.bytes());
    }
    m_out.resize(frame.begin + layout::kContainerBytes);
    m_out.append(m_sorted);
    return isDistinct;
}

// --- Finishing ---------------------------------------------------------------------------------------------

void ValueWriter::clear()
{
    m_out.clear();
    m_depth = 0;
}

Value ValueWriter::finish()
{
    STATOR_ASSERT(m_depth == 0 && !m_out.empty());
    Value value(std::string(m_out.data(), m_out.size()));
    m_out.clear();
    return value;
}

ItemWriter::ItemWriter()
{
    beginMap();
}

void ItemWriter::clear()
{
    ValueWriter::clear();
    beginMap();
}

void ItemWriter::finishTopLevel()
{
    STATOR_ASSERT(m_depth == 1);
    endMap();
}

Item ItemWriter::finish()
{
    finishTopLevel();
    Item item(std::string(m_out.data(), m_out.size()));
    clear();
    return item;
}

void ItemWriter::finishInto(std::string &out)
{
    finishTopLevel();
    out.append(m_out);
    clear();
}

} // namespace stator::document
