// Opens and closes the Backend on a thread of its own, and brings its news to the GUI thread.
//
// Threads: the GUI thread only; everything that may wait runs on the host's thread.
#pragma once

#include <functional>
#include <memory>

#include <QObject>
#include <QStringList>
#include <QTimer>

#include "base/executor.h"
#include "common/backend.h"
#include "shell/endpoint_status.h"

namespace stator::app {

class BackendHost : public QObject {
    Q_OBJECT
public:
    explicit BackendHost(const ProgramOptions &options, QObject *parent = nullptr);
    ~BackendHost() override;

    // opened() or failed() follows.
    void open();
    // Blocks until everything is on disk. After the window is gone.
    void close();

    // A handle for ConnectionList; valid until close().
    std::shared_ptr<service::Service> service() const { return m_service; }
    QString directory() const { return m_directory; }
    QStringList regions() const { return m_regions; }
    const ui::EndpointState &endpoint() const { return m_endpoint; }
    // As of the last second.
    int clientCount() const { return m_clients; }

    void startEndpoint(int port);

Q_SIGNALS:
    void opened();
    void failed(const stator::Error &error);
    void regionsChanged(const QStringList &regions);
    void endpointChanged();
    void clientArrived(const QString &client);

private:
    void look();
    void setEndpoint(const ui::EndpointState &state);

    const ProgramOptions m_options;
    ThreadPool m_thread;
    // Used on m_thread alone once it is open; the service is safe from any thread.
    std::shared_ptr<Backend> m_backend;
    std::shared_ptr<service::Service> m_service;
    QString m_directory;
    QStringList m_regions;
    ui::EndpointState m_endpoint;
    QTimer m_timer;
    int m_clients = 0;
    bool m_isLooking = false;
    bool m_sawClient = false;
};

} // namespace stator::app
