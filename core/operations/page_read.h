// Reads a page of a Query or Scan and answers it: index rules, filter, projection, capacity.
#pragma once

#include <functional>

#include "expression/key_condition.h"
#include "operations/consumed_capacity.h"
#include "operations/page_parameters.h"
#include "operations/start_key.h"
#include "operations/table_access.h"

namespace stator::operations {

// Whether entries of the index hold the attribute.
bool isProjected(const model::IndexDefinition &index, const model::TableDefinition &table,
                 const std::string &attribute);

// A table or index that the parameters may read.
struct PageTarget {
    TableAccess access;
    ReadTarget read;
    bool fetchesBaseItem = false;
};
Result<PageTarget> openPageTarget(const Environment &environment, const service::Call &call,
                                  const PageParameters &page);
// Its two halves: the table and its index, then the rules that filter and projection have to keep.
Result<PageTarget> findPageTarget(const Environment &environment, const service::Call &call,
                                  const PageParameters &page);
Result<void> checkPageTarget(PageTarget &target, const PageParameters &page);

engine::KeyCondition keyCondition(expression::BoundKeyCondition bound);

// Hands out the rows of `request` that pass the filter, and adds what all of them cost to `tally`.
Result<engine::PageEnd> walkPage(const PageTarget &target, const PageParameters &page,
                                 engine::PageRequest request,
                                 const std::function<void(document::ItemView)> &sink, CapacityTally &tally);

struct PageAnswer {
    document::ItemList items;
    std::int32_t count = 0;
    std::int32_t scannedCount = 0;
    std::optional<document::Item> lastEvaluatedKey;
    std::optional<api::ConsumedCapacity> capacity;
};
// `request` says which rows; index, limit and start come from `page`.
Result<PageAnswer> readPage(const PageTarget &target, PageParameters &page, engine::PageRequest request);

template <class Response>
Response pageResponse(PageAnswer answer, api::Select select)
{
    Response response;
    if (select != api::Select::Count)
        response.items = std::move(answer.items);
    response.count = answer.count;
    response.scannedCount = answer.scannedCount;
    response.lastEvaluatedKey = std::move(answer.lastEvaluatedKey);
    response.consumedCapacity = std::move(answer.capacity);
    return response;
}

} // namespace stator::operations
