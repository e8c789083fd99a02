// A Cursor reads the records of a stream from a place on: all of them in the order of the writes, or those of
// one shard. It is what GetRecords, triggers, deliveries and the live view stand on.
//
//     streams::Cursor cursor(stream, streams::afterLast(*stream));      // from now on
//     encoding::RecordView record;
//     while (*cursor.next(record)) …                                   // everything there is
//     stream->whenAfter(cursor.readThrough(), [..] { post(…); });       // woken when there is more
//     positions.save("my-consumer", {cursor.place()});                  // consumer_positions.h
//
// A record is there once the write it tells of is answered; the records of a transaction come one after the
// other, and share a position. A place stays valid over restarts. A cursor that is not read costs a few hundred
// bytes, and one open file at most if it was read before.
//
// After a power loss with --sync interval or never, records of writes that were lost are gone too; a place
// beyond them stands before whatever is written next.
//
// Threads: one at a time.
// Ownership: must be gone before the region is stopped; Region::streams() hands out the streams.
#pragma once

#include <optional>

#include "encoding/stream.h"
#include "replica/stream.h"
#include "storage/change_reader.h"

namespace stator::streams {

using encoding::RecordPlace;
using replica::Stream;
using replica::StreamHandle;

// The place of the first record after an entry.
inline RecordPlace afterEntry(encoding::Position position)
{
    return {{position.epoch, position.lsn + 1}, 0};
}
// The oldest record that is kept (TRIM_HORIZON).
inline RecordPlace oldest(const Stream &stream) { return afterEntry(stream.startPosition()); }
// Whatever comes next (LATEST).
inline RecordPlace afterLast(const Stream &stream) { return afterEntry(stream.lastPosition()); }

// What a place is answered with whose records are gone.
inline Error trimmed()
{
    return Error{ErrorCode::TrimmedDataAccess, "The data you are trying to access has been trimmed", {}};
}

class Cursor {
public:
    // From the record at `from`, or the first one after it. `shard`: only its records.
    Cursor(StreamHandle stream, RecordPlace from, std::optional<encoding::Shard> shard = std::nullopt);

    // The next record, valid until the next call. False: there is none at present.
    // TrimmedDataAccess: records from place() on were trimmed; a cursor made at oldest() goes on. Io,
    // Corruption: they cannot be read; asked again, it tries again.
    Result<bool> next(encoding::RecordView &record);

    // Behind the last record: where to go on, now or after a restart.
    RecordPlace place() const { return m_place; }
    // The last entry that was looked at: what to wait behind.
    encoding::Position readThrough() const { return m_readThrough; }
    // After next() said false: nothing will ever follow, as the shard (or the stream) is closed.
    bool isAtEnd() const;

    const StreamHandle &stream() const { return m_stream; }

private:
    void begin();
    Result<bool> nextFrame();
    Result<void> noteShards(encoding::StreamFrameKind kind, const storage::LogFrame &frame);

    StreamHandle m_stream;
    std::optional<encoding::Shard> m_shard;
    RecordPlace m_place;
    encoding::Position m_readThrough;

    std::shared_ptr<const storage::ChangeLog> m_log;
    std::optional<storage::ChangeReader> m_reader;
    encoding::RecordReader m_records; // of the frame that is being read
};

} // namespace stator::streams
