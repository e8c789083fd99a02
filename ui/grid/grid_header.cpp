#include "grid/grid_header.h"

#include <algorithm>

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "bridge/text.h"
#include "grid/cell_painter.h"
#include "grid/grid_view.h"
#include "models/item_grid_model.h"
#include "models/value_text.h"
#include "theme/icons.h"
#include "theme/theme.h"

namespace stator::ui {

using theme::px;
using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kGrip = 4;

int keyIconSide() { return px(14); }

} // namespace

GridHeader::GridHeader(GridView *view) : QWidget(view), m_view(view)
{
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

int GridHeader::nameWidth(int column) const
{
    const ItemGridModel *model = m_view->gridModel();
    int width = QFontMetrics(theme::font(TextStyle::Strong)).horizontalAdvance(model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    width += 2 * CellPainter::padding() + px(4);
    if (model->planned(column)) {
        const PlannedColumn &planned = model->columns().columns()[static_cast<std::size_t>(column)];
        width += QFontMetrics(theme::monoFont(TextStyle::Caption)).horizontalAdvance(planned.typeCode()) + px(8);
        if (planned.isKey)
            width += keyIconSide() + px(4);
    }
    return width;
}

void GridHeader::paintPlace(QPainter &painter, int place) const
{
    const ItemGridModel *model = m_view->gridModel();
    const int column = m_view->columnLayout().visible()[static_cast<std::size_t>(place)];
    const QRect at = m_view->placeRect(place);
    const QRect rect(at.left(), 0, at.width(), height());
    painter.fillRect(rect, theme::color(place == m_target && m_moved >= 0 ? Role::Selection : Role::Window));
    painter.fillRect(QRect(isRightToLeft() ? rect.left() : rect.right(), px(6), 1, rect.height() - px(12)), theme::color(Role::Hairline));
    QRect inner = rect.adjusted(CellPainter::padding(), 0, -CellPainter::padding(), -px(2));
    const bool isFold = model->isFold(column);
    const PlannedColumn *planned = model->planned(column);
    if (planned && planned->isKey) {
        const QRect icon(inner.left(), (height() - keyIconSide()) / 2, keyIconSide(), keyIconSide());
        theme::icon(QStringLiteral("key"), Role::SecondText).paint(&painter, icon);
        inner.setLeft(icon.right() + px(4));
    }
    const QString code = planned ? planned->typeCode() : QString();
    const QFont codeFont = theme::monoFont(TextStyle::Caption);
    const int codeWidth = code.isEmpty() ? 0 : QFontMetrics(codeFont).horizontalAdvance(code) + px(8);
    if (column == m_view->sortColumn()) {
        const int side = px(12);
        const QRect arrow(inner.right() - side - codeWidth, (height() - side) / 2, side, side);
        theme::icon(m_view->isSortDescending() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up"), Role::Accent)
            .paint(&painter, arrow);
    }
    const QFont nameFont = theme::font(isFold ? TextStyle::Body : TextStyle::Strong);
    const QFontMetrics metrics(nameFont);
    painter.setFont(nameFont);
    painter.setPen(theme::color(isFold ? Role::SecondText : Role::Text));
    const QString name = metrics.elidedText(model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                            Qt::ElideRight, inner.width() - codeWidth);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    if (codeWidth > 0 && inner.width() > codeWidth + px(16)) {
        painter.setFont(codeFont);
        painter.setPen(theme::color(Role::SecondText));
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, code);
    }
    if (planned && model->columns().itemsSeen() > 0) {
        const int bar = px(2);
        const QRect track(rect.left() + CellPainter::padding(), height() - bar - 1, rect.width() - 2 * CellPainter::padding(), bar);
        const int filled = static_cast<int>(track.width() * model->columns().presence(*planned) + 0.5);
        painter.fillRect(track, theme::color(Role::Hairline));
        painter.fillRect(QRect(isRightToLeft() ? track.right() + 1 - filled : track.left(), track.top(), filled, bar),
                         theme::color(Role::Edge));
    }
}

void GridHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // names stand where the values below them do
    painter.fillRect(rect(), theme::color(Role::Window));
    if (m_view->gridModel()) {
        const int pinned = m_view->columnLayout().pinnedCount();
        const int count = static_cast<int>(m_view->columnLayout().visible().size());
        for (int place = pinned; place < count; ++place)
            paintPlace(painter, place);
        for (int place = 0; place < pinned; ++place)
            paintPlace(painter, place);
        const int gutter = m_view->gutterWidth();
        painter.fillRect(QRect(isRightToLeft() ? width() - gutter : 0, 0, gutter, height()), theme::color(Role::Window));
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::color(Role::Hairline));
}

int GridHeader::edgeAt(int x) const
{
    const int count = static_cast<int>(m_view->columnLayout().visible().size());
    for (int place = 0; place < count; ++place) {
        const QRect rect = m_view->placeRect(place);
        const int edge = isRightToLeft() ? rect.left() : rect.right();
        if (std::abs(x - edge) <= px(kGrip))
            return place;
    }
    return -1;
}

void GridHeader::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int x = event->position().toPoint().x();
    m_pressX = x;
    m_sized = edgeAt(x);
    if (m_sized >= 0) {
        m_pressWidth = m_view->placeRect(m_sized).width();
        return;
    }
    m_moved = m_view->placeAt(x);
    m_target = -1;
}

