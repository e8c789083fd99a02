#include "bridge/system_look.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QPalette>

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kPortal = u"org.freedesktop.portal.Desktop"_s;
const QString kPortalPath = u"/org/freedesktop/portal/desktop"_s;
const QString kSettings = u"org.freedesktop.portal.Settings"_s;
const QString kAppearance = u"org.freedesktop.appearance"_s;
const QString kGnome = u"org.gnome.desktop.interface"_s;

// Read() wraps its answer in one variant more than the signal does.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemLookWatcher::SystemLookWatcher(QObject *parent) : QObject(parent)
{
    const QPalette palette = QGuiApplication::palette();
    m_look.isDark =
        palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

void SystemLookWatcher::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kPortal, kPortalPath, kSettings, u"SettingChanged"_s, this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    read(kAppearance, u"color-scheme"_s);
    read(kAppearance, u"contrast"_s);
    read(kGnome, u"enable-animations"_s);
}

void SystemLookWatcher::read(const QString &group, const QString &key)
{
    QDBusMessage message = QDBusMessage::createMethodCall(kPortal, kPortalPath, kSettings, u"Read"_s);
    message << group << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, group, key](QDBusPendingCallWatcher *call) {
                call->deleteLater();
                const QDBusPendingReply<QDBusVariant> reply = *call;
                if (!reply.isError())
                    take(group, key, unwrapped(QVariant::fromValue(reply.value())));
            });
}

void SystemLookWatcher::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, unwrapped(value.variant()));
}

void SystemLookWatcher::take(const QString &group, const QString &key, const QVariant &value)
{
    theme::SystemLook look = m_look;
    if (group == kAppearance && key == "color-scheme"_L1) {
        // 0 no preference, 1 dark, 2 light.
        if (const uint scheme = value.toUInt(); scheme != 0)
            look.isDark = scheme == 1;
    } else if (group == kAppearance && key == "contrast"_L1) {
        look.isHighContrast = value.toUInt() == 1;
    } else if (group == kGnome && key == "enable-animations"_L1) {
        look.isMotionReduced = !value.toBool();
    }
    if (look == m_look)
        return;
    m_look = look;
    Q_EMIT changed(m_look);
}

} // namespace stator::ui

#include "moc_system_look.cpp"
