#include "triggers/kinesis_deliveries.h"

#include <fmt/format.h>

#include "streams/sequence_number.h"

namespace stator::triggers {

namespace {

using model::DestinationStatus;
using model::KinesisDestination;
using model::TimePrecision;

constexpr std::int64_t kSaveEveryMicros = 500'000;
// What is recorded is delivered before a destination is disabled, unless its endpoint keeps it longer than this.
constexpr std::int64_t kLastDeliveryMicros = 10'000'000;

// The hidden stream of one destination.
class HiddenFeeds final : public FeedSource {
public:
    HiddenFeeds(StreamFeeds::FindRegion findRegion, std::string region, std::uint64_t storageId, TimeMicros created,
                RecordFormat format)
        : m_findRegion(std::move(findRegion)), m_region(std::move(region)), m_storageId(storageId),
          m_created(created), m_format(format)
    {
    }

    Result<std::unique_ptr<RecordFeed>> open(const std::string &streamArn, const StartPoint &start,
                                             std::function<void()> wake) override
    {
        if (const engine::Region *region = m_findRegion(m_region))
            for (const replica::StreamHandle &stream : region->streams())
                if (stream->description().storageId == m_storageId && stream->description().created == m_created)
                    return makeStreamFeed(stream, start, m_region, streamArn, m_format, std::move(wake));
        return Error::resourceNotFound("The recorded changes of the table are gone");
    }

private:
    const StreamFeeds::FindRegion m_findRegion;
    const std::string m_region;
    const std::uint64_t m_storageId;
    const TimeMicros m_created;
    const RecordFormat m_format;
};

} // namespace

struct KinesisDeliveries::Delivery {
    std::string region;
    std::string table;
    std::uint64_t storageId = 0;
    TimeMicros created = 0;
    std::string streamArn;
    bool isAsked = false; // whether the stream is there

    std::unique_ptr<HiddenFeeds> feeds;
    std::unique_ptr<Pump> pump; // null: nothing is delivered (yet)
    TimePrecision precision = TimePrecision::NotSet;
    std::optional<TimePrecision> nextPrecision; // once the pump is idle
    bool isUpdating = false;
    std::int64_t disableBy = kNever; // monotonic; kNever: it goes on

    std::string saved;
    std::int64_t saveAfter = 0; // monotonic

