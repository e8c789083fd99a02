// DescribeTable, ListTables, DeleteTable, and what describes the account: DescribeLimits, DescribeEndpoints.
#include <QtTest/QTest>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestTableLife : public QObject {
    Q_OBJECT

private slots:
    void describesItemsAndSizes()
    {
        ServiceHarness service;
        service.makeHashTable();
        service.put("hash", "{'a':{'S':'x'},'v':{'S':'" + std::string(97, 'v') + "'}}");
        const std::string table = service.ask("DescribeTable", "{'TableName':'hash'}");
        QVERIFY(table.find("'TableStatus':'ACTIVE'") != std::string::npos);
        QVERIFY(table.find("'TableSizeBytes':200,'ItemCount':1,") != std::string::npos);
        QVERIFY(table.find("'TableArn':'arn:aws:dynamodb:us-east-1:000000000000:table/hash'") !=
                std::string::npos);
        QVERIFY(table.find("'BillingModeSummary':{'BillingMode':'PAY_PER_REQUEST',") != std::string::npos);
        QVERIFY(table.find("'ProvisionedThroughput':{'NumberOfDecreasesToday':0,'ReadCapacityUnits':0,'"
                           "WriteCapacityUnits':0}") != std::string::npos);
        QVERIFY(table.find("'WarmThroughput':{'ReadUnitsPerSecond':12000,'WriteUnitsPerSecond':4000,'Status':"
                           "'ACTIVE'}") != std::string::npos);
        // The same table by its ARN.
        QCOMPARE(service.ask("DescribeTable",
                             "{'TableName':'arn:aws:dynamodb:us-east-1:000000000000:table/hash'}"),
                 table);
    }

    void describesNothingThatIsNotThere()
    {
        ServiceHarness service;
        QCOMPARE(
            service.ask("DescribeTable", "{'TableName':'none'}"),
            std::string("ResourceNotFoundException: Requested resource not found: Table: none not found"));
        QCOMPARE(
            service.ask("DeleteTable", "{'TableName':'none'}"),
            std::string("ResourceNotFoundException: Requested resource not found: Table: none not found"));
    }

    void listsInPages()
    {
        ServiceHarness service;
        QCOMPARE(service.ask("ListTables", "{}"), std::string("{'TableNames':[]}"));
        for (const char *name : {"ccc", "aaa", "bbb"})
            service.makeHashTable(name);
        QCOMPARE(service.ask("ListTables", "{}"), std::string("{'TableNames':['aaa','bbb','ccc']}"));
        QCOMPARE(service.ask("ListTables", "{'Limit':2}"),
                 std::string("{'TableNames':['aaa','bbb'],'LastEvaluatedTableName':'bbb'}"));
        QCOMPARE(service.ask("ListTables", "{'Limit':2,'ExclusiveStartTableName':'bbb'}"),
                 std::string("{'TableNames':['ccc']}"));
        QCOMPARE(service.ask("ListTables", "{'ExclusiveStartTableName':'bbbb'}"),
                 std::string("{'TableNames':['ccc']}"));
    }

    void deletes()
    {
        ServiceHarness service;
        service.makeHashTable();
        QVERIFY(service.ask("DeleteTable", "{'TableName':'hash'}").find("'TableStatus':'DELETING'") !=
                std::string::npos);
        service.runJobs();
        QCOMPARE(service.ask("ListTables", "{}"), std::string("{'TableNames':[]}"));
        QCOMPARE(service.ask("GetItem", "{'TableName':'hash','Key':{'a':{'S':'x'}}}"),
                 std::string("ResourceNotFoundException: Requested resource not found"));
    }

    void protectionComesFirst()
    {
        ServiceHarness service;
        service.makeHashTable();
        service.must("UpdateTable", "{'TableName':'hash','DeletionProtectionEnabled':true}");
        QCOMPARE(service.ask("DeleteTable", "{'TableName':'hash'}"),
                 std::string("ValidationException: Resource cannot be deleted as it is currently protected "
                             "against deletion. "
                             "Disable deletion protection first."));
        QCOMPARE(service.ask("UpdateTable", "{'TableName':'hash','DeletionProtectionEnabled':false}"),
                 std::string("ThrottlingException: Deletion protection setting for table hash modified within "
                             "the previous 15000 milliseconds. Please try again after 2023-11-14T22:13:35.000Z"));
        service.advanceSeconds(15);
        service.must("UpdateTable", "{'TableName':'hash','DeletionProtectionEnabled':false}");
        service.must("DeleteTable", "{'TableName':'hash'}");
    }

    void describesTheAccount()
    {
        ServiceHarness service;
        QCOMPARE(service.ask("DescribeLimits", "{}"),
                 std::string("{'AccountMaxReadCapacityUnits':80000,'AccountMaxWriteCapacityUnits':80000,"
                             "'TableMaxReadCapacityUnits':40000,'TableMaxWriteCapacityUnits':40000}"));
        QCOMPARE(service.ask("DescribeEndpoints", "{}"),
                 std::string("{'Endpoints':[{'Address':'dynamodb.us-east-1.amazonaws.com','"
                             "CachePeriodInMinutes':1440}]}"));
    }
};

QTEST_GUILESS_MAIN(TestTableLife)
#include "tst_table_life.moc"
