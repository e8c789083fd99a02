// Visits every page, view and dialog in light and dark and writes a picture of each.
//
// Threads: the GUI thread only; it goes on by timers and never blocks the event loop.
#pragma once

#include <functional>

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

namespace stator::ui {
class MainWindow;
}

namespace stator::app {

class ScreenshotTour : public QObject {
    Q_OBJECT
public:
    ScreenshotTour(ui::MainWindow &window, const QString &directory, QObject *parent = nullptr);

    void start();
    int pictureCount() const { return m_pictures; }

Q_SIGNALS:
    void finished(bool isComplete);

private:
    struct Stop {
        QString name;
        std::function<void()> go;    // brings the window there
        std::function<void()> leave; // and tidies up, may be empty
    };

    void plan();
    void planPages();
    void planDialogs();
    void next();
    void arrive();
    bool save(const QString &name);

    ui::MainWindow &m_window;
    QString m_directory;
    QList<Stop> m_stops;
    qsizetype m_at = -1;
    int m_pictures = 0;
    bool m_isComplete = true;
    bool m_isDark = false;
};

} // namespace stator::app
