#include "expression/attribute_use.h"

#include "core/expression/given.h"

using namespace stator;
using namespace stator::expression;

class TestAttributeUse : public QObject {
    Q_OBJECT

private slots:
    void listsAttributesOnceInOrder()
    {
        AttributeUses uses;
        addUse(uses, {std::string("b")});
        addUse(uses, {std::string("a"), 3u});
        addUse(uses, {std::string("b"), std::string("c")});
        QCOMPARE(uses.size(), std::size_t(2));
        QCOMPARE(uses[0].attribute, std::string("b"));
        QVERIFY(uses[0].isNested);
        QCOMPARE(uses[1].attribute, std::string("a"));
        QVERIFY(uses[1].isNested);
    }

    void refusesPathsIntoKeys()
    {
        const model::KeySchema keys = {{{"pk", model::ValueType::S}}, {{"sk", model::ValueType::N}}};
        QVERIFY(checkNoPathIntoKeys({{"pk", false}, {"a", true}}, keys).ok());
        QCOMPARE(
            given::errorOf(checkNoPathIntoKeys({{"a", true}, {"sk", true}}, keys)),
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: "
            "Key: sk");
        QCOMPARE(
            given::errorOf(checkNoPathIntoKeys({{"pk", true}}, keys, "IndexKey")),
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: "
            "IndexKey: pk");
    }
};

QTEST_GUILESS_MAIN(TestAttributeUse)
#include "tst_attribute_use.moc"
