#include "features/items/item_tab.h"

#include <QDateTime>
#include <QVBoxLayout>

#include "api/describe_table.h"
#include "api/get_item.h"
#include "bridge/connections.h"
#include "bridge/error_text.h"
#include "bridge/text.h"
#include "document/json_reader.h"
#include "document/json_writer.h"
#include "features/items/change_bar.h"
#include "features/items/editor/item_editor.h"
#include "features/items/item_inspector.h"
#include "features/items/preview_dialog.h"
#include "features/items/table_edits.h"
#include "models/change_set.h"
#include "shell/page_registry.h"
#include "shell/workbench.h"
#include "widgets/page_frame.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kReadMs = 1000;

} // namespace

ItemTab::ItemTab(Workbench &workbench, QWidget *parent)
    : Page(workbench, parent), m_frame(new PageFrame), m_editor(new ItemEditor), m_changeBar(new ChangeBar)
{
    m_frame->setContent(m_editor);
    m_changeBar->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_frame, 1);
    column->addWidget(m_changeBar);
    m_timer.setInterval(kReadMs);
    connect(&m_timer, &QTimer::timeout, this, &ItemTab::read);
    connect(m_editor, &ItemEditor::staged, this, &ItemTab::kept);
    connect(m_editor, &ItemEditor::draftChanged, this, [this](bool hasDraft) {
        if (hasDraft)
            Q_EMIT kept();
    });
    connect(m_changeBar, &ChangeBar::discardRequested, this, [this] { m_changes->discard(); });
    connect(m_changeBar, &ChangeBar::previewRequested, this, &ItemTab::preview);
    connect(m_changeBar, &ChangeBar::commitRequested, this, [this] { commands().run(u"changes.commit"_s); });
    commands().answer(u"changes.commit"_s, this, [this] {
        if (m_changes->counts().total() > 1)
            preview();
        else
            m_changes->commit();
    });
    commands().answer(u"changes.preview"_s, this, [this] { preview(); });
    commands().answer(u"changes.discard"_s, this, [this] { m_changes->discard(); });
    commands().answer(u"item.delete"_s, this, [this] { stageDeletion(); });
}

Place ItemTab::placeOf(const Place &table, const document::Item &key)
{
    Place place = Place::ofTable(table.connection, table.region, table.table, u"item"_s);
    place.key = toQt(document::itemToJson(key.view()));
    return place;
}

QString ItemTab::title() const
{
    const QString key = keyText(m_shape.keys, m_key.view());
    return key.isEmpty() ? m_place.table : key;
}

QUndoStack *ItemTab::undoStack() const { return &TableEdits::of(workbench()).undoStack(); }

void ItemTab::open(const Place &place)
{
    m_place = place;
    auto key = document::parseItem(toUtf8(place.key));
    if (!key.ok()) {
        m_frame->showError(ui::describe(key.error()));
        return;
    }
    m_key = std::move(*key);
    m_isShown = false;
    m_changes = &TableEdits::of(workbench()).changes(place);
    connect(m_changes, &ChangeSet::changed, this, &ItemTab::updateChanges, Qt::UniqueConnection);
    connect(m_changes, &ChangeSet::committed, this, &ItemTab::read, Qt::UniqueConnection);
    updateChanges();
    describe();
}

void ItemTab::describe()
{
    m_frame->showLoading();
    api::DescribeTableRequest request;
    request.tableName = toUtf8(m_place.table);
    workbench().client(m_place).run(this, m_describeSlot, std::move(request), [this](Result<api::DescribeTableResponse> reply) {
        if (!reply.ok() || !reply->table) {
            m_frame->showError(ui::describe(reply.ok() ? Error::resourceNotFound() : reply.error()), tr("Try Again"),
                               [this] { describe(); });
            return;
        }
        m_shape = shapeOf(*reply->table);
        Q_EMIT titleChanged();
        Q_EMIT headChanged(); // the path ends with the title
        read();
    });
}

void ItemTab::read()
{
    if (m_readSlot.isWaiting() || m_shape.name.empty())
        return;
    api::GetItemRequest request;
    request.tableName = m_shape.name;
    request.key = m_key;
    request.consistentRead = true;
    workbench().client(m_place).run(this, m_readSlot, std::move(request), [this](Result<api::GetItemResponse> reply) {
        if (reply.ok())
            show(reply->item);
        else if (!m_isShown)
            m_frame->showError(ui::describe(reply.error()), tr("Try Again"), [this] { read(); });
    });
}

void ItemTab::show(const std::optional<document::Item> &item)
{
    if (!m_isShown) {
        if (!item && !m_changes->find(m_key)) {
            EmptyText text;
            text.icon = u"item"_s;
            text.title = tr("There is no item with this key");
            text.sentence = keyText(m_shape.keys, m_key.view());
            m_frame->showEmpty(text);
            return;
        }
        m_isShown = true;
        m_item = item;
        m_editor->open(m_changes, rulesOf(m_shape), m_key, item);
        m_editor->setReadTime(QDateTime::currentDateTime());
        m_frame->showContent();
        m_editor->focusContent();
        return;
    }
    if (item == m_item)
        return;
    m_item = item;
    m_editor->setCurrentItem(item);
    m_editor->setReadTime(QDateTime::currentDateTime());
}

void ItemTab::updateChanges()
{
    const ConnectionInfo *info = workbench().connections().find(workbench().connections().resolvedId(m_place.connection));
    m_editor->setStagePrimary(m_changes->isEmpty()); // one filled button: Commit, once something is staged
    m_changeBar->show(*m_changes, info && info->isDangerous ? info->title : QString());
    const QString nothing = m_changes->isEmpty() ? tr("No change is staged.") : QString();
    for (const QString &id : {u"changes.commit"_s, u"changes.preview"_s, u"changes.discard"_s})
        commands().setReason(id, nothing);
}

void ItemTab::preview()
{
    if (!m_changes || m_changes->isEmpty())
        return;
    auto *dialog = new PreviewDialog(*m_changes, m_shape, {}, workbench().window());
    connect(dialog, &QDialog::accepted, m_changes, [changes = m_changes] { changes->commit(); });
    dialog->open();
}

void ItemTab::stageDeletion()
{
    if (!m_item)
        return workbench().say(tr("There is no item to delete."));
    m_changes->stage(m_key, m_item, std::nullopt, tr("Delete %1").arg(title()));
    workbench().say(tr("Staged the deletion of %Ln item(s). Nothing is deleted before Commit.", nullptr, 1));
}

void ItemTab::refresh() { read(); }
void ItemTab::focusContent() { m_editor->focusContent(); }
bool ItemTab::hasUnsavedText() const { return m_editor->hasDrafts(); }
QVariantMap ItemTab::saveState() const { return {{u"drafts"_s, m_editor->saveDrafts()}}; }
void ItemTab::restoreState(const QVariantMap &state) { m_editor->restoreDrafts(state.value(u"drafts"_s).toMap()); }

void ItemTab::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    const ConnectionInfo *info = workbench().connections().find(workbench().connections().resolvedId(m_place.connection));
    if (!info || info->isEmbedded) // elsewhere looking costs money
        m_timer.start();
}

void ItemTab::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_timer.stop();
}

void registerItem(PageRegistry &registry)
{
    PageInfo info;
    info.id = u"item"_s;
    info.title = ItemTab::tr("Item");
    info.icon = u"item"_s;
    info.scope = PageScope::Item;
    info.factory = [](Workbench &workbench, QWidget *parent) { return new ItemTab(workbench, parent); };
    registry.add(info);
}

} // namespace stator::ui

#include "moc_item_tab.cpp"
