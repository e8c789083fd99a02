#include <QtTest/QTest>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestDeleteItem : public QObject {
    Q_OBJECT

private slots:
    void deletesOnceAndThenAgain()
    {
        ServiceHarness service;
        service.makeHashTable();
        service.put("hash", "{'a':{'S':'x'},'v':{'S':'" + std::string(1500, 'v') + "'}}");
        const std::string remove =
            "{'TableName':'hash','Key':{'a':{'S':'x'}},'ReturnConsumedCapacity':'TOTAL'}";
        QCOMPARE(service.ask("DeleteItem", remove),
                 std::string("{'ConsumedCapacity':{'TableName':'hash','CapacityUnits':2.0}}"));
        QCOMPARE(service.ask("GetItem", "{'TableName':'hash','Key':{'a':{'S':'x'}}}"), std::string("{}"));
        QCOMPARE(service.ask("DeleteItem", remove),
                 std::string("{'ConsumedCapacity':{'TableName':'hash','CapacityUnits':1.0}}"));
    }

    void returnsTheOldItem()
    {
        ServiceHarness service;
        service.makeHashTable();
        service.put("hash", "{'a':{'S':'x'},'v':{'N':'1'}}");
        const std::string remove = "{'TableName':'hash','Key':{'a':{'S':'x'}},'ReturnValues':'ALL_OLD'}";
        QCOMPARE(service.ask("DeleteItem", remove),
                 std::string("{'Attributes':{'a':{'S':'x'},'v':{'N':'1'}}}"));
        QCOMPARE(service.ask("DeleteItem", remove), std::string("{}"));
    }

    void conditionsDecide()
    {
        ServiceHarness service;
        service.makeHashTable();
        service.put("hash", "{'a':{'S':'x'},'v':{'N':'1'}}");
        const std::string remove = "{'TableName':'hash','Key':{'a':{'S':'x'}},'ConditionExpression':'v = :v',"
                                   "'ExpressionAttributeValues':{':v':{'N':'";
        QCOMPARE(service.ask("DeleteItem", remove + "2'}}}"),
                 std::string("ConditionalCheckFailedException: The conditional request failed"));
        QCOMPARE(service.ask("DeleteItem", remove + "1'}}}"), std::string("{}"));
        QCOMPARE(service.ask("DeleteItem", remove + "1'}}}"),
                 std::string("ConditionalCheckFailedException: The conditional request failed"));
    }

    void takesIndexEntriesAlong()
    {
        ServiceHarness service;
        service.makeIndexedTable();
        service.put("indexed", "{'a':{'S':'x'},'b':{'N':'1'},'c':{'S':'y'},'d':{'N':'1'}}");
        QCOMPARE(service.ask("DeleteItem", "{'TableName':'indexed','Key':{'a':{'S':'x'},'b':{'N':'1'}},"
                                           "'ReturnConsumedCapacity':'TOTAL'}"),
                 std::string("{'ConsumedCapacity':{'TableName':'indexed','CapacityUnits':3.0}}"));
        QCOMPARE(service.ask("Scan", "{'TableName':'indexed','IndexName':'global'}"),
                 std::string("{'Items':[],'Count':0,'ScannedCount':0}"));
    }

    void refusesOtherReturnValues()
    {
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(service.ask("DeleteItem",
                             "{'TableName':'hash','Key':{'a':{'S':'x'}},'ReturnValues':'UPDATED_NEW'}"),
                 std::string("ValidationException: ReturnValues can only be ALL_OLD or NONE"));
    }
};

QTEST_GUILESS_MAIN(TestDeleteItem)
#include "tst_delete_item.moc"
