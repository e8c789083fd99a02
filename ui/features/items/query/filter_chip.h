// A filter as it stands in the query bar: its words open it, the cross takes it away.
#pragma once

#include <QWidget>

#include "features/items/query/query_state.h"

namespace stator::ui {

class FilterChip : public QWidget {
    Q_OBJECT
public:
    explicit FilterChip(const FilterToken &filter, QWidget *parent = nullptr);

Q_SIGNALS:
    void opened();
    void removed();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace stator::ui
