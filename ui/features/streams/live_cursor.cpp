#include "features/streams/live_cursor.h"

#include <QDateTime>

#include "features/streams/recording_source.h"

namespace stator::ui {

namespace {

constexpr int kQuickMs = 100;
constexpr int kBusyMs = 250;
constexpr int kUnwatchedMs = 5000;
constexpr int kMsAShard = 2; // a region with a thousand streams is asked less often
constexpr std::int64_t kMostAtOnce = 20'000;
constexpr std::int64_t kMostUnwatched = 200'000;
// As many are read to find the end from the oldest record; beyond them the list begins with now.
constexpr std::int64_t kMostProbed = 20'000;

} // namespace

LiveCursor::LiveCursor(ChangeModel &model, QObject *parent) : QObject(parent), m_model(model)
{
    m_timer.setInterval(kQuickMs);
    connect(&m_timer, &QTimer::timeout, this, &LiveCursor::poll);
}

// --- Sources ---

void LiveCursor::use(ChangeSource *source)
{
    if (m_source)
        m_source->deleteLater();
    m_source = source;
    m_stream = qobject_cast<StreamSource *>(source);
    m_recording = qobject_cast<RecordingSource *>(source);
    m_arrived.clear();
    m_wasAtEnd = false;
    m_model.setSource(source);
    if (!source) {
        m_timer.stop();
        return;
    }
    source->setFilter(m_filter);
    connect(source, &ChangeSource::arrived, this, [this, source](const ChangeBatch &batch) {
        if (source == m_source)
            take(batch);
    });
    connect(source, &ChangeSource::rested, this, [this, source] {
        if (source == m_source)
            sourceRested();
    });
    connect(source, &ChangeSource::failed, this, [this, source](const Error &error) {
        if (source == m_source)
            Q_EMIT failed(error);
    });
    connect(source, &ChangeSource::trimmed, this, [this, source] {
        if (source == m_source)
            Q_EMIT trimmed();
    });
    m_timer.start();
}

void LiveCursor::begin(StreamSource *source)
{
    m_model.clear();
    m_meter.clear();
    m_scanned = 0;
    m_isProbing = false;
    m_freezesFirst = false;
    m_jumpsWhenRested = false;
    m_back.reset();
    m_passed.reset();
    endCount();
    use(source);
}

void LiveCursor::start(const ServiceClient &client, const std::string &streamArn, From from)
{
    m_client = client;
    m_names = std::make_shared<ShardNames>();
    const auto first = from == From::Now ? StreamSource::Start::Newest : StreamSource::Start::Oldest;
    begin(new StreamSource(client, streamArn, m_names, first, {}, this));
    m_isProbing = from == From::Recent;
    m_freezesFirst = from == From::Oldest;
    poll();
}

void LiveCursor::goOn(const std::string &streamArn)
{
    flush();
    use(new StreamSource(m_client, streamArn, m_names, StreamSource::Start::Oldest, {}, this));
    poll();
}

void LiveCursor::play(const ServiceClient &client, const QString &path, double speed, std::shared_ptr<const ChangeOrigin> origin)
{
    m_client = client;
    begin(nullptr);
    use(new RecordingSource(client, path, speed, std::move(origin), this));
    poll();
}

void LiveCursor::setSpeed(double speed)
{
    if (!m_recording)
        return;
    m_recording->setSpeed(speed);
    poll();
}

void LiveCursor::stop()
{
    begin(nullptr);
    Q_EMIT changed();
}

void LiveCursor::setFilter(const ChangeFilter &filter)
{
    if (filter == *m_filter)
        return;
    m_filter = std::make_shared<ChangeFilter>(filter);
    if (m_stream) {
        const bool isProbing = m_isProbing;
        begin(new StreamSource(m_client, m_stream->streamArn(), m_names, m_stream->startedAt(), m_stream->beginning(), this));
        m_isProbing = isProbing;
        poll();
    } else if (m_recording) {
        play(m_client, m_recording->path(), m_recording->speed(), m_recording->origin());
    }
}

// --- Reading on ---

void LiveCursor::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    updatePace();
    if (isWatched)
        poll();
}

void LiveCursor::updatePace()
{
    const bool isBusy = m_meter.perSecond(nowSeconds()) > kBusyRate;
    const int quick = std::max(isBusy ? kBusyMs : kQuickMs, m_stream ? kMsAShard * static_cast<int>(m_stream->openShards()) : 0);
    const int interval = m_isWatched ? quick : std::max(quick, kUnwatchedMs);
    if (m_timer.interval() != interval)
        m_timer.setInterval(interval);
}

