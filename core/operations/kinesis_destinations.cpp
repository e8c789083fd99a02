// Kinesis data streams as destinations of a table's changes: there are none, and none can be attached.
#include "api/describe_kinesis_streaming_destination.h"
#include "api/disable_kinesis_streaming_destination.h"
#include "api/enable_kinesis_streaming_destination.h"
#include "api/update_kinesis_streaming_destination.h"
#include "operations/control_errors.h"
#include "operations/operation_functions.h"
#include "operations/table_access.h"

namespace stator::operations {

namespace {

// The text is not confirmed by a primary source.
Error destinationNotFound(const TableAccess &access, const std::string &streamArn)
{
    return Error::resourceNotFound("Requested resource not found: Kinesis streaming destination: " + streamArn +
                                   " not found for table: " + access.definition->name);
}

} // namespace

void enableKinesisStreamingDestination(const Environment &environment,
                                       api::EnableKinesisStreamingDestinationRequest request,
                                       service::Call call,
                                       Completion<api::EnableKinesisStreamingDestinationResponse> done)
{
    const auto access = findTable(environment, call, request.tableName);
    done(access.ok() ? operationNotCarriedOut("EnableKinesisStreamingDestination") : access.error());
}

void disableKinesisStreamingDestination(const Environment &environment,
                                        api::DisableKinesisStreamingDestinationRequest request,
                                        service::Call call,
                                        Completion<api::DisableKinesisStreamingDestinationResponse> done)
{
    const auto access = findTable(environment, call, request.tableName);
    done(access.ok() ? destinationNotFound(*access, request.streamArn) : access.error());
}

void updateKinesisStreamingDestination(const Environment &environment,
                                       api::UpdateKinesisStreamingDestinationRequest request,
                                       service::Call call,
                                       Completion<api::UpdateKinesisStreamingDestinationResponse> done)
{
    const auto access = findTable(environment, call, request.tableName);
    done(access.ok() ? destinationNotFound(*access, request.streamArn) : access.error());
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
    done(std::move(response));
}

} // namespace stator::operations
