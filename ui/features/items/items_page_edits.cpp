// The Items page's commands and edits.
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include "bridge/connections.h"
#include "bridge/text.h"
#include "code/code_dialog.h"
#include "cost/cost_panel.h"
#include "features/items/change_bar.h"
#include "features/items/find_bar.h"
#include "features/items/grid_copy.h"
#include "features/items/item_inspector.h"
#include "features/items/item_reading.h"
#include "features/items/item_tab.h"
#include "features/items/items_page.h"
#include "features/items/paste_dialog.h"
#include "features/items/preview_dialog.h"
#include "features/items/query/query_bar.h"
#include "features/items/query/vector_text.h"
#include "features/items/table_edits.h"
#include "grid/grid_view.h"
#include "models/change_set.h"
#include "models/value_text.h"
#include "shell/action_catalog.h"
#include "shell/endpoint_status.h"
#include "shell/page_registry.h"
#include "shell/workbench.h"
#include "widgets/page_frame.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostStagedAtOnce = 1000;

} // namespace

void ItemsPage::answerCommands()
{
    CommandSet &set = commands();
    set.answer(u"item.new"_s, this, [this] { newItem(); });
    set.answer(u"item.duplicate"_s, this, [this] { duplicate(); });
    set.answer(u"item.edit"_s, this, [this] { m_grid->startEdit(); });
    set.answer(u"item.delete"_s, this, [this] { stageDeletion(); });
    set.answer(u"item.copy"_s, this, [this] { copy(selectionAsTsv(*m_grid)); });
    set.answer(u"item.copy-json"_s, this, [this] { copy(selectionAsDynamoDbJson(*m_grid)); });
    set.answer(u"item.copy-plain-json"_s, this, [this] { copy(selectionAsJson(*m_grid)); });
    set.answer(u"item.paste"_s, this, [this] { paste(); });
    set.answer(u"item.open-tab"_s, this, [this] { openTab(m_grid->currentIndex(), OpenMode::Keep); });
    set.answer(u"changes.commit"_s, this, [this] { commit(); });
    set.answer(u"changes.preview"_s, this, [this] { preview(); });
    set.answer(u"changes.discard"_s, this, [this] { m_changes->discard(); });
    set.answer(u"query.run"_s, this, [this] { run(); });
    set.answer(u"query.focus"_s, this, [this] { m_bar->focusFirst(); });
    set.answer(u"query.next-page"_s, this, [this] {
        if (m_reading->source())
            m_reading->source()->loadMore();
    });
    set.answer(u"find.open"_s, this, [this] { m_find->open(); });
    set.answer(u"find.next"_s, this, [this] { m_find->step(true); });
    set.answer(u"find.previous"_s, this, [this] { m_find->step(false); });
    set.answer(u"query.library"_s, this, [this] { m_bar->showLibrary(); });
    set.answer(u"query.code"_s, this, [this] { showCode(); });
    updateCommands();
}

void ItemsPage::updateCommands()
{
    CommandSet &set = commands();
    const bool hasChanges = m_changes && !m_changes->isEmpty();
    const QString nothing = hasChanges ? QString() : tr("No change is staged.");
    for (const QString &id : {u"changes.commit"_s, u"changes.preview"_s, u"changes.discard"_s})
        set.setReason(id, nothing);
    const QString loading = m_isDescribed ? QString() : tr("The table is not read yet.");
    for (const QString &id : {u"item.new"_s, u"item.duplicate"_s, u"item.edit"_s, u"item.delete"_s, u"query.run"_s})
        set.setReason(id, loading);
    set.setText(u"changes.commit"_s, hasChanges ? ChangeBar::commitText(m_changes->counts().total(), dangerousName()) : QString());
    m_newItem->setEnabled(m_isDescribed);
}

QAction *ItemsPage::primaryAction() const
{
    const bool hasChanges = m_changes && !m_changes->isEmpty();
    return m_bar->isEdited() || hasChanges ? nullptr : m_newItem;
}

QString ItemsPage::dangerousName() const
{
    const ConnectionInfo *info = workbench().connections().find(workbench().connections().resolvedId(m_place.connection));
    return info && info->isDangerous ? (info->badge.isEmpty() ? info->title : info->title) : QString();
}

void ItemsPage::updateChanges()
{
    m_changeBar->show(*m_changes, dangerousName());
    updateCommands();
    if (!m_changes->isEmpty()) {
        //: %1 is a shortcut: "Ctrl+S".
        hint(u"commit"_s, keysOf(u"changes.commit"_s), tr("Nothing is written yet: %1 commits what is staged."));
        Q_EMIT kept();
        if (m_model->stagedRowCount() > 0 && m_frame->state() == PageFrame::State::Empty)
            m_frame->showContent();
    }
    Q_EMIT headChanged();
}

