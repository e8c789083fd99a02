#include <QtTest/QTest>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestQuery : public QObject {
    Q_OBJECT

private:
    // Items of one partition: b from 1 to `count`.
    static void fill(ServiceHarness &service, int count, const std::string &table = "range")
    {
        for (int b = 1; b <= count; ++b)
            service.put(table, "{'a':{'S':'x'},'b':{'N':'" + std::to_string(b) + "'},'v':{'N':'" +
                                   std::to_string(b % 2) + "'}}");
    }
    static std::string query(const std::string &condition, const std::string &members)
    {
        return "{'TableName':'range','KeyConditionExpression':'" + condition + "'," + members + "}";
    }
    static QString numbers(const std::string &reply)
    {
        QString found;
        const QString text = QString::fromStdString(reply);
        const qsizetype end = text.indexOf("],'Count'");
        for (qsizetype at = text.indexOf("'b':{'N':'"); at >= 0 && at < end;
             at = text.indexOf("'b':{'N':'", at + 1)) {
            const qsizetype begin = at + 10;
            found += (found.isEmpty() ? "" : " ") + text.mid(begin, text.indexOf("'", begin) - begin);
        }
        return found;
    }

private slots:
    void findsByTheSortKey_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("found");
        QTest::newRow("partition") << "a = :x"
                                   << "1 2 3 4 5";
        QTest::newRow("equal") << "a = :x AND b = :two"
                               << "2";
        QTest::newRow("less") << "a = :x AND b < :two"
                              << "1";
        QTest::newRow("less or equal") << "a = :x AND b <= :two"
                                       << "1 2";
        QTest::newRow("greater") << "a = :x AND b > :two"
                                 << "3 4 5";
        QTest::newRow("greater or equal") << "b >= :two AND a = :x"
                                          << "2 3 4 5";
        QTest::newRow("between") << "a = :x AND b BETWEEN :two AND :four"
                                 << "2 3 4";
    }
    void findsByTheSortKey()
    {
        QFETCH(const QString, condition);
        QFETCH(const QString, found);
        ServiceHarness service;
        service.makeRangeTable();
        fill(service, 5);
        std::string values = "'ExpressionAttributeValues':{':x':{'S':'x'}";
        if (condition.contains(":two"))
            values += ",':two':{'N':'2'}";
        if (condition.contains(":four"))
            values += ",':four':{'N':'4'}";
        QCOMPARE(numbers(service.ask("Query", query(condition.toStdString(), values + "}"))), found);
    }

    void readsBackwards()
    {
        ServiceHarness service;
        service.makeRangeTable();
        fill(service, 3);
        QCOMPARE(numbers(service.ask("Query", query("a = :x", "'ExpressionAttributeValues':{':x':{'S':'x'}},"
                                                              "'ScanIndexForward':false"))),
                 QString("3 2 1"));
    }

    void limitCountsWhatIsEvaluated()
    {
        ServiceHarness service;
        service.makeRangeTable();
        fill(service, 4);
        const std::string page =
            "'FilterExpression':'v = :zero','ExpressionAttributeValues':{':x':{'S':'x'},':zero':{'N':'0'}},"
            "'Limit':2";
        QCOMPARE(
            service.ask("Query", query("a = :x", page)),
            std::string("{'Items':[{'a':{'S':'x'},'b':{'N':'2'},'v':{'N':'0'}}],'Count':1,'ScannedCount':2,"
                        "'LastEvaluatedKey':{'a':{'S':'x'},'b':{'N':'2'}}}"));
        // The last page stops because of the limit, so it names a key although nothing follows.
        QCOMPARE(
            service.ask("Query",
                        query("a = :x", page + ",'ExclusiveStartKey':{'a':{'S':'x'},'b':{'N':'2'}}")),
            std::string("{'Items':[{'a':{'S':'x'},'b':{'N':'4'},'v':{'N':'0'}}],'Count':1,'ScannedCount':2,"
                        "'LastEvaluatedKey':{'a':{'S':'x'},'b':{'N':'4'}}}"));
        QCOMPARE(service.ask("Query",
                             query("a = :x", page + ",'ExclusiveStartKey':{'a':{'S':'x'},'b':{'N':'4'}}")),
                 std::string("{'Items':[],'Count':0,'ScannedCount':0}"));
    }

    void aPageEndsAtOneMegabyte()
    {
        ServiceHarness service;
        service.makeRangeTable();
        const std::string filler(300'000, 'v');
        for (int b = 1; b <= 5; ++b)
            service.put("range",
                        "{'a':{'S':'x'},'b':{'N':'" + std::to_string(b) + "'},'v':{'S':'" + filler + "'}}");
        const std::string reply =
            service.ask("Query", query("a = :x", "'ExpressionAttributeValues':{':x':{'S':'x'}},'Select':"
                                                 "'COUNT','ReturnConsumedCapacity':'TOTAL'"));
        QCOMPARE(reply,
                 std::string("{'Count':4,'ScannedCount':4,'LastEvaluatedKey':{'a':{'S':'x'},'b':{'N':'4'}},"
                             "'ConsumedCapacity':{'TableName':'range','CapacityUnits':146.5}}"));
    }

    void readsIndexes()
    {
        ServiceHarness service;
        service.makeIndexedTable("indexed", "{'ProjectionType':'KEYS_ONLY'}");
        service.put("indexed", "{'a':{'S':'x'},'b':{'N':'1'},'c':{'S':'p'},'d':{'N':'9'},'v':{'N':'1'}}");
        service.put("indexed", "{'a':{'S':'x'},'b':{'N':'2'},'c':{'S':'p'},'d':{'N':'8'},'v':{'N':'2'}}");
        service.put("indexed", "{'a':{'S':'x'},'b':{'N':'3'},'v':{'N':'3'}}");
        const std::string global =
            "{'TableName':'indexed','IndexName':'global','KeyConditionExpression':'c = :p',"
            "'ExpressionAttributeValues':{':p':{'S':'p'}}";
        QCOMPARE(
            service.ask("Query", global + ",'ReturnConsumedCapacity':'INDEXES'}"),
            std::string(
                "{'Items':[{'a':{'S':'x'},'b':{'N':'2'},'c':{'S':'p'},'d':{'N':'8'}},{'a':{'S':'x'},'b':{'N':"
                "'1'},"
                "'c':{'S':'p'},'d':{'N':'9'}}],'Count':2,'ScannedCount':2,'ConsumedCapacity':{'TableName':"
                "'indexed','CapacityUnits':0.5,'Table':{'CapacityUnits':0.0},'GlobalSecondaryIndexes':{'"
                "global':{"
                "'CapacityUnits':0.5}}}}"));
        QCOMPARE(
            service.ask("Query", global + ",'Limit':1}"),
            std::string("{'Items':[{'a':{'S':'x'},'b':{'N':'2'},'c':{'S':'p'},'d':{'N':'8'}}],'Count':1,'"
                        "ScannedCount':1,"
                        "'LastEvaluatedKey':{'a':{'S':'x'},'b':{'N':'2'},'c':{'S':'p'},'d':{'N':'8'}}}"));
        // A local index fetches what it lacks from the table.
        QCOMPARE(
            service.ask(
                "Query",
                "{'TableName':'indexed','IndexName':'local','KeyConditionExpression':'a = :x AND c = :p',"
                "'ExpressionAttributeValues':{':x':{'S':'x'},':p':{'S':'p'}},'Select':"
                "'SPECIFIC_ATTRIBUTES','ProjectionExpression':'v','ReturnConsumedCapacity':'INDEXES'}"),
            std::string(
                "{'Items':[{'v':{'N':'1'}},{'v':{'N':'2'}}],'Count':2,'ScannedCount':2,'ConsumedCapacity':{"
                "'TableName':'indexed','CapacityUnits':1.5,'Table':{'CapacityUnits':1.0},"
                "'LocalSecondaryIndexes':{'local':{'CapacityUnits':0.5}}}}"));
    }

    void takesTheLegacyForm()
    {
        ServiceHarness service;
        service.makeRangeTable();
        fill(service, 4);
        QCOMPARE(
            numbers(service.ask(
                "Query",
                "{'TableName':'range','KeyConditions':{'a':{'ComparisonOperator':'EQ','AttributeValueList':[{"
                "'S':"
                "'x'}]},'b':{'ComparisonOperator':'GT','AttributeValueList':[{'N':'1'}]}},'QueryFilter':{'v':"
                "{"
                "'ComparisonOperator':'EQ','AttributeValueList':[{'N':'0'}]}},'AttributesToGet':['b']}")),
            QString("2 4"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("text");
        const QString onKey =
            "'KeyConditionExpression':'a = :x','ExpressionAttributeValues':{':x':{'S':'x'}}";
        QTest::newRow("no condition") << "'Limit':1"
                                      << "Either the KeyConditions or KeyConditionExpression parameter must "
                                         "be specified in the request.";
        QTest::newRow("no partition key")
            << "'KeyConditionExpression':'b = :x','ExpressionAttributeValues':{':x':{'N':'1'}}"
            << "Query condition missed key schema element: a";
        QTest::newRow("filter on key")
            << onKey + ",'FilterExpression':'b = :x'"
            << "Filter Expression can only contain non-primary key attributes: Primary key "
               "attribute: b";
        QTest::newRow("unknown index") << onKey + ",'IndexName':'none'"
                                       << "The table does not have the specified index: none";
        QTest::newRow("consistent global")
            << "'IndexName':'global','KeyConditionExpression':'c = "
               ":x','ExpressionAttributeValues':{':x':{'S':'x'}},"
               "'ConsistentRead':true"
            << "Consistent reads are not supported on global secondary indexes";
        QTest::newRow("all of a narrow index") << "'IndexName':'global','KeyConditionExpression':'c = "
                                                  ":x','ExpressionAttributeValues':{':x':{'S':'x'}},'Select':"
                                                  "'ALL_ATTRIBUTES'"
                                               << "One or more parameter values were invalid: Select type "
                                                  "ALL_ATTRIBUTES is not supported for global secondary "
                                                  "index global because its projection type is not ALL";
        QTest::newRow("not projected") << "'IndexName':'global','KeyConditionExpression':'c = "
                                          ":x','ExpressionAttributeValues':{':x':{'S':'x'}},"
                                          "'ProjectionExpression':'a, v'"
                                       << "One or more parameter values were invalid: Global secondary index "
                                          "global does not project [v]";
        QTest::newRow("specific without projection")
            << onKey + ",'Select':'SPECIFIC_ATTRIBUTES'"
            << "1 validation error detected: Must specify the AttributesToGet or ProjectionExpression when "
               "choosing to get "
               "SPECIFIC_ATTRIBUTES";
        QTest::newRow("projection with all")
            << onKey + ",'Select':'ALL_ATTRIBUTES','ProjectionExpression':'v'"
            << "Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES";
        QTest::newRow("projected without index")
            << onKey + ",'Select':'ALL_PROJECTED_ATTRIBUTES'"
            << "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName";
        QTest::newRow("start key attributes") << onKey + ",'ExclusiveStartKey':{'a':{'S':'x'}}"
                                              << "The provided starting key is invalid";
        QTest::newRow("start key value")
            << onKey + ",'ExclusiveStartKey':{'a':{}}"
            << "The provided starting key is invalid: Supplied AttributeValue is empty, must "
               "contain exactly one of the supported datatypes";
        QTest::newRow("start in another partition")
            << onKey + ",'ExclusiveStartKey':{'a':{'S':'y'},'b':{'N':'1'}}"
            << "The provided starting key is outside query boundaries based on provided conditions";
        QTest::newRow("start beside the range")
            << "'KeyConditionExpression':'a = :x AND b > "
               ":n','ExpressionAttributeValues':{':x':{'S':'x'},':n':{'N':'5'}},"
               "'ExclusiveStartKey':{'a':{'S':'x'},'b':{'N':'1'}}"
            << "The provided starting key does not match the range key predicate";
        QTest::newRow("start at one item")
            << "'KeyConditionExpression':'a = :x AND b = "
               ":n','ExpressionAttributeValues':{':x':{'S':'x'},':n':{'N':'5'}},"
               "'ExclusiveStartKey':{'a':{'S':'x'},'b':{'N':'5'}}"
            << "The query can return at most one row and cannot be restarted";
        QTest::newRow("limit") << onKey + ",'Limit':0"
                               << "1 validation error detected: Value at 'Limit' failed to satisfy "
                                  "constraint: Member must have value greater than "
                                  "or equal to 1";
        QTest::newRow("values without use")
            << "'ProjectionExpression':'v','ExpressionAttributeValues':{':x':{'S':'x'}}"
            << "ExpressionAttributeValues can only be specified when using expressions: FilterExpression and "
               "KeyConditionExpression are null";
    }
    void refuses()
    {
        QFETCH(const QString, members);
        QFETCH(const QString, text);
        ServiceHarness service;
        service.makeIndexedTable("range", "{'ProjectionType':'KEYS_ONLY'}");
        QCOMPARE(QString::fromStdString(
                     service.ask("Query", "{'TableName':'range'," + members.toStdString() + "}")),
                 "ValidationException: " + text);
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
