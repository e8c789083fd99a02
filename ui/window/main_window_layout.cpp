// The layout of MainWindow: docks, what a narrow window folds, and the way of the keyboard round its regions.
#include "window/main_window.h"

#include <QApplication>
#include <QDockWidget>
#include <QResizeEvent>
#include <QTimer>

#include "shell/page.h"
#include "theme/theme.h"
#include "window/activity_dock.h"
#include "window/inspector_dock.h"
#include "window/navigator.h"
#include "window/tab_area.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNavigatorWidth = 248;
constexpr int kInspectorWidth = 360;
constexpr int kInspectorNeeds = 1100; // width of the window below which it folds

// The first widget of a region that takes the keyboard; nullptr if there is none.
QWidget *firstFocus(const QWidget *region)
{
    const auto takesFocus = [](const QWidget *widget) {
        return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0;
    };
    if (takesFocus(region))
        return const_cast<QWidget *>(region);
    for (QWidget *child : region->findChildren<QWidget *>()) {
        if (takesFocus(child))
            return child;
    }
    return nullptr;
}

} // namespace

QDockWidget *MainWindow::addDock(const QString &name, const QString &title, QWidget *content,
                                 Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    addDockWidget(area, dock);
    connect(dock, &QDockWidget::visibilityChanged, this, [this, name, dock] {
        if (QAction *action = m_workbench.actions().action(u"dock."_s + name))
            action->setChecked(!dock->isHidden());
    });
    return dock;
}

QDockWidget *MainWindow::dock(const QString &name) const
{
    return findChild<QDockWidget *>(name, Qt::FindDirectChildrenOnly);
}

void MainWindow::buildDocks()
{
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    // Dock areas are sides of the screen, not of the text: mirrored languages swap them.
    const bool isMirrored = QGuiApplication::isRightToLeft();
    const Qt::DockWidgetArea leading = isMirrored ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea;
    const Qt::DockWidgetArea trailing = isMirrored ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea;
    QDockWidget *left = addDock(u"navigator"_s, tr("Navigator"), m_navigator, leading);
    QDockWidget *right = addDock(u"inspector"_s, tr("Inspector"), m_inspector, trailing);
    QDockWidget *below = addDock(u"activity"_s, tr("Activity"), m_activity, Qt::BottomDockWidgetArea);
    resizeDocks({left, right}, {theme::px(kNavigatorWidth), theme::px(kInspectorWidth)}, Qt::Horizontal);
    resizeDocks({below}, {theme::px(180)}, Qt::Vertical);
    below->hide();
    m_defaultDocks = saveState(kDockVersion);
}

void MainWindow::showInspector()
{
    m_isInspectorFolded = false;
    dock(u"inspector"_s)->show();
}

void MainWindow::toggleDock(const QString &name)
{
    QDockWidget *target = dock(name);
    const QList<QDockWidget *> sides{dock(u"navigator"_s), dock(u"inspector"_s)};
    for (QDockWidget *side : sides)
        if (side->isVisible() && !side->isFloating())
            m_dockWidths[side->objectName()] = side->width();
    target->setVisible(target->isHidden());
    // Left to itself the window would give what comes back another width, and the other side too.
    QTimer::singleShot(0, this, [this, sides] {
        QList<QDockWidget *> shown;
        QList<int> widths;
        for (QDockWidget *side : sides)
            if (side->isVisible() && !side->isFloating()) {
                shown.append(side);
                widths.append(m_dockWidths.value(side->objectName(), side->width()));
            }
        resizeDocks(shown, widths, Qt::Horizontal);
    });
    if (name == "inspector"_L1)
        m_isInspectorFolded = false;
}

void MainWindow::resetLayout()
{
    for (QDockWidget *each : findChildren<QDockWidget *>(QString(), Qt::FindDirectChildrenOnly))
        each->setFloating(false);
    restoreState(m_defaultDocks, kDockVersion);
    resizeDocks({dock(u"navigator"_s), dock(u"inspector"_s)},
                {theme::px(kNavigatorWidth), theme::px(kInspectorWidth)}, Qt::Horizontal);
    m_isInspectorFolded = false;
    if (width() < kInspectorNeeds)
        dock(u"inspector"_s)->hide();
}

void MainWindow::focusRegion(int step)
{
    QList<QWidget *> regions{m_navigator, m_tabs->strip()};
    if (QWidget *page = m_tabs->currentPage())
        regions.append(page);
    regions.append({m_inspector, m_activity});
    regions.removeIf([](const QWidget *region) { return !firstFocus(region); });
    if (regions.isEmpty())
        return;
    const QWidget *focus = QApplication::focusWidget();
    qsizetype current = -1;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        if (focus && (regions.at(i) == focus || regions.at(i)->isAncestorOf(focus)))
            current = i;
    }
    const qsizetype count = regions.size();
    QWidget *next = regions.at(((current < 0 ? (step > 0 ? 0 : count - 1) : current + step) + count) % count);
    // The ring is shown from now on.
    setAttribute(Qt::WA_KeyboardFocusChange);
    if (auto *page = qobject_cast<Page *>(next))
        page->focusContent();
    else
        firstFocus(next)->setFocus(Qt::TabFocusReason);
}

void MainWindow::raiseWindow()
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    QDockWidget *inspector = dock(u"inspector"_s); // none while docks are being built
    if (!inspector || inspector->isFloating())
        return;
    const bool isNarrow = width() < kInspectorNeeds;
    const bool wasNarrow = event->oldSize().isValid() && event->oldSize().width() < kInspectorNeeds;
    if (isNarrow && !wasNarrow && !inspector->isHidden()) {
        m_isInspectorFolded = true;
        inspector->hide();
    } else if (!isNarrow && m_isInspectorFolded) {
        m_isInspectorFolded = false;
        inspector->show();
    }
}

} // namespace stator::ui
