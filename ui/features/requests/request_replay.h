// Sends the requests of a recording again, one after another, to an engine of its own, and compares the answers.
//
// The engine holds copies of the tables that the requests name, as the tables are now, or empty ones; tables that
// the recording makes itself are not there before. What it does there touches nothing else, and is gone with it.
//
// Threads: the GUI thread; every step is a request.
#pragma once

#include <functional>
#include <map>
#include <memory>

#include "features/requests/recording.h"
#include "features/requests/response_difference.h"
#include "features/requests/table_copier.h"

namespace stator::ui {

class ConnectionList;

struct ReplayedRequest {
    enum class Kind { Same, Different, Skipped };
    Kind kind = Kind::Same;
    int status = 0;
    std::string response;
    QList<ResponseDifference> differences;
};

class RequestReplay : public QObject {
    Q_OBJECT
public:
    RequestReplay(ConnectionList &connections, const QString &connection, QObject *parent = nullptr);

    // finished() follows, or failed(); cancel() ends it without either.
    void start(std::shared_ptr<const Recording> recording, bool withItems);
    void cancel();
    bool isRunning() const { return m_phase != Phase::Idle; }

    enum class Phase { Idle, Preparing, Copying, Running };
    Phase phase() const { return m_phase; }
    const TableCopier &copier() const { return m_copier; }
    // By position in the recording; as many as were sent so far.
    const std::vector<ReplayedRequest> &results() const { return m_results; }
    int count(ReplayedRequest::Kind kind) const;

Q_SIGNALS:
    void progressed();
    void finished();
    void failed(const stator::Error &error);

private:
    void listTables();
    void copyTables();
    void sendNext();
    void take(const RecordedRequest &recorded, const Result<std::string> &reply);
    void fail(const Error &error);
    ServiceClient target(const QString &region) const;

    ConnectionList &m_connections;
    const QString m_connection;
    RequestSlot m_slot;
    TableCopier m_copier;
    Phase m_phase = Phase::Idle;
    bool m_withItems = true;
    std::shared_ptr<const Recording> m_recording;
    std::shared_ptr<service::Service> m_engine;
    QStringList m_regions; // whose tables are still to be listed
    std::map<QString, std::vector<std::string>> m_tables; // by region
    std::vector<ReplayedRequest> m_results;
};

// Of these tables, those that the requests of `region` name and do not make themselves.
std::vector<std::string> tablesUsed(const Recording &recording, const QString &region, const std::vector<std::string> &tables);

} // namespace stator::ui
