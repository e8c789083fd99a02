#include <QtTest/QTest>

#include "features/items/editor/draft_check.h"
#include "features/items/editor/draft_convert.h"
#include "ui/editor/sample_item.h"

using namespace stator;
using namespace stator::ui;
using document::Item;

namespace {

DraftNode valueOf(const char *json)
{
    auto value = document::parseValue(json);
    STATOR_ASSERT(value.ok());
    DraftNode node;
    node.setContent(std::move(*ItemDraft::nodeOf(value->view())));
    return node;
}

std::string bytesOf(const DraftNode &node)
{
    ItemDraft draft;
    draft.root().append(node.clone());
    draft.root().children.front()->name = "x";
    const auto item = draft.item();
    return item ? std::string(item->view().attribute("x")->bytes()) : std::string();
}

} // namespace

class TestDraftRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void convertsWhatLosesNothing_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("text to number") << QByteArray(R"({"S":"12.5"})") << QByteArray(R"({"N":"12.5"})");
        QTest::newRow("number to text") << QByteArray(R"({"N":"-3"})") << QByteArray(R"({"S":"-3"})");
        QTest::newRow("text to binary") << QByteArray(R"({"S":"ü"})") << QByteArray(R"({"B":"w7w="})");
        QTest::newRow("binary to text") << QByteArray(R"({"B":"w7w="})") << QByteArray(R"({"S":"ü"})");
        QTest::newRow("text to Boolean") << QByteArray(R"({"S":"true"})") << QByteArray(R"({"BOOL":true})");
        QTest::newRow("Boolean to text") << QByteArray(R"({"BOOL":false})") << QByteArray(R"({"S":"false"})");
        QTest::newRow("text to set") << QByteArray(R"({"S":"a"})") << QByteArray(R"({"SS":["a"]})");
        QTest::newRow("set to text") << QByteArray(R"({"SS":["a"]})") << QByteArray(R"({"S":"a"})");
        QTest::newRow("text to set of numbers") << QByteArray(R"({"S":"1"})") << QByteArray(R"({"NS":["1"]})");
        QTest::newRow("set to list") << QByteArray(R"({"NS":["1","2"]})") << QByteArray(R"({"L":[{"N":"1"},{"N":"2"}]})");
        QTest::newRow("list to set") << QByteArray(R"({"L":[{"B":"AQ=="}]})") << QByteArray(R"({"BS":["AQ=="]})");
        QTest::newRow("set to set") << QByteArray(R"({"NS":["1","2"]})") << QByteArray(R"({"SS":["1","2"]})");
        QTest::newRow("map into a list") << QByteArray(R"({"M":{"a":{"S":"x"}}})")
                                         << QByteArray(R"({"L":[{"M":{"a":{"S":"x"}}}]})");
        QTest::newRow("map out of a list") << QByteArray(R"({"L":[{"M":{"a":{"S":"x"}}}]})")
                                           << QByteArray(R"({"M":{"a":{"S":"x"}}})");
        QTest::newRow("empty text to null") << QByteArray(R"({"S":""})") << QByteArray(R"({"NULL":true})");
        QTest::newRow("null to list") << QByteArray(R"({"NULL":true})") << QByteArray(R"({"L":[]})");
    }
    void convertsWhatLosesNothing()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const DraftNode wanted = valueOf(to.constData());
        const Conversion conversion = convert(valueOf(from.constData()), wanted.type);
        QVERIFY2(conversion.content, qPrintable(conversion.reason));
        QVERIFY(bytesOf(*conversion.content) == bytesOf(wanted));
    }

    void refusesWhatWouldBeLost_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<int>("to");
        const auto row = [](const char *name, const char *from, ValueType to) {
            QTest::newRow(name) << QByteArray(from) << static_cast<int>(to);
        };
        row("word to number", R"({"S":"twelve"})", ValueType::N);
        row("zeros in front", R"({"S":"007"})", ValueType::N);
        row("zero behind", R"({"S":"1.50"})", ValueType::N);
        row("39 digits", R"({"S":"123456789012345678901234567890123456789"})", ValueType::N);
        row("bytes that are no text", R"({"B":"/w=="})", ValueType::S);
        row("yes is not true", R"({"S":"yes"})", ValueType::Bool);
        row("number to Boolean", R"({"N":"1"})", ValueType::Bool);
        row("Boolean to number", R"({"BOOL":true})", ValueType::N);
        row("text to null", R"({"S":"x"})", ValueType::Null);
        row("mixed list to set", R"({"L":[{"S":"a"},{"N":"1"}]})", ValueType::SS);
        row("same twice to set", R"({"L":[{"S":"a"},{"S":"a"}]})", ValueType::SS);
        row("two elements to text", R"({"SS":["a","b"]})", ValueType::S);
        row("list to map", R"({"L":[{"S":"a"},{"S":"b"}]})", ValueType::M);
        row("text to map", R"({"S":"a"})", ValueType::M);
        row("map to text", R"({"M":{"a":{"S":"x"}}})", ValueType::S);
        row("words to numbers", R"({"SS":["a"]})", ValueType::NS);
    }
    void refusesWhatWouldBeLost()
    {
        QFETCH(QByteArray, from);
        QFETCH(int, to);
        const Conversion conversion = convert(valueOf(from.constData()), static_cast<ValueType>(to));
        QVERIFY(!conversion.content);
        QVERIFY(!conversion.reason.isEmpty());
    }

    void findsFaults_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isFaulty");
        QTest::newRow("no number") << QByteArray("digits") << QByteArray("x") << true;
        QTest::newRow("39 digits") << QByteArray("digits") << QByteArray(39, '9') << true;
        QTest::newRow("38 digits") << QByteArray("digits") << QByteArray(38, '9') << false;
        QTest::newRow("too large") << QByteArray("digits") << QByteArray("1E126") << true;
        QTest::newRow("too small") << QByteArray("digits") << QByteArray("1E-131") << true;
        QTest::newRow("no digits") << QByteArray("digits") << QByteArray() << true;
        QTest::newRow("empty text") << QByteArray("empty") << QByteArray() << false;
        QTest::newRow("empty key") << QByteArray("pk") << QByteArray() << true;
        QTest::newRow("another key") << QByteArray("pk") << QByteArray("ORDER#2") << true;
        QTest::newRow("the same key, written otherwise") << QByteArray("sk") << QByteArray("7.0") << false;
        QTest::newRow("key of 2,049 bytes") << QByteArray("pk") << QByteArray(2049, 'x') << true;
        QTest::newRow("index key that is empty") << QByteArray("status") << QByteArray() << true;
        QTest::newRow("index key that is not") << QByteArray("status") << QByteArray("open") << false;
        QTest::newRow("400 KB") << QByteArray("empty") << QByteArray(409600, 'x') << true;
    }
    void findsFaults()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, text);
        QFETCH(bool, isFaulty);
        ItemRules rules = test::richRules();
        rules.indexKeys.push_back({{{"status", ValueType::S}}, {}});
        ItemDraft draft = ItemDraft::ofItem(test::richItem().view(), rules.keys);
        const Item key = *draft.key();
        if (path == "status")
            draft.insert(draft.root(), 2, emptyValue(ValueType::S)).name = "status";
        auto &node = const_cast<DraftNode &>(*draft.root().child(path.toStdString()));
        draft.setText(node, text.toStdString());
        const auto faults = checkDraft(draft, rules, &key);
        QCOMPARE(faults.size(), std::size_t(isFaulty ? 1 : 0));
    }

    void holdsSetsToTheServicesRules()
    {
        QVERIFY(!setFault(ValueType::SS, {}).isEmpty());
        QVERIFY(!setFault(ValueType::NS, {"1", "1.0"}).isEmpty());
        QVERIFY(!setFault(ValueType::NS, {"x"}).isEmpty());
        QVERIFY(setFault(ValueType::SS, {"1", "1.0", ""}).isEmpty());
        QVERIFY(holdsElement(ValueType::NS, {"1"}, "1.0"));
        QVERIFY(!holdsElement(ValueType::SS, {"1"}, "1.0"));
    }

    void holdsIndexKeysToTheirType()
    {
        ItemRules rules = test::richRules();
        rules.indexKeys.push_back({{{"digits", ValueType::S}}, {}});
        const ItemDraft draft = ItemDraft::ofItem(test::richItem().view(), rules.keys);
        const auto faults = checkDraft(draft, rules);
        QCOMPARE(faults.size(), std::size_t(1));
        QCOMPARE(faults.front().node->name, std::string("digits"));
        QVERIFY(!faults.front().isUnreadable);
    }

    void countsLevels()
    {
        for (const int levels : {32, 33}) {
            ItemDraft draft = ItemDraft::ofItem(test::item(R"({"pk":{"S":"p"},"sk":{"N":"1"}})").view(),
                                                test::richRules().keys);
            DraftNode *at = &draft.root();
            for (int level = 1; level < levels; ++level)
                at = &draft.insert(*at, static_cast<int>(at->children.size()), emptyValue(ValueType::L));
            draft.insert(*at, 0, emptyValue(ValueType::S));
            draft.root().children.back()->name = "deep";
            QCOMPARE(checkDraft(draft, test::richRules()).size(), std::size_t(levels - 32));
        }
    }

    void wantsNames()
    {
        ItemDraft draft = ItemDraft::ofItem(test::richItem().view(), test::richRules().keys);
        draft.insert(draft.root(), 2, emptyValue(ValueType::S));
        QCOMPARE(checkDraft(draft, test::richRules()).size(), std::size_t(1));
        draft.root().children[2]->name = "photo";
        const auto faults = checkDraft(draft, test::richRules());
        QCOMPARE(faults.size(), std::size_t(1));
        QVERIFY(faults.front().isUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestDraftRules)
#include "tst_draft_rules.moc"
