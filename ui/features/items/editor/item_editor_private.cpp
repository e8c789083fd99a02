#include "features/items/editor/item_editor_private.h"

#include <QStackedWidget>

#include "bridge/text.h"
#include "features/items/editor/draft_convert.h"
#include "models/change_set.h"
#include "models/table_shape.h"
#include "theme/theme.h"
#include "widgets/labels.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using theme::TextStyle;

namespace {

constexpr std::size_t kMostUndone = 50;
constexpr int kJudgeDelayMs = 150;

} // namespace

ItemEditor::Private::Private(ItemEditor *editor) : QObject(editor), q(editor)
{
    build();
    connectParts();
    close();
}

void ItemEditor::Private::build()
{
    head = new EditorHead;
    notice = new QWidget;
    noticeText = new ThemedLabel({});
    noticeText->setWordWrap(true);
    noticeButton = new QPushButton;
    auto *noticeRow = new QHBoxLayout(notice);
    noticeRow->setContentsMargins(12, 4, 12, 4);
    noticeRow->addWidget(noticeText, 1);
    noticeRow->addWidget(noticeButton);
    model = new AttributeTreeModel(this);
    tree = new AttributeTree(model);
    text = new DocumentText;
    stack = new QStackedWidget;
    stack->addWidget(tree);
    stack->addWidget(text);
    binary = new BinaryPane;
    binary->hide();
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addWidget(notice);
    column->addWidget(stack, 1);
    column->addWidget(binary);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addWidget(makeFoot());
    theme::setPageSurface(q);
}

QWidget *ItemEditor::Private::makeFoot()
{
    auto *foot = new QWidget;
    message = new ThemedLabel({}, TextStyle::Caption, theme::Role::SecondText);
    message->setWordWrap(true);
    // Two lines are kept free, so that a fault moves nothing.
    message->setMinimumHeight(QFontMetrics(theme::font(TextStyle::Caption)).lineSpacing() * 2);
    force = new QPushButton(tr("Start Empty"));
    force->hide();
    revertButton = new QPushButton(tr("Revert"));
    revertButton->setToolTip(tr("Give up what was typed since the last stage"));
    stageButton = new QPushButton(tr("Stage"));
    //: %1 is a shortcut.
    stageButton->setToolTip(tr("Stage the item (%1)").arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(message, 1);
    row->addWidget(force);
    row->addWidget(revertButton);
    row->addWidget(stageButton);
    return foot;
}

void ItemEditor::Private::connectParts()
{
    judge.setSingleShot(true);
    judge.setInterval(kJudgeDelayMs);
    connect(&judge, &QTimer::timeout, this, [this] {
        validate();
        showFaults();
    });
    connect(head->views(), &SegmentedSwitch::chosen, this, &Private::showView);
    connect(head, &EditorHead::addRequested, tree, &AttributeTree::addAttribute);
    connect(head, &EditorHead::said, this, [this](const QString &words) { say(words, false); });
    connect(tree, &AttributeTree::said, this, [this](const QString &words) { say(words, false); });
    connect(model, &AttributeTreeModel::aboutToEdit, this, &Private::remember);
    connect(model, &AttributeTreeModel::edited, this, &Private::treeEdited);
    connect(tree, &AttributeTree::undoRequested, this, &Private::undo);
    connect(tree, &AttributeTree::binaryRequested, this, &Private::openBinary);
    connect(tree, &AttributeTree::textRequested, this, [this](const QModelIndex &index) {
        const document::Path path = pathOf(*model->node(index));
        showView(QStringLiteral("json"));
        q->editPath(path);
        say(tr("The text holds characters that a field would change; here they are escapes."), false);
    });
    connect(tree, &AttributeTree::typeRefused, this,
            [this](const QModelIndex &index, ValueType type, const QString &reason) {
                say(reason, true);
                //: %1 is a type: the value is dropped and an empty one begun.
                force->setText(tr("Empty %1").arg(typeTitle(type)));
                force->show();
                force->disconnect(this);
                connect(force, &QPushButton::clicked, this, [this, at = QPersistentModelIndex(index), type] {
                    force->hide();
                    say({}, false);
                    if (at.isValid())
                        model->changeType(at, type, true);
                    tree->setFocus();
                });
            });
    connect(tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        force->hide();
        updateFoot();
    });
    connect(text, &DocumentText::edited, this, &Private::textEdited);
    connect(text, &DocumentText::stageRequested, this, [this] { stage(); });
    connect(text, &DocumentText::left, this, [this] {
        if (!isTouched)
            Q_EMIT q->closed();
    });
    connect(binary, &BinaryPane::changed, this, [this](const std::string &bytes) {
        if (binaryPath)
            model->setText(model->indexOf(nodeAt(draft.root(), *binaryPath)), bytes);
    });
    connect(binary, &BinaryPane::closed, this, [this] {
        closeBinary();
        tree->setFocus();
    });
    connect(noticeButton, &QPushButton::clicked, this, [this] {
        if (const auto action = noticeAction)
            action();
    });
    connect(stageButton, &QPushButton::clicked, this, [this] { stage(); });
    connect(revertButton, &QPushButton::clicked, q, &ItemEditor::revert);
}

