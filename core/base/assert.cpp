#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace stator {

void assertionFailed(const char *expression, const char *file, int line) noexcept
{
    std::fprintf(stderr, "stator: assertion failed: %s (%s:%d)\n", expression, file, line);
    std::abort();
}

} // namespace stator
