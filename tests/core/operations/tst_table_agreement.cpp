// Goal: after any sequence of writes through the API, reads through the API, of the table and of its indexes,
// paged or in segments, filtered or not, find what a plain map of items says they should. Not covered: error
// texts (tests/conformance), restarts and crashes (tst_operation_sequences of the engine).
#include <QtTest/QTest>

#include <algorithm>
#include <functional>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include "core/expression/plain_document.h"
#include "core/operations/service_harness.h"

using namespace stator;
using namespace stator::tests;

namespace {

using Items = std::map<std::pair<std::string, int>, PlainValue>;
using Rows = std::vector<PlainValue>;

std::string singleQuoted(std::string json)
{
    std::replace(json.begin(), json.end(), '"', '\'');
    return json;
}

std::string jsonOf(const PlainValue &item)
{
    return singleQuoted(membersJson(item));
}

// The table: a (S), b (N); local index "local" on a, c (S) of its keys; global index "global" on c (S),
// d (N) of its keys and p.
class Run {
public:
    explicit Run(std::uint64_t seed) : m_generator(seed)
    {
        m_service.must(
            "CreateTable",
            "{'TableName':'items','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[{'AttributeName':'a',"
            "'AttributeType':'S'},{'AttributeName':'b','AttributeType':'N'},{'AttributeName':'c','"
            "AttributeType':"
            "'S'},{'AttributeName':'d','AttributeType':'N'}],'KeySchema':[{'AttributeName':'a','KeyType':'"
            "HASH'},"
            "{'AttributeName':'b','KeyType':'RANGE'}],'LocalSecondaryIndexes':[{'IndexName':'local','"
            "Projection':{"
            "'ProjectionType':'KEYS_ONLY'},'KeySchema':[{'AttributeName':'a','KeyType':'HASH'},{'"
            "AttributeName':'c'"
            ",'KeyType':'RANGE'}]}],'GlobalSecondaryIndexes':[{'IndexName':'global','Projection':{'"
            "ProjectionType'"
            ":'INCLUDE','NonKeyAttributes':['p']},'KeySchema':[{'AttributeName':'c','KeyType':'HASH'},{"
            "'AttributeName':'d','KeyType':'RANGE'}]}]}");
    }

    void write()
    {
        switch (m_generator.below(6)) {
        case 0:
            return update();
        case 1:
            return remove();
        case 2:
            return writeBatch();
        case 3:
            return transact();
        default:
            return put();
        }
    }

    void read()
    {
        switch (m_generator.below(5)) {
        case 0:
            return scan();
        case 1:
            return queryTable();
        case 2:
            return queryIndex("local", "a", "c", {"a", "b", "c"});
        case 3:
            return queryIndex("global", "c", "d", {"a", "b", "c", "d", "p"});
        default:
            return get();
        }
    }

private:
    PlainValue anyKey()
    {
        PlainValue key = plainMap();
        key.map["a"] = plainText("a" + std::to_string(m_generator.below(4)));
        key.map["b"] = plainNumber(m_generator.below(12) - 4);
        return key;
    }
    PlainValue anyItem()
    {
        PlainValue item = anyKey();
        if (m_generator.below(4) != 0)
            item.map["c"] = anyC();
        if (m_generator.below(4) != 0)
            item.map["d"] = plainNumber(m_generator.below(5));
        for (const char *name : {"p", "q"})
            if (m_generator.below(2) == 0)
                item.map[name] = m_generator.value(1);
        return item;
    }
    PlainValue anyC() { return plainText(m_generator.below(2) == 0 ? "red" : "green"); }

    static std::pair<std::string, int> placeOf(const PlainValue &item)
    {
        return {item.map.at("a").text, item.map.at("b").number};
    }

    void put()
    {
        const PlainValue item = anyItem();
        QCOMPARE(m_service.ask("PutItem", "{'TableName':'items','Item':" + jsonOf(item) + "}"),
                 std::string("{}"));
        m_items[placeOf(item)] = item;
    }

    void remove()
    {
        const PlainValue key = anyKey();
        const auto found = m_items.find(placeOf(key));
        const std::string answer = m_service.ask(
            "DeleteItem", "{'TableName':'items','ReturnValues':'ALL_OLD','Key':" + jsonOf(key) + "}");
        if (found == m_items.end()) {
            QCOMPARE(answer, std::string("{}"));
            return;
        }
        QCOMPARE(answer, "{'Attributes':" + jsonOf(found->second) + "}");
        m_items.erase(found);
    }

