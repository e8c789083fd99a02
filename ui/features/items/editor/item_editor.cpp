#include "features/items/editor/item_editor.h"

#include <QStackedWidget>

#include "features/items/editor/item_editor_private.h"
#include "models/change_set.h"
#include "theme/theme.h"

namespace stator::ui {

ItemEditor::ItemEditor(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this)) {}

ItemEditor::~ItemEditor() = default;

void ItemEditor::open(ChangeSet *changes, const ItemRules &rules, const document::Item &key,
                      const std::optional<document::Item> &base)
{
    if (d->isOpen && d->changes == changes && d->key == key) {
        setCurrentItem(base);
        return;
    }
    d->open(changes, rules, key, base, std::nullopt);
}

void ItemEditor::openNew(ChangeSet *changes, const ItemRules &rules, const std::optional<document::Item> &pattern)
{
    d->open(changes, rules, std::nullopt, std::nullopt, pattern);
    focusContent();
}

void ItemEditor::clear()
{
    d->keepDraft();
    d->close();
}

void ItemEditor::setCurrentItem(const std::optional<document::Item> &item)
{
    if (!d->isOpen)
        return;
    if (item == d->base) {
        if (std::exchange(d->theirs, std::nullopt))
            d->changesChanged();
        return;
    }
    const bool isStaged = d->changes && d->key && d->changes->find(*d->key);
    if (d->isTouched || isStaged) {
        d->theirs = item;
        d->changesChanged();
        return;
    }
    d->base = item;
    d->reload();
}

bool ItemEditor::isTouched() const { return d->isTouched || d->isTextTouched; }

void ItemEditor::setEntity(const QString &name, int series) { d->head->setEntity(name, series); }

void ItemEditor::setReadTime(const QDateTime &time) { d->head->setReadTime(time); }

void ItemEditor::setReadOnly(const QString &reason)
{
    if (reason == d->readOnlyReason)
        return;
    d->readOnlyReason = reason;
    d->model->setReadOnly(!reason.isEmpty() || d->isStagedForDeletion());
    d->text->setReadOnly(d->model->isReadOnly());
    d->changesChanged();
    d->updateFoot();
}

void ItemEditor::setStagePrimary(bool isPrimary) { theme::setPrimary(d->stageButton, isPrimary); }

void ItemEditor::editPath(const document::Path &path)
{
    const DraftNode *node = nodeAt(d->draft.root(), path);
    if (!node)
        return;
    if (d->isText()) {
        d->text->goTo(std::max(node->offset, 0));
        return;
    }
    d->tree->goTo(node);
    d->tree->setFocus();
    d->tree->editValue(d->tree->currentIndex());
}

void ItemEditor::focusContent()
{
    if (d->isText()) {
        d->text->setFocus();
        return;
    }
    d->tree->setFocus();
    if (!d->tree->currentIndex().isValid())
        d->tree->setCurrentIndex(d->model->index(0, AttributeTreeModel::ValueColumn));
    if (!d->key)
        d->tree->editValue(d->tree->currentIndex());
}

bool ItemEditor::stage() { return d->stage(); }

void ItemEditor::revert()
{
    if (!d->isOpen)
        return;
    d->store.remove(DraftStore::idOf(d->table, d->key));
    // Reverting is an edit too: the tree's undo brings the text back.
    auto done = std::move(d->done);
    done.push_back(d->draft.clone());
    // Nothing is left that would have to be weighed against another's change.
    if (d->theirs && !(d->changes && d->key && d->changes->find(*d->key)))
        d->base = std::exchange(d->theirs, std::nullopt);
    d->reload();
    d->done = std::move(done);
}

bool ItemEditor::isOpen() const { return d->isOpen; }

std::optional<document::Item> ItemEditor::key() const { return d->key; }

bool ItemEditor::hasDrafts() const { return d->isTouched || !d->store.isEmpty(); }

QVariantMap ItemEditor::saveDrafts() const
{
    d->keepDraft();
    return d->store.save();
}

void ItemEditor::restoreDrafts(const QVariantMap &drafts) { d->store.restore(drafts); }

bool ItemEditor::event(QEvent *event)
{
    // Ctrl+Enter runs the query elsewhere in the window; in the editor it stages.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ItemEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        d->stage();
    else if (event->key() == Qt::Key_Escape && !d->isTouched)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace stator::ui

#include "moc_item_editor.cpp"
