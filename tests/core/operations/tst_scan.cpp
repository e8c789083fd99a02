#include <QtTest/QTest>

#include <set>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestScan : public QObject {
    Q_OBJECT

private:
    static void fill(ServiceHarness &service, int count)
    {
        for (int i = 0; i < count; ++i)
            service.put("hash",
                        "{'a':{'S':'k" + std::to_string(i) + "'},'v':{'N':'" + std::to_string(i) + "'}}");
    }
    // Every page from the first on; the values of `a`.
    static std::multiset<std::string> readAll(ServiceHarness &service, const std::string &members,
                                              int *pages = nullptr)
    {
        std::multiset<std::string> keys;
        std::string start;
        for (;;) {
            const std::string reply = service.must("Scan", "{'TableName':'hash'," + members + start + "}");
            const std::size_t end = reply.find("],'Count'");
            for (std::size_t at = reply.find("'a':{'S':'"); at < end; at = reply.find("'a':{'S':'", at + 1))
                keys.insert(reply.substr(at + 10, reply.find('\'', at + 10) - at - 10));
            if (pages)
                ++*pages;
            const std::size_t last = reply.find(",'LastEvaluatedKey':");
            if (last == std::string::npos)
                return keys;
            start = ",'ExclusiveStartKey':" + reply.substr(last + 20, reply.find("}}", last) + 2 - last - 20);
        }
    }

private slots:
    void readsEveryItemOnce()
    {
        ServiceHarness service;
        service.makeHashTable();
        fill(service, 25);
        int pages = 0;
        const auto keys = readAll(service, "'Limit':4", &pages);
        QCOMPARE(keys.size(), std::size_t(25));
        QCOMPARE(std::set<std::string>(keys.begin(), keys.end()).size(), std::size_t(25));
        QCOMPARE(pages, 7);
    }

    void segmentsShareTheItems()
    {
        ServiceHarness service;
        service.makeHashTable();
        fill(service, 40);
        std::multiset<std::string> keys;
        for (int segment = 0; segment < 4; ++segment)
            keys.merge(readAll(service, "'Limit':3,'TotalSegments':4,'Segment':" + std::to_string(segment)));
        QCOMPARE(keys.size(), std::size_t(40));
        QCOMPARE(std::set<std::string>(keys.begin(), keys.end()).size(), std::size_t(40));
    }

    void filtersAndCounts()
    {
        ServiceHarness service;
        service.makeHashTable();
        fill(service, 10);
        QCOMPARE(
            service.ask(
                "Scan",
                "{'TableName':'hash','FilterExpression':'v < :v','ExpressionAttributeValues':{':v':{'N':'3'}}"
                ",'Select':'COUNT','ReturnConsumedCapacity':'TOTAL'}"),
            std::string(
                "{'Count':3,'ScannedCount':10,'ConsumedCapacity':{'TableName':'hash','CapacityUnits':0.5}}"));
        // A filter of a Scan may use keys.
        QCOMPARE(service.ask("Scan",
                             "{'TableName':'hash','FilterExpression':'a = :a','ProjectionExpression':'v',"
                             "'ExpressionAttributeValues':{':a':{'S':'k7'}}}"),
                 std::string("{'Items':[{'v':{'N':'7'}}],'Count':1,'ScannedCount':10}"));
        QCOMPARE(
            service.ask(
                "Scan",
                "{'TableName':'hash','ScanFilter':{'v':{'ComparisonOperator':'EQ','AttributeValueList':[{'N':"
                "'7'}]}},'AttributesToGet':['a']}"),
            std::string("{'Items':[{'a':{'S':'k7'}}],'Count':1,'ScannedCount':10}"));
    }

    void readsASparseIndex()
    {
        ServiceHarness service;
        service.makeIndexedTable("indexed", "{'ProjectionType':'INCLUDE','NonKeyAttributes':['v']}");
        service.put("indexed",
                    "{'a':{'S':'x'},'b':{'N':'1'},'c':{'S':'p'},'d':{'N':'9'},'v':{'N':'1'},'w':{'N':'1'}}");
        service.put("indexed", "{'a':{'S':'x'},'b':{'N':'2'},'c':{'S':'p'}}");
        QCOMPARE(service.ask("Scan", "{'TableName':'indexed','IndexName':'global'}"),
                 std::string("{'Items':[{'a':{'S':'x'},'b':{'N':'1'},'c':{'S':'p'},'d':{'N':'9'},'v':{'N':'1'"
                             "}}],'Count':1,"
                             "'ScannedCount':1}"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("text");
        QTest::newRow("segment alone")
            << "'Segment':0"
            << "The TotalSegments parameter is required but was not present in the request when "
               "Segment parameter is present";
        QTest::newRow("segments alone")
            << "'TotalSegments':2"
            << "The Segment parameter is required but was not present in the request when parameter "
               "TotalSegments is present";
        QTest::newRow("segment too large") << "'Segment':2,'TotalSegments':2"
                                           << "The Segment parameter is zero-based and must be less than "
                                              "parameter TotalSegments: Segment: 2 is not less than "
                                              "TotalSegments: 2";
        QTest::newRow("start key")
            << "'ExclusiveStartKey':{'z':{'S':'x'}}"
            << "The provided starting key is invalid: The provided key element does not match the schema";
        QTest::newRow("values without filter") << "'ExpressionAttributeValues':{':v':{'N':'1'}}"
                                               << "ExpressionAttributeValues can only be specified when "
                                                  "using expressions: FilterExpression is null";
        QTest::newRow("operator without filter")
            << "'ConditionalOperator':'OR'"
            << "ConditionalOperator cannot be used without Filter or Expected";
    }
    void refuses()
    {
        QFETCH(const QString, members);
        QFETCH(const QString, text);
        ServiceHarness service;
        service.makeHashTable();
        QCOMPARE(
            QString::fromStdString(service.ask("Scan", "{'TableName':'hash'," + members.toStdString() + "}")),
            "ValidationException: " + text);
    }

    void aStartKeyBelongsToItsSegment()
    {
        ServiceHarness service;
        service.makeHashTable();
        int refused = 0;
        for (int segment = 0; segment < 8; ++segment) {
            const std::string number = std::to_string(segment);
            const std::string reply =
                service.ask("Scan", "{'TableName':'hash','TotalSegments':8,'Segment':" + number +
                                        ",'ExclusiveStartKey':{'a':{'S':'x'}}}");
            refused += reply == "ValidationException: The provided starting key is invalid: Invalid "
                                "ExclusiveStartKey. Please use "
                                "ExclusiveStartKey with correct Segment. TotalSegments: 8 Segment: " +
                                    number;
        }
        QCOMPARE(refused, 7);
    }
};

QTEST_GUILESS_MAIN(TestScan)
#include "tst_scan.moc"
