#include "streams/sequence_number.h"

#include <charconv>

namespace stator::streams {

namespace {

constexpr std::size_t kLsnDigits = 16;
constexpr std::size_t kIndexDigits = 5;
constexpr std::size_t kMostEpochDigits = 19;

void appendPadded(std::uint64_t value, std::size_t digits, std::string &out)
{
    char text[kLsnDigits];
    for (std::size_t i = digits; i-- > 0; value /= 10)
        text[i] = static_cast<char>('0' + value % 10);
    out.append(text, digits);
}

bool parseDigits(std::string_view text, std::uint64_t &value)
{
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size();
}

} // namespace

void appendSequenceNumber(encoding::RecordPlace place, std::string &out)
{
    char epoch[24];
    const auto end = std::to_chars(epoch, epoch + sizeof epoch, place.position.epoch);
    out.append(epoch, end.ptr);
    appendPadded(place.position.lsn, kLsnDigits, out);
    appendPadded(place.index, kIndexDigits, out);
}

std::string sequenceNumber(encoding::RecordPlace place)
{
    std::string text;
    appendSequenceNumber(place, text);
    return text;
}

std::optional<encoding::RecordPlace> parseSequenceNumber(std::string_view text)
{
    while (!text.empty() && text.front() == '0')
        text.remove_prefix(1);
    if (text.size() <= kLsnDigits + kIndexDigits || text.size() > kMostEpochDigits + kLsnDigits + kIndexDigits)
        return std::nullopt;
    const std::size_t epochDigits = text.size() - kLsnDigits - kIndexDigits;
    encoding::RecordPlace place;
    std::uint64_t index = 0;
    if (!parseDigits(text.substr(0, epochDigits), place.position.epoch) ||
        !parseDigits(text.substr(epochDigits, kLsnDigits), place.position.lsn) ||
        !parseDigits(text.substr(epochDigits + kLsnDigits), index))
        return std::nullopt;
    place.index = static_cast<std::uint32_t>(index);
    return place;
}

// The entry that opened the shard closed its parent: the parent's end is the least number of that entry.
std::string startingSequenceNumber(const encoding::Shard &shard)
{
    return sequenceNumber({shard.opened, 1});
}

std::string endingSequenceNumber(const encoding::Shard &shard)
{
    return sequenceNumber({shard.closed, 0});
}

} // namespace stator::streams
