// How ItemEditor changes between tree and texts; the rest is in item_editor_private.cpp.
#include "features/items/editor/item_editor_private.h"

#include <QStackedWidget>

#include "widgets/segmented_switch.h"

namespace stator::ui {

void ItemEditor::Private::showView(const QString &wanted)
{
    head->views()->setCurrent(view);
    if (wanted == view || !isOpen)
        return;
    if (isText() && isTextTouched && !readText()) {
        goToFirstFault();
        return;
    }
    if (!isText()) {
        if (!finishFields())
            return;
        validate();
        const bool isReadable = std::none_of(faults.begin(), faults.end(), [](const auto &f) { return f.isUnreadable; });
        if (!isReadable) {
            showFaults();
            goToFirstFault();
            return;
        }
        closeBinary();
    }
    applyView(wanted);
    if (isText())
        loadText();
    validate();
    showFaults();
}

void ItemEditor::Private::applyView(const QString &wanted)
{
    view = wanted;
    head->views()->setCurrent(view);
    head->setAddVisible(!isText());
    stack->setCurrentWidget(isText() ? static_cast<QWidget *>(text) : tree);
}

void ItemEditor::Private::loadText()
{
    origin = draft.clone();
    text->load(draftText(draft, form()));
    isTextTouched = false;
    const TextRead read = readDraft(text->utf8(), form(), origin, rules.keys);
    text->setBadges(form() == TextForm::Plain && read.draft ? &*read.draft : nullptr);
}

bool ItemEditor::Private::readText()
{
    TextRead read = readDraft(text->utf8(), form(), origin, rules.keys);
    textFaults = std::move(read.faults);
    if (!read.draft || !textFaults.empty())
        return false;
    exchange(std::move(*read.draft));
    faults = checkDraft(draft, rules, key ? &*key : nullptr);
    for (const DraftFault &fault : faults)
        textFaults.push_back({std::max(fault.node->offset, 0), fault.sentence});
    text->setBadges(form() == TextForm::Plain ? &draft : nullptr);
    isTextTouched = std::any_of(faults.begin(), faults.end(), [](const auto &f) { return f.isUnreadable; });
    return !isTextTouched;
}

} // namespace stator::ui
