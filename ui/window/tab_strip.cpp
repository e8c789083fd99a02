#include "window/tab_strip.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QStylePainter>
#include <QToolButton>
#include <QWheelEvent>

#include "theme/icons.h"
#include "theme/style_controls.h"
#include "theme/theme.h"

namespace stator::ui {

using theme::Role;

namespace {

// Space for the icon, the text's margins and the close button.
int chrome()
{
    return theme::px(12 + 16 + 6 + 8 + 20 + 6);
}

int badgeWidth(const QString &badge)
{
    return badge.isEmpty() ? 0
                           : QFontMetrics(theme::font(theme::TextStyle::Caption)).horizontalAdvance(badge) +
                                 theme::px(16);
}

} // namespace

TabStrip::TabStrip(QWidget *parent) : QTabBar(parent)
{
    setDrawBase(false);
    setDocumentMode(true);
    setExpanding(false);
    setMovable(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setFocusPolicy(Qt::TabFocus);
    setSelectionBehaviorOnRemove(QTabBar::SelectPreviousTab);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] { update(); });
}

int TabStrip::insertTabFor(int index, int id, const QIcon &icon, const QString &title)
{
    const int at = insertTab(index, icon, title);
    setTabData(at, id);
    auto *close = new QToolButton(this);
    close->setIcon(theme::icon(QStringLiteral("close"), Role::SecondText));
    close->setIconSize({theme::px(12), theme::px(12)});
    close->setFixedSize(theme::px(20), theme::px(20));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::NoFocus);
    close->setToolTip(tr("Close Tab"));
    close->setAccessibleName(tr("Close Tab"));
    connect(close, &QToolButton::clicked, this, [this, id] { Q_EMIT tabCloseRequested(indexOfId(id)); });
    setTabButton(at, QTabBar::RightSide, close);
    return at;
}

int TabStrip::indexOfId(int id) const
{
    for (int i = 0; i < count(); ++i) {
        if (idAt(i) == id)
            return i;
    }
    return -1;
}

void TabStrip::setLook(int id, const TabLook &look)
{
    m_looks.insert(id, look);
    update();
}

void TabStrip::tabRemoved(int)
{
    m_looks.removeIf(
        [this](const std::pair<const int &, TabLook &> &look) { return indexOfId(look.first) < 0; });
}

QFont TabStrip::fontFor(const TabLook &look) const
{
    QFont font = theme::font(theme::TextStyle::Body);
    font.setItalic(look.isPreview);
    return font;
}

QSize TabStrip::tabSizeHint(int index) const
{
    // One width for both fonts, so that keeping a preview moves nothing.
    const TabLook look = m_looks.value(idAt(index));
    const int text =
        QFontMetrics(theme::font(theme::TextStyle::Body)).horizontalAdvance(tabText(index)) + theme::px(4);
    const int width = std::clamp(text + chrome() + badgeWidth(look.badge), theme::px(110), theme::px(260));
    return {width, theme::px(34)};
}

void TabStrip::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    painter.fillRect(rect(), theme::color(Role::Window));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::color(Role::Hairline));
    for (int i = 0; i < count(); ++i)
        paintTab(painter, i);
}

void TabStrip::paintTab(QPainter &painter, int index)
{
    QStyleOptionTab option;
    initStyleOption(&option, index);
    if (option.rect.isEmpty())
        return;
    style()->drawControl(QStyle::CE_TabBarTabShape, &option, &painter, this);
    const TabLook look = m_looks.value(idAt(index));
    const bool isCurrent = index == currentIndex();
    QRect area = option.rect;
    const auto mirrored = [&](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), area, part);
    };
    if (look.line.isValid())
        painter.fillRect(QRect(area.left(), area.top(), area.width(), 3), look.line);
    if (!isCurrent)
        painter.fillRect(mirrored(QRect(area.right(), area.top() + 8, 1, area.height() - 16)),
                         theme::color(Role::Hairline));
    const int icon = theme::px(16);
    const int left = area.left() + theme::px(12);
    option.icon.paint(&painter, mirrored(QRect(left, area.center().y() - icon / 2 + 1, icon, icon)),
                      Qt::AlignCenter);
    const int badge = badgeWidth(look.badge);
    const QFont font = fontFor(look);
    painter.setFont(font);
    painter.setPen(theme::color(isCurrent ? Role::Text : Role::SecondText));
    const QRect text(left + icon + theme::px(6), area.top(), area.width() - chrome() - badge + theme::px(4),
                     area.height());
    const int flags =
        static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    painter.drawText(mirrored(text), flags,
                     QFontMetrics(font).elidedText(tabText(index), Qt::ElideRight, text.width()));
    if (badge > 0) {
        const QRect pill(text.right() + theme::px(4), area.center().y() - theme::px(8), badge - theme::px(8),
                         theme::px(16));
        theme::drawRounded(&painter, mirrored(pill), look.line, {}, 3);
        painter.setFont(theme::font(theme::TextStyle::Caption));
        painter.setPen(theme::contrastRatio(look.line, Qt::white) >= 4.5 ? Qt::white : Qt::black);
        painter.drawText(mirrored(pill), Qt::AlignCenter, look.badge);
    }
}

void TabStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int index = tabAt(event->position().toPoint()); index >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT keepRequested(index);
}

void TabStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (const int index = tabAt(event->position().toPoint());
        index >= 0 && event->button() == Qt::MiddleButton) {
        Q_EMIT tabCloseRequested(index);
        return;
    }
    QTabBar::mouseReleaseEvent(event);
}

void TabStrip::contextMenuEvent(QContextMenuEvent *event)
{
    const int index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : tabAt(event->pos());
    if (index >= 0)
        Q_EMIT menuRequested(index, event->globalPos());
}

// A wheel over the tabs scrolls pages in other applications, and switches by accident here.
void TabStrip::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace stator::ui

#include "moc_tab_strip.cpp"
