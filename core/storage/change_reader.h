// Reads the frames of a ChangeLog in order, as far as there are any; more may have come when it is asked again.
//
// Threads: one at a time. It holds one file open, and 256 KiB at most while it is used.
#pragma once

#include <memory>
#include <optional>

#include "storage/change_log.h"

namespace stator::storage {

class ChangeReader {
public:
    // Goes on after `after`.
    ChangeReader(std::shared_ptr<const ChangeLog> log, encoding::Position after);
    ~ChangeReader();
    ChangeReader(ChangeReader &&) noexcept;
    ChangeReader &operator=(ChangeReader &&) noexcept;

    // The next frame, valid until the next call; nothing at the end. TrimmedDataAccess: it was unlinked.
    // Corruption, Io: it cannot be read.
    Result<std::optional<LogFrame>> next();
    // Of the last frame, or where it was begun.
    encoding::Position position() const { return m_after; }

private:
    struct Place;
    Result<bool> enterSegment();

    std::shared_ptr<const ChangeLog> m_log;
    encoding::Position m_after;
    std::unique_ptr<Place> m_place;
};

} // namespace stator::storage
