// The programs' log: one line of text each, on standard error.
//
//     2026-11-01T09:30:00.125Z warning zone: …
//
// Threads: any.
#pragma once

#include <cstdio>
#include <memory>
#include <mutex>

#include "base/clock.h"
#include "base/logger.h"

namespace stator::app {

class StreamLog final : public LogSink {
public:
    // `stream` outlives it.
    explicit StreamLog(std::FILE *stream, std::shared_ptr<Clock> clock = systemClock());

    void write(const LogLine &line) override;

private:
    const std::shared_ptr<Clock> m_clock;

    std::mutex m_mutex; // one line at a time
    std::FILE *const m_stream;
};

} // namespace stator::app
