// The Items page stages, commits and pastes: over the real engine in memory, in a real window.
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QUndoStack>

#include "api/delete_item.h"
#include "document/json_writer.h"
#include "features/items/editor/item_editor.h"
#include "features/items/item_tab.h"
#include "features/items/paste_plan.h"
#include "features/items/query/query_bar.h"
#include "grid/cell_editor.h"
#include "theme/theme.h"
#include "ui/items/items_stand.h"


using namespace stator;
using namespace stator::ui;
using stator::test::kShop;
using stator::test::shopItem;
using stator::test::Stand;

namespace {

constexpr int kItems = 3000;

} // namespace

class TestItemsEditing : public QObject {
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

    void leavesOutPastedItemsThatAreLikeThatAlready()
    {
        GridView &grid = m_stand->page().grid();
        const document::Item same(m_stand->model().rowAt(0).shown);
        const std::string json = document::itemToJson(same.view());
        const PastePlan unchanged = planPaste(grid, m_stand->model().shape(), QString::fromStdString(json));
        QCOMPARE(unchanged.stagedCount(), 0);
        const document::Item other = shopItem(0, "other");
        const PastePlan plan = planPaste(grid, m_stand->model().shape(), QString::fromStdString(document::itemToJson(other.view())));
        QCOMPARE(plan.stagedCount(), 1);
    }

    void bringsADeletedItemBack()
    {
        GridView &grid = m_stand->page().grid();
        grid.selectRow(0);
        auto *button = m_stand->window->findChild<QPushButton *>(u"bringBack"_qs);
        QVERIFY(button);
        QVERIFY(!button->isVisible());
        const document::Item key(m_stand->model().rowAt(0).key);
        const document::Item before(m_stand->model().rowAt(0).shown);
        api::DeleteItemRequest request;
        request.tableName = "Shop";
        request.key = key;
        QVERIFY(m_stand->ask(request).ok());
        QTRY_VERIFY(button->isVisible());
        button->click();
        QCOMPARE(m_stand->changes().counts().added, 1);
        QVERIFY(!m_stand->item(key));
        m_stand->changes().commit();
        QTRY_VERIFY(m_stand->changes().isEmpty());
        QCOMPARE(m_stand->item(key), std::optional(before));
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

QTEST_MAIN(TestItemsEditing)
#include "tst_items_editing.moc"
