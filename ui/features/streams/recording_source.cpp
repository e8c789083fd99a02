#include "features/streams/recording_source.h"

#include <algorithm>
#include <limits>

#include <QFile>

#include "bridge/text.h"
#include "features/streams/recording.h"
#include "features/streams/shard_merge.h"

namespace stator::ui {

namespace {

constexpr std::size_t kMostAhead = 4000;

struct Lines {
    std::deque<ChangePointer> changes;
    std::int64_t offset = 0; // behind the last whole line
    bool isAtEnd = false;
    std::optional<Error> problem;
};

// Whole lines from `offset`, until `most` are read or one begins behind `lastOffset`.
Lines readLines(const QString &path, const std::shared_ptr<const ChangeOrigin> &origin, std::int64_t offset,
                std::size_t most, std::int64_t lastOffset)
{
    ChangeOrigins origins(origin);
    Lines lines;
    lines.offset = offset;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(offset)) {
        lines.problem = Error::io(toUtf8(file.errorString()));
        return lines;
    }
    while (lines.changes.size() < most && lines.offset <= lastOffset) {
        const QByteArray line = file.readLine();
        // A recording that was cut off ends in the middle of a line.
        if (!line.endsWith('\n')) {
            lines.isAtEnd = true;
            break;
        }
        auto record = recordFromJson({line.constData(), static_cast<std::size_t>(line.size())}, origins);
        if (!record.ok()) {
            lines.problem = record.error();
            break;
        }
        record->offset = lines.offset;
        lines.offset += line.size();
        lines.changes.push_back(std::make_shared<ChangeRecord>(std::move(*record)));
    }
    return lines;
}

std::vector<ShardFeed> feedOf(std::deque<ChangePointer> changes)
{
    std::vector<ShardFeed> feeds(1);
    feeds.front().isAtEnd = true;
    feeds.front().waiting = std::move(changes);
    return feeds;
}

} // namespace

RecordingSource::RecordingSource(const ServiceClient &client, const QString &path, double speed,
                                 std::shared_ptr<const ChangeOrigin> origin, QObject *parent)
    : ChangeSource(parent), m_client(client), m_path(path), m_speed(speed), m_origin(std::move(origin))
{}

void RecordingSource::setSpeed(double speed)
{
    // All at once, the records are ahead of the clock: it goes on with the last of them.
    m_startSeconds = m_speed > 0 ? nowSeconds() : m_playedSeconds;
    if (m_clock.isValid())
        m_clock.restart();
    m_speed = speed;
}

double RecordingSource::nowSeconds() const
{
    return m_clock.isValid() ? m_startSeconds + static_cast<double>(m_clock.elapsed()) / 1000 * m_speed : m_startSeconds;
}

void RecordingSource::readOn(std::int64_t most)
{
    if (m_isReading || m_isAtEnd)
        return;
    m_isReading = true;
    struct Part {
        ChangeBatch batch;
        Lines lines;
        double firstSeconds = 0;
        double lastSeconds = 0;
    };
    const double due = m_speed > 0 && m_clock.isValid() ? nowSeconds() : std::numeric_limits<double>::max();
    m_client.compute(
        this, m_slot,
        [path = m_path, origin = m_origin, offset = m_offset, ahead = std::move(m_ahead), filter = m_filter, due, speed = m_speed,
         isFirst = !m_clock.isValid(), most](std::stop_token) mutable {
            Part part;
            part.lines.offset = offset;
            if (ahead.size() < kMostAhead) {
                part.lines = readLines(path, origin, offset, static_cast<std::size_t>(most), std::numeric_limits<std::int64_t>::max());
                for (ChangePointer &change : part.lines.changes)
                    ahead.push_back(std::move(change));
                part.lines.changes.clear();
            }
            if (!ahead.empty())
                part.firstSeconds = ahead.front()->timeSeconds();
            // The clock starts with the first record.
            const double until = isFirst && speed > 0 ? part.firstSeconds : due;
            std::deque<ChangePointer> now;
            while (!ahead.empty() && ahead.front()->timeSeconds() <= until) {
                now.push_back(std::move(ahead.front()));
                ahead.pop_front();
            }
            if (!now.empty())
                part.lastSeconds = now.back()->timeSeconds();
            auto feeds = feedOf(std::move(now));
            part.batch = mergeShards(feeds, *filter);
            part.lines.changes = std::move(ahead);
            return part;
        },
        [this](Part part) {
            m_isReading = false;
            m_offset = part.lines.offset;
            m_ahead = std::move(part.lines.changes);
            m_isAtEnd = m_ahead.empty() && (part.lines.isAtEnd || part.lines.problem);
            m_playedSeconds = std::max(m_playedSeconds, part.lastSeconds);
            if (!m_clock.isValid()) {
                m_startSeconds = part.firstSeconds;
                m_clock.start();
            }
            if (part.batch.scanned > 0)
                Q_EMIT arrived(part.batch);
            if (part.lines.problem)
                Q_EMIT failed(*part.lines.problem);
            Q_EMIT rested();
        });
}

void RecordingSource::readAgain(const std::vector<ChangeSpan> &spans, Reread done)
{
    const std::int64_t first = std::stoll(spans.front().first);
    const std::int64_t last = std::stoll(spans.front().last);
    if (m_rereads.size() > 8)
        m_rereads.erase(m_rereads.begin());
    m_rereads.push_back(std::make_unique<RequestSlot>());
    m_client.compute(
        this, *m_rereads.back(),
        [path = m_path, origin = m_origin, first, last, filter = m_filter](std::stop_token) -> Result<std::vector<ChangePointer>> {
            Lines lines = readLines(path, origin, first, std::numeric_limits<std::size_t>::max(), last);
            if (lines.problem)
                return *lines.problem;
            auto feeds = feedOf(std::move(lines.changes));
            return mergeShards(feeds, *filter).changes;
        },
        [done = std::move(done)](Result<std::vector<ChangePointer>> changes) { done(std::move(changes)); });
}

} // namespace stator::ui

#include "moc_recording_source.cpp"
