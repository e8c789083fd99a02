#include "api/put_trigger.h"

#include "operations/operation_functions.h"
#include "operations/trigger_description.h"
#include "triggers/stream_feed.h"
#include "triggers/triggers.h"

namespace stator::operations {

namespace {

using triggers::StartPoint;
using triggers::Target;
using triggers::Trigger;

StartPoint::Kind startKind(api::TriggerStartingPosition position)
{
    using Position = api::TriggerStartingPosition;
    switch (position) {
    case Position::TrimHorizon:
        return StartPoint::Kind::TrimHorizon;
    case Position::Latest:
        return StartPoint::Kind::Latest;
    case Position::AtTimestamp:
        return StartPoint::Kind::AtTimestamp;
    case Position::AtSequenceNumber:
        return StartPoint::Kind::AtSequenceNumber;
    case Position::AfterSequenceNumber:
        return StartPoint::Kind::AfterSequenceNumber;
    }
    return StartPoint::Kind::Latest;
}

// A starting position is given as a whole: what belongs to another one does not stay.
Result<void> takeStart(const api::PutTriggerRequest &request, StartPoint &start)
{
    if (!request.startingPosition) {
        if (request.startingPositionTimestamp || request.startingSequenceNumber)
            return Error::validation("StartingPositionTimestamp and StartingSequenceNumber need a StartingPosition");
        return {};
    }
    start = StartPoint();
    start.kind = startKind(*request.startingPosition);
    constexpr double kEndOfTime = 253'402'300'800; // the year 10000
    if (request.startingPositionTimestamp
        && !(*request.startingPositionTimestamp >= 0 && *request.startingPositionTimestamp < kEndOfTime))
        return Error::validation("StartingPositionTimestamp must be a time in seconds since 1970");
    if (request.startingPositionTimestamp)
        start.time = static_cast<TimeMicros>(*request.startingPositionTimestamp * 1e6);
    start.sequenceNumber = request.startingSequenceNumber.value_or(std::string());
    return {};
}

Result<void> takeInvoker(const api::TriggerInvoker &invoker, Target &target)
{
    const int named = (invoker.program ? 1 : 0) + (invoker.webhook ? 1 : 0) + (invoker.lambda ? 1 : 0);
    if (named != 1)
        return Error::validation("Invoker must name one of Program, Webhook and Lambda");
    target = Target();
    if (invoker.program) {
        target.kind = Target::Kind::Program;
        target.program = *invoker.program;
    } else {
        target.kind = invoker.webhook ? Target::Kind::Webhook : Target::Kind::Lambda;
        target.url = invoker.webhook ? *invoker.webhook : *invoker.lambda;
    }
    if (invoker.timeoutSeconds)
        target.timeoutSeconds = *invoker.timeoutSeconds;
    if (invoker.memoryMegabytes && !invoker.program)
        return Error::validation("Invoker.MemoryMegabytes goes with a Program");
    if (invoker.memoryMegabytes)
        target.memoryMegabytes = *invoker.memoryMegabytes;
    return {};
}

void takeBatching(const api::PutTriggerRequest &request, Trigger &trigger)
{
    const auto take = [](const std::optional<std::int32_t> &given, std::int64_t &member) {
        if (given)
            member = *given;
    };
    take(request.batchSize, trigger.batchSize);
    take(request.maximumBatchingWindowInSeconds, trigger.batchingWindowSeconds);
    take(request.parallelizationFactor, trigger.parallelizationFactor);
    take(request.maximumRetryAttempts, trigger.maxRetryAttempts);
    take(request.maximumRecordAgeInSeconds, trigger.maxRecordAgeSeconds);
    if (request.bisectBatchOnFunctionError)
        trigger.bisectsOnError = *request.bisectBatchOnFunctionError;
    if (request.functionResponseTypes)
        trigger.reportsItemFailures = !request.functionResponseTypes->empty();
}

void takeFilters(const api::PutTriggerRequest &request, Trigger &trigger)
{
    if (!request.filterCriteria)
        return;
    trigger.filters.clear();
    if (!request.filterCriteria->filters)
        return;
    for (const api::Filter &filter : *request.filterCriteria->filters)
        trigger.filters.push_back(filter.pattern.value_or(std::string()));
}

Result<void> takeFailureDestination(const api::TriggerFailureDestination &requested, Trigger &trigger)
{
    const auto stream = triggers::parseStreamArn(trigger.streamArn);
    if (stream.ok() && requested.tableName == stream->table)
        return Error::validation("OnFailure.TableName is the trigger's own table: what is given up would come again");
    trigger.onFailure = {requested.tableName.value_or(std::string()), requested.file.value_or(std::string())};
    return {};
}

// The trigger as it shall be: what the request leaves out stays as it is.
Result<triggers::Triggers::Wish> wishOf(const api::PutTriggerRequest &request, const Trigger *existing,
                                        TimeMicros now)
{
    if (!existing && (!request.streamArn || !request.invoker))
        return Error::validation("A new trigger needs a StreamArn and an Invoker");
    Trigger trigger = existing ? *existing : Trigger();
    trigger.name = request.name;
    trigger.changed = now;
    if (!existing)
        trigger.created = now;
    if (existing && request.streamArn && *request.streamArn != existing->streamArn)
        return Error::validation("The StreamArn of a trigger cannot be changed; delete it and make another one");
    if (request.streamArn)
        trigger.streamArn = *request.streamArn;
    if (request.state)
        trigger.isEnabled = *request.state == api::TriggerState::Enabled;
    STATOR_CHECK(takeStart(request, trigger.start));
    takeBatching(request, trigger);
    takeFilters(request, trigger);
    if (request.invoker)
        STATOR_CHECK(takeInvoker(*request.invoker, trigger.target));
    if (request.onFailure)
        STATOR_CHECK(takeFailureDestination(*request.onFailure, trigger));
    return triggers::Triggers::Wish{std::move(trigger), request.replay.value_or(false)};
}

// Starting at a stream that is not there is a slip of the pen; one that goes later is a state.
Result<void> checkStream(const Environment &environment, const std::string &arn)
{
    STATOR_TRY(const triggers::StreamName name, triggers::parseStreamArn(arn));
    engine::Region *region = environment.regions->find(name.region);
    const auto created = triggers::streamCreated(name);
    if (name.accountId != environment.accountId || !region || !created || !region->findStream(name.table, *created))
        return Error::resourceNotFound("Requested resource not found: Stream: " + arn + " not found");
    return {};
}

} // namespace

// Control operation (ARCHITECTURE.md): makes a trigger, or changes what the request names of one.
void putTrigger(const Environment &environment, api::PutTriggerRequest request, service::Call,
                Completion<api::PutTriggerResponse> done)
{
    if (!environment.triggers)
        return done(Error{ErrorCode::UnknownOperation, {}, {}});
    if (request.invoker && request.invoker->program && !environment.mayRunPrograms)
        return done(Error{ErrorCode::AccessDenied,
                          "A trigger that runs a program can be made through the endpoint only if Stator was started "
                          "with --allow-programs",
                          {}});
    if (request.streamArn)
        if (Result<void> checked = checkStream(environment, *request.streamArn); !checked.ok())
            return done(std::move(checked).error());
    const TimeMicros now = environment.clock->nowMicros();
    std::string name = request.name;
    auto edit = [request = std::move(request), now](const Trigger *existing) {
        return wishOf(request, existing, now);
    };
    environment.triggers->put(std::move(name), std::move(edit),
                              [done = std::move(done)](Result<triggers::TriggerReport> report) mutable {
                                  if (!report.ok())
                                      return done(std::move(report).error());
                                  api::PutTriggerResponse response;
                                  response.trigger = describeTrigger(*report);
                                  done(std::move(response));
                              });
}

} // namespace stator::operations
