#include <QtTest/QTest>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestPutItem : public QObject {
    Q_OBJECT

private slots:
    void putsAndReturnsNothing()
    {
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(service.ask("PutItem", "{'TableName':'hash','Item':{'a':{'S':'x'},'n':{'N':'1.50'}}}"),
                 std::string("{}"));
        QCOMPARE(service.ask("GetItem", "{'TableName':'hash','Key':{'a':{'S':'x'}}}"),
                 std::string("{'Item':{'a':{'S':'x'},'n':{'N':'1.5'}}}"));
    }

    void returnsTheOldItem()
    {
        ServiceHarness service;
        service.makeHashTable();
        const std::string put =
            "{'TableName':'hash','ReturnValues':'ALL_OLD','Item':{'a':{'S':'x'},'v':{'N':'";
        QCOMPARE(service.ask("PutItem", put + "1'}}}"), std::string("{}"));
        QCOMPARE(service.ask("PutItem", put + "2'}}}"),
                 std::string("{'Attributes':{'a':{'S':'x'},'v':{'N':'1'}}}"));
    }

    void conditionsDecide()
    {
        ServiceHarness service;
        service.makeHashTable();
        const std::string put = "{'TableName':'hash','Item':{'a':{'S':'x'}},'ConditionExpression':"
                                "'attribute_not_exists(a)'";
        QCOMPARE(service.ask("PutItem", put + "}"), std::string("{}"));
        QCOMPARE(service.ask("PutItem", put + "}"),
                 std::string("ConditionalCheckFailedException: The conditional request failed"));
        QCOMPARE(
            service.ask("PutItem", put + ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}", true),
            std::string(
                "{'__type':'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException','message':'The "
                "conditional request failed','Item':{'a':{'S':'x'}}}"));
        QCOMPARE(
            service.ask("PutItem",
                        "{'TableName':'hash','Item':{'a':{'S':'x'},'n':{'N':'2'}},'Expected':{'n':{'Exists':"
                        "false}}}"),
            std::string("{}"));
        QCOMPARE(
            service.ask("PutItem",
                        "{'TableName':'hash','Item':{'a':{'S':'x'}},'Expected':{'n':{'Value':{'N':'3'}}}}"),
            std::string("ConditionalCheckFailedException: The conditional request failed"));
    }

    void countsCapacityOfTableAndIndexes()
    {
        ServiceHarness service;
        service.makeIndexedTable();
        const std::string item = "'Item':{'a':{'S':'x'},'b':{'N':'1'},'c':{'S':'y'},'d':{'N':'1'}}";
        QCOMPARE(
            service.ask("PutItem", "{'TableName':'indexed','ReturnConsumedCapacity':'INDEXES'," + item + "}"),
            std::string(
                "{'ConsumedCapacity':{'TableName':'indexed','CapacityUnits':3.0,'Table':{'CapacityUnits':1.0}"
                ","
                "'LocalSecondaryIndexes':{'local':{'CapacityUnits':1.0}},'GlobalSecondaryIndexes':{'global':{"
                "'CapacityUnits':1.0}}}}"));
        // The same again touches no index.
        QCOMPARE(
            service.ask("PutItem", "{'TableName':'indexed','ReturnConsumedCapacity':'INDEXES'," + item + "}"),
            std::string("{'ConsumedCapacity':{'TableName':'indexed','CapacityUnits':1.0,'Table':{'"
                        "CapacityUnits':1.0}}}"));
        QCOMPARE(
            service.ask("PutItem", "{'TableName':'indexed','ReturnConsumedCapacity':'TOTAL',"
                                   "'ReturnItemCollectionMetrics':'SIZE'," +
                                       item + "}"),
            std::string(
                "{'ConsumedCapacity':{'TableName':'indexed','CapacityUnits':1.0},'ItemCollectionMetrics':{"
                "'ItemCollectionKey':{'a':{'S':'x'}},'SizeEstimateRangeGB':[0.0,1.0]}}"));
    }

    void takesAnArnInPlaceOfAName()
    {
        ServiceHarness service;
        service.makeHashTable();
        const std::string arn = "arn:aws:dynamodb:us-east-1:000000000000:table/hash";
        QCOMPARE(service.ask("PutItem", "{'TableName':'" + arn +
                                            "','Item':{'a':{'S':'x'}},'ReturnConsumedCapacity':'TOTAL'}"),
                 std::string("{'ConsumedCapacity':{'TableName':'" + arn + "','CapacityUnits':1.0}}"));
        QCOMPARE(
            service.ask("PutItem",
                        "{'TableName':'arn:aws:dynamodb:eu-west-1:000000000000:table/hash','Item':{'a':{'S':"
                        "'x'}}}"),
            std::string("ResourceNotFoundException: Requested resource not found"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("text");
        const QString invalid = "ValidationException: One or more parameter values were invalid: ";
        QTest::newRow("missing key") << "'Item':{'b':{'N':'1'}}" << invalid + "Missing the key a in the item";
        QTest::newRow("type of key") << "'Item':{'a':{'N':'1'},'b':{'N':'1'}}"
                                     << invalid + "Type mismatch for key a expected: S actual: N";
        QTest::newRow("empty key") << "'Item':{'a':{'S':''},'b':{'N':'1'}}"
                                   << "ValidationException: One or more parameter values are not valid. The "
                                      "AttributeValue for a key attribute "
                                      "cannot contain an empty string value. Key: a";
        QTest::newRow("large hash key")
            << "'Item':{'a':{'S':'" + QString(2049, 'k') + "'},'b':{'N':'1'}}"
            << invalid + "Size of hashkey has exceeded the maximum size limit of2048 bytes";
        QTest::newRow("type of index key")
            << "'Item':{'a':{'S':'x'},'b':{'N':'1'},'c':{'N':'1'}}"
            << invalid + "Type mismatch for Index Key c Expected: S Actual: N IndexName: global";
        QTest::newRow("empty index key") << "'Item':{'a':{'S':'x'},'b':{'N':'1'},'c':{'S':''}}"
                                         << "ValidationException: One or more parameter values are not "
                                            "valid. A value specified for a secondary index key "
                                            "is not supported. The AttributeValue for a key attribute cannot "
                                            "contain an empty string value. IndexName: "
                                            "global, IndexKey: c";
        QTest::newRow("number")
            << "'Item':{'a':{'S':'x'},'b':{'N':'x'}}"
            << "ValidationException: The parameter cannot be converted to a numeric value: x";
        QTest::newRow("return values") << "'Item':{'a':{'S':'x'},'b':{'N':'1'}},'ReturnValues':'ALL_NEW'"
                                       << "ValidationException: ReturnValues can only be ALL_OLD or NONE";
        QTest::newRow("large item") << "'Item':{'a':{'S':'x'},'b':{'N':'1'},'v':{'S':'" +
                                           QString(409'600, 'v') + "'}}"
                                    << "ValidationException: Item size has exceeded the maximum allowed size";
        QTest::newRow("large with local entry")
            << "'Item':{'a':{'S':'x'},'b':{'N':'1'},'c':{'S':'y'},'v':{'S':'" + QString(300'000, 'v') + "'}}"
            << "ValidationException: Item size has exceeded the maximum allowed size";
        QTest::newRow("values without expression")
            << "'Item':{'a':{'S':'x'},'b':{'N':'1'}},'ExpressionAttributeValues':{':v':{'N':'1'}}"
            << "ValidationException: ExpressionAttributeValues can only be specified when using expressions: "
               "ConditionExpression is null";
        QTest::newRow("unused value")
            << "'Item':{'a':{'S':'x'},'b':{'N':'1'}},'ConditionExpression':'attribute_exists(a)',"
               "'ExpressionAttributeValues':{':v':{'N':'1'}}"
            << "ValidationException: Value provided in ExpressionAttributeValues unused in expressions: "
               "keys: {:v}";
        QTest::newRow("both forms") << "'Item':{'a':{'S':'x'},'b':{'N':'1'}},'ConditionExpression':'"
                                       "attribute_exists(a)','Expected':{'a':{'Exists':"
                                       "false}},'ConditionalOperator':'OR'"
                                    << "ValidationException: Can not use both expression and non-expression "
                                       "parameters in the same request: "
                                       "Non-expression parameters: {Expected, ConditionalOperator} "
                                       "Expression parameters: {ConditionExpression}";
    }
    void refuses()
    {
        QFETCH(const QString, members);
        QFETCH(const QString, text);
        ServiceHarness service;
        service.makeIndexedTable();
        QCOMPARE(QString::fromStdString(
                     service.ask("PutItem", "{'TableName':'indexed'," + members.toStdString() + "}")),
                 text);
    }

    void findsNoTableThatIsNotThere()
    {
        ServiceHarness service;
        QCOMPARE(service.ask("PutItem", "{'TableName':'none','Item':{'a':{'S':'x'}}}"),
                 std::string("ResourceNotFoundException: Requested resource not found"));
        // Values come before the table.
        QCOMPARE(service.ask("PutItem", "{'TableName':'none','Item':{'a':{}}}"),
                 std::string("ValidationException: Supplied AttributeValue is empty, must contain exactly "
                             "one of the supported "
                             "datatypes"));
    }
};

QTEST_GUILESS_MAIN(TestPutItem)
#include "tst_put_item.moc"
