#include <QTest>

#include "code/code.h"
#include "support/json_text.h"

using namespace Qt::StringLiterals;
using namespace stator;
using namespace stator::ui::code;
using tests::jsonText;

namespace {

QString codeOf(std::string_view operation, const std::string &json, Language language, const QString &endpoint = {})
{
    auto request = requestOf(operation, json);
    if (!request.ok())
        return QString::fromStdString("error: " + request.error().message);
    request->region = u"eu-west-1"_s;
    request->endpoint = endpoint;
    return codeFor(*request, language);
}

// Every type, what must be escaped, and what must not be rounded.
std::string everyType()
{
    return jsonText("{'TableName':'T','Item':{"
                    "'s':{'S':'it\\u0027s \\\"x\\\" \\\\ \\n\\u0001 é'},"
                    "'n':{'N':'12345678901234567890123456789012345678'},"
                    "'b':{'B':'AP8i'},'t':{'BOOL':true},'z':{'NULL':true},"
                    "'ss':{'SS':['a','b']},'ns':{'NS':['1','2.5']},'bs':{'BS':['AQ==']},"
                    "'l':{'L':[{'S':'x'},{'N':'1'}]},'m':{'M':{'k':{'S':'v'}}},'e':{'L':[]}}}");
}

} // namespace

