#include "features/items/items_page.h"

#include <QMenu>
#include <QSettings>
#include <QVBoxLayout>

#include "api/describe_table.h"
#include "bridge/connections.h"
#include "bridge/text.h"
#include "features/items/change_bar.h"
#include "features/items/entity_chips.h"
#include "features/items/grid/cell_editor.h"
#include "features/items/grid/grid_view.h"
#include "features/items/item_inspector.h"
#include "features/items/live_refresh.h"
#include "features/items/query/query_bar.h"
#include "features/items/result_line.h"
#include "features/items/table_edits.h"
#include "models/change_set.h"
#include "models/segment_source.h"
#include "models/sequential_source.h"
#include "shell/action_catalog.h"
#include "shell/endpoint_status.h"
#include "shell/workbench.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/page_frame.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

ItemsPage::ItemsPage(Workbench &workbench, QWidget *parent)
    : Page(workbench, parent), m_model(new ItemGridModel(this)), m_bar(new QueryBar), m_chips(new EntityChips),
      m_frame(new PageFrame), m_grid(new GridView), m_result(new ResultLine), m_changeBar(new ChangeBar),
      m_live(new LiveRefresh(*m_model, *m_grid, this)), m_newItem(new QAction(tr("New Item"), this))
{
    build();
    connectGrid();
    connect(m_bar, &QueryBar::runRequested, this, &ItemsPage::run);
    connect(m_bar, &QueryBar::editedChanged, this, [this] { Q_EMIT headChanged(); });
    connect(m_chips, &EntityChips::chosen, this, &ItemsPage::filterEntity);
    connect(m_chips, &EntityChips::showNewRequested, this, &ItemsPage::refresh);
    connect(m_live, &LiveRefresh::newItems, m_chips, &EntityChips::setNew);
    connect(m_result, &ResultLine::cancelRequested, this, [this] { m_source->cancel(); });
    connect(m_result, &ResultLine::nextPageRequested, this, [this] { m_source->loadMore(); });
    connect(m_result, &ResultLine::codeRequested, this, &ItemsPage::showCode);
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
    column->addWidget(m_result);
    column->addWidget(m_changeBar);
}

