// What comes back at the next start: geometry, docks, tabs with their states, what was recent.
#pragma once

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QStringList>

#include "window/tab_area.h"

class QSettings;

namespace stator::ui {

struct Session {
    QRect geometry; // of the window, when not maximised; empty: the default
    bool isMaximized = false;
    QByteArray docks; // QMainWindow::saveState
    QList<SavedTab> tabs;
    QStringList recentCommands; // ids of the palette
    QList<Place> recentPlaces;

    bool operator==(const Session &) const = default;
};

void saveSession(QSettings &settings, const Session &session);
Session loadSession(QSettings &settings);

// The rectangle moved and shrunk so that it lies on one of the screens; the one it covers most, else the
// first.
QRect clampedToScreens(const QRect &rect, const QList<QRect> &screens);

} // namespace stator::ui
