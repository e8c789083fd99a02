#include "triggers/pump.h"

#include <fmt/format.h>

namespace stator::triggers {

namespace {

constexpr std::int64_t kOpenAgainMicros = 5'000'000;
constexpr std::int64_t kReadAgainMicros = 1'000'000;
constexpr std::size_t kKeptProblems = 20;
constexpr std::size_t kMaxOpenBytes = 32u << 20;
constexpr std::size_t kMaxHeldBytes = 128u << 20; // by all pumps; beyond, each may have as much as it needs to go on
constexpr std::size_t kNeededBytes = 1u << 20;
constexpr std::size_t kReadRecords = 1000;
constexpr std::uint64_t kMostCounted = 10'000; // of those that were not read: milliseconds

} // namespace

std::string_view wireName(TriggerState::Status status)
{
    switch (status) {
    case TriggerState::Status::Running:
        return "RUNNING";
    case TriggerState::Status::Retrying:
        return "RETRYING";
    case TriggerState::Status::Paused:
        return "PAUSED";
    case TriggerState::Status::StreamNotFound:
        return "STREAM_NOT_FOUND";
    case TriggerState::Status::StreamEnded:
        return "STREAM_ENDED";
    }
    return {};
}

// Outlives the pump where a stream still holds on to it.
struct Pump::Wake {
    std::atomic<bool> isWoken{true};
    std::shared_ptr<Executor> home;

