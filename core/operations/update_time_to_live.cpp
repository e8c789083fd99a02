#include "api/update_time_to_live.h"

#include "operations/control_errors.h"
#include "operations/operation_functions.h"
#include "operations/table_access.h"

namespace stator::operations {

namespace {

using model::TimeToLiveStatus;

// Documented as an hour; about 31 minutes in practice.
constexpr TimeMicros kPause = 1'870'000'000;

Result<void> checkChange(const api::TimeToLiveSpecification &requested, const model::TimeToLive &current,
                         TimeMicros now)
{
    const bool isOn = current.hasRows();
    if (isOn && requested.attributeName != current.attribute)
        return Error::validation("TimeToLive is active on a different AttributeName: current AttributeName is " +
                                 current.attribute);
    if (requested.enabled && isOn)
        return Error::validation("TimeToLive is already enabled");
    if (!requested.enabled && !isOn)
        return Error::validation("TimeToLive is already disabled");
    if (current.changed != 0 && now < current.changed + kPause)
        return Error::validation("Time to live has been modified multiple times within a fixed interval");
    return {};
}

Result<model::TableDefinition> changed(const api::TimeToLiveSpecification &requested, TimeMicros now,
                                       const model::TableDefinition &before)
{
    STATOR_CHECK(checkSettled(before));
    STATOR_CHECK(checkChange(requested, before.timeToLive, now));
    model::TableDefinition after = before;
    model::TimeToLive &timeToLive = after.timeToLive;
    // The rows of one that was disabled are still being taken away.
    if (timeToLive.status == TimeToLiveStatus::Disabling)
        return Error::validation("Time to live has been modified multiple times within a fixed interval");
    timeToLive.changed = now;
    if (requested.enabled) {
        timeToLive.status = TimeToLiveStatus::Enabling;
        timeToLive.attribute = requested.attributeName;
        timeToLive.indexId = 0;
    } else {
        timeToLive.status = TimeToLiveStatus::Disabling;
    }
    return after;
}

} // namespace

void updateTimeToLive(const Environment &environment, api::UpdateTimeToLiveRequest request, service::Call call,
                      Completion<api::UpdateTimeToLiveResponse> done)
{
    const TableName name = resolveName(environment, call, request.tableName);
    if (!name.region)
        return done(tableNotFound(name.name));
    auto edit = [specification = request.timeToLiveSpecification,
                 now = environment.clock->nowMicros()](const model::TableDefinition &before) {
        return changed(specification, now, before);
    };
    name.region->updateTable(
        name.name, std::move(edit),
        [specification = std::move(request.timeToLiveSpecification),
         done = std::move(done)](Result<engine::TableHandle> table) mutable {
            if (!table.ok())
                return done(std::move(table).error());
            api::UpdateTimeToLiveResponse response;
            response.timeToLiveSpecification = std::move(specification);
            done(std::move(response));
        });
}

} // namespace stator::operations
