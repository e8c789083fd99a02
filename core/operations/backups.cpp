// On-demand backups: there are none, and none can be made.
#include "api/create_backup.h"
#include "api/delete_backup.h"
#include "api/describe_backup.h"
#include "api/list_backups.h"
#include "api/restore_table_from_backup.h"
#include "operations/control_errors.h"
#include "operations/not_built.h"
#include "operations/operation_functions.h"

namespace stator::operations {

namespace {

Error backupNotFound(const std::string &arn)
{
    return Error{ErrorCode::BackupNotFound, "Backup not found: " + arn, {}};
}

} // namespace

Result<TableAccess> backedUpTable(const Environment &environment, const service::Call &call,
                                  std::string_view nameOrArn)
{
    auto access = findTable(environment, call, nameOrArn);
    if (access.ok() && access->definition->status != model::TableStatus::Creating)
        return access;
    return Error{ErrorCode::TableNotFound,
                 "Table not found: " + resolveName(environment, call, nameOrArn).name,
                 {}};
}

void createBackup(const Environment &environment, api::CreateBackupRequest request, service::Call call,
                  Completion<api::CreateBackupResponse> done)
{
    const auto access = backedUpTable(environment, call, request.tableName);
    done(access.ok() ? operationNotCarriedOut("CreateBackup") : access.error());
}

void describeBackup(const Environment &, api::DescribeBackupRequest request, service::Call,
                    Completion<api::DescribeBackupResponse> done)
{
    done(backupNotFound(request.backupArn));
}

void deleteBackup(const Environment &, api::DeleteBackupRequest request, service::Call,
                  Completion<api::DeleteBackupResponse> done)
{
    done(backupNotFound(request.backupArn));
}

void restoreTableFromBackup(const Environment &, api::RestoreTableFromBackupRequest request, service::Call,
                            Completion<api::RestoreTableFromBackupResponse> done)
{
    done(backupNotFound(request.backupArn));
}

// A table that is gone has no backups either: its name is not looked up.
void listBackups(const Environment &, api::ListBackupsRequest, service::Call,
                 Completion<api::ListBackupsResponse> done)
{
    api::ListBackupsResponse response;
    response.backupSummaries.emplace();
    done(std::move(response));
}

} // namespace stator::operations
