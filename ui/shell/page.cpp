#include "shell/page.h"

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

} // namespace stator::ui

#include "moc_page.cpp"
