#include "encoding/row.h"

#include "document/writer.h"
#include "encoding/wire.h"

namespace stator::encoding {

namespace {

constexpr std::uint8_t kRowFormat = 1;
constexpr std::uint8_t kStateFormat = 1;

constexpr unsigned kHasCommitTime = 1;
constexpr unsigned kHasRowStamp = 2;
constexpr unsigned kHasVector = 4;
constexpr unsigned kRowFlags = 7;
constexpr std::size_t kFloatBytes = 4;

} // namespace

void appendItemRow(std::string_view document, TimeMicros commitTime, const VersionStamp &stamp,
                   std::string &out)
{
    const bool hasStamp =
        !stamp.originRegion.empty() || (stamp.originTime != 0 && stamp.originTime != commitTime);
    putByte(out, kRowFormat);
    putByte(out, static_cast<std::uint8_t>(kHasCommitTime | (hasStamp ? kHasRowStamp : 0u)));
    putTime(out, commitTime);
    if (hasStamp) {
        putTime(out, stamp.originTime);
        putString(out, stamp.originRegion);
    }
    out.append(document);
}

void appendIndexRow(std::string_view document, std::string &out, std::string_view vector)
{
    putByte(out, kRowFormat);
    putByte(out, vector.empty() ? 0 : kHasVector);
    if (!vector.empty()) {
        putVarint(out, vector.size() / kFloatBytes);
        out.append(vector);
    }
    out.append(document);
}

Result<RowView> RowView::parse(std::string_view row)
{
    WireReader reader(row);
    RowView view;
    const std::uint8_t format = reader.byte();
    const unsigned flags = reader.byte();
    if (format > kRowFormat)
        return Error::newerFormat("A row was written by a newer Stator");
    if (format != kRowFormat || (flags & ~kRowFlags) != 0)
        return Error::corruption("A row does not begin as one");
    if ((flags & kHasCommitTime) != 0)
        view.m_commitTime = view.m_originTime = reader.time();
    if ((flags & kHasRowStamp) != 0) {
        view.m_originTime = reader.time();
        view.m_originRegion = reader.string();
    }
    std::size_t vectorBytes = 0;
    if ((flags & kHasVector) != 0)
        vectorBytes = reader.count() * kFloatBytes;
    if (reader.hasFailed() || reader.rest().size() <= vectorBytes)
        return Error::corruption("A row is cut short");
    view.m_vector = reader.rest().substr(0, vectorBytes);
    view.m_document = reader.rest().substr(vectorBytes);
    return view;
}

document::Item indexDocument(const model::IndexDefinition &index, const model::KeySchema &tableKeys,
                             document::ItemView item)
{
    const bool isVector = index.kind == model::IndexKind::Vector;
    const bool keepsAll = index.projection.type == model::ProjectionType::All;
    if (keepsAll && !isVector)
        return document::Item(item);
    const auto &included = index.projection.nonKeyAttributes;
    const bool includes = index.projection.type == model::ProjectionType::Include;
    const auto isKept = [&](std::string_view name) {
        if (tableKeys.contains(name) || index.keys.contains(name))
            return true;
        if (isVector && name == index.vector.attribute)
            return false;
        return keepsAll || (isVector && index.vector.findFilter(name) != nullptr) ||
               (includes && std::find(included.begin(), included.end(), name) != included.end());
    };
    document::ItemWriter writer;
    for (const document::Member &member : item.attributes()) {
        if (!isKept(member.name))
            continue;
        writer.name(member.name);
        writer.value(member.value);
    }
    return writer.finish();
}

IndexCounts *StoreCounts::findIndex(std::uint32_t id)
{
    for (auto &index : indexes)
        if (index.id == id)
            return &index;
    return nullptr;
}

const IndexCounts *StoreCounts::findIndex(std::uint32_t id) const
{
    return const_cast<StoreCounts *>(this)->findIndex(id);
}

void appendStateRow(const StoreState &state, std::string &out)
{
    putByte(out, kStateFormat);
    putVarint(out, state.position.epoch);
    putVarint(out, state.position.lsn);
    putTime(out, state.commitTime);
    putVarint(out, state.counts.items);
    putVarint(out, state.counts.bytes);
    putVarint(out, state.counts.indexes.size());
    for (const auto &index : state.counts.indexes) {
        putVarint(out, index.id);
        putVarint(out, index.items);
        putVarint(out, index.bytes);
        putString(out, index.backfillFrom);
    }
}

Result<StoreState> parseStateRow(std::string_view row)
{
    WireReader reader(row);
    StoreState state;
    const std::uint8_t format = reader.byte();
    if (format > kStateFormat)
        return Error::newerFormat("A store was written by a newer Stator");
    if (format != kStateFormat)
        return Error::corruption("The state row of a store does not begin as one");
    state.position.epoch = reader.varint();
    state.position.lsn = reader.varint();
    state.commitTime = reader.time();
    state.counts.items = reader.varint();
    state.counts.bytes = reader.varint();
    const std::size_t count = reader.count();
    for (std::size_t i = 0; i < count && !reader.hasFailed(); ++i) {
        IndexCounts index;
        index.id = reader.varint32();
        index.items = reader.varint();
        index.bytes = reader.varint();
        index.backfillFrom = reader.string();
        state.counts.indexes.push_back(std::move(index));
    }
    if (!reader.isAtEnd())
        return Error::corruption("The state row of a store is shorter or longer than it says");
    return state;
}

} // namespace stator::encoding
