// Errors that several operations on tables answer.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/result.h"
#include "model/table_definition.h"

namespace stator::operations {

inline Error inUse(const std::string &text)
{
    return Error::resourceInUse("Attempt to change a resource which is still in use: " + text);
}

// A table that is being made or deleted cannot be changed.
inline Result<void> checkSettled(const model::TableDefinition &table)
{
    if (table.status == model::TableStatus::Creating)
        return inUse("Table is being created: " + table.name);
    if (table.status == model::TableStatus::Deleting)
        return inUse("Table is being deleted: " + table.name);
    return {};
}

// Parameters and operations this version of Stator does not carry out are refused by name, never ignored.
inline Error notCarriedOut(std::string_view parameter)
{
    return Error::validation("This version of Stator does not support the parameter " +
                             std::string(parameter));
}

inline Error operationNotCarriedOut(std::string_view operation)
{
    return Error::validation("This version of Stator does not support the operation " +
                             std::string(operation));
}

} // namespace stator::operations
