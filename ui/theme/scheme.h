// A Scheme gives a colour to every role of the window. All colours of the window come from here.
#pragma once

#include <array>

#include <QColor>

namespace stator::ui::theme {

enum class Role : unsigned char {
    Window,    // behind panels
    Page,      // behind content
    Sunken,    // wells, inactive bars
    Selection, // behind what is selected
    Text,
    SecondText,
    Edge,     // borders of controls, 3:1 on every surface
    Hairline, // lines between things
    Accent,   // also: information
    OnAccent,
    Ok,
    Warning,
    Error,
    History, // as of, always with a hatch
    TintAdded,
    TintChanged,
    TintDeleted,
    TintConflict,
    TintAsOf,
    Series1, // entities and chart series; never without a letter or a dash
    Series2,
    Series3,
    Series4,
    Series5,
    Series6,
};
inline constexpr std::size_t kRoleCount = static_cast<std::size_t>(Role::Series6) + 1;
inline constexpr int kSeriesCount = 6;

struct Scheme {
    std::array<QColor, kRoleCount> colors;
    bool isDark = false;
    bool isHighContrast = false;

    const QColor &color(Role role) const { return colors[static_cast<std::size_t>(role)]; }
    // Colour of the n-th entity or series; they repeat after kSeriesCount.
    const QColor &series(int index) const;
};

const Scheme &lightScheme();
const Scheme &darkScheme();
const Scheme &highContrastLightScheme();
const Scheme &highContrastDarkScheme();

// `share` of `over`, 0 to 1, laid on `under`.
QColor mix(const QColor &under, const QColor &over, double share);

// WCAG 2 contrast of two opaque colours: 1 to 21.
double contrastRatio(const QColor &first, const QColor &second);

} // namespace stator::ui::theme
