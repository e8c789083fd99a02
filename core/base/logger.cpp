#include "base/logger.h"

namespace stator {

std::string_view nameOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Error:
        return "error";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Info:
        return "info";
    case LogLevel::Debug:
        return "debug";
    }
    return {};
}

Logger Logger::of(std::string_view source) const
{
    Logger logger = *this;
    logger.m_source = source;
    return logger;
}

void Logger::write(LogLevel level, std::string_view text) const
{
    if (wants(level))
        m_sink->write({level, m_source, text});
}

} // namespace stator
