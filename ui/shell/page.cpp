#include "shell/page.h"

namespace stator::ui {

Page::Page(Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_commands(new CommandSet(this))
{
}

void Page::focusContent()
{
    if (QWidget *next = nextInFocusChain(); next && isAncestorOf(next))
        next->setFocus(Qt::OtherFocusReason);
}

} // namespace stator::ui
