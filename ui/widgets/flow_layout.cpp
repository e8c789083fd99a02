#include "widgets/flow_layout.h"

#include <QStyle>
#include <QWidget>

namespace stator::ui {

FlowLayout::FlowLayout(QWidget *parent, int spacing) : QLayout(parent), m_space(spacing)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    while (QLayoutItem *item = takeAt(0))
        delete item;
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size;
}

// Returns the height that the rows take.
int FlowLayout::arrange(const QRect &rect, bool moves) const
{
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        const int width = std::min(hint.width(), std::max(rect.width(), item->minimumSize().width()));
        if (x > 0 && x + width > rect.width()) {
            x = 0;
            y += rowHeight + m_space;
            rowHeight = 0;
        }
        if (moves)
            item->setGeometry(QStyle::visualRect(direction, rect, QRect(rect.x() + x, rect.y() + y, width, hint.height())));
        x += width + m_space;
        rowHeight = std::max(rowHeight, hint.height());
    }
    return y + rowHeight;
}

} // namespace stator::ui

#include "moc_flow_layout.cpp"
