#include <QtTest/QTest>

#include "core/operations/service_harness.h"

using stator::tests::ServiceHarness;

class TestCreateTable : public QObject {
    Q_OBJECT

private:
    static inline const std::string kHash = "'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}]";
    static inline const std::string kRange =
        "'KeySchema':[{'AttributeName':'a','KeyType':'HASH'},{'AttributeName':'b','KeyType':'RANGE'}]";
    static inline const std::string kOnDemand = "'BillingMode':'PAY_PER_REQUEST'";

    // AttributeDefinitions of type S.
    static std::string attributes(const std::string &names)
    {
        std::string text;
        for (const char name : names)
            text += (text.empty() ? "" : ",") + std::string("{'AttributeName':'") + name +
                    "','AttributeType':'S'}";
        return "'AttributeDefinitions':[" + text + "]";
    }
    static std::string index(const std::string &name, const std::string &hash, const std::string &range,
                             const std::string &projection = "'ProjectionType':'ALL'")
    {
        return "{'IndexName':'" + name + "','KeySchema':[{'AttributeName':'" + hash + "','KeyType':'HASH'}" +
               (range.empty() ? "" : ",{'AttributeName':'" + range + "','KeyType':'RANGE'}") +
               "],'Projection':{" + projection + "}}";
    }

private slots:
    void answersCreatingAndIsActiveThen()
    {
        ServiceHarness service;
        const std::string reply = service.ask(
            "CreateTable", "{'TableName':'abc'," + attributes("ab") + "," + kRange +
                               ",'ProvisionedThroughput':{'ReadCapacityUnits':2,'WriteCapacityUnits':3},"
                               "'DeletionProtectionEnabled':true,'Tags':[{'Key':'k','Value':'v'}]}");
        for (const char *part :
             {"'TableStatus':'CREATING'", "'TableName':'abc'", "'TableSizeBytes':0,'ItemCount':0,",
              "'AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'},{'AttributeName':'b','"
              "AttributeType':'S'}]",
              "'KeySchema':[{'AttributeName':'a','KeyType':'HASH'},{'AttributeName':'b','KeyType':'RANGE'}]",
              "'ProvisionedThroughput':{'NumberOfDecreasesToday':0,'ReadCapacityUnits':2,'WriteCapacityUnits'"
              ":3}",
              "'DeletionProtectionEnabled':true", "'TableId':'"})
            QVERIFY2(reply.find(part) != std::string::npos, (std::string(part) + " in " + reply).c_str());
        QVERIFY(reply.find("BillingModeSummary") == std::string::npos);
        QVERIFY(reply.find("WarmThroughput") == std::string::npos);
        QVERIFY(service.ask("DescribeTable", "{'TableName':'abc'}").find("'TableStatus':'ACTIVE'") !=
                std::string::npos);
        QCOMPARE(service.ask("ListTagsOfResource",
                             "{'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/abc'}"),
                 std::string("{'Tags':[{'Key':'k','Value':'v'}]}"));
    }

    void describesIndexes()
    {
        ServiceHarness service;
        service.makeIndexedTable("abc", "{'ProjectionType':'INCLUDE','NonKeyAttributes':['v']}");
        const std::string table = service.ask("DescribeTable", "{'TableName':'abc'}");
        for (const char *part :
             {"'LocalSecondaryIndexes':[{'IndexName':'local','KeySchema':[{'AttributeName':'a','KeyType':'"
              "HASH'},{"
              "'AttributeName':'c','KeyType':'RANGE'}],'Projection':{'ProjectionType':'INCLUDE','"
              "NonKeyAttributes':['v']},"
              "'IndexSizeBytes':0,'ItemCount':0,'IndexArn':'arn:aws:dynamodb:us-east-1:000000000000:table/"
              "abc/index/local'}]",
              "'GlobalSecondaryIndexes':[{'IndexName':'global',", "'IndexStatus':'ACTIVE',"})
            QVERIFY2(table.find(part) != std::string::npos, (std::string(part) + " in " + table).c_str());
        QVERIFY(table.find("Backfilling") == std::string::npos);
    }

    void takesSeveralKeyAttributesInAGlobalIndex()
    {
        ServiceHarness service;
        service.must("CreateTable", "{'TableName':'abc'," + attributes("acde") + "," + kHash + "," +
                                        kOnDemand +
                                        ",'GlobalSecondaryIndexes':[{'IndexName':'iii','KeySchema':[{'"
                                        "AttributeName':'c','KeyType':'HASH'},{"
                                        "'AttributeName':'d','KeyType':'HASH'},{'AttributeName':'e','KeyType'"
                                        ":'RANGE'}],'Projection':{"
                                        "'ProjectionType':'ALL'}}]}");
        service.put("abc", "{'a':{'S':'1'},'c':{'S':'2'},'d':{'S':'3'},'e':{'S':'4'}}");
        QCOMPARE(
            service.ask("Query",
                        "{'TableName':'abc','IndexName':'iii','KeyConditionExpression':'c = :c AND d = :d',"
                        "'ExpressionAttributeValues':{':c':{'S':'2'},':d':{'S':'3'}},'Select':'COUNT'}"),
            std::string("{'Count':1,'ScannedCount':1}"));
    }

