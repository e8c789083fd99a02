// The Navigator dock: a filter, the tree of tables, and below it the fixed list of pages.
#pragma once

#include <QWidget>

#include "shell/workbench.h"

class QListWidget;
class QSortFilterProxyModel;
class QTreeView;

namespace stator::ui {

class FilterField;
class NavigatorModel;

class Navigator : public QWidget {
    Q_OBJECT
public:
    explicit Navigator(Workbench &workbench, QWidget *parent = nullptr);

    // Marks where the window stands; opens nothing and moves nothing.
    void setCurrent(const Place &place);
    // After the last page was registered.
    void listPages();
    void focusFilter();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openIndex(const QModelIndex &proxyIndex, OpenMode mode);
    void openPage(int row, OpenMode mode);
    void expandFirst();
    void showTreeMenu(const QPoint &position);
    void updatePageHeight();

    Workbench &m_workbench;
    NavigatorModel *m_model;
    QSortFilterProxyModel *m_filtered;
    FilterField *m_filter;
    QTreeView *m_tree;
    QListWidget *m_pages;
    bool m_isExpanded = false;
};

} // namespace stator::ui
