// ConsumerPositions remembers, by name, how far consumers have read: a place for each stream and shard, kept in
// the workspace.
//
//     DIRECTORY/NAME.position    replaced as a whole whenever a consumer saves
//
// What is saved is on the drive when save() returns. A consumer that saves after it has dealt with records
// meets again what came after its last save: at least once, and exactly once if it can tell.
//
// Threads: every method from any thread; one consumer saves on one thread at a time.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_layer.h"
#include "base/result.h"
#include "encoding/stream.h"

namespace stator::streams {

// Where one consumer is. `shard` is a shard's number; 0: in the stream as a whole.
struct ConsumerPosition {
    std::uint64_t storageId = 0; // the stream is named by these two (encoding::StreamDescription)
    TimeMicros created = 0;
    std::map<std::uint32_t, encoding::RecordPlace> places; // by shard

    bool operator==(const ConsumerPosition &) const = default;
};

class ConsumerPositions {
public:
    // `directory`: of its own; made when something is saved for the first time.
    ConsumerPositions(std::shared_ptr<FileLayer> files, std::string directory);

    // Names: 1 to 200 letters, digits, '-', '_' and '.', the first none of them. Validation otherwise.
    Result<void> save(std::string_view consumer, const ConsumerPosition &position);
    // Nothing: it never saved, or was forgotten. Corruption: the file is damaged.
    Result<std::optional<ConsumerPosition>> find(std::string_view consumer) const;
    Result<void> forget(std::string_view consumer);
    // Those that are known, in order.
    Result<std::vector<std::string>> names() const;

private:
    Result<std::string> pathOf(std::string_view consumer) const;

    std::shared_ptr<FileLayer> m_files;
    std::string m_directory;
};

} // namespace stator::streams
