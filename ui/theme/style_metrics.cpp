// The sizes and places of StatorStyle: what is drawn where is in style.cpp and style_controls.cpp.
#include "theme/style.h"

#include <algorithm>

#include <QStyleOption>
#include <QWidget>

#include "theme/style_controls.h"
#include "theme/theme.h"

namespace stator::ui::theme {

bool isInnerField(const QWidget *widget)
{
    if (!widget || !widget->parentWidget())
        return false;
    return widget->parentWidget()->inherits("QAbstractSpinBox") ||
           widget->parentWidget()->inherits("QComboBox");
}

bool showsMenuArrow(const QStyleOptionToolButton &option)
{
    return option.features.testFlag(QStyleOptionToolButton::HasMenu) &&
           option.toolButtonStyle != Qt::ToolButtonIconOnly;
}

QSize StatorStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                    const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int arrow = button && button->features.testFlag(QStyleOptionButton::HasMenu) ? px(16) : 0;
        const bool hasText = button && !button->text.isEmpty();
        size = QSize(contents.width() + px(hasText ? 24 : 12) + arrow, controlHeight());
        if (hasText)
            size.setWidth(std::max(size.width(), px(64)));
        break;
    }
    case CT_ToolButton:
        size.setHeight(std::max(controlHeight(), contents.height() + px(4)));
        size.setWidth(std::max(size.height(), contents.width() + px(12)));
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && showsMenuArrow(*button))
            size.rwidth() += px(16);
        break;
    case CT_LineEdit:
        if (!isInnerField(widget))
            size.setHeight(std::max(controlHeight(), contents.height() + px(4)));
        break;
    case CT_ComboBox:
        size = QSize(contents.width() + px(38), std::max(controlHeight(), contents.height()));
        break;
    case CT_SpinBox:
        size.setHeight(controlHeight());
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                size.setHeight(px(9));
            else
                size =
                    QSize(contents.width() + px(28 + 32) + (item->text.contains(u'\t') ? px(24) : 0), px(26));
        }
        break;
    case CT_ItemViewItem:
        // The list of a combo box; other views give their rows a height of their own.
        if (widget && widget->inherits("QComboBoxListView"))
            size.setHeight(std::max(size.height(), controlHeight()));
        break;
    case CT_MenuBarItem:
        size = QSize(contents.width() + px(16), px(34));
        break;
    case CT_TabBarTab:
        size.setHeight(px(34));
        break;
    case CT_HeaderSection:
        size.setHeight(std::max(size.height(), px(30)));
        break;
    default:
        break;
    }
    return size;
}

QRect StatorStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!slider)
            return {};
        const bool isHorizontal = slider->orientation == Qt::Horizontal;
        const int length = isHorizontal ? option->rect.width() : option->rect.height();
        const qint64 range = qint64(slider->maximum) - slider->minimum;
        int handle = length;
        if (range > 0)
            handle =
                std::clamp(static_cast<int>(qint64(length) * slider->pageStep / (range + slider->pageStep)),
                           std::min(px(28), length), length);
        const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                                  length - handle, slider->upsideDown);
        const auto along = [&](int from, int size) {
            const QRect rect = isHorizontal ? QRect(from, 0, size, option->rect.height())
                                            : QRect(0, from, option->rect.width(), size);
            return visualRect(option->direction, option->rect, rect.translated(option->rect.topLeft()));
        };
        switch (part) {
        case SC_ScrollBarSlider:
            return along(start, handle);
        case SC_ScrollBarGroove:
            return along(0, length);
        case SC_ScrollBarSubPage:
            return along(0, start);
        case SC_ScrollBarAddPage:
            return along(start + handle, length - start - handle);
        default:
            return {};
        }
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        const QRect field = option->rect.adjusted(px(8), 2, -px(24), -2);
        return visualRect(option->direction, option->rect, field);
    }
    if (control == CC_SpinBox && part != SC_SpinBoxFrame) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const bool hasButtons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int width = hasButtons ? px(20) : 0;
        const QRect &rect = option->rect;
        const QRect up(rect.right() - width, rect.top() + 2, width, rect.height() / 2 - 2);
        if (part == SC_SpinBoxUp)
            return visualRect(option->direction, rect, up);
        if (part == SC_SpinBoxDown)
            return visualRect(option->direction, rect, up.translated(0, up.height()));
        return visualRect(option->direction, rect, rect.adjusted(px(6), 2, -width - 2, -2));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect StatorStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents && !isInnerField(widget)) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return visualRect(option->direction, option->rect, option->rect.adjusted(px(6), 1, -px(6), -1));
    }
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

int StatorStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return px(16);
    case PM_DefaultFrameWidth:
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_MenuHMargin:
        return 0;
    case PM_MenuBarPanelWidth:
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuBarHMargin:
        return 4;
    case PM_MenuBarVMargin:
        return 2;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 12;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return 5;
    case PM_DockWidgetFrameWidth:
        return 0;
    case PM_DockWidgetTitleMargin:
        return px(7);
    case PM_TabBarTabHSpace:
        return px(28);
    case PM_TabBarTabVSpace:
        return px(12);
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return px(16);
    case PM_HeaderMargin:
        return px(8);
    case PM_HeaderMarkSize:
        return px(12);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int StatorStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_UnderlineShortcut:
        return m_showsMnemonics ? 1 : 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        // A view whose delegate paints whole rows wants no second highlight beside its arrows.
        return widget && widget->property("paintsOwnRows").toBool() ? 0 : 1;
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_Table_GridLineColor:
        return static_cast<int>(color(Role::Hairline).rgba());
    case SH_TabBar_ElideMode:
        return Qt::ElideRight;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace stator::ui::theme
