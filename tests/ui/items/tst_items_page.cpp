// The Items page over the real engine in memory, in a real window.
#include <QAccessible>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <atomic>
#include <future>
#include <thread>

#include "api/create_table.h"
#include "api/get_item.h"
#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "common/backend.h"
#include "document/writer.h"
#include "features/items/editor/item_editor.h"
#include "features/items/find_bar.h"
#include "features/items/item_tab.h"
#include "features/items/items_page.h"
#include "features/items/paste_plan.h"
#include "features/items/query/query_bar.h"
#include "features/items/table_edits.h"
#include "grid/cell_editor.h"
#include "grid/grid_view.h"
#include "model/number.h"
#include "models/change_set.h"
#include "shell/endpoint_status.h"
#include "shell/page_registry.h"
#include "theme/theme.h"
#include "widgets/page_frame.h"
#include "window/main_window.h"
#include "window/tab_area.h"

using namespace stator;
using namespace stator::ui;

namespace {

constexpr int kItems = 3000;
const Place kShop = Place::ofTable(u"local"_qs, u"us-east-1"_qs, u"Shop"_qs);

document::Item shopItem(int number, const std::string &note)
{
    document::ItemWriter writer;
    writer.name("pk");
    writer.string("P#" + std::to_string(number / 3));
    writer.name("sk");
    writer.numberBytes(model::Number(number).bytes());
    writer.name("note");
    writer.string(note);
    writer.name("tags");
    writer.beginSet(document::ValueType::SS);
    writer.string("a");
    writer.string("b");
    (void)writer.endSet();
    return writer.finish();
}

// All that a window stands on, with the engine below.
class Stand {
public:
    Stand() : settings(directory.filePath(u"window.ini"_qs), QSettings::IniFormat), pool(std::make_shared<ThreadPool>("core", 2)),
              connections(pool), tables(connections)
    {
        pool->start();
        app::ProgramOptions options;
        options.inMemory = true;
        options.tableDelayMs = 0; // items are put the moment the table is made
        auto opened = app::Backend::open(options);
        STATOR_ASSERT(opened.ok());
        backend = std::move(*opened);
        ConnectionInfo info;
        info.id = u"local"_qs;
        info.title = u"This computer"_qs;
        info.regions = {u"us-east-1"_qs};
        // The backend owns the service and outlives the connections.
        connections.add(info, std::shared_ptr<service::Service>(&backend->service(), [](service::Service *) {}));
        registerItems(pages);
    }
    ~Stand()
    {
        window.reset();
        pool->stop();
    }

    void open()
    {
        window = std::make_unique<MainWindow>(WindowContext{pages, connections, tables, endpoint, settings, {}});
        addItemCommands(window->workbench().actions());
        window->start({}, false);
        window->show();
        window->resize(1280, 800);
        window->openPlace(kShop, OpenMode::Keep);
    }

    template <class Request>
    auto ask(Request request)
    {
        using Response = typename Operation<Request>::Response;
        std::promise<Result<Response>> promise;
        auto future = promise.get_future();
        Operation<Request>::invoke(backend->service(), std::move(request), {},
                                   [&promise](Result<Response> result) { promise.set_value(std::move(result)); });
        return future.get();
    }
    void put(const document::Item &item)
    {
        api::PutItemRequest request;
        request.tableName = "Shop";
        request.item = item;
        STATOR_ASSERT(ask(request).ok());
    }
    void makeShop(int items)
    {
        api::CreateTableRequest request;
        request.tableName = "Shop";
        request.attributeDefinitions = {{"pk", api::ScalarAttributeType::S}, {"sk", api::ScalarAttributeType::N}};
        request.keySchema = {{"pk", api::KeyType::Hash}, {"sk", api::KeyType::Range}};
        request.billingMode = api::BillingMode::PayPerRequest;
        STATOR_ASSERT(ask(request).ok());
        for (int number = 0; number < items; ++number)
            put(shopItem(number, "note " + std::to_string(number)));
    }
    std::optional<document::Item> item(const document::Item &key)
    {
        api::GetItemRequest request;
        request.tableName = "Shop";
        request.key = key;
        request.consistentRead = true;
        auto reply = ask(request);
        STATOR_ASSERT(reply.ok());
        return reply->item;
    }
    ItemsPage &page() { return *qobject_cast<ItemsPage *>(window->tabs().currentPage()); }
    ItemGridModel &model() { return *page().grid().gridModel(); }
    ChangeSet &changes() { return TableEdits::of(window->workbench()).changes(kShop); }
    bool isFirstRowLoaded() { return model().rowCount() > 0 && model().rowAt(page().grid().firstVisibleRow()).isLoaded; }
    QModelIndex cell(int row, const std::string &attribute) { return model().index(row, model().columns().columnOf(attribute)); }

