#include "features/tables/time_to_live_edit.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include "theme/theme.h"

namespace stator::ui {

namespace {

constexpr int kMaxAttribute = 255; // API Reference, TimeToLiveSpecification

} // namespace

TimeToLiveEdit::TimeToLiveEdit(QWidget *parent)
    : QWidget(parent), m_isOn(new QCheckBox(tr("Delete items once their time has passed"))), m_attribute(new QLineEdit)
{
    m_attribute->setPlaceholderText(tr("Attribute"));
    m_attribute->setAccessibleName(tr("Attribute that holds the time"));
    m_attribute->setMaxLength(kMaxAttribute);
    m_attribute->setMaximumWidth(theme::px(240));
    m_attribute->setEnabled(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_isOn);
    row->addWidget(m_attribute, 1);
    row->addStretch();
    setFocusProxy(m_isOn);
    connect(m_isOn, &QCheckBox::toggled, this, [this](bool isOn) {
        m_attribute->setEnabled(isOn);
        if (isOn && m_attribute->text().isEmpty())
            m_attribute->setFocus();
        Q_EMIT changed();
    });
    connect(m_attribute, &QLineEdit::textEdited, this, &TimeToLiveEdit::changed);
}

void TimeToLiveEdit::setAttribute(const QString &attribute)
{
    // A box just checked, with nothing typed yet, means nothing; it must not jump back.
    if (attribute == this->attribute())
        return;
    const QSignalBlocker quiet(this);
    m_isOn->setChecked(!attribute.isEmpty());
    m_attribute->setText(attribute);
}

QString TimeToLiveEdit::attribute() const
{
    return m_isOn->isChecked() ? m_attribute->text().trimmed() : QString();
}

bool TimeToLiveEdit::lacksAttribute() const
{
    return m_isOn->isChecked() && attribute().isEmpty();
}

} // namespace stator::ui
