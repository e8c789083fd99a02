#include "api/list_triggers.h"

#include "operations/operation_functions.h"
#include "operations/trigger_description.h"
#include "triggers/stream_feed.h"
#include "triggers/triggers.h"

namespace stator::operations {

namespace {

bool isAskedFor(const api::ListTriggersRequest &request, const triggers::Trigger &trigger)
{
    if (request.streamArn && *request.streamArn != trigger.streamArn)
        return false;
    if (!request.tableName)
        return true;
    const auto name = triggers::parseStreamArn(trigger.streamArn);
    return name.ok() && name->table == *request.tableName;
}

} // namespace

// Control operation (ARCHITECTURE.md): the triggers of the workspace by name, and how they fare.
void listTriggers(const Environment &environment, api::ListTriggersRequest request, service::Call,
                  Completion<api::ListTriggersResponse> done)
{
    if (!environment.triggers)
        return done(Error{ErrorCode::UnknownOperation, {}, {}});
    environment.triggers->list(
        [request = std::move(request), done = std::move(done)](auto reports) mutable {
            if (!reports.ok())
                return done(std::move(reports).error());
            api::ListTriggersResponse response;
            for (const triggers::TriggerReport &report : *reports)
                if (isAskedFor(request, report.trigger))
                    response.triggers.push_back(describeTrigger(report));
            done(std::move(response));
        });
}

} // namespace stator::operations
