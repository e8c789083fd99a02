#include <QTest>

#include "base/random.h"
#include "document/item.h"
#include "document/writer.h"
#include "encoding/keys.h"
#include "model/number.h"

using namespace stator;
using document::Item;
using document::Value;
using model::KeySchema;
using model::Number;
using model::ValueType;

namespace {

std::string hex(std::string_view bytes) { return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex().toStdString(); }

std::string keyValue(const Value &value)
{
    std::string out;
    encoding::appendKeyValue(value.view(), out);
    return out;
}

Item itemOf(const std::vector<std::pair<std::string, Value>> &attributes)
{
    document::ItemWriter writer;
    for (const auto &[name, value] : attributes) {
        writer.name(name);
        writer.value(value.view());
    }
    return writer.finish();
}

KeySchema schema(std::vector<model::KeyAttribute> partition, std::vector<model::KeyAttribute> sort = {})
{
    KeySchema keys;
    keys.partition = std::move(partition);
    keys.sort = std::move(sort);
    return keys;
}

// How many bytes two keys begin with in common decides nothing here: the slow way to compare what they stand for.
int compareSlowly(const Value &a, const Value &b)
{
    if (a.view().type() == ValueType::N) {
        const auto left = Number::decode(a.view().numberBytes());
        const auto right = Number::decode(b.view().numberBytes());
        return *left < *right ? -1 : *left == *right ? 0 : 1;
    }
    const std::string_view left = a.view().text();
    const std::string_view right = b.view().text();
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i)
        if (left[i] != right[i])
            return static_cast<unsigned char>(left[i]) < static_cast<unsigned char>(right[i]) ? -1 : 1;
    return left.size() < right.size() ? -1 : left.size() == right.size() ? 0 : 1;
}

// Short strings of few different bytes, so that prefixes, zeros and equal values are common.
Value randomText(Random &random)
{
    static constexpr char kBytes[] = {'\x00', '\x01', '\xFF', 'a', '\xFE'};
    std::string text(1 + random.below(4), '\0');
    for (char &c : text)
        c = kBytes[random.below(sizeof kBytes)];
    return Value::binary(text);
}

