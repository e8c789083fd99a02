#include "common/allocator.h"

#ifdef STATOR_JEMALLOC

#include <string>

#include <jemalloc/jemalloc.h>

// jemalloc reads this when the program starts. An arena for every thread would keep memory that no other can use.
extern "C" {
const char *malloc_conf = "narenas:4,dirty_decay_ms:2000,muzzy_decay_ms:0";
}

namespace stator::app {

void returnFreeMemory()
{
    static const std::string purge = "arena." + std::to_string(MALLCTL_ARENAS_ALL) + ".purge";
    mallctl(purge.c_str(), nullptr, nullptr, nullptr, 0);
}

} // namespace stator::app

#else // the sanitizers bring a malloc of their own

namespace stator::app {

void returnFreeMemory() {}

} // namespace stator::app

#endif
