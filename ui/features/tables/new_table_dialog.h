// New Table: name and keys first, then indexes, and folded every other option; judged by the service's rules while
// one types. Opened, never executed; it stays with everything typed if the service refuses.
#pragma once

#include <QDialog>

#include "features/tables/table_rules.h"
#include "shell/place.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace stator {
struct Error;
}

namespace stator::ui {

class Disclosure;
class ErrorCard;
class FormRow;
class IndexForm;
class KeyEdit;
class OptionsForm;
class TableCreation;
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
    void connectParts();
    void addIndex();
    void removeIndex(QWidget *box);
    TableDraft draft() const;
    void judge();
    bool goToFault();
    // Scrolls so that the whole of it can be seen, with what is said below.
    void reveal(QWidget *widget);
    void create();
    void showRefusal(const Error &error);
    void opened(const QString &view);
    QStringList existing() const;
    void setBusy(const QString &words);

    Workbench &m_workbench;
    TableCreation *m_creation;
    QString m_connection;
    QComboBox *m_region;
    QLineEdit *m_name;
    KeyEdit *m_partition;
    KeyEdit *m_sort;
    OptionsForm *m_options;
    Disclosure *m_more;
    FormRow *m_nameRow;
    FormRow *m_partitionRow;
    FormRow *m_sortRow;
    QVBoxLayout *m_indexColumn;
    QList<IndexBox> m_indexes;
    ThemedLabel *m_indexFault;
    ErrorCard *m_error;
    QPushButton *m_cancel;
    QPushButton *m_create;
    QWidget *m_form;
    QScrollArea *m_scroll;
    bool m_isAsked = false; // for: every fault is shown from then on
};

} // namespace stator::ui
