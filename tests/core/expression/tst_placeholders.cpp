#include "expression/placeholders.h"

#include "core/expression/given.h"

using namespace stator;
using namespace stator::expression;

class TestPlaceholders : public QObject {
    Q_OBJECT

private slots:
    void refusesEmptyMaps()
    {
        const Placeholders::NameMap names;
        const document::Item values;
        QCOMPARE(given::errorOf(Placeholders::create(&names, nullptr)),
                 "ExpressionAttributeNames must not be empty");
        QCOMPARE(given::errorOf(Placeholders::create(nullptr, &values)),
                 "ExpressionAttributeValues must not be empty");
        QVERIFY(Placeholders::create(nullptr, nullptr).ok());
    }

    void refusesKeysOfTheWrongForm_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : {"", "a", "#", "#a-b", ":a", "#a b", "##a", "a#"})
            QTest::newRow(*key ? key : "empty") << key;
    }
    void refusesKeysOfTheWrongForm()
    {
        QFETCH(QString, key);
        const Placeholders::NameMap names = {{key.toStdString(), "x"}};
        QCOMPARE(
            given::errorOf(Placeholders::create(&names, nullptr)),
            QString("ExpressionAttributeNames contains invalid key: Syntax error; key: \"%1\"").arg(key));
        if (key.isEmpty() || key.startsWith(':'))
            return;
        const auto values = given::item("{\"" + key.toStdString() + "\":{\"S\":\"x\"}}");
        QCOMPARE(
            given::errorOf(Placeholders::create(nullptr, &values)),
            QString("ExpressionAttributeValues contains invalid key: Syntax error; key: \"%1\"").arg(key));
    }

    void acceptsKeysUpTo255Bytes()
    {
        const Placeholders::NameMap fits = {{"#" + std::string(254, 'a'), "x"}};
        QVERIFY(Placeholders::create(&fits, nullptr).ok());
        const Placeholders::NameMap tooLong = {{"#" + std::string(255, 'a'), "x"}};
        QVERIFY(given::errorOf(Placeholders::create(&tooLong, nullptr))
                    .startsWith("ExpressionAttributeNames contains invalid key: "));
    }

    void refusesEmptyNames()
    {
        const Placeholders::NameMap names = {{"#a", ""}};
        QVERIFY(given::errorOf(Placeholders::create(&names, nullptr))
                    .startsWith("ExpressionAttributeNames contains invalid value: Empty attribute name"));
    }

    void namesTheKeyOfAFaultyValue()
    {
        const auto faulty = document::Item::faulty({Error::validation("Bad"), ":x", false});
        QCOMPARE(given::errorOf(Placeholders::create(nullptr, &faulty)),
                 "ExpressionAttributeValues contains invalid value: Bad for key :x");
        const auto nested = document::Item::faulty({Error::validation("Nesting"), ":x", true});
        QCOMPARE(given::errorOf(Placeholders::create(nullptr, &nested)), "Nesting");
        const auto badKey = document::Item::faulty({Error::validation("Bad"), "x", false});
        QCOMPARE(given::errorOf(Placeholders::create(nullptr, &badKey)),
                 "ExpressionAttributeValues contains invalid key: Syntax error; key: \"x\"");
    }

    void resolvesAndRemembersWhatWasUsed()
    {
        auto placeholders = given::placeholders("#a=alpha #b=beta", R"({":x":{"N":"1"},":y":{"N":"2"}})");
        QCOMPARE(given::errorOf(placeholders.checkAllUsed()),
                 "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #b}");
        const auto alpha = placeholders.name(ExpressionKind::Update, "#a");
        QVERIFY(alpha.ok() && *alpha == "alpha");
        QVERIFY(placeholders.name(ExpressionKind::Update, "#b").ok());
        QCOMPARE(given::errorOf(placeholders.checkAllUsed()),
                 "Value provided in ExpressionAttributeValues unused in expressions: keys: {:x, :y}");
        QVERIFY(placeholders.value(ExpressionKind::Update, ":y").ok());
        QCOMPARE(given::errorOf(placeholders.checkAllUsed()),
                 "Value provided in ExpressionAttributeValues unused in expressions: keys: {:x}");
        QVERIFY(placeholders.value(ExpressionKind::Update, ":x").ok());
        QVERIFY(placeholders.checkAllUsed().ok());
    }

    void saysWhatIsNotDefined()
    {
        Placeholders placeholders;
        QCOMPARE(given::errorOf(placeholders.name(ExpressionKind::Filter, "#x")),
                 "Invalid FilterExpression: An expression attribute name used in the document path is not "
                 "defined; "
                 "attribute name: #x");
        QCOMPARE(given::errorOf(placeholders.value(ExpressionKind::KeyCondition, ":x")),
                 "Invalid KeyConditionExpression: An expression attribute value used in expression is not "
                 "defined; "
                 "attribute value: :x");
    }

    void saysThatMapsNeedAnExpression()
    {
        QCOMPARE(namesWithoutExpression().message,
                 std::string("ExpressionAttributeNames can only be specified when using expressions"));
        QCOMPARE(valuesWithoutExpression("FilterExpression is null").message,
                 std::string("ExpressionAttributeValues can only be specified when using expressions: "
                             "FilterExpression is null"));
    }
};

QTEST_GUILESS_MAIN(TestPlaceholders)
#include "tst_placeholders.moc"
