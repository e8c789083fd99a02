#include "base/file_layer.h"

namespace stator {

Result<std::string> FileLayer::readFile(const std::string &path)
{
    STATOR_TRY(const std::unique_ptr<ReadFile> file, openRead(path));
    STATOR_TRY(const std::uint64_t size, file->size());
    std::string bytes(size, '\0');
    STATOR_TRY(const std::size_t got, file->read(0, bytes.size(), bytes.data()));
    bytes.resize(got);
    return bytes;
}

Result<void> FileLayer::replaceFile(const std::string &path, std::string_view bytes)
{
    const std::string temporary = path + ".new";
    {
        STATOR_TRY(const std::unique_ptr<AppendFile> file, openAppend(temporary, AppendMode::Replace));
        STATOR_CHECK(file->append(bytes));
        STATOR_CHECK(file->sync());
        STATOR_CHECK(file->close());
    }
    STATOR_CHECK(rename(temporary, path));
    return syncDirectory(parentDirectory(path));
}

Result<void> FileLayer::removeTree(const std::string &directory)
{
    STATOR_TRY(const bool isThere, exists(directory));
    if (!isThere)
        return {};
    STATOR_TRY(const std::vector<DirectoryEntry> entries, list(directory));
    for (const DirectoryEntry &entry : entries) {
        const std::string path = directory + "/" + entry.name;
        if (entry.isDirectory)
            STATOR_CHECK(removeTree(path));
        else
            STATOR_CHECK(removeFile(path));
    }
    return removeDirectory(directory);
}

std::string parentDirectory(const std::string &path)
{
    std::size_t end = path.size();
    while (end > 1 && path[end - 1] == '/')
        --end;
    const std::size_t slash = path.rfind('/', end - 1);
    if (slash == std::string::npos)
        return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

} // namespace stator
