#include "features/requests/request_view.h"

#include <QPainter>
#include <QStyle>

#include "features/requests/request_model.h"
#include "theme/theme.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

void RequestFilter::setErrorsOnly(bool isErrorsOnly)
{
    m_isErrorsOnly = isErrorsOnly;
    invalidateFilter();
}

bool RequestFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return (!m_isErrorsOnly || index.data(RequestModel::IsErrorRole).toBool()) &&
           QSortFilterProxyModel::filterAcceptsRow(row, parent);
}

void RequestDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, theme::color(isSelected ? Role::Selection : Role::Page));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme::mix(theme::color(Role::Page), theme::color(Role::Hairline), 0.6));
    const int column = index.column();
    const bool isError = index.data(RequestModel::IsErrorRole).toBool();
    const bool isCode = column == RequestModel::Time ||
                        (column >= RequestModel::Duration && column <= RequestModel::Bytes);
    QRect area = option.rect.adjusted(theme::px(8), 0, -theme::px(8), 0);
    if (column == RequestModel::Status && isError) {
        const int side = theme::px(8);
        const QRect sign =
            QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {side, side}, area);
        painter->fillRect(sign, theme::color(Role::Error));
        area = QStyle::visualRect(option.direction, area, area.adjusted(side + theme::px(6), 0, 0, 0));
    }
    painter->setFont(isCode ? theme::monoFont() : theme::font(TextStyle::Body));
    const bool isQuiet = column == RequestModel::Time || column == RequestModel::Region ||
                         column == RequestModel::Client;
    painter->setPen(theme::color(column == RequestModel::Status && isError ? Role::Error
                                 : isQuiet                                 ? Role::SecondText
                                                                           : Role::Text));
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    painter->drawText(
        area, static_cast<int>(QStyle::visualAlignment(option.direction, alignment)) | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
}

} // namespace stator::ui

#include "moc_request_view.cpp"
