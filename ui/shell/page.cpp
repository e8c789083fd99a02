#include "shell/page.h"

#include <QKeyEvent>

namespace stator::ui {

Page::Page(Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_commands(new CommandSet(this))
{}

void Page::focusContent()
{
    for (QWidget *next = nextInFocusChain(); next && next != this; next = next->nextInFocusChain()) {
        if (isAncestorOf(next) && next->isVisible() && next->isEnabled() &&
            (next->focusPolicy() & Qt::TabFocus) != 0) {
            next->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void Page::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier || !cancel())
        QWidget::keyPressEvent(event);
}

} // namespace stator::ui

#include "moc_page.cpp"