void ItemsPage::connectGrid()
{
    connect(m_grid, &GridView::selectionMoved, this, [this] {
        Q_EMIT selectionChanged();
        if (m_inspector && m_inspector->isVisible())
            inspect(m_grid->currentIndex(), false);
    });
    connect(m_grid, &GridView::inspectRequested, this, [this](const QModelIndex &index) {
        Q_EMIT inspectRequested();
        inspect(index, false);
    });
    connect(m_grid, &GridView::editRefused, this, [this](const QModelIndex &index) {
        const auto type = index.isValid() && !m_model->isFold(index.column()) ? m_model->typeFor(index) : document::ValueType::M;
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
        const QAction *action = workbench().actions().action(u"item.delete"_s);
        const QString keys = action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
        say(tr("Delete alone does nothing. %1 stages a deletion.").arg(keys.isEmpty() ? tr("Item › Stage Deletion") : keys));
    });
    connect(m_grid, &QWidget::customContextMenuRequested, this, &ItemsPage::showMenu);
    connect(m_grid, &GridView::layoutChanged, this, [this] {
        workbench().settings().setValue(layoutKey(), m_grid->columnLayout().save());
    });
    connect(m_model, &ItemGridModel::entitiesChanged, this, [this] { m_chips->setEntities(m_model->entities().entities()); });
    connect(m_model, &ItemGridModel::arranged, this, [this] {
        if (!m_position.isEmpty())
            m_grid->restorePosition(std::exchange(m_position, {}));
        updateAttributes();
        if (m_inspector && m_inspector->isVisible())
            inspect(m_grid->currentIndex(), false);
    });
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
    m_place = place;
    if (isSameTable) {
        m_bar->setState(state);
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

void ItemsPage::describe()
{
    m_frame->showLoading();
    api::DescribeTableRequest request;
    request.tableName = toUtf8(m_place.table);
    workbench().client(m_place).run(this, m_describeSlot, std::move(request), [this](Result<api::DescribeTableResponse> reply) {
        if (!reply.ok() || !reply->table) {
            const ErrorText text = ui::describe(reply.ok() ? Error::resourceNotFound() : reply.error());
            m_frame->showError(text, tr("Try Again"), [this] { describe(); });
            return;
        }
        described(shapeOf(*reply->table));
    });
}

void ItemsPage::described(const TableShape &shape)
{
    m_shape = shape;
    m_isDescribed = true;
    m_bar->setTable(shape);
    m_bar->setState(m_wanted);
    updateCommands();
    run();
}

void ItemsPage::refresh()
{
    if (m_grid->isEditing())
        return;
    m_position = m_grid->savePosition();
    m_wanted = m_bar->state();
    describe();
}

QVariantMap ItemsPage::saveState() const { return {{u"position"_s, m_grid->savePosition()}}; }
void ItemsPage::restoreState(const QVariantMap &state) { m_position = state.value(u"position"_s).toMap(); }

// --- Reading ---

void ItemsPage::run()
{
    if (!m_isDescribed)
        return;
    QueryPlan plan = planQuery(m_shape, m_bar->state());
    if (!plan.isGood()) {
        m_bar->showFault(plan.fault);
        return;
    }
    read(std::move(plan));
}

void ItemsPage::read(QueryPlan plan)
{
    const QueryState state = m_bar->state();
    m_model->setSource(nullptr, m_shape, {});
    m_plan = std::move(plan);
    const IndexShape *index = m_shape.index(toUtf8(state.index));
    const std::int64_t items = index ? index->itemCount : m_shape.itemCount;
    const ServiceClient client = workbench().client(m_place);
    if (m_plan->isWholeScan)
        m_source = std::make_unique<SegmentSource>(client, std::get<api::ScanRequest>(m_plan->request), items);
    else
        m_source = std::make_unique<SequentialSource>(client, m_plan->request);
    connect(m_source.get(), &ItemSource::progressed, this, &ItemsPage::sourceProgressed);
    m_chips->setEntities({});
    m_chips->setNew(0);
    m_model->setSource(m_source.get(), m_shape, toUtf8(state.index));
    m_live->setTable(client, m_shape, m_plan->isWholeScan && !index, state.projection.isEmpty() && (!index || index->holdsAll));
    m_bar->setRun(state);
    m_place.query = state.toText();
    m_place.index = state.index;
    if (m_plan->isWholeScan && items > 0)
        m_frame->showContent();
    else
        m_frame->showLoading();
    m_source->want(0, 50);
    m_result->show(*m_source, m_plan->isWholeScan, items);
    Q_EMIT placeChanged();
    Q_EMIT headChanged();
}

void ItemsPage::sourceProgressed()
{
    const IndexShape *index = m_shape.index(toUtf8(m_place.index));
    const std::int64_t items = index ? index->itemCount : m_shape.itemCount;
    m_result->show(*m_source, m_plan->isWholeScan, items);
    Q_EMIT busyChanged(m_source->isLoading());
    const bool hasRows = m_source->totals().found > 0 || m_model->stagedRowCount() > 0;
    if (m_source->error() && !hasRows) {
        m_frame->showError(ui::describe(*m_source->error()), tr("Try Again"), [this] { m_source->retry(); });
    } else if (hasRows) {
        m_frame->showContent();
        m_frame->setBusy(m_source->isLoading());
        if (m_source->error())
            workbench().say(ui::describe(*m_source->error()).sentence, MessageKind::Error);
    } else if (m_source->isLoading()) {
        m_frame->showLoading();
    } else if (m_source->hasMore() && !m_plan->isWholeScan) {
        m_frame->showContent(); // stopped by the person before anything was found
    } else if (m_source->rowCount() == 0 || !m_source->isEstimate()) {
        showEmpty();
    }
}

void ItemsPage::showEmpty()
{
    EmptyText text;
    const QueryState state = m_bar->state();
    if (!state.hasPartition() && state.filters.isEmpty()) {
        text.icon = u"item"_s;
        text.title = state.index.isEmpty() ? tr("No items yet") : tr("No item is in this index");
        text.sentence = state.index.isEmpty() ? tr("Add one here, or from any client:")
                                              : tr("An item appears here once it has every key attribute of the index.");
        if (state.index.isEmpty()) {
            const EndpointState endpoint = workbench().endpoint().state();
            QString key;
            for (const auto *part : {&m_shape.keys.partition, &m_shape.keys.sort}) {
                for (const auto &attribute : *part)
                    key += u"%1\"%2\": {\"%3\": \"1\"}"_s.arg(key.isEmpty() ? QString() : u", "_s, toQt(attribute.name),
                                                             QString::fromLatin1(model::wireName(attribute.type).data()));
            }
            const QString where = endpoint.kind == EndpointState::Kind::Listening ? u" --endpoint-url "_s + endpoint.url() : QString();
            text.snippet = u"aws dynamodb put-item%1 \\\n    --table-name %2 --item '{%3}'"_s.arg(where, m_place.table, key);
            text.buttonText = tr("New Item");
            text.action = [this] { newItem(); };
        }
    } else {
        const IndexShape *index = m_shape.index(toUtf8(state.index));
        text.icon = u"filter"_s;
        text.title = tr("None of %1 items matches").arg(countText(index ? index->itemCount : m_shape.itemCount));
        text.sentence = tr("Scanned %1; values are compared with their type: 1 and \"1\" differ.")
                            .arg(countText(static_cast<std::int64_t>(m_source->totals().scanned)));
        text.buttonText = state.filters.isEmpty() ? tr("Clear Query") : tr("Clear Filter");
        text.action = [this] {
            QueryState cleared = m_bar->state();
            if (cleared.filters.isEmpty())
                cleared.partition.clear(), cleared.sort = {};
            cleared.filters.clear();
            m_bar->setState(cleared);
            run();
        };
    }
    m_frame->showEmpty(text);
}

// Completion of paths: what is loaded.
void ItemsPage::updateAttributes()
{
    QList<KnownAttribute> attributes;
    for (const auto *part : {&m_model->columns().columns(), &m_model->columns().folded()})
        for (const PlannedColumn &column : *part)
            attributes.append({toQt(column.name), column.mainType()});
    m_bar->setAttributes(attributes);
}

void ItemsPage::filterEntity(const QString &name)
{
    FilterToken filter;
    if (!m_model->entities().attribute().empty()) {
        filter.path = toQt(m_model->entities().attribute());
        filter.value = name;
    } else {
        // "ORDER LINE" is told by the prefix of the sort key, "ORDER" by that of the partition key.
        const bool isBySort = name.contains(u' ') && m_shape.keys.hasSortKey();
        filter.path = toQt(isBySort ? m_shape.keys.sort.front().name : m_shape.keys.partition.front().name);
        filter.comparison = Comparison::BeginsWith;
        filter.value = name.section(u' ', -1);
    }
    m_bar->addFilter(filter);
    run();
}

void ItemsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_live->setActive(true);
}

void ItemsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_live->setActive(false);
}

} // namespace stator::ui
