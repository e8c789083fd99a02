// One item in a tab of its own: the item editor over the whole page, and the table's staged edits below it.
#pragma once

#include <QTimer>

#include "bridge/request_slot.h"
#include "document/item.h"
#include "models/table_shape.h"
#include "shell/page.h"

namespace stator::ui {

class ActionCatalog;
class ChangeBar;
class ChangeSet;
class ItemEditor;
class PageFrame;
class PageRegistry;

class ItemTab : public Page {
    Q_OBJECT
public:
    ItemTab(Workbench &workbench, QWidget *parent);

    // The place's key is the DynamoDB JSON of the item's key.
    static Place placeOf(const Place &table, const document::Item &key);

    void open(const Place &place) override;
    Place place() const override { return m_place; }
    QString title() const override;
    QUndoStack *undoStack() const override;
    void refresh() override;
    void focusContent() override;
    bool hasUnsavedText() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

    ItemEditor &editor() { return *m_editor; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void describe();
    void read();
    void show(const std::optional<document::Item> &item);
    void updateChanges();
    void preview();
    void stageDeletion();

    Place m_place;
    TableShape m_shape;
    document::Item m_key;
    std::optional<document::Item> m_item; // as it was read last
    bool m_isShown = false;
    ChangeSet *m_changes = nullptr;
    PageFrame *m_frame;
    ItemEditor *m_editor;
    ChangeBar *m_changeBar;
    QTimer m_timer;
    RequestSlot m_describeSlot;
    RequestSlot m_readSlot;
};

void registerItem(PageRegistry &registry);

} // namespace stator::ui
