#include "streams/stream_names.h"

#include <cstdio>

#include "base/bytes.h"
#include "base/crc32c.h"

namespace stator::streams {

namespace {

constexpr TimeMicros kSecond = 1'000'000;
constexpr TimeMicros kDay = 86'400 * kSecond;

struct Date {
    std::int64_t year = 0;
    int month = 0; // from 1
    int day = 0;   // from 1
};

bool isLeap(std::int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysOf(std::int64_t year, int month)
{
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : kDays[month - 1];
}

// Labels are of times after 1970.
std::int64_t daysBefore(const Date &date)
{
    const std::int64_t before = date.year - 1;
    std::int64_t days = (date.year - 1970) * 365 + (before / 4 - before / 100 + before / 400) - (1969 / 4 - 1969 / 100 + 1969 / 400);
    for (int month = 1; month < date.month; ++month)
        days += daysOf(date.year, month);
    return days + date.day - 1;
}

Date dateOf(std::int64_t days)
{
    Date date{1970 + days / 366, 1, 1};
    while (daysBefore({date.year + 1, 1, 1}) <= days)
        ++date.year;
    while (date.month < 12 && daysBefore({date.year, date.month + 1, 1}) <= days)
        ++date.month;
    date.day = static_cast<int>(days - daysBefore({date.year, date.month, 1})) + 1;
    return date;
}

void appendHex(std::uint64_t value, int digits, std::string &out)
{
    constexpr char kDigits[] = "0123456789abcdef";
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        out += kDigits[value >> shift & 15];
}

// A one-to-one mixing: numbers in a row look unlike each other.
std::uint64_t mixed(std::uint64_t value)
{
    value ^= value >> 31;
    value *= 0x9E3779B97F4A7C15u;
    value ^= value >> 29;
    value *= 0xBF58476D1CE4E5B9u;
    return value ^ value >> 32;
}

} // namespace

std::string streamLabel(TimeMicros created)
{
    const Date date = dateOf(created / kDay);
    const auto millis = static_cast<int>(created % kDay / 1000);
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d.%03d", static_cast<int>(date.year), date.month,
                  date.day, millis / 3'600'000, millis / 60'000 % 60, millis / 1000 % 60, millis % 1000);
    return text;
}

std::optional<TimeMicros> parseStreamLabel(std::string_view label)
{
    constexpr std::string_view kPattern = "0000-00-00T00:00:00.000";
    if (label.size() != kPattern.size())
        return std::nullopt;
    for (std::size_t i = 0; i < label.size(); ++i) {
        const bool isDigit = label[i] >= '0' && label[i] <= '9';
        if (kPattern[i] == '0' ? !isDigit : label[i] != kPattern[i])
            return std::nullopt;
    }
    const auto number = [&](std::size_t at, std::size_t digits) {
        int value = 0;
        for (std::size_t i = at; i < at + digits; ++i)
            value = value * 10 + (label[i] - '0');
        return value;
    };
    const Date date{number(0, 4), number(5, 2), number(8, 2)};
    if (date.year < 1970 || date.month < 1 || date.month > 12 || date.day < 1 || date.day > daysOf(date.year, date.month))
        return std::nullopt;
    const int hours = number(11, 2);
    const int minutes = number(14, 2);
    const int seconds = number(17, 2);
    if (hours > 23 || minutes > 59 || seconds > 59)
        return std::nullopt;
    const std::int64_t millis = ((hours * 60LL + minutes) * 60 + seconds) * 1000 + number(20, 3);
    return daysBefore(date) * kDay + millis * 1000;
}

std::string shardId(const encoding::StreamDescription &stream, const encoding::Shard &shard)
{
    // Numbers that differ have checksums that do: they differ in no more than 32 bits in a row.
    char bytes[20];
    putLittleEndian<std::uint64_t>(bytes, stream.storageId);
    putLittleEndian<std::uint64_t>(bytes + 8, static_cast<std::uint64_t>(stream.created));
    putLittleEndian<std::uint32_t>(bytes + 16, shard.number);
    char text[64];
    std::snprintf(text, sizeof text, "shardId-%020lld-%08x", static_cast<long long>(shard.openedAt / 1000),
                  crc32c(0, {bytes, sizeof bytes}));
    return text;
}

void appendEventId(const encoding::StreamDescription &stream, encoding::RecordPlace place, std::string &out)
{
    const std::uint64_t where = mixed(static_cast<std::uint64_t>(stream.created) * 1'000'003 + stream.storageId);
    const std::uint64_t high = where ^ mixed(place.position.lsn + 1);
    const std::uint64_t low = mixed(place.position.epoch << 32 ^ place.index) + high;
    appendHex(high, 16, out);
    appendHex(low, 16, out);
}

} // namespace stator::streams