Value randomNumber(Random &random)
{
    std::string text = random.below(2) == 0 ? "-" : "";
    text += std::to_string(random.below(random.below(2) == 0 ? 30 : 100'000));
    const std::uint64_t shape = random.below(4);
    if (shape == 1)
        text += "." + std::to_string(random.below(1000));
    else if (shape == 2)
        text += "E" + std::to_string(random.below(100));
    else if (shape == 3)
        text += "E-" + std::to_string(random.below(100));
    return Value::number(text);
}

int sign(int value) { return value < 0 ? -1 : value > 0; }

} // namespace

class TestKeys : public QObject {
    Q_OBJECT

private slots:
    void bytesOfValuesNeverChange_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<std::string>("golden");
        const auto row = [](const char *name, const Value &value, const char *golden) {
            QTest::newRow(name) << QByteArray(value.bytes().data(), static_cast<qsizetype>(value.bytes().size()))
                                << std::string(golden);
        };
        row("text", Value::string("ab"), "61620001");
        row("zero byte", Value::binary(std::string_view("a\0b", 3)), "6100ff620001");
        row("two zero bytes", Value::binary(std::string_view("\0\0", 2)), "00ff00ff0001");
    }
    void bytesOfValuesNeverChange()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const std::string, golden);
        QCOMPARE(hex(keyValue(Value(value.toStdString()))), golden);
    }

    void bytesOfKeysNeverChange()
    {
        const Item item = itemOf({{"pk", Value::string("user#1")}, {"sk", Value::string("a")}, {"g", Value::string("x")}});
        const KeySchema table = schema({{"pk", ValueType::S}}, {{"sk", ValueType::S}});
        const KeySchema index = schema({{"g", ValueType::S}});
        QCOMPARE(hex(encoding::itemKey(table, item.view())), std::string("1000000000" "70412bff884e8767" "7573657223310001" "610001"));
        QCOMPARE(hex(*encoding::indexKey(3, index, table, item.view())),
                 std::string("2000000003" "e4f9bf13e943374a" "780001" "7573657223310001" "610001"));
    }

    void numbersKeepTheirBytesInKeys()
    {
        for (const char *text : {"0", "1", "-1", "10", "-10", "1.5", "1E125", "-1E-130"}) {
            const Value value = Value::number(text);
            std::string expected;
            for (const char c : value.view().numberBytes())
                expected += c == '\0' ? std::string("\0\xFF", 2) : std::string(1, c);
            QCOMPARE(hex(keyValue(value)), hex(expected + std::string("\0\1", 2)));
        }
    }

    void keysAreInTheOrderOfTheirValues_data()
    {
        QTest::addColumn<bool>("isNumber");
        QTest::newRow("bytes") << false;
        QTest::newRow("numbers") << true;
    }
    // Also with anything behind the value: what follows must never decide between different values.
    void keysAreInTheOrderOfTheirValues()
    {
        QFETCH(const bool, isNumber);
        SeededRandom random(7);
        for (int i = 0; i < 20'000; ++i) {
            const Value a = isNumber ? randomNumber(random) : randomText(random);
            const Value b = isNumber ? randomNumber(random) : randomText(random);
            const int expected = compareSlowly(a, b);
            const std::string behindA(1 + random.below(2), static_cast<char>(random.below(256)));
            const std::string behindB(1 + random.below(2), static_cast<char>(random.below(256)));
            QCOMPARE(sign(keyValue(a).compare(keyValue(b))), expected);
            if (expected != 0)
                QCOMPARE(sign((keyValue(a) + behindA).compare(keyValue(b) + behindB)), expected);
        }
    }

    void itemsOfAPartitionAreTogetherAndInSortOrder()
    {
        const KeySchema table = schema({{"pk", ValueType::B}}, {{"sk", ValueType::N}});
        SeededRandom random(8);
        for (int i = 0; i < 5'000; ++i) {
            const Value pk = randomText(random);
            const Value left = randomNumber(random);
            const Value right = randomNumber(random);
            const std::string prefix = encoding::partitionPrefix(0, {pk.view()});
            const std::string a = encoding::itemKey(table, itemOf({{"pk", pk}, {"sk", left}}).view());
            const std::string b = encoding::itemKey(table, itemOf({{"pk", pk}, {"sk", right}}).view());
            QVERIFY(a.starts_with(prefix) && b.starts_with(prefix));
            QVERIFY(a < encoding::afterPrefix(prefix));
            QCOMPARE(sign(a.compare(b)), compareSlowly(left, right));
            const Value other = randomText(random);
            const std::string c = encoding::itemKey(table, itemOf({{"pk", other}, {"sk", left}}).view());
            QCOMPARE(c.starts_with(prefix), compareSlowly(pk, other) == 0);
        }
    }

    void keysThatBeginAlikeShareABeginning()
    {
        const KeySchema table = schema({{"pk", ValueType::S}}, {{"sk", ValueType::B}});
        const Value pk = Value::string("p");
        SeededRandom random(9);
        for (int i = 0; i < 5'000; ++i) {
            const Value whole = randomText(random);
            const Value begin = randomText(random);
            std::string prefix = encoding::partitionPrefix(0, {pk.view()});
            encoding::appendKeyBeginning(begin.view().text(), prefix);
            const std::string key = encoding::itemKey(table, itemOf({{"pk", pk}, {"sk", whole}}).view());
            QCOMPARE(key >= prefix && (encoding::afterPrefix(prefix).empty() || key < encoding::afterPrefix(prefix)),
                     whole.view().text().starts_with(begin.view().text()));
        }
    }

    void anItemWithoutAnIndexedValueIsNotInTheIndex_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("isIn");
        const auto row = [](const char *name, const Value &value, bool isIn) {
            QTest::newRow(name) << QByteArray(value.bytes().data(), static_cast<qsizetype>(value.bytes().size())) << isIn;
        };
        row("text", Value::string("x"), true);
        row("empty", Value::string(""), false);
        row("another type", Value::number("1"), false);
        row("longest", Value::string(std::string(1024, 'x')), true);
        row("too long", Value::string(std::string(1025, 'x')), false);
    }
    void anItemWithoutAnIndexedValueIsNotInTheIndex()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const bool, isIn);
        const KeySchema table = schema({{"pk", ValueType::S}});
        const KeySchema index = schema({{"pk", ValueType::S}}, {{"g", ValueType::S}});
        const Item with = itemOf({{"pk", Value::string("p")}, {"g", Value(value.toStdString())}});
        QCOMPARE(encoding::indexKey(1, index, table, with.view()).has_value(), isIn);
        const Item without = itemOf({{"pk", Value::string("p")}});
        QVERIFY(!encoding::indexKey(1, index, table, without.view()));
        std::string kept = "kept";
        QVERIFY(!encoding::appendIndexKey(1, index, table, without.view(), kept));
        QCOMPARE(kept, std::string("kept"));
    }

    void entriesWithEqualIndexKeysStayApart()
    {
        const KeySchema table = schema({{"pk", ValueType::S}});
        const KeySchema index = schema({{"g", ValueType::S}});
        const Item a = itemOf({{"pk", Value::string("a")}, {"g", Value::string("x")}});
        const Item b = itemOf({{"pk", Value::string("b")}, {"g", Value::string("x")}});
        const auto keyA = encoding::indexKey(1, index, table, a.view());
        const auto keyB = encoding::indexKey(1, index, table, b.view());
        QVERIFY(*keyA < *keyB);
        const Value x = Value::string("x");
        QVERIFY(keyA->starts_with(encoding::partitionPrefix(1, {x.view()})));
        QCOMPARE(encoding::partitionOf(*keyA, 1), std::string_view(encoding::partitionPrefix(1, {x.view()})));
        QVERIFY(keyB->starts_with(encoding::partitionPrefix(1, {x.view()})));
    }

    void afterPrefixIsTheLeastGreaterKey()
    {
        QCOMPARE(encoding::afterPrefix("ab"), std::string("ac"));
        QCOMPARE(encoding::afterPrefix("a\xFF\xFF"), std::string("b"));
        QCOMPARE(encoding::afterPrefix("\xFF\xFF"), std::string());
        QCOMPARE(encoding::afterPrefix(""), std::string());
    }

    void segmentsCoverTheTableWithoutOverlap()
    {
        const KeySchema table = schema({{"pk", ValueType::S}});
        for (const std::uint32_t total : {1u, 2u, 3u, 7u, 1'000'000u}) {
            for (int i = 0; i < 200; ++i) {
                const Item item = itemOf({{"pk", Value::string(std::to_string(i))}});
                const std::string key = encoding::itemKey(table, item.view());
                QCOMPARE(encoding::hashOfKey(key), encoding::partitionHash(table, item.view()));
                const auto guess = static_cast<std::uint32_t>(
                    static_cast<long double>(encoding::hashOfKey(key)) / 18446744073709551616.0L * total);
                int segments = 0;
                for (std::uint32_t s = guess == 0 ? 0 : guess - 1; s <= std::min(guess + 1, total - 1); ++s)
                    segments += encoding::segmentBegin(0, s, total) <= key && key < encoding::segmentBegin(0, s + 1, total);
                QCOMPARE(segments, 1);
            }
        }
        QVERIFY(encoding::segmentBegin(0, 1, 1) <= encoding::segmentBegin(1, 0, 1));
        QVERIFY(encoding::segmentBegin(1, 1, 1) <= encoding::segmentBegin(2, 0, 1));
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
