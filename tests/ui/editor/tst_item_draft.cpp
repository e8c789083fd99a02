#include "features/items/editor/item_draft.h"

#include <QtTest/QTest>

#include "ui/editor/sample_item.h"

using namespace stator;
using namespace stator::ui;
using document::Item;

namespace {

ItemDraft draftOf(const Item &item)
{
    return ItemDraft::ofItem(item.view(), test::richRules().keys);
}

DraftNode &node(ItemDraft &draft, const document::Path &path)
{
    return const_cast<DraftNode &>(*nodeAt(draft.root(), path));
}

} // namespace

class TestItemDraft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItWasMadeFrom()
    {
        const Item item = test::richItem();
        QVERIFY(*draftOf(item).item() == item);
    }

    // Without the bytes that untouched values carry, every value is encoded again.
    void encodesEveryTypeToTheSameBytes()
    {
        const Item item = test::richItem();
        ItemDraft draft = draftOf(item);
        for (const auto &child : draft.root().children)
            draft.setContent(*child, std::move(*stripped(*child)));
        QVERIFY(*draft.item() == item);
    }

    void changesOneAttributeAndNoOther()
    {
        const Item item = test::richItem();
        for (const auto &member : item.view().attributes()) {
            ItemDraft draft = draftOf(item);
            auto text = std::make_unique<DraftNode>();
            text->text = "changed";
            draft.setContent(node(draft, {std::string(member.name)}), std::move(*text));
            const Item changed = *draft.item();
            for (const auto &other : item.view().attributes()) {
                const auto value = changed.view().attribute(other.name);
                QVERIFY(value.has_value());
                if (other.name == member.name)
                    QCOMPARE(QByteArray::fromStdString(std::string(value->text())), QByteArray("changed"));
                else
                    QVERIFY(*value == other.value);
            }
        }
    }

    void changesDeepInsideAndLeavesSiblingsTheirBytes()
    {
        const Item item = test::richItem();
        ItemDraft draft = draftOf(item);
        draft.setElements(node(draft, {"list", 3u, "deep"}), {"\x01", "\x02"});
        QVERIFY(node(draft, {"list", 3u}).carried.empty());
        QVERIFY(node(draft, {"list"}).carried.empty());
        QVERIFY(!node(draft, {"list", 2u}).carried.empty());
        QVERIFY(!node(draft, {"map"}).carried.empty());
        draft.setElements(node(draft, {"list", 3u, "deep"}), {"\x01"});
        QVERIFY(*draft.item() == item);
    }

    void putsKeysFirst()
    {
        const ItemDraft draft = draftOf(test::item(R"({"a":{"S":"1"},"sk":{"N":"1"},"pk":{"S":"p"}})"));
        QCOMPARE(draft.root().children[0]->name, std::string("pk"));
        QCOMPARE(draft.root().children[1]->name, std::string("sk"));
        QVERIFY(draft.root().children[1]->isKey);
        QVERIFY(!draft.root().children[2]->isKey);
    }

    void beginsNewItemsWithEmptyKeys()
    {
        ItemDraft draft = ItemDraft::ofNew(test::richRules().keys, test::richItem().view());
        QCOMPARE(draft.root().children[0]->name, std::string("pk"));
        QVERIFY(draft.root().children[0]->text.empty());
        QVERIFY(!draft.item()); // the number of the sort key is missing
        draft.setText(*draft.root().children[0], "ORDER#1");
        draft.setText(*draft.root().children[1], "7.0");
        QVERIFY(*draft.item() == test::richItem());
        QVERIFY(*draft.key() == test::item("{\"pk\":{\"S\":\"ORDER#1\"},\"sk\":{\"N\":\"7\"}}"));
    }

    void movesAndTakesInLists()
    {
        ItemDraft draft = draftOf(test::item(R"({"pk":{"S":"p"},"sk":{"N":"1"},"l":{"L":[{"N":"1"},{"N":"2"},{"N":"3"}]}})"));
        draft.move(node(draft, {"l"}), 0, 2);
        QVERIFY(*draft.item() == test::item(R"({"pk":{"S":"p"},"sk":{"N":"1"},"l":{"L":[{"N":"2"},{"N":"3"},{"N":"1"}]}})"));
        draft.take(node(draft, {"l"}), 1);
        QVERIFY(*draft.item() == test::item(R"({"pk":{"S":"p"},"sk":{"N":"1"},"l":{"L":[{"N":"2"},{"N":"1"}]}})"));
    }

    void refusesWhatCannotBeEncoded()
    {
        ItemDraft draft = draftOf(test::richItem());
        draft.setText(node(draft, {"digits"}), "twelve");
        QVERIFY(!draft.item());
        draft.setText(node(draft, {"digits"}), "12");
        QVERIFY(draft.item().has_value());
        draft.setElements(node(draft, {"sizes"}), {"1", "1.0"});
        QVERIFY(!draft.item());
        draft.setElements(node(draft, {"sizes"}), {"1"});
        draft.rename(node(draft, {"map", "n"}), "x.y");
        QVERIFY(!draft.item());
    }

    void renamesWithoutTouchingTheValue()
    {
        ItemDraft draft = draftOf(test::richItem());
        DraftNode &digits = node(draft, {"digits"});
        draft.rename(digits, "more digits");
        QVERIFY(!digits.carried.empty());
        QVERIFY(draft.item()->view().attribute("more digits").has_value());
        QVERIFY(!draft.item()->view().attribute("digits").has_value());
    }

    void writesPaths()
    {
        const ItemDraft draft = draftOf(test::richItem());
        QCOMPARE(pathText(*nodeAt(draft.root(), {"list", 3u, "deep"})), std::string("list[3].deep"));
        QVERIFY(!nodeAt(draft.root(), {"list", 9u}));
        QVERIFY(!nodeAt(draft.root(), {"digits", "x"}));
        QCOMPARE(freeName(draft.root(), "list"), std::string("list 2"));
        QCOMPARE(freeName(draft.root(), "new"), std::string("new"));
    }

private:
    static std::unique_ptr<DraftNode> stripped(const DraftNode &node)
    {
        auto copy = node.clone();
        strip(*copy);
        return copy;
    }
    static void strip(DraftNode &node)
    {
        node.carried.clear();
        for (const auto &child : node.children)
            strip(*child);
    }
};

QTEST_GUILESS_MAIN(TestItemDraft)
#include "tst_item_draft.moc"
