// New Index: asks for one global or vector index of a table that exists.
#pragma once

#include <QDialog>

#include "features/tables/table_rules.h"

class QScrollArea;

namespace stator::ui {

class IndexForm;

class IndexDialog : public QDialog {
    Q_OBJECT
public:
    // `table` gives the keys and types that are taken; `existing` the names.
    IndexDialog(const TableDraft &table, const QStringList &existing, QWidget *parent);

Q_SIGNALS:
    void chosen(const stator::ui::IndexDraft &index);

private:
    QWidget *makeScroll();
    void judge(bool all);
    void take();

    const TableDraft m_table;
    const QStringList m_existing;
    IndexForm *m_form;
    QScrollArea *m_scroll = nullptr;
    bool m_isAsked = false; // for: every fault is shown from then on
};

} // namespace stator::ui
