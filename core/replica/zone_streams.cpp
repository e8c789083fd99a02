// Streams of a zone: made, written and closed by the entries it applies, kept for a day.
#include "model/partitions.h"
#include "replica/zone_impl.h"

namespace stator::replica {

using encoding::Change;
using encoding::Entry;
using encoding::Position;

namespace {

// More than this is synced by maintenance, so that ending a segment has little to wait for.
constexpr std::uint64_t kMostUnsynced = 4u << 20;

// A stream that a table's definition asks for.
struct WantedStream {
    TimeMicros created = 0;
    model::StreamViewType viewType = model::StreamViewType::NewAndOldImages;
};

std::vector<WantedStream> wantedStreams(const model::TableDefinition &table)
{
    std::vector<WantedStream> wanted;
    if (table.stream.isRecording())
        wanted.push_back({table.stream.created, table.stream.viewType});
    for (const model::KinesisDestination &destination : table.kinesisDestinations)
        if (destination.isRecording())
            wanted.push_back({destination.created, model::StreamViewType::NewAndOldImages});
    return wanted;
}

bool wants(const model::TableDefinition &table, TimeMicros created)
{
    const auto wanted = wantedStreams(table);
    return std::any_of(wanted.begin(), wanted.end(),
                       [created](const WantedStream &one) { return one.created == created; });
}

encoding::StreamDescription describeStream(const model::TableDefinition &table, const WantedStream &wanted)
{
    encoding::StreamDescription description;
    description.storageId = table.storageId;
    description.created = wanted.created;
    description.tableName = table.name;
    description.keys = table.keys;
    description.viewType = wanted.viewType;
    return description;
}

bool isOf(const StreamStore &stream, std::uint64_t storageId, TimeMicros created)
{
    return stream->description().storageId == storageId && stream->description().created == created;
}

} // namespace

std::string Zone::Impl::streamDirectory(std::uint64_t storageId, TimeMicros created) const
{
    return options.directory + "/streams/" + std::to_string(storageId) + "-" + std::to_string(created);
}

std::unique_ptr<Stream::Impl> Zone::Impl::newStream(std::string where) const
{
    storage::ChangeLogOptions logOptions;
    logOptions.random = options.random;
    logOptions.logger = logger;
    return std::make_unique<Stream::Impl>(*options.files, std::move(where), logOptions, !options.keepsLog);
}

Result<void> Zone::Impl::openStreams()
{
    FileLayer &files = *options.files;
    const std::string directory = options.directory + "/streams";
    STATOR_TRY(const bool isThere, files.exists(directory));
    if (!isThere)
        return {};
    STATOR_TRY(const auto entries, files.list(directory));
    for (const auto &entry : entries) {
        if (!entry.isDirectory)
            continue;
        auto impl = newStream(directory + "/" + entry.name);
        STATOR_TRY(const bool isOpen, impl->open(log->lastPosition()));
        if (!isOpen) {
            // It was being made; the entry that did so is in the log.
            logger.info(directory + "/" + entry.name + ": removed, it holds no records");
            STATOR_CHECK(files.removeTree(directory + "/" + entry.name));
            replayFrom = Position();
            continue;
        }
        if (impl->writable()->wasTorn()) {
            logger.warning(impl->directory + ": the end was torn; it is written again from the commit log");
            replayFrom = std::min(replayFrom.value_or(impl->flushedPosition()), impl->flushedPosition());
        }
        keepStream(std::make_shared<Stream>(std::move(impl)));
    }
    return {};
}

void Zone::Impl::keepStream(StreamStore stream)
{
    if (!stream->impl().isClosed())
        recording[stream->description().storageId].push_back(stream);
    const std::lock_guard guard(streamsMutex);
    streams.push_back(std::move(stream));
}

// Every stream the catalog says is enabled must be there: its records are data.
Result<void> Zone::Impl::checkStreams() const
{
    const auto tables = catalog.snapshot();
    for (const auto &table : tables->byStorageId) {
        for (const WantedStream &wanted : wantedStreams(*table.second)) {
            const auto found = recording.find(table.first);
            const bool isThere =
                found != recording.end() &&
                std::any_of(found->second.begin(), found->second.end(), [&](const StreamStore &stream) {
                    return isOf(stream, table.first, wanted.created);
                });
            if (!isThere)
                return Error::corruption(streamDirectory(table.first, wanted.created) +
                                         ": the records of a stream are gone. Put the directory of the zone back "
                                         "from a backup of the workspace.");
        }
    }
    return {};
}

void Zone::Impl::touch(const StreamStore &stream)
{
    Stream::Impl &impl = stream->impl();
    if (impl.isTouched)
        return;
    impl.isTouched = true;
    touchedStreams.push_back(stream);
}

void Zone::Impl::addToStreams(const Entry &entry, const Change &change, std::uint32_t index)
{
    if (const auto *item = std::get_if<encoding::ItemChange>(&change)) {
        if (recording.empty())
            return;
        const auto found = recording.find(item->storageId);
        if (found == recording.end())
            return;
        for (const StreamStore &stream : found->second) {
            stream->impl().add(entry, *item, index);
            touch(stream);
        }
    } else if (const auto *table = std::get_if<encoding::TableChange>(&change)) {
        followStreams(entry, table->definition);
    } else if (const auto *gone = std::get_if<encoding::TableDrop>(&change)) {
        closeStreams(entry, gone->storageId, [](TimeMicros) { return false; });
    } else if (const auto *turn = std::get_if<encoding::StreamTurn>(&change)) {
        const auto found = recording.find(turn->storageId);
        if (found == recording.end())
            return;
        for (const StreamStore &stream : found->second)
            if (stream->description().created == turn->created) {
                stream->impl().turn(entry, turn->turns);
                touch(stream);
            }
    }
}

void Zone::Impl::followStreams(const Entry &entry, const model::TableDefinition &table)
{
    closeStreams(entry, table.storageId, [&table](TimeMicros created) { return wants(table, created); });
    for (const WantedStream &wanted : wantedStreams(table)) {
        const bool isThere = [&] {
            const std::lock_guard guard(streamsMutex);
            return std::any_of(streams.begin(), streams.end(), [&](const StreamStore &stream) {
                return isOf(stream, table.storageId, wanted.created);
            });
        }();
        if (isThere)
            continue;
        auto impl = newStream(streamDirectory(table.storageId, wanted.created));
        auto boundaries = evenBoundaries(model::partitionCount(table, 0));
        auto made =
            impl->make(describeStream(table, wanted), std::move(boundaries), entry.position, entry.commitTime);
        if (!made) {
            logger.error("a stream could not be made and is tried again: " + made.error().message);
            hasFailures.store(true);
        }
        keepStream(std::make_shared<Stream>(std::move(impl)));
    }
}

// All of the table's but those that `stays` wants.
void Zone::Impl::closeStreams(const Entry &entry, std::uint64_t storageId,
                              const std::function<bool(TimeMicros created)> &stays)
{
    const auto found = recording.find(storageId);
    if (found == recording.end())
        return;
    for (const StreamStore &stream : found->second)
        if (!stays(stream->description().created)) {
            stream->impl().close(entry);
            touch(stream);
        }
}

// What was closed is written, and no longer asked.
void Zone::Impl::writeStreams()
{
    bool hasRolled = false;
    for (const StreamStore &stream : touchedStreams) {
        Stream::Impl &impl = stream->impl();
        impl.isTouched = false;
        if (auto outcome = impl.write(); !outcome)
            noteFailedStream(impl, outcome.error());
        for (Task &task : impl.takeWoken())
            woken.push_back(std::move(task));
        const auto written = impl.writable();
        if (written && options.keepsLog && written->unsyncedBytes() > kMostUnsynced)
            hasUnsyncedStreams.store(true);
        hasRolled = std::exchange(impl.hasRolled, false) || hasRolled;
        if (impl.isClosed() && !impl.isOut())
            stopRecording(stream);
    }
    touchedStreams.clear();
    if (!options.keepsLog && hasRolled)
        boundStreams();
}

void Zone::Impl::stopRecording(const StreamStore &stream)
{
    const auto found = recording.find(stream->description().storageId);
    if (found == recording.end())
        return;
    auto &of = found->second;
    of.erase(std::remove(of.begin(), of.end(), stream), of.end());
    if (of.empty())
        recording.erase(found);
}

void Zone::Impl::noteFailedStream(const Stream::Impl &stream, const Error &error)
{
    logger.error(stream.directory + ": a stream is out of order and will be reopened: " + error.message);
    hasFailures.store(true);
}

// In memory nothing but this keeps records from filling it: the oldest segments go, whatever their age.
void Zone::Impl::boundStreams()
{
    const std::lock_guard guard(streamsMutex);
    std::uint64_t bytes = 0;
    for (const StreamStore &stream : streams)
        bytes += stream->sizeBytes();
    while (bytes > options.maxStreamBytesInMemory) {
        StreamStore oldest;
        TimeMicros end = 0;
        for (const StreamStore &stream : streams) {
            const auto segments = stream->log();
            const TimeMicros candidate = segments ? segments->firstSegmentEnd() : 0;
            if (candidate != 0 && (end == 0 || candidate < end)) {
                end = candidate;
                oldest = stream;
            }
        }
        if (!oldest || !oldest->impl().trimBefore(end))
            return;
        std::uint64_t left = 0;
        for (const StreamStore &stream : streams)
            left += stream->sizeBytes();
        if (left >= bytes)
            return;
        bytes = left;
    }
}

Result<void> Zone::Impl::syncStreams()
{
    hasUnsyncedStreams.store(false);
    Result<void> outcome;
    for (const StreamStore &stream : allStreams()) {
        const auto segments = stream->impl().writable();
        if (!segments)
            continue;
        if (auto synced = segments->sync(); !synced) {
            const std::lock_guard applying(applyMutex);
            if (!stream->impl().isOut() && stream->impl().writable() == segments)
                stream->impl().fail();
            noteFailedStream(stream->impl(), synced.error());
            outcome = std::move(synced);
        }
    }
    return outcome;
}

// Under applyMutex.
Result<void> Zone::Impl::reopenFailedStreams()
{
    Result<void> outcome;
    for (const StreamStore &stream : allStreams()) {
        Stream::Impl &impl = stream->impl();
        if (!impl.isOut())
            continue;
        auto opened = impl.reopen();
        if (opened)
            opened = replayStream(stream);
        if (!opened) {
            if (!impl.isOut())
                impl.fail();
            hasFailures.store(true);
            outcome = std::move(opened);
            continue;
        }
        logger.info(impl.directory + ": reopened and replayed");
    }
    return outcome;
}

// As addToStreams(), but for one stream.
Result<void> Zone::Impl::replayStream(const StreamStore &stream)
{
    Stream::Impl &impl = stream->impl();
    const std::uint64_t storageId = impl.description.storageId;
    const TimeMicros created = impl.description.created;
    std::size_t bytes = 0;
    const auto write = [&]() -> Result<void> {
        bytes = 0;
        return impl.write();
    };
    const auto visit = [&](const storage::LogFrame &frame) -> Result<void> {
        if (frame.position > applied())
            return {}; // apply() brings it
        STATOR_TRY(const Entry entry, encoding::decodeEntry(frame.position, frame.payload));
        for (std::uint32_t index = 0; index < entry.changes.size(); ++index) {
            const Change &change = entry.changes[index];
            if (const auto *item = std::get_if<encoding::ItemChange>(&change); item && item->storageId == storageId)
                impl.add(entry, *item, index);
            else if (const auto *turn = std::get_if<encoding::StreamTurn>(&change);
                     turn && turn->storageId == storageId && turn->created == created)
                impl.turn(entry, turn->turns);
            else if (const auto *gone = std::get_if<encoding::TableDrop>(&change); gone && gone->storageId == storageId)
                impl.close(entry);
            else if (const auto *table = std::get_if<encoding::TableChange>(&change);
                     table && table->definition.storageId == storageId && !wants(table->definition, created))
                impl.close(entry);
        }
        bytes += frame.payload.size();
        return bytes < kMostUnsynced ? Result<void>() : write();
    };
    if (options.keepsLog)
        STATOR_CHECK(log->replay(std::max(log->startPosition(), impl.flushedPosition()), visit));
    STATOR_CHECK(write());
    if (impl.isClosed())
        stopRecording(stream);
    return {};
}

// What is older than the retention goes; under applyMutex.
Result<void> Zone::Impl::sweepStreams(TimeMicros now)
{
    const TimeMicros horizon = now - kStreamRetention;
    Result<void> outcome;
    for (const StreamStore &stream : allStreams()) {
        Stream::Impl &impl = stream->impl();
        if (impl.isOut())
            continue;
        const TimeMicros closedAt = stream->lineage()->closedAt();
        if (closedAt != 0 && closedAt <= horizon) {
            {
                const std::lock_guard guard(streamsMutex);
                streams.erase(std::remove(streams.begin(), streams.end(), stream), streams.end());
            }
            if (auto removed = options.files->removeTree(impl.directory); !removed)
                outcome = std::move(removed); // the next start finds it, and sweeps it again
            continue;
        }
        if (auto trimmed = impl.trimBefore(horizon); !trimmed) {
            noteFailedStream(impl, trimmed.error());
            outcome = std::move(trimmed);
        }
    }
    return outcome;
}

std::vector<StreamStore> Zone::Impl::allStreams() const
{
    const std::lock_guard guard(streamsMutex);
    return streams;
}

std::vector<StreamHandle> Zone::streams() const
{
    const auto all = m_impl->allStreams();
    return {all.begin(), all.end()};
}

Result<void> Zone::sweepStreams(TimeMicros now)
{
    const std::lock_guard applying(m_impl->applyMutex);
    return m_impl->sweepStreams(now);
}

} // namespace stator::replica
