#include "features/tables/capacity_edit.h"

#include <limits>

#include <QHBoxLayout>
#include <QSpinBox>

#include "widgets/labels.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr std::int64_t kUsualUnits = 5; // what a table that was on demand begins with

QSpinBox *makeUnits(const QString &name)
{
    auto *field = new QSpinBox;
    field->setRange(1, std::numeric_limits<int>::max());
    field->setGroupSeparatorShown(true);
    field->setAccessibleName(name);
    field->setMinimumWidth(theme::px(104));
    return field;
}

} // namespace

CapacityEdit::CapacityEdit(QWidget *parent)
    : QWidget(parent), m_mode(new SegmentedSwitch), m_words(new ThemedLabel({}, TextStyle::Caption, Role::SecondText)),
      m_units(new QWidget), m_read(makeUnits(tr("Read units"))), m_write(makeUnits(tr("Write units")))
{
    m_mode->setSegments({{QStringLiteral("demand"), tr("On demand")}, {QStringLiteral("provisioned"), tr("Provisioned")}});
    m_mode->setCurrent(QStringLiteral("demand"));
    m_mode->setAccessibleName(tr("Capacity mode"));
    m_words->setWordWrap(true);
    auto *units = new QHBoxLayout(m_units);
    units->setContentsMargins(0, 0, 0, 0);
    units->setSpacing(8);
    units->addWidget(new ThemedLabel(tr("Read")));
    units->addWidget(m_read);
    units->addSpacing(8);
    units->addWidget(new ThemedLabel(tr("Write")));
    units->addWidget(m_write);
    units->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_mode, 0, Qt::AlignLeading);
    column->addWidget(m_units);
    column->addWidget(m_words);
    setFocusProxy(m_mode);
    connect(m_mode, &SegmentedSwitch::chosen, this, [this] {
        update();
        Q_EMIT changed();
    });
    connect(m_read, &QSpinBox::valueChanged, this, &CapacityEdit::changed);
    connect(m_write, &QSpinBox::valueChanged, this, &CapacityEdit::changed);
    m_read->setValue(kUsualUnits);
    m_write->setValue(kUsualUnits);
    update();
}

void CapacityEdit::setValue(bool isProvisioned, std::int64_t readUnits, std::int64_t writeUnits)
{
    const QSignalBlocker quiet(this);
    m_mode->setCurrent(isProvisioned ? QStringLiteral("provisioned") : QStringLiteral("demand"));
    const auto clamped = [](std::int64_t units) {
        return static_cast<int>(std::clamp<std::int64_t>(units > 0 ? units : kUsualUnits, 1, std::numeric_limits<int>::max()));
    };
    m_read->setValue(clamped(readUnits));
    m_write->setValue(clamped(writeUnits));
    update();
}

bool CapacityEdit::isProvisioned() const { return m_mode->current() == QLatin1String("provisioned"); }
std::int64_t CapacityEdit::readUnits() const { return m_read->value(); }
std::int64_t CapacityEdit::writeUnits() const { return m_write->value(); }

void CapacityEdit::update()
{
    m_units->setVisible(isProvisioned());
    m_words->setText(isProvisioned() ? tr("Units each second; requests beyond them are throttled.")
                                     : tr("Every request is served; the service counts its units."));
}

} // namespace stator::ui
