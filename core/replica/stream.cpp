#include "replica/stream.h"

#include <algorithm>

#include "replica/stream_impl.h"

namespace stator::replica {

using encoding::Entry;
using encoding::Position;
using encoding::ShardLineage;

namespace {

// A segment is ended beyond this size or age; retention unlinks whole segments.
constexpr std::uint64_t kSegmentBytes = 32u << 20;
constexpr std::uint64_t kSegmentBytesInMemory = 4u << 20;
constexpr TimeMicros kSegmentTime = 30LL * 60 * 1'000'000;
constexpr std::size_t kLargestKeptBuffer = 4u << 20;

} // namespace

Stream::Stream(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Stream::~Stream() = default;

const encoding::StreamDescription &Stream::description() const
{
    return m_impl->description;
}

std::shared_ptr<const ShardLineage> Stream::lineage() const
{
    const std::lock_guard lock(m_impl->m_stateMutex);
    return m_impl->m_lineage;
}

Position Stream::startPosition() const
{
    const auto current = log();
    return current ? current->startPosition() : Position();
}

Position Stream::lastPosition() const
{
    const auto current = log();
    return current ? current->lastPosition() : Position();
}

std::uint64_t Stream::sizeBytes() const
{
    const auto current = log();
    return current ? current->sizeBytes() : 0;
}

std::shared_ptr<const storage::ChangeLog> Stream::log() const
{
    return m_impl->writable();
}

std::shared_ptr<storage::ChangeLog> Stream::Impl::writable() const
{
    const std::lock_guard lock(m_stateMutex);
    return m_log;
}

void Stream::whenAfter(Position position, Task task) const
{
    {
        const std::lock_guard lock(m_impl->m_stateMutex);
        m_impl->m_waiters.push_back({position, std::move(task)});
        m_impl->m_hasWaiters.store(true);
    }
    // It may have been written between the caller's look and ours.
    for (Task &woken : m_impl->takeWoken())
        woken();
}

std::vector<Task> Stream::Impl::takeWoken()
{
    std::vector<Task> woken;
    if (!m_hasWaiters.load())
        return woken;
    const std::lock_guard lock(m_stateMutex);
    const bool isAtEnd = m_lineage->isClosed();
    const Position last = m_log ? m_log->lastPosition() : Position();
    const auto kept = std::partition(m_waiters.begin(), m_waiters.end(),
                                     [&](const Waiter &waiter) { return !isAtEnd && waiter.after >= last; });
    for (auto waiter = kept; waiter != m_waiters.end(); ++waiter)
        woken.push_back(std::move(waiter->task));
    m_waiters.erase(kept, m_waiters.end());
    m_hasWaiters.store(!m_waiters.empty());
    return woken;
}

Result<void> Stream::Impl::make(encoding::StreamDescription what, std::vector<std::uint64_t> boundaries,
                                Position position, TimeMicros time)
{
    description = std::move(what);
    m_madeAt = position;
    m_madeWith = std::move(boundaries);
    m_madeTime = time;
    return create();
}

Result<void> Stream::Impl::create()
{
    const Position position = m_madeAt;
    const TimeMicros time = m_madeTime;
    m_working = ShardLineage();
    m_working.begin(m_madeWith, position, time);
    m_written = position;
    m_lastTime = m_writtenTime = time;
    std::string own;
    encoding::appendStreamDescription(description, own);
    std::string payload;
    encoding::appendLineage(time, m_working, payload);
    auto made = storage::ChangeLog::create(files, directory, std::move(own), {position, payload}, time, options);
    m_isOut = !made;
    if (m_isOut) {
        m_flushedAtFailure = {position.epoch, position.lsn - 1};
        publish();
        return std::move(made).error();
    }
    {
        const std::lock_guard lock(m_stateMutex);
        m_log = std::move(*made);
    }
    publish();
    return {};
}

Result<void> Stream::Impl::visit(const storage::LogFrame &frame)
{
    STATOR_TRY(const auto kind, encoding::streamFrameKind(frame.payload));
    m_lastTime = m_writtenTime = encoding::streamFrameTime(frame.payload);
    m_written = frame.position;
    switch (kind) {
    case encoding::StreamFrameKind::Changes:
        return {};
    case encoding::StreamFrameKind::Turns: {
        STATOR_TRY(const auto turns, encoding::parseTurns(frame.payload));
        m_working.turn(turns, frame.position, m_lastTime);
        return {};
    }
    case encoding::StreamFrameKind::Close:
        m_working.close(frame.position, m_lastTime);
        return {};
    case encoding::StreamFrameKind::Lineage: {
        STATOR_TRY(m_working, encoding::parseLineage(frame.payload));
        return {};
    }
    }
    return {};
}

Result<bool> Stream::Impl::open(Position through)
{
    m_working = ShardLineage();
    STATOR_TRY(auto log, storage::ChangeLog::open(
                             files, directory, through, [this](const storage::LogFrame &frame) { return visit(frame); },
                             options));
    if (!log)
        return false;
    STATOR_TRY(auto described, encoding::parseStreamDescription(log->description()));
    if (description.created == 0)
        description = std::move(described);
    else if (!(described == description)) // readers know it
        return Error::corruption(directory + ": the change files are those of another stream");
    {
        const std::lock_guard lock(m_stateMutex);
        m_log = std::move(log);
    }
    m_isOut = false;
    publish();
    return true;
}

Result<void> Stream::Impl::reopen()
{
    STATOR_ASSERT(m_isOut);
    {
        const std::lock_guard lock(m_stateMutex);
        m_log.reset();
    }
    bool isThere = false;
    STATOR_TRY(const bool hasDirectory, files.exists(directory));
    if (hasDirectory && m_flushedAtFailure >= m_madeAt) {
        STATOR_TRY(isThere, open(m_flushedAtFailure));
    }
    if (isThere)
        return {};
    if (m_madeAt == Position())
        return Error::corruption(directory + ": the records of a stream are gone. Put the directory of the zone back "
                                             "from a backup of the workspace.");
    return create();
}

// All records of one entry are one frame.
std::string &Stream::Impl::payloadOf(const Entry &entry, bool &isFirst)
{
    isFirst = m_pending.empty() || m_pending.back().position != entry.position;
    if (isFirst)
        m_pending.push_back({entry.position, m_payloads.size()});
    m_lastTime = entry.commitTime;
    return m_payloads;
}

void Stream::Impl::add(const Entry &entry, const encoding::ItemChange &change, std::uint32_t index)
{
    if (!isNew(entry))
        return;
    bool isFirst = false;
    std::string &payload = payloadOf(entry, isFirst);
    if (isFirst)
        encoding::beginChanges(entry.cause, entry.commitTime, payload);
    encoding::appendRecord(description, change, index, payload);
    m_pending.back().end = payload.size();
}

void Stream::Impl::turn(const Entry &entry, const std::vector<encoding::ShardTurn> &turns)
{
    if (!isNew(entry))
        return;
    bool isFirst = false;
    std::string &payload = payloadOf(entry, isFirst);
    encoding::appendTurns(entry.commitTime, turns, payload);
    m_pending.back().end = payload.size();
    m_working.turn(turns, entry.position, entry.commitTime);
    m_isLineageNew = true;
}

void Stream::Impl::close(const Entry &entry)
{
    if (!isNew(entry))
        return;
    bool isFirst = false;
    std::string &payload = payloadOf(entry, isFirst);
    encoding::appendClose(entry.commitTime, payload);
    m_pending.back().end = payload.size();
    m_working.close(entry.position, entry.commitTime);
    m_isLineageNew = true;
}

Result<void> Stream::Impl::write()
{
    if (m_isOut || m_pending.empty())
        return {};
    if (auto rolled = rollIfDue(); !rolled) {
        fail();
        return rolled;
    }
    const auto log = writable();
    m_frames.clear();
    std::size_t begin = 0;
    for (const Pending &each : m_pending) {
        m_frames.push_back({each.position, std::string_view(m_payloads).substr(begin, each.end - begin)});
        begin = each.end;
    }
    auto written = log->append(m_frames);
    if (written) {
        m_written = m_pending.back().position;
        m_writtenTime = m_lastTime;
        m_pending.clear();
        m_payloads.clear();
        if (m_payloads.capacity() > kLargestKeptBuffer)
            std::string().swap(m_payloads);
        if (std::exchange(m_isLineageNew, false))
            publish();
    } else {
        fail();
    }
    return written;
}

// Before what is pending is written, so that a pause ends a segment at its beginning.
Result<void> Stream::Impl::rollIfDue()
{
    const auto log = writable();
    const std::uint64_t largest = isInMemory ? kSegmentBytesInMemory : kSegmentBytes;
    const bool isOld = m_lastTime - log->segmentTime() >= kSegmentTime && m_writtenTime > log->segmentTime();
    return isOld || log->segmentBytes() >= largest ? roll() : Result<void>();
}

// What is pending belongs to the new segment: its lineage is the published one.
Result<void> Stream::Impl::roll()
{
    ShardLineage lineage;
    {
        const std::lock_guard lock(m_stateMutex);
        lineage = *m_lineage;
    }
    lineage.forgetClosedBefore(m_writtenTime - kStreamRetention);
    std::string payload;
    encoding::appendLineage(m_writtenTime, lineage, payload);
    hasRolled = true;
    return writable()->roll({m_written, payload}, m_writtenTime);
}

Result<void> Stream::Impl::trimBefore(TimeMicros time)
{
    const auto log = writable();
    if (m_isOut || !log)
        return {};
    const std::size_t shards = m_working.shards.size();
    if (!isClosed())
        m_working.forgetClosedBefore(time);
    if (m_working.shards.size() != shards)
        publish();
    const bool isAllOld = m_writtenTime <= time && log->segmentTime() < m_writtenTime && !isClosed();
    Result<void> trimmed = isAllOld ? roll() : Result<void>();
    if (trimmed)
        trimmed = log->trimBefore(time);
    if (!trimmed)
        fail();
    return trimmed;
}

void Stream::Impl::fail()
{
    m_flushedAtFailure = flushedPosition();
    m_isOut = true;
    m_pending.clear();
    m_payloads.clear();
    m_isLineageNew = false;
}

Position Stream::Impl::flushedPosition() const
{
    if (m_isOut)
        return m_flushedAtFailure;
    const auto log = writable();
    return log ? log->syncedPosition() : Position();
}

bool Stream::Impl::isFlushed() const
{
    const auto log = writable();
    return !m_isOut && log && log->syncedPosition() == log->lastPosition();
}

void Stream::Impl::publish()
{
    auto copy = std::make_shared<const ShardLineage>(m_working);
    const std::lock_guard lock(m_stateMutex);
    m_lineage = std::move(copy);
}

std::vector<std::uint64_t> evenBoundaries(std::uint32_t parts)
{
    std::vector<std::uint64_t> boundaries;
    const std::uint64_t width = ~std::uint64_t{0} / std::max<std::uint32_t>(parts, 1) + 1;
    for (std::uint32_t i = 1; i < parts; ++i)
        boundaries.push_back(width * i);
    return boundaries;
}

} // namespace stator::replica
