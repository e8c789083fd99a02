#include "widgets/segmented_switch.h"

#include <algorithm>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "theme/style_controls.h"
#include "theme/theme.h"

namespace stator::ui {

using theme::Role;

SegmentedSwitch::SegmentedSwitch(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SegmentedSwitch::setSegments(const QList<Segment> &segments)
{
    if (m_segments == segments)
        return;
    const QString before = current();
    m_segments = segments;
    m_current = -1;
    setCurrent(before);
    updateGeometry();
    update();
}

void SegmentedSwitch::setCurrent(const QString &id)
{
    m_current = -1;
    for (int i = 0; i < m_segments.size(); ++i) {
        if (m_segments.at(i).id == id)
            m_current = i;
    }
    setAccessibleDescription(m_current < 0 ? QString() : m_segments.at(m_current).title);
    update();
}

QString SegmentedSwitch::current() const
{
    return m_current < 0 ? QString() : m_segments.at(m_current).id;
}

int SegmentedSwitch::segmentWidth(int index) const
{
    // The width of the heavier font, so that choosing moves nothing.
    QFont font = theme::font(theme::TextStyle::Body);
    font.setWeight(QFont::Medium);
    return QFontMetrics(font).horizontalAdvance(m_segments.at(index).title) + theme::px(20);
}

QRect SegmentedSwitch::segmentRect(int index) const
{
    int x = 2;
    for (int i = 0; i < index; ++i)
        x += segmentWidth(i);
    return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 2, segmentWidth(index), height() - 4));
}

int SegmentedSwitch::segmentAt(const QPoint &point) const
{
    for (int i = 0; i < m_segments.size(); ++i) {
        if (segmentRect(i).contains(point))
            return i;
    }
    return -1;
}

QSize SegmentedSwitch::sizeHint() const
{
    int width = 4;
    for (int i = 0; i < m_segments.size(); ++i)
        width += segmentWidth(i);
    return {width, theme::controlHeight()};
}

QSize SegmentedSwitch::minimumSizeHint() const
{
    return sizeHint();
}

void SegmentedSwitch::choose(int index)
{
    if (index < 0 || index >= m_segments.size() || index == m_current)
        return;
    setCurrent(m_segments.at(index).id);
    Q_EMIT chosen(m_segments.at(index).id);
}

void SegmentedSwitch::paintEvent(QPaintEvent *)
{
    if (m_segments.isEmpty())
        return;
    QPainter painter(this);
    theme::drawRounded(&painter, rect(), theme::color(Role::Sunken), {}, 6);
    for (int i = 0; i < m_segments.size(); ++i) {
        const QRect area = segmentRect(i);
        const bool isCurrent = i == m_current;
        QFont font = theme::font(theme::TextStyle::Body);
        if (isCurrent) {
            theme::drawRounded(&painter, area, theme::color(Role::Page), theme::color(Role::Edge));
            font.setWeight(QFont::Medium);
        } else if (i == m_hovered) {
            theme::drawRounded(&painter, area, theme::hoverColor(Role::Sunken), {});
        }
        painter.setFont(font);
        painter.setPen(theme::color(isCurrent ? Role::Text : Role::SecondText));
        painter.drawText(area, Qt::AlignCenter, m_segments.at(i).title);
        if (isCurrent && hasFocus())
            theme::drawFocusRing(&painter, area);
    }
}

void SegmentedSwitch::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(segmentAt(event->position().toPoint()));
}

void SegmentedSwitch::mouseMoveEvent(QMouseEvent *event)
{
    const int hovered = segmentAt(event->position().toPoint());
    if (hovered != m_hovered) {
        m_hovered = hovered;
        update();
    }
}

void SegmentedSwitch::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void SegmentedSwitch::keyPressEvent(QKeyEvent *event)
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int last = static_cast<int>(m_segments.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        choose(std::clamp(m_current + ((event->key() == Qt::Key_Right) != isMirrored ? 1 : -1), 0, last));
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(last);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool SegmentedSwitch::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int index = segmentAt(help->pos());
        QToolTip::showText(help->globalPos(), index < 0 ? QString() : m_segments.at(index).toolTip, this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

} // namespace stator::ui

#include "moc_segmented_switch.cpp"
