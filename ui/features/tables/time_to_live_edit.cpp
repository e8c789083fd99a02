#include "features/tables/time_to_live_edit.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include "theme/theme.h"

namespace stator::ui {

namespace {

constexpr int kMaxAttribute = 255; // API Reference, TimeToLiveSpecification

} // namespace

TimeToLiveEdit::TimeToLiveEdit(QWidget *parent)
    : QWidget(parent), m_isOn(new QCheckBox(tr("Delete items once their time has passed"))), m_attribute(new QLineEdit)
{
    m_attribute->setPlaceholderText(tr("Attribute that holds the time"));
    m_attribute->setAccessibleName(tr("Attribute that holds the time"));
    m_attribute->setMaxLength(kMaxAttribute);
    m_attribute->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_isOn);
    column->addWidget(m_attribute);
    setFocusProxy(m_isOn);
    connect(m_isOn, &QCheckBox::toggled, this, [this](bool isOn) {
        m_attribute->setVisible(isOn);
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
    m_attribute->setText(attribute);
    m_isOn->setChecked(!attribute.isEmpty());
}

void TimeToLiveEdit::forgetDraft()
{
    const QSignalBlocker quiet(this);
    if (lacksAttribute())
        m_isOn->setChecked(false);
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

#include "moc_time_to_live_edit.cpp"
