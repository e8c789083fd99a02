#include "storage/commit_log.h"

#include <deque>
#include <mutex>

#include "base/crc32c.h"
#include "storage/log_frames.h"
#include "storage/log_segment.h"

namespace stator::storage {

namespace {

// Asking for free space is a system call; it is done once for so many bytes, and always after a refusal.
constexpr std::uint64_t kBytesBetweenSpaceChecks = 4u << 20;
// A buffer that one large entry blew up is given back.
constexpr std::size_t kLargestKeptFrames = 4u << 20;
// What trim() leaves in place rather than begin another segment.
constexpr std::uint64_t kSmallSegment = 1u << 20;

struct LogSegment {
    std::uint64_t number = 0;
    std::string path;
    ChainEnd before;
    encoding::Position last;
    std::uint64_t bytes = 0; // whole frames
};

} // namespace

struct CommitLog::Impl {
    Impl(FileLayer &theFiles, std::string theDirectory, LogIdentity theOwner, CommitLogOptions theOptions)
        : files(theFiles), directory(std::move(theDirectory)), owner(std::move(theOwner)),
          options(std::move(theOptions))
    {
    }

    Result<void> recover();
    Result<void> recoverSegment(std::uint64_t number, bool isLast);
    Result<bool> dropEmptySegment(std::uint64_t number);
    Result<void> continueLastSegment();
    Result<void> beginSegment(std::uint64_t number);
    void adoptLogId(const FileUuid &id);

    // These need appendMutex.
    Result<void> requireSpace();
    Result<void> roll();
    Result<void> removeFirstSegment();

    // The log begins and ends after `position`.
    void passOver(encoding::Position position)
    {
        chain.position = position;
        const std::lock_guard lock(stateMutex);
        segments.back().before = chain;
        segments.back().last = synced = position;
    }

    // Needs syncMutex.
    Result<void> syncCurrent();

    Error fail(Error error)
    {
        options.logger.error("writes are refused from now on: " + error.message);
        const std::lock_guard lock(stateMutex);
        hasFailed = true;
        return error;
    }
    static Error failedBefore()
    {
        return Error::io("The commit log could not be written to its drive. Check the drive and start again.");
    }

    FileLayer &files;
    const std::string directory;
    const LogIdentity owner;
    const CommitLogOptions options;
    FileUuid logId = {}; // constant after recover()
    LogSeed seed = 0;    // constant after recover()

    // Taken in this order.
    std::mutex appendMutex; // one append, roll, trim or cut at a time
    std::mutex syncMutex;   // one sync at a time
    mutable std::mutex stateMutex;

    std::string buffer;                     // guarded by appendMutex
    ChainEnd chain;                         // guarded by appendMutex
    std::uint64_t bytesUntilSpaceCheck = 0; // guarded by appendMutex
    bool isOutOfSpace = false;              // guarded by appendMutex; said once each time

