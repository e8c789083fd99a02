#include "features/items/editor/attribute_tree_model.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QtTest/QTest>

#include "features/items/editor/set_field.h"
#include "features/items/editor/text_field.h"
#include "ui/editor/sample_item.h"

using namespace stator;
using namespace stator::ui;

// The model under Qt's own tester while each kind of edit runs.
class TestAttributeTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staysSoundThroughEveryEdit()
    {
        ItemDraft draft = ItemDraft::ofItem(test::richItem().view(), test::richRules().keys);
        AttributeTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDraft(&draft);
        const QModelIndex list = indexOf(model, QStringLiteral("list"));
        QCOMPARE(model.rowCount(list), 5);
        const QModelIndex added = model.add(list, 1);
        QCOMPARE(added.row(), 1);
        QVERIFY(model.move(added, 1));
        QVERIFY(model.move(model.index(2, 0, list), -1));
        QVERIFY(!model.move(model.index(0, 0, list), -1));
        QVERIFY(!model.move(indexOf(model, QStringLiteral("photo")), 1));
        QVERIFY(model.remove(model.index(1, 0, list)));
        QVERIFY(*draft.item() == test::richItem());
        QVERIFY(model.duplicate(indexOf(model, QStringLiteral("map"))).isValid());
        QVERIFY(model.changeType(indexOf(model, QStringLiteral("sizes")), ValueType::L).isEmpty());
        QVERIFY(model.changeType(indexOf(model, QStringLiteral("sizes")), ValueType::NS).isEmpty());
        QVERIFY(model.changeType(indexOf(model, QStringLiteral("list")), ValueType::M, true).isEmpty());
        QCOMPARE(model.rowCount(indexOf(model, QStringLiteral("list"))), 0);
        QVERIFY(draft.item().has_value());
    }

    void keysKeepNameTypeAndPlace()
    {
        ItemDraft draft = ItemDraft::ofItem(test::richItem().view(), test::richRules().keys);
        AttributeTreeModel model;
        model.setDraft(&draft);
        const QModelIndex key = model.index(0, 0);
        QVERIFY(!model.setData(key, QStringLiteral("other"), Qt::EditRole));
        QVERIFY(!model.remove(key));
        QVERIFY(!model.flags(key.siblingAtColumn(2)).testFlag(Qt::ItemIsEditable));
        model.setKeysFixed(false);
        QVERIFY(model.flags(key.siblingAtColumn(2)).testFlag(Qt::ItemIsEditable));
        const QModelIndex copy = model.duplicate(key);
        QCOMPARE(copy.row(), 2);
        QVERIFY(!model.node(copy)->isKey);
    }

    void setsRefuseWhatTheyHold()
    {
        SetField field(ValueType::NS);
        field.resize(200, 100);
        field.show();
        field.setElements({"1", "2"});
        auto *input = field.findChild<QLineEdit *>();
        QTest::keyClicks(input, QStringLiteral("2.0"));
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(field.elements().size(), std::size_t(2));
        QCOMPARE(input->text(), QStringLiteral("2.0"));
        QVERIFY(!field.takeTyped());
        input->setText(QStringLiteral("3"));
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(field.elements(), (std::vector<std::string>{"1", "2", "3"}));
        QTest::keyClick(input, Qt::Key_Backspace);
        QCOMPARE(field.elements().size(), std::size_t(2));
        QCOMPARE(input->text(), QStringLiteral("3"));
        QTest::keyClick(input, Qt::Key_Escape);
        QVERIFY(input->text().isEmpty());
    }

    void textFieldsGrowToSixLines()
    {
        TextField field;
        field.resize(200, 28);
        field.setPlainText(QStringLiteral("one"));
        const int one = field.wantedHeight();
        field.setPlainText(QStringLiteral("one\ntwo\nthree"));
        QCOMPARE(field.wantedHeight(), one + 2 * TextField::lineHeight());
        field.setPlainText(QString(2000, u'x'));
        QCOMPARE(field.wantedHeight(), one + 5 * TextField::lineHeight());
    }

    void readsHexadecimal()
    {
        QVERIFY(*bytesFromHex(QStringLiteral("00 fF\n10")) == std::string("\0\xFF\x10", 3));
        QVERIFY(!bytesFromHex(QStringLiteral("0")));
        QVERIFY(!bytesFromHex(QStringLiteral("0g")));
        QCOMPARE(hexFromBytes(std::string("\0\xFF", 2)), QStringLiteral("00 FF"));
    }

private:
    static QModelIndex indexOf(const AttributeTreeModel &model, const QString &name)
    {
        for (int i = 0; i < model.rowCount(); ++i)
            if (model.index(i, 0).data().toString() == name)
                return model.index(i, 0);
        return {};
    }
};

QTEST_MAIN(TestAttributeTree)
#include "tst_attribute_tree.moc"
