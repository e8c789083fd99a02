#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

#include "bridge/system_look.h"

using namespace stator::ui;

// What the portal says; the bus itself is left out: the watcher's slot is called as the bus calls it.
class TestSystemLook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesDarkAndLight()
    {
        SystemLookWatcher watcher;
        say(watcher, u"org.freedesktop.appearance"_qs, u"color-scheme"_qs, 1U);
        QVERIFY(watcher.look().isDark);
        say(watcher, u"org.freedesktop.appearance"_qs, u"color-scheme"_qs, 2U);
        QVERIFY(!watcher.look().isDark);
    }

    void keepsWhatItHasWithoutAPreference()
    {
        SystemLookWatcher watcher;
        say(watcher, u"org.freedesktop.appearance"_qs, u"color-scheme"_qs, 1U);
        say(watcher, u"org.freedesktop.appearance"_qs, u"color-scheme"_qs, 0U);
        QVERIFY(watcher.look().isDark);
    }

    void takesContrastAndMotion()
    {
        SystemLookWatcher watcher;
        say(watcher, u"org.freedesktop.appearance"_qs, u"contrast"_qs, 1U);
        say(watcher, u"org.gnome.desktop.interface"_qs, u"enable-animations"_qs, false);
        QVERIFY(watcher.look().isHighContrast);
        QVERIFY(watcher.look().isMotionReduced);
    }

    void unwrapsWhatReadWraps()
    {
        SystemLookWatcher watcher;
        say(watcher, u"org.freedesktop.appearance"_qs, u"color-scheme"_qs,
            QVariant::fromValue(QDBusVariant(QVariant(1U))));
        QVERIFY(watcher.look().isDark);
    }

    void saysOnlyWhatChanged()
    {
        SystemLookWatcher watcher;
        say(watcher, u"org.freedesktop.appearance"_qs, u"color-scheme"_qs, 2U);
        QSignalSpy spy(&watcher, &SystemLookWatcher::changed);
        say(watcher, u"org.freedesktop.appearance"_qs, u"color-scheme"_qs, 2U);
        say(watcher, u"org.freedesktop.appearance"_qs, u"accent-color"_qs, 5U);
        QCOMPARE(spy.count(), 0);
        say(watcher, u"org.freedesktop.appearance"_qs, u"color-scheme"_qs, 1U);
        QCOMPARE(spy.count(), 1);
    }

private:
    static void say(SystemLookWatcher &watcher, const QString &group, const QString &key,
                    const QVariant &value)
    {
        QVERIFY(QMetaObject::invokeMethod(&watcher, "settingChanged", Qt::DirectConnection,
                                          Q_ARG(QString, group), Q_ARG(QString, key),
                                          Q_ARG(QDBusVariant, QDBusVariant(value))));
    }
};

QTEST_MAIN(TestSystemLook)
#include "tst_system_look.moc"
