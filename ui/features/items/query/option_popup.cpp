#include "features/items/query/option_popup.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include "theme/theme.h"

namespace stator::ui {

OptionPopup::OptionPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_projection(new QLineEdit), m_limit(new QSpinBox),
      m_descending(new QCheckBox(tr("Descending by sort key"))),
      m_consistent(new QCheckBox(tr("Strongly consistent, at twice the units")))
{
    setFrameShape(QFrame::StyledPanel);
    theme::setPageSurface(this);
    m_projection->setPlaceholderText(tr("All attributes"));
    m_projection->setMinimumWidth(theme::px(260));
    m_projection->setFont(theme::monoFont());
    m_projection->setToolTip(tr("Paths with commas between them; keys are always read."));
    m_limit->setRange(0, 1'000'000);
    m_limit->setSpecialValueText(tr("None"));
    m_limit->setToolTip(tr("Items looked at for one page; the next page is read when asked for."));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(12, 12, 12, 12);
    form->addRow(tr("&Projection"), m_projection);
    form->addRow(tr("&Limit of a page"), m_limit);
    form->addRow(QString(), m_descending);
    form->addRow(QString(), m_consistent);
    connect(m_projection, &QLineEdit::textChanged, this, &OptionPopup::changed);
    connect(m_limit, &QSpinBox::valueChanged, this, &OptionPopup::changed);
    connect(m_descending, &QCheckBox::toggled, this, &OptionPopup::changed);
    connect(m_consistent, &QCheckBox::toggled, this, &OptionPopup::changed);
    connect(m_projection, &QLineEdit::returnPressed, this, [this] {
        hide();
        Q_EMIT runRequested();
    });
}

void OptionPopup::open(QWidget *anchor, const QueryState &state, bool canBeConsistent)
{
    {
        const QSignalBlocker blocker(this);
        m_projection->setText(state.projection);
        m_limit->setValue(state.limit);
        m_descending->setChecked(state.isDescending);
        m_consistent->setChecked(state.isConsistent && canBeConsistent);
    }
    m_descending->setEnabled(state.hasPartition());
    m_descending->setToolTip(state.hasPartition() ? QString() : tr("A scan has no order. Give a partition key first."));
    m_consistent->setEnabled(canBeConsistent);
    m_consistent->setToolTip(canBeConsistent ? QString() : tr("A global index is always eventually consistent."));
    adjustSize();
    move(anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + theme::px(4))));
    show();
    m_projection->setFocus();
}

void OptionPopup::writeTo(QueryState &state) const
{
    state.projection = m_projection->text().trimmed();
    state.limit = m_limit->value();
    state.isDescending = m_descending->isChecked();
    state.isConsistent = m_consistent->isChecked();
}

} // namespace stator::ui

#include "moc_option_popup.cpp"