QUndoStack *ItemsPage::undoStack() const { return &TableEdits::of(workbench()).undoStack(); }

QString ItemsPage::selectionText() const
{
    const qint64 rows = m_grid->selectedRowCount();
    return rows > 1 ? tr("%1 selected").arg(countText(rows)) : QString();
}

void ItemsPage::focusContent() { m_grid->setFocus(); }

void ItemsPage::say(const QString &sentence)
{
    if (!sentence.isEmpty())
        workbench().say(sentence);
}

QWidget *ItemsPage::inspector()
{
    if (!m_inspector) {
        m_inspector = new ItemInspector;
        // Later: the editor is in the middle of it.
        connect(m_inspector, &ItemInspector::staged, this, &ItemsPage::showStaged, Qt::QueuedConnection);
    }
    return m_inspector;
}

// Rows that come and go move the selection too; only another item is another one to show.
void ItemsPage::follow(const QModelIndex &index)
{
    const std::string key = index.isValid() ? m_model->rowAt(index.row()).key : std::string();
    if (key != m_inspectedKey)
        inspect(index, false);
}

// A new item that was staged stands in the first rows: there it is.
void ItemsPage::showStaged(const document::Item &key)
{
    const int row = m_model->findRow(key.bytes(), 0, m_model->stagedRowCount() - 1);
    if (row < 0 || m_grid->columnLayout().visible().empty())
        return;
    m_grid->selectRow(row);
    m_grid->scrollTo(m_grid->currentIndex());
}

void ItemsPage::inspect(const QModelIndex &index, bool editsPath)
{
    inspector();
    m_inspectedKey = index.isValid() ? m_model->rowAt(index.row()).key : std::string();
    if (!index.isValid() || !m_isDescribed) {
        m_inspector->clear();
        return;
    }
    const ItemGridModel::Row &row = m_model->rowAt(index.row());
    if (!row.isLoaded || row.key.empty()) {
        m_inspector->clear();
        return;
    }
    ItemInspector::Subject subject;
    subject.key = document::Item(row.key);
    if (row.read)
        subject.base.emplace(row.base);
    if (row.entity >= 0) {
        subject.entity = toQt(m_model->entities().entities()[static_cast<std::size_t>(row.entity)].name);
        subject.series = row.entity;
    }
    m_inspector->show(workbench().client(m_place), m_shape, *m_changes, subject,
                      m_plan && (!m_bar->state().projection.isEmpty() || !m_place.index.isEmpty()));
    if (editsPath)
        m_inspector->editAttribute(m_model->columnName(index.column()));
}

void ItemsPage::newItem()
{
    if (!m_isDescribed)
        return;
    inspector();
    Q_EMIT inspectRequested();
    m_inspector->showNew(m_shape, *m_changes);
}

void ItemsPage::duplicate()
{
    const QModelIndex index = m_grid->currentIndex();
    if (!index.isValid() || !m_model->rowAt(index.row()).isLoaded)
        return say(tr("No item is selected."));
    const document::Item pattern(m_model->rowAt(index.row()).shown);
    inspector();
    Q_EMIT inspectRequested();
    m_inspector->showCopy(m_shape, *m_changes, pattern);
}

void ItemsPage::stageDeletion()
{
    const QList<int> rows = m_grid->selectedRows(kMostStagedAtOnce + 1);
    if (rows.isEmpty())
        return say(tr("No item is selected."));
    if (rows.size() > kMostStagedAtOnce)
        return say(tr("At most %1 deletions are staged at once.").arg(countText(kMostStagedAtOnce)));
    int staged = 0;
    for (const int row : rows) {
        const ItemGridModel::Row &there = m_model->rowAt(row);
        if (!there.isLoaded || there.isDeleted)
            continue;
        const document::Item key(there.key);
        if (there.read) {
            const document::Item base(there.base);
            m_changes->stage(key, base, std::nullopt, tr("Delete %1").arg(keyText(m_shape.keys, key.view())));
        } else {
            m_changes->unstage(key); // it was only staged
        }
        ++staged;
    }
    if (staged > 0)
        say(tr("Staged the deletion of %Ln item(s). Nothing is deleted before Commit.", nullptr, staged));
}

void ItemsPage::commit()
{
    if (!m_changes || m_changes->isEmpty())
        return;
    // One item is committed at once; more, or another's data, goes through the preview.
    if (m_changes->counts().total() > 1 || !dangerousName().isEmpty())
        preview();
    else
        m_changes->commit();
}

void ItemsPage::preview()
{
    if (!m_changes || m_changes->isEmpty())
        return;
    auto *dialog = new PreviewDialog(*m_changes, m_shape, dangerousName(), workbench().window());
    connect(dialog, &QDialog::accepted, m_changes, [changes = m_changes] { changes->commit(); });
    dialog->open();
}

