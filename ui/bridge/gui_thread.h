// The way back from core's threads: a task runs on the GUI thread, or not at all if the application is gone.
#pragma once

#include "base/completion.h"

namespace stator::ui {

// Threads: may be called from any thread. Tasks run in the order of their posting, from the event loop.
void postToGui(Task task);

} // namespace stator::ui
