// The files of the machine.
#pragma once

#include <memory>

#include "base/file_layer.h"

namespace stator {

// One for the process. The first call raises the process's limit of open files as far as it may.
std::shared_ptr<FileLayer> realFileLayer();

} // namespace stator