    std::shared_ptr<AppendFile> current; // from here on guarded by stateMutex
    std::deque<LogSegment> segments;        // the last one is `current`
    encoding::Position synced;
    bool hasFailed = false;
};

void CommitLog::Impl::adoptLogId(const FileUuid &id)
{
    logId = id;
    seed = crc32c(0, {id.data(), id.size()});
}

Result<void> CommitLog::Impl::recover()
{
    STATOR_CHECK(files.createDirectories(directory));
    STATOR_TRY(std::vector<std::uint64_t> numbers, listSegments(files, directory));
    if (!numbers.empty() && (numbers.size() > 1 || numbers.front() == 1)) {
        STATOR_TRY(const bool wasDropped, dropEmptySegment(numbers.back()));
        if (wasDropped)
            numbers.pop_back();
    }
    for (const std::uint64_t number : numbers)
        STATOR_CHECK(recoverSegment(number, number == numbers.back()));
    if (numbers.empty()) {
        adoptLogId(makeFileUuid(*options.random));
        return beginSegment(1);
    }
    return continueLastSegment();
}

// A last segment whose header did not reach the drive never held a frame.
Result<bool> CommitLog::Impl::dropEmptySegment(std::uint64_t number)
{
    const std::string path = segmentPath(directory, number);
    STATOR_TRY(const std::uint64_t bytes, files.fileSize(path));
    if (bytes > kFileHeaderBytes)
        return false;
    {
        STATOR_TRY(const std::unique_ptr<ReadFile> file, files.openRead(path));
        const Result<FileHeader> header = readFileHeader(*file, FileKind::LogSegment, path);
        if (header.ok())
            return false;
        if (header.error().code != ErrorCode::Corruption)
            return header.error();
    }
    options.logger.info(path + ": a segment that never held an entry is removed");
    STATOR_CHECK(files.removeFile(path));
    STATOR_CHECK(files.syncDirectory(directory));
    return true;
}

Result<void> CommitLog::Impl::recoverSegment(std::uint64_t number, bool isLast)
{
    LogSegment segment;
    segment.number = number;
    segment.path = segmentPath(directory, number);
    STATOR_TRY(const std::unique_ptr<ReadFile> file, files.openRead(segment.path));
    STATOR_TRY(const SegmentHeader header, readSegmentHeader(*file, number, owner, segment.path));
    STATOR_TRY(const std::uint64_t end, file->size());
    if (segments.empty()) {
        adoptLogId(header.logId);
    } else {
        if (header.logId != logId)
            return segmentDamaged(segment.path, 0, "it belongs to another log");
        // Left behind by an attempt to begin a segment, after which the one before went on.
        if (isLast && end <= kFileHeaderBytes && header.before.position < chain.position) {
            STATOR_CHECK(files.removeFile(segment.path));
            return files.syncDirectory(directory);
        }
        const LogSegment &previous = segments.back();
        if (header.before.position != chain.position || header.before.crc != chain.crc)
            return segmentDamaged(previous.path, previous.bytes, "entries after this place are missing");
    }
    segment.before = header.before;
    FrameReader reader(*file, kFileHeaderBytes, end, seed, header.before);
    while (true) {
        STATOR_TRY(const std::optional<LogFrame> frame, reader.next());
        if (!frame)
            break;
    }
    if (reader.offset() < end) {
        bool isDamage = !isLast;
        if (isLast) {
            STATOR_TRY(isDamage, reader.isFollowedByProofOfSync());
        }
        if (isDamage)
            return segmentDamaged(segment.path, reader.offset(), "an entry does not match its checksum");
    }
    chain = reader.chainEnd();
    segment.last = chain.position;
    segment.bytes = reader.offset();
    segments.push_back(std::move(segment));
    return {};
}

Result<void> CommitLog::Impl::continueLastSegment()
{
    const LogSegment &last = segments.back();
    STATOR_TRY(current, files.openAppend(last.path, AppendMode::Continue));
    if (current->size() > last.bytes) {
        options.logger.warning(last.path + ": the last " + std::to_string(current->size() - last.bytes) +
                               " bytes were never synced and are no whole entry; they are cut off");
        STATOR_CHECK(current->truncate(last.bytes));
    }
    // What an ended process left in the page cache is adopted, so it must not get lost any more.
    STATOR_CHECK(current->sync());
    STATOR_CHECK(files.syncDirectory(directory));
    synced = last.last;
    return {};
}

Result<void> CommitLog::Impl::beginSegment(std::uint64_t number)
{
    SegmentHeader header;
    header.logId = logId;
    header.number = number;
    header.before = chain;
    header.owner = owner;
    LogSegment segment;
    segment.number = number;
    segment.path = segmentPath(directory, number);
    segment.before = chain;
    segment.last = chain.position;
    segment.bytes = kFileHeaderBytes;

    std::shared_ptr<AppendFile> file;
    const auto make = [&]() -> Result<void> {
        STATOR_TRY(file, files.openAppend(segment.path, AppendMode::Replace));
        STATOR_CHECK(file->append(encodeSegmentHeader(header, makeFileUuid(*options.random))));
        STATOR_CHECK(file->sync());
        return files.syncDirectory(directory);
    };
    if (Result<void> made = make(); !made.ok()) {
        // If even this fails, the next opening drops the file.
        (void)files.removeFile(segment.path);
        return made;
    }
    const std::lock_guard lock(stateMutex);
    current = std::move(file);
    segments.push_back(std::move(segment));
    return {};
}

Result<void> CommitLog::Impl::requireSpace()
{
    if (bytesUntilSpaceCheck > 0)
        return {};
    STATOR_TRY(const std::uint64_t space, files.freeSpace(directory));
    if (space < options.lowWaterBytes) {
        Error error = Error::noSpace("The drive of " + directory +
                                     " is almost full: writes are refused until there is more space.");
        if (!std::exchange(isOutOfSpace, true))
            options.logger.error(error.message);
        return error;
    }
    if (std::exchange(isOutOfSpace, false))
        options.logger.info("there is space again; writes are accepted");
    bytesUntilSpaceCheck = kBytesBetweenSpaceChecks;
    return {};
}

Result<void> CommitLog::Impl::roll()
{
    const std::lock_guard lock(syncMutex);
    STATOR_CHECK(syncCurrent());
    std::uint64_t number = 0;
    {
        const std::lock_guard state(stateMutex);
        number = segments.back().number + 1;
    }
    return beginSegment(number);
}

Result<void> CommitLog::Impl::syncCurrent()
{
    std::shared_ptr<AppendFile> file;
    encoding::Position target;
    {
        const std::lock_guard lock(stateMutex);
        if (hasFailed)
            return failedBefore();
        if (segments.back().last == synced)
            return {};
        file = current;
        target = segments.back().last;
    }
    if (Result<void> done = file->sync(); !done.ok())
        return fail(std::move(done).error());
    const std::lock_guard lock(stateMutex);
    synced = target;
    return {};
}

Result<std::unique_ptr<CommitLog>> CommitLog::open(FileLayer &files, const std::string &directory,
                                                   const LogIdentity &identity, CommitLogOptions options)
{
    auto impl = std::make_unique<Impl>(files, directory, identity, std::move(options));
    STATOR_CHECK(impl->recover());
    return std::unique_ptr<CommitLog>(new CommitLog(std::move(impl)));
}

CommitLog::CommitLog(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

CommitLog::~CommitLog() = default;

Result<void> CommitLog::append(const std::vector<LogFrame> &frames)
{
    Impl &impl = *m_impl;
    const std::lock_guard lock(impl.appendMutex);
    if (hasFailed())
        return Impl::failedBefore();
    if (frames.empty())
        return {};
    if (!impl.options.keepsEntries) {
        impl.passOver(frames.back().position);
        return {};
    }
    STATOR_CHECK(impl.requireSpace());
    if (impl.current->size() >= impl.options.segmentBytes)
        STATOR_CHECK(impl.roll());

    const std::uint64_t syncedLsn = syncedPosition().lsn;
    ChainEnd end = impl.chain;
    impl.buffer.clear();
    for (const LogFrame &frame : frames)
        appendFrame(frame, impl.seed, syncedLsn, end, impl.buffer);

    // `current` changes only under appendMutex.
    AppendFile &file = *impl.current;
    const std::uint64_t wholeBytes = file.size();
    if (Result<void> written = file.append(impl.buffer); !written.ok()) {
        impl.bytesUntilSpaceCheck = 0;
        if (Result<void> cut = file.truncate(wholeBytes); !cut.ok())
            return impl.fail(std::move(cut).error());
        return written;
    }
    impl.chain = end;
    impl.bytesUntilSpaceCheck -= std::min<std::uint64_t>(impl.bytesUntilSpaceCheck, impl.buffer.size());
    const std::uint64_t bytes = impl.buffer.size();
    if (impl.buffer.capacity() > kLargestKeptFrames)
        std::string().swap(impl.buffer);
    const std::lock_guard state(impl.stateMutex);
    impl.segments.back().last = end.position;
    impl.segments.back().bytes += bytes;
    return {};
}

Result<void> CommitLog::sync()
{
    const std::lock_guard lock(m_impl->syncMutex);
    return m_impl->syncCurrent();
}

Result<void> CommitLog::syncThrough(encoding::Position position)
{
    if (syncedPosition() >= position)
        return {};
    STATOR_CHECK(sync());
    if (syncedPosition() < position)
        return Error::internal("A store is ahead of the commit log");
    return {};
}

encoding::Position CommitLog::startPosition() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    return m_impl->segments.front().before.position;
}

encoding::Position CommitLog::lastPosition() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    return m_impl->segments.back().last;
}

