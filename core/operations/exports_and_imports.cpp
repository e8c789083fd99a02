// Exports to and imports from buckets: there were none. An export needs point-in-time recovery, which is off.
#include "api/describe_export.h"
#include "api/describe_import.h"
#include "api/export_table_to_point_in_time.h"
#include "api/import_table.h"
#include "api/list_exports.h"
#include "api/list_imports.h"
#include "operations/control_errors.h"
#include "operations/not_built.h"
#include "operations/operation_functions.h"

namespace stator::operations {

void exportTableToPointInTime(const Environment &environment, api::ExportTableToPointInTimeRequest request,
                              service::Call call, Completion<api::ExportTableToPointInTimeResponse> done)
{
    const auto access = backedUpTable(environment, call, request.tableArn);
    done(access.ok() ? recoveryUnavailable(access->definition->name) : access.error());
}

void describeExport(const Environment &, api::DescribeExportRequest request, service::Call,
                    Completion<api::DescribeExportResponse> done)
{
    done(Error{ErrorCode::ExportNotFound, "Export not found: " + request.exportArn, {}});
}

void listExports(const Environment &, api::ListExportsRequest, service::Call,
                 Completion<api::ListExportsResponse> done)
{
    api::ListExportsResponse response;
    response.exportSummaries.emplace();
    done(std::move(response));
}

void importTable(const Environment &environment, api::ImportTableRequest request, service::Call call,
                 Completion<api::ImportTableResponse> done)
{
    const std::string &table = request.tableCreationParameters.tableName;
    if (findTable(environment, call, table).ok())
        return done(Error::resourceInUse("Table already exists: " + table));
    done(operationNotCarriedOut("ImportTable"));
}

void describeImport(const Environment &, api::DescribeImportRequest request, service::Call,
                    Completion<api::DescribeImportResponse> done)
{
    done(Error{ErrorCode::ImportNotFound, "Import not found: " + request.importArn, {}});
}

void listImports(const Environment &, api::ListImportsRequest, service::Call,
                 Completion<api::ListImportsResponse> done)
{
    api::ListImportsResponse response;
    response.importSummaryList.emplace();
    done(std::move(response));
}

} // namespace stator::operations
