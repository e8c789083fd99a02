// The Theme is what the window looks like now: colours, type, density. Widgets ask it while they paint and
// repaint on changed(); nothing keeps a colour.
//
// Threads: the GUI thread only.
#pragma once

#include <QFont>
#include <QObject>

#include "theme/scheme.h"

class QPushButton;
class QWidget;

namespace stator::ui::theme {

enum class Choice { System, Light, Dark, HighContrast };
enum class Density { Normal, Compact, Wide };

// What the desktop asks for.
struct SystemLook {
    bool isDark = false;
    bool isHighContrast = false;
    bool isMotionReduced = false;

    bool operator==(const SystemLook &) const = default;
};

enum class TextStyle {
    Caption, // 11
    Body,    // 13
    Strong,  // 13, weight 600
    Section, // 15, weight 600
    Title,   // 20, weight 600
    Display, // 28, weight 600
};

class Theme : public QObject {
    Q_OBJECT
public:
    // The one Theme of the application; made on first use.
    static Theme &instance();

    // Gives `QApplication` its style, palette and fonts. Call once, before the first widget.
    void install();

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    Density density() const { return m_density; }
    void setDensity(Density density);
    // 100 is the system's own size; kept between 70 and 200.
    int textSizePercent() const { return m_textSizePercent; }
    void setTextSizePercent(int percent);
    void setSystemLook(const SystemLook &look);

    const Scheme &scheme() const { return *m_scheme; }
    // Every length that belongs to text is multiplied by it.
    double scale() const { return m_scale; }
    bool isMotionReduced() const { return m_system.isMotionReduced; }

Q_SIGNALS:
    void changed();

private:
    Theme();
    void apply();

    Choice m_choice = Choice::System;
    Density m_density = Density::Normal;
    SystemLook m_system;
    int m_textSizePercent = 100;
    double m_systemScale = 1;
    double m_scale = 1;
    const Scheme *m_scheme = &lightScheme();
    bool m_isInstalled = false;
};

// Shorthands for painting.
inline const Scheme &scheme()
{
    return Theme::instance().scheme();
}
inline const QColor &color(Role role)
{
    return scheme().color(role);
}
QFont font(TextStyle style);
// JetBrains Mono in the size that goes with Inter's: keys, numbers, binary, code.
QFont monoFont(TextStyle style = TextStyle::Body);
// A length of the drawing, scaled with the text.
int px(double length);
// Row of an item grid: 28, 24 compact, 34 wide.
int rowHeight();
int controlHeight();
// Behind something the pointer is on, or that is pressed.
QColor hoverColor(Role surface = Role::Window);
QColor pressedColor(Role surface = Role::Window);

// Fills a widget's background with the page's colour, or the window's, and follows the theme.
void setPageSurface(QWidget *widget);
void setWindowSurface(QWidget *widget);

// The one filled button of a page.
void setPrimary(QPushButton *button, bool isPrimary = true);
// Never filled and never the default: its text is in the error colour.
void setDestructive(QPushButton *button);

} // namespace stator::ui::theme
