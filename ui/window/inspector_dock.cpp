#include "window/inspector_dock.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "shell/page.h"
#include "widgets/labels.h"

namespace stator::ui {

InspectorDock::InspectorDock(QWidget *parent)
    : QWidget(parent), m_stack(new QStackedWidget), m_nothing(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    auto *label = new ThemedLabel(tr("What is selected in the page is shown here."), theme::TextStyle::Body,
                                  theme::Role::SecondText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    auto *inner = new QVBoxLayout(m_nothing);
    inner->setContentsMargins(24, 24, 24, 24);
    inner->addStretch(2);
    inner->addWidget(label);
    inner->addStretch(3);
    m_stack->addWidget(m_nothing);
}

void InspectorDock::setPage(Page *page)
{
    QWidget *inspector = page ? page->inspector() : nullptr;
    if (!inspector) {
        m_stack->setCurrentWidget(m_nothing);
        return;
    }
    // A page that goes away takes its inspector with it; the stack forgets it by itself.
    if (m_stack->indexOf(inspector) < 0) {
        m_stack->addWidget(inspector);
        connect(page, &QObject::destroyed, inspector, &QObject::deleteLater);
    }
    m_stack->setCurrentWidget(inspector);
}

} // namespace stator::ui

#include "moc_inspector_dock.cpp"
