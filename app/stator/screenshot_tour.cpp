#include "screenshot_tour.h"

#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QPixmap>

#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "shell/page_registry.h"
#include "theme/theme.h"
#include "window/command_palette.h"
#include "window/main_window.h"
#include "window/tab_area.h"

namespace stator::app {

using namespace Qt::StringLiterals;
using namespace stator::ui;

namespace {

constexpr QSize kPictureSize(1280, 800);
// Long enough for a page of the sample to load and for its last frame to be painted.
constexpr int kStayMs = 900;

QWidget *frontDialog(QWidget *window)
{
    for (QDialog *dialog : window->findChildren<QDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

ScreenshotTour::ScreenshotTour(MainWindow &window, const QString &directory, QObject *parent)
    : QObject(parent), m_window(window), m_directory(directory)
{}

void ScreenshotTour::start()
{
    QDir().mkpath(m_directory);
    m_window.resize(kPictureSize);
    m_window.show();
    plan();
    next();
}

void ScreenshotTour::plan()
{
    for (const bool isDark : {false, true}) {
        m_stops.append({QString(),
                        [this, isDark] {
                            m_isDark = isDark;
                            theme::Theme::instance().setChoice(isDark ? theme::Choice::Dark
                                                                      : theme::Choice::Light);
                        },
                        {}});
        planPages();
        planDialogs();
    }
}

void ScreenshotTour::planPages()
{
    Workbench &workbench = m_window.workbench();
    const QString region = workbench.connections().resolvedRegion({}, {});
    const QList<TableSummary> tables = workbench.tables().tables(kLocalConnection, region);
    for (const PageInfo &info : workbench.pages().pages(PageScope::Workspace))
        m_stops.append(
            {info.id, [this, id = info.id] { m_window.openPlace(Place::ofPage(id), OpenMode::Keep); }, {}});
    for (const PageInfo &info : workbench.pages().pages(PageScope::Table)) {
        for (const TableSummary &table : tables) {
            const Place place = Place::ofTable(kLocalConnection, region, table.name, info.id);
            // A bare place would show the tab as it stands, so the view is chosen by its number.
            m_stops.append({info.id + u'-' + table.name,
                            [this, place, id = info.id] {
                                m_window.openPlace(place, OpenMode::Keep);
                                const QList<PageInfo> views =
                                    m_window.workbench().pages().pages(PageScope::Table);
                                for (int i = 0; i < views.size(); ++i) {
                                    if (views.at(i).id == id)
                                        m_window.tabs().showView(i);
                                }
                            },
                            {}});
        }
    }
}

void ScreenshotTour::planDialogs()
{
    const auto closeDialogs = [this] {
        for (QDialog *dialog : m_window.findChildren<QDialog *>())
            dialog->close();
    };
    m_stops.append({u"palette"_s, [this] { m_window.showPalette(QString()); },
                    [this] { m_window.findChild<CommandPalette *>()->hide(); }});
    m_stops.append({u"preferences"_s, [this] { m_window.showPreferences(); }, closeDialogs});
    m_stops.append({u"key-map"_s, [this] { m_window.showKeyMap(); }, closeDialogs});
    m_stops.append({u"about"_s, [this] { m_window.showAbout(); }, closeDialogs});
    for (const DialogInfo &info : m_window.workbench().pages().dialogs()) {
        m_stops.append({info.id,
                        [this, info] {
                            if (QDialog *dialog = info.make(m_window.workbench()))
                                dialog->show();
                        },
                        closeDialogs});
    }
}

void ScreenshotTour::next()
{
    ++m_at;
    if (m_at == m_stops.size()) {
        Q_EMIT finished(m_isComplete);
        return;
    }
    const Stop &stop = m_stops.at(m_at);
    stop.go();
    if (stop.name.isEmpty())
        QTimer::singleShot(0, this, &ScreenshotTour::next);
    else
        QTimer::singleShot(kStayMs, this, &ScreenshotTour::arrive);
}

void ScreenshotTour::arrive()
{
    const Stop &stop = m_stops.at(m_at);
    m_isComplete = save(stop.name + (m_isDark ? "-dark"_L1 : "-light"_L1)) && m_isComplete;
    if (stop.leave)
        stop.leave();
    next();
}

// The whole window, with its dialog in front as a window manager would place it.
bool ScreenshotTour::save(const QString &name)
{
    QPixmap picture = m_window.grab();
    if (QWidget *dialog = frontDialog(&m_window)) {
        const QPixmap front = dialog->grab();
        const QPoint at((m_window.width() - dialog->width()) / 2, (m_window.height() - dialog->height()) / 3);
        QPainter painter(&picture);
        painter.drawPixmap(at, front);
        painter.setPen(theme::color(theme::Role::Edge));
        painter.drawRect(QRect(at, dialog->size()).adjusted(-1, -1, 0, 0));
    }
    if (!picture.save(QDir(m_directory).filePath(name + u".png"_s)))
        return false;
    ++m_pictures;
    return true;
}

} // namespace stator::app

#include "moc_screenshot_tour.cpp"
