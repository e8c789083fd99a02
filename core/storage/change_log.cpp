#include <algorithm>

#include "base/bytes.h"
#include "storage/change_log_impl.h"

namespace stator::storage {

using encoding::Position;

namespace {

// A reader that begins somewhere skips so many bytes at most.
constexpr std::uint64_t kBytesBetweenMarks = 32 * 1024;
constexpr std::size_t kLargestKeptBuffer = 4u << 20;

struct Header {
    FileUuid uuid = {};
    std::uint64_t number = 0;
    TimeMicros begun = 0;
    std::string description;
};

Result<Header> readHeader(const ReadFile &file, std::uint64_t number, const std::string &path)
{
    const Result<FileHeader> fileHeader = readFileHeader(file, FileKind::ChangeFile, path);
    if (!fileHeader)
        return fileHeader.error();
    ByteReader reader(fileHeader->own);
    Header header;
    header.uuid = fileHeader->uuid;
    header.number = reader.takeLittleEndian<std::uint64_t>();
    header.begun = static_cast<TimeMicros>(reader.takeLittleEndian<std::uint64_t>());
    header.description = reader.take(reader.takeLittleEndian<std::uint16_t>());
    if (!reader.ok() || header.number != number)
        return Error::corruption(path + " is damaged: it is another change file under a wrong name. Put the file "
                                        "back from a backup of the workspace.");
    return header;
}

std::string encodeHeader(const Header &header)
{
    FileHeader file;
    file.kind = FileKind::ChangeFile;
    file.uuid = header.uuid;
    appendLittleEndian<std::uint64_t>(file.own, header.number);
    appendLittleEndian<std::uint64_t>(file.own, static_cast<std::uint64_t>(header.begun));
    appendLittleEndian<std::uint16_t>(file.own, static_cast<std::uint16_t>(header.description.size()));
    file.own += header.description;
    return encodeFileHeader(file);
}

void mark(ChangeSegment &segment, const ChainEnd &before, std::uint64_t offset)
{
    if (segment.marks.empty() || offset >= segment.marks.back().offset + kBytesBetweenMarks)
        segment.marks.push_back({before, offset});
}

} // namespace

Error damagedFrame(const std::string &path, std::uint64_t offset)
{
    return Error::corruption("The records of a stream are damaged: " + path + " at byte " + std::to_string(offset) +
                             ": a frame does not match its checksum. Nothing was changed. Put the directory of the "
                             "zone back from a backup of the workspace.");
}

Result<void> ChangeLog::Impl::drop(const std::string &path)
{
    STATOR_CHECK(files.removeFile(path));
    return files.syncDirectory(directory);
}

Result<void> ChangeLog::Impl::beginSegment(std::uint64_t number, const LogFrame &first, TimeMicros time)
{
    Header header;
    header.uuid = makeFileUuid(*options.random);
    header.number = number;
    header.begun = time;
    header.description = description;
    auto segment = std::make_shared<ChangeSegment>(number, segmentPath(directory, number), header.uuid, time);
    ChainEnd end;
    std::shared_ptr<AppendFile> file;
    const auto make = [&]() -> Result<void> {
        STATOR_TRY(file, files.openAppend(segment->path, AppendMode::Replace));
        STATOR_CHECK(file->append(encodeHeader(header)));
        STATOR_CHECK(file->sync());
        STATOR_CHECK(files.syncDirectory(directory));
        std::string frame;
        appendFrame(first, segment->seed, 0, end, frame);
        STATOR_CHECK(file->append(frame));
        STATOR_CHECK(file->sync());
        STATOR_TRY(segment->file, files.openRead(segment->path));
        return {};
    };
    if (Result<void> made = make(); !made) {
        (void)files.removeFile(segment->path); // if even this fails, the next opening drops it
        return made;
    }
    segment->first = segment->last = first.position;
    segment->bytes = file->size();
    segment->hasMarks = true;
    mark(*segment, ChainEnd(), kFileHeaderBytes);
    chain = end;
    const std::lock_guard lock(stateMutex);
    if (!segments.empty())
        segments.back()->file.reset();
    current = std::move(file);
    synced = std::max(synced, first.position);
    syncedBytes = segment->bytes;
    segments.push_back(std::move(segment));
    return {};
}

// False: the segment never held a frame up to `through`, and is gone.
Result<bool> ChangeLog::Impl::openLast(std::uint64_t number, Position through, const Visit &visit)
{
    const std::string path = segmentPath(directory, number);
    STATOR_TRY(const std::uint64_t size, files.fileSize(path));
    STATOR_TRY(std::shared_ptr<ReadFile> file, files.openRead(path));
    const Result<Header> header = readHeader(*file, number, path);
    if (!header) {
        if (header.error().code != ErrorCode::Corruption || size > kFileHeaderBytes)
            return header.error();
        file.reset();
        STATOR_CHECK(drop(path));
        return false;
    }
    auto segment = std::make_shared<ChangeSegment>(number, path, header->uuid, header->begun);
    FrameReader reader(*file, kFileHeaderBytes, size, segment->seed, ChainEnd());
    std::uint64_t end = kFileHeaderBytes;
    ChainEnd last;
    bool isCut = false;
    while (true) {
        STATOR_TRY(const std::optional<LogFrame> frame, reader.next());
        if (!frame)
            break;
        if (frame->position > through) {
            isCut = true;
            break;
        }
        STATOR_CHECK(visit(*frame));
        mark(*segment, last, end);
        last = reader.chainEnd();
        end = reader.offset();
    }
    if (!isCut && end < size) {
        STATOR_TRY(const bool isDamage, reader.isFollowedByProofOfSync());
        if (isDamage)
            return damagedFrame(path, end);
    }
    wasTorn = wasTorn || (!isCut && end < size);
    if (end == kFileHeaderBytes) {
        file.reset();
        STATOR_CHECK(drop(path));
        return false;
    }
    STATOR_TRY(current, files.openAppend(path, AppendMode::Continue));
    if (current->size() > end)
        STATOR_CHECK(current->truncate(end));
    STATOR_CHECK(current->sync());
    STATOR_CHECK(files.syncDirectory(directory));
    segment->first = segment->marks.size() > 0 ? last.position : Position();
    segment->last = last.position;
    segment->bytes = syncedBytes = end;
    segment->hasMarks = true;
    segment->file = std::move(file);
    chain = last;
    synced = last.position;
    description = header->description;
    segments.push_back(std::move(segment));
    return true;
}

// A segment before the last: only its header and first frame are looked at.
Result<void> ChangeLog::Impl::addOlder(std::uint64_t number)
{
    const std::string path = segmentPath(directory, number);
    STATOR_TRY(const std::unique_ptr<ReadFile> file, files.openRead(path));
    STATOR_TRY(const Header header, readHeader(*file, number, path));
    STATOR_TRY(const std::uint64_t size, file->size());
    auto segment = std::make_shared<ChangeSegment>(number, path, header.uuid, header.begun);
    FrameReader reader(*file, kFileHeaderBytes, size, segment->seed, ChainEnd());
    STATOR_TRY(const std::optional<LogFrame> frame, reader.next());
    if (!frame)
        return damagedFrame(path, kFileHeaderBytes);
    segment->first = frame->position;
    segment->last = segments.front()->first;
    segment->bytes = size;
    segments.push_front(std::move(segment));
    return {};
}

Result<std::shared_ptr<ChangeLog>> ChangeLog::create(FileLayer &files, const std::string &directory,
                                                     std::string description, const LogFrame &first, TimeMicros time,
                                                     ChangeLogOptions options)
{
    STATOR_CHECK(files.removeTree(directory));
    STATOR_CHECK(files.createDirectories(directory));
    auto impl = std::make_unique<Impl>(files, directory, std::move(options));
    impl->description = std::move(description);
    STATOR_CHECK(impl->beginSegment(1, first, time));
    return std::shared_ptr<ChangeLog>(new ChangeLog(std::move(impl)));
}

Result<std::shared_ptr<ChangeLog>> ChangeLog::open(FileLayer &files, const std::string &directory, Position through,
                                                   const Visit &visit, ChangeLogOptions options)
{
    auto impl = std::make_unique<Impl>(files, directory, std::move(options));
    STATOR_TRY(std::vector<std::uint64_t> numbers, listSegments(files, directory));
    while (!numbers.empty()) {
        Position first;
        const auto visitAndNote = [&](const LogFrame &frame) {
            if (first == Position())
                first = frame.position;
            return visit(frame);
        };
        STATOR_TRY(const bool isOpen, impl->openLast(numbers.back(), through, visitAndNote));
        numbers.pop_back();
        if (!isOpen)
            continue;
        impl->segments.back()->first = first;
        while (!numbers.empty()) {
            STATOR_CHECK(impl->addOlder(numbers.back()));
            numbers.pop_back();
        }
        return std::shared_ptr<ChangeLog>(new ChangeLog(std::move(impl)));
    }
    return std::shared_ptr<ChangeLog>();
}

ChangeLog::ChangeLog(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
ChangeLog::~ChangeLog() = default;

Result<void> ChangeLog::append(const std::vector<LogFrame> &frames)
{
    Impl &impl = *m_impl;
    if (frames.empty())
        return {};
    const std::shared_ptr<ChangeSegment> segment = impl.segments.back(); // changed by the appender alone
    const std::uint64_t syncedLsn = syncedPosition().lsn;
    ChainEnd end = impl.chain;
    impl.buffer.clear();
    std::vector<ChangeMark> marks;
    const std::uint64_t begin = segment->bytes;
    for (const LogFrame &frame : frames) {
        const std::uint64_t offset = begin + impl.buffer.size();
        if (offset >= (marks.empty() ? segment->marks.back() : marks.back()).offset + kBytesBetweenMarks)
            marks.push_back({end, offset});
        appendFrame(frame, segment->seed, syncedLsn, end, impl.buffer);
    }
    if (Result<void> written = impl.current->append(impl.buffer); !written) {
        (void)impl.current->truncate(begin); // readers go by segment->bytes
        return written;
    }
    impl.chain = end;
    const std::uint64_t bytes = impl.buffer.size();
    if (impl.buffer.capacity() > kLargestKeptBuffer)
        std::string().swap(impl.buffer);
    const std::lock_guard lock(impl.stateMutex);
    segment->bytes += bytes;
    segment->last = end.position;
    segment->marks.insert(segment->marks.end(), marks.begin(), marks.end());
    return {};
}

Result<void> ChangeLog::Impl::syncCurrent()
{
    std::shared_ptr<AppendFile> file;
    Position target;
    std::uint64_t bytes = 0;
    {
        const std::lock_guard lock(stateMutex);
        if (segments.back()->last == synced)
            return {};
        file = current;
        target = segments.back()->last;
        bytes = segments.back()->bytes;
    }
    STATOR_CHECK(file->sync());
    const std::lock_guard lock(stateMutex);
    synced = target;
    syncedBytes = bytes;
    return {};
}

Result<void> ChangeLog::sync()
{
    const std::lock_guard lock(m_impl->syncMutex);
    return m_impl->syncCurrent();
}

Result<void> ChangeLog::roll(const LogFrame &first, TimeMicros time)
{
    const std::lock_guard lock(m_impl->syncMutex);
    STATOR_CHECK(m_impl->syncCurrent());
    return m_impl->beginSegment(m_impl->segments.back()->number + 1, first, time);
}

Result<void> ChangeLog::trimBefore(TimeMicros time)
{
    while (true) {
        std::string path;
        {
            const std::lock_guard lock(m_impl->stateMutex);
            if (m_impl->segments.size() < 2 || m_impl->segments[1]->begun > time)
                return {};
            path = m_impl->segments.front()->path;
        }
        STATOR_CHECK(m_impl->files.removeFile(path));
        {
            const std::lock_guard lock(m_impl->stateMutex);
            m_impl->segments.pop_front();
        }
        // One by one, so that no power loss can take a later segment and leave an earlier one.
        STATOR_CHECK(m_impl->files.syncDirectory(m_impl->directory));
    }
}

bool ChangeLog::wasTorn() const
{
    return m_impl->wasTorn;
}

const std::string &ChangeLog::directory() const
{
    return m_impl->directory;
}

const std::string &ChangeLog::description() const
{
    return m_impl->description;
}

Position ChangeLog::startPosition() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    return m_impl->segments.front()->first;
}

Position ChangeLog::lastPosition() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    return m_impl->segments.back()->last;
}

