// One of a few: the views of a table, of an editor. Tab reaches it once, arrows move inside.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace stator::ui {

class SegmentedSwitch : public QWidget {
    Q_OBJECT
public:
    struct Segment {
        QString id;
        QString title;
        QString toolTip = {};
        bool operator==(const Segment &) const = default;
    };

    explicit SegmentedSwitch(QWidget *parent = nullptr);

    void setSegments(const QList<Segment> &segments);
    void setCurrent(const QString &id); // says nothing
    QString current() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect segmentRect(int index) const;
    int segmentAt(const QPoint &point) const;
    int segmentWidth(int index) const;
    void choose(int index);

    QList<Segment> m_segments;
    int m_current = -1;
    int m_hovered = -1;
};

} // namespace stator::ui
