#include <QtTest/QTest>

#include "document/json_reader.h"
#include "models/column_plan.h"
#include "models/entity_plan.h"
#include "support/json_text.h"

using namespace stator;
using namespace stator::ui;

namespace {

void append(document::ItemList &items, const std::string &json)
{
    const auto item = document::parseItem(tests::jsonText(json));
    STATOR_ASSERT(item.ok());
    items.append(item->view());
}

QStringList names(const std::vector<PlannedColumn> &columns)
{
    QStringList all;
    for (const PlannedColumn &column : columns)
        all.append(QString::fromStdString(column.name));
    return all;
}

std::string withAttributes(const std::string &key, const std::vector<std::string> &attributes)
{
    std::string json = "{'pk':{'S':'" + key + "'}";
    for (const std::string &name : attributes)
        json += ",'" + name + "':{'N':'1'}";
    return json + "}";
}

} // namespace

class TestColumnPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsKeysFirstThenAttributesByPresence()
    {
        ColumnPlan plan({"gsi", "pk", "gsi"});
        document::ItemList items;
        append(items, withAttributes("a", {"rare", "common"}));
        append(items, withAttributes("b", {"common"}));
        const auto change = plan.add(items);
        QVERIFY(change.isArranged);
        QCOMPARE(names(plan.columns()), QStringList({"gsi", "pk", "common", "rare"}));
        QCOMPARE(plan.keyCount(), 2u);
        QCOMPARE(plan.presence(plan.columns().at(3)), 0.5);
    }

    void addsLaterAttributesAtTheEndAndReordersNothing()
    {
        ColumnPlan plan({"pk"});
        document::ItemList first;
        append(first, withAttributes("a", {"x"}));
        plan.add(first);
        document::ItemList later;
        for (int i = 0; i < 20; ++i)
            append(later, withAttributes("b", {"aa", "x"}));
        const auto change = plan.add(later);
        QCOMPARE(change.addedColumns, 1u);
        QCOMPARE(names(plan.columns()), QStringList({"pk", "x", "aa"}));
    }

    void foldsWhatIsRareUntilItIsNot()
    {
        ColumnPlan plan({"pk"});
        document::ItemList items;
        for (int i = 0; i < 100; ++i)
            append(items, withAttributes("a", i < 3 ? std::vector<std::string>{"x", "rare"} : std::vector<std::string>{"x"}));
        plan.add(items);
        QCOMPARE(names(plan.columns()), QStringList({"pk", "x"}));
        QCOMPARE(names(plan.folded()), QStringList({"rare"}));
        document::ItemList more;
        for (int i = 0; i < 20; ++i)
            append(more, withAttributes("b", {"rare"}));
        QCOMPARE(plan.add(more).addedColumns, 1u);
        QCOMPARE(names(plan.columns()), QStringList({"pk", "x", "rare"}));
        QVERIFY(plan.folded().empty());
    }

    void foldsBeyondTheMostColumnsAndUnfoldsOnRequest()
    {
        ColumnPlan plan({"pk"});
        std::vector<std::string> many;
        for (int i = 0; i < 40; ++i)
            many.push_back("a" + std::to_string(i));
        document::ItemList items;
        append(items, withAttributes("a", many));
        plan.add(items);
        QCOMPARE(plan.columns().size(), ColumnPlan::kMostColumns);
        QCOMPARE(plan.folded().size(), 41 - ColumnPlan::kMostColumns);
        const std::string wanted = plan.folded().back().name;
        QVERIFY(plan.unfold(wanted));
        QCOMPARE(plan.columns().back().name, wanted);
        QVERIFY(!plan.unfold(wanted));
        QCOMPARE(plan.columnOf(wanted), static_cast<int>(ColumnPlan::kMostColumns));
    }

    void namesTheTypesOfAMixedColumn()
    {
        ColumnPlan plan({"pk"});
        document::ItemList items;
        append(items, "{'pk':{'S':'a'},'v':{'N':'1'}}");
        append(items, "{'pk':{'S':'b'},'v':{'S':'1'}}");
        append(items, "{'pk':{'S':'c'},'v':{'S':'2'}}");
        plan.add(items);
        const PlannedColumn &column = plan.columns().at(1);
        QCOMPARE(column.typeCode(), QStringLiteral("S·N"));
        QVERIFY(column.isMixed());
        QCOMPARE(column.mainType(), document::ValueType::S);
    }

    void tellsEntitiesByTheirTypeAttribute()
    {
        EntityPlan plan({{{"pk", model::ValueType::S}}, {}});
        document::ItemList items;
        append(items, "{'pk':{'S':'1'},'type':{'S':'Order'}}");
        append(items, "{'pk':{'S':'2'},'type':{'S':'Customer'}}");
        append(items, "{'pk':{'S':'3'},'type':{'S':'Order'}}");
        plan.add(items);
        QCOMPARE(plan.attribute(), std::string("type"));
        QCOMPARE(plan.entities().size(), 2u);
        QCOMPARE(plan.entities().front().count, 2u);
        QCOMPARE(plan.entityOf(items[1]), 1);
    }

    void tellsEntitiesByTheirKeys()
    {
        EntityPlan plan({{{"pk", model::ValueType::S}}, {{"sk", model::ValueType::S}}});
        document::ItemList items;
        for (int i = 0; i < 5; ++i) {
            append(items, "{'pk':{'S':'ORDER#" + std::to_string(i) + "'},'sk':{'S':'ORDER#1'}}");
            append(items, "{'pk':{'S':'ORDER#" + std::to_string(i) + "'},'sk':{'S':'LINE#1'}}");
        }
        plan.add(items);
        QCOMPARE(plan.entities().size(), 2u);
        QCOMPARE(plan.entities().at(0).name, std::string("ORDER"));
        QCOMPARE(plan.entities().at(1).name, std::string("ORDER LINE"));
    }

    void findsNoEntitiesWhereItemsAreAlike()
    {
        EntityPlan plan({{{"pk", model::ValueType::S}}, {}});
        document::ItemList items;
        for (int i = 0; i < 30; ++i)
            append(items, "{'pk':{'S':'station-" + std::to_string(i) + "'}}");
        plan.add(items);
        QVERIFY(plan.entities().empty());
        QCOMPARE(plan.entityOf(items[0]), -1);
    }
};

QTEST_GUILESS_MAIN(TestColumnPlan)
#include "tst_column_plan.moc"
