#include "features/items/editor/draft_text.h"

#include <QtTest/QTest>

#include "support/random_item.h"
#include "ui/editor/sample_item.h"

using namespace stator;
using namespace stator::ui;
using document::Item;

namespace {

const model::KeySchema &keys()
{
    static const model::KeySchema schema = test::richRules().keys;
    return schema;
}

ItemDraft draftOf(const Item &item)
{
    return ItemDraft::ofItem(item.view(), keys());
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const std::size_t at = text.find(from);
    STATOR_ASSERT(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

ItemDraft withoutBytes()
{
    return ItemDraft();
}

} // namespace

class TestDraftText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothTextsReadBackToTheSameBytes_data() { forms(); }
    void bothTextsReadBackToTheSameBytes()
    {
        QFETCH(int, form);
        const Item item = test::richItem();
        const ItemDraft before = draftOf(item);
        const std::string text = draftText(before, static_cast<TextForm>(form));
        const TextRead read = readDraft(text, static_cast<TextForm>(form), before, keys());
        QVERIFY(read.faults.empty());
        QVERIFY(*read.draft->item() == item);
        QVERIFY(!read.draft->root().children.back()->carried.empty());
    }

    void changesOneAttributeInTheTextAndNoOther_data() { forms(); }
    void changesOneAttributeInTheTextAndNoOther()
    {
        QFETCH(int, form);
        const Item item = test::richItem();
        const ItemDraft before = draftOf(item);
        const std::string text =
            replaced(draftText(before, static_cast<TextForm>(form)), "-12345678901234567890.123456789012345678", "1");
        const TextRead read = readDraft(text, static_cast<TextForm>(form), before, keys());
        QVERIFY(read.faults.empty());
        const Item changed = *read.draft->item();
        for (const auto &member : item.view().attributes()) {
            const bool isSame = *changed.view().attribute(member.name) == member.value;
            QCOMPARE(isSame, member.name != "digits");
        }
        // And back again.
        const TextRead undone = readDraft(draftText(before, static_cast<TextForm>(form)), static_cast<TextForm>(form),
                                          *read.draft, keys());
        QVERIFY(*undone.draft->item() == item);
    }

    // The wire text needs no memory: it reads the same without the draft it was written from, and the engine's
    // own reader agrees.
    void wireTextSaysEverything()
    {
        const Item item = test::richItem();
        const std::string text = draftText(draftOf(item), TextForm::Wire);
        QVERIFY(*readDraft(text, TextForm::Wire, withoutBytes(), keys()).draft->item() == item);
        QVERIFY(*document::parseItem(text) == item);
    }

    void randomItemsSurviveBothTexts()
    {
        test::RandomItems random(20);
        for (int i = 0; i < 200; ++i) {
            const Item item = test::item(random.write(random.describe()));
            const ItemDraft before = ItemDraft::ofItem(item.view(), {});
            for (const TextForm form : {TextForm::Plain, TextForm::Wire}) {
                const TextRead read = readDraft(draftText(before, form), form, before, {});
                QVERIFY(read.faults.empty());
                QVERIFY(*read.draft->item() == item);
            }
        }
    }

    void plainTextKeepsDigits()
    {
        const std::string text = draftText(draftOf(test::richItem()), TextForm::Plain);
        QVERIFY(text.find("\"digits\": -12345678901234567890.123456789012345678") != std::string::npos);
        QVERIFY(text.find("\"photo\": \"AAECA//+\"") != std::string::npos);
        QVERIFY(text.find("\\u00a0") != std::string::npos);
        QVERIFY(text.find("\\u2028") != std::string::npos);
    }

    void plainTextRemembersTypes()
    {
        const Item item = test::item(
            R"({"pk":{"S":"p"},"sk":{"N":"1"},"b":{"B":"AQ=="},"ns":{"NS":["1"]},"l":{"L":[{"B":"AQ=="},{"S":"x"}]}})");
        const ItemDraft before = draftOf(item);
        const std::string_view text =
            R"({"pk":"p","sk":1,"b":"Ag==","ns":[1,2],"l":["Ag==","new"],"fresh":["a"],"text":"Ag=="})";
        const TextRead read = readDraft(text, TextForm::Plain, before, keys());
        QVERIFY(read.faults.empty());
        QVERIFY(*read.draft->item() == test::item(
            R"({"pk":{"S":"p"},"sk":{"N":"1"},"b":{"B":"Ag=="},"ns":{"NS":["1","2"]},"l":{"L":[{"B":"Ag=="},{"S":"new"}]},
                "fresh":{"L":[{"S":"a"}]},"text":{"S":"Ag=="}})"));
        QCOMPARE(read.draft->root().child("b")->type, ValueType::B);
        QCOMPARE(read.draft->root().child("ns")->type, ValueType::NS);
        QCOMPARE(read.draft->root().child("fresh")->type, ValueType::L);
        QCOMPARE(read.draft->root().child("text")->type, ValueType::S);
    }

    // Taking an element out of a list must not give its neighbours its type.
    void plainTextFollowsElementsThroughLists()
    {
        const Item item = test::item(
            R"({"pk":{"S":"p"},"sk":{"N":"1"},"l":{"L":[{"S":"first"},{"B":"AQ=="},{"SS":["a"]},{"S":"last"}]}})");
        const ItemDraft before = draftOf(item);
        const TextRead gone =
            readDraft(R"({"pk":"p","sk":1,"l":["AQ==",["a"],"last"]})", TextForm::Plain, before, keys());
        QVERIFY(*gone.draft->item() == test::item(
            R"({"pk":{"S":"p"},"sk":{"N":"1"},"l":{"L":[{"B":"AQ=="},{"SS":["a"]},{"S":"last"}]}})"));
        const TextRead added =
            readDraft(R"({"pk":"p","sk":1,"l":["first","AQ==",["a"],"last",["new"]]})", TextForm::Plain, before, keys());
        QVERIFY(*added.draft->item() == test::item(
            R"({"pk":{"S":"p"},"sk":{"N":"1"},
                "l":{"L":[{"S":"first"},{"B":"AQ=="},{"SS":["a"]},{"S":"last"},{"L":[{"S":"new"}]}]}})"));
    }

    void pointsAtFaults_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("offset");
        const int plain = static_cast<int>(TextForm::Plain);
        const int wire = static_cast<int>(TextForm::Wire);
        QTest::newRow("nothing") << plain << QByteArray("") << 0;
        QTest::newRow("not an object") << plain << QByteArray("[1]") << 0;
        QTest::newRow("never closed") << plain << QByteArray("{\"a\": 1") << 0;
        QTest::newRow("comma missing") << plain << QByteArray("{\"a\": 1 \"b\": 2}") << 8;
        QTest::newRow("comma too many") << plain << QByteArray("{\"a\": [1,]}") << 9;
        QTest::newRow("text without quotes") << plain << QByteArray("{\"a\": red}") << 6;
        QTest::newRow("line in a text") << plain << QByteArray("{\"a\": \"x\ny\"}") << 6;
        QTest::newRow("no such escape") << plain << QByteArray("{\"a\": \"\\q\"}") << 7;
        QTest::newRow("half a pair") << plain << QByteArray("{\"a\": \"\\ud800\"}") << 7;
        QTest::newRow("behind the end") << plain << QByteArray("{} x") << 3;
        QTest::newRow("twice the name") << plain << QByteArray("{\"a\": 1, \"a\": 2}") << 9;
        QTest::newRow("no base64") << plain << QByteArray("{\"photo\": \"?\"}") << 10;
        QTest::newRow("text in a set of numbers") << plain << QByteArray("{\"sizes\": [1, \"x\"]}") << 14;
        QTest::newRow("no type") << wire << QByteArray("{\"a\": {}}") << 6;
        QTest::newRow("two types") << wire << QByteArray("{\"a\": {\"S\": \"x\", \"N\": \"1\"}}") << 6;
        QTest::newRow("unknown type") << wire << QByteArray("{\"a\": {\"X\": \"x\"}}") << 7;
        QTest::newRow("number without quotes") << wire << QByteArray("{\"a\": {\"N\": 1}}") << 12;
        QTest::newRow("null that is false") << wire << QByteArray("{\"a\": {\"NULL\": false}}") << 15;
        QTest::newRow("set that is none") << wire << QByteArray("{\"a\": {\"SS\": \"x\"}}") << 13;
    }
    void pointsAtFaults()
    {
        QFETCH(int, form);
        QFETCH(QByteArray, text);
        QFETCH(int, offset);
        const TextRead read =
            readDraft(text.toStdString(), static_cast<TextForm>(form), draftOf(test::richItem()), keys());
        QCOMPARE(read.faults.size(), std::size_t(1));
        QCOMPARE(read.faults.front().offset, offset);
        QVERIFY(!read.faults.front().sentence.isEmpty());
    }

    void knowsTextThatWidgetsWouldChange()
    {
        QVERIFY(isPlainText("two\nlines\tand ü 😀"));
        QVERIFY(!isPlainText("carriage\r\n"));
        QVERIFY(!isPlainText("nbsp\xC2\xA0"));
        QVERIFY(!isPlainText("\xEF\xBB\xBF" "bom"));
        QVERIFY(!isPlainText("line\xE2\x80\xA8"));
        QVERIFY(!isPlainText(std::string_view("nul\0", 4)));
    }

private:
    static void forms()
    {
        QTest::addColumn<int>("form");
        QTest::newRow("JSON") << static_cast<int>(TextForm::Plain);
        QTest::newRow("DynamoDB JSON") << static_cast<int>(TextForm::Wire);
    }
};

QTEST_GUILESS_MAIN(TestDraftText)
#include "tst_draft_text.moc"
