#include "features/tables/throughput_edit.h"

#include <limits>

#include <QGridLayout>
#include <QSpinBox>

#include "widgets/wheel_guard.h"
#include "model/limits.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kMost = std::numeric_limits<int>::max();

int clamped(std::int64_t units)
{
    return static_cast<int>(std::clamp<std::int64_t>(units, 0, kMost));
}

QSpinBox *makeUnits(const QString &name)
{
    auto *field = new QSpinBox;
    field->setGroupSeparatorShown(true);
    field->setAccessibleName(name);
    field->setMinimumWidth(theme::px(128));
    leaveWheelToPage(field);
    return field;
}

// Some languages need more room for it than a number does.
void setWordForNone(QSpinBox *field, const QString &word)
{
    field->setSpecialValueText(word);
    const int text = QFontMetrics(theme::font(TextStyle::Body)).horizontalAdvance(word);
    field->setMinimumWidth(std::max(theme::px(128), text + theme::px(44))); // with its buttons
}

// Setting what is there already would move the cursor of whoever types.
void setUnits(QSpinBox *field, std::int64_t units, int from)
{
    if (field->minimum() != from)
        field->setMinimum(from);
    const int value = std::max(clamped(units), from);
    if (field->value() != value)
        field->setValue(value);
}

} // namespace

ThroughputEdit::ThroughputEdit(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->addWidget(new ThemedLabel(tr("Read"), TextStyle::Caption, Role::SecondText), 0, 1);
    grid->addWidget(new ThemedLabel(tr("Write"), TextStyle::Caption, Role::SecondText), 0, 2);
    grid->setColumnStretch(3, 1);
    m_units = addPair(*grid, 1, tr("Units each second"), tr("Read units"), tr("Write units"));
    m_maxima = addPair(*grid, 2, tr("Maximum"), tr("Maximum of read units"), tr("Maximum of write units"));
    m_warm = addPair(*grid, 3, tr("Warm throughput"), tr("Warm read units"), tr("Warm write units"));
    for (QSpinBox *field : {m_units.read, m_units.write})
        field->setRange(1, kMost);
    for (QSpinBox *field : {m_maxima.read, m_maxima.write}) {
        field->setRange(0, static_cast<int>(model::kTableUnits));
        setWordForNone(field, tr("No maximum"));
    }
    for (QSpinBox *field : {m_warm.read, m_warm.write})
        field->setRange(0, kMost);
    setFocusProxy(m_units.read);
    for (const Pair &pair : {m_units, m_maxima, m_warm})
        for (QSpinBox *field : {pair.read, pair.write})
            connect(field, &QSpinBox::valueChanged, this, &ThroughputEdit::changed);
    setValue({kUsualUnits, kUsualUnits}, false, {});
}

ThroughputEdit::Pair ThroughputEdit::addPair(QGridLayout &grid, int row, const QString &title, const QString &readName,
                                             const QString &writeName)
{
    const Pair pair{new ThemedLabel(title), makeUnits(readName), makeUnits(writeName)};
    pair.title->setBuddy(pair.read);
    grid.addWidget(pair.title, row, 0);
    grid.addWidget(pair.read, row, 1);
    grid.addWidget(pair.write, row, 2);
    return pair;
}

void ThroughputEdit::setShown(const Pair &pair, bool isShown)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{pair.title, pair.read, pair.write})
        widget->setVisible(isShown);
}

void ThroughputEdit::setProvisioned(bool isProvisioned)
{
    m_isProvisioned = isProvisioned;
    setShown(m_units, isProvisioned);
    setShown(m_maxima, !isProvisioned);
    setFocusProxy(isProvisioned ? m_units.read : m_maxima.read);
}

void ThroughputEdit::setValue(const ThroughputSettings &throughput, bool isProvisioned, const ThroughputSettings &least)
{
    const QSignalBlocker quiet(this);
    m_set = throughput;
    setProvisioned(isProvisioned);
    setUnits(m_units.read, throughput.readUnits > 0 ? throughput.readUnits : kUsualUnits, 1);
    setUnits(m_units.write, throughput.writeUnits > 0 ? throughput.writeUnits : kUsualUnits, 1);
    setUnits(m_maxima.read, throughput.maxReadUnits, 0);
    setUnits(m_maxima.write, throughput.maxWriteUnits, 0);
    const auto setWarm = [](QSpinBox *field, std::int64_t units, std::int64_t from) {
        const QString nothing = from == 0 ? tr("Default") : QString();
        if (field->specialValueText() != nothing)
            setWordForNone(field, nothing);
        setUnits(field, units, clamped(from));
    };
    setWarm(m_warm.read, throughput.warmReadUnits, least.warmReadUnits);
    setWarm(m_warm.write, throughput.warmWriteUnits, least.warmWriteUnits);
}

ThroughputSettings ThroughputEdit::value() const
{
    ThroughputSettings throughput = m_set;
    if (m_isProvisioned) {
        throughput.readUnits = m_units.read->value();
        throughput.writeUnits = m_units.write->value();
    } else {
        throughput.maxReadUnits = m_maxima.read->value();
        throughput.maxWriteUnits = m_maxima.write->value();
    }
    throughput.warmReadUnits = m_warm.read->value();
    throughput.warmWriteUnits = m_warm.write->value();
    return throughput;
}

} // namespace stator::ui

#include "moc_throughput_edit.cpp"
