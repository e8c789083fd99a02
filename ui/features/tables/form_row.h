// A field with its label above or before it, and below it a hint, or what is wrong with it.
#pragma once

#include <QWidget>

namespace stator::ui {

class ThemedLabel;

class FormRow : public QWidget {
    Q_OBJECT
public:
    enum class Label { Above, Before };

    // Takes ownership of the field; the label's mnemonic leads to it.
    FormRow(const QString &label, QWidget *field, const QString &hint = {}, Label place = Label::Above);

    // Empty: nothing is wrong.
    void setFault(const QString &sentence);
    QString fault() const { return m_fault; }
    QWidget *field() const { return m_field; }
    void setLabel(const QString &label);
    void setHint(const QString &hint);

private:
    void showBelow();

    QWidget *m_field;
    ThemedLabel *m_label = nullptr;
    ThemedLabel *m_below;
    QString m_hint;
    QString m_fault;
};

} // namespace stator::ui
