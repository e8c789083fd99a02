#include <QtTest/QTest>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestUpdateItem : public QObject {
    Q_OBJECT

private:
    static std::string update(const std::string &members)
    {
        return "{'TableName':'hash','Key':{'a':{'S':'x'}}" + (members.empty() ? "" : "," + members) + "}";
    }

private slots:
    void makesAnItemOfItsKey()
    {
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(service.ask("UpdateItem", update("'ReturnValues':'ALL_NEW'")),
                 std::string("{'Attributes':{'a':{'S':'x'}}}"));
        QCOMPARE(service.ask("GetItem", "{'TableName':'hash','Key':{'a':{'S':'x'}}}"),
                 std::string("{'Item':{'a':{'S':'x'}}}"));
    }

    void removingFromNothingMakesNothing()
    {
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(service.ask("UpdateItem", update("'UpdateExpression':'REMOVE v.w'")), std::string("{}"));
        QCOMPARE(service.ask("GetItem", "{'TableName':'hash','Key':{'a':{'S':'x'}}}"), std::string("{}"));
    }

    void returnsWhatWasAskedFor_data()
    {
        QTest::addColumn<QString>("values");
        QTest::addColumn<QString>("reply");
        QTest::newRow("none") << "NONE"
                              << "{}";
        QTest::newRow("all old")
            << "ALL_OLD"
            << "{'Attributes':{'a':{'S':'x'},'m':{'M':{'p':{'N':'1'},'q':{'N':'1'}}},'n':{'N':'1'}}}";
        QTest::newRow("all new") << "ALL_NEW"
                                 << "{'Attributes':{'a':{'S':'x'},'m':{'M':{'p':{'N':'5'},'q':{'N':'1'}}},'n'"
                                    ":{'N':'3'},'z':{'S':'s'}}}";
        QTest::newRow("updated old") << "UPDATED_OLD"
                                     << "{'Attributes':{'m':{'M':{'p':{'N':'1'}}},'n':{'N':'1'}}}";
        QTest::newRow("updated new")
            << "UPDATED_NEW"
            << "{'Attributes':{'m':{'M':{'p':{'N':'5'}}},'n':{'N':'3'},'z':{'S':'s'}}}";
    }
    void returnsWhatWasAskedFor()
    {
        QFETCH(const QString, values);
        QFETCH(const QString, reply);
        ServiceHarness service;
        service.makeHashTable();
        service.put("hash", "{'a':{'S':'x'},'n':{'N':'1'},'m':{'M':{'p':{'N':'1'},'q':{'N':'1'}}}}");
        QCOMPARE(QString::fromStdString(service.ask(
                     "UpdateItem",
                     update("'UpdateExpression':'SET n = n + :two, m.p = :five, z = :s',"
                            "'ExpressionAttributeValues':{':two':{'N':'2'},':five':{'N':'5'},':s':{'S':'s'}},"
                            "'ReturnValues':'" +
                            values.toStdString() + "'"))),
                 reply);
    }

    void attributesAreLeftOutWhenThereAreNone()
    {
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(
            service.ask("UpdateItem", update("'UpdateExpression':'SET n = :n','ReturnValues':'UPDATED_OLD',"
                                             "'ExpressionAttributeValues':{':n':{'N':'1'}}")),
            std::string("{}"));
        QCOMPARE(
            service.ask("UpdateItem", update("'UpdateExpression':'REMOVE n','ReturnValues':'UPDATED_NEW'")),
            std::string("{}"));
    }

    void conditionsSeeTheItemAsItWas()
    {
        ServiceHarness service;
        service.makeHashTable();
        service.put("hash", "{'a':{'S':'x'},'n':{'N':'1'}}");
        const std::string once = update("'UpdateExpression':'SET n = :two','ConditionExpression':'n = :one',"
                                        "'ExpressionAttributeValues':{':one':{'N':'1'},':two':{'N':'2'}}");
        QCOMPARE(service.ask("UpdateItem", once), std::string("{}"));
        QCOMPARE(service.ask("UpdateItem", once),
                 std::string("ConditionalCheckFailedException: The conditional request failed"));
    }

    void takesTheLegacyForm()
    {
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(
            service.ask("UpdateItem",
                        update("'AttributeUpdates':{'n':{'Action':'ADD','Value':{'N':'2'}},'s':{'Value':{'S':"
                               "'t'}}},'Expected':{'n':{'Exists':false}},'ReturnValues':'ALL_NEW'")),
            std::string("{'Attributes':{'a':{'S':'x'},'n':{'N':'2'},'s':{'S':'t'}}}"));
        QCOMPARE(service.ask("UpdateItem",
                             update("'AttributeUpdates':{'s':{'Action':'DELETE'}},'ReturnValues':'ALL_NEW'")),
                 std::string("{'Attributes':{'a':{'S':'x'},'n':{'N':'2'}}}"));
    }

    void countsTheLargerImage()
    {
        ServiceHarness service;
        service.makeHashTable();
        service.put("hash", "{'a':{'S':'x'},'v':{'S':'" + std::string(2500, 'v') + "'}}");
        QCOMPARE(service.ask("UpdateItem",
                             update("'UpdateExpression':'REMOVE v','ReturnConsumedCapacity':'TOTAL'")),
                 std::string("{'ConsumedCapacity':{'TableName':'hash','CapacityUnits':3.0}}"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("text");
        QTest::newRow("key attribute")
            << "'UpdateExpression':'SET a = :v','ExpressionAttributeValues':{':v':{'S':'y'}}"
            << "One or more parameter values were invalid: Cannot update attribute a. This attribute "
               "is part of the key";
        QTest::newRow("missing operand")
            << "'UpdateExpression':'SET n = zzz'"
            << "The provided expression refers to an attribute that does not exist in the item";
        QTest::newRow("literal index key")
            << "'UpdateExpression':'SET c = :v','ExpressionAttributeValues':{':v':{'N':'1'}}"
            << "One or more parameter values were invalid: Type mismatch for Index Key c Expected: S Actual: "
               "N IndexName: global";
        QTest::newRow("computed index key") << "'UpdateExpression':'SET d = n','ExpressionAttributeNames':{}"
                                            << "ExpressionAttributeNames must not be empty";
        QTest::newRow("index key of another attribute")
            << "'UpdateExpression':'SET d = s'"
            << "The update expression attempted to update the secondary index key to unsupported type";
        QTest::newRow("empty index key")
            << "'UpdateExpression':'SET c = :v','ExpressionAttributeValues':{':v':{'S':''}}"
            << "One or more parameter values are not valid. The update expression attempted to update a "
               "secondary index key to "
               "a value that is not supported. The AttributeValue for a key attribute cannot contain an "
               "empty string value.";
        QTest::newRow("item size")
            << "'UpdateExpression':'SET v = :v','ExpressionAttributeValues':{':v':{'S':'" +
                   QString(409'600, 'v') + "'}}"
            << "Item size to update has exceeded the maximum allowed size";
        QTest::newRow("values without expression")
            << "'ExpressionAttributeValues':{':v':{'N':'1'}}"
            << "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and "
               "ConditionExpression are null";
        QTest::newRow("both forms") << "'UpdateExpression':'REMOVE n','AttributeUpdates':{}"
                                    << "Can not use both expression and non-expression parameters in the "
                                       "same request: Non-expression parameters: "
                                       "{AttributeUpdates} Expression parameters: {UpdateExpression}";
    }
    void refuses()
    {
        QFETCH(const QString, members);
        QFETCH(const QString, text);
        ServiceHarness service;
        service.makeIndexedTable("hash");
        service.put("hash", "{'a':{'S':'x'},'b':{'N':'1'},'s':{'S':'text'}}");
        QCOMPARE(QString::fromStdString(
                     service.ask("UpdateItem", "{'TableName':'hash','Key':{'a':{'S':'x'},'b':{'N':'1'}}," +
                                                   members.toStdString() + "}")),
                 "ValidationException: " + text);
    }
};

QTEST_GUILESS_MAIN(TestUpdateItem)
#include "tst_update_item.moc"
