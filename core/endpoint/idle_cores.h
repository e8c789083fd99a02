// How much of the machine's processors nobody uses: a second I/O thread helps only where there is a core for it.
//
// Threads: one at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace stator::endpoint {

class IdleCores {
public:
    // Since the call before, in percent of one core: 250 is two cores and a half. Nothing: the first call, or the
    // machine does not tell.
    std::optional<int> sinceLast();
    // The same for a text as /proc/stat has it and a machine of so many cores.
    std::optional<int> sinceLast(std::string_view stat, int cores);

private:
    std::int64_t m_idle = 0;
    std::int64_t m_all = 0; // 0: nothing was read yet
};

} // namespace stator::endpoint
