#include <QtTest/QTest>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestTransactGetItems : public QObject {
    Q_OBJECT

private:
    static std::string get(const std::string &members)
    {
        return "{'Get':{'TableName':'hash'," + members + "}}";
    }

private slots:
    void answersByPosition()
    {
        ServiceHarness service;
        service.makeHashTable();
        service.put("hash", "{'a':{'S':'x'},'v':{'N':'1'}}");
        service.put("hash", "{'a':{'S':'y'},'v':{'S':'" + std::string(5000, 'v') + "'}}");
        QCOMPARE(service.ask("TransactGetItems",
                             "{'TransactItems':[" + get("'Key':{'a':{'S':'none'}}") + "," +
                                 get("'Key':{'a':{'S':'x'}},'ProjectionExpression':'#v','"
                                     "ExpressionAttributeNames':{'#v':'v'}") +
                                 "," + get("'Key':{'a':{'S':'y'}},'ProjectionExpression':'a'") +
                                 "],'ReturnConsumedCapacity':'TOTAL'}"),
                 std::string(
                     "{'ConsumedCapacity':[{'TableName':'hash','CapacityUnits':8.0,'ReadCapacityUnits':8.0}],"
                     "'Responses':[{},{'Item':{'v':{'N':'1'}}},{'Item':{'a':{'S':'y'}}}]}"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("items");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const std::string &items, const char *text) {
            QTest::newRow(name) << QString::fromStdString(items) << QString(text);
        };
        const std::string good = get("'Key':{'a':{'S':'x'}}");
        row("nothing", "",
            "ValidationException: 1 validation error detected: Value '[]' at 'transactItems' failed to "
            "satisfy constraint: "
            "Member must have length greater than or equal to 1");
        row("one item twice", good + "," + good,
            "ValidationException: Transaction request cannot include multiple operations on one item");
        row("wrong key", good + "," + get("'Key':{'b':{'S':'x'}}"),
            "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for "
            "specific reasons [None, "
            "ValidationError]");
        row("empty key", get("'Key':{'a':{'S':''}}"),
            "ValidationException: One or more parameter values are not valid. The AttributeValue for a key "
            "attribute cannot "
            "contain an empty string value. Key: a");
        row("no table", "{'Get':{'TableName':'none','Key':{'a':{'S':'x'}}}}",
            "ResourceNotFoundException: Requested resource not found");
    }
    void refuses()
    {
        QFETCH(const QString, items);
        QFETCH(const QString, text);
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(QString::fromStdString(
                     service.ask("TransactGetItems", "{'TransactItems':[" + items.toStdString() + "]}")),
                 text);
    }
};

QTEST_GUILESS_MAIN(TestTransactGetItems)
#include "tst_transact_get_items.moc"