    // SET c, or REMOVE c, with a condition on d that holds or not.
    void update()
    {
        const PlainValue key = anyKey();
        const bool sets = m_generator.below(3) != 0;
        const int bound = m_generator.below(5);
        const PlainValue value = anyC();
        const auto found = m_items.find(placeOf(key));
        const bool isThere = found != m_items.end();
        const PlainValue *d = isThere ? resolve(found->second, {std::string("d")}) : nullptr;
        const bool holds = !d || d->number >= bound;
        const std::string answer = m_service.ask(
            "UpdateItem",
            "{'TableName':'items','Key':" + jsonOf(key) + ",'UpdateExpression':'" +
                (sets ? "SET c = :c" : "REMOVE c") +
                "','ConditionExpression':'NOT d < :d','ExpressionAttributeValues':{':d':{'N':'" +
                std::to_string(bound) + "'}" + (sets ? ",':c':" + singleQuoted(valueJson(value)) : "") +
                "}}");
        if (!holds) {
            QCOMPARE(answer, std::string("ConditionalCheckFailedException: The conditional request failed"));
            return;
        }
        QCOMPARE(answer, std::string("{}"));
        if (!isThere && !sets)
            return;
        PlainValue &item = isThere ? found->second : m_items[placeOf(key)] = key;
        if (sets)
            item.map["c"] = value;
        else
            item.map.erase("c");
    }

    void writeBatch()
    {
        std::string requests;
        Items puts;
        std::set<std::pair<std::string, int>> deletes;
        for (int count = 1 + m_generator.below(8); count > 0; --count) {
            const PlainValue item = anyItem();
            if (puts.count(placeOf(item)) > 0 || deletes.count(placeOf(item)) > 0)
                continue;
            requests += requests.empty() ? "" : ",";
            if (m_generator.below(3) == 0) {
                PlainValue key = plainMap();
                key.map["a"] = item.map.at("a");
                key.map["b"] = item.map.at("b");
                requests += "{'DeleteRequest':{'Key':" + jsonOf(key) + "}}";
                deletes.insert(placeOf(item));
            } else {
                requests += "{'PutRequest':{'Item':" + jsonOf(item) + "}}";
                puts[placeOf(item)] = item;
            }
        }
        QCOMPARE(m_service.ask("BatchWriteItem", "{'RequestItems':{'items':[" + requests + "]}}"),
                 std::string("{'UnprocessedItems':{}}"));
        for (const auto &place : deletes)
            m_items.erase(place);
        for (const auto &item : puts)
            m_items[item.first] = item.second;
    }

    // Two puts, the second on the condition that it is new.
    void transact()
    {
        const PlainValue first = anyItem();
        const PlainValue second = anyItem();
        if (placeOf(first) == placeOf(second))
            return;
        const bool isNew = m_items.count(placeOf(second)) == 0;
        const std::string answer =
            m_service.ask("TransactWriteItems",
                          "{'TransactItems':[{'Put':{'TableName':'items','Item':" + jsonOf(first) +
                              "}},{'Put':{'TableName':'items','ConditionExpression':'attribute_not_exists(a)"
                              "','Item':" +
                              jsonOf(second) + "}}]}");
        if (!isNew) {
            QVERIFY(answer.ends_with("[None, ConditionalCheckFailed]"));
            return;
        }
        QCOMPARE(answer, std::string("{}"));
        m_items[placeOf(first)] = first;
        m_items[placeOf(second)] = second;
    }

    void get()
    {
        const PlainValue key = anyKey();
        const auto found = m_items.find(placeOf(key));
        QCOMPARE(m_service.ask("GetItem", "{'TableName':'items','Key':" + jsonOf(key) + "}"),
                 found == m_items.end() ? "{}" : "{'Item':" + jsonOf(found->second) + "}");
    }

    // Every page's items; `members` begins the request and has no brace at its end.
    std::vector<std::string> readPages(const char *operation, const std::string &members)
    {
        std::vector<std::string> rows;
        for (std::string start;;) {
            const std::string answer = m_service.must(operation, members + start + "}");
            QByteArray json = QByteArray::fromStdString(answer);
            const QJsonObject reply = QJsonDocument::fromJson(json.replace('\'', '"')).object();
            for (const QJsonValue item : reply["Items"].toArray())
                rows.push_back(textOf(item.toObject()));
            if (!reply.contains("LastEvaluatedKey"))
                return rows;
            start = ",'ExclusiveStartKey':" + textOf(reply["LastEvaluatedKey"].toObject());
        }
    }
    static std::string textOf(const QJsonObject &object)
    {
        return singleQuoted(QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString());
    }
    static std::vector<std::string> textsOf(const Rows &rows)
    {
        std::vector<std::string> texts;
        for (const PlainValue &row : rows)
            texts.push_back(jsonOf(row));
        return texts;
    }
    static std::vector<std::string> sorted(std::vector<std::string> texts)
    {
        std::sort(texts.begin(), texts.end());
        return texts;
    }
    std::string anyLimit()
    {
        const int limit = m_generator.below(6);
        return limit == 0 ? "" : ",'Limit':" + std::to_string(limit);
    }

