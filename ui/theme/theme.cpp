#include "theme/theme.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QPushButton>
#include <QScreen>
#include <QToolTip>

#include "theme/icons.h"
#include "theme/style.h"

namespace stator::ui::theme {

using namespace Qt::StringLiterals;

namespace {

constexpr double kBodyPixels = 13;

double pixelsOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Caption:
        return 11;
    case TextStyle::Body:
    case TextStyle::Strong:
        return kBodyPixels;
    case TextStyle::Section:
        return 15;
    case TextStyle::Title:
        return 20;
    case TextStyle::Display:
        return 28;
    }
    return kBodyPixels;
}

QFont::Weight weightOf(TextStyle style)
{
    return style == TextStyle::Caption || style == TextStyle::Body ? QFont::Normal : QFont::DemiBold;
}

QPalette paletteOf(const Scheme &scheme)
{
    const auto color = [&](Role role) { return scheme.color(role); };
    const QColor faint = mix(color(Role::Window), color(Role::SecondText), scheme.isHighContrast ? 0.8 : 0.6);
    QPalette palette;
    palette.setColor(QPalette::Window, color(Role::Window));
    palette.setColor(QPalette::WindowText, color(Role::Text));
    palette.setColor(QPalette::Base, color(Role::Page));
    palette.setColor(QPalette::AlternateBase, mix(color(Role::Page), color(Role::Window), 0.6));
    palette.setColor(QPalette::Text, color(Role::Text));
    palette.setColor(QPalette::Button, color(Role::Page));
    palette.setColor(QPalette::ButtonText, color(Role::Text));
    palette.setColor(QPalette::BrightText, color(Role::Error));
    palette.setColor(QPalette::Highlight, color(Role::Selection));
    palette.setColor(QPalette::HighlightedText, color(Role::Text));
    palette.setColor(QPalette::Link, color(Role::Accent));
    palette.setColor(QPalette::LinkVisited, color(Role::Accent));
    palette.setColor(QPalette::PlaceholderText, color(Role::SecondText));
    palette.setColor(QPalette::ToolTipBase, color(Role::Page));
    palette.setColor(QPalette::ToolTipText, color(Role::Text));
    palette.setColor(QPalette::Light, color(Role::Page));
    palette.setColor(QPalette::Midlight, color(Role::Sunken));
    palette.setColor(QPalette::Mid, color(Role::Hairline));
    palette.setColor(QPalette::Dark, color(Role::Edge));
    palette.setColor(QPalette::Shadow, mix(color(Role::Window), QColor(Qt::black), 0.5));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                           QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Base, color(Role::Window));
    palette.setColor(QPalette::Disabled, QPalette::Button, color(Role::Window));
    return palette;
}

// Inter and JetBrains Mono where they are installed; otherwise what the system offers for the purpose.
QString textFamily()
{
    static const QString family = QFontDatabase::hasFamily(u"Inter"_s)
                                      ? u"Inter"_s
                                      : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    return family;
}

QString codeFamily()
{
    static const QString family = QFontDatabase::hasFamily(u"JetBrains Mono"_s)
                                      ? u"JetBrains Mono"_s
                                      : QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    return family;
}

} // namespace

Theme::Theme() = default;

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::install()
{
    if (m_isInstalled)
        return;
    m_isInstalled = true;
    installIcons();
    // Desktops ship 9 to 11 points as their normal size; above that the person asked for larger text.
    const double points = QApplication::font().pointSizeF();
    m_systemScale = std::clamp(points / 11.0, 1.0, 2.5);
    QApplication::setStyle(new StatorStyle);
    apply();
}

void Theme::setChoice(Choice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::setDensity(Density density)
{
    if (m_density == density)
        return;
    m_density = density;
    Q_EMIT changed();
}

void Theme::setTextSizePercent(int percent)
{
    percent = std::clamp(percent, 70, 200);
    if (m_textSizePercent == percent)
        return;
    m_textSizePercent = percent;
    apply();
}

void Theme::setSystemLook(const SystemLook &look)
{
    if (m_system == look)
        return;
    m_system = look;
    apply();
}

void Theme::apply()
{
    const bool isDark = m_choice == Choice::Dark ||
                        ((m_choice == Choice::System || m_choice == Choice::HighContrast) && m_system.isDark);
    const bool isHighContrast =
        m_choice == Choice::HighContrast || (m_choice == Choice::System && m_system.isHighContrast);
    if (isHighContrast)
        m_scheme = isDark ? &highContrastDarkScheme() : &highContrastLightScheme();
    else
        m_scheme = isDark ? &darkScheme() : &lightScheme();
    m_scale = m_systemScale * m_textSizePercent / 100.0;
    if (!m_isInstalled)
        return;
    QApplication::setPalette(paletteOf(*m_scheme));
    QApplication::setFont(font(TextStyle::Body));
    QToolTip::setFont(font(TextStyle::Body));
    QToolTip::setPalette(paletteOf(*m_scheme));
    Q_EMIT changed();
}

QFont font(TextStyle style)
{
    QFont font(textFamily());
    font.setPixelSize(px(pixelsOf(style)));
    font.setWeight(weightOf(style));
    return font;
}

QFont monoFont(TextStyle style)
{
    QFont font(codeFamily());
    // JetBrains Mono's x-height is larger than Inter's: half a pixel less looks equal.
    font.setPixelSize(px(pixelsOf(style) - 0.5));
    font.setWeight(weightOf(style));
    font.setStyleHint(QFont::Monospace);
    // Without shaping there are no ligatures: data and code are shown sign by sign.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

int px(double length)
{
    return static_cast<int>(std::lround(length * Theme::instance().scale()));
}

int rowHeight()
{
    switch (Theme::instance().density()) {
    case Density::Compact:
        return px(24);
    case Density::Wide:
        return px(34);
    case Density::Normal:
        break;
    }
    return px(28);
}

int controlHeight()
{
    return px(28);
}

QColor hoverColor(Role surface)
{
    return mix(color(surface), color(Role::Text), 0.06);
}

QColor pressedColor(Role surface)
{
    return mix(color(surface), color(Role::Text), 0.12);
}

void setPageSurface(QWidget *widget)
{
    widget->setBackgroundRole(QPalette::Base);
    widget->setAutoFillBackground(true);
}

void setWindowSurface(QWidget *widget)
{
    widget->setBackgroundRole(QPalette::Window);
    widget->setAutoFillBackground(true);
}

void setPrimary(QPushButton *button, bool isPrimary)
{
    button->setProperty("primary", isPrimary);
    button->update();
}

void setDestructive(QPushButton *button)
{
    button->setProperty("destructive", true);
    button->setAutoDefault(false);
    button->setDefault(false);
    button->update();
}

} // namespace stator::ui::theme

#include "moc_theme.cpp"