    QTemporaryDir directory;
    QSettings settings;
    std::shared_ptr<ThreadPool> pool;
    std::unique_ptr<app::Backend> backend;
    ConnectionList connections;
    TableDirectory tables;
    EndpointStatus endpoint;
    PageRegistry pages;
    std::unique_ptr<MainWindow> window;
};

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

    void commitsACellToTheTable()
    {
        const document::Item key(m_stand->model().rowAt(0).key);
        const document::Item before(m_stand->model().rowAt(0).base);
        QVERIFY(m_stand->model().stageText(m_stand->cell(0, "note"), u"changed"_qs).ok());
        QVERIFY(*m_stand->item(key) == before); // staging writes nothing
        m_stand->changes().commit();
        QTRY_VERIFY(m_stand->changes().isEmpty());
        const auto after = m_stand->item(key);
        QVERIFY(after->view().attribute("note")->text() == "changed");
        QVERIFY(*after->view().attribute("tags") == *before.view().attribute("tags"));
        QTRY_COMPARE(m_stand->cell(0, "note").data().toString(), u"changed"_qs);
    }

    void overwritesNothingOnAConflict()
    {
        const document::Item key(m_stand->model().rowAt(0).key);
        QVERIFY(m_stand->model().stageText(m_stand->cell(0, "note"), u"mine"_qs).ok());
        document::ItemWriter writer;
        const auto read = m_stand->item(key);
        for (const auto &member : read->view().attributes()) {
            writer.name(member.name);
            if (member.name == "note")
                writer.string("theirs");
            else
                writer.value(member.value);
        }
        m_stand->put(writer.finish());
        m_stand->changes().commit();
        QTRY_COMPARE(m_stand->changes().counts().conflicts, 1);
        QVERIFY(m_stand->item(key)->view().attribute("note")->text() == "theirs");
    }

    void deletesNothingByDeleteAlone()
    {
        GridView &grid = m_stand->page().grid();
        grid.selectRow(0);
        QTest::keyClick(&grid, Qt::Key_Delete);
        QVERIFY(m_stand->changes().isEmpty());
        m_stand->page().commands().run(u"item.delete"_qs);
        QCOMPARE(m_stand->changes().counts().deleted, 1);
        QVERIFY(m_stand->model().rowAt(0).isDeleted);
    }

