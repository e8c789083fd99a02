#include "model/table_definition.h"

#include "base/assert.h"

namespace stator::model {

std::string_view wireName(TableStatus status)
{
    switch (status) {
    case TableStatus::Creating:
        return "CREATING";
    case TableStatus::Updating:
        return "UPDATING";
    case TableStatus::Deleting:
        return "DELETING";
    case TableStatus::Active:
        return "ACTIVE";
    }
    assertionFailed("a table status", __FILE__, __LINE__);
}

std::string_view wireName(IndexStatus status)
{
    switch (status) {
    case IndexStatus::Creating:
        return "CREATING";
    case IndexStatus::Updating:
        return "UPDATING";
    case IndexStatus::Deleting:
        return "DELETING";
    case IndexStatus::Active:
        return "ACTIVE";
    }
    assertionFailed("an index status", __FILE__, __LINE__);
}

std::string_view wireName(BillingMode mode)
{
    switch (mode) {
    case BillingMode::Provisioned:
        return "PROVISIONED";
    case BillingMode::PayPerRequest:
        return "PAY_PER_REQUEST";
    }
    assertionFailed("a billing mode", __FILE__, __LINE__);
}

std::string_view wireName(ProjectionType type)
{
    switch (type) {
    case ProjectionType::All:
        return "ALL";
    case ProjectionType::KeysOnly:
        return "KEYS_ONLY";
    case ProjectionType::Include:
        return "INCLUDE";
    }
    assertionFailed("a projection type", __FILE__, __LINE__);
}

} // namespace stator::model
