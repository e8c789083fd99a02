#include "features/items/items_page.h"

#include <QMenu>
#include <QSettings>
#include <QVBoxLayout>

#include "api/describe_table.h"
#include "api/describe_time_to_live.h"
#include "bridge/connections.h"
#include "bridge/text.h"
#include "features/items/change_bar.h"
#include "features/items/entity_chips.h"
#include "features/items/entity_filter.h"
#include "features/items/find_bar.h"
#include "features/items/item_inspector.h"
#include "features/items/item_reading.h"
#include "features/items/live_refresh.h"
#include "features/items/query/query_bar.h"
#include "features/items/query/query_library.h"
#include "features/items/query/query_words.h"
#include "features/items/table_edits.h"
#include "grid/cell_editor.h"
#include "grid/grid_view.h"
#include "grid/result_line.h"
#include "models/change_set.h"
#include "shell/action_catalog.h"
#include "shell/endpoint_status.h"
#include "shell/saved_queries.h"
#include "shell/workbench.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/page_frame.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kInspectorNeeds = 1100; // width of the window below which an item opens in a tab

} // namespace

ItemsPage::ItemsPage(Workbench &workbench, QWidget *parent)
    : Page(workbench, parent), m_model(new ItemGridModel(this)), m_bar(new QueryBar), m_chips(new EntityChips),
      m_frame(new PageFrame), m_grid(new GridView), m_result(new ResultLine), m_changeBar(new ChangeBar),
      m_live(new LiveRefresh(*m_model, *m_grid, this)), m_reading(new ItemReading(*m_model, *m_grid, this)),
      m_find(new FindBar(*m_model, *m_grid)), m_newItem(new QAction(tr("New Item"), this))
{
    build();
    connectGrid();
    connect(m_bar, &QueryBar::runRequested, this, &ItemsPage::run);
    connect(m_bar, &QueryBar::editedChanged, this, [this](bool isEdited) {
        m_changeBar->setCommitPrimary(!isEdited); // Run is the filled one then
        Q_EMIT headChanged();
    });
    connect(m_chips, &EntityChips::chosen, this, &ItemsPage::filterEntity);
    connect(m_result, &ResultLine::showNewRequested, this, &ItemsPage::refresh);
    connect(m_live, &LiveRefresh::newItems, m_result, &ResultLine::setNew);
    connect(m_bar, &QueryBar::libraryRequested, this, &ItemsPage::showLibrary);
    connect(m_reading, &ItemReading::progressed, this, &ItemsPage::sourceProgressed);
    connect(m_reading, &ItemReading::sortChanged, this, &ItemsPage::showResult);
    connect(m_reading, &ItemReading::restarted, this, [this] { m_result->setNew(0); });
    connect(m_result, &ResultLine::cancelRequested, this, [this] { m_reading->source()->cancel(); });
    connect(m_result, &ResultLine::nextPageRequested, this, [this] { m_reading->source()->loadMore(); });
    connect(m_result, &ResultLine::clearSortRequested, m_reading, &ItemReading::clearSort);
    connect(m_result, &ResultLine::codeRequested, this, &ItemsPage::showCode);
    connect(m_result, &ResultLine::whyRequested, this, &ItemsPage::showCost);
    connect(m_changeBar, &ChangeBar::discardRequested, this, [this] { m_changes->discard(); });
    connect(m_changeBar, &ChangeBar::previewRequested, this, &ItemsPage::preview);
    connect(m_changeBar, &ChangeBar::commitRequested, this, &ItemsPage::commit);
    connect(m_newItem, &QAction::triggered, this, &ItemsPage::newItem);
    connect(m_live, &LiveRefresh::itemRead, this, [this](const document::Item &key, const std::optional<document::Item> &now) {
        if (m_inspector)
            m_inspector->follow(key, now);
    });
    answerCommands();
}

ItemsPage::~ItemsPage() { m_model->setSource(nullptr, {}, {}); }

void ItemsPage::build()
{
    m_grid->setItemDelegate(new CellEditorDelegate(m_grid));
    m_grid->setGridModel(m_model);
    m_grid->setAccessibleName(tr("Items"));
    m_frame->setContent(m_grid);
    m_changeBar->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_chips);
    column->addWidget(m_frame, 1);
    column->addWidget(m_find);
    column->addWidget(m_result);
    column->addWidget(m_changeBar);
}

