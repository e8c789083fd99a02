// The fields of one index: name, kind, keys or vector, projection, throughput.
#pragma once

#include <QWidget>

#include "features/tables/table_rules.h"

class QLineEdit;

namespace stator::ui {

class Disclosure;
class FormRow;
class KeyListEdit;
class SegmentedSwitch;
class ThroughputEdit;
class VectorEdit;

class IndexForm : public QWidget {
    Q_OBJECT
public:
    // Local indexes are made with their table only.
    explicit IndexForm(bool mayBeLocal, QWidget *parent = nullptr);

    IndexDraft value() const;
    // Of the table: its indexes have units, or maxima.
    void setProvisioned(bool isProvisioned);
    // Shows what is wrong; `all` also where nothing was typed yet.
    void showFaults(const QList<FieldFault> &faults, bool all);
    // The service's own words about this index.
    void setRefusal(const QString &sentence);
    // The field with the first fault gets the focus; gives its row, or nullptr if nothing is wrong.
    QWidget *focusFault();

Q_SIGNALS:
    void changed();

private:
    void makeRows(bool mayBeLocal);
    void update();
    IndexDraft::Kind kind() const;
    FormRow *rowOf(FieldFault::Field field) const;
    bool wasTouched(FieldFault::Field field) const;
    QList<FormRow *> faultRows() const;

    QLineEdit *m_name;
    SegmentedSwitch *m_kind;
    KeyListEdit *m_partition;
    KeyListEdit *m_sort;
    VectorEdit *m_vector;
    SegmentedSwitch *m_projection;
    QLineEdit *m_projected;
    ThroughputEdit *m_throughput;
    FormRow *m_nameRow;
    FormRow *m_kindRow;
    FormRow *m_partitionRow;
    FormRow *m_sortRow;
    FormRow *m_projectedRow;
    Disclosure *m_capacity;
};

} // namespace stator::ui
