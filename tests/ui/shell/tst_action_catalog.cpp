#include <QAction>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "shell/action_catalog.h"
#include "shell/command_set.h"

using namespace stator::ui;

namespace {

Command makeCommand(const QString &id, const QKeySequence &keys = {}, MenuId menu = MenuId::None,
                    int group = 0)
{
    Command command;
    command.id = id;
    command.text = u"&Do It…"_qs;
    if (!keys.isEmpty())
        command.shortcuts = {keys};
    command.menu = menu;
    command.group = group;
    return command;
}

} // namespace

class TestActionCatalog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksTheCurrentPageForRoutedCommands()
    {
        ActionCatalog catalog;
        QAction *action = catalog.add(makeCommand(u"item.new"_qs));
        QVERIFY(!action->isEnabled());
        QVERIFY(!ActionCatalog::disabledReason(action).isEmpty());

        CommandSet page;
        int runs = 0;
        page.answer(u"item.new"_qs, this, [&] { ++runs; });
        catalog.setCurrent(&page);
        QVERIFY(action->isEnabled());
        action->trigger();
        QCOMPARE(runs, 1);

        page.setReason(u"item.new"_qs, u"Read only."_qs);
        QVERIFY(!action->isEnabled());
        QCOMPARE(ActionCatalog::disabledReason(action), u"Read only."_qs);
        catalog.setCurrent(nullptr);
        QVERIFY(!action->isEnabled());
    }

    void dropsAnswersOfDeadPages()
    {
        ActionCatalog catalog;
        QAction *action = catalog.add(makeCommand(u"item.new"_qs));
        int runs = 0;
        {
            CommandSet page;
            page.answer(u"item.new"_qs, this, [&] { ++runs; });
            catalog.setCurrent(&page);
        }
        action->trigger();
        QCOMPARE(runs, 0);
    }

    void showsThePagesOwnWords()
    {
        ActionCatalog catalog;
        QAction *action = catalog.add(makeCommand(u"commit"_qs));
        CommandSet page;
        page.answer(u"commit"_qs, this, [] {});
        page.setText(u"commit"_qs, u"Commit 3 to prod"_qs);
        catalog.setCurrent(&page);
        QCOMPARE(action->text(), u"Commit 3 to prod"_qs);
        catalog.setCurrent(nullptr);
        QCOMPARE(action->text(), u"&Do It…"_qs);
    }

    void listsAMenuByGroup()
    {
        ActionCatalog catalog;
        catalog.add(makeCommand(u"late"_qs, {}, MenuId::File, 9));
        catalog.add(makeCommand(u"early"_qs, {}, MenuId::File, 1));
        catalog.add(makeCommand(u"elsewhere"_qs, {}, MenuId::View, 0));
        QCOMPARE(catalog.menuIds(MenuId::File), QStringList({u"early"_qs, u"late"_qs}));
    }

    void findsConflictsOfShortcuts()
    {
        ActionCatalog catalog;
        catalog.add(makeCommand(u"one"_qs, QKeySequence(u"Ctrl+K"_qs)));
        catalog.add(makeCommand(u"two"_qs, QKeySequence(u"Ctrl+L"_qs)));
        QVERIFY(catalog.conflicts(u"two"_qs, QKeySequence(u"Ctrl+L"_qs)).isEmpty());
        QCOMPARE(catalog.conflicts(u"two"_qs, QKeySequence(u"Ctrl+K"_qs)), QStringList(u"one"_qs));
        QCOMPARE(catalog.conflicts(u"two"_qs, QKeySequence(u"Ctrl+K, Ctrl+B"_qs)), QStringList(u"one"_qs));
    }

    void keepsChangedShortcutsOnly()
    {
        QTemporaryDir directory;
        QSettings settings(directory.filePath(u"window.ini"_qs), QSettings::IniFormat);
        {
            ActionCatalog catalog;
            catalog.add(makeCommand(u"one"_qs, QKeySequence(u"Ctrl+K"_qs)));
            catalog.add(makeCommand(u"two"_qs, QKeySequence(u"Ctrl+L"_qs)));
            catalog.setShortcuts(u"two"_qs, {QKeySequence(u"Ctrl+M"_qs)});
            catalog.saveShortcuts(settings);
        }
        QCOMPARE(settings.allKeys(), QStringList(u"shortcuts/two"_qs));
        ActionCatalog catalog;
        catalog.add(makeCommand(u"one"_qs, QKeySequence(u"Ctrl+K"_qs)));
        QAction *two = catalog.add(makeCommand(u"two"_qs, QKeySequence(u"Ctrl+L"_qs)));
        catalog.loadShortcuts(settings);
        QCOMPARE(two->shortcut(), QKeySequence(u"Ctrl+M"_qs));
    }

    void takesMnemonicAndDotsAway() { QCOMPARE(plainText(u"&New Item…"_qs), u"New Item"_qs); }
};

QTEST_MAIN(TestActionCatalog)
#include "tst_action_catalog.moc"
