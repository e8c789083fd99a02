#include "features/items/item_inspector.h"

#include <QDateTime>
#include <QVBoxLayout>

#include "api/get_item.h"
#include "features/items/editor/item_editor.h"
#include "models/change_set.h"
#include "theme/theme.h"
#include "widgets/labels.h"

namespace stator::ui {

ItemRules rulesOf(const TableShape &table)
{
    ItemRules rules;
    rules.keys = table.keys;
    for (const IndexShape &index : table.indexes)
        rules.indexKeys.push_back(index.keys);
    return rules;
}

ItemInspector::ItemInspector(QWidget *parent) : QWidget(parent), m_editor(new ItemEditor),
      m_placeholder(new QWidget), m_nothing(new ThemedLabel({}, theme::TextStyle::Body, theme::Role::SecondText)),
      m_bringBack(new QPushButton(tr("Bring It Back")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_editor);
    column->addWidget(m_placeholder, 1);
    auto *inner = new QVBoxLayout(m_placeholder);
    inner->addStretch();
    inner->addWidget(m_nothing);
    inner->addWidget(m_bringBack, 0, Qt::AlignHCenter);
    inner->addStretch();
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_bringBack->setObjectName(QStringLiteral("bringBack"));
    m_bringBack->setToolTip(tr("Stage the item as it was; it is written only if nobody made it anew"));
    connect(m_bringBack, &QPushButton::clicked, this, &ItemInspector::bringBack);
    clear();
    connect(m_editor, &ItemEditor::staged, this, &ItemInspector::staged);
}

void ItemInspector::showEditor()
{
    m_deleted.reset();
    m_placeholder->hide();
    m_editor->show();
}

void ItemInspector::show(const ServiceClient &client, const TableShape &table, ChangeSet &changes, const Subject &subject,
                         bool isPartial)
{
    m_slot.cancel();
    const auto open = [this, &changes, rules = rulesOf(table), subject](const std::optional<document::Item> &base) {
        showEditor();
        m_changes = &changes;
        m_last = base;
        m_editor->open(&changes, rules, subject.key, base);
        m_editor->setEntity(subject.entity, subject.series);
        m_editor->setReadTime(QDateTime::currentDateTime());
    };
    if (!isPartial || !subject.base) {
        open(subject.base);
        return;
    }
    api::GetItemRequest request;
    request.tableName = table.name;
    request.key = subject.key;
    request.consistentRead = true;
    QPointer<ChangeSet> guard(&changes);
    client.run(this, m_slot, std::move(request), [guard, open](Result<api::GetItemResponse> reply) {
        if (guard && reply.ok())
            open(reply->item);
    });
}

void ItemInspector::showNew(const TableShape &table, ChangeSet &changes)
{
    m_slot.cancel();
    showEditor();
    m_editor->openNew(&changes, rulesOf(table));
    m_editor->setEntity({});
    m_editor->setReadTime({});
    m_editor->focusContent();
}

void ItemInspector::showCopy(const TableShape &table, ChangeSet &changes, const document::Item &pattern)
{
    m_slot.cancel();
    showEditor();
    m_editor->openNew(&changes, rulesOf(table), pattern);
    m_editor->setEntity({});
    m_editor->setReadTime({});
    m_editor->focusContent();
}

void ItemInspector::follow(const document::Item &key, const std::optional<document::Item> &now)
{
    const auto shown = m_editor->key();
    if (!shown || !(*shown == key))
        return;
    // What was typed or staged for it stays, and is told that the item is gone.
    const bool isClean = m_changes && !m_changes->find(key) && !m_editor->isTouched();
    if (!now && isClean && m_last)
        return showDeleted(key);
    if (now)
        m_last = now;
    m_editor->setCurrentItem(now);
}

void ItemInspector::showDeleted(const document::Item &key)
{
    const std::optional<document::Item> last = m_last;
    clear();
    m_last = last;
    m_deleted = key;
    m_nothing->setText(tr("This item was deleted."));
    m_bringBack->show();
}

void ItemInspector::bringBack()
{
    if (!m_changes || !m_deleted || !m_last)
        return;
    const document::Item key = *m_deleted;
    const std::optional<document::Item> item = m_last;
    m_changes->stage(key, std::nullopt, item, tr("Bring Back Item"));
    Q_EMIT staged(key);
}

void ItemInspector::editAttribute(const std::string &name) { m_editor->editPath({name}); }

void ItemInspector::clear()
{
    m_slot.cancel();
    m_editor->clear();
    m_editor->hide();
    m_last.reset();
    m_deleted.reset();
    m_nothing->setText(tr("Choose an item to see all of it here."));
    m_bringBack->hide();
    m_placeholder->show();
}

} // namespace stator::ui

#include "moc_item_inspector.cpp"
