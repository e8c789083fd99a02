#include <QtTest/QTest>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestUpdateTable : public QObject {
    Q_OBJECT

private:
    static void makeProvisioned(ServiceHarness &service, int units = 10)
    {
        service.must("CreateTable",
                     "{'TableName':'abc','AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'}],"
                     "'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}]," +
                         unitsOf(units) + "}");
    }
    static std::string unitsOf(int units)
    {
        const std::string number = std::to_string(units);
        return "'ProvisionedThroughput':{'ReadCapacityUnits':" + number + ",'WriteCapacityUnits':" + number +
               "}";
    }
    static std::string update(ServiceHarness &service, const std::string &members)
    {
        return service.ask("UpdateTable", "{'TableName':'abc'," + members + "}");
    }
    static bool contains(const std::string &text, const std::string &part)
    {
        return text.find(part) != std::string::npos;
    }
    static std::string createIndex(const std::string &name)
    {
        return "{'Create':{'IndexName':'" + name +
               "','KeySchema':[{'AttributeName':'v','KeyType':'HASH'}],'Projection':{"
               "'ProjectionType':'ALL'}}}";
    }

private slots:
    void throughputIsAnsweredAsItWas()
    {
        ServiceHarness service;
        makeProvisioned(service);
        const std::string reply = update(service, unitsOf(20));
        QVERIFY(contains(reply, "'TableStatus':'UPDATING'"));
        QVERIFY(contains(reply, "'ReadCapacityUnits':10,'WriteCapacityUnits':10}"));
        const std::string table = service.ask("DescribeTable", "{'TableName':'abc'}");
        QVERIFY(contains(table, "'TableStatus':'ACTIVE'"));
        QVERIFY(contains(
            table, "'ProvisionedThroughput':{'LastIncreaseDateTime':1700000000,'NumberOfDecreasesToday':0,"
                   "'ReadCapacityUnits':20,'WriteCapacityUnits':20}"));
    }

    void sameThroughputIsRefused()
    {
        ServiceHarness service;
        makeProvisioned(service);
        QCOMPARE(
            update(service, unitsOf(10)),
            std::string(
                "ValidationException: The provisioned throughput for the table will not change. The "
                "requested value "
                "equals the current value. Current ReadCapacityUnits provisioned for the table: 10. "
                "Requested "
                "ReadCapacityUnits: 10. Current WriteCapacityUnits provisioned for the table: 10. Requested "
                "WriteCapacityUnits: 10. Refer to the Amazon DynamoDB Developer Guide for current limits and "
                "how to "
                "request higher limits."));
    }

    void decreasesHaveABudget()
    {
        ServiceHarness service;
        makeProvisioned(service);
        for (int units = 9; units >= 6; --units)
            QVERIFY(contains(update(service, unitsOf(units)), "UPDATING"));
        QVERIFY(update(service, unitsOf(5))
                    .starts_with("LimitExceededException: Subscriber limit exceeded: Provisioned throughput "
                                 "decreases are limited"));
        QVERIFY(contains(update(service, unitsOf(8)), "UPDATING"));
        service.advanceSeconds(3600);
        QVERIFY(contains(update(service, unitsOf(5)), "UPDATING"));
        QVERIFY(contains(service.ask("DescribeTable", "{'TableName':'abc'}"), "'NumberOfDecreasesToday':5"));
        service.advanceSeconds(86'400);
        QVERIFY(contains(service.ask("DescribeTable", "{'TableName':'abc'}"), "'NumberOfDecreasesToday':0"));
    }

    void billingGoesBothWays()
    {
        ServiceHarness service;
        makeProvisioned(service);
        QVERIFY(contains(update(service, "'BillingMode':'PAY_PER_REQUEST'"), "UPDATING"));
        const std::string table = service.ask("DescribeTable", "{'TableName':'abc'}");
        QVERIFY(contains(
            table,
            "'BillingModeSummary':{'BillingMode':'PAY_PER_REQUEST','LastUpdateToPayPerRequestDateTime':"
            "1700000000}"));
        QVERIFY(contains(table, "'ReadCapacityUnits':0,'WriteCapacityUnits':0}"));
        // Once more is no change.
        QVERIFY(contains(update(service, "'BillingMode':'PAY_PER_REQUEST'"), "'TableStatus':'ACTIVE'"));
        QCOMPARE(update(service, "'BillingMode':'PROVISIONED'"),
                 std::string("ValidationException: One or more parameter values were invalid: "
                             "ProvisionedThroughput must be "
                             "specified when BillingMode is PROVISIONED"));
        QVERIFY(contains(update(service, "'BillingMode':'PROVISIONED'," + unitsOf(5)), "UPDATING"));
        QVERIFY(contains(service.ask("DescribeTable", "{'TableName':'abc'}"), "'BillingMode':'PROVISIONED'"));
    }

    void anIndexIsBackfilledAndDropped()
    {
        ServiceHarness service;
        service.makeHashTable("abc");
        service.put("abc", "{'a':{'S':'x'},'v':{'S':'1'}}");
        service.put("abc", "{'a':{'S':'y'}}");
        const std::string attribute = "'AttributeDefinitions':[{'AttributeName':'v','AttributeType':'S'}]";
        const std::string reply =
            update(service, attribute + ",'GlobalSecondaryIndexUpdates':[" + createIndex("iii") + "]");
        QVERIFY(contains(reply, "'TableStatus':'UPDATING'"));
        QVERIFY(contains(reply, "'IndexStatus':'CREATING','Backfilling':false"));
        QVERIFY(update(service, attribute + ",'GlobalSecondaryIndexUpdates':[" + createIndex("jjj") + "]")
                    .starts_with("LimitExceededException: Subscriber limit exceeded: Only 1 online index"));
        QCOMPARE(
            service.ask("Scan", "{'TableName':'abc','IndexName':'iii'}"),
            std::string("ValidationException: Cannot read from backfilling global secondary index: iii"));
        service.runJobs();
        QCOMPARE(service.ask("Scan", "{'TableName':'abc','IndexName':'iii'}"),
                 std::string("{'Items':[{'a':{'S':'x'},'v':{'S':'1'}}],'Count':1,'ScannedCount':1}"));
        const std::string table = service.ask("DescribeTable", "{'TableName':'abc'}");
        QVERIFY(contains(table, "'IndexStatus':'ACTIVE'"));
        QVERIFY(!contains(table, "Backfilling"));
        QCOMPARE(update(service, attribute + ",'GlobalSecondaryIndexUpdates':[" + createIndex("iii") + "]"),
                 std::string("ValidationException: Attempting to create an index which already exists"));

        QVERIFY(contains(update(service, "'GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'iii'}}]"),
                         "'IndexStatus':'DELETING'"));
        QCOMPARE(service.ask("Scan", "{'TableName':'abc','IndexName':'iii'}"),
                 std::string("ValidationException: The table does not have the specified index: iii"));
        service.runJobs();
        const std::string after = service.ask("DescribeTable", "{'TableName':'abc'}");
        QVERIFY(!contains(after, "GlobalSecondaryIndexes"));
        QVERIFY(contains(after, "'AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'}]"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("text");
        const QString invalid = "ValidationException: One or more parameter values were invalid: ";
        const QString index = "'GlobalSecondaryIndexUpdates':[";
        const QString create = QString::fromStdString(createIndex("iii"));
        QTest::newRow("nothing")
            << "'AttributeDefinitions':[]"
            << "ValidationException: At least one of ProvisionedThroughput, BillingMode, "
               "UpdateStreamEnabled, "
               "GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, "
               "ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, "
               "OnDemandThroughput, WarmThroughput or "
               "TableClass is required";
        QTest::newRow("protection and more")
            << "'DeletionProtectionEnabled':true,'BillingMode':'PAY_PER_REQUEST'"
            << invalid + "DeletionProtection modification must be the only operation in the request";
        QTest::newRow("no action")
            << index + "{}]"
            << invalid + "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
                         "GlobalSecondaryIndexUpdate.Delete must not be null";
        QTest::newRow("index twice")
            << index + create + "," + create + "]"
            << invalid + "Only one global secondary index update per index is allowed simultaneously. "
                         "Index: iii";
        QTest::newRow("two deletions")
            << index + "{'Delete':{'IndexName':'iii'}},{'Delete':{'IndexName':'jjj'}}]"
            << "LimitExceededException: Subscriber limit exceeded: Only 1 online index can be created or "
               "deleted simultaneously "
               "per table";
        QTest::newRow("index and throughput")
            << index + create + "]," + QString::fromStdString(unitsOf(3))
            << invalid + "You cannot create or delete index while updating table IOPS";
        QTest::newRow("unknown index")
            << index + "{'Delete':{'IndexName':'iii'}}]"
            << "ResourceNotFoundException: Requested resource not found: Index iii for table abc";
        QTest::newRow("index without throughput")
            << "'AttributeDefinitions':[{'AttributeName':'v','AttributeType':'S'}]," + index + create + "]"
            << invalid + "ProvisionedThroughput is not specified for index: iii";
        QTest::newRow("not built")
            << "'MultiRegionConsistency':'STRONG'"
            << "ValidationException: This version of Stator does not support the parameter "
               "MultiRegionConsistency";
    }
    void refuses()
    {
        QFETCH(const QString, members);
        QFETCH(const QString, text);
        ServiceHarness service;
        makeProvisioned(service);
        QCOMPARE(QString::fromStdString(update(service, members.toStdString())), text);
    }

    void findsNoTableThatIsNotThere()
    {
        ServiceHarness service;
        QCOMPARE(
            update(service, "'BillingMode':'PAY_PER_REQUEST'"),
            std::string("ResourceNotFoundException: Requested resource not found: Table: abc not found"));
    }
};

QTEST_GUILESS_MAIN(TestUpdateTable)
#include "tst_update_table.moc"
