#include "theme/scheme.h"

#include <cmath>

namespace stator::ui::theme {

namespace {

Scheme make(bool isDark, bool isHighContrast, const std::array<QRgb, kRoleCount> &values)
{
    Scheme scheme;
    for (std::size_t i = 0; i < kRoleCount; ++i)
        scheme.colors[i] = QColor(values[i]);
    scheme.isDark = isDark;
    scheme.isHighContrast = isHighContrast;
    return scheme;
}

double linear(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) + 0.0722 * linear(color.blue());
}

// Values in the order of Role.
constexpr std::array<QRgb, kRoleCount> kLight = {
    0xF3F5F7, 0xFFFFFF, 0xE9EDF1, 0xD9E6FB,           // surfaces
    0x1B2129, 0x52606F, 0x7D8896, 0xD3DAE2,           // text and lines
    0x1D5FC9, 0xFFFFFF,                               // accent
    0x00706B, 0x955300, 0x8E0B2E, 0x7E22B8,           // states
    0xDDF3EA, 0xE6EDFC, 0xFBE3E0, 0xFBEACB, 0xF4EFFB, // tints
    0x1B4F9C, 0xB8860B, 0x00896B, 0x8A1C4F, 0x7A5CFF, 0x5F6B78,
};
constexpr std::array<QRgb, kRoleCount> kDark = {
    0x1B1F25, 0x14171C, 0x0F1216, 0x24406E,           //
    0xE7EBF0, 0xA3AFBD, 0x737F8E, 0x333B46,           //
    0x85B3FF, 0x0F1216,                               //
    0x5FE3C0, 0xF4C74F, 0xFF8C82, 0xD5A6FF,           //
    0x143A30, 0x1C2F52, 0x4A2320, 0x46330F, 0x221C31, //
    0x4F8FE8, 0xF0C24A, 0x4AD3A5, 0xE0709E, 0xB9A8FF, 0x8A96A5,
};
constexpr std::array<QRgb, kRoleCount> kHighContrastLight = {
    0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xD9E6FB,           //
    0x000000, 0x000000, 0x000000, 0x000000,           //
    0x0B3D91, 0xFFFFFF,                               //
    0x004F4B, 0x6B3B00, 0x8E0B2E, 0x5B1787,           //
    0xDDF3EA, 0xE6EDFC, 0xFBE3E0, 0xFBEACB, 0xF4EFFB, //
    0x1B4F9C, 0x8A6400, 0x006B54, 0x8A1C4F, 0x5B3FE0, 0x3A434C,
};
constexpr std::array<QRgb, kRoleCount> kHighContrastDark = {
    0x000000, 0x000000, 0x000000, 0x24406E,           //
    0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF,           //
    0xFFD400, 0x000000,                               //
    0x5FE3C0, 0xF4C74F, 0xFFADA6, 0xE0BEFF,           //
    0x143A30, 0x1C2F52, 0x4A2320, 0x46330F, 0x221C31, //
    0x7FB0F5, 0xF0C24A, 0x4AD3A5, 0xF08CB4, 0xB9A8FF, 0xB4BDC8,
};

} // namespace

const QColor &Scheme::series(int index) const
{
    const int first = static_cast<int>(Role::Series1);
    return colors[static_cast<std::size_t>(first + ((index % kSeriesCount) + kSeriesCount) % kSeriesCount)];
}

const Scheme &lightScheme()
{
    static const Scheme scheme = make(false, false, kLight);
    return scheme;
}

const Scheme &darkScheme()
{
    static const Scheme scheme = make(true, false, kDark);
    return scheme;
}

const Scheme &highContrastLightScheme()
{
    static const Scheme scheme = make(false, true, kHighContrastLight);
    return scheme;
}

const Scheme &highContrastDarkScheme()
{
    static const Scheme scheme = make(true, true, kHighContrastDark);
    return scheme;
}

QColor mix(const QColor &under, const QColor &over, double share)
{
    const auto channel = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return QColor(channel(under.red(), over.red()), channel(under.green(), over.green()),
                  channel(under.blue(), over.blue()));
}

double contrastRatio(const QColor &first, const QColor &second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace stator::ui::theme
