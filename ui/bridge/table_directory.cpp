#include "bridge/table_directory.h"

#include "api/describe_table.h"
#include "api/list_tables.h"
#include "bridge/connections.h"
#include "bridge/text.h"

namespace stator::ui {

namespace {

// A region of thousands of tables is described a part at a time, so that a round stays short.
constexpr int kDescribedPerRound = 60;

TableSummary summaryOf(const api::TableDescription &table)
{
    TableSummary summary;
    summary.name = toQt(table.tableName);
    if (table.tableStatus)
        summary.status = toQt(api::wireName(*table.tableStatus));
    summary.itemCount = table.itemCount.value_or(0);
    summary.sizeBytes = table.tableSizeBytes.value_or(0);
    const auto addNames = [](const auto &indexes, QStringList &names) {
        if (!indexes)
            return;
        for (const auto &index : *indexes)
            names.append(toQt(index.indexName));
    };
    addNames(table.globalSecondaryIndexes, summary.indexes);
    addNames(table.localSecondaryIndexes, summary.indexes);
    addNames(table.vectorIndexes, summary.vectorIndexes);
    summary.isDescribed = true;
    return summary;
}

} // namespace

struct TableDirectory::Region {
    QString connection;
    QString name;
    QList<TableSummary> tables;
    ErrorText problem;
    bool isKnown = false;

    // The round under way.
    bool isBusy = false;
    QStringList found;
    QHash<QString, TableSummary> described;
    QStringList toDescribe;
    qsizetype nextDescribed = 0; // where the next round goes on
};

TableDirectory::TableDirectory(ConnectionList &connections, QObject *parent)
    : QObject(parent), m_connections(connections)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        for (const ConnectionInfo &info : m_connections.infos()) {
            for (const QString &region : info.regions) {
                if (info.isEmbedded || !isKnown(info.id, region))
                    refreshRegion(info.id, region);
            }
        }
    });
    connect(&m_connections, &ConnectionList::changed, this, [this] {
        if (m_timer.isActive())
            refresh();
    });
}

TableDirectory::~TableDirectory() = default;

void TableDirectory::start(int intervalMs)
{
    m_timer.start(intervalMs);
    refresh();
}

void TableDirectory::stop()
{
    m_timer.stop();
}

void TableDirectory::refresh()
{
    for (const ConnectionInfo &info : m_connections.infos()) {
        for (const QString &region : info.regions)
            refreshRegion(info.id, region);
    }
}

QList<TableSummary> TableDirectory::tables(const QString &connection, const QString &region) const
{
    const auto found = m_regions.find({connection, region});
    return found == m_regions.end() ? QList<TableSummary>() : found->second->tables;
}

ErrorText TableDirectory::problem(const QString &connection, const QString &region) const
{
    const auto found = m_regions.find({connection, region});
    return found == m_regions.end() ? ErrorText() : found->second->problem;
}

bool TableDirectory::isKnown(const QString &connection, const QString &region) const
{
    const auto found = m_regions.find({connection, region});
    return found != m_regions.end() && found->second->isKnown;
}

void TableDirectory::refreshRegion(const QString &connection, const QString &name)
{
    std::unique_ptr<Region> &region = m_regions[{connection, name}];
    if (!region) {
        region = std::make_unique<Region>();
        region->connection = connection;
        region->name = name;
    }
    if (region->isBusy)
        return;
    region->isBusy = true;
    region->found.clear();
    region->described.clear();
    list(*region, {});
}

void TableDirectory::list(Region &region, const std::string &startTable)
{
    api::ListTablesRequest request;
    if (!startTable.empty())
        request.exclusiveStartTableName = startTable;
    // Regions are never removed, so the reference outlives the request.
    m_connections.client(region.connection, region.name)
        .run(this, std::move(request), [this, &region](Result<api::ListTablesResponse> result) {
            if (!result) {
                region.isBusy = false;
                region.problem = describe(result.error());
                Q_EMIT changed(region.connection, region.name);
                return;
            }
            if (result->tableNames) {
                for (const std::string &table : *result->tableNames)
                    region.found.append(toQt(std::string_view(table)));
            }
            if (result->lastEvaluatedTableName)
                list(region, *result->lastEvaluatedTableName);
            else
                listed(region);
        });
}

void TableDirectory::listed(Region &region)
{
    const qsizetype count = region.found.size();
    region.toDescribe.clear();
    if (count <= kDescribedPerRound) {
        region.toDescribe = region.found;
    } else {
        for (int i = 0; i < kDescribedPerRound; ++i)
            region.toDescribe.append(region.found.at((region.nextDescribed + i) % count));
        region.nextDescribed = (region.nextDescribed + kDescribedPerRound) % count;
    }
    describeNext(region);
}

void TableDirectory::describeNext(Region &region)
{
    if (region.toDescribe.isEmpty()) {
        finishRound(region);
        return;
    }
    const QString table = region.toDescribe.takeFirst();
    api::DescribeTableRequest request;
    request.tableName = toUtf8(table);
    m_connections.client(region.connection, region.name)
        .run(this, std::move(request), [this, &region, table](Result<api::DescribeTableResponse> result) {
            // A table deleted between the two requests is missing from the next list.
            if (result && result->table)
                region.described.insert(table, summaryOf(*result->table));
            describeNext(region);
        });
}

void TableDirectory::finishRound(Region &region)
{
    QHash<QString, TableSummary> before;
    for (const TableSummary &table : std::as_const(region.tables))
        before.insert(table.name, table);
    QList<TableSummary> tables;
    for (const QString &name : std::as_const(region.found)) {
        TableSummary unknown;
        unknown.name = name;
        tables.append(region.described.value(name, before.value(name, unknown)));
    }
    region.isBusy = false;
    const bool isNews = !region.isKnown || tables != region.tables || !region.problem.isEmpty();
    region.isKnown = true;
    region.tables = tables;
    region.problem = {};
    if (isNews)
        Q_EMIT changed(region.connection, region.name);
}

} // namespace stator::ui

#include "moc_table_directory.cpp"
