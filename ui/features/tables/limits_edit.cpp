#include "features/tables/limits_edit.h"

#include <limits>

#include <QGridLayout>
#include <QSpinBox>

#include "model/limits.h"
#include "widgets/labels.h"

namespace stator::ui {

using theme::Role;
using theme::TextStyle;

namespace {

QSpinBox *makeUnits(const QString &name, int least, std::int64_t most)
{
    auto *field = new QSpinBox;
    field->setRange(least, static_cast<int>(most));
    field->setGroupSeparatorShown(true);
    field->setAccessibleName(name);
    field->setMinimumWidth(theme::px(128));
    return field;
}

void addRow(QGridLayout &grid, int row, const QString &title, QSpinBox *read, QSpinBox *write)
{
    auto *name = new ThemedLabel(title);
    name->setBuddy(read);
    grid.addWidget(name, row, 0);
    grid.addWidget(new ThemedLabel(LimitsEdit::tr("Read")), row, 1);
    grid.addWidget(read, row, 2);
    grid.addWidget(new ThemedLabel(LimitsEdit::tr("Write")), row, 3);
    grid.addWidget(write, row, 4);
    grid.setColumnMinimumWidth(0, theme::px(120));
    grid.setColumnStretch(5, 1);
}

int clamped(std::int64_t units)
{
    return static_cast<int>(std::clamp<std::int64_t>(units, 0, std::numeric_limits<int>::max()));
}

} // namespace

LimitsEdit::LimitsEdit(QWidget *parent)
    : QWidget(parent), m_maxima(new QWidget),
      m_maxRead(makeUnits(tr("Maximum of read units"), 0, model::kTableUnits)),
      m_maxWrite(makeUnits(tr("Maximum of write units"), 0, model::kTableUnits)),
      m_warmRead(makeUnits(tr("Warm read units"), 0, std::numeric_limits<int>::max())),
      m_warmWrite(makeUnits(tr("Warm write units"), 0, std::numeric_limits<int>::max()))
{
    for (QSpinBox *field : {m_maxRead, m_maxWrite})
        field->setSpecialValueText(tr("No maximum"));
    auto *maxima = new QGridLayout(m_maxima);
    maxima->setContentsMargins(0, 0, 0, 0);
    addRow(*maxima, 0, tr("Maximum"), m_maxRead, m_maxWrite);
    auto *warm = new QGridLayout;
    addRow(*warm, 0, tr("Warm"), m_warmRead, m_warmWrite);
    auto *words = new ThemedLabel(tr("Units each second that are there at once. Warm throughput can be raised, not lowered."),
                                  TextStyle::Caption, Role::SecondText);
    words->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_maxima);
    column->addLayout(warm);
    column->addWidget(words);
    setFocusProxy(m_maxRead);
    for (QSpinBox *field : {m_maxRead, m_maxWrite, m_warmRead, m_warmWrite})
        connect(field, &QSpinBox::valueChanged, this, &LimitsEdit::changed);
}

void LimitsEdit::setValue(const TableSettings &settings, const TableSettings &now)
{
    const QSignalBlocker quiet(this);
    m_maxima->setVisible(!settings.isProvisioned);
    m_maxRead->setValue(clamped(settings.maxReadUnits));
    m_maxWrite->setValue(clamped(settings.maxWriteUnits));
    m_warmRead->setMinimum(clamped(now.warmReadUnits));
    m_warmWrite->setMinimum(clamped(now.warmWriteUnits));
    m_warmRead->setValue(clamped(settings.warmReadUnits));
    m_warmWrite->setValue(clamped(settings.warmWriteUnits));
}

void LimitsEdit::putInto(TableSettings &settings) const
{
    settings.maxReadUnits = m_maxRead->value();
    settings.maxWriteUnits = m_maxWrite->value();
    settings.warmReadUnits = m_warmRead->value();
    settings.warmWriteUnits = m_warmWrite->value();
}

} // namespace stator::ui