    std::string consumer() const { return fmt::format("kinesis-{}-{}", storageId, created); }
};

KinesisDeliveries::KinesisDeliveries(KinesisOptions options)
    : m_options(std::move(options)), m_logger(m_options.logger.of("kinesis")),
      m_loop(std::make_shared<TriggerLoop>(m_options.clock))
{
}

KinesisDeliveries::~KinesisDeliveries()
{
    stop();
}

void KinesisDeliveries::start()
{
    m_loop->start([this] { return step(); });
    m_loop->post([this] {
        for (const std::string &region : m_options.regionNames())
            if (const engine::Region *opened = m_options.findRegion(region))
                for (const std::string &table : opened->tableNames({}, std::numeric_limits<std::size_t>::max()))
                    lookNow(region, table);
    });
}

void KinesisDeliveries::stop()
{
    m_loop->post([this] {
        m_stop.request_stop();
        for (auto &[key, delivery] : m_deliveries) {
            if (delivery->pump)
                save(*delivery);
            delivery->pump.reset();
        }
        m_deliveries.clear();
    });
    m_loop->stop();
}

void KinesisDeliveries::look(std::string region, std::string table)
{
    m_loop->post([this, region = std::move(region), table = std::move(table)] { lookNow(region, table); });
}

void KinesisDeliveries::lookNow(const std::string &region, const std::string &table)
{
    engine::Region *opened = m_stop.stop_requested() ? nullptr : m_options.findRegion(region);
    const engine::TableHandle handle = opened ? opened->findTable(table) : nullptr;
    if (!handle)
        return;
    const model::TableDefinition &definition = opened->definition(*handle);
    for (const KinesisDestination &destination : definition.kinesisDestinations)
        follow(region, *handle, definition, destination);
}

void KinesisDeliveries::follow(const std::string &region, const engine::Table &,
                               const model::TableDefinition &definition, const KinesisDestination &destination)
{
    const auto key = std::make_pair(region, Key(definition.storageId, destination.created));
    const bool isOver = destination.status == DestinationStatus::Disabled ||
                        destination.status == DestinationStatus::EnableFailed;
    if (isOver) {
        m_deliveries.erase(key);
        return;
    }
    std::shared_ptr<Delivery> &delivery = m_deliveries[key];
    if (!delivery) {
        delivery = std::make_shared<Delivery>();
        delivery->region = region;
        delivery->table = definition.name;
        delivery->storageId = definition.storageId;
        delivery->created = destination.created;
        delivery->streamArn = destination.streamArn;
    }
    if (destination.status == DestinationStatus::Enabling)
        return ask(delivery);
    if (!delivery->pump)
        begin(*delivery, destination.precision);
    if (destination.status == DestinationStatus::Updating) {
        delivery->isUpdating = true;
        delivery->nextPrecision = destination.precision;
        delivery->pump->pause();
    }
    if (destination.status == DestinationStatus::Disabling && delivery->disableBy == kNever)
        delivery->disableBy = m_options.clock->monotonicMicros() + kLastDeliveryMicros;
}

void KinesisDeliveries::ask(const std::shared_ptr<Delivery> &delivery)
{
    if (std::exchange(delivery->isAsked, true))
        return;
    const auto answer = [this, delivery](const Result<void> &result) {
        if (m_stop.stop_requested())
            return;
        change(*delivery, [problem = result.ok() ? std::string() : result.error().message](KinesisDestination &it) {
            if (it.status != DestinationStatus::Enabling)
                return;
            it.status = problem.empty() ? DestinationStatus::Active : DestinationStatus::EnableFailed;
            it.description = problem;
        });
    };
    const auto stream = parseKinesisArn(delivery->streamArn);
    if (!stream.ok())
        return answer(stream.error());
    if (m_options.endpoint.url.empty())
        return answer(Error::validation("No Kinesis endpoint is set; start Stator with --kinesis-endpoint URL"));
    askForKinesisStream(*stream, m_options.endpoint, *m_options.http, m_stop.get_token(),
                        [loop = m_loop, answer](Result<void> result) mutable {
                            loop->post([answer, result = std::move(result)] { answer(result); });
                        });
}

void KinesisDeliveries::begin(Delivery &delivery, TimePrecision precision)
{
    const auto stream = parseKinesisArn(delivery.streamArn);
    STATOR_ASSERT(stream.ok()); // it was active
    std::string position = delivery.saved;
    if (position.empty()) {
        const auto kept = m_options.positions(delivery.region).find(delivery.consumer());
        if (!kept.ok())
            m_logger.error(kept.error().message + "; everything that is recorded is delivered again");
        else if (*kept && (*kept)->places.count(0) > 0)
            position = streams::sequenceNumber((*kept)->places.at(0));
    }
    delivery.saved = position;
    delivery.precision = precision;
    delivery.pump.reset();
    delivery.feeds = std::make_unique<HiddenFeeds>(
        m_options.findRegion, delivery.region, delivery.storageId, delivery.created,
        precision == TimePrecision::Microsecond ? RecordFormat::KinesisMicroseconds : RecordFormat::Kinesis);
    Trigger trigger;
    trigger.name = delivery.consumer();
    trigger.streamArn = delivery.streamArn;
    trigger.start.kind = StartPoint::Kind::TrimHorizon;
    trigger.batchSize = kKinesisRecords;
    PumpParts parts;
    parts.invoker = makeKinesisInvoker(*stream, m_options.endpoint, *m_options.http);
    parts.feeds = delivery.feeds.get();
    parts.clock = m_options.clock;
    parts.home = m_loop;
    // Nobody looks at the state of a destination; what it meets is told once.
    parts.told = [logger = m_logger, table = delivery.table, last = std::string()](const std::string &problem) mutable {
        if (problem != std::exchange(last, problem))
            logger.warning(fmt::format("the delivery of table {}: {}", table, problem));
    };
    delivery.pump = std::make_unique<Pump>(std::move(trigger), std::move(position), std::move(parts));
}

// Edits the destination in the catalog, and looks at what came of it.
void KinesisDeliveries::change(const Delivery &delivery, Change change)
{
    engine::Region *region = m_options.findRegion(delivery.region);
    if (!region)
        return;
    const auto edit = [change = std::move(change), storageId = delivery.storageId,
                       created = delivery.created](const model::TableDefinition &before) -> Result<model::TableDefinition> {
        model::TableDefinition after = before;
        if (before.storageId == storageId)
            for (KinesisDestination &destination : after.kinesisDestinations)
                if (destination.created == created)
                    change(destination);
        return after;
    };
    region->updateTable(delivery.table, edit,
                        [this, loop = m_loop, name = delivery.region,
                         table = delivery.table](const Result<engine::TableHandle> &changed) {
                            if (changed.ok())
                                loop->post([this, name, table] { lookNow(name, table); });
                        });
}

void KinesisDeliveries::save(Delivery &delivery)
{
    const std::string &position = delivery.pump->position();
    const auto place = streams::parseSequenceNumber(position);
    if (position == delivery.saved || !place)
        return;
    streams::ConsumerPosition kept;
    kept.storageId = delivery.storageId;
    kept.created = delivery.created;
    kept.places[0] = *place;
    if (const Result<void> written = m_options.positions(delivery.region).save(delivery.consumer(), kept);
        !written.ok()) {
        m_logger.warning(fmt::format("how far the delivery of table {} is was not written: {}", delivery.table,
                                     written.error().message));
        return;
    }
    delivery.saved = position;
}

void KinesisDeliveries::finish(const std::shared_ptr<Delivery> &delivery)
{
    static_cast<void>(m_options.positions(delivery->region).forget(delivery->consumer()));
    delivery->pump.reset();
    change(*delivery, [](KinesisDestination &it) {
        if (it.status == DestinationStatus::Disabling)
            it.status = DestinationStatus::Disabled;
    });
}

std::int64_t KinesisDeliveries::step()
{
    std::int64_t next = kNever;
    for (auto &[key, delivery] : m_deliveries)
        if (delivery->pump)
            next = std::min(next, step(delivery));
    return next;
}

std::int64_t KinesisDeliveries::step(const std::shared_ptr<Delivery> &delivery)
{
    const std::int64_t now = m_options.clock->monotonicMicros();
    if (delivery->nextPrecision && !delivery->pump->isBusy()) {
        save(*delivery);
        begin(*delivery, *std::exchange(delivery->nextPrecision, std::nullopt));
        if (std::exchange(delivery->isUpdating, false))
            change(*delivery, [](KinesisDestination &it) {
                if (it.status == DestinationStatus::Updating)
                    it.status = DestinationStatus::Active;
            });
    }
    std::int64_t next = delivery->pump->step();
    if (delivery->disableBy != kNever) {
        if (delivery->pump->state().status == TriggerState::Status::StreamEnded || now >= delivery->disableBy) {
            finish(delivery);
            return kNever;
        }
        next = std::min(next, delivery->disableBy);
    }
    if (delivery->pump->position() == delivery->saved)
        return next;
    if (now >= delivery->saveAfter) {
        delivery->saveAfter = now + kSaveEveryMicros;
        save(*delivery);
    }
    return delivery->pump->position() == delivery->saved ? next : std::min(next, delivery->saveAfter);
}

} // namespace stator::triggers
