#include "model/table_settings.h"

#include "base/assert.h"

namespace stator::model {

std::string_view wireName(TableClass tableClass)
{
    switch (tableClass) {
    case TableClass::Standard:
        return "STANDARD";
    case TableClass::StandardInfrequentAccess:
        return "STANDARD_INFREQUENT_ACCESS";
    }
    assertionFailed("a table class", __FILE__, __LINE__);
}

std::string_view wireName(TimeToLiveStatus status)
{
    switch (status) {
    case TimeToLiveStatus::Disabled:
        return "DISABLED";
    case TimeToLiveStatus::Enabling:
        return "ENABLING";
    case TimeToLiveStatus::Enabled:
        return "ENABLED";
    case TimeToLiveStatus::Disabling:
        return "DISABLING";
    }
    assertionFailed("a state of time to live", __FILE__, __LINE__);
}

} // namespace stator::model
