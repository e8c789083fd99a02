#include "base/random.h"

#include <cstdio>
#include <cstdlib>

#include <sys/random.h>

#include "base/assert.h"

namespace stator {

namespace {

class SystemRandom final : public Random {
public:
    std::uint64_t next() override
    {
        std::uint64_t value = 0;
        const auto got = ::getrandom(&value, sizeof value, 0);
        STATOR_ASSERT(got == sizeof value);
        return value;
    }
};

} // namespace

std::uint64_t SeededRandom::next()
{
    m_state += 0x9E3779B97F4A7C15u;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

std::shared_ptr<Random> systemRandom()
{
    static const auto random = std::make_shared<SystemRandom>();
    return random;
}

std::string makeUuid(Random &random)
{
    const std::uint64_t high = (random.next() & 0xFFFF'FFFF'FFFF'0FFFu) | 0x4000u;
    const std::uint64_t low = (random.next() & 0x3FFF'FFFF'FFFF'FFFFu) | 0x8000'0000'0000'0000u;
    char text[37];
    std::snprintf(text, sizeof text, "%08x-%04x-%04x-%04x-%012llx", static_cast<unsigned>(high >> 32),
                  static_cast<unsigned>(high >> 16) & 0xFFFFu, static_cast<unsigned>(high) & 0xFFFFu,
                  static_cast<unsigned>(low >> 48) & 0xFFFFu,
                  static_cast<unsigned long long>(low & 0xFFFF'FFFF'FFFFu));
    return text;
}

} // namespace stator
