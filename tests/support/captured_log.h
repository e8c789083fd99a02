// A log that a test looks into: one line a text, "level source: text".
//
// Threads: any.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/logger.h"

namespace stator::test {

class CapturedLog final : public LogSink {
public:
    void write(const LogLine &line) override
    {
        const std::lock_guard lock(m_mutex);
        m_lines.push_back(std::string(nameOf(line.level)) + " " + std::string(line.source) + ": " +
                          std::string(line.text));
    }

    std::vector<std::string> lines() const
    {
        const std::lock_guard lock(m_mutex);
        return m_lines;
    }
    // The first line that holds `text`; empty if none does.
    std::string lineWith(std::string_view text) const
    {
        for (const std::string &line : lines())
            if (line.find(text) != std::string::npos)
                return line;
        return {};
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::string> m_lines;
};

} // namespace stator::test
