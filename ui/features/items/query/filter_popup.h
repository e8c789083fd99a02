// The small window in which one filter is put together: path, comparison, type, value.
#pragma once

#include <QFrame>
#include <QStringList>

#include "features/items/query/query_state.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace stator::ui {

// A known attribute and the type most of its values have.
struct KnownAttribute {
    QString name;
    document::ValueType type = document::ValueType::S;
};

class FilterPopup : public QFrame {
    Q_OBJECT
public:
    explicit FilterPopup(QWidget *parent);

    void setAttributes(const QList<KnownAttribute> &attributes);
    // Opens below `anchor`; `number` comes back with accepted(): -1 for a new filter.
    void open(QWidget *anchor, const FilterToken &filter, int number);

Q_SIGNALS:
    void accepted(int number, const stator::ui::FilterToken &filter);

private:
    void accept();
    void followPath();
    void followComparison();

    QList<KnownAttribute> m_attributes;
    int m_number = -1;
    bool m_isTypeChosen = false;
    QLineEdit *m_path;
    QComboBox *m_comparison;
    QComboBox *m_type;
    QLineEdit *m_value;
    QLineEdit *m_upper;
    QPushButton *m_apply;
};

} // namespace stator::ui
