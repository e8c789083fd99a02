// The fields of one secondary index: name, kind, keys, projection.
#pragma once

#include <QWidget>

#include "features/tables/table_rules.h"

class QLineEdit;

namespace stator::ui {

class FormRow;
class KeyEdit;
class SegmentedSwitch;

class IndexForm : public QWidget {
    Q_OBJECT
public:
    // Local indexes are made with their table only.
    explicit IndexForm(bool mayBeLocal, QWidget *parent = nullptr);

    IndexDraft value() const;
    // Shows what is wrong; `all` also where nothing was typed yet.
    void showFaults(const QList<FieldFault> &faults, bool all);
    // The field with the first fault gets the focus; gives its row, or nullptr if nothing is wrong.
    QWidget *focusFault();

Q_SIGNALS:
    void changed();

private:
    void update();
    FormRow *rowOf(FieldFault::Field field) const;
    bool wasTouched(FieldFault::Field field) const;

    QLineEdit *m_name;
    SegmentedSwitch *m_kind;
    KeyEdit *m_partition;
    KeyEdit *m_sort;
    SegmentedSwitch *m_projection;
    QLineEdit *m_projected;
    FormRow *m_nameRow;
    FormRow *m_partitionRow;
    FormRow *m_sortRow;
    FormRow *m_projectedRow;
};

} // namespace stator::ui
