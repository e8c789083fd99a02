#include "common/stream_log.h"

#include <ctime>

#include <fmt/format.h>

namespace stator::app {

namespace {

std::string timeText(TimeMicros time)
{
    const std::time_t seconds = time / 1'000'000;
    std::tm utc = {};
    gmtime_r(&seconds, &utc);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                       utc.tm_hour, utc.tm_min, utc.tm_sec, time / 1000 % 1000);
}

// A name in a text must not be able to look like another line, or to steer a terminal.
void appendPlain(std::string &out, std::string_view text)
{
    for (const char c : text)
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
}

} // namespace

StreamLog::StreamLog(std::FILE *stream, std::shared_ptr<Clock> clock) : m_clock(std::move(clock)), m_stream(stream) {}

void StreamLog::write(const LogLine &line)
{
    std::string text = fmt::format("{} {} {}: ", timeText(m_clock->nowMicros()), nameOf(line.level), line.source);
    appendPlain(text, line.text);
    text += '\n';
    const std::lock_guard lock(m_mutex);
    // Nobody is left to be told when standard error itself fails.
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), m_stream));
    std::fflush(m_stream);
}

} // namespace stator::app