void ItemsPage::connectGrid()
{
    connect(m_grid, &GridView::selectionMoved, this, [this] {
        Q_EMIT selectionChanged();
        if (m_inspector && m_inspector->isVisible())
            follow(m_grid->currentIndex());
        else if (m_grid->hasFocus() && m_grid->currentIndex().isValid())
            hint(u"inspect"_s, tr("Space"), tr("%1 shows the whole item."));
    });
    connect(m_grid, &GridView::inspectRequested, this, [this](const QModelIndex &index) {
        if (!hasRoomForInspector())
            return openTab(index, OpenMode::Preview);
        Q_EMIT inspectRequested();
        inspect(index, false);
    });
    connect(m_grid, &GridView::editRefused, this, [this](const QModelIndex &index) {
        const auto type = index.isValid() && m_model->planned(index.column()) ? m_model->typeFor(index) : document::ValueType::M;
        const bool isNested = !m_shape.keys.contains(m_model->columnName(index.column())) && m_model->rowAt(index.row()).isLoaded
                              && type >= document::ValueType::B;
        if (isNested) {
            Q_EMIT inspectRequested();
            inspect(index, true);
        } else {
            say(m_model->editRefusal(index));
        }
    });
    connect(m_grid, &GridView::deletePressed, this, [this] {
        const QString keys = keysOf(u"item.delete"_s);
        say(tr("Delete alone does nothing. %1 stages a deletion.").arg(keys.isEmpty() ? tr("Item › Stage Deletion") : keys));
    });
    connect(m_grid, &QWidget::customContextMenuRequested, this, &ItemsPage::showMenu);
    connect(m_grid, &GridView::layoutChanged, this, [this] {
        workbench().settings().setValue(entityLayoutKey(), m_grid->columnLayout().save());
    });
    connect(m_model, &ItemGridModel::entitiesChanged, this, [this] { showEntities(); });
    connect(m_model, &ItemGridModel::arranged, this, &ItemsPage::itemsArrived);
    connect(m_grid, &GridView::sortRequested, this, [this](int column, Qt::SortOrder order) {
        m_reading->sort({m_model->columnName(column), order == Qt::DescendingOrder});
    });
    connect(m_grid, &GridView::sortCleared, m_reading, &ItemReading::clearSort);
}

// Beside the grid; a narrow window has none unless it is there already.
bool ItemsPage::hasRoomForInspector() const
{
    return (m_inspector && m_inspector->isVisible()) || !workbench().window() || workbench().window()->width() >= kInspectorNeeds;
}

QString ItemsPage::keysOf(const QString &command) const
{
    const QAction *action = workbench().actions().action(command);
    return action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
}

// The first rows of a query are here, and with them the columns.
void ItemsPage::itemsArrived()
{
    if (!m_position.isEmpty())
        m_grid->restorePosition(std::exchange(m_position, {}));
    updateAttributes();
    if (!m_wantedKey.isEmpty()) {
        m_wantedKey.clear();
        m_grid->selectRow(m_model->stagedRowCount());
        if (hasRoomForInspector())
            Q_EMIT inspectRequested();
        inspect(m_grid->currentIndex(), false);
    } else if (m_inspector && m_inspector->isVisible()) {
        inspect(m_grid->currentIndex(), false);
    }
}

// --- Places ---

void ItemsPage::open(const Place &place)
{
    QueryState state = QueryState::fromText(place.query);
    if (state.index.isEmpty())
        state.index = place.index;
    const bool isSameTable = m_isDescribed && place.table == m_place.table && place.connection == m_place.connection
                             && place.region == m_place.region;
    m_wanted = state;
    m_wantedKey = place.key;
    m_place = place;
    m_place.key.clear(); // it becomes a query
    if (isSameTable) {
        m_bar->setState(m_wantedKey.isEmpty() ? state : queryForKey(m_shape, m_wantedKey));
        run();
        return;
    }
    m_isDescribed = false;
    m_changes = &TableEdits::of(workbench()).changes(place);
    m_model->setChanges(m_changes);
    connect(m_changes, &ChangeSet::changed, this, &ItemsPage::updateChanges, Qt::UniqueConnection);
    connect(m_changes, &ChangeSet::committed, this, [this](int done, int refused, const QString &problem) {
        if (done > 0)
            workbench().say(tr("Committed %Ln change(s) to %1.", nullptr, done).arg(m_place.table));
        if (refused > 0)
            workbench().say(tr("%Ln change(s) stay staged: %1", nullptr, refused).arg(problem), MessageKind::Warning);
        m_live->refreshNow();
    });
    m_grid->columnLayout().restore(workbench().settings().value(layoutKey()).toMap());
    describe();
    updateChanges();
    Q_EMIT titleChanged();
}

