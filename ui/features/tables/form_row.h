// A field with its label above, and below it a hint, or what is wrong with it.
#pragma once

#include <QWidget>

namespace stator::ui {

class ThemedLabel;

class FormRow : public QWidget {
    Q_OBJECT
public:
    // Takes ownership of the field; the label's mnemonic leads to it.
    FormRow(const QString &label, QWidget *field, const QString &hint = {}, QWidget *parent = nullptr);

    // Empty: nothing is wrong.
    void setFault(const QString &sentence);
    QString fault() const { return m_fault; }
    QWidget *field() const { return m_field; }

private:
    QWidget *m_field;
    ThemedLabel *m_below;
    QString m_hint;
    QString m_fault;
};

} // namespace stator::ui
