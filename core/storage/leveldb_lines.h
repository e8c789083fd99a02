// What LevelDB tells of its compactions, as lines of our log at level Debug.
//
// Threads: as leveldb::Logger demands, any.
#pragma once

#include <cstdarg>
#include <string>

#include <leveldb/env.h>

#include "base/logger.h"

namespace stator::storage {

class LevelDbLines final : public leveldb::Logger {
public:
    LevelDbLines(const stator::Logger &logger, const std::string &directory)
        : m_logger(logger.of("leveldb")), m_prefix(directory + ": ")
    {
    }

    void Logv(const char *format, std::va_list arguments) override;

private:
    const stator::Logger m_logger;
    const std::string m_prefix;
};

} // namespace stator::storage