void LiveCursor::poll()
{
    if (!m_source || m_isHeld || m_model.isFull())
        return;
    if (m_isProbing)
        m_source->readOn(kMostProbed);
    else
        m_source->readOn(m_isWatched ? kMostAtOnce : kMostUnwatched);
}

void LiveCursor::take(const ChangeBatch &batch)
{
    m_arrived.push_back(batch);
    // A long way to the end is shown while it is made.
    if (!m_isProbing && m_flushed.isValid() && m_flushed.elapsed() >= kBusyMs)
        flush();
}

void LiveCursor::flush()
{
    m_flushed.start();
    for (const ChangeBatch &batch : std::exchange(m_arrived, {})) {
        m_scanned += batch.scanned;
        m_meter.add(batch);
        m_model.append(batch);
        if (!batch.changes.empty())
            Q_EMIT arrived(batch.changes);
    }
    if (m_freezesFirst && m_model.rowCount() > 0) {
        m_freezesFirst = false;
        m_model.setFrozen(true);
    }
    Q_EMIT changed();
}

void LiveCursor::sourceRested()
{
    m_wasAtEnd = m_source->isAtEnd();
    if (m_isProbing) {
        endProbe();
        return;
    }
    flush();
    updatePace();
    if (m_jumpsWhenRested)
        jumpToNow();
}

void LiveCursor::endProbe()
{
    m_isProbing = false;
    if (!m_wasAtEnd) {
        begin(new StreamSource(m_client, m_stream->streamArn(), m_names, StreamSource::Start::Newest, {}, this));
        poll();
        return;
    }
    flush();
}

void LiveCursor::setFollowing(bool isFollowing)
{
    m_model.setFrozen(!isFollowing);
    m_freezesFirst = false;
    poll();
    Q_EMIT changed();
}

// --- Jumping ---

void LiveCursor::jumpToNow()
{
    if (!m_stream)
        return;
    // Where it stands is known while it rests.
    m_jumpsWhenRested = m_stream->isReading();
    if (m_jumpsWhenRested)
        return;
    flush();
    m_back = m_stream->position();
    m_backArn = m_stream->streamArn();
    m_passed = Passed();
    auto *counter = new StreamSource(m_client, m_backArn, m_names, StreamSource::Start::Oldest, *m_back, this);
    counter->setEnd(nowSeconds());
    countPassed(counter);
    use(new StreamSource(m_client, m_backArn, m_names, StreamSource::Start::Newest, {}, this));
    m_model.setFrozen(false);
    poll();
    Q_EMIT changed();
}

// Reads what was passed over once more, for its number alone.
void LiveCursor::countPassed(StreamSource *counter)
{
    endCount();
    m_counter = counter;
    connect(counter, &ChangeSource::arrived, this, [this](const ChangeBatch &batch) {
        if (m_passed)
            m_passed->count += batch.scanned;
    });
    connect(counter, &ChangeSource::rested, this, [this, counter] {
        if (!m_passed)
            return;
        m_passed->isCounted = counter->isAtEnd();
        Q_EMIT changed();
        if (m_passed->isCounted)
            endCount();
        else
            QTimer::singleShot(kBusyMs, counter, [counter] { counter->readOn(kMostAtOnce); });
    });
    counter->readOn(kMostAtOnce);
}

void LiveCursor::endCount()
{
    if (!m_counter)
        return;
    m_counter->disconnect(this);
    m_counter->deleteLater();
    m_counter.clear();
}

void LiveCursor::goBack()
{
    if (!m_back)
        return;
    begin(new StreamSource(m_client, m_backArn, m_names, StreamSource::Start::Oldest, *m_back, this));
    m_freezesFirst = true;
    poll();
    Q_EMIT changed();
}

double LiveCursor::nowSeconds() const
{
    return m_source ? m_source->nowSeconds() : static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
}

double LiveCursor::iteratorAge() const
{
    if (!m_stream)
        return -1;
    if (m_wasAtEnd)
        return 0;
    return m_meter.newestSeconds() > 0 ? std::max(0.0, nowSeconds() - m_meter.newestSeconds()) : -1;
}

} // namespace stator::ui

#include "moc_live_cursor.cpp"
