#include "features/tables/form_row.h"

#include <QVBoxLayout>

#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

FormRow::FormRow(const QString &label, QWidget *field, const QString &hint, QWidget *parent)
    : QWidget(parent), m_field(field), m_below(new ThemedLabel(hint, TextStyle::Caption, Role::SecondText)), m_hint(hint)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (!label.isEmpty()) {
        auto *title = new ThemedLabel(label);
        title->setBuddy(field);
        column->addWidget(title);
        if (field->accessibleName().isEmpty())
            field->setAccessibleName(QString(label).remove(u'&'));
    }
    column->addWidget(field);
    m_below->setWordWrap(true);
    m_below->setVisible(!hint.isEmpty());
    column->addWidget(m_below);
}

void FormRow::setFault(const QString &sentence)
{
    if (sentence == m_fault)
        return;
    m_fault = sentence;
    m_below->setRole(sentence.isEmpty() ? Role::SecondText : Role::Error);
    m_below->setText(sentence.isEmpty() ? m_hint : sentence);
    m_below->setVisible(!m_below->text().isEmpty());
    m_field->setAccessibleDescription(sentence);
}

} // namespace stator::ui
