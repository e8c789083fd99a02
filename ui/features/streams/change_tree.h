// Old and new of an item side by side, attribute by attribute; what changed is marked down to the nested path, by
// sign and tint.
#pragma once

#include <QAbstractItemModel>
#include <QTreeView>

#include "features/streams/change_diff.h"
#include "features/streams/change_record.h"

namespace stator::ui {

class ChangeTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Before, After, ColumnCount };
    enum Roles { KindRole = Qt::UserRole + 1 };

    explicit ChangeTreeModel(QObject *parent = nullptr);
    ~ChangeTreeModel() override;

    // Null clears it. Without `withSame`, only what changed, and keys.
    void setChange(ChangePointer change, bool withSame);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        ChangeNode node; // without its children
        int parent = -1; // -1: top
        int row = 0;
        std::vector<int> children;
    };
    void add(const ChangeNode &node, int parent, bool withSame);
    const std::vector<int> &childrenOf(const QModelIndex &parent) const;

    ChangePointer m_change; // the views below are of its images
    std::vector<Line> m_lines;
    std::vector<int> m_top;
};

class ChangeTree : public QTreeView {
    Q_OBJECT
public:
    explicit ChangeTree(QWidget *parent = nullptr);

    void show(const ChangePointer &change, bool withSame);

private:
    void openChanges(const QModelIndex &parent);

    ChangeTreeModel *m_model;
};

} // namespace stator::ui
