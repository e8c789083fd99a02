// The GridView shows an ItemGridModel: pinned key columns, a gutter, rows of one height, any number of them.
//
// It keeps no state per row, so ten million rows cost what ten do. Rows that come and go above the first visible
// one do not move what is on the screen. Cells are painted by CellPainter; editors come from a CellEditorDelegate.
//
// Threads: the GUI thread.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <QAbstractItemView>
#include <QTimer>
#include <QVariantMap>

#include "grid/column_layout.h"

namespace stator::ui {

class GridHeader;
class ItemGridModel;

class GridView : public QAbstractItemView {
    Q_OBJECT
public:
    explicit GridView(QWidget *parent = nullptr);

    void setGridModel(ItemGridModel *model);
    ItemGridModel *gridModel() const { return m_model; }
    ColumnLayout &columnLayout() { return m_layout; }
    const ColumnLayout &columnLayout() const { return m_layout; }
    // After the layout was changed from outside.
    void relayout();
    // Fits a column to its name and to the rows on the screen.
    void fitColumn(int column);

    // Rows on the screen, the partly hidden ones too; last < first: none.
    int firstVisibleRow() const;
    int lastVisibleRow() const;
    // Where the view stands, to come back to.
    QVariantMap savePosition() const;
    void restorePosition(const QVariantMap &position);

    // The same by the keys of items: for other rows of the same table.
    struct Anchor {
        struct Cells {
            std::string key;
            int left = 0;
            int right = 0; // columns of the model
        };
        std::string topKey;
        int topRow = 0;
        int topOffset = 0; // pixels of it above the viewport
        std::string currentKey;
        int currentColumn = 0;
        int currentOffset = -1; // pixels of it below the top; below 0: not on the screen
        std::vector<Cells> selected;
    };
    Anchor anchor() const;
    // `rows`: where the items are now. One that is not there is not selected. What stays where it was on the
    // screen is the current item, if it was there, else the top one, else the number of the top row.
    void restoreAnchor(const Anchor &anchor, const std::unordered_map<std::string, int> &rows);

    // The arrow in the header; -1: the rows are as they were read.
    void setSortIndicator(int column, bool isDescending);
    int sortColumn() const { return m_sortColumn; }
    bool isSortDescending() const { return m_isSortDescending; }

    // Rows that hold a selected cell: how many, and the first `most` of them.
    qint64 selectedRowCount() const;
    QList<int> selectedRows(int most) const;
    void selectRow(int row);
    bool isEditing() const { return state() == EditingState; }
    // Opens the editor in the current cell, or says why not by editRefused().
    void startEdit();

    // Of a column on the viewport; `place` counts visible columns.
    QRect placeRect(int place) const;
    int placeAt(int x) const; // or -1
    int gutterWidth() const;

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void setModel(QAbstractItemModel *model) override;
    void reset() override;
    void selectAll() override;

Q_SIGNALS:
    void editRefused(const QModelIndex &index);
    void inspectRequested(const QModelIndex &index); // Space, double click in the gutter
    void deletePressed();                            // Delete alone
    void selectionMoved();
    void viewMoved(); // other rows are visible now
    void layoutChanged(); // by the person
    void sortRequested(int column, Qt::SortOrder order);
    void sortCleared();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return m_x; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;

private:
    void rowsRemoved(int first, int last);
    void columnsInserted(int first, int last);
    void columnsRemoved(int first, int last);
    void fitAll();
    void placeColumns();
    void moveTo(qint64 y);
    void setContentX(int x);
    void paintRow(class CellPainter &painter, int row, const QRect &dirty, const std::vector<std::pair<int, int>> &spans);
    std::vector<std::pair<int, int>> selectedSpans(int row) const;
    void paintFocus(QPainter &painter);
    void selectTo(const QModelIndex &index, QItemSelectionModel::SelectionFlags command);
    void selectRowsTo(int row, QItemSelectionModel::SelectionFlags command);
    QModelIndex nearestIndex(const QPoint &point) const;
    int rowAtY(int y) const;
    int rowHeight() const;
    qint64 contentHeight() const;
    qint64 mostY() const;
    int scrolledWidth() const;
    int mirrored(int x, int width) const;
    void sayPosition();
    void requestRows();

    ItemGridModel *m_model = nullptr;
    GridHeader *m_header;
    ColumnLayout m_layout;
    std::vector<int> m_lefts{0}; // of the visible columns, unscrolled, behind the gutter; one more: the end
    qint64 m_y = 0;           // of the first visible pixel
    qint64 m_scrollUnit = 1;  // pixels for each step of the scroll bar: it counts to 2^31 only
    int m_x = 0;
    QPersistentModelIndex m_anchor;
    enum class Drag { None, Cells, Rows } m_drag = Drag::None;
    bool m_isPlacing = false;
    int m_sortColumn = -1;
    bool m_isSortDescending = false;
    QTimer m_wantTimer;
};

} // namespace stator::ui
