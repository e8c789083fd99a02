#include "single_instance.h"

#include <unistd.h>

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

namespace stator::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWaitMs = 1000;
constexpr qint64 kLongestMessage = 64 * 1024;

} // namespace

SingleInstance::SingleInstance(const QString &directory, QObject *parent)
    : QObject(parent), m_server(new QLocalServer(this))
{
    const QByteArray identity = QDir(directory).absolutePath().toUtf8() + '\n' + QByteArray::number(getuid());
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash(identity, QCryptographicHash::Sha256).toHex().left(16));
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    m_name = (runtime.isEmpty() ? QDir::tempPath() : runtime) + "/stator-"_L1 + hash;
}

bool SingleInstance::handOver(const QString &place)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kWaitMs))
        return false;
    socket.write(place.toUtf8() + '\n');
    // The answer tells a window from a process that hangs.
    return socket.waitForBytesWritten(kWaitMs) && socket.waitForReadyRead(kWaitMs) &&
           socket.readAll().startsWith("ok");
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
                if (socket->bytesAvailable() > kLongestMessage) {
                    socket->abort();
                    return;
                }
                if (!socket->canReadLine())
                    return;
                const QString place = QString::fromUtf8(socket->readLine()).trimmed();
                socket->write("ok\n");
                socket->disconnectFromServer();
                Q_EMIT asked(place);
            });
        }
    });
    m_server->listen(m_name);
}

} // namespace stator::app

#include "moc_single_instance.cpp"
