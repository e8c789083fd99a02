// How malloc keeps memory, said once for both programs.
#pragma once

namespace stator::app {

// Gives the machine what malloc keeps for later. Takes a moment: for after a burst.
void returnFreeMemory();

} // namespace stator::app
