#include <QtTest/QTest>

#include "features/tables/new_table_dialog.h"
#include "theme/theme.h"
#include "ui/tables/table_bench.h"

using namespace stator;
using namespace stator::ui;
using namespace stator::test;

namespace {

void fillNewTable(QWidget &dialog)
{
    QTest::keyClicks(field(dialog, QStringLiteral("Table name")), QStringLiteral("Orders"));
    QTest::keyClicks(field(dialog, QStringLiteral("Attribute, such as pk")), QStringLiteral("id"));
}

} // namespace

class TestNewTableDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().install(); }

    void createsATableAndOpensIt()
    {
        Bench bench;
        auto *dialog = new NewTableDialog(bench, {}, nullptr);
        dialog->show();
        QPushButton *create = button(*dialog, QStringLiteral("Create"));
        create->click();
        bench.settle();
        QVERIFY(bench.service().created.empty()); // it has no name yet
        QTest::keyClicks(field(*dialog, QStringLiteral("Table name")), QStringLiteral("Orders"));
        QTest::keyClicks(field(*dialog, QStringLiteral("Attribute, such as pk")), QStringLiteral("id"));
        create->click();
        bench.settle();
        QCOMPARE(bench.service().created.size(), std::size_t(1));
        QCOMPARE(bench.service().created.front().tableName, std::string("Orders"));
        QCOMPARE(bench.opened().size(), 1);
        QCOMPARE(bench.opened().first().table, QStringLiteral("Orders"));
    }

    void keepsTheFormWhenTheServiceRefuses()
    {
        Bench bench;
        bench.service().refusal = Error::limitExceeded("Subscriber limit exceeded");
        auto *dialog = new NewTableDialog(bench, {}, nullptr);
        dialog->show();
        QTest::keyClicks(field(*dialog, QStringLiteral("Table name")), QStringLiteral("Orders"));
        QTest::keyClicks(field(*dialog, QStringLiteral("Attribute, such as pk")), QStringLiteral("id"));
        button(*dialog, QStringLiteral("Create"))->click();
        bench.settle();
        QVERIFY(dialog->isVisible());
        QCOMPARE(field(*dialog, QStringLiteral("Table name"))->text(), QStringLiteral("Orders"));
        QVERIFY(bench.opened().isEmpty());
        delete dialog;
    }

    void saysARefusalOfAnOptionBesideIt()
    {
        Bench bench;
        bench.service().refusal = Error::invalidParameter("SSEType AES256 is not supported");
        auto *dialog = new NewTableDialog(bench, {}, nullptr);
        dialog->show();
        fillNewTable(*dialog);
        button(*dialog, QStringLiteral("Create"))->click();
        bench.settle();
        SegmentedSwitch *encryption = segmentedSwitch(*dialog, QStringLiteral("Encryption key"));
        QVERIFY(encryption && encryption->isVisible()); // what was folded is open
        QVERIFY(textsOf(*dialog).contains(QStringLiteral("SSEType AES256 is not supported")));
        delete dialog;
    }

    void createsAVectorIndexByHand()
    {
        Bench bench;
        auto *dialog = new NewTableDialog(bench, {}, nullptr);
        dialog->show();
        fillNewTable(*dialog);
        button(*dialog, QStringLiteral("Add Index"))->click();
        QTest::keyClicks(field(*dialog, QStringLiteral("Index name")), QStringLiteral("byMeaning"));
        SegmentedSwitch *kind = segmentedSwitch(*dialog, QStringLiteral("Kind"));
        QVERIFY(kind);
        QTest::keyClick(kind, Qt::Key_End);
        QCOMPARE(kind->current(), QStringLiteral("vector"));
        button(*dialog, QStringLiteral("Create"))->click();
        bench.settle();
        QVERIFY(bench.service().created.empty()); // the vector has no attribute yet
        QTest::keyClicks(field(*dialog, QStringLiteral("Vector attribute")), QStringLiteral("embedding"));
        button(*dialog, QStringLiteral("Create"))->click();
        bench.settle();
        QCOMPARE(bench.service().created.size(), std::size_t(1));
        const api::VectorIndex &index = bench.service().created.front().vectorIndexes->front();
        QCOMPARE(index.vectorAttribute.attributeName, std::string("embedding"));
        QCOMPARE(index.dimensions, 384);
        QVERIFY(!index.searchSchema);
    }

    void setsWhatCreateTableDoesNotTakeAfterwards()
    {
        Bench bench;
        auto *dialog = new NewTableDialog(bench, {}, nullptr);
        dialog->show();
        fillNewTable(*dialog);
        for (QCheckBox *box : dialog->findChildren<QCheckBox *>())
            if (box->objectName() != QLatin1String("protection"))
                box->setChecked(true);
        QTest::keyClicks(field(*dialog, QStringLiteral("Attribute that holds the time")), QStringLiteral("expires"));
        button(*dialog, QStringLiteral("Create"))->click();
        bench.settle();
        QCOMPARE(bench.service().created.size(), std::size_t(1));
        QCOMPARE(bench.service().timesToLive.size(), std::size_t(1));
        QCOMPARE(bench.service().timesToLive.front().timeToLiveSpecification.attributeName, std::string("expires"));
        QCOMPARE(bench.opened().size(), 1);
    }

    void opensTheSettingsOfATableWhoseOptionWasRefused()
    {
        Bench bench;
        bench.service().timeToLiveRefusal = Error::validation("TimeToLive is already enabled");
        auto *dialog = new NewTableDialog(bench, {}, nullptr);
        dialog->show();
        fillNewTable(*dialog);
        for (QCheckBox *box : dialog->findChildren<QCheckBox *>())
            if (box->objectName() != QLatin1String("protection"))
                box->setChecked(true);
        QTest::keyClicks(field(*dialog, QStringLiteral("Attribute that holds the time")), QStringLiteral("expires"));
        button(*dialog, QStringLiteral("Create"))->click();
        bench.settle();
        QCOMPARE(bench.opened().size(), 1);
        QCOMPARE(bench.opened().first().page, QStringLiteral("settings"));
        QVERIFY(bench.said().last().contains(QStringLiteral("already enabled")));
    }
};

QTEST_MAIN(TestNewTableDialog)
#include "tst_new_table_dialog.moc"