// --- What is open ---

void ItemEditor::Private::open(ChangeSet *set, const ItemRules &tableRules, const std::optional<document::Item> &itemKey,
                               const std::optional<document::Item> &read,
                               const std::optional<document::Item> &newPattern)
{
    keepDraft();
    if (changes)
        changes->disconnect(this);
    changes = set;
    rules = tableRules;
    key = itemKey;
    base = read;
    pattern = newPattern;
    theirs.reset();
    isOpen = set != nullptr;
    if (!isOpen)
        return;
    table = set->table();
    connect(set, &ChangeSet::changed, this, &Private::changesChanged);
    connect(set, &QObject::destroyed, this, [this] {
        keepDraft();
        close();
    });
    q->setEnabled(true);
    head->setKey(key, key ? keyText(rules.keys, key->view()) : QString());
    reload();
    const auto stored = store.find(DraftStore::idOf(table, key));
    if (!stored || pattern)
        return;
    // What was typed here before comes back, in the view it was typed in.
    const TextForm storedForm = stored->view == QLatin1String("json") ? TextForm::Plain : TextForm::Wire;
    TextRead typed = readDraft(toUtf8(stored->text), storedForm, draft, rules.keys);
    origin = draft.clone();
    if (typed.draft && (stored->view == QLatin1String("tree") || typed.faults.empty()))
        exchange(std::move(*typed.draft));
    applyView(stored->view);
    if (isText()) {
        text->load(toUtf8(stored->text));
        isTextTouched = true;
    }
    setTouched(true);
    validate();
    showFaults();
}

void ItemEditor::Private::close()
{
    if (changes)
        changes->disconnect(this);
    changes = nullptr;
    isOpen = false;
    key.reset();
    base.reset();
    pattern.reset();
    theirs.reset();
    closeBinary();
    exchange(ItemDraft());
    text->load({});
    setTouched(false);
    faults.clear();
    textFaults.clear();
    head->setKey(std::nullopt);
    head->setItemSize(0);
    updateNotice();
    updateFoot();
    q->setEnabled(false);
}

void ItemEditor::Private::keepDraft()
{
    if (!isOpen)
        return;
    const QString id = DraftStore::idOf(table, key);
    if (!isTouched)
        store.remove(id);
    else if (isText())
        store.put(id, {view, text->toPlainText()});
    else
        store.put(id, {view, toQt(draftText(draft, TextForm::Wire))});
}

std::optional<document::Item> ItemEditor::Private::current() const
{
    const StagedEdit *staged = changes && key ? changes->find(*key) : nullptr;
    return staged ? staged->wanted : base;
}

bool ItemEditor::Private::isStagedForDeletion() const
{
    const StagedEdit *staged = changes && key ? changes->find(*key) : nullptr;
    return staged && !staged->wanted;
}

void ItemEditor::Private::reload()
{
    const bool isDeleted = isStagedForDeletion();
    const auto item = isDeleted ? base : current();
    const bool isFixed = key.has_value();
    model->setKeysFixed(isFixed);
    model->setReadOnly(!readOnlyReason.isEmpty() || isDeleted);
    text->setReadOnly(model->isReadOnly());
    ItemDraft next = item      ? ItemDraft::ofItem(item->view(), rules.keys)
                     : isFixed ? ItemDraft::ofItem(key->view(), rules.keys)
                               : ItemDraft::ofNew(rules.keys, pattern ? pattern->view() : document::ItemView());
    done.clear();
    undone.clear();
    lastSubject = nullptr;
    isTextTouched = false;
    exchange(std::move(next));
    if (isText()) {
        faults = checkDraft(draft, rules, key ? &*key : nullptr);
        const bool isReadable = std::none_of(faults.begin(), faults.end(), [](const auto &f) { return f.isUnreadable; });
        if (isReadable) {
            loadText();
        } else {
            applyView(QStringLiteral("tree"));
        }
    }
    setTouched(false);
    validate();
    if (!isFixed) {
        // Nothing was typed: empty keys are not said to be wrong before that.
        faults.clear();
    }
    showFaults();
    updateNotice();
}