class TestCode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesEveryTypeInEveryLanguage_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("cli") << Language::Cli
                             << QStringList{u"aws dynamodb put-item"_s, u"--table-name T"_s, u"it'\\''s"_s, u"\\u0001"_s,
                                            u"\"N\": \"12345678901234567890123456789012345678\""_s,
                                            u"{\"B\": \"AP8i\"}"_s, u"{\"NS\": [\"1\", \"2.5\"]}"_s,
                                            u"{\"BS\": [\"AQ==\"]}"_s, u"{\"M\": {\"k\": {\"S\": \"v\"}}}"_s,
                                            u"{\"NULL\": true}"_s, u"{\"L\": []}"_s};
        QTest::newRow("python") << Language::Python
                                << QStringList{u"client.put_item("_s, u"it's \\\"x\\\" \\\\ \\n\\u0001 é"_s,
                                               u"{\"B\": b\"\\x00\\xff\\\"\"}"_s, u"{\"BOOL\": True}"_s,
                                               u"{\"NULL\": True}"_s, u"{\"SS\": [\"a\", \"b\"]}"_s,
                                               u"{\"BS\": [b\"\\x01\"]}"_s, u"{\"L\": [{\"S\": \"x\"}, {\"N\": \"1\"}]}"_s,
                                               u"{\"N\": \"12345678901234567890123456789012345678\"}"_s};
        QTest::newRow("javascript")
            << Language::JavaScript
            << QStringList{u"import { DynamoDBClient, PutItemCommand }"_s, u"new PutItemCommand({"_s,
                           u"b: { B: Buffer.from(\"AP8i\", \"base64\") }"_s, u"t: { BOOL: true }"_s,
                           u"m: { M: { k: { S: \"v\" } } }"_s, u"n: { N: \"12345678901234567890123456789012345678\" }"_s};
        QTest::newRow("java") << Language::Java
                              << QStringList{u"PutItemRequest.builder()"_s, u".tableName(\"T\")"_s, u"Map.ofEntries("_s,
                                             u"AttributeValue.fromNul(true)"_s, u"AttributeValue.fromSs(List.of(\"a\", \"b\"))"_s,
                                             u"AttributeValue.fromN(\"12345678901234567890123456789012345678\")"_s,
                                             u"AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(\"AP8i\")))"_s,
                                             u"AttributeValue.fromM(Map.of(\"k\", AttributeValue.fromS(\"v\")))"_s};
        QTest::newRow("go") << Language::Go
                            << QStringList{u"client.PutItem(ctx, &dynamodb.PutItemInput{"_s, u"TableName: aws.String(\"T\")"_s,
                                           u"&types.AttributeValueMemberB{Value: []byte{0x00, 0xff, 0x22}}"_s,
                                           u"&types.AttributeValueMemberNS{Value: []string{\"1\", \"2.5\"}}"_s,
                                           u"&types.AttributeValueMemberBS{Value: [][]byte{{0x01}}}"_s,
                                           u"&types.AttributeValueMemberNULL{Value: true}"_s,
                                           u"&types.AttributeValueMemberL{Value: []types.AttributeValue{}}"_s};
        QTest::newRow("rust") << Language::Rust
                              << QStringList{u".put_item()"_s, u".table_name(\"T\")"_s,
                                             u".item(\"n\", AttributeValue::N(\"12345678901234567890123456789012345678\".to_string()))"_s,
                                             u"AttributeValue::B(Blob::new(vec![0x00, 0xff, 0x22]))"_s, u"\\u{1}"_s,
                                             u"AttributeValue::Bool(true)"_s, u"AttributeValue::Null(true)"_s,
                                             u"AttributeValue::Ns(vec![\"1\".to_string(), \"2.5\".to_string()])"_s,
                                             u".send()"_s};
        QTest::newRow("c++") << Language::Cpp
                             << QStringList{u"PutItemRequest request;"_s, u"request.SetTableName(\"T\");"_s,
                                            u"AttributeValue().SetB(Aws::Utils::HashingUtils::Base64Decode(\"AP8i\"))"_s,
                                            u"\\n\\001 é"_s, u"AttributeValue().SetSS({\"a\", \"b\"})"_s,
                                            u"AttributeValue().SetNull(true)"_s};
        QTest::newRow("c#") << Language::CSharp
                            << QStringList{u"client.PutItemAsync(new PutItemRequest {"_s, u"TableName = \"T\""_s,
                                           u"new AttributeValue { B = new MemoryStream(Convert.FromBase64String(\"AP8i\")) }"_s,
                                           u"new AttributeValue { IsLSet = true }"_s, u"new AttributeValue { NULL = true }"_s,
                                           u"new AttributeValue { SS = new List<string> { \"a\", \"b\" } }"_s};
    }
    void writesEveryTypeInEveryLanguage()
    {
        QFETCH(Language, language);
        QFETCH(QStringList, lines);
        const QString code = codeOf("PutItem", everyType(), language);
        for (const QString &line : lines)
            QVERIFY2(code.contains(line), qPrintable(line + u"\nis not in\n"_s + code));
        int depth = 0;
        for (const QChar letter : code)
            depth += letter == u'(' ? 1 : letter == u')' ? -1 : 0;
        QCOMPARE(depth, 0);
    }

    void writesNestedShapes_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("part");
        QTest::newRow("cli") << Language::Cli << u"[{\"Put\": {\"Item\": {\"a\": {\"S\": \"1\"}}, \"TableName\": \"T\"}}]"_s;
        QTest::newRow("python") << Language::Python << u"{\"Put\": {\"Item\": {\"a\": {\"S\": \"1\"}}, \"TableName\": \"T\"}}"_s;
        QTest::newRow("javascript") << Language::JavaScript << u"{ Put: { Item: { a: { S: \"1\" } }, TableName: \"T\" } }"_s;
        QTest::newRow("java") << Language::Java << u".item(Map.of(\"a\", AttributeValue.fromS(\"1\")))"_s;
        QTest::newRow("go") << Language::Go << u"[]types.TransactWriteItem{"_s;
        QTest::newRow("go, inner") << Language::Go << u"Put: &types.Put{"_s;
        QTest::newRow("rust") << Language::Rust << u".transact_items(TransactWriteItem::builder()"_s;
        QTest::newRow("rust, required members") << Language::Rust << u".build()?"_s;
        QTest::newRow("c++") << Language::Cpp << u"Aws::Vector<TransactWriteItem>{"_s;
        QTest::newRow("c#") << Language::CSharp << u"new List<TransactWriteItem> {"_s;
    }
    void writesNestedShapes()
    {
        QFETCH(Language, language);
        QFETCH(QString, part);
        const QString code = codeOf("TransactWriteItems",
                                    jsonText("{'TransactItems':[{'Put':{'TableName':'T','Item':{'a':{'S':'1'}}}}],"
                                             "'ReturnConsumedCapacity':'INDEXES'}"),
                                    language);
        QVERIFY2(code.contains(part), qPrintable(code));
    }

    void saysWhereTheClientGoes_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("part");
        QTest::newRow("cli") << Language::Cli << u"--endpoint-url http://127.0.0.1:8000"_s;
        QTest::newRow("python") << Language::Python << u"endpoint_url=\"http://127.0.0.1:8000\""_s;
        QTest::newRow("javascript") << Language::JavaScript << u"endpoint: \"http://127.0.0.1:8000\""_s;
        QTest::newRow("java") << Language::Java << u".endpointOverride(URI.create(\"http://127.0.0.1:8000\"))"_s;
        QTest::newRow("go") << Language::Go << u"o.BaseEndpoint = aws.String(\"http://127.0.0.1:8000\")"_s;
        QTest::newRow("rust") << Language::Rust << u".endpoint_url(\"http://127.0.0.1:8000\")"_s;
        QTest::newRow("c++") << Language::Cpp << u"config.endpointOverride = \"http://127.0.0.1:8000\";"_s;
        QTest::newRow("c#") << Language::CSharp << u"ServiceURL = \"http://127.0.0.1:8000\""_s;
    }
    void saysWhereTheClientGoes()
    {
        QFETCH(Language, language);
        QFETCH(QString, part);
        const QString here = codeOf("ListTables", "{}", language, u"http://127.0.0.1:8000"_s);
        QVERIFY2(here.contains(part), qPrintable(here));
        QVERIFY2(here.contains(u"eu-west-1"), qPrintable(here));
        QVERIFY(!codeOf("ListTables", "{}", language).contains(u"127.0.0.1"));
    }

    void writesOptionsOfTheCli()
    {
        const QString code = codeOf("Query",
                                    jsonText("{'TableName':'T','ScanIndexForward':false,'ConsistentRead':true,'Limit':5,"
                                             "'KeyConditionExpression':'#a = :a','ExpressionAttributeNames':{'#a':'a b'}}"),
                                    Language::Cli);
        QVERIFY2(code.contains(u"--no-scan-index-forward \\\n"), qPrintable(code));
        QVERIFY(code.contains(u"--consistent-read"));
        QVERIFY(code.contains(u"--limit 5"));
        QVERIFY(code.contains(u"--key-condition-expression '#a = :a'"));
        QVERIFY(code.contains(u"--expression-attribute-names '{\"#a\": \"a b\"}'"));
        QVERIFY(code.contains(u"--region eu-west-1"));
    }

    void knowsTheStreamsClients()
    {
        const std::string json = jsonText("{'StreamArn':'arn:aws:dynamodb:eu-west-1:000000000000:table/T/stream/x'}");
        QVERIFY(codeOf("DescribeStream", json, Language::Cli).startsWith(u"aws dynamodbstreams describe-stream"));
        QVERIFY(codeOf("DescribeStream", json, Language::Python).contains(u"boto3.client(\"dynamodbstreams\""));
        QVERIFY(codeOf("DescribeStream", json, Language::JavaScript).contains(u"client-dynamodb-streams"));
    }

    // Half a request as code would send something else than the client did.
    void refusesWhatNoSdkCanSend()
    {
        QVERIFY(codeOf("ListRequests", "{}", Language::Cli).startsWith(u"error: No SDK"));
        QVERIFY(codeOf("PutItem", jsonText("{'TableName':'T','Item':{'a':{'N':'x'}}}"), Language::Cli).startsWith(u"error: "));
        QVERIFY(codeOf("PutItem", jsonText("{'TableName':'T','Item'"), Language::Cli).startsWith(u"error: "));
    }

    // What the service refused can be shown all the same.
    void showsRefusedRequests()
    {
        QVERIFY(codeOf("GetItem", jsonText("{'TableName':'x','Key':{}}"), Language::Python).contains(u"TableName=\"x\""));
    }

    void spellsNames()
    {
        const std::string json = jsonText("{'TableName':'T','SSESpecification':{'Enabled':true}}");
        QVERIFY(codeOf("UpdateTable", json, Language::Cli).contains(u"--sse-specification '{\"Enabled\": true}'"));
        QVERIFY(codeOf("UpdateTable", json, Language::Java).contains(u".sseSpecification(SSESpecification.builder()"));
        QVERIFY(codeOf("UpdateTable", json, Language::Rust).contains(u".sse_specification(SseSpecification::builder()"));
    }
};

QTEST_GUILESS_MAIN(TestCode)
#include "tst_code.moc"
