#include "api/list_requests.h"

#include "api/batch_get_item.h"
#include "api/codec.h"
#include "observe/request_log.h"
#include "operations/operation_functions.h"

namespace stator::operations {

namespace {

constexpr std::int32_t kDefaultLimit = 1000;
// Who asks once a minute finds the bodies of everything in between.
constexpr TimeMicros kWatchMicros = 60'000'000;

bool matches(const observe::RequestRecord &record, std::string_view filter)
{
    for (const std::string *text : {&record.operation, &record.table, &record.region, &record.errorCode}) {
        if (text->find(filter) != std::string::npos)
            return true;
    }
    return false;
}

api::LoggedRequest logged(observe::RequestRecord &&record)
{
    api::LoggedRequest request;
    // Numbers start at 1, so that `After` 0 means all.
    request.number = static_cast<std::int64_t>(record.position) + 1;
    request.time = static_cast<double>(record.time) / 1e6;
    request.region = std::move(record.region);
    request.operation = std::move(record.operation);
    if (!record.table.empty())
        request.tableName = std::move(record.table);
    if (!record.client.empty())
        request.client = std::move(record.client);
    if (!record.userAgent.empty())
        request.userAgent = std::move(record.userAgent);
    if (!record.requestId.empty())
        request.requestId = std::move(record.requestId);
    request.httpStatus = record.status;
    if (!record.errorCode.empty())
        request.errorCode = std::move(record.errorCode);
    request.durationMs = record.micros / 1000.0;
    request.requestBytes = static_cast<std::int64_t>(record.bytesIn);
    request.responseBytes = static_cast<std::int64_t>(record.bytesOut);
    if (record.capacityUnits >= 0)
        request.capacityUnits = record.capacityUnits;
    return request;
}

void addBodies(observe::RequestBodies &&bodies, api::LoggedRequest &request)
{
    if (!bodies.consumedCapacity.empty()) {
        // A reply with such a list in it, as dispatch() wrote it.
        auto capacity = api::decodeResponse<api::BatchGetItemResponse>(bodies.consumedCapacity);
        if (capacity.ok())
            request.consumedCapacity = std::move(capacity->consumedCapacity);
    }
    request.requestBody = std::move(bodies.request);
    request.responseBody = std::move(bodies.response);
    if (bodies.isRequestCut)
        request.requestBodyTruncated = true;
    if (bodies.isResponseCut)
        request.responseBodyTruncated = true;
}

} // namespace

// Control operation (ARCHITECTURE.md): the request log, newest last. Bodies are kept while somebody asks.
void listRequests(const Environment &environment, api::ListRequestsRequest request, service::Call,
                  Completion<api::ListRequestsResponse> done)
{
    api::ListRequestsResponse response;
    if (!environment.requests) {
        done(std::move(response));
        return;
    }
    const auto after = static_cast<std::uint64_t>(request.after.value_or(0));
    const auto limit = static_cast<std::size_t>(request.limit.value_or(kDefaultLimit));
    environment.requests->keepBodiesUntil(environment.clock->nowMicros() + kWatchMicros);
    observe::RequestPage page = environment.requests->since(after, limit);
    response.dropped = static_cast<std::int64_t>(page.dropped);
    for (observe::RequestRecord &record : page.requests) {
        if (request.filter && !matches(record, *request.filter))
            continue;
        const std::uint64_t position = record.position;
        api::LoggedRequest &one = response.requests.emplace_back(logged(std::move(record)));
        if (!request.includeBodies.value_or(false))
            continue;
        if (std::optional<observe::RequestBodies> bodies = environment.requests->bodies(position))
            addBodies(std::move(*bodies), one);
    }
    done(std::move(response));
}

} // namespace stator::operations