    void namesAreTakenOnce()
    {
        ServiceHarness service;
        service.makeHashTable("abc");
        QCOMPARE(service.ask("CreateTable",
                             "{'TableName':'abc'," + attributes("a") + "," + kHash + "," + kOnDemand + "}"),
                 std::string("ResourceInUseException: Table already exists: abc"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const std::string &members, const std::string &text,
                            bool isParameter = true) {
            const std::string prefix = isParameter ? "One or more parameter values were invalid: " : "";
            QTest::newRow(name) << QString::fromStdString(members) << QString::fromStdString(prefix + text);
        };
        const std::string onDemand = "," + kOnDemand;
        row("no throughput", attributes("a") + "," + kHash,
            "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is "
            "PROVISIONED");
        row("throughput on demand",
            attributes("a") + "," + kHash + onDemand +
                ",'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}",
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is "
            "PAY_PER_REQUEST");
        row("huge throughput",
            attributes("a") + "," + kHash +
                ",'ProvisionedThroughput':{'ReadCapacityUnits':1000000000001,'WriteCapacityUnits':1}",
            "Given value 1000000000001 for ReadCapacityUnits is out of bounds", false);
        row("no definition", attributes("b") + "," + kHash + onDemand,
            "Invalid KeySchema: Some index key attribute have no definition", false);
        row("unused definition", attributes("ab") + "," + kHash + onDemand,
            "Number of attributes in KeySchema does not exactly match number of attributes defined in "
            "AttributeDefinitions");
        row("same names",
            attributes("a") +
                ",'KeySchema':[{'AttributeName':'a','KeyType':'HASH'},{'AttributeName':'a','KeyType':'RANGE'}"
                "]" +
                onDemand,
            "Both the Hash Key and the Range Key element in the KeySchema have the same name", false);
        row("range first",
            attributes("a") + ",'KeySchema':[{'AttributeName':'a','KeyType':'RANGE'}]" + onDemand,
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type", false);
        row("two hashes",
            attributes("ab") +
                ",'KeySchema':[{'AttributeName':'a','KeyType':'HASH'},{'AttributeName':'b','KeyType':'HASH'}"
                "]" +
                onDemand,
            "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type", false);
        const std::string range = attributes("abc") + "," + kRange + onDemand;
        row("no local index", range + ",'LocalSecondaryIndexes':[]",
            "List of LocalSecondaryIndexes is empty");
        row("no global index", range + ",'GlobalSecondaryIndexes':[]",
            "List of GlobalSecondaryIndexes is empty");
        row("local without range",
            attributes("ac") + "," + kHash + onDemand + ",'LocalSecondaryIndexes':[" +
                index("iii", "a", "c") + "]",
            "Table KeySchema does not have a range key, which is required when specifying a "
            "LocalSecondaryIndex");
        row("local of hash alone", range + ",'LocalSecondaryIndexes':[" + index("iii", "a", "") + "]",
            "Index KeySchema does not have a range key for index: iii");
        row("local of another hash", range + ",'LocalSecondaryIndexes':[" + index("iii", "b", "c") + "]",
            "Index KeySchema does not have the same leading hash key as table KeySchema for index: iii. "
            "index hash key: b, "
            "table hash key: a");
        row("index key undefined", range + ",'GlobalSecondaryIndexes':[" + index("iii", "z", "c") + "]",
            "Some index key attributes are not defined in AttributeDefinitions. Keys: [z, c], "
            "AttributeDefinitions: [a, b, c]");
        row("definition of no index", range + ",'GlobalSecondaryIndexes':[" + index("iii", "a", "b") + "]",
            "Some AttributeDefinitions are not used. AttributeDefinitions: [a, b, c], keys used: [a, b]");
        row("index twice",
            range + ",'GlobalSecondaryIndexes':[" + index("iii", "c", "") + "," + index("iii", "c", "") + "]",
            "Duplicate index name: iii");
        row("no projection", range + ",'GlobalSecondaryIndexes':[" + index("iii", "c", "", "") + "]",
            "Unknown ProjectionType: null");
        row("include nothing",
            range + ",'GlobalSecondaryIndexes':[" + index("iii", "c", "", "'ProjectionType':'INCLUDE'") + "]",
            "ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
        row("keys and more",
            range + ",'GlobalSecondaryIndexes':[" +
                index("iii", "c", "", "'ProjectionType':'KEYS_ONLY','NonKeyAttributes':['v']") + "]",
            "ProjectionType is KEYS_ONLY, but NonKeyAttributes is specified");
        row("stream without view",
            attributes("a") + "," + kHash + onDemand + ",'StreamSpecification':{'StreamEnabled':true}",
            "Table is being created with a stream enabled, UpdateViewType is required");
        row("not built",
            attributes("a") + "," + kHash + onDemand + ",'GlobalTableSourceArn':'arn:aws:dynamodb:eu-west-1:000000000000:table/abc'",
            "This version of Stator does not support the parameter GlobalTableSourceArn", false);
        std::string six;
        for (char name = '1'; name <= '6'; ++name)
            six += (six.empty() ? "" : ",") + index(std::string("ii") + name, "a", "c");
        row("six local indexes", range + ",'LocalSecondaryIndexes':[" + six + "]",
            "Number of LocalSecondaryIndexes exceeds per-table limit of 5");
        std::string many;
        for (char name = 'a'; name <= 'u'; ++name)
            many += (many.empty() ? "" : ",") + index(std::string("ii") + name, "c", "");
        row("21 global indexes", range + ",'GlobalSecondaryIndexes':[" + many + "]",
            "GlobalSecondaryIndex count exceeds the per-table limit of 20");
    }
    void refuses()
    {
        QFETCH(const QString, members);
        QFETCH(const QString, text);
        ServiceHarness service;
        QCOMPARE(QString::fromStdString(
                     service.ask("CreateTable", "{'TableName':'abc'," + members.toStdString() + "}")),
                 "ValidationException: " + text);
    }
};

QTEST_GUILESS_MAIN(TestCreateTable)
#include "tst_create_table.moc"
