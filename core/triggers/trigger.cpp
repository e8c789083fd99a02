#include "triggers/trigger.h"

#include <fmt/format.h>

#include "http/url.h"
#include "triggers/filter_pattern.h"

namespace stator::triggers {

namespace {

constexpr std::pair<StartPoint::Kind, std::string_view> kStartNames[] = {
    {StartPoint::Kind::TrimHorizon, "TRIM_HORIZON"},
    {StartPoint::Kind::Latest, "LATEST"},
    {StartPoint::Kind::AtTimestamp, "AT_TIMESTAMP"},
    {StartPoint::Kind::AtSequenceNumber, "AT_SEQUENCE_NUMBER"},
    {StartPoint::Kind::AfterSequenceNumber, "AFTER_SEQUENCE_NUMBER"}};

// Names are parts of file names.
bool isName(std::string_view name, std::size_t most)
{
    if (name.empty() || name.size() > most || name.front() == '.')
        return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
               || c == '.';
    });
}

constexpr std::size_t kMostProgramBytes = 65'536;

Result<void> checkBounds(std::string_view member, std::int64_t value, std::int64_t least, std::int64_t most)
{
    if (value < least || value > most)
        return Error::validation(fmt::format("{} must be between {} and {}", member, least, most));
    return {};
}

Result<void> checkStart(const StartPoint &start)
{
    const bool namesRecord =
        start.kind == StartPoint::Kind::AtSequenceNumber || start.kind == StartPoint::Kind::AfterSequenceNumber;
    if (namesRecord && start.sequenceNumber.empty())
        return Error::validation("StartingSequenceNumber must be given with AT_SEQUENCE_NUMBER and "
                                 "AFTER_SEQUENCE_NUMBER");
    if (namesRecord
        && (start.sequenceNumber.size() > 40
            || start.sequenceNumber.find_first_not_of("0123456789") != std::string::npos))
        return Error::validation("StartingSequenceNumber must be a number of up to 40 digits");
    if (!namesRecord && !start.sequenceNumber.empty())
        return Error::validation("StartingSequenceNumber goes with AT_SEQUENCE_NUMBER and AFTER_SEQUENCE_NUMBER");
    if ((start.kind == StartPoint::Kind::AtTimestamp) != (start.time != 0))
        return Error::validation("StartingPositionTimestamp goes with AT_TIMESTAMP, which needs it");
    return {};
}

Result<void> checkTarget(const Target &target)
{
    STATOR_CHECK(checkBounds("Invoker.TimeoutSeconds", target.timeoutSeconds, 1, 900));
    STATOR_CHECK(checkBounds("Invoker.MemoryMegabytes", target.memoryMegabytes, 16, 1'048'576));
    if (target.kind != Target::Kind::Program) {
        STATOR_TRY(const http::Url url, http::parseUrl(target.url));
        return {};
    }
    if (target.program.empty() || target.program.front().empty())
        return Error::validation("Invoker.Program must name a program");
    std::size_t bytes = 0;
    for (const std::string &argument : target.program) {
        bytes += argument.size() + 1;
        if (argument.find('\0') != std::string::npos)
            return Error::validation("Invoker.Program must not hold a NUL character");
    }
    // The system starts no program with an argument of 128 KiB or more.
    if (bytes > kMostProgramBytes)
        return Error::validation(fmt::format("Invoker.Program and its arguments may have {} bytes", kMostProgramBytes));
    return {};
}

} // namespace

Result<void> checkTrigger(const Trigger &trigger)
{
    if (!isName(trigger.name, 140))
        return Error::validation("Name must be 1 to 140 of the characters a-z, A-Z, 0-9, '_', '-' and '.', and not "
                                 "begin with '.'");
    STATOR_CHECK(checkStart(trigger.start));
    STATOR_CHECK(checkBounds("BatchSize", trigger.batchSize, 1, 10'000));
    STATOR_CHECK(checkBounds("MaximumBatchingWindowInSeconds", trigger.batchingWindowSeconds, 0, 300));
    STATOR_CHECK(checkBounds("ParallelizationFactor", trigger.parallelizationFactor, 1, 10));
    STATOR_CHECK(checkBounds("MaximumRetryAttempts", trigger.maxRetryAttempts, -1, 10'000));
    if (trigger.maxRecordAgeSeconds != Trigger::kForever
        && !checkBounds({}, trigger.maxRecordAgeSeconds, 60, 604'800).ok())
        return Error::validation("MaximumRecordAgeInSeconds must be -1 or between 60 and 604800");
    if (trigger.filters.size() > static_cast<std::size_t>(Trigger::kMaxFilters))
        return Error::validation(fmt::format("There can be at most {} filters", Trigger::kMaxFilters));
    for (const std::string &filter : trigger.filters) {
        STATOR_TRY(const FilterPattern pattern, FilterPattern::compile(filter));
    }
    if (!trigger.onFailure.table.empty() && !trigger.onFailure.file.empty())
        return Error::validation("OnFailure takes a TableName or a File, not both");
    if (!trigger.onFailure.file.empty() && !isName(trigger.onFailure.file, 200))
        return Error::validation("OnFailure.File is a name without folders, of a file in the workspace: a-z, A-Z, "
                                 "0-9, '_', '-' and '.', not beginning with '.'");
    return checkTarget(trigger.target);
}

std::string_view wireName(StartPoint::Kind kind)
{
    for (const auto &[value, name] : kStartNames)
        if (value == kind)
            return name;
    return {};
}

Result<StartPoint::Kind> startKindOf(std::string_view wireName)
{
    for (const auto &[value, name] : kStartNames)
        if (name == wireName)
            return value;
    return Error::validation(fmt::format("'{}' is not a StartingPosition", wireName));
}

} // namespace stator::triggers
