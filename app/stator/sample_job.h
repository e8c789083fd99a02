// Loads the sample tables as a job of the window.
#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "service/service.h"

namespace stator::ui {
class Workbench;
}

namespace stator::app {

// Returns at once. `ended` runs on the GUI thread, with whether the tables are there.
// The thread ends soon after it is asked to stop; it must be joined before the service goes.
std::jthread startSampleJob(ui::Workbench &workbench, std::shared_ptr<service::Service> service,
                            std::function<void(bool isLoaded)> ended);

} // namespace stator::app
