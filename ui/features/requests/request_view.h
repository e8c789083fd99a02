// How the list of requests is narrowed and painted.
#pragma once

#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace stator::ui {

class RequestFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setErrorsOnly(bool isErrorsOnly);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool m_isErrorsOnly = false;
};

// Lean: a fill and a text a cell. An error has a square before its status.
class RequestDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace stator::ui
