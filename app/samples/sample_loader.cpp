#include "samples/sample_loader.h"

#include <chrono>
#include <future>
#include <thread>

#include "api/batch_write_item.h"
#include "api/describe_table.h"
#include "model/limits.h"

namespace stator::samples {

namespace {

// Calls an operation and waits for its reply.
template <class Response, class Request>
Result<Response> await(service::Service &service,
                       void (service::Service::*operation)(Request, service::Call, Completion<Response>),
                       Request request, const service::Call &call)
{
    std::promise<Result<Response>> promise;
    auto reply = promise.get_future();
    (service.*operation)(std::move(request), call,
                         [&promise](Result<Response> result) { promise.set_value(std::move(result)); });
    return reply.get();
}

// True once the table may be written; a small table settles at once unless --table-delay says otherwise.
Result<bool> isActive(service::Service &service, const std::string &table, const service::Call &call)
{
    api::DescribeTableRequest request;
    request.tableName = table;
    STATOR_TRY(const auto reply, await<api::DescribeTableResponse>(service, &service::Service::describeTable,
                                                                    std::move(request), call));
    return reply.table.has_value() && reply.table->tableStatus == api::TableStatus::Active;
}

Result<void> fill(service::Service &service, const service::Call &call, const SampleTable &table,
                  const std::function<void(const Progress &)> &report, const std::stop_token &stop)
{
    const std::string &name = table.definition.tableName;
    for (std::size_t index = 0; index < table.itemCount && !stop.stop_requested();) {
        std::vector<api::WriteRequest> requests;
        for (; index < table.itemCount && requests.size() < model::kBatchWriteRequests; ++index) {
            api::WriteRequest request;
            request.putRequest.emplace().item = table.item(index);
            requests.push_back(std::move(request));
        }
        api::BatchWriteItemRequest batch;
        batch.requestItems.emplace_back(name, std::move(requests));
        STATOR_TRY([[maybe_unused]] const auto reply,
                   await<api::BatchWriteItemResponse>(service, &service::Service::batchWriteItem, std::move(batch),
                                                      call));
        report({name, index, table.itemCount});
    }
    return {};
}

} // namespace

Result<void> loadSamples(service::Service &service, const std::string &region, const std::vector<SampleTable> &tables,
                         const std::function<void(const Progress &)> &report, std::stop_token stop)
{
    service::Call call;
    call.region = region;
    for (const auto &table : tables) {
        auto made = await<api::CreateTableResponse>(service, &service::Service::createTable, table.definition, call);
        if (!made.ok()) {
            if (made.error().code == ErrorCode::ResourceInUse)
                continue;
            return std::move(made).error();
        }
        while (!stop.stop_requested()) {
            STATOR_TRY(const bool active, isActive(service, table.definition.tableName, call));
            if (active)
                break;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        STATOR_CHECK(fill(service, call, table, report, stop));
    }
    return {};
}

} // namespace stator::samples
