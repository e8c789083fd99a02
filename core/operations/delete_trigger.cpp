#include "api/delete_trigger.h"

#include "operations/operation_functions.h"
#include "operations/trigger_description.h"
#include "triggers/triggers.h"

namespace stator::operations {

// Control operation (ARCHITECTURE.md): forgets a trigger; a batch that is being delivered is delivered.
void deleteTrigger(const Environment &environment, api::DeleteTriggerRequest request, service::Call,
                   Completion<api::DeleteTriggerResponse> done)
{
    if (!environment.triggers)
        return done(Error{ErrorCode::UnknownOperation, {}, {}});
    environment.triggers->remove(std::move(request.name),
                                 [done = std::move(done)](Result<triggers::TriggerReport> report) mutable {
                                     if (!report.ok())
                                         return done(std::move(report).error());
                                     api::DeleteTriggerResponse response;
                                     response.trigger = describeTrigger(*report);
                                     done(std::move(response));
                                 });
}

} // namespace stator::operations
