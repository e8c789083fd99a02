#include "window/window_workbench.h"

#include "window/main_window.h"

namespace stator::ui {

WindowWorkbench::WindowWorkbench(const WindowContext &context, MainWindow &window)
    : m_context(context), m_window(window)
{}

void WindowWorkbench::open(const Place &place, OpenMode mode)
{
    m_window.openPlace(place, mode);
}

void WindowWorkbench::say(const QString &sentence, MessageKind kind)
{
    m_window.say(sentence, kind);
}

void WindowWorkbench::showInspector()
{
    m_window.showInspector();
}

QList<Place> WindowWorkbench::recentPlaces() const
{
    return m_window.recentPlaces();
}

QWidget *WindowWorkbench::window()
{
    return &m_window;
}

} // namespace stator::ui

#include "moc_window_workbench.cpp"
