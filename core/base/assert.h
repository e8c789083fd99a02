// Assertions for programmer errors; on in every build. Bad input, bad disks and bad keys are never assertions.
#pragma once

namespace stator {

// Writes the failed expression and its place to standard error, and aborts.
[[noreturn]] void assertionFailed(const char *expression, const char *file, int line) noexcept;

} // namespace stator

#define STATOR_ASSERT(expression)                                                                            \
    (static_cast<bool>(expression) ? static_cast<void>(0)                                                    \
                                   : ::stator::assertionFailed(#expression, __FILE__, __LINE__))
