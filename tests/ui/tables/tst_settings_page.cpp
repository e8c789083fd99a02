#include <QtTest/QTest>

#include "features/tables/settings_page.h"
#include "features/tables/tables.h"
#include "theme/theme.h"
#include "ui/tables/table_bench.h"

using namespace stator;
using namespace stator::ui;
using namespace stator::test;

namespace {

QCheckBox *protectionBox(const SettingsPage &page)
{
    return page.findChild<QCheckBox *>(QStringLiteral("protection"));
}

} // namespace

class TestSettingsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().install(); }

    void appliesWhatWasChangedAndNothingElse()
    {
        Bench bench;
        SettingsPage page(bench, nullptr);
        page.open(shop());
        bench.settle();
        QPushButton *apply = button(page, QStringLiteral("Apply"));
        QVERIFY(apply && !apply->isEnabled());
        auto *protection = protectionBox(page);
        protection->setChecked(true);
        QVERIFY(apply->isEnabled());
        QVERIFY(page.hasUnsavedText());
        apply->click();
        bench.settle();
        QCOMPARE(bench.service().updated.size(), std::size_t(1));
        QVERIFY(*bench.service().updated.front().deletionProtectionEnabled);
        QVERIFY(!bench.service().updated.front().billingMode);
        QVERIFY(!page.hasUnsavedText());
        QCOMPARE(bench.said().size(), 1);
    }

    void discardsBackToTheTable()
    {
        Bench bench;
        SettingsPage page(bench, nullptr);
        page.open(shop());
        bench.settle();
        auto *protection = protectionBox(page);
        protection->setChecked(true);
        button(page, QStringLiteral("Discard"))->click();
        QVERIFY(!protection->isChecked());
        QVERIFY(!page.hasUnsavedText());
        QVERIFY(bench.service().updated.empty());
    }

    void saysARefusalBesideItsFieldAndKeepsTheChange()
    {
        Bench bench;
        bench.service().refusal = Error::resourceInUse("Table: Shop is in the process of being updated.");
        SettingsPage page(bench, nullptr);
        page.open(shop());
        bench.settle();
        protectionBox(page)->setChecked(true);
        button(page, QStringLiteral("Apply"))->click();
        bench.settle();
        QVERIFY(page.hasUnsavedText());
        QVERIFY(!protectionBox(page)->accessibleDescription().isEmpty());
        QVERIFY(button(page, QStringLiteral("Apply"))->isEnabled());
        // Changed again, it is not refused again yet.
        protectionBox(page)->setChecked(false);
        QVERIFY(protectionBox(page)->accessibleDescription().isEmpty());
    }

    void waitsForTheTableBetweenTwoUpdates()
    {
        Bench bench;
        SettingsPage page(bench, nullptr);
        page.open(shop());
        bench.settle();
        bench.service().table.tableStatus = api::TableStatus::Updating;
        page.refresh();
        bench.settle();
        protectionBox(page)->setChecked(true);
        button(page, QStringLiteral("Apply"))->click();
        bench.settle();
        QVERIFY(bench.service().updated.empty());
        bench.service().table.tableStatus = api::TableStatus::Active;
        page.refresh();
        bench.settle();
        QCOMPARE(bench.service().updated.size(), std::size_t(1));
    }

    void sendsOneChangeAfterTheOther()
    {
        Bench bench;
        SettingsPage page(bench, nullptr);
        page.open(shop());
        bench.settle();
        protectionBox(page)->setChecked(true);
        SegmentedSwitch *tableClass = segmentedSwitch(page, QStringLiteral("Table class"));
        QVERIFY(tableClass);
        QTest::keyClick(tableClass, Qt::Key_Right);
        QVERIFY(textsOf(page).contains(QStringLiteral("2 changed")));
        button(page, QStringLiteral("Apply"))->click();
        bench.settle();
        QCOMPARE(bench.service().updated.size(), std::size_t(2));
        QVERIFY(!bench.service().updated.front().tableClass);
        QVERIFY(*bench.service().updated.back().tableClass == api::TableClass::StandardInfrequentAccess);
        QVERIFY(!page.hasUnsavedText());
    }

    void keepsWhatWasAppliedWhenTheNextIsRefused()
    {
        Bench bench;
        bench.service().timeToLiveRefusal = Error::validation("TimeToLive is already enabled");
        SettingsPage page(bench, nullptr);
        page.open(shop());
        bench.settle();
        protectionBox(page)->setChecked(true);
        for (QCheckBox *box : page.findChildren<QCheckBox *>())
            if (box != protectionBox(page))
                box->setChecked(true);
        QPushButton *apply = button(page, QStringLiteral("Apply"));
        apply->click();
        bench.settle();
        QVERIFY(bench.service().updated.empty()); // no attribute is named yet
        QVERIFY(textsOf(page).contains(QStringLiteral("Name the attribute that holds the time.")));
        QTest::keyClicks(field(page, QStringLiteral("Attribute that holds the time")), QStringLiteral("expires"));
        apply->click();
        bench.settle();
        QCOMPARE(bench.service().updated.size(), std::size_t(1));
        QVERIFY(textsOf(page).contains(QStringLiteral("TimeToLive is already enabled")));
        QVERIFY(textsOf(page).contains(QStringLiteral("1 changed")));
        QVERIFY(apply->isEnabled());
    }

    void registersPageDialogsAndCommands()
    {
        Bench bench;
        registerTables(bench.pages());
        addTableCommands(bench);
        QVERIFY(bench.pages().find(QStringLiteral("settings")));
        QCOMPARE(bench.pages().dialogs().size(), 2);
        QVERIFY(bench.actions().action(QStringLiteral("table.new")));
        QVERIFY(bench.actions().action(QStringLiteral("table.delete")));
    }
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settings_page.moc"