encoding::Position CommitLog::syncedPosition() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    return m_impl->synced;
}

std::uint64_t CommitLog::sizeBytes() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    std::uint64_t bytes = 0;
    for (const LogSegment &segment : m_impl->segments)
        bytes += segment.bytes;
    return bytes;
}

bool CommitLog::hasFailed() const
{
    const std::lock_guard lock(m_impl->stateMutex);
    return m_impl->hasFailed;
}

Result<void> CommitLog::replay(encoding::Position after,
                               const std::function<Result<void>(const LogFrame &)> &visit) const
{
    std::vector<LogSegment> segments;
    {
        const std::lock_guard lock(m_impl->stateMutex);
        segments.assign(m_impl->segments.begin(), m_impl->segments.end());
    }
    if (after < segments.front().before.position)
        return Error::corruption("The commit log in " + m_impl->directory + " begins at entry "
                                 + std::to_string(segments.front().before.position.lsn + 1) + ", but entry "
                                 + std::to_string(after.lsn + 1)
                                 + " is needed. Put the directory of the zone back from a backup of the workspace.");
    for (const LogSegment &segment : segments) {
        if (segment.last <= after)
            continue;
        STATOR_TRY(const std::unique_ptr<ReadFile> file, m_impl->files.openRead(segment.path));
        FrameReader reader(*file, kFileHeaderBytes, segment.bytes, m_impl->seed, segment.before);
        while (reader.offset() < segment.bytes) {
            STATOR_TRY(const std::optional<LogFrame> frame, reader.next());
            if (!frame)
                return segmentDamaged(segment.path, reader.offset(), "an entry does not match its checksum");
            if (frame->position > after)
                STATOR_CHECK(visit(*frame));
        }
    }
    return {};
}

