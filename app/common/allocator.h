// How malloc keeps memory, said once for both programs.
#pragma once

namespace stator::app {

// Call before any thread is made.
void tuneAllocator();

// Gives the machine what malloc keeps for later. Takes a moment: for after a burst.
void returnFreeMemory();

} // namespace stator::app
