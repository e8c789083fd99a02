#include <QtTest/QTest>

#include "api/all_operations.h"
#include "api/codec.h"
#include "document/json_writer.h"
#include "support/json_text.h"

using namespace stator;
using tests::jsonText;

// Goal: JSON of the wrong type is answered with the service's words, and what it tolerates is read.
class TestJsonTypes : public QObject {
    Q_OBJECT

private:
    template <class Request>
    static QString textOf(const std::string &json)
    {
        const auto request = api::decodeRequest<Request>(json);
        if (request.ok())
            return "accepted";
        if (request.error().code != ErrorCode::Serialization)
            return QString::fromStdString("not a SerializationException: " + request.error().message);
        return QString::fromStdString(request.error().message);
    }

private slots:
    void refusesOtherTypes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const std::string &json, const char *text) {
            QTest::newRow(name) << QByteArray::fromStdString(json) << QString(text);
        };
        row("string from number", jsonText("{'TableName':1}"), "NUMBER_VALUE cannot be converted to String");
        row("string from decimal", jsonText("{'TableName':1.5}"),
            "DECIMAL_VALUE cannot be converted to String");
        row("string from true", jsonText("{'TableName':true}"), "TRUE_VALUE cannot be converted to String");
        row("string from false", jsonText("{'TableName':false}"),
            "FALSE_VALUE cannot be converted to String");
        row("string from array", jsonText("{'TableName':[]}"),
            "Unrecognized collection type class java.lang.String");
        row("string from object", jsonText("{'TableName':{}}"),
            "Start of structure or map found where not expected");
        row("enum from number", jsonText("{'Select':3}"), "NUMBER_VALUE cannot be converted to String");
        row("integer from string", jsonText("{'Limit':'1'}"), "STRING_VALUE cannot be converted to Integer");
        row("integer from true", jsonText("{'Limit':true}"), "TRUE_VALUE cannot be converted to Integer");
        row("integer from array", jsonText("{'Limit':[1]}"),
            "Unrecognized collection type class java.lang.Integer");
        row("integer from object", jsonText("{'Limit':{}}"),
            "Start of structure or map found where not expected");
        row("boolean from number", jsonText("{'ConsistentRead':1}"),
            "NUMBER_VALUE cannot be converted to Boolean");
        row("boolean from text", jsonText("{'ConsistentRead':'maybe'}"),
            "Unexpected token received from parser");
        row("boolean from array", jsonText("{'ConsistentRead':[]}"),
            "Unrecognized collection type class java.lang.Boolean");
        row("list from string", jsonText("{'AttributesToGet':'a'}"), "Unexpected field type");
        row("list from object", jsonText("{'AttributesToGet':{}}"),
            "Start of structure or map found where not expected");
        row("list of strings with array", jsonText("{'AttributesToGet':[[]]}"),
            "Unrecognized collection type class java.lang.String");
        row("map from string", jsonText("{'ExclusiveStartKey':'a'}"), "Unexpected field type");
        row("map from array", jsonText("{'ExclusiveStartKey':[]}"),
            "Unrecognized collection type java.util.Map<java.lang.String, "
            "com.amazonaws.dynamodb.v20120810.AttributeValue>");
        row("structure in map from string", jsonText("{'QueryFilter':{'a':'b'}}"),
            "Unexpected value type in payload");
        row("structure in map from array", jsonText("{'QueryFilter':{'a':[]}}"),
            "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.Condition");
    }
    void refusesOtherTypes()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, text);
        QCOMPARE(textOf<api::QueryRequest>(json.toStdString()), text);
    }

    void refusesOtherTypesInStructures_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const std::string &json, const char *text) {
            QTest::newRow(name) << QByteArray::fromStdString(json) << QString(text);
        };
        row("long from string", jsonText("{'ProvisionedThroughput':{'ReadCapacityUnits':'1'}}"),
            "STRING_VALUE cannot be converted to Long");
        row("structure from string", jsonText("{'ProvisionedThroughput':'1'}"), "Unexpected field type");
        row("structure from array", jsonText("{'ProvisionedThroughput':[]}"),
            "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.ProvisionedThroughput");
        row("structure in list from string", jsonText("{'KeySchema':['a']}"),
            "Unexpected value type in payload");
        row("structure in list from array", jsonText("{'KeySchema':[[]]}"),
            "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.KeySchemaElement");
    }
    void refusesOtherTypesInStructures()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, text);
        QCOMPARE(textOf<api::CreateTableRequest>(json.toStdString()), text);
    }

    void mismatchComesBeforeConstraints()
    {
        QCOMPARE(textOf<api::QueryRequest>(jsonText("{'TableName':'!','Limit':'1'}")),
                 QString("STRING_VALUE cannot be converted to Integer"));
    }

    void brokenJsonHasNoText_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"", " ", "{", "{\"TableName\":}", "{\"TableName\":\"a\"",
                                 "{\"TableName\":\"a\",}", "\x80", "{}{}"})
            QTest::newRow(json) << QByteArray(json);
    }
    void brokenJsonHasNoText()
    {
        QFETCH(const QByteArray, json);
        QCOMPARE(textOf<api::QueryRequest>(json.toStdString()), QString());
    }

    void everyPrefixOfARequestIsRefusedCleanly()
    {
        const std::string whole = jsonText(
            "{'TableName':'table','Item':{'pk':{'S':'a\\u00e9'},'l':{'L':[{'N':'1'},{'BOOL':true}]}}}");
        for (std::size_t size = 0; size < whole.size(); ++size)
            QCOMPARE(textOf<api::PutItemRequest>(whole.substr(0, size)), QString());
        QCOMPARE(textOf<api::PutItemRequest>(whole), QString("accepted"));
    }

    void readsWhatTheServiceTolerates()
    {
        const auto request = api::decodeRequest<api::QueryRequest>(
            jsonText("{'Unknown':[1,{'a':2}],'TableName':'first','TableName':'table','Limit':7.9,'"
                     "ConsistentRead':'yes',"
                     "'IndexName':null,'ScanIndexForward':'0'}"));
        QVERIFY(request.ok());
        QCOMPARE(request->tableName, std::string("table"));
        QCOMPARE(*request->limit, 7);
        QVERIFY(*request->consistentRead);
        QVERIFY(!*request->scanIndexForward);
        QVERIFY(!request->indexName);
    }

    void lastOfEqualMapNamesWins()
    {
        const auto request = api::decodeRequest<api::QueryRequest>(jsonText(
            "{'TableName':'table','ExpressionAttributeNames':{'#a':'one','#b':'two','#a':'three'}}"));
        QVERIFY(request.ok());
        const auto &names = *request->expressionAttributeNames;
        QCOMPARE(names.size(), std::size_t(2));
        QCOMPARE(*api::find(names, "#a"), std::string("three"));
        QCOMPARE(*api::find(names, "#b"), std::string("two"));
    }

    void wrongAttributeValuesTravelAsFaults()
    {
        const auto request = api::decodeRequest<api::PutItemRequest>(
            jsonText("{'TableName':'table','Item':{'n':{'N':'one'}}}"));
        QVERIFY(request.ok());
        QVERIFY(request->item.fault());
        QCOMPARE(QString::fromStdString(request->item.fault()->error.message),
                 QString("The parameter cannot be converted to a numeric value: one"));
    }

    void readsABodyLargerThanTheKeptParser()
    {
        const std::string value(3u << 20, 'x');
        const auto request = api::decodeRequest<api::PutItemRequest>(
            jsonText("{'TableName':'table','Item':{'s':{'S':'") + value + jsonText("'}}}"));
        QVERIFY(request.ok());
        QVERIFY(request->item.view().attribute("s")->text() == value);
    }
};

QTEST_GUILESS_MAIN(TestJsonTypes)
#include "tst_json_types.moc"
