// KinesisDeliveries brings the changes of tables to the Kinesis data streams they are attached to.
//
// The catalog says what is attached and in which state (model/table_settings.h); the change from one state to the
// next is made here: ENABLING becomes ACTIVE once the endpoint has said that the stream is there, DISABLING becomes
// DISABLED when what was recorded is delivered, or the endpoint does not take it.
//
// How far a delivery is, is kept with the consumers of the region: what follows it is delivered again after a
// crash.
//
// Threads: every method from any thread, except that start() and stop() come from one. Ownership: what the options
// point to outlives it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/logger.h"
#include "engine/region.h"
#include "streams/consumer_positions.h"
#include "triggers/kinesis_invoker.h"
#include "triggers/pump.h"
#include "triggers/stream_feed.h"
#include "triggers/trigger_loop.h"

namespace stator::triggers {

struct KinesisOptions {
    StreamFeeds::FindRegion findRegion;
    std::function<std::vector<std::string>()> regionNames;
    std::function<streams::ConsumerPositions(const std::string &region)> positions;
    KinesisEndpoint endpoint;
    http::HttpClient *http = nullptr;
    std::shared_ptr<Clock> clock = systemClock();
    Logger logger;
};

class KinesisDeliveries {
public:
    explicit KinesisDeliveries(KinesisOptions options);
    ~KinesisDeliveries();

    // Goes on with what the tables of all regions have attached.
    void start();
    // Ends what is under way, and keeps how far it came. Idempotent.
    void stop();

    // The destinations of a table have changed.
    void look(std::string region, std::string table);

private:
    struct Delivery;
    using Key = std::pair<std::uint64_t, TimeMicros>; // storage id and time of the hidden stream, within a region

    void lookNow(const std::string &region, const std::string &table);
    void follow(const std::string &region, const engine::Table &table, const model::TableDefinition &definition,
                const model::KinesisDestination &destination);
    void ask(const std::shared_ptr<Delivery> &delivery);
    void begin(Delivery &delivery, model::TimePrecision precision);
    void finish(const std::shared_ptr<Delivery> &delivery);
    using Change = std::function<void(model::KinesisDestination &)>;
    void change(const Delivery &delivery, Change change);
    std::int64_t step();
    std::int64_t step(const std::shared_ptr<Delivery> &delivery);
    void save(Delivery &delivery);

    const KinesisOptions m_options;
    const Logger m_logger;
    const std::shared_ptr<TriggerLoop> m_loop;

    // The loop's thread's own.
    std::map<std::pair<std::string, Key>, std::shared_ptr<Delivery>> m_deliveries;
    std::stop_source m_stop;
};

} // namespace stator::triggers