    void wake()
    {
        if (!isWoken.exchange(true))
            home->post([] {}); // the pump is stepped after every task
    }
};

Pump::Pump(Trigger trigger, std::string position, PumpParts parts, TriggerState before)
    : m_feeds(*parts.feeds), m_wake(std::make_shared<Wake>()), m_heldBytes(std::move(parts.heldBytes)),
      m_told(std::move(parts.told)),
      m_position(std::move(position)), m_state(std::move(before))
{
    for (const std::string &filter : trigger.filters) {
        auto pattern = FilterPattern::compile(filter);
        STATOR_ASSERT(pattern.ok()); // checkTrigger() was content with it
        m_filters.push_back(std::move(*pattern));
    }
    m_wake->home = parts.home;
    m_isPaused = !trigger.isEnabled;
    m_parts = LaneParts{std::move(trigger),      std::move(parts.invoker), std::move(parts.failures),
                        std::move(parts.clock), std::move(parts.home),    m_stop.get_token()};
    for (std::int64_t i = 0; i < m_parts.trigger.parallelizationFactor; ++i)
        m_lanes.push_back(std::make_shared<Lane>(m_parts, *this));
}

Pump::~Pump()
{
    cancel();
    letGo(m_openBytes);
}

bool Pump::isBusy() const
{
    return std::any_of(m_lanes.begin(), m_lanes.end(), [](const auto &lane) { return lane->isBusy(); });
}

void Pump::note(const std::string &problem)
{
    if (m_told)
        m_told(problem);
    m_state.problems.push_back({m_parts.clock->nowMicros(), problem});
    if (m_state.problems.size() > kKeptProblems)
        m_state.problems.pop_front();
}

bool Pump::openFeed(std::int64_t now)
{
    if (m_feed)
        return true;
    if (now < m_openAgain)
        return false;
    const StartPoint start = m_position.empty() ? m_parts.trigger.start : StartPoint::after(m_position);
    auto feed = m_feeds.open(m_parts.trigger.streamArn, start, [wake = m_wake] { wake->wake(); });
    if (!feed.ok()) {
        const bool isGone = feed.error().code == ErrorCode::ResourceNotFound;
        if (!isGone || !m_isGone) // looked for in vain a thousand times, it is one problem
            note(feed.error().message);
        m_isGone = isGone;
        m_openAgain = now + kOpenAgainMicros;
        return false;
    }
    m_isGone = false;
    m_feed = std::move(*feed);
    // From now on LATEST is a fixed place, also for the next start.
    if (m_position.empty())
        m_position = m_feed->position();
    return true;
}

// In bytes, for records that wait or are being delivered.
std::size_t Pump::room() const
{
    const Trigger &trigger = m_parts.trigger;
    const auto most = std::max<std::size_t>(
        kReadRecords, 2 * static_cast<std::size_t>(trigger.batchSize * trigger.parallelizationFactor));
    const std::size_t share = *m_heldBytes < kMaxHeldBytes ? kMaxOpenBytes : kNeededBytes;
    return m_open.size() < most && m_openBytes < share ? share - m_openBytes : 0;
}

void Pump::hold(std::size_t bytes)
{
    m_openBytes += bytes;
    *m_heldBytes += bytes;
}

void Pump::letGo(std::size_t bytes)
{
    m_openBytes -= bytes;
    *m_heldBytes -= bytes;
}

void Pump::read()
{
    m_wake->isWoken.store(false);
    m_isAtEnd = false;
    while (!m_isAtEnd && !m_isClosed && hasRoom()) {
        auto page = m_feed->read(kReadRecords, room());
        if (!page.ok()) {
            note(page.error().message);
            m_readAgain = m_parts.clock->monotonicMicros() + kReadAgainMicros;
            return;
        }
        if (page->hasGap) {
            ++m_state.gaps;
            note("Records were older than 24 hours and are gone; reading goes on with the oldest there is");
        }
        for (FeedRecord &record : page->records)
            take(std::move(record));
        m_isAtEnd = page->isEnd || page->isClosed;
        m_isClosed = page->isClosed;
        if (page->records.empty())
            return; // far from its starting time: others have their turn first
    }
}

void Pump::take(FeedRecord record)
{
    const auto bytes = static_cast<std::uint32_t>(record.json.size());
    const bool isWanted = m_matcher.matches(m_filters, record.json);
    m_open.push_back({record.sequenceNumber, record.created, bytes, !isWanted});
    hold(bytes);
    if (!isWanted) {
        ++m_state.filteredRecords;
        return advance();
    }
    const std::size_t lane = record.keyHash % m_lanes.size();
    m_lanes[lane]->add(m_firstOrdinal + m_open.size() - 1, std::move(record));
}

void Pump::advance()
{
    while (!m_open.empty() && m_open.front().isDone) {
        m_position = std::move(m_open.front().sequenceNumber);
        letGo(m_open.front().bytes);
        m_open.pop_front();
        ++m_firstOrdinal;
    }
}

std::int64_t Pump::step()
{
    const std::int64_t now = m_parts.clock->monotonicMicros();
    if (m_isPaused && !m_position.empty() && !m_stop.stop_requested())
        openFeed(now); // for its backlog to be counted
    if (m_isPaused || m_stop.stop_requested())
        return kNever;
    std::int64_t next = kNever;
    if (!m_isClosed) {
        if (!openFeed(now))
            next = m_openAgain;
        else if (now >= m_readAgain && (m_wake->isWoken.load() || !m_isAtEnd))
            read();
        if (m_feed && !m_isAtEnd && !m_isClosed && hasRoom())
            next = std::max(m_readAgain, now);
    }
    for (const auto &lane : m_lanes)
        next = std::min(next, lane->step(m_isClosed));
    return next;
}

void Pump::attempted(Attempt attempt)
{
    ++m_state.batches;
    m_state.deliveredRecords += attempt.accepted;
    if (!attempt.problem.empty()) {
        ++m_state.failedBatches;
        note(attempt.problem);
    }
    m_state.lastBatch = std::move(attempt);
}

void Pump::finished(std::span<const std::uint64_t> ordinals)
{
    for (const std::uint64_t ordinal : ordinals)
        m_open[static_cast<std::size_t>(ordinal - m_firstOrdinal)].isDone = true;
    advance();
}

void Pump::gaveUp(std::size_t records, std::string_view condition)
{
    m_state.givenUpRecords += records;
    note(fmt::format("{} records were given up: {}", records, condition));
}

void Pump::failureDestinationRefused(const Error &error)
{
    note("The failure destination did not take a batch: " + error.message);
}

TriggerState Pump::state() const
{
    TriggerState state = m_state;
    // What another pump was in the middle of is over.
    state.status = TriggerState::Status::Running;
    state.nextAttempt.reset();
    state.batchesInFlight = 0;
    state.iteratorAgeMs = 0;
    state.position = m_position;
    // What is at its end looks again only when it is woken; until then nothing waits.
    AheadCount ahead;
    ahead.isAll = m_isAtEnd && !m_wake->isWoken.load();
    if (m_feed && !ahead.isAll)
        ahead = m_feed->countAhead(kMostCounted);
    state.pendingRecords = m_open.size() + ahead.records;
    state.isAtEnd = ahead.isAll;
    if (const TimeMicros oldest = m_open.empty() ? ahead.oldest : m_open.front().created; oldest != 0)
        state.iteratorAgeMs = std::max<std::int64_t>(0, (m_parts.clock->nowMicros() - oldest) / 1000);
    std::int64_t nextAttempt = kNever;
    for (const auto &lane : m_lanes) {
        state.batchesInFlight += lane->isBusy() ? 1U : 0U;
        if (lane->isRetrying())
            nextAttempt = std::min(nextAttempt, lane->nextAttempt());
    }
    const std::int64_t wait = nextAttempt - m_parts.clock->monotonicMicros();
    if (m_isPaused)
        state.status = TriggerState::Status::Paused;
    else if (m_isGone)
        state.status = TriggerState::Status::StreamNotFound;
    else if (m_isClosed && m_open.empty())
        state.status = TriggerState::Status::StreamEnded;
    else if (nextAttempt != kNever) {
        state.status = TriggerState::Status::Retrying;
        state.nextAttempt = m_parts.clock->nowMicros() + std::max<std::int64_t>(wait, 0);
    }
    return state;
}

} // namespace stator::triggers
