// Global tables: every table is of one region. Version 2017.11.29 is refused in the service's own words.
#include "api/create_global_table.h"
#include "api/describe_global_table.h"
#include "api/describe_global_table_settings.h"
#include "api/describe_table_replica_auto_scaling.h"
#include "api/list_global_tables.h"
#include "api/update_global_table.h"
#include "api/update_global_table_settings.h"
#include "api/update_table_replica_auto_scaling.h"
#include "operations/operation_functions.h"
#include "operations/table_access.h"

namespace stator::operations {

namespace {

Error legacyVersion()
{
    return Error::invalidParameter(
        "DynamoDB global tables version 2017.11.29 is not supported. We recommend using DynamoDB global tables "
        "version 2019.11.21, instead of version 2017.11.29 (Legacy).");
}

std::string isNoGlobalTable(const std::string &name)
{
    return "Global table with name: '" + name + "' does not exist.";
}

Error globalTableNotFound(const std::string &name)
{
    return Error{ErrorCode::GlobalTableNotFound, isNoGlobalTable(name), {}};
}

Error notReplicated(const Environment &environment, const service::Call &call, const std::string &table)
{
    const auto access = findTable(environment, call, table);
    return access.ok() ? Error::resourceNotFound(isNoGlobalTable(access->definition->name)) : access.error();
}

} // namespace

void createGlobalTable(const Environment &, api::CreateGlobalTableRequest, service::Call,
                       Completion<api::CreateGlobalTableResponse> done)
{
    done(legacyVersion());
}

void updateGlobalTable(const Environment &, api::UpdateGlobalTableRequest, service::Call,
                       Completion<api::UpdateGlobalTableResponse> done)
{
    done(legacyVersion());
}

void describeGlobalTable(const Environment &, api::DescribeGlobalTableRequest request, service::Call,
                         Completion<api::DescribeGlobalTableResponse> done)
{
    done(globalTableNotFound(request.globalTableName));
}

void describeGlobalTableSettings(const Environment &, api::DescribeGlobalTableSettingsRequest request,
                                 service::Call, Completion<api::DescribeGlobalTableSettingsResponse> done)
{
    done(globalTableNotFound(request.globalTableName));
}

void updateGlobalTableSettings(const Environment &, api::UpdateGlobalTableSettingsRequest request,
                               service::Call, Completion<api::UpdateGlobalTableSettingsResponse> done)
{
    done(globalTableNotFound(request.globalTableName));
}

void listGlobalTables(const Environment &, api::ListGlobalTablesRequest, service::Call,
                      Completion<api::ListGlobalTablesResponse> done)
{
    api::ListGlobalTablesResponse response;
    response.globalTables.emplace();
    done(std::move(response));
}

void describeTableReplicaAutoScaling(const Environment &environment,
                                     api::DescribeTableReplicaAutoScalingRequest request, service::Call call,
                                     Completion<api::DescribeTableReplicaAutoScalingResponse> done)
{
    done(notReplicated(environment, call, request.tableName));
}

void updateTableReplicaAutoScaling(const Environment &environment,
                                   api::UpdateTableReplicaAutoScalingRequest request, service::Call call,
                                   Completion<api::UpdateTableReplicaAutoScalingResponse> done)
{
    done(notReplicated(environment, call, request.tableName));
}

} // namespace stator::operations
