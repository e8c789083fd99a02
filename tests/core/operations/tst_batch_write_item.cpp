#include <QtTest/QTest>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestBatchWriteItem : public QObject {
    Q_OBJECT

private slots:
    void putsAndDeletesInSeveralTables()
    {
        ServiceHarness service;
        service.makeHashTable();
        service.makeIndexedTable();
        service.put("hash", "{'a':{'S':'old'}}");
        QCOMPARE(
            service.ask("BatchWriteItem",
                        "{'RequestItems':{'hash':[{'PutRequest':{'Item':{'a':{'S':'x'}}}},{'DeleteRequest':{'"
                        "Key':{'a':{'S':"
                        "'old'}}}}],'indexed':[{'PutRequest':{'Item':{'a':{'S':'x'},'b':{'N':'1'},'c':{'S':'"
                        "p'},'d':{'N':"
                        "'1'}}}}]},'ReturnConsumedCapacity':'INDEXES','ReturnItemCollectionMetrics':'SIZE'}"),
            std::string("{'UnprocessedItems':{},'ItemCollectionMetrics':{'indexed':[{'ItemCollectionKey':{'a'"
                        ":{'S':'x'}},"
                        "'SizeEstimateRangeGB':[0.0,1.0]}]},'ConsumedCapacity':[{'TableName':'hash','"
                        "CapacityUnits':2.0,"
                        "'Table':{'CapacityUnits':2.0}},{'TableName':'indexed','CapacityUnits':3.0,'Table':{'"
                        "CapacityUnits':"
                        "1.0},'LocalSecondaryIndexes':{'local':{'CapacityUnits':1.0}},'"
                        "GlobalSecondaryIndexes':{'global':{"
                        "'CapacityUnits':1.0}}}]}"));
        QCOMPARE(service.ask("Scan", "{'TableName':'hash'}"),
                 std::string("{'Items':[{'a':{'S':'x'}}],'Count':1,'ScannedCount':1}"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("text");
        QTest::newRow("duplicates")
            << "'hash':[{'PutRequest':{'Item':{'a':{'S':'x'}}}},{'DeleteRequest':{'Key':{'a':{'S':'x'}}}}]"
            << "ValidationException: Provided list of item keys contains duplicates";
        QTest::newRow("duplicates by name and ARN")
            << "'hash':[{'PutRequest':{'Item':{'a':{'S':'x'}}}}],'arn:aws:dynamodb:us-east-1:000000000000:"
               "table/hash':[{"
               "'DeleteRequest':{'Key':{'a':{'S':'x'}}}}]"
            << "ValidationException: Provided list of item keys contains duplicates";
        QTest::newRow("put with a wrong key")
            << "'hash':[{'PutRequest':{'Item':{'a':{'N':'1'}}}}]"
            << "ValidationException: The provided key element does not match the schema";
        QTest::newRow("both")
            << "'hash':[{'PutRequest':{'Item':{'a':{'S':'x'}}},'DeleteRequest':{'Key':{'a':{'S':'x'}}}}]"
            << "ValidationException: Supplied AttributeValue has more than one datatypes set, must contain "
               "exactly one of the "
               "supported datatypes";
        QTest::newRow("missing table")
            << "'hash':[{'PutRequest':{'Item':{'a':{'S':'x'}}}}],'none':[{'PutRequest':{'Item':{'a':{"
               "'S':'x'}}}}]"
            << "ResourceNotFoundException: Requested resource not found";
        QTest::newRow("nothing")
            << ""
            << "ValidationException: The requestItems parameter is required for BatchWriteItem";
    }
    void refuses()
    {
        QFETCH(const QString, request);
        QFETCH(const QString, text);
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(QString::fromStdString(
                     service.ask("BatchWriteItem", "{'RequestItems':{" + request.toStdString() + "}}")),
                 text);
        // Nothing of a refused batch is written.
        QCOMPARE(service.ask("Scan", "{'TableName':'hash','Select':'COUNT'}"),
                 std::string("{'Count':0,'ScannedCount':0}"));
    }

    void refusesMoreThanTwentyFiveOverAll()
    {
        ServiceHarness service;
        std::string tables;
        for (const char *table : {"one", "two"}) {
            std::string writes;
            for (int i = 0; i < 13; ++i)
                writes += (i ? "," : "") + std::string("{'DeleteRequest':{'Key':{'a':{'S':'") +
                          std::to_string(i) + "'}}}}";
            tables += (tables.empty() ? "'" : ",'") + std::string(table) + "':[" + writes + "]";
        }
        QCOMPARE(service.ask("BatchWriteItem", "{'RequestItems':{" + tables + "}}"),
                 std::string("ValidationException: Too many items requested for the BatchWriteItem call"));
    }
};

QTEST_GUILESS_MAIN(TestBatchWriteItem)
#include "tst_batch_write_item.moc"
