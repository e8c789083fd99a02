// The items of a table or index: query bar, grid, result line, change bar. It joins them and holds what they share.
#pragma once

#include "features/items/query/query_plan.h"
#include "models/item_grid_model.h"
#include "shell/page.h"

class QMenu;

namespace stator::ui {

enum class OpenMode;
struct CopiedText;

class ActionCatalog;
class ChangeBar;
class ChangeSet;
class EntityChips;
class FindBar;
class GridView;
class ItemInspector;
class ItemReading;
class LiveRefresh;
class PageFrame;
class PageRegistry;
class QueryBar;
class ResultLine;

class ItemsPage : public Page {
    Q_OBJECT
public:
    ItemsPage(Workbench &workbench, QWidget *parent);
    ~ItemsPage() override;

    void open(const Place &place) override;
    Place place() const override { return m_place; }
    QString title() const override { return m_place.table; }
    QList<QAction *> headActions() const override { return {m_newItem}; }
    QAction *primaryAction() const override;
    QWidget *inspector() override;
    QString inspectorTitle() const override { return tr("Item"); }
    QUndoStack *undoStack() const override;
    QString selectionText() const override;
    void refresh() override;
    bool cancel() override;
    void focusContent() override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

    GridView &grid() { return *m_grid; }
    QueryBar &queryBar() { return *m_bar; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectGrid();
    void answerCommands();
    void describe();
    void describeTimeToLive();
    void described();
    void run();
    void read(QueryPlan plan);
    void readAgain();
    bool asksBeforeScan(const QueryPlan &plan);
    void sourceProgressed();
    void showResult();
    void showEmpty();
    void itemsArrived();
    void showLibrary(QWidget *anchor);
    std::int64_t estimatedItems() const;
    bool holdsWholeItems() const;
    void offerSimilar(QMenu *menu, const ItemGridModel::Row &row);
    void hint(const QString &id, const QString &keys, const QString &sentence);
    QString keysOf(const QString &command) const;
    bool hasRoomForInspector() const;
    void updateChanges();
    void updateCommands();
    void updateAttributes();
    void filterEntity(const QString &name);
    void newItem();
    void duplicate();
    void inspect(const QModelIndex &index, bool editsPath);
    void follow(const QModelIndex &index);
    void showStaged(const document::Item &key);
    void stageDeletion();
    void commit();
    void preview();
    void copy(const CopiedText &copied);
    void paste();
    void openTab(const QModelIndex &index, OpenMode mode);
    void showCode();
    void showCost();
    void showMenu(const QPoint &position);
    void say(const QString &sentence);
    QString dangerousName() const;
    QString layoutKey() const;
    QString entityLayoutKey() const;
    QVariantMap savedLayout() const;
    void showEntities();

    Place m_place;
    TableShape m_shape;
    bool m_isDescribed = false;
    QueryState m_wanted; // to be run once the table is known
    QString m_wantedKey;   // of one item, as typed; to be shown
    std::optional<QueryPlan> m_plan;
    QueryState m_run; // what m_plan was made of
    QString m_allowedScan; // the query whose scan of a remote table was confirmed
    bool m_isRefreshing = false;
    QVariantMap m_position; // to come back to, once rows are there
    RequestSlot m_describeSlot;
    RequestSlot m_expirySlot;

    ItemGridModel *m_model;
    ChangeSet *m_changes = nullptr;
    QueryBar *m_bar;
    EntityChips *m_chips;
    PageFrame *m_frame;
    GridView *m_grid;
    ResultLine *m_result;
    ChangeBar *m_changeBar;
    LiveRefresh *m_live;
    ItemReading *m_reading;
    FindBar *m_find;
    QAction *m_newItem;
    QPointer<ItemInspector> m_inspector;
    std::string m_inspectedKey; // of the row whose item was shown there last
};

void registerItems(PageRegistry &registry);
// Commands of the Item menu and of queries; the current page answers them.
void addItemCommands(ActionCatalog &actions);

} // namespace stator::ui
