// The Items page reads: from the query to the source, and what it says of it.
#include <QMenu>
#include <QSettings>

#include "bridge/connections.h"
#include "bridge/error_text.h"
#include "bridge/text.h"
#include "features/items/entity_chips.h"
#include "features/items/entity_filter.h"
#include "features/items/find_bar.h"
#include "features/items/item_reading.h"
#include "features/items/items_page.h"
#include "features/items/live_refresh.h"
#include "features/items/query/query_bar.h"
#include "features/items/query/query_library.h"
#include "features/items/query/query_words.h"
#include "grid/grid_view.h"
#include "grid/result_line.h"
#include "shell/endpoint_status.h"
#include "shell/saved_queries.h"
#include "shell/workbench.h"
#include "widgets/page_frame.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

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

// Rows of an index may lack attributes; those are not compared with the table's items.
bool ItemsPage::holdsWholeItems() const
{
    const VectorIndexShape *vectors = m_shape.vectorIndex(toUtf8(m_run.index));
    const IndexShape *index = m_shape.index(toUtf8(m_run.index));
    return m_run.projection.isEmpty() && (!index || index->holdsAll) && (!vectors || vectors->holdsAll);
}

std::int64_t ItemsPage::estimatedItems() const
{
    if (const VectorIndexShape *vectors = m_shape.vectorIndex(toUtf8(m_run.index)))
        return vectors->itemCount;
    const IndexShape *index = m_shape.index(toUtf8(m_run.index));
    return index ? index->itemCount : m_shape.itemCount;
}

// Reading a whole table elsewhere costs money: what it would cost is said first.
bool ItemsPage::asksBeforeScan(const QueryPlan &plan)
{
    const ConnectionInfo *info = workbench().connections().find(workbench().connections().resolvedId(m_place.connection));
    const QueryState state = m_bar->state();
    if (!plan.isScan || !info || info->isEmbedded || m_allowedScan == state.toText() + m_place.table)
        return false;
    EmptyText text;
    text.icon = u"table"_s;
    text.title = costSentence(m_shape, state);
    text.sentence = tr("%1 is not this computer; a scan reads and costs all of it. A partition key above makes it a query.").arg(info->title);
    text.buttonText = tr("Scan");
    text.action = [this, allowed = state.toText() + m_place.table] {
        m_allowedScan = allowed;
        run();
    };
    m_frame->showEmpty(text);
    return true;
}

void ItemsPage::read(QueryPlan plan)
{
    if (asksBeforeScan(plan))
        return;
    const bool isWritten = m_plan.has_value() && !(m_run == m_bar->state()); // not the table as it opened
    m_run = m_bar->state();
    m_plan = std::move(plan);
    const ConnectionInfo *info = workbench().connections().find(workbench().connections().resolvedId(m_place.connection));
    m_plan->isWholeScan = m_plan->isWholeScan && info && info->isEmbedded; // elsewhere it grows page by page
    const IndexShape *index = m_shape.index(toUtf8(m_run.index));
    const ServiceClient client = workbench().client(m_place);
    m_result->setNew(0);
    m_find->setClient(client);
    if (m_plan->isWholeScan && estimatedItems() > 0)
        m_frame->showContent();
    else
        m_frame->showLoading();
    m_grid->columnLayout().restore(savedLayout());
    m_reading->start(client, m_shape, toUtf8(m_run.index), *m_plan, estimatedItems());
    m_live->setTable(client, m_shape, m_plan->isWholeScan && !index, holdsWholeItems());
    showEntities();
    m_bar->setRun(m_run);
    m_place.query = m_run.toText();
    m_place.index = m_run.index;
    if (isWritten && !m_run.isPlain())
        SavedQueries(workbench().settings()).remember(m_place);
    showResult();
    Q_EMIT placeChanged();
    Q_EMIT headChanged();
}

bool ItemsPage::cancel()
{
    ItemSource *source = m_reading->source();
    // A whole table is read as it is looked at: there is no end to call off.
    if (!source || !source->isLoading() || m_plan->isWholeScan)
        return false;
    source->cancel();
    return true;
}

void ItemsPage::readAgain()
{
    const IndexShape *index = m_shape.index(toUtf8(m_run.index));
    if (!m_run.index.isEmpty() && !index && !m_shape.vectorIndex(toUtf8(m_run.index))) {
        run(); // the index is gone; the bar says so
        return;
    }
    m_live->setTable(workbench().client(m_place), m_shape, m_plan->isWholeScan && !index,
                     holdsWholeItems());
    m_reading->restart(estimatedItems());
    updateCommands();
}

void ItemsPage::showResult()
{
    if (m_reading->source())
        m_result->show(*m_reading->source(), m_plan->isWholeScan, estimatedItems(), m_reading->sortRule() ? m_reading->sortedCount() : -1);
}

void ItemsPage::sourceProgressed()
{
    const ItemSource &source = *m_reading->source();
    showResult();
    const bool isBusy = source.isLoading() || m_reading->isRestarting();
    Q_EMIT busyChanged(isBusy);
    const bool hasRows = source.totals().found > 0 || m_model->stagedRowCount() > 0;
    if (source.error() && !hasRows) {
        m_frame->showError(ui::describe(*source.error()), tr("Try Again"), [this] { m_reading->source()->retry(); });
    } else if (hasRows) {
        m_frame->showContent();
        m_frame->setBusy(isBusy);
        if (source.error())
            workbench().say(ui::describe(*source.error()).sentence, MessageKind::Error);
    } else if (isBusy) {
        m_frame->showLoading();
    } else if (source.hasMore() && !m_plan->isWholeScan) {
        m_frame->showContent(); // stopped by the person before anything was found
    } else if (source.rowCount() == 0 || !source.isEstimate()) {
        showEmpty();
    }
}

void ItemsPage::showLibrary(QWidget *anchor)
{
    Place current = m_place;
    const QueryState state = m_bar->state();
    current.query = state.toText();
    current.index = state.index;
    showQueryLibrary(workbench(), current, m_shape, anchor, [this](const Place &place) { open(place); });
}

// Said once in the life of a workspace.
void ItemsPage::hint(const QString &id, const QString &keys, const QString &sentence)
{
    const QString key = u"hints/"_s + id;
    if (keys.isEmpty() || workbench().settings().value(key).toBool())
        return;
    workbench().settings().setValue(key, true);
    workbench().say(sentence.arg(keys));
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
                            .arg(countText(static_cast<std::int64_t>(m_reading->source()->totals().scanned)));
        text.buttonText = state.filters.isEmpty() ? tr("Clear Query") : tr("Clear Filter");
        text.action = [this] {
            QueryState cleared = m_bar->state();
            if (cleared.filters.isEmpty())
                cleared.partition.clear(), cleared.sort.clear();
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
    m_bar->setState(withEntity(m_bar->state(), m_model->entities(), m_shape.keys, name));
    run();
    showEntities(); // also where the query is refused
}

} // namespace stator::ui
