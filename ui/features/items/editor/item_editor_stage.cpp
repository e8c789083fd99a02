// How ItemEditor judges its draft and stages it; the rest is in item_editor_private.cpp.
#include "features/items/editor/item_editor_private.h"

#include <QStackedWidget>

#include "bridge/text.h"
#include "models/change_set.h"
#include "models/table_shape.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;

void ItemEditor::Private::validate()
{
    judge.stop();
    if (!isOpen)
        return;
    if (isText()) {
        readText();
    } else {
        textFaults.clear();
        faults = checkDraft(draft, rules, key ? &*key : nullptr);
    }
    const bool isKnown = !isText() || !isTextTouched;
    const auto item = isKnown ? draft.item() : std::nullopt;
    head->setItemSize(item ? std::optional(item->view().sizeBytes()) : std::nullopt);
    // Typing back what was there leaves nothing to stage.
    if (isTouched && key && item && item == current() && faults.empty() && textFaults.empty())
        setTouched(false);
}

void ItemEditor::Private::showFaults()
{
    QHash<const DraftNode *, QString> marks;
    for (const DraftFault &fault : faults)
        if (!marks.contains(fault.node))
            marks.insert(fault.node, fault.sentence);
    model->setFaults(marks);
    text->setFaults(isText() ? textFaults : std::vector<TextFault>());
    updateFoot();
}

bool ItemEditor::Private::goToFirstFault()
{
    if (isText()) {
        if (textFaults.empty())
            return false;
        text->setFaults(textFaults);
        text->goTo(textFaults.front().offset);
        updateFoot();
        return true;
    }
    if (faults.empty())
        return false;
    const DraftFault &first = faults.front();
    tree->setFocus();
    tree->goTo(first.node);
    say(first.sentence, true);
    return true;
}

void ItemEditor::Private::say(const QString &sentence, bool isError)
{
    message->setRole(isError ? Role::Error : Role::SecondText);
    message->setText(sentence);
}

void ItemEditor::Private::updateFoot()
{
    const bool canEdit = isOpen && readOnlyReason.isEmpty() && !isStagedForDeletion();
    stageButton->setEnabled(canEdit);
    revertButton->setEnabled(canEdit && isTouched);
    if (isText() && !textFaults.empty()) {
        //: %1 is a line of the text, %2 a sentence.
        say(tr("Line %1: %2").arg(text->lineOf(textFaults.front().offset)).arg(textFaults.front().sentence), true);
        return;
    }
    const QString here = isText() ? QString() : model->fault(tree->currentIndex());
    if (!here.isEmpty())
        say(here, true);
    else if (!faults.empty())
        say(faults.front().sentence, true);
    else
        say(isTouched ? tr("Not staged yet") : QString(), false);
}

bool ItemEditor::Private::stage()
{
    if (!isOpen || !changes || !stageButton->isEnabled())
        return false;
    if (!finishFields())
        return false;
    validate();
    showFaults();
    if (goToFirstFault())
        return false;
    const auto item = draft.item();
    const auto itemKey = draft.key();
    if (!item || !itemKey)
        return false;
    if (!key && changes->find(*itemKey)) {
        say(tr("An item with this key is staged already. Type another key, or change that one."), true);
        return false;
    }
    if (key && item == current()) {
        setTouched(false);
        say(tr("Nothing has changed since the item was staged or read."), false);
        return true;
    }
    const bool isNew = !key;
    store.remove(DraftStore::idOf(table, key));
    key = itemKey;
    pattern.reset();
    setTouched(false);
    //: Texts of the undo menu; %1 is the key of an item.
    const QString name = keyText(rules.keys, itemKey->view());
    changes->stage(*itemKey, base, *item, isNew ? tr("Add %1").arg(name) : tr("Change %1").arg(name));
    // Whoever heard of it may have opened another item here.
    if (key != itemKey)
        return true;
    head->setKey(key, name);
    reload();
    say(tr("Staged. Commit writes it to the table."), false);
    Q_EMIT q->staged(*itemKey);
    return true;
}

} // namespace stator::ui