Result<void> CommitLog::Impl::removeFirstSegment()
{
    std::string path;
    {
        const std::lock_guard lock(stateMutex);
        path = segments.front().path;
    }
    STATOR_CHECK(files.removeFile(path));
    {
        const std::lock_guard lock(stateMutex);
        segments.pop_front();
    }
    // One by one, so that no power loss can take a later segment and leave an earlier one.
    return files.syncDirectory(directory);
}

Result<void> CommitLog::trim(encoding::Position position)
{
    Impl &impl = *m_impl;
    const std::lock_guard lock(impl.appendMutex);
    if (hasFailed())
        return Impl::failedBefore();
    if (position >= lastPosition() && impl.current->size() > kSmallSegment)
        STATOR_CHECK(impl.roll());
    while (true) {
        {
            const std::lock_guard state(impl.stateMutex);
            if (impl.segments.size() == 1 || impl.segments.front().last > position)
                return {};
        }
        STATOR_CHECK(impl.removeFirstSegment());
    }
}

Result<void> CommitLog::cutBack(encoding::Position position)
{
    Impl &impl = *m_impl;
    const std::lock_guard lock(impl.appendMutex);
    const std::lock_guard syncLock(impl.syncMutex);
    if (hasFailed())
        return Impl::failedBefore();
    STATOR_ASSERT(position >= startPosition());
    if (position >= lastPosition())
        return {};
    // From the end, one by one, so that what a power loss leaves is a beginning of the log.
    while (impl.segments.size() > 1 && impl.segments.back().before.position >= position) {
        STATOR_CHECK(impl.files.removeFile(impl.segments.back().path));
        STATOR_CHECK(impl.files.syncDirectory(impl.directory));
        const std::lock_guard state(impl.stateMutex);
        impl.segments.pop_back();
    }
    const LogSegment segment = impl.segments.back();
    ChainEnd end = segment.before;
    std::uint64_t bytes = kFileHeaderBytes;
    {
        STATOR_TRY(const std::unique_ptr<ReadFile> file, impl.files.openRead(segment.path));
        FrameReader reader(*file, kFileHeaderBytes, segment.bytes, impl.seed, segment.before);
        while (reader.offset() < segment.bytes) {
            STATOR_TRY(const std::optional<LogFrame> frame, reader.next());
            if (!frame)
                return segmentDamaged(segment.path, reader.offset(), "an entry does not match its checksum");
            if (frame->position > position)
                break;
            end = reader.chainEnd();
            bytes = reader.offset();
        }
    }
    STATOR_TRY(std::shared_ptr<AppendFile> file, impl.files.openAppend(segment.path, AppendMode::Continue));
    STATOR_CHECK(file->truncate(bytes));
    if (Result<void> done = file->sync(); !done.ok())
        return impl.fail(std::move(done).error());
    impl.chain = end;
    const std::lock_guard state(impl.stateMutex);
    impl.current = std::move(file);
    impl.segments.back().last = end.position;
    impl.segments.back().bytes = bytes;
    impl.synced = end.position;
    return {};
}

} // namespace stator::storage
