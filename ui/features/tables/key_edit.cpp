#include "features/tables/key_edit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include "widgets/wheel_guard.h"

namespace stator::ui {

using api::ScalarAttributeType;

KeyEdit::KeyEdit(const QString &prompt, QWidget *parent) : QWidget(parent), m_name(new QLineEdit), m_type(new QComboBox)
{
    m_name->setPlaceholderText(prompt);
    m_type->addItem(tr("Text (S)"), static_cast<int>(ScalarAttributeType::S));
    m_type->addItem(tr("Number (N)"), static_cast<int>(ScalarAttributeType::N));
    m_type->addItem(tr("Binary (B)"), static_cast<int>(ScalarAttributeType::B));
    m_type->setAccessibleName(tr("Type of the key"));
    leaveWheelToPage(m_type);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_name, 1);
    row->addWidget(m_type);
    setFocusProxy(m_name);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_wasTouched = true;
        Q_EMIT changed();
    });
    connect(m_type, &QComboBox::currentIndexChanged, this, &KeyEdit::changed);
}

KeyField KeyEdit::value() const
{
    return {m_name->text(), static_cast<ScalarAttributeType>(m_type->currentData().toInt())};
}

void KeyEdit::setValue(const KeyField &field)
{
    m_name->setText(field.name);
    m_type->setCurrentIndex(m_type->findData(static_cast<int>(field.type)));
}

} // namespace stator::ui

#include "moc_key_edit.cpp"
