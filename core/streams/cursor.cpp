#include "streams/cursor.h"

namespace stator::streams {

using encoding::Position;

Cursor::Cursor(StreamHandle stream, RecordPlace from, std::optional<encoding::Shard> shard)
    : m_stream(std::move(stream)), m_shard(std::move(shard)), m_place(from)
{
    const Position at = from.position;
    m_readThrough = at.lsn == 0 ? Position() : Position{at.epoch, at.lsn - 1};
}

void Cursor::begin()
{
    m_records = {};
    m_log = m_stream->log();
    m_reader.reset();
    if (m_log)
        m_reader.emplace(m_log, m_readThrough);
}

Result<bool> Cursor::nextFrame()
{
    if (!m_reader)
        begin();
    while (true) {
        if (!m_reader)
            return Error::io("The records of the stream cannot be read at present");
        const auto frame = m_reader->next();
        if (!frame.ok() || !*frame) {
            // After a failure of the drive the stream goes on in other files.
            if (m_stream->log() != m_log && (frame.ok() || frame.error().code != ErrorCode::TrimmedDataAccess)) {
                begin();
                continue;
            }
            if (!frame.ok()) {
                m_reader.reset();
                return frame.error();
            }
            return false;
        }
        const storage::LogFrame &found = **frame;
        STATOR_TRY(const auto kind, encoding::streamFrameKind(found.payload));
        m_readThrough = found.position;
        if (m_shard && !m_shard->isOpen() && found.position > m_shard->closed)
            return false;
        if (kind != encoding::StreamFrameKind::Changes) {
            STATOR_CHECK(noteShards(kind, found));
            continue;
        }
        STATOR_TRY(m_records, encoding::RecordReader::create(found.position, found.payload));
        return true;
    }
}

// The shard that was open when the cursor was made ends here.
Result<void> Cursor::noteShards(encoding::StreamFrameKind kind, const storage::LogFrame &frame)
{
    if (!m_shard || !m_shard->isOpen() || frame.position <= m_shard->opened)
        return {};
    bool ends = kind == encoding::StreamFrameKind::Close;
    if (kind == encoding::StreamFrameKind::Turns) {
        STATOR_TRY(const auto turns, encoding::parseTurns(frame.payload));
        for (const encoding::ShardTurn &turn : turns)
            ends = ends || turn.number == m_shard->number;
    }
    if (ends)
        m_shard->closed = frame.position;
    return {};
}

Result<bool> Cursor::next(encoding::RecordView &record)
{
    const std::uint64_t first = m_shard ? m_shard->firstHash : 0;
    const std::uint64_t last = m_shard ? m_shard->lastHash : ~std::uint64_t{0};
    while (true) {
        STATOR_TRY(const bool isThere, m_records.next(first, last, record));
        if (!isThere) {
            if (isAtEnd())
                return false;
            STATOR_TRY(const bool hasMore, nextFrame());
            if (!hasMore)
                return false;
            continue;
        }
        if (record.place < m_place || (m_shard && record.place.position <= m_shard->opened))
            continue;
        m_place = {record.place.position, record.place.index + 1};
        return true;
    }
}

bool Cursor::isAtEnd() const
{
    if (!m_shard)
        return m_stream->isClosed() && m_readThrough >= m_stream->lastPosition();
    Position closed = m_shard->closed;
    if (m_shard->isOpen()) {
        // It may have been closed since.
        const auto lineage = m_stream->lineage();
        const encoding::Shard *current = lineage->find(m_shard->number);
        if (!current || current->isOpen())
            return false;
        closed = current->closed;
    }
    return m_readThrough >= closed;
}

} // namespace stator::streams
