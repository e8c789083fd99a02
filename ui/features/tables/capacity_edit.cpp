#include "features/tables/capacity_edit.h"

#include <QVBoxLayout>

#include "features/tables/throughput_edit.h"
#include "widgets/labels.h"
#include "widgets/segmented_switch.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

const auto kOnDemand = QStringLiteral("demand");
const auto kProvisioned = QStringLiteral("provisioned");

} // namespace

CapacityEdit::CapacityEdit(QWidget *parent)
    : QWidget(parent), m_mode(new SegmentedSwitch), m_words(new ThemedLabel({}, TextStyle::Caption, Role::SecondText)),
      m_throughput(new ThroughputEdit)
{
    m_mode->setSegments({{kOnDemand, tr("On demand")}, {kProvisioned, tr("Provisioned")}});
    m_mode->setCurrent(kOnDemand);
    m_mode->setAccessibleName(tr("Capacity mode"));
    m_words->setWordWrap(true);
    auto *warm = new ThemedLabel(tr("Warm throughput is there at once; it can be raised, not lowered."),
                                 TextStyle::Caption, Role::SecondText);
    warm->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_mode, 0, Qt::AlignLeading);
    column->addWidget(m_words);
    column->addWidget(m_throughput);
    column->addWidget(warm);
    setFocusProxy(m_mode);
    connect(m_mode, &SegmentedSwitch::chosen, this, [this] {
        update();
        Q_EMIT changed();
    });
    connect(m_throughput, &ThroughputEdit::changed, this, &CapacityEdit::changed);
    update();
}

void CapacityEdit::setValue(const TableSettings &wanted, const TableSettings &now)
{
    m_mode->setCurrent(wanted.isProvisioned ? kProvisioned : kOnDemand);
    m_throughput->setValue(wanted.throughput, wanted.isProvisioned, now.throughput);
    update();
}

bool CapacityEdit::isProvisioned() const
{
    return m_mode->current() == kProvisioned;
}

void CapacityEdit::putInto(TableSettings &settings) const
{
    settings.isProvisioned = isProvisioned();
    settings.throughput = m_throughput->value();
}

void CapacityEdit::update()
{
    m_throughput->setProvisioned(isProvisioned());
    m_words->setText(isProvisioned() ? tr("Requests beyond the units are throttled.")
                                     : tr("Every request is served, up to a maximum if there is one; the service "
                                          "counts its units."));
}

} // namespace stator::ui

#include "moc_capacity_edit.cpp"
