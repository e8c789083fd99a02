// One window for a workspace: a second start hands over what it was asked to open, and the first comes
// forward.
//
// Threads: the GUI thread only.
#pragma once

#include <QObject>
#include <QString>

class QLocalServer;

namespace stator::app {

class SingleInstance : public QObject {
    Q_OBJECT
public:
    // `directory`: of the workspace. The name of the socket is made from it and the user.
    explicit SingleInstance(const QString &directory, QObject *parent = nullptr);

    // True if another window has the workspace and took `place` (a link, or empty).
    bool handOver(const QString &place);
    // From now on second starts reach this one. A socket left by a dead process is taken over.
    void listen();

Q_SIGNALS:
    void asked(const QString &place);

private:
    QString m_name;
    QLocalServer *m_server;
};

} // namespace stator::app
