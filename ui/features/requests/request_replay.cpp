#include "features/requests/request_replay.h"

#include <algorithm>

#include <QTimer>

#include "api/error_reply.h"
#include "api/list_tables.h"
#include "api/operation_list.h"
#include "bridge/connections.h"
#include "bridge/text.h"
#include "service/dispatch.h"

namespace stator::ui {

namespace {

bool isNameLetter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '_' || letter == '-' || letter == '.';
}

// As a word of its own: in TableName, as the end of an ARN, in a statement.
bool names(std::string_view text, std::string_view table)
{
    for (std::size_t at = text.find(table); at != std::string_view::npos; at = text.find(table, at + 1)) {
        const std::size_t end = at + table.size();
        if ((at == 0 || !isNameLetter(text[at - 1])) && (end == text.size() || !isNameLetter(text[end])))
            return true;
    }
    return false;
}

std::string targetOf(const QString &operation)
{
    const std::string name = toUtf8(operation);
    std::string target = std::string(api::kDynamodbTargetPrefix) + "." + name;
    return service::findOperation(target) ? target : std::string(api::kStreamsTargetPrefix) + "." + name;
}

} // namespace

std::vector<std::string> tablesUsed(const Recording &recording, const QString &region, const std::vector<std::string> &tables)
{
    std::vector<std::string> used;
    for (const std::string &table : tables) {
        const auto first = std::find_if(recording.begin(), recording.end(), [&](const RecordedRequest &request) {
            return request.region == region && names(request.request, table);
        });
        if (first == recording.end())
            continue;
        const bool isMade = first->operation == QLatin1String("CreateTable") && first->status == 200;
        if (!isMade)
            used.push_back(table);
    }
    return used;
}

RequestReplay::RequestReplay(ConnectionList &connections, const QString &connection, QObject *parent)
    : QObject(parent), m_connections(connections), m_connection(connection)
{
    connect(&m_copier, &TableCopier::progressed, this, &RequestReplay::progressed);
    connect(&m_copier, &TableCopier::failed, this, &RequestReplay::fail);
    connect(&m_copier, &TableCopier::finished, this, [this] {
        m_phase = Phase::Running;
        sendNext();
    });
}

ServiceClient RequestReplay::target(const QString &region) const
{
    return m_connections.clientOf(m_engine, region);
}

int RequestReplay::count(ReplayedRequest::Kind kind) const
{
    return static_cast<int>(std::count_if(m_results.begin(), m_results.end(),
                                          [kind](const ReplayedRequest &result) { return result.kind == kind; }));
}

void RequestReplay::start(std::shared_ptr<const Recording> recording, bool withItems)
{
    cancel();
    m_recording = std::move(recording);
    m_withItems = withItems;
    m_results.clear();
    m_tables.clear();
    m_regions.clear();
    for (const RecordedRequest &request : *m_recording)
        if (!m_regions.contains(request.region))
            m_regions.append(request.region);
    m_phase = Phase::Preparing;
    Q_EMIT progressed();
    // Making an engine opens files, if only in memory: not here.
    const auto make = [maker = m_connections.scratchEngine()](std::stop_token) { return maker ? maker() : nullptr; };
    m_connections.client(m_connection, {}).compute(this, m_slot, make, [this](std::shared_ptr<service::Service> engine) {
        m_engine = std::move(engine);
        if (m_engine)
            listTables();
        else
            fail(Error{ErrorCode::InternalServerError, "There is no engine to replay on", {}});
    });
}

void RequestReplay::cancel()
{
    m_slot.cancel();
    m_copier.cancel();
    m_engine.reset();
    m_phase = Phase::Idle;
}

void RequestReplay::fail(const Error &error)
{
    cancel();
    Q_EMIT failed(error);
}

void RequestReplay::listTables()
{
    if (m_regions.isEmpty())
        return copyTables();
    const QString region = m_regions.first();
    std::vector<std::string> &known = m_tables[region];
    api::ListTablesRequest request;
    if (!known.empty())
        request.exclusiveStartTableName = known.back();
    m_connections.client(m_connection, region).run(
        this, m_slot, std::move(request), [this, region](Result<api::ListTablesResponse> reply) {
            if (!reply.ok())
                return fail(reply.error());
            std::vector<std::string> &tables = m_tables[region];
            if (reply->tableNames)
                tables.insert(tables.end(), reply->tableNames->begin(), reply->tableNames->end());
            if (!reply->lastEvaluatedTableName)
                m_regions.removeFirst();
            listTables();
        });
}

void RequestReplay::copyTables()
{
    std::vector<TableCopier::Table> copies;
    for (const auto &[region, tables] : m_tables)
        for (const std::string &table : tablesUsed(*m_recording, region, tables))
            copies.push_back({m_connections.client(m_connection, region), target(region), table});
    m_phase = Phase::Copying;
    m_copier.start(std::move(copies), m_withItems);
}

void RequestReplay::sendNext()
{
    if (m_results.size() == m_recording->size()) {
        m_engine.reset();
        m_phase = Phase::Idle;
        Q_EMIT finished();
        return;
    }
    const RecordedRequest &recorded = (*m_recording)[m_results.size()];
    const std::string target = targetOf(recorded.operation);
    if (recorded.isRequestCut || !service::findOperation(target)) {
        m_results.push_back({ReplayedRequest::Kind::Skipped, 0, {}, {}});
        // Not from here: a recording may hold many.
        QTimer::singleShot(0, this, [this] {
            if (m_phase == Phase::Running)
                sendNext();
        });
        return;
    }
    this->target(recorded.region)
        .dispatch(this, m_slot, target, recorded.request,
                  [this, &recorded](const Result<std::string> &reply) { take(recorded, reply); });
}

void RequestReplay::take(const RecordedRequest &recorded, const Result<std::string> &reply)
{
    ReplayedRequest result;
    if (reply.ok()) {
        result.status = 200;
        result.response = *reply;
    } else {
        api::ErrorReply error = api::errorReply(reply.error());
        result.status = error.httpStatus;
        result.response = std::move(error.body);
    }
    result.differences = differencesOf(recorded.response, result.response, recorded.isResponseCut);
    if (result.status != recorded.status && result.differences.isEmpty())
        result.differences.append({{}, QString::number(recorded.status), QString::number(result.status)});
    if (!result.differences.isEmpty())
        result.kind = ReplayedRequest::Kind::Different;
    m_results.push_back(std::move(result));
    Q_EMIT progressed();
    sendNext();
}

} // namespace stator::ui

#include "moc_request_replay.cpp"
