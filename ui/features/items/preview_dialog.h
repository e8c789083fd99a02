// What a commit will do, item by item: each attribute as it was read against what is staged.
#pragma once

#include <QDialog>

#include "models/change_set.h"
#include "models/table_shape.h"

class QPushButton;
class QTreeWidget;

namespace stator::ui {

class ThemedLabel;

class PreviewDialog : public QDialog {
    Q_OBJECT
public:
    PreviewDialog(ChangeSet &changes, const TableShape &table, const QString &where, QWidget *parent);

private:
    void fill();

    ChangeSet &m_changes;
    TableShape m_table;
    QString m_where;
    ThemedLabel *m_summary;
    QTreeWidget *m_tree;
    QPushButton *m_commit;
};

} // namespace stator::ui
