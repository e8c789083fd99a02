#include "features/streams/change_details.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "bridge/text.h"
#include "features/streams/change_model.h"
#include "features/streams/change_tree.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/labels.h"

namespace stator::ui {

using namespace Qt::StringLiterals;
using theme::Role;
using theme::TextStyle;

ChangeDetails::ChangeDetails(QWidget *parent)
    : QWidget(parent),
      m_nothing(new ThemedLabel(tr("Select a change to see it here."), TextStyle::Body, Role::SecondText)),
      m_body(new QWidget), m_title(new ThemedLabel({}, TextStyle::Section)), m_key(new ElidedLabel),
      m_facts(new ElidedLabel), m_sequence(new ElidedLabel),
      m_notice(new ThemedLabel({}, TextStyle::Body, Role::SecondText)),
      m_onlyChanged(new QCheckBox(tr("Only What Changed"))), m_tree(new ChangeTree)
{
    m_nothing->setAlignment(Qt::AlignHCenter);
    m_nothing->setWordWrap(true);
    m_notice->setWordWrap(true);
    for (ElidedLabel *label : {m_facts, m_sequence})
        label->setRole(Role::SecondText);
    m_key->setElideMode(Qt::ElideMiddle);
    m_onlyChanged->setChecked(true);
    auto *open = new QPushButton(tr("Go to Item"));
    auto *copy = new QPushButton(tr("Copy as JSON"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(open);
    buttons->addWidget(copy);
    buttons->addStretch();
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(4);
    body->addWidget(m_title);
    body->addWidget(m_key);
    body->addWidget(m_facts);
    body->addWidget(m_sequence);
    body->addSpacing(4);
    body->addLayout(buttons);
    body->addSpacing(4);
    body->addWidget(m_onlyChanged);
    body->addWidget(m_notice);
    body->addWidget(m_tree, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 16);
    column->addWidget(m_nothing, 0, Qt::AlignTop);
    column->addWidget(m_body, 1);
    connect(open, &QPushButton::clicked, this, &ChangeDetails::itemRequested);
    connect(copy, &QPushButton::clicked, this, &ChangeDetails::copyRequested);
    connect(m_onlyChanged, &QCheckBox::toggled, this, &ChangeDetails::fill);
    clear();
}

void ChangeDetails::clear()
{
    m_change.reset();
    m_tree->show(nullptr, true);
    m_body->hide();
    m_nothing->QWidget::show();
}

void ChangeDetails::show(const ChangePointer &change)
{
    if (change == m_change)
        return;
    m_change = change;
    m_nothing->hide();
    m_body->QWidget::show();
    const api::OperationType operation = change->operation();
    m_title->setText(operationSign(operation) + u' ' + operationText(operation));
    m_title->setRole(operation == api::OperationType::Insert   ? Role::Ok
                     : operation == api::OperationType::Remove ? Role::Error
                                                               : Role::Accent);
    m_key->setText(changeKeyText(*change));
    m_facts->setText(QStringList{changeTimeText(change->timeSeconds()), causeText(*change), sizeText(change->sizeBytes())}
                         .join(u" · "_s));
    m_sequence->setText(tr("Sequence number %1").arg(toQt(change->sequence())));
    fill();
}

void ChangeDetails::fill()
{
    if (!m_change)
        return;
    const bool canCompare = m_change->operation() == api::OperationType::Modify && m_change->hasBothSides();
    m_onlyChanged->setVisible(canCompare);
    m_tree->show(m_change, !canCompare || !m_onlyChanged->isChecked());
    QString notice;
    if (!m_change->hasBothSides()) {
        if (!m_change->before() && !m_change->after())
            notice = tr("This stream carries keys only. What changed is not known.");
        else if (m_change->before())
            notice = tr("This stream carries the old image only.");
        else
            notice = tr("This stream carries the new image only.");
    }
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

} // namespace stator::ui

#include "moc_change_details.cpp"
