// The tree view of a draft, with its keys: F2 or Enter edit, Alt+T type, Ctrl+D duplicate, Ctrl+Backspace
// remove, Insert add, Alt+Up and Alt+Down move in lists, Ctrl+C value, Ctrl+Alt+C path.
#pragma once

#include <QTreeView>

#include "document/path.h"
#include "features/items/editor/item_draft.h"

namespace stator::ui {

class AttributeTreeModel;

class AttributeTree : public QTreeView {
    Q_OBJECT
public:
    explicit AttributeTree(AttributeTreeModel *model, QWidget *parent = nullptr);

    // What is open and current, to come back after the draft was exchanged.
    struct Where {
        std::vector<document::Path> expanded;
        document::Path current;
    };
    Where where() const;
    void restore(const Where &where);
    void expandFirst();
    // Opens the ways to a value and puts the cursor on it.
    void goTo(const DraftNode *node);
    void editValue(const QModelIndex &index);
    // Closes an open field; false: what is in it is no value yet, and it stays open.
    bool finishEditing();

    void addAttribute();
    void showTypeMenu();

Q_SIGNALS:
    void binaryRequested(const QModelIndex &index);
    // The value holds characters a field would change.
    void textRequested(const QModelIndex &index);
    void typeRefused(const QModelIndex &index, stator::ui::ValueType type, const QString &reason);
    void undoRequested(bool isRedo);
    void said(const QString &sentence);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Command { None, Edit, Type, Duplicate, Remove, Add, MoveUp, MoveDown, CopyValue, CopyPath, Undo, Redo };
    static Command commandOf(const QKeyEvent *event);
    void run(Command command);
    void changeType(const QModelIndex &index, ValueType type);
    void removeCurrent();
    void copy(bool isPath);

    AttributeTreeModel *m_model;
};

} // namespace stator::ui
