#include "theme/style_controls.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

#include "theme/icons.h"
#include "theme/theme.h"

namespace stator::ui::theme {

namespace {

class Saved {
public:
    explicit Saved(QPainter *painter) : m_painter(painter) { m_painter->save(); }
    ~Saved() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter *m_painter;
};

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QColor edgeColor(const QStyleOption &option)
{
    return color(has(option, QStyle::State_Enabled) ? Role::Edge : Role::Hairline);
}

// The ring shows where the keyboard is, not where the pointer clicked.
bool showsRing(const QStyleOption &option)
{
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

} // namespace

void drawRounded(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &edge, double radius)
{
    const Saved saved(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(edge.isValid() ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, radius, radius);
}

void drawFocusRing(QPainter *painter, const QRect &rect, double radius)
{
    const Saved saved(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color(Role::Accent), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
}

void drawArrow(QPainter *painter, const QRect &rect, Arrow arrow, const QColor &ink)
{
    const Saved saved(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(QRectF(rect).center());
    constexpr double kTurns[] = {180, 0, 90, -90};
    painter->rotate(kTurns[static_cast<int>(arrow)]);
    const double reach = px(3.5);
    const QPointF points[] = {{-reach, -reach / 2}, {0, reach / 2}, {reach, -reach / 2}};
    painter->setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(points, 3);
}

bool isFilled(const QStyleOptionButton &option, const QWidget *widget)
{
    if (widget && widget->property("destructive").toBool())
        return false;
    return (widget && widget->property("primary").toBool()) ||
           option.features.testFlag(QStyleOptionButton::DefaultButton);
}

void drawPushButton(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isPressed = has(option, QStyle::State_Sunken);
    const bool isHovered = has(option, QStyle::State_MouseOver);
    if (option.features.testFlag(QStyleOptionButton::Flat)) {
        if (isEnabled && (isPressed || isHovered))
            drawRounded(painter, option.rect, isPressed ? pressedColor() : hoverColor(), {});
    } else if (isFilled(option, widget) && isEnabled) {
        const QColor fill = mix(color(Role::Accent), color(Role::Text),
                                isPressed   ? 0.25
                                : isHovered ? 0.12
                                            : 0);
        drawRounded(painter, option.rect, fill, {});
        if (showsRing(option)) {
            const Saved saved(painter);
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(color(Role::OnAccent), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(3, 3, -3, -3), kRadius - 1, kRadius - 1);
        }
        return;
    } else {
        QColor fill = color(isEnabled ? Role::Page : Role::Window);
        if (has(option, QStyle::State_On))
            fill = color(Role::Selection);
        else if (isEnabled && (isPressed || isHovered))
            fill = isPressed ? pressedColor(Role::Page) : hoverColor(Role::Page);
        drawRounded(painter, option.rect, fill, edgeColor(option));
    }
    if (showsRing(option))
        drawFocusRing(painter, option.rect);
}

void drawToolButtonPanel(QPainter *painter, const QStyleOption &option)
{
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isRaised = !has(option, QStyle::State_AutoRaise);
    QColor fill = isRaised ? color(isEnabled ? Role::Page : Role::Window) : QColor();
    if (has(option, QStyle::State_On))
        fill = color(Role::Selection);
    else if (isEnabled && has(option, QStyle::State_Sunken))
        fill = pressedColor();
    else if (isEnabled && has(option, QStyle::State_MouseOver))
        fill = hoverColor();
    if (fill.isValid() || isRaised)
        drawRounded(painter, option.rect, fill, isRaised ? edgeColor(option) : QColor());
    if (showsRing(option))
        drawFocusRing(painter, option.rect);
}

void drawFieldPanel(QPainter *painter, const QStyleOption &option, bool hasFocus)
{
    const bool isEnabled = has(option, QStyle::State_Enabled);
    drawRounded(painter, option.rect, color(isEnabled ? Role::Page : Role::Window), edgeColor(option));
    if (hasFocus && isEnabled)
        drawFocusRing(painter, option.rect);
}

void drawCheckMark(QPainter *painter, const QStyleOption &option)
{
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isOn = has(option, QStyle::State_On);
    const bool isPartial = has(option, QStyle::State_NoChange);
    const QRectF box(option.rect);
    const bool isSet = isOn || isPartial;
    const QColor accent = isEnabled ? color(Role::Accent) : edgeColor(option);
    drawRounded(painter, box, isSet ? accent : color(Role::Page), isSet ? accent : edgeColor(option), 3);
    if (isSet) {
        const Saved saved(painter);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(color(isEnabled ? Role::OnAccent : Role::Page), 1.75, Qt::SolidLine,
                             Qt::RoundCap, Qt::RoundJoin));
        painter->translate(box.topLeft());
        painter->scale(box.width() / 16, box.height() / 16);
        if (isPartial) {
            painter->drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
        } else {
            const QPointF points[] = {{4, 8.25}, {6.75, 11}, {12, 5.25}};
            painter->drawPolyline(points, 3);
        }
    }
    if (showsRing(option))
        drawFocusRing(painter, option.rect.adjusted(-3, -3, 3, 3), 5);
}

void drawRadioMark(QPainter *painter, const QStyleOption &option)
{
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isOn = has(option, QStyle::State_On);
    const double radius = option.rect.width() / 2.0;
    const QColor accent = isEnabled ? color(Role::Accent) : edgeColor(option);
    drawRounded(painter, option.rect, isOn ? accent : color(Role::Page), isOn ? accent : edgeColor(option),
                radius);
    if (isOn) {
        const double inset = option.rect.width() * 0.31;
        drawRounded(painter, QRectF(option.rect).adjusted(inset, inset, -inset, -inset),
                    color(isEnabled ? Role::OnAccent : Role::Page), {}, radius);
    }
    if (showsRing(option))
        drawFocusRing(painter, option.rect.adjusted(-3, -3, 3, 3), radius + 3);
}

void drawTab(QPainter *painter, const QStyleOptionTab &option)
{
    const bool isSelected = has(option, QStyle::State_Selected);
    const QRect rect = option.rect;
    if (isSelected)
        painter->fillRect(rect, color(Role::Page));
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        painter->fillRect(rect, hoverColor());
    if (isSelected) {
        const int thick = 2;
        const bool isBelow =
            option.shape == QTabBar::RoundedSouth || option.shape == QTabBar::TriangularSouth;
        painter->fillRect(
            QRect(rect.left(), isBelow ? rect.bottom() - thick + 1 : rect.top(), rect.width(), thick),
            color(Role::Accent));
    }
    if (isSelected && showsRing(option))
        drawFocusRing(painter, rect.adjusted(2, 3, -2, -2));
}

void drawHeaderSection(QPainter *painter, const QStyleOptionHeader &option)
{
    QColor fill = color(Role::Window);
    if (has(option, QStyle::State_Sunken))
        fill = pressedColor();
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        fill = hoverColor();
    painter->fillRect(option.rect, fill);
    const QColor line = color(Role::Hairline);
    const QRect &rect = option.rect;
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
    if (option.orientation == Qt::Horizontal) {
        const int x = option.direction == Qt::RightToLeft ? rect.left() : rect.right();
        painter->fillRect(QRect(x, rect.top() + 6, 1, rect.height() - 12), line);
    } else {
        painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), line);
    }
}

void drawScrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &handle, bool isOnPage)
{
    const QColor track = color(isOnPage ? Role::Page : Role::Window);
    painter->fillRect(option.rect, track);
    if (option.maximum <= option.minimum)
        return;
    const bool isHorizontal = option.orientation == Qt::Horizontal;
    const bool isActive = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const double inset = isActive ? 2 : 3;
    const QRectF bar = isHorizontal ? QRectF(handle).adjusted(2, inset, -2, -inset)
                                    : QRectF(handle).adjusted(inset, 2, -inset, -2);
    const double share = isActive ? 1.0 : scheme().isHighContrast ? 0.9 : 0.55;
    drawRounded(painter, bar, mix(track, color(Role::Edge), share), {},
                (isHorizontal ? bar.height() : bar.width()) / 2);
}

void drawProgress(QPainter *painter, const QStyleOptionProgressBar &option)
{
    const QRectF groove(option.rect);
    const double radius = std::min(kRadius, groove.height() / 2);
    drawRounded(painter, groove, color(Role::Sunken), {}, radius);
    const int span = option.maximum - option.minimum;
    if (span <= 0)
        return;
    const double share = static_cast<double>(option.progress - option.minimum) / span;
    QRectF filled = groove;
    filled.setWidth(groove.width() * std::clamp(share, 0.0, 1.0));
    if (option.direction == Qt::RightToLeft)
        filled.moveRight(groove.right());
    if (filled.width() > 1)
        drawRounded(painter, filled, color(Role::Accent), {}, radius);
}

void drawMenuItem(QPainter *painter, const QStyleOptionMenuItem &option, const QWidget *widget)
{
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(rect.left() + 8, rect.center().y(), rect.width() - 16, 1),
                          color(Role::Hairline));
        return;
    }
    const Saved saved(painter);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    if (has(option, QStyle::State_Selected) && isEnabled)
        drawRounded(painter, QRectF(rect).adjusted(4, 1, -4, -1), color(Role::Selection), {});
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const auto place = [&](QRect area) { return QStyle::visualRect(option.direction, rect, area); };
    const int markSpace = px(28);
    const QRect mark = place(QRect(rect.left() + px(8), rect.top(), px(16), rect.height()));
    const QColor ink =
        isEnabled ? color(Role::Text) : option.palette.color(QPalette::Disabled, QPalette::Text);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked) {
            const QIcon sign = theme::icon(QStringLiteral("check"));
            sign.paint(painter, mark, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
        }
    } else if (!option.icon.isNull()) {
        option.icon.paint(painter, QRect(mark.left(), mark.center().y() - 7, 16, 16), Qt::AlignCenter,
                          isEnabled ? QIcon::Normal : QIcon::Disabled);
    }
    const qsizetype tab = option.text.indexOf(QLatin1Char('\t'));
    const QString text = tab < 0 ? option.text : option.text.left(tab);
    const QRect body = place(rect.adjusted(markSpace + px(4), 0, -px(24), 0));
    const Qt::Alignment alignment = isMirrored ? Qt::AlignRight : Qt::AlignLeft;
    const int flags = static_cast<int>(alignment) | Qt::AlignVCenter | Qt::TextSingleLine |
                      (widget && widget->style()->styleHint(QStyle::SH_UnderlineShortcut, &option, widget)
                           ? Qt::TextShowMnemonic
                           : Qt::TextHideMnemonic);
    painter->setFont(option.font);
    painter->setPen(ink);
    painter->drawText(body, flags, text);
    if (tab >= 0) {
        painter->setPen(isEnabled ? color(Role::SecondText) : ink);
        painter->drawText(place(rect.adjusted(markSpace, 0, -px(14), 0)),
                          static_cast<int>(isMirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                          option.text.mid(tab + 1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        drawArrow(painter, place(QRect(rect.right() - px(20), rect.top(), px(16), rect.height())),
                  isMirrored ? Arrow::Left : Arrow::Right, ink);
}

} // namespace stator::ui::theme
