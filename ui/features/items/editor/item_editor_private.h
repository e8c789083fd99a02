// The inside of ItemEditor: one draft, three views of it, and what is kept beside.
#pragma once

#include <deque>

#include <QPointer>
#include <QTimer>

#include "features/items/editor/attribute_tree.h"
#include "features/items/editor/attribute_tree_model.h"
#include "features/items/editor/binary_pane.h"
#include "features/items/editor/document_text.h"
#include "features/items/editor/draft_check.h"
#include "features/items/editor/draft_store.h"
#include "features/items/editor/editor_head.h"
#include "features/items/editor/item_editor.h"

class QStackedWidget;

namespace stator::ui {

class ThemedLabel;

class ItemEditor::Private : public QObject {
    Q_OBJECT
public:
    explicit Private(ItemEditor *editor);

    // --- What is open ---
    void open(ChangeSet *set, const ItemRules &tableRules, const std::optional<document::Item> &itemKey,
              const std::optional<document::Item> &read, const std::optional<document::Item> &newPattern);
    void close();
    void keepDraft();
    // The staged item, or the one that was read; nothing: there is none, or it is staged for deletion.
    std::optional<document::Item> current() const;
    bool isStagedForDeletion() const;
    // Shows what is current, without anything typed.
    void reload();
    void changesChanged();

    // --- Views ---
    bool isText() const { return view != QLatin1String("tree"); }
    TextForm form() const { return view == QLatin1String("wire") ? TextForm::Wire : TextForm::Plain; }
    void showView(const QString &wanted);
    // Without asking whether the present view may be left.
    void applyView(const QString &wanted);
    void loadText();
    // Makes the draft what the text says; false: it says nothing, or something that is wrong.
    bool readText();
    void exchange(ItemDraft next);

    // --- Edits ---
    void treeEdited();
    void textEdited();
    void setTouched(bool isNow);
    void remember(const void *subject);
    void undo(bool isRedo);
    // What is half typed in a field of the tree becomes a value; false: it cannot, and has the focus.
    bool finishFields();
    void openBinary(const QModelIndex &index);
    void closeBinary();

    // --- Judging ---
    void validate();
    void showFaults();
    bool goToFirstFault();
    void updateFoot();
    void say(const QString &sentence, bool isError);
    bool stage();

    ItemEditor *const q;
    QPointer<ChangeSet> changes;
    TableAddress table;
    ItemRules rules;
    std::optional<document::Item> key;
    std::optional<document::Item> base;
    std::optional<document::Item> pattern;
    std::optional<document::Item> theirs; // what the item has become meanwhile, not shown yet
    bool isOpen = false;
    QString readOnlyReason;

    ItemDraft draft;
    ItemDraft origin; // the draft the text was written from: gives types to plain JSON
    QString view = QStringLiteral("tree");
    bool isTouched = false;
    bool isTextTouched = false; // since the draft was read from it
    std::vector<TextFault> textFaults;
    std::vector<DraftFault> faults;
    DraftStore store;
    std::deque<ItemDraft> undone, done;
    const void *lastSubject = nullptr;
    std::optional<document::Path> binaryPath;

    EditorHead *head;
    QWidget *notice;
    ThemedLabel *noticeText;
    QPushButton *noticeButton;
    std::function<void()> noticeAction;
    QStackedWidget *stack;
    AttributeTreeModel *model;
    AttributeTree *tree;
    DocumentText *text;
    BinaryPane *binary;
    ThemedLabel *message;
    QPushButton *force; // "Start Empty", after a type was refused
    QPushButton *revertButton;
    QPushButton *stageButton;
    QTimer judge;

private:
    void build();
    void connectParts();
    QWidget *makeFoot();
    void setNotice(const QString &sentence, const QString &button = {}, std::function<void()> action = {});
    void updateNotice();
};

} // namespace stator::ui
