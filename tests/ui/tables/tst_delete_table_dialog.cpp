#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "features/tables/delete_table_dialog.h"
#include "theme/theme.h"
#include "ui/tables/table_bench.h"

using namespace stator;
using namespace stator::ui;
using namespace stator::test;

class TestDeleteTableDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().install(); }

    void deletesOnlyAfterTheNameWasTyped()
    {
        Bench bench;
        auto *dialog = new DeleteTableDialog(bench, shop(), nullptr);
        dialog->show();
        bench.settle();
        QPushButton *remove = button(*dialog, QStringLiteral("Delete Shop, "));
        QVERIFY(remove);
        QVERIFY(!remove->isEnabled());
        QVERIFY(!remove->isDefault());
        auto *name = dialog->findChild<QLineEdit *>();
        QTest::keyClicks(name, QStringLiteral("Sho"));
        QVERIFY(!remove->isEnabled());
        QTest::keyClicks(name, QStringLiteral("p"));
        QVERIFY(remove->isEnabled());
        QSignalSpy deleted(dialog, &DeleteTableDialog::deleted);
        remove->click();
        bench.settle();
        QCOMPARE(bench.service().deleted.size(), std::size_t(1));
        QCOMPARE(deleted.size(), 1);
    }

    void protectedTablesAreNotDeleted()
    {
        Bench bench;
        bench.service().table.deletionProtectionEnabled = true;
        auto *dialog = new DeleteTableDialog(bench, shop(), nullptr);
        dialog->show();
        bench.settle();
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("Shop"));
        QVERIFY(!button(*dialog, QStringLiteral("Delete Shop"))->isEnabled());
        delete dialog;
    }
};

QTEST_MAIN(TestDeleteTableDialog)
#include "tst_delete_table_dialog.moc"
