// A Service of one table whose Scan and Query answer in pages as the test lays them out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "api/query.h"
#include "api/scan.h"
#include "document/writer.h"
#include "model/number.h"
#include "service/service.h"

namespace stator::testing {

// {pk: "p<partition>", n: <number>}
inline document::Item numberedItem(int partition, int number)
{
    document::ItemWriter writer;
    writer.name("pk");
    writer.string("p" + std::to_string(partition));
    writer.name("n");
    writer.numberBytes(model::Number(number).bytes());
    return writer.finish();
}

class PagedService : public service::Service {
public:
    // Items of each segment; a Scan without segments reads all of them. `pageItems`: at most so many in a reply.
    std::function<int(int segment, int segments)> itemsOfSegment;
    int pageItems = 100;
    // Filtered scans: this one of so many items matches.
    int matchEvery = 1;
    int totalItems = 0;
    int requests = 0;
    bool isBroken = false;

    void scan(api::ScanRequest request, service::Call call, Completion<api::ScanResponse> done) override
    {
        ++requests;
        if (call.stop.stop_requested())
            return done(Error::shuttingDown());
        if (isBroken)
            return done(Error::internal());
        const int segment = request.segment.value_or(0);
        const int count = request.totalSegments ? itemsOfSegment(segment, *request.totalSegments) : totalItems;
        answer<api::ScanResponse>(request, segment, count, std::move(done));
    }

    void query(api::QueryRequest request, service::Call, Completion<api::QueryResponse> done) override
    {
        ++requests;
        if (isBroken)
            return done(Error::internal());
        answer<api::QueryResponse>(request, 0, totalItems, std::move(done));
    }

private:
    template <class Response, class Request>
    void answer(const Request &request, int segment, int count, Completion<Response> done)
    {
        int first = 0;
        if (request.exclusiveStartKey)
            first = std::stoi(model::numberText(request.exclusiveStartKey->view().attribute("n")->numberBytes())) + 1;
        const int most = std::min(pageItems, request.limit.value_or(pageItems));
        const int last = std::min(first + most, count) - 1;
        Response response;
        response.items.emplace();
        for (int number = first; number <= last; ++number)
            if (!request.filterExpression || number % matchEvery == matchEvery - 1)
                response.items->append(numberedItem(segment, number).view());
        response.count = static_cast<std::int32_t>(response.items->size());
        response.scannedCount = last - first + 1;
        if (last + 1 < count)
            response.lastEvaluatedKey = numberedItem(segment, last);
        done(std::move(response));
    }
};

} // namespace stator::testing
