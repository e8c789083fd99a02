#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "window/session.h"

using namespace stator::ui;

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBack()
    {
        QTemporaryDir directory;
        QSettings settings(directory.filePath(u"window.ini"_qs), QSettings::IniFormat);
        Session session;
        session.geometry = QRect(10, 20, 1280, 800);
        session.isMaximized = true;
        session.docks = QByteArray("\0\1docks", 7);
        SavedTab tab;
        tab.place = Place::ofTable(u"local"_qs, u"us-east-1"_qs, u"Shop"_qs);
        tab.place.query = u"pk = \"a, b\"; [1]"_qs;
        tab.isCurrent = true;
        tab.state = {{u"scroll"_qs, 42}, {u"columns"_qs, QStringList({u"pk"_qs, u"sk"_qs})}};
        SavedTab preview;
        preview.place = Place::ofPage(u"home"_qs);
        preview.isPreview = true;
        session.tabs = {tab, preview};
        session.recentCommands = {u"command:page.refresh"_qs};
        session.recentPlaces = {tab.place};
        saveSession(settings, session);
        settings.sync();

        QSettings again(settings.fileName(), QSettings::IniFormat);
        const Session restored = loadSession(again);
        QCOMPARE(restored.geometry, session.geometry);
        QCOMPARE(restored.isMaximized, true);
        QCOMPARE(restored.docks, session.docks);
        QCOMPARE(restored.tabs.size(), 2);
        QCOMPARE(restored.tabs.at(0).place, tab.place);
        QCOMPARE(restored.tabs.at(0).isCurrent, true);
        QCOMPARE(restored.tabs.at(0).state, tab.state);
        QCOMPARE(restored.tabs.at(1).isPreview, true);
        QCOMPARE(restored.recentCommands, session.recentCommands);
        QCOMPARE(restored.recentPlaces, session.recentPlaces);
    }

    void forgetsTabsThatWereClosed()
    {
        QTemporaryDir directory;
        QSettings settings(directory.filePath(u"window.ini"_qs), QSettings::IniFormat);
        Session session;
        SavedTab tab;
        tab.place = Place::ofPage(u"home"_qs);
        session.tabs = {tab, tab, tab};
        saveSession(settings, session);
        session.tabs = {tab};
        saveSession(settings, session);
        QCOMPARE(loadSession(settings).tabs.size(), 1);
    }

    void liesOnAScreen_data()
    {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("expected");
        QTest::newRow("already there") << QRect(100, 100, 800, 600) << QRect(100, 100, 800, 600);
        QTest::newRow("on the second screen") << QRect(2000, 100, 800, 600) << QRect(2000, 100, 800, 600);
        QTest::newRow("on a screen that is gone")
            << QRect(5000, 3000, 800, 600) << QRect(1120, 480, 800, 600);
        QTest::newRow("half outside") << QRect(-400, 100, 800, 600) << QRect(0, 100, 800, 600);
        QTest::newRow("larger than the screen") << QRect(-10, -10, 4000, 3000) << QRect(0, 0, 1920, 1080);
    }
    void liesOnAScreen()
    {
        QFETCH(QRect, wanted);
        QFETCH(QRect, expected);
        QCOMPARE(clampedToScreens(wanted, {QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)}), expected);
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
