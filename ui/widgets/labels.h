// Labels and buttons that follow the theme: colour by role, size by text style.
#pragma once

#include <QLabel>
#include <QToolButton>

#include "theme/theme.h"

namespace stator::ui {

class ThemedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ThemedLabel(const QString &text, theme::TextStyle style = theme::TextStyle::Body,
                         theme::Role role = theme::Role::Text, QWidget *parent = nullptr);

    void setRole(theme::Role role);
    // JetBrains Mono: for keys, numbers, addresses.
    void setMono(bool isMono);

private:
    void apply();

    theme::TextStyle m_style;
    theme::Role m_role;
    bool m_isMono = false;
};

// A flat button with an icon only. `name` is its tooltip and its accessible name.
QToolButton *makeIconButton(const QString &icon, const QString &name, QWidget *parent = nullptr);
// The same for an action: tooltip with its shortcut.
QToolButton *makeActionButton(QAction *action, QWidget *parent = nullptr);
// A hairline, across or upright.
QWidget *makeLine(Qt::Orientation orientation, QWidget *parent = nullptr);

} // namespace stator::ui
