// What a program tells whoever runs it: lines of text, each with a level and the module it comes from.
//
// A Logger is handed down through the Options of each module. It never says what a client wrote: no item, no
// key, no value, no secret; names of tables, files and addresses are all a line may carry.
//
// Threads: any. Ownership: copies share the sink.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

namespace stator {

enum class LogLevel : std::uint8_t {
    Error,   // something does not work, and will not until somebody acts
    Warning, // something was lost, refused or has to be tried again
    Info,    // starts, stops, recoveries, background jobs
    Debug,   // what helps who develops Stator; LevelDB's own lines
};

// "error", "warning", "info", "debug".
std::string_view nameOf(LogLevel level);

struct LogLine {
    LogLevel level = LogLevel::Info;
    std::string_view source; // the module
    std::string_view text;
};

// Where lines go. Threads: write() is called from any, several at once.
class LogSink {
public:
    virtual ~LogSink() = default;

    virtual void write(const LogLine &line) = 0;
};

class Logger {
public:
    // Tells nobody.
    Logger() = default;
    // Tells `sink` what is as grave as `level` or graver.
    Logger(std::shared_ptr<LogSink> sink, LogLevel level) : m_sink(std::move(sink)), m_level(level) {}

    // The same for a module. `source` is a literal.
    Logger of(std::string_view source) const;

    // Ask before making a text that costs something.
    bool wants(LogLevel level) const { return m_sink && level <= m_level; }

    void write(LogLevel level, std::string_view text) const;
    void error(std::string_view text) const { write(LogLevel::Error, text); }
    void warning(std::string_view text) const { write(LogLevel::Warning, text); }
    void info(std::string_view text) const { write(LogLevel::Info, text); }
    void debug(std::string_view text) const { write(LogLevel::Debug, text); }

private:
    std::shared_ptr<LogSink> m_sink;
    LogLevel m_level = LogLevel::Error;
    std::string_view m_source;
};

} // namespace stator
