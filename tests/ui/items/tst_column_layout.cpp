#include <QtTest/QTest>

#include "grid/column_layout.h"

using namespace stator::ui;

namespace {

QStringList shown(const ColumnLayout &layout)
{
    QStringList names;
    for (const int column : layout.visible())
        names.append(layout.at(column).name);
    return names;
}

} // namespace

class TestColumnLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsPinnedColumnsFirst()
    {
        ColumnLayout layout;
        layout.reset({"pk", "sk", "a", "b"}, 2);
        layout.setPinned(3, true);
        QCOMPARE(shown(layout), QStringList({"pk", "sk", "b", "a"}));
        QCOMPARE(layout.pinnedCount(), 3);
        layout.setHidden(0, true);
        QCOMPARE(shown(layout), QStringList({"sk", "b", "a"}));
    }

    void putsNewColumnsInFrontOfTheFold()
    {
        ColumnLayout layout;
        layout.reset({"pk", "a"}, 1);
        layout.insert(2, {"fold"});
        layout.insert(2, {"b", "c"});
        QCOMPARE(shown(layout), QStringList({"pk", "a", "b", "c", "fold"}));
        layout.remove(4, 1);
        QCOMPARE(shown(layout), QStringList({"pk", "a", "b", "c"}));
    }

    void movesWithinItsSideOfTheEdge()
    {
        ColumnLayout layout;
        layout.reset({"pk", "sk", "a", "b", "c"}, 2);
        layout.move(4, 0);
        QCOMPARE(shown(layout), QStringList({"pk", "sk", "c", "a", "b"}));
        layout.move(0, 4);
        QCOMPARE(shown(layout), QStringList({"sk", "pk", "c", "a", "b"}));
    }

    void comesBackAsItWasLeft()
    {
        ColumnLayout layout;
        layout.reset({"pk", "a", "b", "c"}, 1);
        layout.setWidth(1, 200);
        layout.setHidden(2, true);
        layout.move(2, 1);
        const QVariantMap kept = layout.save();
        ColumnLayout again;
        again.restore(kept);
        again.reset({"pk"}, 1);
        again.insert(1, {"b", "a", "c"});
        QCOMPARE(shown(again), shown(layout));
        QCOMPARE(again.at(2).width, 200);
        QVERIFY(again.at(1).isHidden);
    }
};

QTEST_GUILESS_MAIN(TestColumnLayout)
#include "tst_column_layout.moc"