Position ChangeLog::syncedPosition() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    return m_impl->synced;
}

std::uint64_t ChangeLog::sizeBytes() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    std::uint64_t bytes = 0;
    for (const auto &segment : m_impl->segments)
        bytes += segment->bytes;
    return bytes;
}

std::uint64_t ChangeLog::unsyncedBytes() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    return m_impl->segments.back()->bytes - m_impl->syncedBytes;
}

std::uint64_t ChangeLog::segmentBytes() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    return m_impl->segments.back()->bytes;
}

TimeMicros ChangeLog::segmentTime() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    return m_impl->segments.back()->begun;
}

std::size_t ChangeLog::segmentCount() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    return m_impl->segments.size();
}

TimeMicros ChangeLog::firstSegmentEnd() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    return m_impl->segments.size() < 2 ? 0 : m_impl->segments[1]->begun;
}

// An older segment gets its marks when it is read for the first time.
Result<void> ChangeLog::Impl::indexSegment(const std::shared_ptr<ChangeSegment> &segment, const ReadFile &file) const
{
    std::vector<ChangeMark> marks;
    FrameReader reader(file, kFileHeaderBytes, segment->bytes, segment->seed, ChainEnd());
    while (reader.offset() < segment->bytes) {
        if (marks.empty() || reader.offset() >= marks.back().offset + kBytesBetweenMarks)
            marks.push_back({reader.chainEnd(), reader.offset()});
        STATOR_TRY(const std::optional<LogFrame> frame, reader.next());
        if (!frame)
            return damagedFrame(segment->path, reader.offset());
    }
    const std::lock_guard lock(stateMutex);
    segment->marks = std::move(marks);
    segment->hasMarks = true;
    return {};
}

} // namespace stator::storage