void ItemsPage::paste()
{
    const PastePlan plan = planPaste(*m_grid, m_shape, QGuiApplication::clipboard()->text());
    if (!plan.fault.isEmpty())
        return say(plan.fault);
    auto *dialog = new PasteDialog(plan, workbench().window());
    connect(dialog, &QDialog::accepted, this,
            [this, plan, changes = m_changes] { stagePaste(plan, *changes, TableEdits::of(workbench()).undoStack()); });
    dialog->open();
}

void ItemsPage::openTab(const QModelIndex &index, OpenMode mode)
{
    if (!index.isValid() || m_model->rowAt(index.row()).key.empty())
        return say(tr("No item is selected."));
    workbench().open(ItemTab::placeOf(m_place, document::Item(m_model->rowAt(index.row()).key)), mode);
}

void ItemsPage::copy(const CopiedText &copied)
{
    if (copied.rows == 0)
        return say(tr("Nothing is selected."));
    QGuiApplication::clipboard()->setText(copied.text);
    if (copied.skipped > 0)
        say(tr("Copied %1 of %2 rows: the others are not loaded.").arg(countText(copied.rows), countText(copied.rows + copied.skipped)));
    else
        say(tr("Copied %Ln row(s).", nullptr, static_cast<int>(copied.rows)));
}

void ItemsPage::showCode()
{
    if (!m_plan)
        return;
    const EndpointState endpoint = workbench().endpoint().state();
    const ConnectionInfo *info = workbench().connections().find(workbench().connections().resolvedId(m_place.connection));
    const bool isHere = info && info->isEmbedded;
    const QString address = isHere && endpoint.kind == EndpointState::Kind::Listening ? endpoint.url() : QString();
    if (m_plan->search) {
        openCodeDialog(u"SearchVectors"_s, *m_plan->search, workbench().client(m_place).region(), address, workbench().window());
        return;
    }
    const QString operation = m_plan->isScan ? u"Scan"_s : u"Query"_s;
    std::visit([&](const auto &request) { openCodeDialog(operation, request, workbench().client(m_place).region(), address, workbench().window()); },
               m_plan->request);
}

void ItemsPage::showCost()
{
    if (!m_plan || !m_reading->source())
        return;
    const ReadTotals totals = m_reading->source()->totals();
    if (m_plan->search) {
        //: %1 is a size.
        say(tr("A vector search is counted by the bytes it searches, here %1, and not in units.").arg(sizeText(totals.searchedBytes)));
        return;
    }
    CostFacts facts = factsOfRead(m_plan->request, totals);
    facts.shape = m_shape;
    (new CostDialog(facts, workbench().window()))->open();
}

void ItemsPage::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [this](QMenu *to, const QStringList &ids) {
        for (const QString &id : ids)
            if (QAction *action = workbench().actions().action(id))
                to->addAction(action);
    };
    offer(menu, {u"item.edit"_s, u"item.open-tab"_s, u"item.new"_s, u"item.duplicate"_s});
    menu->addSeparator();
    offer(menu, {u"item.copy"_s, u"item.copy-plain-json"_s, u"item.copy-json"_s, u"item.paste"_s});
    menu->addSeparator();
    offer(menu, {u"item.delete"_s});
    const QModelIndex index = m_grid->currentIndex();
    const ItemGridModel::Row row = index.isValid() ? m_model->rowAt(index.row()) : ItemGridModel::Row();
    if (row.edit) {
        menu->addSeparator();
        menu->addAction(tr("Discard the Change of This Item"), this, [this, key = document::Item(row.key)] { m_changes->unstage(key); });
    }
    offerSimilar(menu, row);
    const auto value = index.isValid() ? m_model->valueAt(row, index.column()) : std::nullopt;
    if (value && (model::isKeyType(value->type()) || value->type() == document::ValueType::Bool)) {
        FilterToken filter;
        filter.path = toQt(m_model->columnName(index.column()));
        filter.type = value->type();
        filter.value = index.data(Qt::EditRole).toString();
        menu->addSeparator();
        menu->addAction(tr("Filter by This Value"), this, [this, filter] {
            m_bar->addFilter(filter);
            run();
        });
    }
    menu->popup(m_grid->viewport()->mapToGlobal(position));
}

