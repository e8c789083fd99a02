#include "features/items/editor/item_editor.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "features/items/editor/attribute_tree.h"
#include "features/items/editor/attribute_tree_model.h"
#include "features/items/editor/document_text.h"
#include "features/items/editor/set_field.h"
#include "models/change_set.h"
#include "theme/theme.h"
#include "ui/editor/sample_item.h"
#include "widgets/segmented_switch.h"

using namespace stator;
using namespace stator::ui;
using document::Item;

namespace {

const Item kKey = test::richKey();
const Item kItem = test::richItem();

void sendNothing(const CommitRequest &, std::function<void(Result<void>)>) {}

// An editor in a window, over a ChangeSet that sends nothing.
struct Bench {
    Bench()
    {
        editor.resize(480, 640);
        editor.show();
        tree = editor.findChild<AttributeTree *>();
        text = editor.findChild<DocumentText *>();
        model = editor.findChild<AttributeTreeModel *>();
        views = editor.findChild<SegmentedSwitch *>();
    }

    void open(const Item &item = kItem) { editor.open(&set, test::richRules(), kKey, item); }

    QModelIndex row(const QString &name, int column = AttributeTreeModel::ValueColumn) const
    {
        for (int i = 0; i < model->rowCount(); ++i)
            if (model->index(i, 0).data().toString() == name)
                return model->index(i, column);
        return {};
    }
    const Item &wanted() const { return *set.find(kKey)->wanted; }
    void showView(const char *id) { Q_EMIT views->chosen(QString::fromLatin1(id)); }
    QString view() const { return views->current(); }

    QUndoStack undo;
    ChangeSet set{TableAddress{"us-east-1", "T"}, sendNothing, &undo};
    ItemEditor editor;
    AttributeTree *tree;
    DocumentText *text;
    AttributeTreeModel *model;
    SegmentedSwitch *views;
};

} // namespace

class TestItemEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().install(); }

    void stagesOneAttributeAndNoOther()
    {
        Bench bench;
        bench.open();
        bench.tree->editValue(bench.row(QStringLiteral("digits")));
        auto *field = bench.tree->findChild<QLineEdit *>();
        QVERIFY(field);
        QCOMPARE(field->text(), QStringLiteral("-12345678901234567890.123456789012345678"));
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("42"));
        QVERIFY(bench.editor.hasDrafts());
        QVERIFY(bench.editor.stage());
        for (const auto &member : kItem.view().attributes()) {
            const bool isSame = *bench.wanted().view().attribute(member.name) == member.value;
            QCOMPARE(isSame, member.name != "digits");
        }
        bench.undo.undo();
        QVERIFY(bench.set.isEmpty());
        QCOMPARE(bench.row(QStringLiteral("digits")).data().toString(),
                 QStringLiteral("-12345678901234567890.123456789012345678"));
    }

    void escapeWritesTheOldValueBack()
    {
        Bench bench;
        bench.open();
        bench.tree->editValue(bench.row(QStringLiteral("digits")));
        auto *field = bench.tree->findChild<QLineEdit *>();
        QTest::keyClicks(field, QStringLiteral("9"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(bench.editor.stage());
        QVERIFY(bench.set.isEmpty());
        QTRY_VERIFY(!bench.editor.hasDrafts());
    }

    void goesToTheFirstFaultInsteadOfStaging()
    {
        Bench bench;
        bench.open();
        bench.model->setText(bench.row(QStringLiteral("digits")), "twelve");
        QVERIFY(!bench.editor.stage());
        QVERIFY(bench.set.isEmpty());
        QCOMPARE(bench.tree->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("digits"));
        QVERIFY(!bench.model->fault(bench.row(QStringLiteral("digits"))).isEmpty());
    }

    void keepsWhatWasTypedWhileAnotherItemIsShown()
    {
        Bench bench;
        bench.open();
        bench.model->setText(bench.row(QStringLiteral("digits")), "twelve");
        const Item other = test::item(R"({"pk":{"S":"B"},"sk":{"N":"1"}})");
        bench.editor.open(&bench.set, test::richRules(), other, other);
        QVERIFY(!bench.row(QStringLiteral("digits")).isValid());
        QVERIFY(bench.editor.hasDrafts());
        bench.open();
        QCOMPARE(bench.row(QStringLiteral("digits")).data().toString(), QStringLiteral("twelve"));
        bench.model->setText(bench.row(QStringLiteral("digits")), "12");
        QVERIFY(bench.editor.stage());
        QVERIFY(*bench.wanted().view().attribute("photo") == *kItem.view().attribute("photo"));
    }

    void draftsSurviveTheProgram()
    {
        QVariantMap saved;
        {
            Bench bench;
            bench.open();
            bench.showView("json");
            bench.text->setPlainText(QStringLiteral("{ \"pk\": not finished"));
            saved = bench.editor.saveDrafts();
        }
        Bench bench;
        bench.editor.restoreDrafts(saved);
        bench.open();
        QCOMPARE(bench.view(), QStringLiteral("json"));
        QCOMPARE(bench.text->toPlainText(), QStringLiteral("{ \"pk\": not finished"));
        QVERIFY(!bench.editor.stage());
    }

    void everyViewStagesTheSameItem_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("JSON") << QStringLiteral("json") << QStringLiteral("\"yes\": true") << QStringLiteral("\"yes\": false");
        QTest::newRow("DynamoDB JSON") << QStringLiteral("wire") << QStringLiteral("\"yes\": {\"BOOL\": true}")
                                       << QStringLiteral("\"yes\": {\"BOOL\": false}");
    }
    void everyViewStagesTheSameItem()
    {
        QFETCH(QString, view);
        QFETCH(QString, from);
        QFETCH(QString, to);
        Bench bench;
        bench.open();
        bench.showView(qPrintable(view));
        QCOMPARE(bench.view(), view);
        QString text = bench.text->toPlainText();
        QVERIFY(text.contains(from));
        bench.text->setPlainText(text.replace(from, to));
        QVERIFY(bench.editor.stage());
        for (const auto &member : kItem.view().attributes()) {
            const bool isSame = *bench.wanted().view().attribute(member.name) == member.value;
            QCOMPARE(isSame, member.name != "yes");
        }
        bench.text->setPlainText(bench.text->toPlainText().replace(to, from));
        QVERIFY(bench.editor.stage());
        QVERIFY(bench.set.isEmpty());
    }

    void textThatDoesNotParseMakesTheSwitchWait()
    {
        Bench bench;
        bench.open();
        bench.showView("json");
        const QString good = bench.text->toPlainText();
        bench.text->setPlainText(QStringLiteral("{\n  \"pk\": \"ORDER#1\",\n  \"sk\": 7,\n  \"x\": red\n}"));
        bench.showView("tree");
        QCOMPARE(bench.view(), QStringLiteral("json"));
        QVERIFY(bench.text->toPlainText().contains(QStringLiteral("red")));
        QCOMPARE(bench.text->textCursor().blockNumber(), 3);
        QCOMPARE(bench.text->extraSelections().size(), 1);
        bench.text->setPlainText(good);
        bench.showView("tree");
        QCOMPARE(bench.view(), QStringLiteral("tree"));
        QVERIFY(bench.editor.stage());
        QVERIFY(bench.set.isEmpty());
    }

    void beginsNewItemsAtTheirKeys()
    {
        Bench bench;
        bench.editor.openNew(&bench.set, test::richRules());
        QCOMPARE(bench.model->rowCount(), 2);
        QVERIFY(!bench.editor.stage());
        bench.model->setText(bench.row(QStringLiteral("pk")), "ORDER#1");
        bench.model->setText(bench.row(QStringLiteral("sk")), "7");
        bench.model->add({});
        bench.model->setText(bench.row(QStringLiteral("attribute")), "value");
        QSignalSpy staged(&bench.editor, &ItemEditor::staged);
        QVERIFY(bench.editor.stage());
        QCOMPARE(staged.size(), 1);
        QVERIFY(*bench.editor.key() == kKey);
        QCOMPARE(bench.set.counts().added, 1);
        // Once staged the key is fixed.
        bench.model->setText(bench.row(QStringLiteral("pk")), "ORDER#2");
        QCOMPARE(bench.row(QStringLiteral("pk")).data().toString(), QStringLiteral("ORDER#1"));
    }

    void doesNotHideAnItemThatIsStagedAlready()
    {
        Bench bench;
        bench.set.stage(kKey, std::nullopt, kItem, QStringLiteral("x"));
        bench.editor.openNew(&bench.set, test::richRules());
        bench.model->setText(bench.row(QStringLiteral("pk")), "ORDER#1");
        bench.model->setText(bench.row(QStringLiteral("sk")), "7");
        QVERIFY(!bench.editor.stage());
        QVERIFY(bench.wanted() == kItem);
    }

    void convertsByMenuAndSaysWhyNot()
    {
        Bench bench;
        bench.open();
        QVERIFY(bench.model->changeType(bench.row(QStringLiteral("tiny")), ValueType::S).isEmpty());
        QVERIFY(!bench.model->changeType(bench.row(QStringLiteral("photo")), ValueType::S).isEmpty());
        QVERIFY(!bench.model->changeType(bench.row(QStringLiteral("pk")), ValueType::N).isEmpty());
        QVERIFY(bench.model->changeType(bench.row(QStringLiteral("colours")), ValueType::L).isEmpty());
        QCOMPARE(bench.model->rowCount(bench.row(QStringLiteral("colours"), 0)), 3);
        QVERIFY(bench.model->changeType(bench.row(QStringLiteral("colours")), ValueType::SS).isEmpty());
        QVERIFY(bench.model->changeType(bench.row(QStringLiteral("tiny")), ValueType::N).isEmpty());
        QVERIFY(bench.editor.stage());
        QVERIFY(bench.set.isEmpty());
    }

    void undoesInsideTheTree()
    {
        Bench bench;
        bench.open();
        bench.tree->setCurrentIndex(bench.row(QStringLiteral("photo")));
        QTest::keyClick(bench.tree, Qt::Key_Backspace, Qt::ControlModifier);
        QVERIFY(!bench.row(QStringLiteral("photo")).isValid());
        bench.tree->setCurrentIndex(bench.row(QStringLiteral("list")));
        QTest::keyClick(bench.tree, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(bench.row(QStringLiteral("list 2")).isValid());
        QTest::keyClick(bench.tree, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!bench.row(QStringLiteral("list 2")).isValid());
        QTest::keyClick(bench.tree, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(bench.row(QStringLiteral("photo")).isValid());
        QVERIFY(bench.editor.stage());
        QVERIFY(bench.set.isEmpty());
    }

    void whatIsHalfTypedInASetIsNotLost()
    {
        Bench bench;
        bench.open();
        bench.tree->editValue(bench.row(QStringLiteral("sizes")));
        auto *input = bench.tree->findChild<SetField *>()->findChild<QLineEdit *>();
        QTest::keyClicks(input, QStringLiteral("twelve"));
        QVERIFY(!bench.editor.stage());
        QCOMPARE(input->text(), QStringLiteral("twelve"));
        input->setText(QStringLiteral("12"));
        QVERIFY(bench.editor.stage());
        QCOMPARE(bench.wanted().view().attribute("sizes")->count(), 4u);
    }

    void deleteAloneDestroysNothing()
    {
        Bench bench;
        bench.open();
        bench.tree->setCurrentIndex(bench.row(QStringLiteral("photo")));
        QTest::keyClick(bench.tree, Qt::Key_Delete);
        QVERIFY(bench.row(QStringLiteral("photo")).isValid());
        QVERIFY(!bench.editor.hasDrafts());
    }

    void showsWhatChangedMeanwhileOnlyWhereNothingWasTyped()
    {
        Bench bench;
        bench.open();
        const Item theirs = test::poorItem();
        bench.model->setBoolean(bench.row(QStringLiteral("yes")), false);
        bench.editor.setCurrentItem(theirs);
        QVERIFY(bench.row(QStringLiteral("photo")).isValid());
        bench.editor.revert();
        bench.editor.setCurrentItem(kItem);
        bench.editor.setCurrentItem(theirs);
        QVERIFY(!bench.row(QStringLiteral("photo")).isValid());
    }

    void readsOnlyWhileTimeTravels()
    {
        Bench bench;
        bench.open();
        bench.editor.setReadOnly(QStringLiteral("As of 14:02:07."));
        bench.model->setText(bench.row(QStringLiteral("tiny")), "1");
        QVERIFY(!bench.editor.stage());
        QVERIFY(!bench.editor.hasDrafts());
        bench.editor.setReadOnly({});
        bench.model->setText(bench.row(QStringLiteral("tiny")), "1");
        QVERIFY(bench.editor.stage());
    }

    void outlivesItsChangeSet()
    {
        ItemEditor editor;
        {
            QUndoStack undo;
            ChangeSet set({"us-east-1", "T"}, sendNothing, &undo);
            editor.open(&set, test::richRules(), kKey, kItem);
            QVERIFY(editor.isOpen());
        }
        QVERIFY(!editor.isOpen());
        QVERIFY(!editor.stage());
    }
};

QTEST_MAIN(TestItemEditor)
#include "tst_item_editor.moc"
