#include "operations/table_access.h"

#include "operations/arns.h"

namespace stator::operations {

TableName resolveName(const Environment &environment, const service::Call &call, std::string_view nameOrArn)
{
    if (nameOrArn.substr(0, 4) != "arn:")
        return {environment.regions->find(call.region), std::string(nameOrArn)};
    const auto arn = parseTableArn(nameOrArn);
    // An ARN leads to its own region and account, and a request does not leave the one it was signed for.
    if (!arn || arn->region != call.region || arn->accountId != environment.accountId || !arn->rest.empty())
        return {nullptr, std::string(nameOrArn)};
    return {environment.regions->find(arn->region), arn->table};
}

Result<TableAccess> openTable(const Environment &environment, const service::Call &call,
                              std::string_view nameOrArn)
{
    const TableName name = resolveName(environment, call, nameOrArn);
    TableAccess access{name.region, name.region ? name.region->findTable(name.name) : nullptr, nullptr};
    if (!access.table)
        return Error::resourceNotFound();
    access.definition = &name.region->definition(*access.table);
    const auto status = access.definition->status;
    if (status != model::TableStatus::Active && status != model::TableStatus::Updating)
        return Error::resourceNotFound();
    return access;
}

Result<TableAccess> findTable(const Environment &environment, const service::Call &call,
                              std::string_view nameOrArn)
{
    const TableName name = resolveName(environment, call, nameOrArn);
    TableAccess access{name.region, name.region ? name.region->findTable(name.name) : nullptr, nullptr};
    if (!access.table)
        return tableNotFound(name.name);
    access.definition = &name.region->definition(*access.table);
    return access;
}

Error tableNotFound(std::string_view table)
{
    return Error::resourceNotFound("Requested resource not found: Table: " + std::string(table) +
                                   " not found");
}

} // namespace stator::operations
