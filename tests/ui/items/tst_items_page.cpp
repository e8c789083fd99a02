// The Items page reads: over the real engine in memory, in a real window.
#include <QAccessible>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <atomic>
#include <thread>
#include "features/items/editor/item_editor.h"
#include "features/items/find_bar.h"
#include "features/items/item_tab.h"
#include "features/items/paste_plan.h"
#include "features/items/query/query_bar.h"
#include "grid/cell_editor.h"
#include "theme/theme.h"
#include "widgets/page_frame.h"
#include "ui/items/items_stand.h"

using namespace stator;
using namespace stator::ui;
using stator::test::kShop;
using stator::test::shopItem;
using stator::test::Stand;

namespace {

constexpr int kItems = 3000;

} // namespace

class TestItemsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().install(); }
    void init()
    {
        m_stand = std::make_unique<Stand>();
        m_stand->makeShop(kItems);
        m_stand->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_stand->window.get()));
        QTRY_VERIFY(m_stand->isFirstRowLoaded());
    }
    void cleanup() { m_stand.reset(); }

    void showsATableAndReachesItsEnd()
    {
        GridView &grid = m_stand->page().grid();
        QVERIFY(std::abs(m_stand->model().rowCount() - kItems) < 400);
        grid.setCurrentIndex(m_stand->model().index(m_stand->model().rowCount() - 1, 0));
        grid.scrollTo(grid.currentIndex());
        QTRY_VERIFY(m_stand->isFirstRowLoaded());
        QVERIFY(m_stand->model().columns().columnOf("note") >= 2);
    }

    void findsAPartitionByItsKey()
    {
        QueryState state;
        state.partition = {u"P#7"_qs};
        m_stand->page().queryBar().setState(state);
        QVERIFY(m_stand->page().queryBar().isEdited());
        Q_EMIT m_stand->page().queryBar().runRequested();
        QTRY_COMPARE(m_stand->model().rowCount(), 3);
        QVERIFY(!m_stand->page().queryBar().isEdited());
        QCOMPARE(m_stand->page().place().query, state.toText());
    }

    void saysThatNothingMatchesAndClearsTheFilter()
    {
        QueryState state;
        state.filters = {{u"note"_qs, Comparison::Equal, document::ValueType::S, u"none"_qs, {}}};
        m_stand->page().queryBar().setState(state);
        Q_EMIT m_stand->page().queryBar().runRequested();
        auto *frame = m_stand->page().findChild<PageFrame *>();
        QTRY_VERIFY(frame->state() == PageFrame::State::Empty);
        QCOMPARE(m_stand->page().queryBar().state().filters.size(), 1); // what was asked stays
    }

    // Writes come in while a person has scrolled, selected and is typing: nothing of it moves.
    void standsStillUnderWrites()
    {
        GridView &grid = m_stand->page().grid();
        grid.setCurrentIndex(m_stand->model().index(1500, 0));
        grid.scrollTo(grid.currentIndex(), QAbstractItemView::PositionAtTop);
        QTRY_VERIFY(m_stand->isFirstRowLoaded());
        const int top = grid.firstVisibleRow();
        QTRY_VERIFY(m_stand->model().rowAt(top + 5).isLoaded);
        const std::string topKey = m_stand->model().rowAt(top).key;
        const std::string currentKey = m_stand->model().rowAt(top + 2).key;
        const std::string otherKey = m_stand->model().rowAt(top + 5).key;
        const document::Item other(m_stand->model().rowAt(top + 5).base);
        grid.setCurrentIndex(m_stand->cell(top + 2, "note"));
        grid.startEdit();
        auto *editor = grid.findChild<CellEditor *>();
        QVERIFY(editor);
        auto *field = editor->findChild<QLineEdit *>();
        field->selectAll();
        QTest::keyClicks(field, u"typing"_qs);
        for (int number = kItems; number < kItems + 500; ++number)
            m_stand->put(shopItem(number, "new"));
        document::ItemWriter writer;
        for (const auto &member : other.view().attributes()) {
            writer.name(member.name);
            if (member.name == "note")
                writer.string("by another client");
            else
                writer.value(member.value);
        }
        m_stand->put(writer.finish());
        // The change of a visible item arrives in its place …
        // Row numbers are estimates: a segment further up that is read late shifts them, not what is seen.
        const auto rowOf = [&](const std::string &key) {
            for (int row = 0; row < m_stand->model().rowCount(); ++row)
                if (m_stand->model().rowAt(row).key == key)
                    return row;
            return -1;
        };
        QTRY_COMPARE(m_stand->cell(rowOf(otherKey), "note").data().toString(), u"by another client"_qs);
        // … and nothing else has changed.
        QCOMPARE(m_stand->model().rowAt(grid.firstVisibleRow()).key, topKey);
        QVERIFY(grid.isEditing());
        QCOMPARE(field->text(), u"typing"_qs);
        QCOMPARE(m_stand->model().rowAt(grid.currentIndex().row()).key, currentKey);
    }

    void sortsWhatIsLoadedAndReturnsToTheSameItem()
    {
        GridView &grid = m_stand->page().grid();
        grid.setCurrentIndex(m_stand->cell(40, "note"));
        const std::string key = m_stand->model().rowAt(40).key;
        const int rows = m_stand->model().rowCount();
        Q_EMIT grid.sortRequested(m_stand->model().columns().columnOf("sk"), Qt::DescendingOrder);
        QTRY_VERIFY(grid.sortColumn() >= 0);
        QVERIFY(m_stand->model().rowCount() <= rows);
        for (int row = 1; row < m_stand->model().rowCount(); ++row) {
            const double above = m_stand->cell(row - 1, "sk").data().toString().toDouble();
            QVERIFY(m_stand->cell(row, "sk").data().toString().toDouble() <= above);
        }
        // Selected is the same item, wherever it stands now.
        QCOMPARE(m_stand->model().rowAt(grid.currentIndex().row()).key, key);
        Q_EMIT grid.sortCleared();
        QCOMPARE(grid.sortColumn(), -1);
        QVERIFY(std::abs(m_stand->model().rowCount() - kItems) < 400);
        QCOMPARE(m_stand->model().rowAt(grid.currentIndex().row()).key, key);
    }

    void findsTextInLoadedItems()
    {
        GridView &grid = m_stand->page().grid();
        const QString wanted = m_stand->cell(25, "note").data().toString();
        m_stand->page().commands().run(u"find.open"_qs);
        auto *bar = m_stand->page().findChild<FindBar *>();
        QVERIFY(bar->isVisible());
        auto *field = bar->findChild<QLineEdit *>();
        QTest::keyClicks(field, wanted);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(grid.currentIndex().data().toString(), wanted);
        QTest::keyClicks(field, u" and nothing like it"_qs);
        QTRY_VERIFY(bar->status().startsWith(u"Not in the"_qs));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
    }

    // F5: what is selected and on top of the screen is found again by its key.
    void keepsThePlaceWhenItReadsAgain()
    {
        GridView &grid = m_stand->page().grid();
        grid.setCurrentIndex(m_stand->model().index(1500, 0));
        grid.scrollTo(grid.currentIndex(), QAbstractItemView::PositionAtTop);
        QTRY_VERIFY(m_stand->isFirstRowLoaded());
        const int top = grid.firstVisibleRow();
        grid.selectRow(top + 3);
        const std::string topKey = m_stand->model().rowAt(top).key;
        const std::string selectedKey = m_stand->model().rowAt(top + 3).key;
        QueryState typed;
        typed.partition = {u"not run"_qs};
        m_stand->page().queryBar().setState(typed);
        for (int number = kItems; number < kItems + 40; ++number)
            m_stand->put(shopItem(number, "new"));
        const ItemSource *before = m_stand->model().source();
        m_stand->page().refresh();
        QTRY_VERIFY(m_stand->model().source() != before);
        QVERIFY(m_stand->isFirstRowLoaded());
        QCOMPARE(m_stand->model().rowAt(grid.firstVisibleRow()).key, topKey);
        QCOMPARE(m_stand->model().rowAt(grid.currentIndex().row()).key, selectedKey);
        QCOMPARE(grid.selectedRowCount(), 1);
        QCOMPARE(m_stand->page().queryBar().state(), typed);
    }

    void getsAnItemByItsKey()
    {
        Place place = kShop;
        place.key = u"P#7 22"_qs;
        m_stand->window->openPlace(place, OpenMode::Keep);
        QTRY_COMPARE(m_stand->model().rowCount(), 1);
        QCOMPARE(m_stand->cell(0, "sk").data().toString(), u"22"_qs);
        QCOMPARE(m_stand->page().grid().selectedRowCount(), 1);
    }

    void tellsCellsToAssistiveTechnology()
    {
        GridView &grid = m_stand->page().grid();
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&grid);
        QVERIFY(table && table->tableInterface());
        QCOMPARE(table->tableInterface()->rowCount(), m_stand->model().rowCount());
        const int column = m_stand->model().columns().columnOf("note");
        QAccessibleInterface *cell = table->tableInterface()->cellAt(3, column);
        QVERIFY(cell);
        QCOMPARE(cell->text(QAccessible::Name), u"note: %1"_qs.arg(m_stand->cell(3, "note").data().toString()));
        QCOMPARE(cell->text(QAccessible::Description), u"S"_qs);
        QCOMPARE(table->child(table->indexOfChild(cell)), cell);
        QCOMPARE(table->tableInterface()->columnDescription(0), u"pk"_qs);
    }

    // A client writes as fast as it can, into the partition on the screen too, which holds half the table.
    void standsStillInAHotPartition()
    {
        for (int number = 0; number < 3000; ++number) {
            document::ItemWriter writer;
            writer.name("pk");
            writer.string("HOT");
            writer.name("sk");
            writer.numberBytes(model::Number(number * 10).bytes());
            m_stand->put(writer.finish());
        }
        QueryState state;
        state.partition = {u"HOT"_qs};
        m_stand->page().queryBar().setState(state);
        Q_EMIT m_stand->page().queryBar().runRequested();
        GridView &grid = m_stand->page().grid();
        QTRY_VERIFY(m_stand->model().rowCount() >= 100);
        grid.scrollTo(m_stand->model().index(90, 0), QAbstractItemView::PositionAtTop);
        QTRY_VERIFY(m_stand->model().rowCount() > 100);
        grid.selectRow(grid.firstVisibleRow() + 2);
        const int top = grid.firstVisibleRow();
        const std::string topKey = m_stand->model().rowAt(top).key;
        const std::string chosenKey = m_stand->model().rowAt(grid.currentIndex().row()).key;
        std::atomic<bool> isDone = false;
        std::jthread client([this, &isDone] {
            for (int number = 0; number < 3000; ++number) {
                document::ItemWriter writer;
                writer.name("pk");
                writer.string("HOT");
                writer.name("sk");
                writer.numberBytes(model::Number(number % 1500 * 10 + number / 1500).bytes()); // changed, then between others
                writer.name("note");
                writer.string("seen");
                m_stand->put(writer.finish());
            }
            isDone = true;
        });
        // Meanwhile a menu is open and the person scrolls and comes back.
        QMenu menu;
        menu.addAction(u"Nothing"_qs);
        menu.popup(QPoint(0, 0));
        while (!isDone) {
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
            QVERIFY(menu.isVisible());
            QCOMPARE(grid.firstVisibleRow(), top);
            QCOMPARE(m_stand->model().rowAt(top).key, topKey);
            QCOMPARE(m_stand->model().rowAt(grid.currentIndex().row()).key, chosenKey);
        }
        menu.close();
        QTRY_VERIFY(m_stand->model().rowAt(top).shown.attribute("note"));
        QCOMPARE(m_stand->model().rowAt(top).key, topKey);
    }

private:
    std::unique_ptr<Stand> m_stand;
};

QTEST_MAIN(TestItemsPage)
#include "tst_items_page.moc"
