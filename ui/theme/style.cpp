#include "theme/style.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOption>
#include <QToolButton>

#include "theme/icons.h"
#include "theme/style_controls.h"
#include "theme/theme.h"

namespace stator::ui::theme {

using namespace Qt::StringLiterals;

namespace {

bool hasState(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

void drawComboBox(QPainter *painter, const QStyleOptionComboBox &option)
{
    const bool isFocused = hasState(&option, QStyle::State_HasFocus);
    if (option.editable) {
        drawFieldPanel(painter, option, isFocused);
    } else {
        QStyleOptionButton button;
        static_cast<QStyleOption &>(button) = option;
        if (!isFocused)
            button.state &= ~QStyle::State_HasFocus;
        button.state &= ~QStyle::State_On;
        drawPushButton(painter, button, nullptr);
    }
    QRect arrow(option.rect.right() - px(22), option.rect.top(), px(18), option.rect.height());
    arrow = QStyle::visualRect(option.direction, option.rect, arrow);
    drawArrow(painter, arrow, Arrow::Down, option.palette.color(QPalette::ButtonText));
}

void drawSpinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down)
{
    if (option.frame)
        drawFieldPanel(painter, option, hasState(&option, QStyle::State_HasFocus));
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto ink = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return option.stepEnabled.testFlag(step) ? color(Role::SecondText) : color(Role::Hairline);
    };
    drawArrow(painter, up, Arrow::Up, ink(QAbstractSpinBox::StepUpEnabled));
    drawArrow(painter, down, Arrow::Down, ink(QAbstractSpinBox::StepDownEnabled));
}

// A scroll bar takes the colour of what it scrolls.
bool isOnPage(const QWidget *scrollBar)
{
    const QWidget *holder = scrollBar ? scrollBar->parentWidget() : nullptr;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(holder ? holder->parentWidget() : nullptr);
    if (!area)
        return true;
    const auto *scroll = qobject_cast<const QScrollArea *>(area);
    const QWidget *content = scroll && scroll->widget() ? scroll->widget() : area->viewport();
    return content->backgroundRole() == QPalette::Base;
}

void drawToolButton(QPainter *painter, const QStyleOptionToolButton &option, const QStyle &style,
                    const QWidget *widget)
{
    QStyleOption panel = option;
    if (!option.activeSubControls.testFlag(QStyle::SC_ToolButton))
        panel.state &= ~QStyle::State_Sunken;
    drawToolButtonPanel(painter, panel);
    QStyleOptionToolButton label = option;
    if (option.toolButtonStyle != Qt::ToolButtonIconOnly)
        label.rect = option.rect.adjusted(px(4), 0, -px(4), 0);
    if (showsMenuArrow(option)) {
        const QRect arrow(option.rect.right() - px(20), option.rect.top(), px(16), option.rect.height());
        drawArrow(painter, QStyle::visualRect(option.direction, option.rect, arrow), Arrow::Down,
                  color(Role::SecondText));
        label.rect = QStyle::visualRect(option.direction, option.rect, label.rect.adjusted(0, 0, -px(16), 0));
    }
    style.drawControl(QStyle::CE_ToolButtonLabel, &label, painter, widget);
}

void drawBranch(QPainter *painter, const QStyleOption &option)
{
    if (!hasState(&option, QStyle::State_Children))
        return;
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const Arrow arrow = hasState(&option, QStyle::State_Open) ? Arrow::Down
                        : isMirrored                          ? Arrow::Left
                                                              : Arrow::Right;
    const QRect area = QStyle::alignedRect(option.direction, Qt::AlignCenter, QSize(16, 16), option.rect);
    drawArrow(painter, area, arrow, color(Role::SecondText));
}

void drawDockTitle(QPainter *painter, const QStyleOptionDockWidget &option)
{
    painter->save();
    painter->setFont(font(TextStyle::Caption));
    painter->setPen(color(Role::SecondText));
    const QRect text =
        QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(px(12), 0, -px(48), 0));
    painter->drawText(
        text, static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
        option.title);
    painter->restore();
}

void drawMenuBarItem(QPainter *painter, const QStyleOptionMenuItem &option, bool showsMnemonic)
{
    if (hasState(&option, QStyle::State_Selected) && hasState(&option, QStyle::State_Enabled))
        drawRounded(painter, QRectF(option.rect).adjusted(0, 4, 0, -4),
                    hasState(&option, QStyle::State_Sunken) ? pressedColor() : hoverColor(), {});
    painter->save();
    painter->setPen(
        option.palette.color(hasState(&option, QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled,
                             QPalette::WindowText));
    painter->drawText(option.rect,
                      Qt::AlignCenter | Qt::TextSingleLine |
                          (showsMnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                      option.text);
    painter->restore();
}

} // namespace

StatorStyle::StatorStyle() : QProxyStyle(u"Fusion"_s)
{
    if (QCoreApplication *application = QCoreApplication::instance())
        application->installEventFilter(this);
}

bool StatorStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isDown = event->type() == QEvent::KeyPress;
        if (key->key() == Qt::Key_Alt && !key->isAutoRepeat() && m_showsMnemonics != isDown) {
            m_showsMnemonics = isDown;
            for (QWidget *window : QApplication::topLevelWidgets())
                window->update();
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

void StatorStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QToolButton *>(widget) ||
        qobject_cast<QComboBox *>(widget) || qobject_cast<QScrollBar *>(widget) ||
        widget->inherits("QHeaderView"))
        widget->setAttribute(Qt::WA_Hover);
}

void StatorStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonTool:
        drawToolButtonPanel(painter, *option);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (element == PE_PanelLineEdit && !isInnerField(widget)) {
            const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            if (frame && frame->lineWidth > 0)
                drawFieldPanel(painter, *option, hasState(option, State_HasFocus));
            else
                painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        }
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckMark(painter, *option);
        return;
    case PE_IndicatorRadioButton:
        drawRadioMark(painter, *option);
        return;
    case PE_IndicatorBranch:
        drawBranch(painter, *option);
        return;
    case PE_FrameFocusRect:
        if (hasState(option, State_KeyboardFocusChange))
            drawFocusRing(painter, option->rect);
        return;
    case PE_Frame:
    case PE_FrameMenu:
    case PE_FrameTabWidget:
    case PE_FrameGroupBox:
    case PE_PanelTipLabel:
        drawRounded(
            painter, option->rect,
            element == PE_PanelTipLabel || element == PE_FrameTabWidget ? color(Role::Page) : QColor(),
            color(element == PE_PanelTipLabel || element == PE_FrameMenu ? Role::Edge : Role::Hairline), 0);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, color(Role::Page));
        return;
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_FrameDockWidget:
        return;
    case PE_PanelStatusBar:
    case PE_PanelMenuBar:
        painter->fillRect(option->rect, color(Role::Window));
        return;
    case PE_IndicatorDockWidgetResizeHandle: {
        const QRect &rect = option->rect;
        painter->fillRect(rect, color(Role::Window));
        const bool isTall = rect.height() > rect.width();
        painter->fillRect(isTall ? QRect(rect.center().x(), rect.top(), 1, rect.height())
                                 : QRect(rect.left(), rect.center().y(), rect.width(), 1),
                          color(hasState(option, State_MouseOver) ? Role::Accent : Role::Hairline));
        return;
    }
    case PE_IndicatorArrowDown:
    case PE_IndicatorHeaderArrow:
    case PE_IndicatorSpinDown:
        drawArrow(painter, option->rect, Arrow::Down, color(Role::SecondText));
        return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        drawArrow(painter, option->rect, Arrow::Up, color(Role::SecondText));
        return;
    case PE_IndicatorArrowRight:
        drawArrow(painter, option->rect, Arrow::Right, color(Role::SecondText));
        return;
    case PE_IndicatorArrowLeft:
        drawArrow(painter, option->rect, Arrow::Left, color(Role::SecondText));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void StatorStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawPushButton(painter, *button, widget);
            if (button->features.testFlag(QStyleOptionButton::HasMenu))
                drawArrow(painter,
                          visualRect(option->direction, option->rect,
                                     QRect(option->rect.right() - px(20), option->rect.top(), px(16),
                                           option->rect.height())),
                          Arrow::Down, color(isFilled(*button, widget) ? Role::OnAccent : Role::Text));
        }
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            if (hasState(option, State_Enabled)) {
                if (isFilled(*button, widget))
                    copy.palette.setColor(QPalette::ButtonText, color(Role::OnAccent));
                else if (widget && widget->property("destructive").toBool())
                    copy.palette.setColor(QPalette::ButtonText, color(Role::Error));
            }
            QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTab(painter, *tab);
        return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeaderSection(painter, *header);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, color(Role::Window));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          color(Role::Hairline));
        return;
    case CE_ProgressBarGroove:
        return;
    case CE_ProgressBarContents:
        if (const auto *progress = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            drawProgress(painter, *progress);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuItem(painter, *item, widget);
        return;
    case CE_MenuBarItem:
        painter->fillRect(option->rect, color(Role::Window));
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuBarItem(painter, *item, styleHint(SH_UnderlineShortcut, option, widget, nullptr) != 0);
        return;
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
        painter->fillRect(option->rect, color(Role::Window));
        return;
    case CE_MenuEmptyArea:
        return;
    case CE_DockWidgetTitle:
        if (const auto *dock = qstyleoption_cast<const QStyleOptionDockWidget *>(option))
            drawDockTitle(painter, *dock);
        return;
    case CE_Splitter: {
        const QRect &rect = option->rect;
        const bool isTall = rect.height() > rect.width();
        painter->fillRect(isTall ? QRect(rect.center().x(), rect.top(), 1, rect.height())
                                 : QRect(rect.left(), rect.center().y(), rect.width(), 1),
                          color(hasState(option, State_MouseOver) ? Role::Accent : Role::Hairline));
        return;
    }
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
            combo && !combo->editable) {
            QStyleOptionComboBox copy = *combo;
            copy.state &= ~State_On;
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void StatorStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            drawComboBox(painter, *combo);
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            drawSpinBox(painter, *spin, subControlRect(control, option, SC_SpinBoxUp, widget),
                        subControlRect(control, option, SC_SpinBoxDown, widget));
            return;
        }
        break;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && !button->subControls.testFlag(SC_ToolButtonMenu)) {
            drawToolButton(painter, *button, *this, widget);
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawScrollBar(painter, *slider, subControlRect(control, option, SC_ScrollBarSlider, widget),
                          isOnPage(widget));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon StatorStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option,
                                const QWidget *widget) const
{
    switch (pixmap) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton:
        return icon(u"close"_s, Role::SecondText);
    case SP_TitleBarNormalButton:
        return icon(u"inspector"_s, Role::SecondText);
    case SP_ToolBarHorizontalExtensionButton:
        return icon(u"more"_s);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return icon(u"info"_s, Role::Accent);
    case SP_MessageBoxWarning:
        return icon(u"warning"_s, Role::Warning);
    case SP_MessageBoxCritical:
        return icon(u"error"_s, Role::Error);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

} // namespace stator::ui::theme

#include "moc_style.cpp"