// Items like this one, by each vector index it is in.
void ItemsPage::offerSimilar(QMenu *menu, const ItemGridModel::Row &row)
{
    for (const VectorIndexShape &index : m_shape.vectorIndexes) {
        const auto vector = row.isLoaded ? row.shown.attribute(index.attribute) : std::nullopt;
        const auto text = vector ? vectorText(*vector, index.dimensions) : std::nullopt;
        if (!text)
            continue;
        QueryState state;
        state.index = toQt(index.name);
        state.vector = *text;
        for (const auto &condition : index.conditions) {
            const auto value = row.shown.attribute(condition.name);
            state.partition.append(value && value->type() == condition.type && static_cast<std::size_t>(state.partition.size()) < index.neededConditions
                                       ? plainText(*value) : QString());
        }
        //: %1 is a vector index.
        menu->addAction(tr("Find Similar Items by %1").arg(state.index), this, [this, state] {
            m_bar->setState(state);
            run();
        });
    }
}

void registerItems(PageRegistry &registry)
{
    PageInfo info;
    info.id = u"items"_s;
    info.title = ItemsPage::tr("Items");
    info.icon = u"table"_s;
    info.scope = PageScope::Table;
    info.order = 0;
    info.factory = [](Workbench &workbench, QWidget *parent) { return new ItemsPage(workbench, parent); };
    registry.add(info);
    registerItem(registry);
}

void addItemCommands(ActionCatalog &actions)
{
    const auto add = [&actions](const QString &id, const QString &text, const QString &icon, const QList<QKeySequence> &keys,
                                MenuId menu, int group) {
        if (actions.action(id))
            return;
        Command command;
        command.id = id;
        command.text = text;
        command.icon = icon;
        command.shortcuts = keys;
        command.menu = menu;
        command.group = group;
        actions.add(command);
    };
    add(u"item.new"_s, ItemsPage::tr("&New Item"), u"add"_s, {Qt::CTRL | Qt::Key_N}, MenuId::Item, 0);
    add(u"item.duplicate"_s, ItemsPage::tr("D&uplicate with Another Key…"), {}, {Qt::CTRL | Qt::Key_D}, MenuId::Item, 0);
    add(u"item.edit"_s, ItemsPage::tr("&Edit Value"), u"edit"_s, {}, MenuId::Item, 0);
    add(u"item.delete"_s, ItemsPage::tr("Stage &Deletion"), u"delete"_s, {Qt::CTRL | Qt::Key_Delete}, MenuId::Item, 0);
    add(u"item.copy"_s, ItemsPage::tr("&Copy"), u"copy"_s, {Qt::CTRL | Qt::Key_C}, MenuId::Edit, 10);
    add(u"item.copy-json"_s, ItemsPage::tr("Copy as DynamoDB &JSON"), {}, {Qt::CTRL | Qt::SHIFT | Qt::Key_C}, MenuId::Edit, 10);
    add(u"item.copy-plain-json"_s, ItemsPage::tr("Copy as &Plain JSON"), {}, {}, MenuId::Edit, 10);
    add(u"item.paste"_s, ItemsPage::tr("&Paste…"), u"paste"_s, {Qt::CTRL | Qt::Key_V}, MenuId::Edit, 10);
    add(u"item.open-tab"_s, ItemsPage::tr("&Open in a Tab"), {}, {}, MenuId::Item, 0);
    add(u"changes.commit"_s, ItemsPage::tr("Co&mmit"), u"check"_s, {Qt::CTRL | Qt::Key_S}, MenuId::Item, 20);
    add(u"changes.preview"_s, ItemsPage::tr("&Preview Changes…"), u"compare"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_S}, MenuId::Item, 20);
    add(u"changes.discard"_s, ItemsPage::tr("Discard &All Changes"), u"undo"_s, {}, MenuId::Item, 20);
    add(u"query.run"_s, ItemsPage::tr("&Run Query"), u"run"_s, {Qt::CTRL | Qt::Key_Return}, MenuId::Table, 0);
    add(u"query.focus"_s, ItemsPage::tr("Go to the &Query"), u"search"_s, {Qt::CTRL | Qt::Key_L}, MenuId::Table, 0);
    add(u"query.next-page"_s, ItemsPage::tr("Next &Page"), {}, {Qt::ALT | Qt::Key_PageDown}, MenuId::Table, 0);
    add(u"query.library"_s, ItemsPage::tr("&Saved Queries and History"), u"star"_s, {}, MenuId::Table, 0);
    add(u"find.open"_s, ItemsPage::tr("&Find in Loaded Items"), u"search"_s, {Qt::CTRL | Qt::Key_F}, MenuId::Edit, 20);
    add(u"find.next"_s, ItemsPage::tr("Find &Next"), {}, {Qt::Key_F3}, MenuId::Edit, 20);
    add(u"find.previous"_s, ItemsPage::tr("Find Pre&vious"), {}, {Qt::SHIFT | Qt::Key_F3}, MenuId::Edit, 20);
    add(u"query.code"_s, ItemsPage::tr("&Code for This Query…"), u"code"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_E}, MenuId::Table, 0);
}

} // namespace stator::ui