void ItemEditor::Private::changesChanged()
{
    if (!isTouched && isOpen)
        reload();
    else
        updateNotice();
}

void ItemEditor::Private::exchange(ItemDraft next)
{
    const AttributeTree::Where where = tree->where();
    closeBinary();
    faults.clear();
    model->setDraft(nullptr);
    draft = std::move(next);
    model->setDraft(&draft);
    if (where.current.empty() && where.expanded.empty())
        tree->expandFirst();
    else
        tree->restore(where);
}

// --- Edits ---

void ItemEditor::Private::remember(const void *subject)
{
    if (subject && subject == lastSubject)
        return;
    lastSubject = subject;
    undone.clear();
    done.push_back(draft.clone());
    if (done.size() > kMostUndone)
        done.pop_front();
}

void ItemEditor::Private::undo(bool isRedo)
{
    auto &from = isRedo ? undone : done;
    auto &to = isRedo ? done : undone;
    // What was staged or committed before is one more step back.
    if (from.empty() && changes && (isRedo ? changes->undoStack()->canRedo() : changes->undoStack()->canUndo())) {
        isRedo ? changes->undoStack()->redo() : changes->undoStack()->undo();
        return;
    }
    if (from.empty()) {
        say(isRedo ? tr("Nothing to redo here.") : tr("Nothing was typed here that could be undone."), false);
        return;
    }
    to.push_back(draft.clone());
    ItemDraft next = std::move(from.back());
    from.pop_back();
    lastSubject = nullptr;
    exchange(std::move(next));
    treeEdited();
}

void ItemEditor::Private::treeEdited()
{
    setTouched(true);
    force->hide();
    judge.start();
}

void ItemEditor::Private::textEdited()
{
    isTextTouched = true;
    setTouched(true);
    judge.start();
}

void ItemEditor::Private::setTouched(bool isNow)
{
    if (isTouched == isNow)
        return;
    isTouched = isNow;
    updateFoot();
    Q_EMIT q->draftChanged(isNow);
}

bool ItemEditor::Private::finishFields()
{
    if (isText())
        return true;
    if (!tree->finishEditing())
        return false;
    if (binaryPath && !binary->isWhole()) {
        binary->focusField();
        return false;
    }
    return true;
}

void ItemEditor::Private::openBinary(const QModelIndex &index)
{
    const DraftNode &node = *model->node(index);
    binaryPath = pathOf(node);
    binary->open(toQt(pathText(node)), node.text, model->isReadOnly());
    binary->show();
    binary->focusField();
}

void ItemEditor::Private::closeBinary()
{
    binaryPath.reset();
    binary->hide();
}

// --- Notices ---

void ItemEditor::Private::setNotice(const QString &sentence, const QString &button, std::function<void()> action)
{
    noticeText->setText(sentence);
    noticeButton->setText(button);
    noticeButton->setVisible(!button.isEmpty());
    noticeButton->setToolTip({});
    noticeAction = std::move(action);
    notice->setVisible(!sentence.isEmpty());
}

void ItemEditor::Private::updateNotice()
{
    const StagedEdit *staged = changes && key ? changes->find(*key) : nullptr;
    if (!readOnlyReason.isEmpty()) {
        setNotice(readOnlyReason);
    } else if (staged && !staged->wanted) {
        setNotice(tr("Staged for deletion."), tr("Keep the Item"), [this] {
            if (changes && key)
                changes->unstage(*key);
        });
    } else if (staged && !staged->conflict.isEmpty()) {
        if (!theirs)
            return setNotice(staged->conflict);
        setNotice(staged->conflict, tr("Keep Both"), [this] {
            base = std::exchange(theirs, std::nullopt);
            if (changes && key)
                changes->rebase(*key, base);
            reload();
        });
        noticeButton->setToolTip(tr("Puts what you changed on what the item is now, for you to look at and commit"));
    } else if (theirs) {
        setNotice(tr("Another client changed this item meanwhile."), tr("Show Theirs"), [this] {
            base = theirs;
            theirs.reset();
            if (changes && key && changes->find(*key))
                changes->rebase(*key, base);
            reload();
        });
    } else {
        setNotice({});
    }
}

} // namespace stator::ui

#include "moc_item_editor_private.cpp"
