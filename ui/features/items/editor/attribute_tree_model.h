// The tree of a draft for a view: name, type, value. Every edit of the tree goes through here and is told
// before it happens, so that it can be taken back.
#pragma once

#include <QAbstractItemModel>
#include <QHash>

#include "features/items/editor/item_draft.h"

namespace stator::ui {

class AttributeTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, TypeColumn, ValueColumn, ColumnCount };

    explicit AttributeTreeModel(QObject *parent = nullptr);

    // The draft is the caller's and outlives the model or the next call.
    void setDraft(ItemDraft *draft);
    // Keys of an item that exists stay as they are.
    void setKeysFixed(bool isFixed) { m_areKeysFixed = isFixed; }
    bool areKeysFixed() const { return m_areKeysFixed; }
    void setReadOnly(bool isReadOnly);
    bool isReadOnly() const { return m_isReadOnly; }
    void setFaults(const QHash<const DraftNode *, QString> &faults);

    const DraftNode *node(const QModelIndex &index) const; // the root for an invalid one
    QModelIndex indexOf(const DraftNode *node, int column = NameColumn) const;
    QString fault(const QModelIndex &index) const;
    // Key attributes keep name, type and place; those of existing items their value too.
    bool isFixed(const QModelIndex &index, int column) const;

    // --- Edits ---
    void setText(const QModelIndex &index, std::string text);
    void setBoolean(const QModelIndex &index, bool value);
    void setElements(const QModelIndex &index, std::vector<std::string> elements);
    // Why the value does not become that type; empty if it did. `isForced` drops what does not convert.
    QString changeType(const QModelIndex &index, ValueType type, bool isForced = false);
    // Into a list or map, at `row`; at the end for -1. Gives the new row's index.
    QModelIndex add(const QModelIndex &parent, int row = -1);
    QModelIndex duplicate(const QModelIndex &index);
    bool remove(const QModelIndex &index);
    // By one place among its siblings; false where there is no order or no room.
    bool move(const QModelIndex &index, int by);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    // `subject` is equal for edits that are one to a person: the letters of one word.
    void aboutToEdit(const void *subject);
    void edited();

private:
    DraftNode *mutableNode(const QModelIndex &index) const;
    void changed(const QModelIndex &index);

    ItemDraft *m_draft = nullptr;
    QHash<const DraftNode *, QString> m_faults;
    bool m_areKeysFixed = true;
    bool m_isReadOnly = false;
};

// One line: `""`, `true`, `89 50 4E… 2.1 KB`, `{a, b}`, `3 elements`.
QString valueSummary(const DraftNode &node);
// "Text", "Number", …: what a type is called in menus.
QString typeTitle(ValueType type);
QString typeCode(ValueType type);

} // namespace stator::ui
