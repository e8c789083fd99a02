#include "features/tables/form_row.h"

#include <QVBoxLayout>

#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kLabelWidth = 148; // where labels stand before their fields

} // namespace

FormRow::FormRow(const QString &label, QWidget *field, const QString &hint, Label place)
    : m_field(field), m_below(new ThemedLabel(hint, TextStyle::Caption, Role::SecondText)), m_hint(hint)
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (!label.isEmpty()) {
        m_label = new ThemedLabel({});
        m_label->setBuddy(field);
        setLabel(label);
    }
    if (place == Label::Before) {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(16);
        m_label->setFixedWidth(theme::px(kLabelWidth));
        m_label->setMinimumHeight(theme::controlHeight());
        m_label->setWordWrap(true);
        row->addWidget(m_label, 0, Qt::AlignTop);
        row->addLayout(column, 1);
    } else {
        setLayout(column);
        if (m_label)
            column->addWidget(m_label);
    }
    column->addWidget(field);
    m_below->setTextFormat(Qt::PlainText);
    m_below->setWordWrap(true);
    m_below->setVisible(!hint.isEmpty());
    column->addWidget(m_below);
}

void FormRow::setLabel(const QString &label)
{
    m_label->setText(label);
    m_field->setAccessibleName(QString(label).remove(u'&'));
}

void FormRow::setHint(const QString &hint)
{
    m_hint = hint;
    showBelow();
}

void FormRow::setFault(const QString &sentence)
{
    m_fault = sentence;
    m_field->setAccessibleDescription(sentence);
    showBelow();
}

void FormRow::showBelow()
{
    const QString &text = m_fault.isEmpty() ? m_hint : m_fault;
    if (m_below->text() == text)
        return;
    m_below->setRole(m_fault.isEmpty() ? Role::SecondText : Role::Error);
    m_below->setText(text);
    m_below->setVisible(!text.isEmpty());
}

} // namespace stator::ui

#include "moc_form_row.cpp"
