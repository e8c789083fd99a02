#include "endpoint/idle_cores.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fcntl.h>
#include <unistd.h>

#include "endpoint/socket.h"

namespace stator::endpoint {

std::optional<int> IdleCores::sinceLast()
{
    const Socket file(::open("/proc/stat", O_RDONLY | O_CLOEXEC));
    std::array<char, 512> text; // the first line is all there is to read
    const auto got = file.isOpen() ? ::read(file.descriptor(), text.data(), text.size()) : -1;
    if (got <= 0)
        return std::nullopt;
    return sinceLast({text.data(), static_cast<std::size_t>(got)},
                     static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN)));
}

// "cpu  user nice system idle iowait irq softirq steal guest guest_nice", in ticks (proc(5)); guests are in user.
std::optional<int> IdleCores::sinceLast(std::string_view stat, int cores)
{
    constexpr std::string_view kAllCores = "cpu ";
    constexpr std::size_t kFields = 8;
    constexpr std::size_t kIdle = 3;
    constexpr std::size_t kWaitsForDrive = 4;
    if (stat.substr(0, kAllCores.size()) != kAllCores)
        return std::nullopt;
    stat.remove_prefix(kAllCores.size());
    std::int64_t idle = 0;
    std::int64_t all = 0;
    for (std::size_t field = 0; field < kFields; ++field) {
        stat.remove_prefix(std::min(stat.find_first_not_of(' '), stat.size()));
        std::int64_t ticks = 0;
        const auto [end, error] = std::from_chars(stat.data(), stat.data() + stat.size(), ticks);
        if (error != std::errc())
            return std::nullopt;
        stat.remove_prefix(static_cast<std::size_t>(end - stat.data()));
        all += ticks;
        if (field == kIdle || field == kWaitsForDrive)
            idle += ticks;
    }
    const std::int64_t passed = all - m_all;
    const std::int64_t unused = idle - m_idle;
    const bool isFirst = m_all == 0;
    m_all = all;
    m_idle = idle;
    if (isFirst || passed <= 0)
        return std::nullopt;
    return static_cast<int>(std::clamp<std::int64_t>(unused * 100 * cores / passed, 0, 100 * cores));
}

} // namespace stator::endpoint
