#include "storage/store_status.h"

namespace stator::storage {

namespace {

struct ThreadReads {
    std::uint64_t count = 0;
    std::shared_ptr<const std::string> lastPath;
};

thread_local ThreadReads threadReads;

// Stands before the code and the message of an Error in the text of a Status.
constexpr char kMark = '\x01';

} // namespace

leveldb::Status toStatus(const Error &error)
{
    const std::string text = {kMark, static_cast<char>(static_cast<std::uint8_t>(error.code) + 1)};
    if (error.code == ErrorCode::Corruption)
        return leveldb::Status::Corruption(text + error.message);
    return leveldb::Status::IOError(text + error.message);
}

Error toError(const leveldb::Status &status, const std::string &directory)
{
    const std::string text = status.ToString();
    if (const std::size_t mark = text.find(kMark); mark != std::string::npos && mark + 2 <= text.size()) {
        const auto code = static_cast<ErrorCode>(static_cast<std::uint8_t>(text[mark + 1]) - 1);
        return {code, text.substr(mark + 2), {}};
    }
    if (!status.IsCorruption())
        return Error::io("The store " + directory + " failed: " + text);
    const bool isKnown = threadReads.lastPath && threadReads.lastPath->starts_with(directory + "/");
    return Error::corruption((isKnown ? *threadReads.lastPath : "A file in " + directory) + " is damaged (" + text
                             + "). Put the directory of the zone back from a backup of the workspace.");
}

void noteTableRead(std::shared_ptr<const std::string> path)
{
    ++threadReads.count;
    threadReads.lastPath = std::move(path);
}

std::uint64_t tableReadsOfThisThread()
{
    return threadReads.count;
}

} // namespace stator::storage
