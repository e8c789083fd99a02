// The row of tabs: a preview is italic, a dangerous connection has its colour as a line and its badge.
#pragma once

#include <QColor>
#include <QHash>
#include <QTabBar>

namespace stator::ui {

struct TabLook {
    bool isPreview = false;
    QString badge; // "PROD"
    QColor line;   // invalid: none
};

class TabStrip : public QTabBar {
    Q_OBJECT
public:
    explicit TabStrip(QWidget *parent = nullptr);

    // `id` is kept as the tab's data and survives moving.
    int insertTabFor(int index, int id, const QIcon &icon, const QString &title);
    int idAt(int index) const { return tabData(index).toInt(); }
    int indexOfId(int id) const;
    void setLook(int id, const TabLook &look);

Q_SIGNALS:
    void keepRequested(int index);
    void menuRequested(int index, const QPoint &globalPos);

protected:
    QSize tabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void tabRemoved(int index) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QFont fontFor(const TabLook &look) const;
    void paintTab(QPainter &painter, int index);

    QHash<int, TabLook> m_looks;
};

} // namespace stator::ui
