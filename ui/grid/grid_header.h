// The header of a GridView: name, type code and a bar for how many items have the attribute. Its edges are
// dragged to size columns, its names to move them; a click sorts what is loaded; the menu hides and pins.
#pragma once

#include <QWidget>

namespace stator::ui {

class GridView;

class GridHeader : public QWidget {
    Q_OBJECT
public:
    explicit GridHeader(GridView *view);

    // What the name and the code of a column need.
    int nameWidth(int column) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintPlace(QPainter &painter, int place) const;
    int edgeAt(int x) const; // place whose trailing edge is near, or -1
    void sortBy(int column);
    void showMenu(int place, const QPoint &globalPosition);

    GridView *m_view;
    int m_sized = -1;  // place
    int m_moved = -1;  // place
    int m_target = -1; // where the moved one would go
    int m_pressX = 0;
    int m_pressWidth = 0;
};

} // namespace stator::ui
