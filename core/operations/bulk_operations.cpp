// Bulk loading of buckets' objects into a table: there was none.
#include "api/cancel_bulk_operation.h"
#include "api/describe_bulk_operation.h"
#include "api/list_bulk_operations.h"
#include "api/start_bulk_put_items.h"
#include "operations/control_errors.h"
#include "operations/operation_functions.h"
#include "operations/table_access.h"

namespace stator::operations {

namespace {

Error bulkOperationNotFound(const std::string &arn)
{
    return Error::resourceNotFound("Requested resource not found: Bulk operation: " + arn + " not found");
}

} // namespace

void startBulkPutItems(const Environment &environment, api::StartBulkPutItemsRequest request,
                       service::Call call, Completion<api::StartBulkPutItemsResponse> done)
{
    const auto access = findTable(environment, call, request.tableName);
    done(access.ok() ? operationNotCarriedOut("StartBulkPutItems") : access.error());
}

void describeBulkOperation(const Environment &, api::DescribeBulkOperationRequest request, service::Call,
                           Completion<api::DescribeBulkOperationResponse> done)
{
    done(bulkOperationNotFound(request.bulkOperationArn));
}

void listBulkOperations(const Environment &, api::ListBulkOperationsRequest, service::Call,
                        Completion<api::ListBulkOperationsResponse> done)
{
    api::ListBulkOperationsResponse response;
    response.bulkOperationsSummaryList.emplace();
    done(std::move(response));
}

void cancelBulkOperation(const Environment &, api::CancelBulkOperationRequest request, service::Call,
                         Completion<api::CancelBulkOperationResponse> done)
{
    done(bulkOperationNotFound(request.bulkOperationArn));
}

} // namespace stator::operations
