#include <QtTest/QTest>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestBatchGetItem : public QObject {
    Q_OBJECT

private slots:
    void readsFromSeveralTables()
    {
        ServiceHarness service;
        service.makeHashTable();
        service.makeRangeTable();
        service.put("hash", "{'a':{'S':'x'},'v':{'N':'1'},'w':{'N':'1'}}");
        service.put("range", "{'a':{'S':'x'},'b':{'N':'1'}}");
        QCOMPARE(
            service.ask("BatchGetItem",
                        "{'RequestItems':{'hash':{'Keys':[{'a':{'S':'x'}},{'a':{'S':'none'}}],"
                        "'ProjectionExpression':'#v','ExpressionAttributeNames':{'#v':'v'}},'range':{'Keys':"
                        "[{'a':{'S':'x'},'b':{'N':'1'}}],'ConsistentRead':true}},"
                        "'ReturnConsumedCapacity':'TOTAL'}"),
            std::string("{'Responses':{'hash':[{'v':{'N':'1'}}],'range':[{'a':{'S':'x'},'b':{'N':'1'}}]},"
                        "'UnprocessedKeys':{},'ConsumedCapacity':[{'TableName':'hash','CapacityUnits':1.0},{'"
                        "TableName':"
                        "'range','CapacityUnits':1.0}]}"));
    }

    void handsBackWhatDoesNotFit()
    {
        ServiceHarness service;
        service.makeHashTable();
        const std::string filler(400'000, 'v');
        std::string keys;
        for (int i = 0; i < 50; ++i) {
            const std::string key = "{'a':{'S':'k" + std::to_string(i) + "'}";
            service.put("hash", key + ",'v':{'S':'" + filler + "'}}");
            keys += (i ? "," : "") + key + "}";
        }
        const std::string reply =
            service.ask("BatchGetItem", "{'RequestItems':{'hash':{'Keys':[" + keys +
                                            "],'ProjectionExpression':'#k','ExpressionAttributeNames':{"
                                            "'#k':'a'}}}}");
        // 16 MB hold 41 of them; the request comes back with its names.
        QVERIFY(reply.find("'UnprocessedKeys':{'hash':{'Keys':[{'a':{'S':'k41'}},") != std::string::npos);
        QVERIFY(reply.find("'ProjectionExpression':'#k','ExpressionAttributeNames':{'#k':'a'}}}}") !=
                std::string::npos);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("text");
        QTest::newRow("duplicates") << "'hash':{'Keys':[{'a':{'S':'x'}},{'a':{'S':'x'}}]}"
                                    << "ValidationException: Provided list of item keys contains duplicates";
        QTest::newRow("schema") << "'hash':{'Keys':[{'b':{'S':'x'}}]}"
                                << "ValidationException: The provided key element does not match the schema";
        QTest::newRow("table") << "'none':{'Keys':[{'a':{'S':'x'}}]}"
                               << "ResourceNotFoundException: Requested resource not found";
        QTest::newRow("nothing")
            << ""
            << "ValidationException: The requestItems parameter is required for BatchGetItem";
        QTest::newRow("value before table")
            << "'none':{'Keys':[{'a':{'N':'x'}}]}"
            << "ValidationException: The parameter cannot be converted to a numeric value: x";
    }
    void refuses()
    {
        QFETCH(const QString, request);
        QFETCH(const QString, text);
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(QString::fromStdString(
                     service.ask("BatchGetItem", "{'RequestItems':{" + request.toStdString() + "}}")),
                 text);
    }

    void refusesMoreThanAHundredOverAll()
    {
        ServiceHarness service;
        std::string tables;
        for (const char *table : {"one", "two"}) {
            std::string keys;
            for (int i = 0; i < 60; ++i)
                keys += (i ? "," : "") + std::string("{'a':{'S':'") + std::to_string(i) + "'}}";
            tables += (tables.empty() ? "'" : ",'") + std::string(table) + "':{'Keys':[" + keys + "]}";
        }
        QCOMPARE(service.ask("BatchGetItem", "{'RequestItems':{" + tables + "}}"),
                 std::string("ValidationException: Too many items requested for the BatchGetItem call"));
    }
};

QTEST_GUILESS_MAIN(TestBatchGetItem)
#include "tst_batch_get_item.moc"
