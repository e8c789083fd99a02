#include <QTest>

#include "document/writer.h"
#include "features/items/entity_filter.h"

using namespace Qt::StringLiterals;
using namespace stator;
using namespace stator::ui;

namespace {

const model::KeySchema kKeys{{{"pk", model::ValueType::S}}, {{"sk", model::ValueType::S}}};

document::Item item(const std::string &pk, const std::string &sk, const std::string &type = {})
{
    document::ItemWriter writer;
    writer.name("pk");
    writer.string(pk);
    writer.name("sk");
    writer.string(sk);
    if (!type.empty()) {
        writer.name("type");
        writer.string(type);
    }
    return writer.finish();
}

EntityPlan planOf(const std::vector<document::Item> &items)
{
    document::ItemList list;
    for (const document::Item &each : items)
        list.append(each.view());
    EntityPlan plan(kKeys);
    plan.add(list);
    return plan;
}

} // namespace

class TestEntityFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void narrowsByTheTypeAttributeAndBack()
    {
        const EntityPlan plan = planOf({item("1", "a", "Order"), item("1", "b", "Line"), item("2", "a", "Order"), item("2", "b", "Line")});
        QueryState state;
        state.filters = {{u"total"_s, Comparison::Greater, document::ValueType::N, u"5"_s, {}}};
        const QueryState lines = withEntity(state, plan, kKeys, u"Line"_s);
        QCOMPARE(entityOf(lines, plan, kKeys), u"Line"_s);
        QCOMPARE(lines.filters.size(), qsizetype(2));
        QCOMPARE(lines.filters.last(), (FilterToken{u"type"_s, Comparison::Equal, document::ValueType::S, u"Line"_s, {}}));

        const QueryState orders = withEntity(lines, plan, kKeys, u"Order"_s);
        QCOMPARE(orders.filters.size(), qsizetype(2));
        QCOMPARE(entityOf(orders, plan, kKeys), u"Order"_s);

        QCOMPARE(withEntity(orders, plan, kKeys, u"Order"_s), state);
        QCOMPARE(entityOf(state, plan, kKeys), QString());
    }

    void narrowsByThePrefixOfTheKeys()
    {
        const EntityPlan plan = planOf({item("ORDER#1", "ORDER#1"), item("ORDER#1", "LINE#1"), item("ORDER#2", "ORDER#2"), item("ORDER#2", "LINE#1")});
        const QueryState lines = withEntity({}, plan, kKeys, u"ORDER LINE"_s);
        QCOMPARE(lines.filters.first().path, u"sk"_s);
        QCOMPARE(lines.filters.first().comparison, Comparison::BeginsWith);
        QCOMPARE(lines.filters.first().value, u"LINE"_s);
        QCOMPARE(entityOf(lines, plan, kKeys), u"ORDER LINE"_s);
    }
};

QTEST_GUILESS_MAIN(TestEntityFilter)
#include "tst_entity_filter.moc"
