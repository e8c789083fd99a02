#include <ctime>
#include <iterator>

#include <fmt/format.h>

#include "document/json_writer.h"
#include "triggers/failure_destination.h"
#include "triggers/invoker.h"

namespace stator::triggers {

namespace {

class FailureFile final : public FailureDestination {
public:
    FailureFile(FileLayer &files, std::string path, std::shared_ptr<Random> random)
        : m_files(files), m_path(std::move(path)), m_random(std::move(random))
    {
    }

    void put(const GivenUp &batch, Completion<void> done) override
    {
        done(append(failureLine(batch, makeUuid(*m_random)) + '\n'));
    }

private:
    // A part of a line that a full drive leaves is cut off again, so every line of the file is whole.
    Result<void> append(const std::string &line)
    {
        const std::string directory = parentDirectory(m_path);
        STATOR_CHECK(m_files.createDirectories(directory));
        STATOR_TRY(const bool wasThere, m_files.exists(m_path));
        STATOR_TRY(const std::unique_ptr<AppendFile> file, m_files.openAppend(m_path, AppendMode::Continue));
        const std::uint64_t size = file->size();
        Result<void> written = file->append(line);
        if (written.ok())
            written = file->sync();
        if (!written.ok()) {
            static_cast<void>(file->truncate(size));
            return written;
        }
        STATOR_CHECK(file->close());
        if (!wasThere)
            return m_files.syncDirectory(directory);
        return {};
    }

    FileLayer &m_files;
    const std::string m_path;
    const std::shared_ptr<Random> m_random;
};

void appendText(std::string_view name, std::string_view text, std::string &out)
{
    out.append(1, '"').append(name).append("\":");
    document::writeJsonString(text, out);
}

} // namespace

std::string isoTime(TimeMicros time)
{
    const auto seconds = static_cast<std::time_t>(time / 1'000'000);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", parts.tm_year + 1900, parts.tm_mon + 1,
                       parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, time / 1000 % 1000);
}

std::string failureLine(const GivenUp &batch, const std::string &requestId)
{
    std::string out = "{\"requestContext\":{";
    appendText("requestId", requestId, out);
    out += ',';
    appendText("functionArn", batch.trigger, out);
    fmt::format_to(std::back_inserter(out), ",\"condition\":\"{}\",\"approximateInvokeCount\":{}}},", batch.condition,
                   batch.attempts);
    out += "\"responseContext\":{";
    appendText("functionError", batch.problem, out);
    fmt::format_to(std::back_inserter(out), "}},\"version\":\"1.0\",\"timestamp\":\"{}\",\"DDBStreamBatchInfo\":{{",
                   isoTime(batch.time));
    appendText("shardId", batch.records.front().shardId, out);
    out += ',';
    appendText("startSequenceNumber", batch.records.front().sequenceNumber, out);
    out += ',';
    appendText("endSequenceNumber", batch.records.back().sequenceNumber, out);
    fmt::format_to(std::back_inserter(out),
                   ",\"approximateArrivalOfFirstRecord\":\"{}\",\"approximateArrivalOfLastRecord\":\"{}\","
                   "\"batchSize\":{},",
                   isoTime(batch.records.front().created), isoTime(batch.records.back().created),
                   batch.records.size());
    appendText("streamArn", batch.streamArn, out);
    out += "},\"payload\":";
    out += eventOf(batch.records);
    out += '}';
    return out;
}

std::unique_ptr<FailureDestination> makeFailureFile(FileLayer &files, std::string path,
                                                    std::shared_ptr<Random> random)
{
    return std::make_unique<FailureFile>(files, std::move(path), std::move(random));
}

} // namespace stator::triggers
