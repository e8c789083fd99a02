#include "common/allocator.h"

#include <malloc.h>

namespace stator::app {

void tuneAllocator()
{
    // An arena for every thread would keep memory that no other thread can use.
    mallopt(M_ARENA_MAX, 4);
    // A page of a Scan is a buffer of a megabyte or two. Mapped and unmapped for each reply, its page faults cost
    // three times what making the reply does.
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
}

void returnFreeMemory()
{
    malloc_trim(0);
}

} // namespace stator::app
