#include <QtTest/QTest>

#include "document/check.h"
#include "document/json_writer.h"
#include "document/writer.h"
#include "model/number.h"

using namespace stator;
using namespace stator::document;

namespace {

std::string hex(std::string_view bytes)
{
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex(' ').toUpper().toStdString();
}

std::string numberBytes(const char *text)
{
    return std::string(model::Number::parse(text)->bytes());
}

std::string json(const Item &item)
{
    return itemToJson(item.view());
}

} // namespace

class TestWriter : public QObject {
    Q_OBJECT

private slots:
    // The bytes are on disk: they never change.
    void keepsItsBytes()
    {
        ItemWriter writer;
        writer.name("b");
        writer.beginList();
        writer.null();
        writer.boolean(true);
        writer.numberBytes(numberBytes("-1"));
        writer.endList();
        writer.name("a");
        writer.string("xy");
        writer.name("c");
        writer.beginSet(ValueType::BS);
        writer.binary("z");
        writer.binary("");
        QVERIFY(writer.endSet());
        const Item item = writer.finish();
        QCOMPARE(hex(item.bytes()),
                 std::string("0A 31 00 00 00 03 00 00 00 17 00 00 00 "
                             "01 61 04 02 78 79 "
                             "01 62 09 08 00 00 00 03 00 00 00 0B 00 00 00 01 02 01 03 03 3E 64 66 "
                             "01 63 08 05 00 00 00 02 00 00 00 01 00 00 00 05 00 05 01 7A"));
        QVERIFY(checkItem(item.bytes()).ok());
        // 1+2, 1+3+3+1+1+3, 1+1
        QCOMPARE(item.view().sizeBytes(), 3u + 12u + 2u);
    }

