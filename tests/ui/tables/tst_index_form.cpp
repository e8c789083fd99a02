#include "features/tables/index_form.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QtTest/QTest>

#include "theme/theme.h"
#include "widgets/segmented_switch.h"

using namespace stator;
using namespace stator::ui;
using Kind = IndexDraft::Kind;

namespace {

// Fields that can be seen, by what they say while they are empty.
QList<QLineEdit *> fields(const QWidget &form, const QString &prompt)
{
    QList<QLineEdit *> found;
    for (QLineEdit *field : form.findChildren<QLineEdit *>())
        if (field->isVisible() && field->placeholderText() == prompt)
            found.append(field);
    return found;
}

SegmentedSwitch *kindSwitch(const QWidget &form)
{
    for (SegmentedSwitch *found : form.findChildren<SegmentedSwitch *>())
        if (found->accessibleName() == QLatin1String("Kind"))
            return found;
    return nullptr;
}

QList<QToolButton *> addButtons(const QWidget &form)
{
    QList<QToolButton *> found;
    for (QToolButton *button : form.findChildren<QToolButton *>())
        if (button->isVisible() && button->accessibleName() == QLatin1String("Add Another Attribute"))
            found.append(button);
    return found;
}

} // namespace

class TestIndexForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().install(); }

    void keysOfGlobalIndexesHaveUpToFourAttributes()
    {
        IndexForm form(true);
        form.show();
        for (int i = 0; i < 4; ++i) {
            QTRY_COMPARE(fields(form, QStringLiteral("Attribute")).size(), i + 1); // it is shown a moment later
            QTest::keyClicks(fields(form, QStringLiteral("Attribute")).at(i), QStringLiteral("p%1").arg(i));
            if (i < 3)
                addButtons(form).first()->click();
        }
        QCOMPARE(addButtons(form).size(), 1); // the sort key's; a partition key has four at most
        const IndexDraft draft = form.value();
        QCOMPARE(draft.partition.size(), 4);
        QCOMPARE(draft.partition.at(3).name, QStringLiteral("p3"));
    }

    void tabLeadsFromAKeyToTheButtonThatAddsAnother()
    {
        IndexForm form(true);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        fields(form, QStringLiteral("Attribute")).first()->setFocus();
        QTest::keyClick(form.focusWidget(), Qt::Key_Tab); // its type
        QTest::keyClick(form.focusWidget(), Qt::Key_Tab);
        QCOMPARE(static_cast<QWidget *>(addButtons(form).first()), form.focusWidget());
        QTest::keyClick(form.focusWidget(), Qt::Key_Space);
        QTRY_COMPARE(fields(form, QStringLiteral("Attribute")).size(), 2);
        QCOMPARE(static_cast<QWidget *>(fields(form, QStringLiteral("Attribute")).at(1)), form.focusWidget());
        QTest::keyClick(form.focusWidget(), Qt::Key_Tab); // its type
        QTest::keyClick(form.focusWidget(), Qt::Key_Tab); // the button that removes it
        QTest::keyClick(form.focusWidget(), Qt::Key_Tab);
        QCOMPARE(static_cast<QWidget *>(addButtons(form).first()), form.focusWidget());
    }

    void fieldsFollowTheKind()
    {
        IndexForm form(true);
        form.show();
        QVERIFY(fields(form, QStringLiteral("embedding")).isEmpty());
        QTest::keyClick(kindSwitch(form), Qt::Key_Right);
        QVERIFY(form.value().kind == Kind::Local);
        QVERIFY(fields(form, QStringLiteral("Attribute")).isEmpty()); // the table's key is its
        QVERIFY(addButtons(form).isEmpty());
        QTest::keyClick(kindSwitch(form), Qt::Key_Right);
        QVERIFY(form.value().kind == Kind::Vector);
        QCOMPARE(fields(form, QStringLiteral("embedding")).size(), 1);
        QCOMPARE(fields(form, QStringLiteral("Attribute")).size(), 1);
        QVERIFY(form.value().sort.isEmpty());
    }

    void localIndexesAreOnlyForNewTables()
    {
        IndexForm form(false);
        form.show();
        QTest::keyClick(kindSwitch(form), Qt::Key_Right);
        QVERIFY(form.value().kind == Kind::Vector);
    }

    void faultsAreSaidWhereSomebodyTyped()
    {
        IndexForm form(true);
        form.show();
        const QList<FieldFault> faults{{FieldFault::Field::Name, -1, QStringLiteral("name!")},
                                       {FieldFault::Field::Partition, -1, QStringLiteral("partition!")}};
        const auto says = [&form](const QString &sentence) {
            for (const QLabel *label : form.findChildren<QLabel *>())
                if (label->isVisible() && label->text() == sentence)
                    return true;
            return false;
        };
        form.showFaults(faults, false);
        QVERIFY(!says(QStringLiteral("name!")) && !form.focusFault());
        QTest::keyClicks(fields(form, QStringLiteral("byStatus")).first(), QStringLiteral("x"));
        form.showFaults(faults, false);
        QVERIFY(says(QStringLiteral("name!")) && !says(QStringLiteral("partition!")));
        form.showFaults(faults, true);
        QVERIFY(says(QStringLiteral("partition!")));
        QVERIFY(form.focusFault());
    }
};

QTEST_MAIN(TestIndexForm)
#include "tst_index_form.moc"
