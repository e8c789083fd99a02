#include "storage/leveldb_lines.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace stator::storage {

namespace {

constexpr std::size_t kLongestLine = 1000; // LevelDB counts its levels in one; more is cut

} // namespace

void LevelDbLines::Logv(const char *format, std::va_list arguments)
{
    if (!m_logger.wants(LogLevel::Debug))
        return;
    // The one line of LevelDB's that prints keys, and keys are what clients wrote.
    constexpr std::string_view kWithKeys = "Manual compaction";
    if (std::string_view(format).substr(0, kWithKeys.size()) == kWithKeys) {
        m_logger.debug(m_prefix + std::string(kWithKeys));
        return;
    }
    char text[kLongestLine];
    const int length = std::vsnprintf(text, sizeof text, format, arguments);
    if (length < 0)
        return;
    std::string_view line(text, std::min<std::size_t>(static_cast<std::size_t>(length), sizeof text - 1));
    while (!line.empty() && line.back() == '\n')
        line.remove_suffix(1);
    m_logger.debug(m_prefix + std::string(line));
}

} // namespace stator::storage
