#include <QtTest/QTest>

#include "api/all_operations.h"
#include "api/codec.h"
#include "support/json_text.h"

using namespace stator;
using tests::jsonText;

// Goal: each family of constraint texts, the paths they name, the values they print, and their number.
class TestConstraints : public QObject {
    Q_OBJECT

private:
    template <class Request>
    static QString textOf(const std::string &json)
    {
        const auto request = api::decodeRequest<Request>(json);
        if (request.ok())
            return "accepted";
        if (request.error().code != ErrorCode::Validation)
            return QString::fromStdString("not a ValidationException: " + request.error().message);
        return QString::fromStdString(request.error().message);
    }

private slots:
    void dataPlaneTableNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        const QString at =
            "1 validation error detected: Value '%1' at 'tableName' failed to satisfy constraint: ";
        QTest::newRow("empty") << "" << at.arg("") + "Member must have length greater than or equal to 1";
        QTest::newRow("short") << "ab"
                               << "accepted";
        QTest::newRow("characters") << "a;b"
                                    << at.arg("a;b") +
                                           "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+";
        QTest::newRow("longest") << QString(255, 'a') << "accepted";
        QTest::newRow("long") << QString(256, 'a')
                              << at.arg(QString(256, 'a')) +
                                     "Member must have length less than or equal to 255";
        QTest::newRow("arn") << "arn:aws:dynamodb:us-east-1:000000000000:table/" + QString(255, 'a')
                             << "accepted";
    }
    void dataPlaneTableNames()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        QCOMPARE(textOf<api::ScanRequest>(jsonText("{'TableName':'") + name.toStdString() + "\"}"), text);
    }

    void controlPlaneTableNames()
    {
        QCOMPARE(textOf<api::DescribeTableRequest>("{}"),
                 QString("The parameter 'TableName' is required but was not present in the request"));
        QCOMPARE(textOf<api::DescribeTableRequest>(jsonText("{'TableName':null}")),
                 QString("The parameter 'TableName' is required but was not present in the request"));
        QCOMPARE(textOf<api::DescribeTableRequest>(jsonText("{'TableName':''}")),
                 QString("1 validation error detected: Value '' at 'tableName' failed to satisfy constraint: "
                         "Member must have length greater than or equal to 1"));
        QCOMPARE(
            textOf<api::DescribeTableRequest>(jsonText("{'TableName':'a;'}")),
            QString(
                "2 validation errors detected: Value 'a;' at 'tableName' failed to satisfy constraint: "
                "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; Value 'a;' at 'tableName' "
                "failed to satisfy constraint: Member must have length greater than or equal to 3"));
    }

    void listsMissingMembers()
    {
        QCOMPARE(textOf<api::PutItemRequest>("{}"),
                 QString("2 validation errors detected: Value null at 'tableName' failed to satisfy "
                         "constraint: Member "
                         "must not be null; Value null at 'item' failed to satisfy constraint: Member must "
                         "not be null"));
    }

    void printsEnumsInTheServicesOrder()
    {
        QCOMPARE(
            textOf<api::PutItemRequest>(
                jsonText("{'TableName':'abc','Item':{},'ReturnValues':'hi',"
                         "'ReturnConsumedCapacity':'hi','ReturnItemCollectionMetrics':'hi'}")),
            QString(
                "3 validation errors detected: Value 'hi' at 'returnValues' failed to satisfy constraint: "
                "Member "
                "must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]; Value 'hi' "
                "at "
                "'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: "
                "[INDEXES, TOTAL, NONE]; Value 'hi' at 'returnItemCollectionMetrics' failed to satisfy "
                "constraint: Member must satisfy enum value set: [SIZE, NONE]"));
        QCOMPARE(textOf<api::QueryRequest>(
                     jsonText("{'TableName':'abc','KeyConditions':{'a':{'ComparisonOperator':'x'}}}")),
                 QString("1 validation error detected: Value 'x' at "
                         "'keyConditions.a.member.comparisonOperator' failed to "
                         "satisfy constraint: Member must satisfy enum value set: [IN, NULL, BETWEEN, LT, "
                         "NOT_CONTAINS, "
                         "EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH, GE, CONTAINS]"));
    }

    void namesMembersOfLists()
    {
        QCOMPARE(
            textOf<api::CreateTableRequest>(jsonText(
                "{'TableName':'abc','AttributeDefinitions':[{'AttributeName':'a','AttributeType':'X'}],"
                "'KeySchema':[{'AttributeName':'a'}],"
                "'GlobalSecondaryIndexes':[{'IndexName':'i','KeySchema':[],'Projection':{}}]}")),
            QString("4 validation errors detected: Value 'X' at "
                    "'attributeDefinitions.1.member.attributeType' failed "
                    "to satisfy constraint: Member must satisfy enum value set: [B, N, S]; Value null at "
                    "'keySchema.1.member.keyType' failed to satisfy constraint: Member must not be null; "
                    "Value 'i' "
                    "at 'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member "
                    "must have "
                    "length greater than or equal to 3; Value '[]' at "
                    "'globalSecondaryIndexes.1.member.keySchema' "
                    "failed to satisfy constraint: Member must have length greater than or equal to 1"));
    }

    void printsStructuresAndLists()
    {
        QCOMPARE(
            textOf<api::CreateTableRequest>(jsonText(
                "{'TableName':'abc','KeySchema':[{'AttributeName':'a','KeyType':'HASH'},"
                "{'KeyType':'RANGE','AttributeName':'b'},{'AttributeName':'c','KeyType':'RANGE'}]}")),
            QString("1 validation error detected: Value '[KeySchemaElement(attributeName=a, keyType=HASH), "
                    "KeySchemaElement(attributeName=b, keyType=RANGE), KeySchemaElement(attributeName=c, "
                    "keyType=RANGE)]' at 'keySchema' failed to satisfy constraint: Member must have length "
                    "less than "
                    "or equal to 2"));
    }

    void mapsReportTheirKeysAndValuesAsWhole()
    {
        std::string writes;
        for (int i = 0; i < 26; ++i)
            writes += (i ? "," : "") + (jsonText("{'DeleteRequest':{'Key':{'a':{'N':'1'}}}}"));
        const QString text =
            textOf<api::BatchWriteItemRequest>(jsonText("{'RequestItems':{'abc':[") + writes + "]}}");
        QVERIFY(text.startsWith(
            "1 validation error detected: Value '{abc=[WriteRequest(deleteRequest=DeleteRequest("
            "key={a=AttributeValue(n=1)})), "));
        QVERIFY(text.endsWith(
            "' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member "
            "must have length less than or equal to 25, Member must have length greater than or equal "
            "to 1]"));
        QCOMPARE(textOf<api::BatchGetItemRequest>(jsonText("{'RequestItems':{'a;':{'Keys':[{}]}}}")),
                 QString("1 validation error detected: Value '{a;=KeysAndAttributes(keys=[{}])}' at "
                         "'requestItems' failed "
                         "to satisfy constraint: Map keys must satisfy constraint: [Member must have length "
                         "less than or "
                         "equal to 255, Member must have length greater than or equal to 3, Member must "
                         "satisfy regular "
                         "expression pattern: [a-zA-Z0-9_.-]+]"));
    }

    void someMessagesHideTheValue()
    {
        QCOMPARE(textOf<api::QueryRequest>(jsonText("{'TableName':'abc','Limit':0}")),
                 QString("1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member "
                         "must have "
                         "value greater than or equal to 1"));
        std::string keys;
        for (int i = 0; i < 101; ++i)
            keys += (i ? "," : "") + (jsonText("{'a':{'N':'1'}}"));
        QCOMPARE(
            textOf<api::BatchGetItemRequest>(jsonText("{'RequestItems':{'abc':{'Keys':[") + keys + "]}}}"),
            QString("1 validation error detected: Value at 'RequestItems.abc.member.Keys' failed to satisfy "
                    "constraint: Member must have length less than or equal to 100"));
    }

    void emptyBatchesHaveTheirOwnText()
    {
        QCOMPARE(textOf<api::BatchGetItemRequest>(jsonText("{'RequestItems':{}}")),
                 QString("The requestItems parameter is required for BatchGetItem"));
        QCOMPARE(textOf<api::BatchWriteItemRequest>(jsonText("{'RequestItems':{}}")),
                 QString("The requestItems parameter is required for BatchWriteItem"));
        QCOMPARE(textOf<api::TransactWriteItemsRequest>(jsonText("{'TransactItems':[]}")),
                 QString("1 validation error detected: Value '[]' at 'transactItems' failed to satisfy "
                         "constraint: Member "
                         "must have length greater than or equal to 1"));
    }

    void boundsOfNumbers()
    {
        QCOMPARE(textOf<api::ListTablesRequest>(jsonText("{'Limit':101}")),
                 QString("1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: "
                         "Member must "
                         "have value less than or equal to 100"));
        QCOMPARE(
            textOf<api::ScanRequest>(jsonText("{'TableName':'abc','Segment':-1,'TotalSegments':1000001}")),
            QString("2 validation errors detected: Value '1000001' at 'totalSegments' failed to satisfy "
                    "constraint: "
                    "Member must have value less than or equal to 1000000; Value '-1' at 'segment' failed to "
                    "satisfy "
                    "constraint: Member must have value greater than or equal to 0"));
    }

    void unknownTableClassIsSaidPlainly()
    {
        QCOMPARE(
            textOf<api::CreateTableRequest>(jsonText("{'TableName':'abc','TableClass':'GLACIER'}")),
            QString(
                "Invalid table-class parameter provided. Please try again with a valid table-class value: "
                "[STANDARD, STANDARD_INFREQUENT_ACCESS]."));
    }

    void listsAtMostTen()
    {
        std::string keys;
        for (int i = 0; i < 12; ++i)
            keys += (i ? "," : "") + (jsonText("{'AttributeName':'a','AttributeType':'X'}"));
        const QString text = textOf<api::CreateTableRequest>(
            jsonText("{'TableName':'abc','AttributeDefinitions':[") + keys + "]}");
        QVERIFY(text.startsWith("10 validation errors detected: "));
        QCOMPARE(text.count("failed to satisfy constraint"), 10);
    }

    void lengthIsCountedInUtf16Units()
    {
        // 128 characters outside the basic plane are 256 units.
        std::string name;
        for (int i = 0; i < 128; ++i)
            name += "\xF0\x9F\x98\x80";
        const std::string arn = "arn:aws:dynamodb:us-east-1:000000000000:table/abc";
        QCOMPARE(textOf<api::TagResourceRequest>(jsonText("{'ResourceArn':'") + arn +
                                                 jsonText("','Tags':[{'Key':'k','Value':'") + name + "\"}]}"),
                 QString("accepted"));
        QVERIFY(textOf<api::TagResourceRequest>(jsonText("{'ResourceArn':'") + arn +
                                                jsonText("','Tags':[{'Key':'k','Value':'a") + name + "\"}]}")
                    .endsWith("less than or equal to 256"));
    }

    void nullInAListIsMissed()
    {
        QCOMPARE(textOf<api::CreateTableRequest>(jsonText("{'TableName':'abc','KeySchema':[null]}")),
                 QString("1 validation error detected: Value null at 'keySchema.1.member' failed to satisfy "
                         "constraint: "
                         "Member must not be null"));
    }

    void responsesAreNotChecked()
    {
        const auto response = api::decodeResponse<api::ListTablesResponse>(
            jsonText("{'TableNames':['a'],'LastEvaluatedTableName':''}"));
        QVERIFY(response.ok());
        QCOMPARE(response->tableNames->size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestConstraints)
#include "tst_constraints.moc"
