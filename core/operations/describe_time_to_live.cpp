#include "api/describe_time_to_live.h"

#include "operations/operation_functions.h"
#include "operations/table_access.h"

namespace stator::operations {

namespace {

api::TimeToLiveStatus statusOf(const model::TimeToLive &timeToLive)
{
    switch (timeToLive.status) {
    case model::TimeToLiveStatus::Enabling:
        return api::TimeToLiveStatus::Enabling;
    case model::TimeToLiveStatus::Enabled:
        return api::TimeToLiveStatus::Enabled;
    case model::TimeToLiveStatus::Disabling:
        return api::TimeToLiveStatus::Disabling;
    case model::TimeToLiveStatus::Disabled:
        break;
    }
    return api::TimeToLiveStatus::Disabled;
}

} // namespace

void describeTimeToLive(const Environment &environment, api::DescribeTimeToLiveRequest request,
                        service::Call call, Completion<api::DescribeTimeToLiveResponse> done)
{
    const auto access = findTable(environment, call, request.tableName);
    if (!access.ok())
        return done(access.error());
    if (access->definition->status == model::TableStatus::Creating)
        return done(Error::validation("Cannot describe time to live while table is in CREATING state: Current "
                                      "table state is CREATING"));
    const model::TimeToLive &timeToLive = access->definition->timeToLive;
    api::TimeToLiveDescription description;
    description.timeToLiveStatus = statusOf(timeToLive);
    // One that was disabled looks like one that never was.
    if (timeToLive.status != model::TimeToLiveStatus::Disabled)
        description.attributeName = timeToLive.attribute;
    api::DescribeTimeToLiveResponse response;
    response.timeToLiveDescription = std::move(description);
    done(std::move(response));
}

} // namespace stator::operations
