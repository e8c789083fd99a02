// Kinesis data streams as destinations of a table's changes. What is attached is in the catalog; the deliveries
// take it from there (triggers/kinesis_deliveries.h).
#include "api/describe_kinesis_streaming_destination.h"
#include "api/disable_kinesis_streaming_destination.h"
#include "api/enable_kinesis_streaming_destination.h"
#include "api/update_kinesis_streaming_destination.h"
#include "operations/control_errors.h"
#include "operations/operation_functions.h"
#include "operations/table_access.h"
#include "triggers/kinesis_deliveries.h"

namespace stator::operations {

namespace {

using model::DestinationStatus;
using model::KinesisDestination;
using model::TableDefinition;
using model::TimePrecision;
using Precision = api::ApproximateCreationDateTimePrecision;

api::DestinationStatus statusOf(DestinationStatus status)
{
    switch (status) {
    case DestinationStatus::Enabling:
        return api::DestinationStatus::Enabling;
    case DestinationStatus::Active:
        return api::DestinationStatus::Active;
    case DestinationStatus::Disabling:
        return api::DestinationStatus::Disabling;
    case DestinationStatus::Disabled:
        return api::DestinationStatus::Disabled;
    case DestinationStatus::EnableFailed:
        return api::DestinationStatus::EnableFailed;
    case DestinationStatus::Updating:
        return api::DestinationStatus::Updating;
    }
    return api::DestinationStatus::Disabled;
}

TimePrecision precisionOf(const std::optional<Precision> &given)
{
    if (!given)
        return TimePrecision::NotSet;
    return *given == Precision::Microsecond ? TimePrecision::Microsecond : TimePrecision::Millisecond;
}

template <class Configuration>
TimePrecision precisionIn(const std::optional<Configuration> &configuration)
{
    return configuration ? precisionOf(configuration->approximateCreationDateTimePrecision) : TimePrecision::NotSet;
}

// The texts of what follows are not confirmed by a primary source.
Error destinationNotFound(const std::string &table, const std::string &streamArn)
{
    return Error::resourceNotFound("Requested resource not found: Kinesis streaming destination: " + streamArn +
                                   " not found for table: " + table);
}

Error notInState(std::string_view verb, std::string_view operation, std::string_view states, std::string_view wanted)
{
    std::string text = "Table is not in a valid state to ";
    text.append(verb).append(" Kinesis Streaming Destination: ").append(operation);
    text.append("KinesisStreamingDestination must be ").append(states).append(" to perform ");
    return Error::validation(text.append(wanted).append(" operation."));
}

bool isOver(DestinationStatus status)
{
    return status == DestinationStatus::Disabled || status == DestinationStatus::EnableFailed;
}

KinesisDestination *findDestination(TableDefinition &table, const std::string &streamArn)
{
    for (KinesisDestination &destination : table.kinesisDestinations)
        if (destination.streamArn == streamArn)
            return &destination;
    return nullptr;
}

Result<TableDefinition> enabled(const TableDefinition &before, const std::string &streamArn, TimePrecision precision)
{
    STATOR_CHECK(checkSettled(before));
    for (const KinesisDestination &destination : before.kinesisDestinations)
        if (!isOver(destination.status))
            return notInState("enable", "Enable", "DISABLED or ENABLE_FAILED", "ENABLE");
    TableDefinition after = before;
    KinesisDestination *destination = findDestination(after, streamArn);
    if (!destination)
        destination = &after.kinesisDestinations.emplace_back();
    *destination = KinesisDestination();
    destination->streamArn = streamArn;
    destination->precision = precision;
    return after;
}

Result<TableDefinition> disabled(const TableDefinition &before, const std::string &streamArn)
{
    STATOR_CHECK(checkSettled(before));
    TableDefinition after = before;
    KinesisDestination *destination = findDestination(after, streamArn);
    if (!destination)
        return destinationNotFound(before.name, streamArn);
    if (destination->status != DestinationStatus::Active)
        return notInState("disable", "Disable", "ACTIVE", "DISABLE");
    destination->status = DestinationStatus::Disabling;
    return after;
}

Result<TableDefinition> updated(const TableDefinition &before, const std::string &streamArn, TimePrecision precision)
{
    STATOR_CHECK(checkSettled(before));
    TableDefinition after = before;
    KinesisDestination *destination = findDestination(after, streamArn);
    if (!destination)
        return destinationNotFound(before.name, streamArn);
    if (destination->status != DestinationStatus::Active)
        return notInState("update", "Update", "ACTIVE", "UPDATE");
    if (precision == TimePrecision::NotSet)
        return Error::validation("UpdateKinesisStreamingConfiguration must name an "
                                 "ApproximateCreationDateTimePrecision");
    const bool isMicro = destination->precision == TimePrecision::Microsecond;
    if (isMicro == (precision == TimePrecision::Microsecond))
        return Error::validation("Invalid Request: Precision is already set to the desired value of " +
                                 std::string(isMicro ? "MICROSECOND" : "MILLISECOND") + " for tableId: " + before.id +
                                 ", kdsArn: " + streamArn);
    destination->precision = precision;
    destination->status = DestinationStatus::Updating;
    return after;
}

// Edits the table's destinations; `done` is told what the destination is then.
template <class Response>
void edit(const Environment &environment, const service::Call &call, const std::string &table,
          const std::string &streamArn, engine::Region::Edit change,
          UniqueFunction<void(const KinesisDestination &, Response &)> describe, Completion<Response> done)
{
    const auto access = findTable(environment, call, table);
    if (!access.ok())
        return done(access.error());
    engine::Region *region = access->region;
    const std::string name = access->definition->name;
    region->updateTable(
        name, std::move(change),
        [region, name, streamArn, kinesis = environment.kinesis, describe = std::move(describe),
         done = std::move(done)](Result<engine::TableHandle> changed) mutable {
            if (!changed.ok())
                return done(std::move(changed).error());
            Response response;
            response.tableName = name;
            response.streamArn = streamArn;
            for (const KinesisDestination &destination : region->definition(**changed).kinesisDestinations) {
                if (destination.streamArn != streamArn)
                    continue;
                response.destinationStatus = statusOf(destination.status);
                describe(destination, response);
            }
            if (kinesis)
                kinesis->look(region->name(), name);
            done(std::move(response));
        });
}

} // namespace

void enableKinesisStreamingDestination(const Environment &environment,
                                       api::EnableKinesisStreamingDestinationRequest request, service::Call call,
                                       Completion<api::EnableKinesisStreamingDestinationResponse> done)
{
    using Response = api::EnableKinesisStreamingDestinationResponse;
    if (!environment.kinesis) {
        const auto access = findTable(environment, call, request.tableName);
        return done(access.ok() ? operationNotCarriedOut("EnableKinesisStreamingDestination") : access.error());
    }
    const auto configuration = request.enableKinesisStreamingConfiguration;
    const TimePrecision precision = precisionIn(configuration);
    edit<Response>(
        environment, call, request.tableName, request.streamArn,
        [arn = request.streamArn, precision](const TableDefinition &before) { return enabled(before, arn, precision); },
        [configuration](const KinesisDestination &, Response &response) {
            response.enableKinesisStreamingConfiguration = configuration;
        },
        std::move(done));
}

void disableKinesisStreamingDestination(const Environment &environment,
                                        api::DisableKinesisStreamingDestinationRequest request, service::Call call,
                                        Completion<api::DisableKinesisStreamingDestinationResponse> done)
{
    if (request.enableKinesisStreamingConfiguration)
        return done(Error::validation("EnableKinesisStreamingConfiguration is not supported when disabling a Kinesis "
                                      "streaming destination"));
    using Response = api::DisableKinesisStreamingDestinationResponse;
    edit<Response>(
        environment, call, request.tableName, request.streamArn,
        [arn = request.streamArn](const TableDefinition &before) { return disabled(before, arn); },
        [](const KinesisDestination &, Response &) {}, std::move(done));
}

void updateKinesisStreamingDestination(const Environment &environment,
                                       api::UpdateKinesisStreamingDestinationRequest request, service::Call call,
                                       Completion<api::UpdateKinesisStreamingDestinationResponse> done)
{
    using Response = api::UpdateKinesisStreamingDestinationResponse;
    const auto configuration = request.updateKinesisStreamingConfiguration;
    const TimePrecision precision = precisionIn(configuration);
    edit<Response>(
        environment, call, request.tableName, request.streamArn,
        [arn = request.streamArn, precision](const TableDefinition &before) { return updated(before, arn, precision); },
        [configuration](const KinesisDestination &, Response &response) {
            response.updateKinesisStreamingConfiguration = configuration;
        },
        std::move(done));
}

void describeKinesisStreamingDestination(const Environment &environment,
                                         api::DescribeKinesisStreamingDestinationRequest request,
                                         service::Call call,
                                         Completion<api::DescribeKinesisStreamingDestinationResponse> done)
{
    const auto access = findTable(environment, call, request.tableName);
    if (!access.ok())
        return done(access.error());
    api::DescribeKinesisStreamingDestinationResponse response;
    response.tableName = access->definition->name;
    response.kinesisDataStreamDestinations.emplace();
    for (const KinesisDestination &destination : access->definition->kinesisDestinations) {
        api::KinesisDataStreamDestination &one = response.kinesisDataStreamDestinations->emplace_back();
        one.streamArn = destination.streamArn;
        one.destinationStatus = statusOf(destination.status);
        if (!destination.description.empty())
            one.destinationStatusDescription = destination.description;
        if (destination.precision != TimePrecision::NotSet)
            one.approximateCreationDateTimePrecision =
                destination.precision == TimePrecision::Microsecond ? Precision::Microsecond : Precision::Millisecond;
    }
    done(std::move(response));
}

} // namespace stator::operations
