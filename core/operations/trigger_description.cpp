#include "operations/trigger_description.h"

namespace stator::operations {

namespace {

double secondsOf(TimeMicros time)
{
    return static_cast<double>(time) / 1e6;
}

api::TriggerStartingPosition startingPosition(triggers::StartPoint::Kind kind)
{
    using Kind = triggers::StartPoint::Kind;
    using Position = api::TriggerStartingPosition;
    switch (kind) {
    case Kind::TrimHorizon:
        return Position::TrimHorizon;
    case Kind::Latest:
        return Position::Latest;
    case Kind::AtTimestamp:
        return Position::AtTimestamp;
    case Kind::AtSequenceNumber:
        return Position::AtSequenceNumber;
    case Kind::AfterSequenceNumber:
        return Position::AfterSequenceNumber;
    }
    return Position::Latest;
}

api::TriggerStatus statusOf(triggers::TriggerState::Status status)
{
    using From = triggers::TriggerState::Status;
    switch (status) {
    case From::Running:
        return api::TriggerStatus::Running;
    case From::Retrying:
        return api::TriggerStatus::Retrying;
    case From::Paused:
        return api::TriggerStatus::Paused;
    case From::StreamNotFound:
        return api::TriggerStatus::StreamNotFound;
    case From::StreamEnded:
        return api::TriggerStatus::StreamEnded;
    }
    return api::TriggerStatus::Running;
}

api::TriggerInvoker invokerOf(const triggers::Target &target)
{
    api::TriggerInvoker invoker;
    invoker.timeoutSeconds = static_cast<std::int32_t>(target.timeoutSeconds);
    switch (target.kind) {
    case triggers::Target::Kind::Program:
        invoker.program = target.program;
        invoker.memoryMegabytes = static_cast<std::int32_t>(target.memoryMegabytes);
        break;
    case triggers::Target::Kind::Webhook:
        invoker.webhook = target.url;
        break;
    case triggers::Target::Kind::Lambda:
        invoker.lambda = target.url;
        break;
    }
    return invoker;
}

api::TriggerBatch batchOf(const triggers::Attempt &attempt)
{
    api::TriggerBatch batch;
    batch.time = secondsOf(attempt.time);
    batch.durationMs = static_cast<double>(attempt.durationMicros) / 1e3;
    batch.records = static_cast<std::int64_t>(attempt.records);
    batch.acceptedRecords = static_cast<std::int64_t>(attempt.accepted);
    batch.attempt = attempt.failuresBefore + 1;
    batch.firstSequenceNumber = attempt.firstSequenceNumber;
    batch.lastSequenceNumber = attempt.lastSequenceNumber;
    if (!attempt.problem.empty())
        batch.problem = attempt.problem;
    if (!attempt.answer.empty())
        batch.answer = attempt.answer;
    return batch;
}

void describeMapping(const triggers::Trigger &trigger, api::TriggerDescription &out)
{
    out.name = trigger.name;
    out.streamArn = trigger.streamArn;
    out.state = trigger.isEnabled ? api::TriggerState::Enabled : api::TriggerState::Disabled;
    out.startingPosition = startingPosition(trigger.start.kind);
    if (trigger.start.kind == triggers::StartPoint::Kind::AtTimestamp)
        out.startingPositionTimestamp = secondsOf(trigger.start.time);
    if (!trigger.start.sequenceNumber.empty())
        out.startingSequenceNumber = trigger.start.sequenceNumber;
    out.batchSize = static_cast<std::int32_t>(trigger.batchSize);
    out.maximumBatchingWindowInSeconds = static_cast<std::int32_t>(trigger.batchingWindowSeconds);
    out.parallelizationFactor = static_cast<std::int32_t>(trigger.parallelizationFactor);
    if (!trigger.filters.empty()) {
        out.filterCriteria.emplace().filters.emplace();
        for (const std::string &filter : trigger.filters)
            out.filterCriteria->filters->emplace_back().pattern = filter;
    }
    out.maximumRetryAttempts = static_cast<std::int32_t>(trigger.maxRetryAttempts);
    out.maximumRecordAgeInSeconds = static_cast<std::int32_t>(trigger.maxRecordAgeSeconds);
    out.bisectBatchOnFunctionError = trigger.bisectsOnError;
    if (trigger.reportsItemFailures)
        out.functionResponseTypes = {api::FunctionResponseType::ReportBatchItemFailures};
    out.invoker = invokerOf(trigger.target);
    if (!trigger.onFailure.table.empty())
        out.onFailure.emplace().tableName = trigger.onFailure.table;
    if (!trigger.onFailure.file.empty())
        out.onFailure.emplace().file = trigger.onFailure.file;
    out.createdTime = secondsOf(trigger.created);
    out.lastModified = secondsOf(trigger.changed);
}

} // namespace

api::TriggerDescription describeTrigger(const triggers::TriggerReport &report)
{
    api::TriggerDescription out;
    describeMapping(report.trigger, out);
    const triggers::TriggerState &state = report.state;
    out.status = statusOf(state.status);
    if (!state.position.empty())
        out.position = state.position;
    out.pendingRecords = static_cast<std::int64_t>(state.pendingRecords);
    out.isAtEnd = state.isAtEnd;
    out.iteratorAgeMs = state.iteratorAgeMs;
    out.batchesInFlight = static_cast<std::int64_t>(state.batchesInFlight);
    if (state.nextAttempt)
        out.nextAttempt = secondsOf(*state.nextAttempt);
    if (state.lastBatch)
        out.lastBatch = batchOf(*state.lastBatch);
    for (const auto &problem : state.problems) {
        api::TriggerProblem &one = out.problems.emplace_back();
        one.time = secondsOf(problem.time);
        one.message = problem.text;
    }
    out.batches = static_cast<std::int64_t>(state.batches);
    out.failedBatches = static_cast<std::int64_t>(state.failedBatches);
    out.deliveredRecords = static_cast<std::int64_t>(state.deliveredRecords);
    out.filteredRecords = static_cast<std::int64_t>(state.filteredRecords);
    out.givenUpRecords = static_cast<std::int64_t>(state.givenUpRecords);
    out.gaps = static_cast<std::int64_t>(state.gaps);
    return out;
}

} // namespace stator::operations
