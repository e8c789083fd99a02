#include <QtTest/QTest>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestGetItem : public QObject {
    Q_OBJECT

private slots:
    void missingItemHasNoMember()
    {
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(service.ask("GetItem",
                             "{'TableName':'hash','Key':{'a':{'S':'x'}},'ReturnConsumedCapacity':'TOTAL'}"),
                 std::string("{'ConsumedCapacity':{'TableName':'hash','CapacityUnits':0.5}}"));
    }

    void projects_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("item");
        QTest::newRow("attribute") << "'ProjectionExpression':'n'"
                                   << "{'n':{'N':'1'}}";
        QTest::newRow("path") << "'ProjectionExpression':'m.y, l[1]'"
                              << "{'l':{'L':[{'S':'q'}]},'m':{'M':{'y':{'N':'2'}}}}";
        QTest::newRow("name") << "'ProjectionExpression':'#n','ExpressionAttributeNames':{'#n':'n'}"
                              << "{'n':{'N':'1'}}";
        QTest::newRow("nothing") << "'ProjectionExpression':'zzz'"
                                 << "{}";
        QTest::newRow("legacy") << "'AttributesToGet':['a','zzz']"
                                << "{'a':{'S':'x'}}";
    }
    void projects()
    {
        QFETCH(const QString, members);
        QFETCH(const QString, item);
        ServiceHarness service;
        service.makeHashTable();
        service.put(
            "hash",
            "{'a':{'S':'x'},'n':{'N':'1'},'m':{'M':{'x':{'S':'p'},'y':{'N':'2'}}},'l':{'L':[{'S':'p'},{'S':"
            "'q'}]}}");
        QCOMPARE(QString::fromStdString(service.ask("GetItem", "{'TableName':'hash','Key':{'a':{'S':'x'}}," +
                                                                   members.toStdString() + "}")),
                 "{'Item':" + item + "}");
    }

    void countsBlocksOfTheWholeItem()
    {
        ServiceHarness service;
        service.makeHashTable();
        service.put("hash", "{'a':{'S':'x'},'v':{'S':'" + std::string(5000, 'v') + "'}}");
        const std::string get = "{'TableName':'hash','Key':{'a':{'S':'x'}},'ProjectionExpression':'a',"
                                "'ReturnConsumedCapacity':'INDEXES'";
        QCOMPARE(
            service.ask("GetItem", get + "}"),
            std::string(
                "{'Item':{'a':{'S':'x'}},'ConsumedCapacity':{'TableName':'hash','CapacityUnits':1.0,'Table':{"
                "'CapacityUnits':1.0}}}"));
        QCOMPARE(
            service.ask("GetItem", get + ",'ConsistentRead':true}"),
            std::string(
                "{'Item':{'a':{'S':'x'}},'ConsumedCapacity':{'TableName':'hash','CapacityUnits':2.0,'Table':{"
                "'CapacityUnits':2.0}}}"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("text");
        const QString schema = "ValidationException: The provided key element does not match the schema";
        QTest::newRow("too few") << "'Key':{'a':{'S':'x'}}" << schema;
        QTest::newRow("too many") << "'Key':{'a':{'S':'x'},'b':{'N':'1'},'c':{'N':'1'}}" << schema;
        QTest::newRow("another name") << "'Key':{'a':{'S':'x'},'c':{'N':'1'}}" << schema;
        QTest::newRow("another type") << "'Key':{'a':{'S':'x'},'b':{'S':'1'}}" << schema;
        QTest::newRow("both forms")
            << "'Key':{'a':{'S':'x'},'b':{'N':'1'}},'AttributesToGet':['a'],'ProjectionExpression':'a'"
            << "ValidationException: Can not use both expression and non-expression parameters in the same "
               "request: "
               "Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}";
        QTest::newRow("names without expression")
            << "'Key':{'a':{'S':'x'},'b':{'N':'1'}},'ExpressionAttributeNames':{'#a':'a'}"
            << "ValidationException: ExpressionAttributeNames can only be specified when using expressions";
        QTest::newRow("duplicate attribute")
            << "'Key':{'a':{'S':'x'},'b':{'N':'1'}},'AttributesToGet':['a','a']"
            << "ValidationException: One or more parameter values were invalid: Duplicate value in attribute "
               "name: a";
    }
    void refuses()
    {
        QFETCH(const QString, members);
        QFETCH(const QString, text);
        ServiceHarness service;
        service.makeRangeTable();
        QCOMPARE(QString::fromStdString(
                     service.ask("GetItem", "{'TableName':'range'," + members.toStdString() + "}")),
                 text);
    }
};

QTEST_GUILESS_MAIN(TestGetItem)
#include "tst_get_item.moc"
