// What the desktop asks for: dark or light, high contrast, less motion. Qt 6.4 does not tell; the desktop
// portal does (org.freedesktop.appearance). Without a portal the system palette's lightness is judged.
//
// Threads: the GUI thread only.
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>

#include "theme/theme.h"

namespace stator::ui {

class SystemLookWatcher : public QObject {
    Q_OBJECT
public:
    // Reads the palette at once; the portal answers later, through changed().
    explicit SystemLookWatcher(QObject *parent = nullptr);

    const theme::SystemLook &look() const { return m_look; }
    void start();

Q_SIGNALS:
    void changed(const stator::ui::theme::SystemLook &look);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void read(const QString &group, const QString &key);
    void take(const QString &group, const QString &key, const QVariant &value);

    theme::SystemLook m_look;
};

} // namespace stator::ui
