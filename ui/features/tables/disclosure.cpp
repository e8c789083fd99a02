#include "features/tables/disclosure.h"

#include <QToolButton>
#include <QVBoxLayout>

#include "theme/icons.h"
#include "theme/theme.h"

namespace stator::ui {

Disclosure::Disclosure(const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent), m_head(new QToolButton)
{
    m_head->setText(title);
    m_head->setCheckable(true);
    m_head->setAutoRaise(true);
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setFocusPolicy(Qt::StrongFocus);
    m_head->setIcon(theme::icon(QStringLiteral("chevron-right")));
    content->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    // Its text stands where other labels stand.
    auto *head = new QHBoxLayout;
    head->setContentsMargins(-theme::px(8), 0, 0, 0);
    head->addWidget(m_head);
    head->addStretch();
    column->addLayout(head);
    column->addWidget(content);
    connect(m_head, &QToolButton::toggled, this, [this, content](bool isOpen) {
        m_head->setIcon(theme::icon(isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
        content->setVisible(isOpen);
        Q_EMIT toggled(isOpen);
    });
}

bool Disclosure::isOpen() const { return m_head->isChecked(); }

void Disclosure::setOpen(bool isOpen) { m_head->setChecked(isOpen); }

} // namespace stator::ui
