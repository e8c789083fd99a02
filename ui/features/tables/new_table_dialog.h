// New Table: name, keys, capacity, indexes; judged by the service's rules while one types. Opened, never
// executed; it stays with everything typed if the service refuses.
#pragma once

#include <QDialog>

#include "bridge/request_slot.h"
#include "bridge/service_client.h"
#include "features/tables/table_rules.h"
#include "shell/place.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace stator::ui {

class CapacityEdit;
class ErrorCard;
class FormRow;
class IndexForm;
class KeyEdit;
class ThemedLabel;
class Workbench;

class NewTableDialog : public QDialog {
    Q_OBJECT
public:
    // For the connection and region of `place`; empty ones are the current.
    NewTableDialog(Workbench &workbench, const Place &place, QWidget *parent);

private:
    struct IndexBox {
        QWidget *box;
        IndexForm *form;
    };

    void build();
    QWidget *makeForm();
    void addIndex();
    void removeIndex(QWidget *box);
    TableDraft draft() const;
    void judge();
    bool goToFault();
    // Scrolls so that the whole of it can be seen, with what is said below.
    void reveal(QWidget *widget);
    void create();
    void created(const QString &name);
    QStringList existing() const;
    void setBusy(bool isBusy);

    Workbench &m_workbench;
    QString m_connection;
    QComboBox *m_region;
    QLineEdit *m_name;
    KeyEdit *m_partition;
    KeyEdit *m_sort;
    CapacityEdit *m_capacity;
    QCheckBox *m_protection;
    FormRow *m_nameRow;
    FormRow *m_partitionRow;
    FormRow *m_sortRow;
    QVBoxLayout *m_indexColumn;
    QList<IndexBox> m_indexes;
    ThemedLabel *m_indexFault;
    ErrorCard *m_error;
    QPushButton *m_create;
    QWidget *m_form;
    QScrollArea *m_scroll;
    bool m_isAsked = false;
    RequestSlot m_slot;
};

} // namespace stator::ui