    void keepsTheEditorOpenOnInvalidText()
    {
        QVERIFY(m_stand->model().columns().columnOf("sk") >= 0);
        GridView &grid = m_stand->page().grid();
        grid.setCurrentIndex(m_stand->cell(0, "note"));
        grid.startEdit();
        auto *editor = grid.findChild<CellEditor *>();
        QVERIFY(editor);
        auto *field = editor->findChild<QLineEdit *>();
        QTest::keyClicks(field, u"x"_qs);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(m_stand->changes().isEmpty());
        // Keys are fixed.
        grid.setCurrentIndex(m_stand->cell(0, "sk"));
        grid.startEdit();
        QVERIFY(!grid.isEditing());
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
        QTRY_COMPARE(m_stand->cell(top + 5, "note").data().toString(), u"by another client"_qs);
        // … and nothing else has changed.
        QCOMPARE(grid.firstVisibleRow(), top);
        QCOMPARE(m_stand->model().rowAt(top).key, topKey);
        QVERIFY(grid.isEditing());
        QCOMPARE(field->text(), u"typing"_qs);
        QCOMPARE(grid.currentIndex().row(), top + 2);
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

    void pastesWhatThePreviewShows()
    {
        GridView &grid = m_stand->page().grid();
        grid.setCurrentIndex(m_stand->cell(0, "note"));
        const PastePlan plan = planPaste(grid, m_stand->model().shape(), u"one\nfirst\tno set\r\n"_qs);
        QCOMPARE(plan.stagedCount(), 2);
        QVERIFY(std::any_of(plan.values.begin(), plan.values.end(), [](const PastedValue &value) { return !value.refusal.isEmpty(); }));
        QVERIFY(m_stand->changes().isEmpty());
        stagePaste(plan, m_stand->changes(), TableEdits::of(m_stand->window->workbench()).undoStack());
        QCOMPARE(m_stand->changes().counts().changed, 2);
        QCOMPARE(m_stand->cell(1, "note").data().toString(), u"first"_qs);
        TableEdits::of(m_stand->window->workbench()).undoStack().undo(); // one step
        QVERIFY(m_stand->changes().isEmpty());
        // Keys are fixed; whole items come as DynamoDB JSON.
        grid.setCurrentIndex(m_stand->cell(0, "sk"));
        QCOMPARE(planPaste(grid, m_stand->model().shape(), u"7"_qs).stagedCount(), 0);
        const PastePlan items = planPaste(grid, m_stand->model().shape(), u"{\"pk\":{\"S\":\"new\"},\"sk\":{\"N\":\"1\"}}\n{\"pk\":{\"S\":\"x\"}}"_qs);
        QCOMPARE(items.stagedCount(), 1);
        QVERIFY(!items.values.back().refusal.isEmpty());
    }

    void opensAnItemInATabOfItsOwn()
    {
        const document::Item key(m_stand->model().rowAt(0).key);
        m_stand->window->openPlace(ItemTab::placeOf(kShop, key), OpenMode::Keep);
        auto *page = qobject_cast<ItemTab *>(m_stand->window->tabs().currentPage());
        QVERIFY(page);
        QTRY_VERIFY(page->editor().isOpen());
        QVERIFY(page->editor().key() == std::optional(key));
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

    void showsTheNewItemThatWasStaged()
    {
        GridView &grid = m_stand->page().grid();
        grid.setCurrentIndex(m_stand->cell(0, "note"));
        m_stand->page().commands().run(u"item.new"_qs);
        auto *editor = m_stand->window->findChild<ItemEditor *>();
        QVERIFY(editor);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) || editor->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"Z"_qs);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"12"_qs);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_stand->changes().counts().added, 1);
        // It is the first row, chosen, and what the Inspector shows.
        QTRY_COMPARE(grid.currentIndex().row(), 0);
        QCOMPARE(m_stand->cell(0, "pk").data().toString(), u"Z"_qs);
        QVERIFY(editor->key() == std::optional(m_stand->changes().edits().begin()->second.key));
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

    void bringsStagedEditsBackAfterTheProgramEnded()
    {
        const document::Item key(m_stand->model().rowAt(0).key);
        QVERIFY(m_stand->model().stageText(m_stand->cell(0, "note"), u"unfinished"_qs).ok());
        QTRY_VERIFY(!m_stand->settings.allKeys().filter(u"edits/"_qs).isEmpty());
        m_stand->window.reset();
        m_stand->open();
        QTRY_VERIFY(m_stand->changes().find(key));
        QVERIFY(m_stand->changes().find(key)->wanted->view().attribute("note")->text() == "unfinished");
        QTRY_VERIFY(m_stand->isFirstRowLoaded());
        QVERIFY(m_stand->model().rowAt(0).edit);
    }

private:
    std::unique_ptr<Stand> m_stand;
};

QTEST_MAIN(TestItemsPage)
#include "tst_items_page.moc"
