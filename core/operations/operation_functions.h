// Every operation as a function: EmbeddedService forwards to these, and each lives in the file of its name.
#pragma once

#include "base/completion.h"
#include "operations/environment.h"
#include "service/service.h"

// X(PutItem, putItem): the operations the embedded engine implements.
#define STATOR_FOR_EACH_EMBEDDED_OPERATION(X)                                                                \
    X(DescribeWorkspace, describeWorkspace)                                                                  \
    X(AdvanceClock, advanceClock)                                                                            \
    X(EnforceThroughput, enforceThroughput)                                                                  \
    X(ListRequests, listRequests)                                                                            \
    X(PutTrigger, putTrigger)                                                                                \
    X(ListTriggers, listTriggers)                                                                            \
    X(DeleteTrigger, deleteTrigger)                                                                          \
    X(CreateTable, createTable)                                                                              \
    X(DescribeTable, describeTable)                                                                          \
    X(ListTables, listTables)                                                                                \
    X(UpdateTable, updateTable)                                                                              \
    X(DeleteTable, deleteTable)                                                                              \
    X(PutItem, putItem)                                                                                      \
    X(GetItem, getItem)                                                                                      \
    X(UpdateItem, updateItem)                                                                                \
    X(DeleteItem, deleteItem)                                                                                \
    X(Query, query)                                                                                          \
    X(Scan, scan)                                                                                            \
    X(BatchGetItem, batchGetItem)                                                                            \
    X(BatchWriteItem, batchWriteItem)                                                                        \
    X(TransactWriteItems, transactWriteItems)                                                                \
    X(TransactGetItems, transactGetItems)                                                                    \
    X(ExecuteStatement, executeStatement)                                                                    \
    X(BatchExecuteStatement, batchExecuteStatement)                                                          \
    X(ExecuteTransaction, executeTransaction)                                                                \
    X(SearchVectors, searchVectors)                                                                          \
    X(TagResource, tagResource)                                                                              \
    X(UntagResource, untagResource)                                                                          \
    X(CreateBackup, createBackup)                                                                            \
    X(DescribeBackup, describeBackup)                                                                        \
    X(ListBackups, listBackups)                                                                              \
    X(DeleteBackup, deleteBackup)                                                                            \
    X(RestoreTableFromBackup, restoreTableFromBackup)                                                        \
    X(UpdateContinuousBackups, updateContinuousBackups)                                                      \
    X(DescribeContinuousBackups, describeContinuousBackups)                                                  \
    X(RestoreTableToPointInTime, restoreTableToPointInTime)                                                  \
    X(ExportTableToPointInTime, exportTableToPointInTime)                                                    \
    X(DescribeExport, describeExport)                                                                        \
    X(ListExports, listExports)                                                                              \
    X(ImportTable, importTable)                                                                              \
    X(DescribeImport, describeImport)                                                                        \
    X(ListImports, listImports)                                                                              \
    X(StartBulkPutItems, startBulkPutItems)                                                                  \
    X(DescribeBulkOperation, describeBulkOperation)                                                          \
    X(ListBulkOperations, listBulkOperations)                                                                \
    X(CancelBulkOperation, cancelBulkOperation)                                                              \
    X(EnableKinesisStreamingDestination, enableKinesisStreamingDestination)                                  \
    X(DisableKinesisStreamingDestination, disableKinesisStreamingDestination)                                \
    X(UpdateKinesisStreamingDestination, updateKinesisStreamingDestination)                                  \
    X(DescribeKinesisStreamingDestination, describeKinesisStreamingDestination)                              \
    X(DescribeTableReplicaAutoScaling, describeTableReplicaAutoScaling)                                      \
    X(UpdateTableReplicaAutoScaling, updateTableReplicaAutoScaling)                                          \
    X(CreateGlobalTable, createGlobalTable)                                                                  \
    X(DescribeGlobalTable, describeGlobalTable)                                                              \
    X(ListGlobalTables, listGlobalTables)                                                                    \
    X(UpdateGlobalTable, updateGlobalTable)                                                                  \
    X(DescribeGlobalTableSettings, describeGlobalTableSettings)                                              \
    X(UpdateGlobalTableSettings, updateGlobalTableSettings)                                                  \
    X(ListStreams, listStreams)                                                                              \
    X(DescribeStream, describeStream)                                                                        \
    X(GetShardIterator, getShardIterator)                                                                    \
    X(GetRecords, getRecords)                                                                                \
    X(UpdateTimeToLive, updateTimeToLive)                                                                    \
    X(DescribeTimeToLive, describeTimeToLive)                                                                \
    X(UpdateContributorInsights, updateContributorInsights)                                                  \
    X(DescribeContributorInsights, describeContributorInsights)                                              \
    X(ListContributorInsights, listContributorInsights)                                                      \
    X(PutResourcePolicy, putResourcePolicy)                                                                  \
    X(GetResourcePolicy, getResourcePolicy)                                                                  \
    X(DeleteResourcePolicy, deleteResourcePolicy)                                                            \
    X(ListTagsOfResource, listTagsOfResource)                                                                \
    X(DescribeLimits, describeLimits)                                                                        \
    X(DescribeEndpoints, describeEndpoints)

namespace stator::operations {

#define STATOR_DECLARE_FUNCTION(Name, name)                                                                  \
    void name(const Environment &environment, api::Name##Request request, service::Call call,                \
              Completion<api::Name##Response> done);
STATOR_FOR_EACH_EMBEDDED_OPERATION(STATOR_DECLARE_FUNCTION)
#undef STATOR_DECLARE_FUNCTION

} // namespace stator::operations
