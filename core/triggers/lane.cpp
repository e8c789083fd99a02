#include "triggers/lane.h"

namespace stator::triggers {

namespace {

constexpr std::int64_t kFirstPauseMicros = 200'000;
constexpr std::int64_t kLongestPauseMicros = 30'000'000;
constexpr std::size_t kFrameBytes = 16; // of an event around its records

} // namespace

std::int64_t Lane::pauseMicros(std::int64_t failures)
{
    if (failures < 1)
        return 0;
    return failures > 8 ? kLongestPauseMicros : std::min(kLongestPauseMicros, kFirstPauseMicros << (failures - 1));
}

void Lane::add(std::uint64_t ordinal, FeedRecord record)
{
    m_queuedBytes += record.json.size() + 1;
    m_queue.push_back({ordinal, m_parts.clock->monotonicMicros(), std::move(record)});
}

// When the first batch of the queue should begin.
std::int64_t Lane::dueTime(bool drains) const
{
    if (m_queue.empty())
        return kNever;
    const Trigger &trigger = m_parts.trigger;
    const bool isFull = m_queue.size() >= static_cast<std::size_t>(trigger.batchSize)
                        || m_queuedBytes + kFrameBytes >= m_parts.invoker->maxBytes();
    return isFull || drains ? 0 : m_queue.front().since + trigger.batchingWindowSeconds * 1'000'000;
}

void Lane::formBatch()
{
    Batch batch;
    std::size_t bytes = kFrameBytes;
    while (!m_queue.empty() && batch.records.size() < static_cast<std::size_t>(m_parts.trigger.batchSize)) {
        Waiting &next = m_queue.front();
        const std::size_t size = next.record.json.size() + 1;
        if (!batch.records.empty() && bytes + size > m_parts.invoker->maxBytes())
            break;
        bytes += size;
        m_queuedBytes -= size;
        batch.ordinals.push_back(next.ordinal);
        batch.records.push_back(std::move(next.record));
        m_queue.pop_front();
    }
    m_batches.push_back(std::move(batch));
}

Lane::Batch Lane::splitFront(Batch &batch, std::size_t count) const
{
    Batch front;
    front.failures = batch.failures;
    front.problem = batch.problem;
    const auto records = static_cast<std::ptrdiff_t>(count);
    front.records.assign(std::make_move_iterator(batch.records.begin()),
                         std::make_move_iterator(batch.records.begin() + records));
    front.ordinals.assign(batch.ordinals.begin(), batch.ordinals.begin() + records);
    batch.records.erase(batch.records.begin(), batch.records.begin() + records);
    batch.ordinals.erase(batch.ordinals.begin(), batch.ordinals.begin() + records);
    return front;
}

TimeMicros Lane::expiryOf(const FeedRecord &record) const
{
    const std::int64_t seconds = m_parts.trigger.maxRecordAgeSeconds;
    return seconds == Trigger::kForever ? kNever : record.created + seconds * 1'000'000;
}

// Gives up the records at the front of the next batch that are too old; whether there were any.
bool Lane::expire(TimeMicros now)
{
    Batch &batch = m_batches.back();
    std::size_t old = 0;
    while (old < batch.records.size() && expiryOf(batch.records[old]) <= now)
        ++old;
    if (old == 0)
        return false;
    Batch expired = splitFront(batch, old);
    expired.condition = "RecordAgeExceeded";
    if (m_batches.back().records.empty())
        m_batches.pop_back();
    m_batches.push_back(std::move(expired));
    return true;
}

std::int64_t Lane::step(bool drains)
{
    while (!m_isBusy) {
        const std::int64_t now = m_parts.clock->monotonicMicros();
        if (m_batches.empty()) {
            if (const std::int64_t due = dueTime(drains); due > now || due == kNever)
                return due;
            formBatch();
        }
        const TimeMicros calendar = m_parts.clock->nowMicros();
        if (m_batches.back().condition.empty() && expire(calendar))
            continue;
        const Batch &next = m_batches.back();
        if (next.notBefore > now) {
            if (!next.condition.empty())
                return next.notBefore;
            const TimeMicros expiry = expiryOf(next.records.front());
            return expiry == kNever ? next.notBefore : std::min(next.notBefore, now + expiry - calendar);
        }
        if (next.condition.empty())
            deliver();
        else
            giveUp();
    }
    return kNever;
}

void Lane::deliver()
{
    m_isBusy = true;
    const TimeMicros begun = m_parts.clock->nowMicros();
    const std::int64_t begunMonotonic = m_parts.clock->monotonicMicros();
    m_parts.invoker->invoke(
        m_batches.back().records, m_parts.stop,
        [lane = weak_from_this(), home = m_parts.home, begun, begunMonotonic](Result<Delivery> result) mutable {
            home->post([lane = std::move(lane), result = std::move(result), begun, begunMonotonic]() mutable {
                if (const auto self = lane.lock())
                    self->delivered(std::move(result), begun, begunMonotonic);
            });
        });
}

void Lane::delivered(Result<Delivery> result, TimeMicros begun, std::int64_t begunMonotonic)
{
    m_isBusy = false;
    // What was interrupted is neither a success nor a failure: it is delivered again at the next start.
    if (!result.ok() && result.error().code == ErrorCode::ShuttingDown)
        return;
    Batch batch = std::move(m_batches.back());
    m_batches.pop_back();
    Attempt attempt;
    attempt.time = begun;
    attempt.durationMicros = m_parts.clock->monotonicMicros() - begunMonotonic;
    attempt.records = batch.records.size();
    attempt.accepted = result.ok() ? std::min(result->accepted, batch.records.size()) : 0;
    attempt.failuresBefore = batch.failures;
    attempt.firstSequenceNumber = batch.records.front().sequenceNumber;
    attempt.lastSequenceNumber = batch.records.back().sequenceNumber;
    attempt.problem = result.ok() ? result->problem : result.error().message;
    if (result.ok())
        attempt.answer = std::move(result->answer);
    const std::size_t accepted = attempt.accepted;
    batch.problem = attempt.problem;
    m_events.attempted(std::move(attempt));
    if (accepted > 0) {
        m_events.finished(std::span(batch.ordinals).first(accepted));
        static_cast<void>(splitFront(batch, accepted));
    }
    if (!batch.records.empty())
        tryLater(std::move(batch), accepted > 0);
}

// Halving a batch does not count as an attempt (Lambda Developer Guide, "Error handling for streams").
void Lane::tryLater(Batch batch, bool hasProgress)
{
    if (m_parts.trigger.bisectsOnError && !hasProgress && batch.records.size() > 1) {
        Batch front = splitFront(batch, (batch.records.size() + 1) / 2);
        m_batches.push_back(std::move(batch));
        m_batches.push_back(std::move(front));
        return;
    }
    ++batch.failures;
    const std::int64_t most = m_parts.trigger.maxRetryAttempts;
    if (most != Trigger::kForever && batch.failures > most)
        batch.condition = "RetryAttemptsExhausted";
    else
        batch.notBefore = m_parts.clock->monotonicMicros() + pauseMicros(batch.failures);
    m_batches.push_back(std::move(batch));
}

void Lane::giveUp()
{
    m_isBusy = true;
    if (!m_parts.failures)
        return wasGivenUp({});
    Batch &batch = m_batches.back();
    GivenUp lost;
    lost.trigger = m_parts.trigger.name;
    lost.streamArn = m_parts.trigger.streamArn;
    lost.condition = batch.condition;
    lost.records = batch.records;
    lost.attempts = batch.failures;
    lost.problem = batch.problem;
    lost.time = m_parts.clock->nowMicros();
    m_parts.failures->put(lost, [lane = weak_from_this(), home = m_parts.home](Result<void> result) mutable {
        home->post([lane = std::move(lane), result = std::move(result)] {
            if (const auto self = lane.lock())
                self->wasGivenUp(result);
        });
    });
}

void Lane::wasGivenUp(const Result<void> &result)
{
    m_isBusy = false;
    Batch &batch = m_batches.back();
    if (!result.ok()) {
        batch.notBefore = m_parts.clock->monotonicMicros() + pauseMicros(++batch.refusals);
        m_events.failureDestinationRefused(result.error());
        return;
    }
    const Batch gone = std::move(batch);
    m_batches.pop_back();
    m_events.gaveUp(gone.records.size(), gone.condition);
    m_events.finished(gone.ordinals);
}

} // namespace stator::triggers
