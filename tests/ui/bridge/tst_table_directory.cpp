#include <QSignalSpy>
#include <QTest>

#include "api/describe_table.h"
#include "api/list_tables.h"
#include "bridge/connections.h"
#include "bridge/table_directory.h"

using namespace stator;
using namespace stator::ui;

namespace {

// Some tables, listed two at a time.
class SomeTables : public service::Service {
public:
    void listTables(api::ListTablesRequest request, service::Call,
                    Completion<api::ListTablesResponse> done) override
    {
        if (isBroken) {
            done(Error::internal());
            return;
        }
        api::ListTablesResponse response;
        response.tableNames.emplace();
        for (const auto &[name, count] : tables) {
            if (request.exclusiveStartTableName && name <= *request.exclusiveStartTableName)
                continue;
            if (response.tableNames->size() == 2) {
                response.lastEvaluatedTableName = response.tableNames->back();
                break;
            }
            response.tableNames->push_back(name);
        }
        done(std::move(response));
    }

    void describeTable(api::DescribeTableRequest request, service::Call,
                       Completion<api::DescribeTableResponse> done) override
    {
        api::DescribeTableResponse response;
        response.table.emplace();
        response.table->tableName = request.tableName;
        response.table->tableStatus = api::TableStatus::Active;
        response.table->itemCount = tables.at(*response.table->tableName);
        if (request.tableName == "Shop") {
            response.table->globalSecondaryIndexes.emplace(1).front().indexName = "byStatus";
            response.table->localSecondaryIndexes.emplace(1).front().indexName = "byTotal";
            response.table->vectorIndexes.emplace(1).front().indexName = "byMeaning";
        }
        done(std::move(response));
    }

    std::map<std::string, std::int64_t> tables;
    bool isBroken = false;
};

} // namespace

class TestTableDirectory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service = std::make_shared<SomeTables>();
        m_service->tables = {{"Elements", 118}, {"Shop", 12000}, {"Telemetry", 100000}};
        m_executor = std::make_shared<ManualExecutor>();
        m_connections = std::make_unique<ConnectionList>(m_executor);
        ConnectionInfo info;
        info.id = u"local"_qs;
        info.regions = {u"us-east-1"_qs};
        m_connections->add(info, m_service);
        m_directory = std::make_unique<TableDirectory>(*m_connections);
    }

    void cleanup()
    {
        m_directory.reset();
        m_connections.reset();
    }

    // A Query cannot read what a search of vectors reads.
    void tellsVectorIndexesApart()
    {
        refresh();
        const TableSummary shop = m_directory->tables(u"local"_qs, u"us-east-1"_qs).at(1);
        QCOMPARE(shop.indexes, (QStringList{u"byStatus"_qs, u"byTotal"_qs}));
        QCOMPARE(shop.vectorIndexes, QStringList{u"byMeaning"_qs});
    }

    void listsAllPagesAndDescribesEachTable()
    {
        refresh();
        const QList<TableSummary> tables = m_directory->tables(u"local"_qs, u"us-east-1"_qs);
        QCOMPARE(tables.size(), 3);
        QCOMPARE(tables.at(1).name, u"Shop"_qs);
        QCOMPARE(tables.at(1).itemCount, 12000);
        QVERIFY(tables.at(2).isDescribed);
    }

    void saysNothingWhenNothingChanged()
    {
        refresh();
        QSignalSpy spy(m_directory.get(), &TableDirectory::changed);
        refresh();
        QCOMPARE(spy.count(), 0);
        m_service->tables["Shop"] = 12001;
        refresh();
        QCOMPARE(spy.count(), 1);
    }

    void keepsTheTablesWhenTheServiceFails()
    {
        refresh();
        m_service->isBroken = true;
        refresh();
        QCOMPARE(m_directory->tables(u"local"_qs, u"us-east-1"_qs).size(), 3);
        QVERIFY(!m_directory->problem(u"local"_qs, u"us-east-1"_qs).isEmpty());
        m_service->isBroken = false;
        refresh();
        QVERIFY(m_directory->problem(u"local"_qs, u"us-east-1"_qs).isEmpty());
    }

private:
    // Runs a whole round: work on the executor and answers on the event loop, until neither has more.
    void refresh()
    {
        m_directory->refresh();
        do {
            QCoreApplication::sendPostedEvents();
        } while (m_executor->runOne());
        QCoreApplication::sendPostedEvents();
    }

    std::shared_ptr<SomeTables> m_service;
    std::shared_ptr<ManualExecutor> m_executor;
    std::unique_ptr<ConnectionList> m_connections;
    std::unique_ptr<TableDirectory> m_directory;
};

QTEST_MAIN(TestTableDirectory)
#include "tst_table_directory.moc"
