// The tables of every connection and region, kept fresh for navigator, palette and completion.
//
// It asks ListTables and DescribeTable about once a second where the service is embedded, and on demand
// elsewhere. Threads: the GUI thread only.
#pragma once

#include <cstdint>
#include <map>
#include <memory>

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include "bridge/error_text.h"
#include "bridge/request_slot.h"

namespace stator::ui {

class ConnectionList;

struct TableSummary {
    QString name;
    QString status; // "ACTIVE", …
    std::int64_t itemCount = 0;
    std::int64_t sizeBytes = 0;
    QStringList indexes;       // those a Query reads
    QStringList vectorIndexes; // those a search of vectors reads
    bool isDescribed = false; // the rest is known

    bool operator==(const TableSummary &) const = default;
};

class TableDirectory : public QObject {
    Q_OBJECT
public:
    explicit TableDirectory(ConnectionList &connections, QObject *parent = nullptr);
    ~TableDirectory() override;

    // Starts and stops the rounds.
    void start(int intervalMs = 1000);
    void stop();
    // Asks once, now, also where it is not asked by itself.
    void refresh();

    QList<TableSummary> tables(const QString &connection, const QString &region) const;
    // Why the tables of a region are not known; empty otherwise.
    ErrorText problem(const QString &connection, const QString &region) const;
    bool isKnown(const QString &connection, const QString &region) const;

Q_SIGNALS:
    void changed(const QString &connection, const QString &region);

private:
    struct Region;
    void refreshRegion(const QString &connection, const QString &region);
    void list(Region &region, const std::string &startTable);
    void listed(Region &region);
    void describeNext(Region &region);
    void finishRound(Region &region);

    ConnectionList &m_connections;
    QTimer m_timer;
    std::map<std::pair<QString, QString>, std::unique_ptr<Region>> m_regions;
};

} // namespace stator::ui
