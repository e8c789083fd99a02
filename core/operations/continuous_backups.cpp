// Continuous backups: point-in-time recovery is off, and cannot be turned on.
#include "api/describe_continuous_backups.h"
#include "api/restore_table_to_point_in_time.h"
#include "api/update_continuous_backups.h"
#include "operations/arns.h"
#include "operations/control_errors.h"
#include "operations/not_built.h"
#include "operations/operation_functions.h"

namespace stator::operations {

namespace {

// The service calls continuous backups enabled on every table; recovery is the switch (API Reference).
api::ContinuousBackupsDescription recoveryOff()
{
    api::ContinuousBackupsDescription description;
    description.continuousBackupsStatus = api::ContinuousBackupsStatus::Enabled;
    description.pointInTimeRecoveryDescription.emplace();
    description.pointInTimeRecoveryDescription->pointInTimeRecoveryStatus =
        api::PointInTimeRecoveryStatus::Disabled;
    return description;
}

Result<void> checkRestore(const api::RestoreTableToPointInTimeRequest &request)
{
    // The texts of these are not confirmed by a primary source.
    if (request.sourceTableName.has_value() == request.sourceTableArn.has_value())
        return Error::validation("Exactly one of SourceTableName and SourceTableArn must be specified");
    if (request.restoreDateTime.has_value() == request.useLatestRestorableTime.value_or(false))
        return Error::validation(
            "Exactly one of RestoreDateTime and UseLatestRestorableTime must be specified");
    return {};
}

} // namespace

void describeContinuousBackups(const Environment &environment, api::DescribeContinuousBackupsRequest request,
                               service::Call call, Completion<api::DescribeContinuousBackupsResponse> done)
{
    const auto access = backedUpTable(environment, call, request.tableName);
    if (!access.ok())
        return done(access.error());
    api::DescribeContinuousBackupsResponse response;
    response.continuousBackupsDescription = recoveryOff();
    done(std::move(response));
}

void updateContinuousBackups(const Environment &environment, api::UpdateContinuousBackupsRequest request,
                             service::Call call, Completion<api::UpdateContinuousBackupsResponse> done)
{
    const api::PointInTimeRecoverySpecification &recovery = request.pointInTimeRecoverySpecification;
    if (!recovery.pointInTimeRecoveryEnabled && recovery.recoveryPeriodInDays)
        return done(Error::validation(
            "Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery."));
    const auto access = backedUpTable(environment, call, request.tableName);
    if (!access.ok())
        return done(access.error());
    if (recovery.pointInTimeRecoveryEnabled)
        return done(notCarriedOut("PointInTimeRecoveryEnabled"));
    api::UpdateContinuousBackupsResponse response;
    response.continuousBackupsDescription = recoveryOff();
    done(std::move(response));
}

void restoreTableToPointInTime(const Environment &environment, api::RestoreTableToPointInTimeRequest request,
                               service::Call call, Completion<api::RestoreTableToPointInTimeResponse> done)
{
    if (auto checked = checkRestore(request); !checked.ok())
        return done(std::move(checked).error());
    const auto access = backedUpTable(
        environment, call, request.sourceTableName ? *request.sourceTableName : *request.sourceTableArn);
    if (!access.ok())
        return done(access.error());
    done(recoveryUnavailable(access->definition->name));
}

} // namespace stator::operations
