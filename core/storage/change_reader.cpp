#include "storage/change_reader.h"

#include <algorithm>

#include "storage/change_log_impl.h"

namespace stator::storage {

using encoding::Position;

// Where a reader is inside a segment.
struct ChangeReader::Place {
    std::shared_ptr<ChangeSegment> segment;
    std::shared_ptr<ReadFile> file;
    std::optional<FrameReader> frames;
    std::uint64_t end = 0; // `frames` ends there
};

ChangeReader::ChangeReader(std::shared_ptr<const ChangeLog> log, Position after)
    : m_log(std::move(log)), m_after(after)
{}

ChangeReader::~ChangeReader() = default;
ChangeReader::ChangeReader(ChangeReader &&) noexcept = default;
ChangeReader &ChangeReader::operator=(ChangeReader &&) noexcept = default;

// Goes where the frame after m_after is; false: there is none.
Result<bool> ChangeReader::enterSegment()
{
    const ChangeLog::Impl &log = *m_log->m_impl;
    auto place = std::make_unique<Place>();
    bool hasMarks = false;
    {
        const std::lock_guard lock(log.stateMutex);
        if (m_after < log.segments.front()->first)
            return Error{ErrorCode::TrimmedDataAccess, "The data you are trying to access has been trimmed", {}};
        if (m_after >= log.segments.back()->last)
            return false;
        // The first whose last frame is after m_after.
        const auto found = std::upper_bound(log.segments.begin(), log.segments.end(), m_after,
                                            [](Position after, const auto &segment) { return after < segment->last; });
        place->segment = *found;
        place->file = place->segment->file;
        hasMarks = place->segment->hasMarks;
    }
    if (!place->file) {
        STATOR_TRY(place->file, log.files.openRead(place->segment->path));
    }
    if (!hasMarks)
        STATOR_CHECK(log.indexSegment(place->segment, *place->file));
    ChangeMark from;
    {
        const std::lock_guard lock(log.stateMutex);
        const auto &marks = place->segment->marks;
        const auto after = std::upper_bound(marks.begin(), marks.end(), m_after, [](Position position, const ChangeMark &each) {
            return position < each.before.position;
        });
        from = after == marks.begin() ? marks.front() : *(after - 1);
        place->end = place->segment->bytes;
    }
    place->frames.emplace(*place->file, from.offset, place->end, place->segment->seed, from.before);
    m_place = std::move(place);
    return true;
}

Result<std::optional<LogFrame>> ChangeReader::next()
{
    while (true) {
        if (!m_place) {
            STATOR_TRY(const bool isThere, enterSegment());
            if (!isThere)
                return std::optional<LogFrame>();
        }
        FrameReader &frames = *m_place->frames;
        if (frames.offset() >= m_place->end) {
            // The segment may have grown.
            std::uint64_t end = 0;
            bool isCurrent = false;
            {
                const std::lock_guard lock(m_log->m_impl->stateMutex);
                end = m_place->segment->bytes;
                isCurrent = m_log->m_impl->segments.back() == m_place->segment;
            }
            if (end == m_place->end) {
                if (isCurrent)
                    return std::optional<LogFrame>();
                m_place.reset(); // what it had was read; the next one goes on
                continue;
            }
            const std::uint64_t offset = frames.offset();
            const ChainEnd chain = frames.chainEnd();
            m_place->end = end;
            m_place->frames.emplace(*m_place->file, offset, end, m_place->segment->seed, chain);
        }
        STATOR_TRY(const std::optional<LogFrame> frame, m_place->frames->next());
        if (!frame)
            return damagedFrame(m_place->segment->path, m_place->frames->offset());
        if (frame->position <= m_after)
            continue;
        m_after = frame->position;
        return frame;
    }
}

} // namespace stator::storage
