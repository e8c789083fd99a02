#include "features/tables/disclosure.h"

#include <QToolButton>
#include <QVBoxLayout>

#include "theme/icons.h"
#include "theme/theme.h"

namespace stator::ui {

Disclosure::Disclosure(const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent), m_head(new QToolButton), m_content(content)
{
    m_head->setText(title);
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
    connect(m_head, &QToolButton::clicked, this, [this] { setOpen(!m_isOpen); });
}

void Disclosure::setOpen(bool isOpen)
{
    if (isOpen == m_isOpen)
        return;
    m_isOpen = isOpen;
    m_head->setIcon(theme::icon(isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    m_content->setVisible(isOpen);
    Q_EMIT toggled(isOpen);
}

} // namespace stator::ui

#include "moc_disclosure.cpp"
