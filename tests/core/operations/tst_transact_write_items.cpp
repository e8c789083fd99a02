#include <QtTest/QTest>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestTransactWriteItems : public QObject {
    Q_OBJECT

private:
    static std::string key(const std::string &value)
    {
        return "'TableName':'hash','Key':{'a':{'S':'" + value + "'}}";
    }
    static std::string put(const std::string &value, const std::string &members = {})
    {
        return "{'Put':{'TableName':'hash','Item':{'a':{'S':'" + value + "'}}" +
               (members.empty() ? "" : "," + members) + "}}";
    }
    static std::string items(ServiceHarness &service)
    {
        return service.ask("Scan", "{'TableName':'hash','Select':'COUNT'}");
    }

private slots:
    void doesAllFourKinds()
    {
        ServiceHarness service;
        service.makeHashTable();
        service.put("hash", "{'a':{'S':'old'}}");
        service.put("hash", "{'a':{'S':'seen'},'v':{'N':'1'}}");
        service.put("hash", "{'a':{'S':'count'},'n':{'N':'1'}}");
        QCOMPARE(
            service.ask(
                "TransactWriteItems",
                "{'TransactItems':[" + put("new", "'ConditionExpression':'attribute_not_exists(a)'") +
                    ",{'Delete':{" + key("old") + "}},{'Update':{" + key("count") +
                    ",'UpdateExpression':'SET n = n + :n','ExpressionAttributeValues':{':n':{'N':'2'}}}},{"
                    "'ConditionCheck':{" +
                    key("seen") +
                    ",'ConditionExpression':'attribute_exists(v)'}}],'ReturnConsumedCapacity':"
                    "'INDEXES'}"),
            std::string("{'ConsumedCapacity':[{'TableName':'hash','CapacityUnits':8.0,'WriteCapacityUnits':8."
                        "0,'Table':{"
                        "'WriteCapacityUnits':8.0,'CapacityUnits':8.0}}]}"));
        QCOMPARE(items(service), std::string("{'Count':3,'ScannedCount':3}"));
        QCOMPARE(service.ask("GetItem", "{" + key("count") + "}"),
                 std::string("{'Item':{'a':{'S':'count'},'n':{'N':'3'}}}"));
    }

    void isCancelledAsAWhole()
    {
        ServiceHarness service;
        service.makeHashTable();
        service.put("hash", "{'a':{'S':'x'},'v':{'N':'1'}}");
        const std::string absent = "'ConditionExpression':'attribute_not_exists(a)'";
        QCOMPARE(service.ask("TransactWriteItems",
                             "{'TransactItems':[" + put("new") + "," +
                                 put("x", absent + ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'") + "]}",
                             true),
                 std::string("{'__type':'com.amazonaws.dynamodb.v20120810#TransactionCanceledException','"
                             "Message':'Transaction "
                             "cancelled, please refer cancellation reasons for specific reasons [None, "
                             "ConditionalCheckFailed]',"
                             "'CancellationReasons':[{'Code':'None'},{'Code':'ConditionalCheckFailed','"
                             "Message':'The conditional "
                             "request failed','Item':{'a':{'S':'x'},'v':{'N':'1'}}}]}"));
        QCOMPARE(items(service), std::string("{'Count':1,'ScannedCount':1}"));
    }

    void aTokenIsAnsweredOnce()
    {
        ServiceHarness service;
        service.makeHashTable();
        const std::string add =
            "{'ClientRequestToken':'token','ReturnConsumedCapacity':'TOTAL','TransactItems':[{'Update':{" +
            key("x") + ",'UpdateExpression':'ADD n :n','ExpressionAttributeValues':{':n':{'N':'";
        QCOMPARE(
            service.ask("TransactWriteItems", add + "1'}}}}]}"),
            std::string(
                "{'ConsumedCapacity':[{'TableName':'hash','CapacityUnits':2.0,'WriteCapacityUnits':2.0}]}"));
        QCOMPARE(
            service.ask("TransactWriteItems", add + "1'}}}}]}"),
            std::string(
                "{'ConsumedCapacity':[{'TableName':'hash','CapacityUnits':2.0,'ReadCapacityUnits':2.0}]}"));
        QCOMPARE(service.ask("GetItem", "{" + key("x") + "}"),
                 std::string("{'Item':{'a':{'S':'x'},'n':{'N':'1'}}}"));
        QVERIFY(service.ask("TransactWriteItems", add + "2'}}}}]}")
                    .starts_with("IdempotentParameterMismatchException: "));
    }

    void tellsOfCollections()
    {
        ServiceHarness service;
        service.makeIndexedTable();
        QCOMPARE(service.ask("TransactWriteItems",
                             "{'ReturnItemCollectionMetrics':'SIZE','TransactItems':[{'Put':{'TableName':"
                             "'indexed','Item':{'a':{'S':'x'},'b':{'N':'1'}}}}]}"),
                 std::string("{'ItemCollectionMetrics':{'indexed':[{'ItemCollectionKey':{'a':{'S':'x'}},'"
                             "SizeEstimateRangeGB':["
                             "0.0,1.0]}]}}"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("elements");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const std::string &elements, const std::string &text) {
            QTest::newRow(name) << QString::fromStdString(elements) << QString::fromStdString(text);
        };
        const std::string cancelled =
            "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for "
            "specific reasons ";
        row("no action", "{}",
            "ValidationException: TransactItems can only contain one of Check, Put, Update or Delete");
        row("two actions", "{'Put':{'TableName':'hash','Item':{'a':{'S':'x'}}},'Delete':{" + key("y") + "}}",
            "ValidationException: TransactItems can only contain one of Check, Put, Update or Delete");
        row("one item twice", put("x") + ",{'Delete':{" + key("x") + "}}",
            "ValidationException: Transaction request cannot include multiple operations on one item");
        row("no table", put("x") + ",{'Put':{'TableName':'none','Item':{'a':{'S':'x'}}}}",
            "ResourceNotFoundException: Requested resource not found");
        row("syntax", put("x", "'ConditionExpression':''"),
            "ValidationException: Invalid ConditionExpression: The expression can not be empty;");
        row("empty key", put("x") + "," + put(""),
            "ValidationException: One or more parameter values are not valid. The AttributeValue for a key "
            "attribute cannot "
            "contain an empty string value. Key: a");
        row("type of key", put("x") + ",{'Put':{'TableName':'hash','Item':{'a':{'N':'1'}}}}",
            cancelled + "[None, ValidationError]");
        row("large item",
            put("x") + ",{'Put':{'TableName':'hash','Item':{'a':{'S':'y'},'v':{'S':'" +
                std::string(409'600, 'v') + "'}}}}",
            cancelled + "[None, ValidationError]");
        row("missing operand", put("x") + ",{'Update':{" + key("y") + ",'UpdateExpression':'SET v = w'}}",
            cancelled + "[None, ValidationError]");
        row("all conditions",
            put("x", "'ConditionExpression':'attribute_exists(a)'") + "," +
                put("y", "'ConditionExpression':'attribute_exists(a)'"),
            cancelled + "[ConditionalCheckFailed, ConditionalCheckFailed]");
    }
    void refuses()
    {
        QFETCH(const QString, elements);
        QFETCH(const QString, text);
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(QString::fromStdString(
                     service.ask("TransactWriteItems", "{'TransactItems':[" + elements.toStdString() + "]}")),
                 text);
        QCOMPARE(items(service), std::string("{'Count':0,'ScannedCount':0}"));
    }
};

QTEST_GUILESS_MAIN(TestTransactWriteItems)
#include "tst_transact_write_items.moc"