    Rows select(const std::function<bool(const PlainValue &)> &matches) const
    {
        Rows rows;
        for (const auto &item : m_items)
            if (matches(item.second))
                rows.push_back(item.second);
        return rows;
    }

    // In one to three segments, all items or those of one colour.
    void scan()
    {
        const bool filters = m_generator.below(2) == 0;
        const PlainValue colour = anyC();
        const int segments = 1 + m_generator.below(3);
        std::vector<std::string> found;
        for (int segment = 0; segment < segments; ++segment) {
            std::string request = "{'TableName':'items','Segment':" + std::to_string(segment) +
                                  ",'TotalSegments':" + std::to_string(segments) + anyLimit();
            if (filters)
                request += ",'FilterExpression':'c = :c','ExpressionAttributeValues':{':c':" +
                           singleQuoted(valueJson(colour)) + "}";
            for (std::string &row : readPages("Scan", request))
                found.push_back(std::move(row));
        }
        const Rows expected = select([&](const PlainValue &item) {
            const PlainValue *c = resolve(item, {std::string("c")});
            return !filters || (c && *c == colour);
        });
        QCOMPARE(sorted(found), sorted(textsOf(expected)));
    }

    // One partition in order, either way, perhaps above a bound.
    void queryTable()
    {
        const std::string partition = "a" + std::to_string(m_generator.below(4));
        const int bound = m_generator.below(12) - 6;
        const bool isForward = m_generator.below(2) == 0;
        const auto found = readPages(
            "Query",
            "{'TableName':'items','KeyConditionExpression':'a = :a AND b >= :b','ExpressionAttributeValues':{"
            "':a':{'S':'" +
                partition + "'},':b':{'N':'" + std::to_string(bound) +
                "'}},'ScanIndexForward':" + (isForward ? "true" : "false") + anyLimit());
        Rows expected = select([&](const PlainValue &item) {
            return item.map.at("a").text == partition && item.map.at("b").number >= bound;
        });
        if (!isForward)
            std::reverse(expected.begin(), expected.end());
        QCOMPARE(found, textsOf(expected));
    }

    // Entries of equal index keys have no order among themselves; the rest is in the order of the sort key.
    void queryIndex(const char *index, const char *partitionName, const char *sortName,
                    const std::set<std::string> &projected)
    {
        const PlainValue partition = partitionName == std::string("a")
                                         ? plainText("a" + std::to_string(m_generator.below(4)))
                                         : anyC();
        const auto found = readPages("Query", std::string("{'TableName':'items','IndexName':'") + index +
                                                  "','KeyConditionExpression':'" + partitionName +
                                                  " = :k','ExpressionAttributeValues':{':k':" +
                                                  singleQuoted(valueJson(partition)) + "}" + anyLimit());
        Rows expected = select([&](const PlainValue &item) {
            const PlainValue *key = resolve(item, {std::string(partitionName)});
            return key && *key == partition && item.map.count(sortName) > 0;
        });
        for (PlainValue &row : expected)
            for (auto member = row.map.begin(); member != row.map.end();)
                member = projected.count(member->first) > 0 ? std::next(member) : row.map.erase(member);
        QCOMPARE(sorted(found), sorted(textsOf(expected)));
        std::map<std::string, const PlainValue *> byText;
        for (const PlainValue &row : expected)
            byText[jsonOf(row)] = &row;
        for (std::size_t i = 1; i < found.size(); ++i) {
            const PlainValue &before = byText.at(found[i - 1])->map.at(sortName);
            const PlainValue &after = byText.at(found[i])->map.at(sortName);
            QVERIFY(before.text <= after.text && before.number <= after.number);
        }
    }

    PlainGenerator m_generator;
    ServiceHarness m_service;
    Items m_items;
};

} // namespace

class TestTableAgreement : public QObject {
    Q_OBJECT

private slots:
    void readsFindWhatWritesLeft_data();
    void readsFindWhatWritesLeft();
};

void TestTableAgreement::readsFindWhatWritesLeft_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 8; ++seed)
        QTest::newRow(("seed " + std::to_string(seed)).c_str()) << seed;
}

void TestTableAgreement::readsFindWhatWritesLeft()
{
    QFETCH(const int, seed);
    Run run(static_cast<std::uint64_t>(seed));
    for (int round = 0; round < 120; ++round) {
        run.write();
        run.read();
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_GUILESS_MAIN(TestTableAgreement)
#include "tst_table_agreement.moc"
