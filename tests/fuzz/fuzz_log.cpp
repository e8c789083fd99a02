// A commit log with bytes changed, cut off or added: reading it says what is wrong or gives entries that were
// written, in order, from the first on.
//
// Input: edits of four bytes each, place (two bytes), value, kind.
#include <cstdlib>

#include "base/memory_file_layer.h"
#include "storage/commit_log.h"

using namespace stator;

namespace {

constexpr const char *kDirectory = "/log";
const storage::LogIdentity kIdentity{"workspace", "us-east-1", "incarnation"};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

std::string payloadOf(std::uint64_t lsn)
{
    return std::string(static_cast<std::size_t>(lsn * 7 % 50 + 1), static_cast<char>('a' + lsn));
}

storage::CommitLogOptions logOptions()
{
    storage::CommitLogOptions options;
    options.lowWaterBytes = 0;
    options.random = std::make_shared<SeededRandom>(1);
    return options;
}

// The one segment of a log of twelve entries, synced now and then: name and bytes.
std::pair<std::string, std::string> intactSegment()
{
    const auto files = makeMemoryFileLayer();
    auto log = storage::CommitLog::open(*files, kDirectory, kIdentity, logOptions());
    require(log.ok());
    for (std::uint64_t lsn = 1; lsn <= 12; ++lsn) {
        require((*log)->append({{{1, lsn}, payloadOf(lsn)}}).ok());
        if (lsn % 3 == 0)
            require((*log)->sync().ok());
    }
    const auto entries = files->list(kDirectory);
    require(entries.ok() && entries->size() == 1);
    auto bytes = files->readFile(std::string(kDirectory) + "/" + entries->front().name);
    require(bytes.ok());
    return {entries->front().name, std::move(*bytes)};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto intact = intactSegment();
    std::string bytes = intact.second;
    for (std::size_t i = 0; i + 4 <= size && i < 64; i += 4) {
        const std::size_t at = (static_cast<std::size_t>(data[i]) << 8 | data[i + 1]) % (bytes.size() + 1);
        switch (data[i + 3] % 4) {
        case 0:
            bytes.resize(at);
            break;
        case 1:
            bytes.insert(at, 1, static_cast<char>(data[i + 2]));
            break;
        default:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(data[i + 2]);
        }
    }

    const auto files = makeMemoryFileLayer();
    require(files->createDirectories(kDirectory).ok());
    {
        auto file = files->openAppend(std::string(kDirectory) + "/" + intact.first, AppendMode::Replace);
        require(file.ok() && (*file)->append(bytes).ok());
    }
    const auto log = storage::CommitLog::open(*files, kDirectory, kIdentity, logOptions());
    if (!log)
        return 0;
    std::uint64_t next = 1;
    const auto replayed = (*log)->replay({}, [&](const storage::LogFrame &frame) -> Result<void> {
        require(frame.position == encoding::Position{1, next} && frame.payload == payloadOf(next));
        ++next;
        return {};
    });
    require(!replayed.ok() || (*log)->lastPosition() == (next == 1 ? encoding::Position{} : encoding::Position{1, next - 1}));
    return 0;
}
