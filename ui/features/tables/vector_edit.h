// What makes an index one of vectors: the attribute, its dimensions, the distance, and what filters a search.
#pragma once

#include <QWidget>

#include "features/tables/table_rules.h"

class QLineEdit;
class QSpinBox;

namespace stator::ui {

class FormRow;
class KeyListEdit;
class SegmentedSwitch;

class VectorEdit : public QWidget {
    Q_OBJECT
public:
    explicit VectorEdit(QWidget *parent = nullptr);

    void putInto(IndexDraft &index) const;
    // The row that says what is wrong with one of these fields; nullptr: the field is not here.
    FormRow *rowOf(FieldFault::Field field) const;
    bool wasTouched(FieldFault::Field field) const;
    QList<FormRow *> rows() const { return {m_attributeRow, m_dimensionsRow, m_filtersRow}; }

Q_SIGNALS:
    void changed();

private:
    QLineEdit *m_attribute;
    QSpinBox *m_dimensions;
    SegmentedSwitch *m_distance;
    KeyListEdit *m_filters;
    FormRow *m_attributeRow;
    FormRow *m_dimensionsRow;
    FormRow *m_filtersRow;
};

} // namespace stator::ui
