// The Items page's side of the Inspector: the item under the cursor, in the item editor.
#pragma once

#include <optional>

#include <QPointer>
#include <QWidget>

#include "bridge/service_client.h"
#include "document/item.h"
#include "features/items/editor/item_rules.h"
#include "models/table_shape.h"

class QPushButton;

namespace stator::ui {

class ChangeSet;
class ItemEditor;
class ThemedLabel;

// What an item of this table must obey.
ItemRules rulesOf(const TableShape &table);

class ItemInspector : public QWidget {
    Q_OBJECT
public:
    explicit ItemInspector(QWidget *parent = nullptr);

    struct Subject {
        document::Item key;
        std::optional<document::Item> base; // as the grid read it
        QString entity;
        int series = 0;
    };
    // `isPartial`: the grid's item lacks attributes; the whole one is read first.
    void show(const ServiceClient &client, const TableShape &table, ChangeSet &changes, const Subject &subject, bool isPartial);
    void showNew(const TableShape &table, ChangeSet &changes);
    // A new item with the attributes of `pattern` but another key.
    void showCopy(const TableShape &table, ChangeSet &changes, const document::Item &pattern);
    // The item with this key has become another; nothing: it was deleted.
    void follow(const document::Item &key, const std::optional<document::Item> &now);
    void editAttribute(const std::string &name);
    void clear();

Q_SIGNALS:
    void staged(const stator::document::Item &key);

private:
    void showEditor();
    void showDeleted(const document::Item &key);
    void bringBack();

    ItemEditor *m_editor;
    QWidget *m_placeholder; // in the editor's place
    ThemedLabel *m_nothing;
    QPushButton *m_bringBack;
    RequestSlot m_slot;
    QPointer<ChangeSet> m_changes;
    std::optional<document::Item> m_last;    // what the editor was opened with, or the item has become
    std::optional<document::Item> m_deleted; // its key, while that is what is told
};

} // namespace stator::ui
