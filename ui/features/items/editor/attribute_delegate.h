// Paints and edits the rows of the tree: names, type badges, values of ten kinds. Editors write into the draft
// with every letter, so that nothing typed is lost; Esc writes the old value back.
#pragma once

#include <QStyledItemDelegate>

#include "features/items/editor/item_draft.h"

namespace stator::ui {

class AttributeTreeModel;

class AttributeDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    AttributeDelegate(AttributeTreeModel *model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    // Not called for what the person types: the value under the cursor is drawn by the editor alone.
    void destroyEditor(QWidget *editor, const QModelIndex &index) const override;

    // Where the badge of the type is in its cell.
    static QRect badgeRect(const QRect &cell);

private:
    void paintValue(QPainter *painter, const QStyleOptionViewItem &option, const DraftNode &node) const;
    void paintChips(QPainter *painter, const QRect &rect, const DraftNode &node, const QStyleOptionViewItem &option) const;
    void leave(QWidget *editor, EndEditHint hint);
    void revert(QWidget *editor);

    AttributeTreeModel *m_model;
};

} // namespace stator::ui
