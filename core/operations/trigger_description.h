// What the control operations on triggers tell of one.
#pragma once

#include "api/shapes.h"
#include "triggers/triggers.h"

namespace stator::operations {

api::TriggerDescription describeTrigger(const triggers::TriggerReport &report);

} // namespace stator::operations
