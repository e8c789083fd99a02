// The ItemEditor works on one item of one ChangeSet: in the Inspector and in an Item tab.
//
//     editor->open(&changes, rules, key, item);   // an item that was read
//     editor->openNew(&changes, rules);           // one that does not exist yet
//
// It shows one document in three views: tree, JSON, DynamoDB JSON. What is typed stays here until staged:
// opening another item keeps the draft of this one, and coming back brings it again. Staging goes to the
// ChangeSet alone; nothing is written by the editor.
//
// Threads: the GUI thread. The ChangeSet may die first; the editor then shows nothing.
#pragma once

#include <memory>
#include <optional>

#include <QDateTime>
#include <QVariantMap>
#include <QWidget>

#include "document/item.h"
#include "document/path.h"
#include "features/items/editor/item_rules.h"

namespace stator::ui {

class ChangeSet;

class ItemEditor : public QWidget {
    Q_OBJECT
public:
    explicit ItemEditor(QWidget *parent = nullptr);
    ~ItemEditor() override;

    // `base`: the item as it was read; nothing: there is none in the table. What is staged for `key` is shown.
    void open(ChangeSet *changes, const ItemRules &rules, const document::Item &key,
              const std::optional<document::Item> &base);
    // Key fields first, empty. `pattern`: an item to begin with ("Duplicate with Another Key…"); its key
    // attributes are left out.
    void openNew(ChangeSet *changes, const ItemRules &rules, const std::optional<document::Item> &pattern = {});
    // Shows nothing. The draft is kept.
    void clear();

    // The item in the table has become another: shown at once where nothing was typed or staged, else said.
    void setCurrentItem(const std::optional<document::Item> &item);
    // "Order", shown before the key; empty: no entity.
    void setEntity(const QString &name, int series = 0);
    void setReadTime(const QDateTime &time);
    // Why nothing can be changed now ("As of 14:02:07"); empty: it can.
    void setReadOnly(const QString &reason);
    // Stage is the page's filled button (an Item tab, not the Inspector).
    void setStagePrimary(bool isPrimary);

    // Puts the cursor on a value and, where it can be, into it.
    void editPath(const document::Path &path);
    void focusContent();

    // Stages what was typed and is true, or goes to the first fault and is false.
    bool stage();
    // Gives up what was typed since the last stage.
    void revert();

    bool isOpen() const;
    // Something was typed that is not staged.
    bool isTouched() const;
    // Empty for a new item that was not staged.
    std::optional<document::Item> key() const;
    // Something was typed and not staged, here or for another item.
    bool hasDrafts() const;
    // Drafts survive the program: what was typed, by table and key.
    QVariantMap saveDrafts() const;
    void restoreDrafts(const QVariantMap &drafts);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

Q_SIGNALS:
    void staged(const document::Item &key);
    // There is something typed now, or no longer.
    void draftChanged(bool hasDraft);
    // Esc with nothing typed: the person is done with it.
    void closed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace stator::ui
