// How malloc keeps memory, said once for both programs.
#pragma once

namespace stator::app {

// Call before any thread is made.
void tuneAllocator();

} // namespace stator::app
