// The connections of the window: this computer, and any other service it was told of.
//
// Threads: the GUI thread only.
#pragma once

#include <functional>
#include <memory>

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include "bridge/service_client.h"

namespace stator::ui {

struct ConnectionInfo {
    QString id;    // "local"
    QString title; // "This computer"
    QString badge; // "PROD", or empty
    QString color; // "#8E0B2E", or empty
    QStringList regions;
    bool isEmbedded = true;
    bool isDangerous = false;
    bool isReadOnly = false;
};

class ConnectionList : public QObject {
    Q_OBJECT
public:
    explicit ConnectionList(std::shared_ptr<Executor> executor, QObject *parent = nullptr);

    void add(const ConnectionInfo &info, std::shared_ptr<service::Service> service);
    void setRegions(const QString &id, const QStringList &regions);
    void remove(const QString &id);

    QList<ConnectionInfo> infos() const;
    const ConnectionInfo *find(const QString &id) const; // nullptr if there is none
    // Empty: the first connection, its first region.
    QString resolvedId(const QString &id) const;
    QString resolvedRegion(const QString &id, const QString &region) const;
    ServiceClient client(const QString &id, const QString &region) const;

    // How to make an engine of this process with nothing in it, in memory, gone with its last client; called on any
    // thread. Without it there is none.
    using EngineMaker = std::function<std::shared_ptr<service::Service>()>;
    void setScratchEngine(EngineMaker make) { m_makeScratch = std::move(make); }
    const EngineMaker &scratchEngine() const { return m_makeScratch; }
    ServiceClient clientOf(std::shared_ptr<service::Service> service, const QString &region) const;

Q_SIGNALS:
    void changed();

private:
    struct Entry {
        ConnectionInfo info;
        std::shared_ptr<service::Service> service;
    };
    const Entry *entry(const QString &id) const;

    std::shared_ptr<Executor> m_executor;
    QList<Entry> m_entries;
    EngineMaker m_makeScratch;
};

} // namespace stator::ui