    void longLengthsTakeMoreBytes()
    {
        for (const std::size_t length :
             {std::size_t(127), std::size_t(128), std::size_t(16'383), std::size_t(16'384)}) {
            const Value value = Value::string(std::string(length, 'x'));
            QCOMPARE(value.bytes().size(), 1 + (length < 128 ? 1 : length < 16'384 ? 2u : 3u) + length);
            QCOMPARE(value.view().text().size(), length);
            QCOMPARE(value.view().sizeBytes(), static_cast<std::uint32_t>(length));
            QVERIFY(checkValue(value.bytes()).ok());
        }
    }

    void emptyItemIsCanonical()
    {
        ItemWriter writer;
        QVERIFY(writer.finish() == Item());
        QVERIFY(Item().view() == ItemView());
        QVERIFY(checkItem(Item().bytes()).ok());
        QCOMPARE(Item().view().sizeBytes(), 0u);
        QCOMPARE(Item().view().attributeCount(), 0u);
    }

    void aLaterMemberOfTheSameNameWins()
    {
        ItemWriter writer;
        writer.name("k");
        writer.string("first and longer");
        writer.name("a");
        writer.string("x");
        writer.name("k");
        writer.string("last");
        const Item item = writer.finish();
        QCOMPARE(json(item), std::string(R"({"a":{"S":"x"},"k":{"S":"last"}})"));
        QCOMPARE(item.view().sizeBytes(), 2u + 5u);
        QVERIFY(checkItem(item.bytes()).ok());
    }

    void equalElementsAreFoundInAnyOrder()
    {
        const auto isSet = [](std::vector<std::string> elements) {
            ValueWriter writer;
            writer.beginSet(ValueType::SS);
            for (const std::string &element : elements)
                writer.string(element);
            return writer.endSet();
        };
        QVERIFY(isSet({"a"}));
        QVERIFY(isSet({"b", "a", "aa", ""}));
        QVERIFY(!isSet({"a", "a"}));
        QVERIFY(!isSet({"b", "a", "b"}));
        QVERIFY(!isSet({"c", "b", "a", "", ""}));
    }

    void setsOrderByContent()
    {
        ValueWriter writer;
        writer.beginSet(ValueType::NS);
        for (const char *number : {"10", "9", "-3", "-20", "0.5"})
            writer.numberBytes(numberBytes(number));
        QVERIFY(writer.endSet());
        std::string text;
        writeValue(writer.finish().view(), text);
        QCOMPARE(text, std::string(R"({"NS":["-20","-3","0.5","9","10"]})"));
    }

    void abandonsAContainerAndItsName()
    {
        ItemWriter writer;
        writer.name("a");
        writer.string("x");
        writer.name("m");
        writer.beginMap();
        writer.name("inner");
        writer.beginList();
        writer.string("gone");
        writer.abandon();
        writer.abandon();
        writer.name("l");
        writer.beginList();
        writer.beginList();
        writer.abandon();
        writer.string("stays");
        writer.endList();
        const Item item = writer.finish();
        QCOMPARE(json(item), std::string(R"({"a":{"S":"x"},"l":{"L":[{"S":"stays"}]}})"));
        QVERIFY(checkItem(item.bytes()).ok());
    }

    void writersAreReusable()
    {
        ItemWriter writer;
        for (int i = 0; i < 3; ++i) {
            writer.name("z");
            writer.beginMap();
            writer.name("b");
            writer.null();
            writer.name("a");
            writer.null();
            writer.endMap();
            QCOMPARE(json(writer.finish()),
                     std::string(R"({"z":{"M":{"a":{"NULL":true},"b":{"NULL":true}}}})"));
            writer.name("half");
            writer.beginList();
            writer.clear();
        }
        std::string bytes = "before";
        writer.name("a");
        writer.null();
        writer.finishInto(bytes);
        QVERIFY(bytes.starts_with("before"));
        QVERIFY(checkItem(std::string_view(bytes).substr(6)).ok());
    }

    void viewsReadWhatWasWritten()
    {
        ItemWriter writer;
        writer.name("n");
        writer.numberBytes(numberBytes("42"));
        writer.name("list");
        writer.beginList();
        writer.string("zero");
        writer.beginMap();
        writer.name("deep");
        writer.boolean(false);
        writer.endMap();
        writer.endList();
        writer.name("set");
        writer.beginSet(ValueType::SS);
        writer.string("b");
        writer.string("a");
        QVERIFY(writer.endSet());
        writer.name("bin");
        writer.binary(std::string_view("\0\1", 2));
        const Item item = writer.finish();
        const ItemView view = item.view();

        QCOMPARE(view.attributeCount(), 4u);
        std::vector<std::string> names;
        for (const Member &member : view.attributes())
            names.emplace_back(member.name);
        QCOMPARE(names, (std::vector<std::string>{"bin", "list", "n", "set"}));
        QVERIFY(!view.attribute("m"));
        QVERIFY(!view.attribute(""));
        QVERIFY(!view.attribute("zz"));
        QCOMPARE(std::string(view.attribute("n")->numberBytes()), numberBytes("42"));
        QCOMPARE(view.attribute("bin")->text(), std::string_view("\0\1", 2));

        const ValueView list = *view.attribute("list");
        QCOMPARE(list.count(), 2u);
        QCOMPARE(list.element(0)->text(), std::string_view("zero"));
        QVERIFY(!list.element(2));
        QVERIFY(!list.element(1)->member("deep")->boolean());
        QCOMPARE(list.levels(), 3u);
        QVERIFY(list.containsElement(Value::string("zero").view()));
        QVERIFY(!list.containsElement(Value::string("one").view()));

        const ValueView set = *view.attribute("set");
        QCOMPARE(set.count(), 2u);
        QVERIFY(set.containsElement(Value::string("a").view()));
        QVERIFY(!set.containsElement(Value::binary("a").view()));
        QCOMPARE(set.levels(), 1u);

        // Copying values gives the same document.
        ItemWriter copy;
        for (const Member &member : view.attributes()) {
            copy.name(member.name);
            copy.value(member.value);
        }
        QVERIFY(copy.finish() == item);
    }

    void listsOfItemsKeepThemApart()
    {
        ItemList list;
        ItemWriter writer;
        writer.name("a");
        writer.null();
        const Item item = writer.finish();
        list.append(item.view());
        list.append(ItemView());
        list.append(item.view());
        QCOMPARE(list.size(), std::size_t(3));
        QVERIFY(list[0] == item.view());
        QVERIFY(list[1] == ItemView());
        QVERIFY(list[2] == item.view());
    }
};

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