QString ItemsPage::layoutKey() const
{
    const auto encoded = [](const QString &part) { return QString::fromLatin1(QUrl::toPercentEncoding(part)); };
    return u"items/layout/"_s + encoded(workbench().connections().resolvedId(m_place.connection)) + u'/' + encoded(m_place.table);
}

// Each kind of item has a layout of its own; until a person makes one, it is the table's.
QString ItemsPage::entityLayoutKey() const
{
    const QString entity = m_plan ? entityOf(m_run, m_model->entities(), m_shape.keys) : QString();
    return entity.isEmpty() ? layoutKey() : layoutKey() + u'@' + QString::fromLatin1(QUrl::toPercentEncoding(entity));
}

QVariantMap ItemsPage::savedLayout() const
{
    const QVariant own = workbench().settings().value(entityLayoutKey());
    return (own.isValid() ? own : workbench().settings().value(layoutKey())).toMap();
}

void ItemsPage::showEntities()
{
    m_chips->setEntities(m_model->entities().entities());
    m_chips->setChosen(m_plan ? entityOf(m_run, m_model->entities(), m_shape.keys) : QString());
}

void ItemsPage::describe()
{
    if (!m_isRefreshing)
        m_frame->showLoading();
    api::DescribeTableRequest request;
    request.tableName = toUtf8(m_place.table);
    workbench().client(m_place).run(this, m_describeSlot, std::move(request), [this](Result<api::DescribeTableResponse> reply) {
        const bool isRefreshing = std::exchange(m_isRefreshing, false);
        if (!reply.ok() || !reply->table) {
            const ErrorText text = ui::describe(reply.ok() ? Error::resourceNotFound() : reply.error());
            m_frame->showError(text, tr("Try Again"), [this] { describe(); });
            return;
        }
        m_shape = shapeOf(*reply->table);
        m_bar->setTable(m_shape); // keeps what is typed
        describeTimeToLive();
        if (isRefreshing)
            readAgain();
        else
            described();
    });
}

// A service that does not know it has no items that expire.
void ItemsPage::describeTimeToLive()
{
    api::DescribeTimeToLiveRequest request;
    request.tableName = m_shape.name;
    workbench().client(m_place).run(this, m_expirySlot, std::move(request), [this](Result<api::DescribeTimeToLiveResponse> reply) {
        std::string attribute;
        if (reply.ok() && reply->timeToLiveDescription
            && reply->timeToLiveDescription->timeToLiveStatus == api::TimeToLiveStatus::Enabled)
            attribute = reply->timeToLiveDescription->attributeName.value_or(std::string());
        m_model->setTimeToLive(attribute);
    });
}

void ItemsPage::described()
{
    m_isDescribed = true;
    m_bar->setState(m_wantedKey.isEmpty() ? m_wanted : queryForKey(m_shape, m_wantedKey));
    updateCommands();
    run();
}

// Reads what was run again; what is typed in the bar and not run yet stays as it is.
void ItemsPage::refresh()
{
    if (m_grid->isEditing() || m_describeSlot.isWaiting())
        return;
    m_isRefreshing = m_isDescribed && m_reading->source() && m_frame->state() == PageFrame::State::Content;
    if (!m_isRefreshing)
        m_wanted = m_bar->state();
    describe();
}

QVariantMap ItemsPage::saveState() const { return {{u"position"_s, m_grid->savePosition()}}; }
void ItemsPage::restoreState(const QVariantMap &state) { m_position = state.value(u"position"_s).toMap(); }

void ItemsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    const ConnectionInfo *info = workbench().connections().find(workbench().connections().resolvedId(m_place.connection));
    m_live->setActive(!info || info->isEmbedded); // elsewhere looking costs money
}

void ItemsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_live->setActive(false);
}

} // namespace stator::ui

#include "moc_items_page.cpp"
