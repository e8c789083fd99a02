// The condition on one sort attribute: its name, a comparison, a value. Empty means no condition.
#pragma once

#include <QWidget>

#include "features/items/query/query_state.h"

class QComboBox;
class QLineEdit;

namespace stator::ui {

class SortField : public QWidget {
    Q_OBJECT
public:
    SortField(const QString &attribute, document::ValueType type, QWidget *parent = nullptr);

    void setCondition(const SortCondition &condition);
    SortCondition condition() const;
    bool isEmpty() const;
    // What it needs to be read and typed into.
    int usefulWidth() const;
    void focusField(bool isUpper);

Q_SIGNALS:
    void changed();
    void runRequested();

private:
    Comparison comparison() const;
    void followComparison();

    QComboBox *m_comparison;
    QLineEdit *m_value;
    QLineEdit *m_upper;
};

// A field for a key's value, in the letters of data.
QLineEdit *makeKeyField(const QString &attribute, document::ValueType type);

} // namespace stator::ui
