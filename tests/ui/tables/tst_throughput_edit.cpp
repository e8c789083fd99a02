#include "features/tables/throughput_edit.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QtTest/QTest>

#include "theme/theme.h"

using namespace stator;
using namespace stator::ui;

namespace {

QSpinBox *field(const QWidget &edit, const char *name)
{
    for (QSpinBox *found : edit.findChildren<QSpinBox *>())
        if (found->accessibleName() == QLatin1String(name))
            return found;
    return nullptr;
}

} // namespace

class TestThroughputEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        theme::Theme::instance().install();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void showsWhatTheModeHasAndKeepsTheRest()
    {
        ThroughputEdit edit;
        edit.show();
        edit.setValue({7, 3, 70, 0, 12000, 4000}, true, {0, 0, 0, 0, 12000, 4000});
        QVERIFY(field(edit, "Read units")->isVisible() && !field(edit, "Maximum of read units")->isVisible());
        QCOMPARE(edit.value(), (ThroughputSettings{7, 3, 70, 0, 12000, 4000}));
        edit.setProvisioned(false);
        QVERIFY(!field(edit, "Read units")->isVisible() && field(edit, "Maximum of read units")->isVisible());
        QCOMPARE(edit.value().readUnits, std::int64_t(7));
        field(edit, "Maximum of write units")->setValue(50);
        QCOMPARE(edit.value().maxWriteUnits, std::int64_t(50));
    }

    void warmThroughputDoesNotSink()
    {
        ThroughputEdit edit;
        edit.setValue({0, 0, 0, 0, 15000, 4000}, false, {0, 0, 0, 0, 12000, 4000});
        QSpinBox *read = field(edit, "Warm read units");
        QCOMPARE(read->value(), 15000);
        read->setValue(100);
        QCOMPARE(edit.value().warmReadUnits, std::int64_t(12000));
        // A new table leaves it to the service.
        edit.setValue({}, false, {});
        QCOMPARE(edit.value().warmReadUnits, std::int64_t(0));
        QCOMPARE(read->text(), QStringLiteral("Default"));
    }

    // The page sets the same value again after each key, and once a second besides.
    void typingIsNotDisturbedByTheSameValue()
    {
        ThroughputEdit edit;
        edit.show();
        edit.setValue({5, 5}, true, {});
        connect(&edit, &ThroughputEdit::changed, &edit, [&edit] { edit.setValue(edit.value(), true, {}); });
        QSpinBox *read = field(edit, "Read units");
        read->setFocus();
        read->selectAll();
        QTest::keyClicks(read, QStringLiteral("12345"));
        QCOMPARE(edit.value().readUnits, std::int64_t(12345));
    }
};

QTEST_MAIN(TestThroughputEdit)
#include "tst_throughput_edit.moc"
