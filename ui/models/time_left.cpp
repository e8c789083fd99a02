#include "models/time_left.h"

#include <array>
#include <charconv>

#include <QtCore/QCoreApplication>

#include "bridge/text.h"
#include "model/number.h"

namespace stator::ui {

namespace {

constexpr std::int64_t kMillisecondsFrom = 100'000'000'000; // the year 5138 in seconds, 1973 in milliseconds

class Words {
    Q_DECLARE_TR_FUNCTIONS(stator::ui::TimeLeft)
};

QString spanText(std::int64_t seconds)
{
    if (seconds < 60)
        return Words::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return Words::tr("%1 min").arg(seconds / 60);
    if (seconds < 86'400)
        return Words::tr("%1 h").arg(seconds / 3600);
    if (seconds < 730 * 86'400)
        return Words::tr("%1 d").arg(seconds / 86'400);
    return Words::tr("%1 years").arg(seconds / (365 * 86'400));
}

} // namespace

QString timeLeftText(document::ValueView value, std::int64_t nowSeconds)
{
    if (value.type() != document::ValueType::N)
        return {};
    const std::string digits = model::numberText(value.numberBytes());
    std::int64_t seconds = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (read.ec != std::errc() || (read.ptr != digits.data() + digits.size() && *read.ptr != '.'))
        return {};
    if (seconds >= kMillisecondsFrom)
        return Words::tr("milliseconds?");
    const std::int64_t left = seconds - nowSeconds;
    //: Of a time to live: %1 is a span such as "3 d".
    return left >= 0 ? Words::tr("in %1").arg(spanText(left)) : Words::tr("%1 ago").arg(spanText(-left));
}

} // namespace stator::ui
