// Randomness comes in through a Random, so that one seed replays a run.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace stator {

// Threads: one thread at a time, unless the implementation says otherwise.
class Random {
public:
    virtual ~Random() = default;

    virtual std::uint64_t next() = 0;

    // Uniform enough in [0, bound); `bound` > 0.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
};

// splitmix64: small, fast, the same on every machine.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() override;

private:
    std::uint64_t m_state;
};

// From the operating system; for identifiers. Any thread.
std::shared_ptr<Random> systemRandom();

// A random UUID (version 4) in its usual text form.
std::string makeUuid(Random &random);

} // namespace stator