void GridHeader::mouseMoveEvent(QMouseEvent *event)
{
    const int x = event->position().toPoint().x();
    if (m_sized >= 0) {
        const int by = isRightToLeft() ? m_pressX - x : x - m_pressX;
        const int column = m_view->columnLayout().visible()[static_cast<std::size_t>(m_sized)];
        m_view->columnLayout().setWidth(column, static_cast<int>((m_pressWidth + by) / theme::Theme::instance().scale()));
        m_view->relayout();
        return;
    }
    if (m_moved >= 0 && event->buttons().testFlag(Qt::LeftButton)) {
        if (m_target < 0 && std::abs(x - m_pressX) < QApplication::startDragDistance())
            return;
        m_target = m_view->placeAt(x);
        setCursor(Qt::ClosedHandCursor);
        update();
        return;
    }
    setCursor(edgeAt(x) >= 0 ? Qt::SplitHCursor : Qt::ArrowCursor);
}

void GridHeader::mouseReleaseEvent(QMouseEvent *)
{
    const int clicked = m_moved >= 0 && m_target < 0 ? m_moved : -1;
    const bool isChanged = m_sized >= 0 || (m_moved >= 0 && m_target >= 0 && m_target != m_moved);
    if (m_moved >= 0 && m_target >= 0)
        m_view->columnLayout().move(m_moved, m_target);
    m_sized = m_moved = m_target = -1;
    setCursor(Qt::ArrowCursor);
    m_view->relayout();
    if (isChanged)
        Q_EMIT m_view->layoutChanged();
    if (clicked >= 0)
        sortBy(m_view->columnLayout().visible()[static_cast<std::size_t>(clicked)]);
}

// Up, down, and back to the order of reading.
void GridHeader::sortBy(int column)
{
    if (!m_view->gridModel()->planned(column))
        return;
    if (m_view->sortColumn() != column)
        Q_EMIT m_view->sortRequested(column, Qt::AscendingOrder);
    else if (!m_view->isSortDescending())
        Q_EMIT m_view->sortRequested(column, Qt::DescendingOrder);
    else
        Q_EMIT m_view->sortCleared();
}

void GridHeader::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int place = edgeAt(event->position().toPoint().x());
    if (place < 0)
        return;
    m_view->fitColumn(m_view->columnLayout().visible()[static_cast<std::size_t>(place)]);
    m_view->relayout();
    Q_EMIT m_view->layoutChanged();
}

void GridHeader::contextMenuEvent(QContextMenuEvent *event) { showMenu(m_view->placeAt(event->x()), event->globalPos()); }

void GridHeader::showMenu(int place, const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    ColumnLayout &layout = m_view->columnLayout();
    const auto change = [this](auto act) {
        return [this, act] {
            act();
            m_view->relayout();
            Q_EMIT m_view->layoutChanged();
        };
    };
    if (place >= 0) {
        const int column = layout.visible()[static_cast<std::size_t>(place)];
        const bool isPinned = layout.at(column).isPinned;
        if (m_view->gridModel()->planned(column)) {
            menu->addAction(tr("Sort Loaded Items &Ascending"), this, [this, column] { Q_EMIT m_view->sortRequested(column, Qt::AscendingOrder); });
            menu->addAction(tr("Sort Loaded Items &Descending"), this, [this, column] { Q_EMIT m_view->sortRequested(column, Qt::DescendingOrder); });
            menu->addAction(tr("&Clear Sort"), m_view, &GridView::sortCleared)->setEnabled(m_view->sortColumn() >= 0);
            menu->addSeparator();
        }
        menu->addAction(tr("&Fit Width"), this, change([this, column] { m_view->fitColumn(column); }));
        menu->addAction(isPinned ? tr("&Unpin Column") : tr("&Pin Column"), this,
                        change([&layout, column, isPinned] { layout.setPinned(column, !isPinned); }));
        QAction *hide = menu->addAction(tr("&Hide Column"), this, change([&layout, column] { layout.setHidden(column, true); }));
        hide->setEnabled(layout.visible().size() > 1);
        menu->addAction(tr("Move to the &Left"), this, change([&layout, place] { layout.move(place, place - 1); }));
        menu->addAction(tr("Move to the &Right"), this, change([&layout, place] { layout.move(place, place + 1); }));
        menu->addSeparator();
    }
    QMenu *hidden = menu->addMenu(tr("&Show Column"));
    for (int column = 0; column < layout.count(); ++column) {
        if (layout.at(column).isHidden)
            hidden->addAction(layout.at(column).name, this, change([&layout, column] { layout.setHidden(column, false); }));
    }
    // Those of the fold come one by one; a fold of thousands would be no menu.
    constexpr std::size_t kMostOffered = 40;
    ItemGridModel *model = m_view->gridModel();
    const auto &folded = model->columns().folded();
    for (std::size_t i = 0; i < std::min(folded.size(), kMostOffered); ++i)
        hidden->addAction(oneLine(folded[i].name, 60), this, change([model, name = folded[i].name] { model->unfold(name); }));
    hidden->setEnabled(!hidden->isEmpty());
    menu->popup(globalPosition);
}

bool GridHeader::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_view->gridModel())
        return QWidget::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const int place = m_view->placeAt(help->x());
    if (place < 0)
        return true;
    const ItemGridModel *model = m_view->gridModel();
    const int column = m_view->columnLayout().visible()[static_cast<std::size_t>(place)];
    QString text = model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    if (model->planned(column)) {
        const PlannedColumn &planned = model->columns().columns()[static_cast<std::size_t>(column)];
        //: Tooltip of a column: attribute, types, "in 42 % of 200 loaded items".
        text = tr("%1 (%2), in %3 of %Ln loaded item(s)", nullptr, static_cast<int>(model->columns().itemsSeen()))
                   .arg(text, planned.typeCode().isEmpty() ? tr("absent") : planned.typeCode(),
                        percentText(model->columns().presence(planned)));
    }
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace stator::ui

#include "moc_grid_header.cpp"
