// What a record changed, which of its paths, and which records a filter lets through.
#include <QtTest/QTest>

#include "features/streams/change_diff.h"
#include "features/streams/change_filter.h"
#include "ui/streams/fake_stream.h"

using namespace stator;
using namespace stator::ui;
using stator::test::item;

namespace {

ChangeRecord change(const std::string &before, const std::string &after)
{
    ChangeRecord made;
    made.record.eventName = before.empty()  ? api::OperationType::Insert
                            : after.empty() ? api::OperationType::Remove
                                            : api::OperationType::Modify;
    made.record.dynamodb.emplace();
    made.record.dynamodb->keys = item("{'pk':{'S':'CUSTOMER#1'}}");
    if (!before.empty())
        made.record.dynamodb->oldImage = item(before);
    if (!after.empty())
        made.record.dynamodb->newImage = item(after);
    return made;
}

const ChangeNode *child(const std::vector<ChangeNode> &nodes, const QString &name)
{
    for (const ChangeNode &node : nodes)
        if (node.name == name)
            return &node;
    return nullptr;
}

} // namespace

class TestChangeDiff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesThePathsThatChanged_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("paths");
        const QString key = QStringLiteral("{'pk':{'S':'CUSTOMER#1'}");
        const auto row = [&key](const char *name, const QString &before, const QString &after, const QString &paths) {
            QTest::newRow(name) << (before.isNull() ? QString() : key + before + QLatin1Char('}'))
                                << (after.isNull() ? QString() : key + after + QLatin1Char('}')) << paths;
        };
        row("an attribute", ",'n':{'N':'1'}", ",'n':{'N':'2'}", "n");
        row("another type", ",'n':{'N':'1'}", ",'n':{'S':'1'}", "n");
        row("added and removed", ",'a':{'N':'1'},'c':{'N':'1'}", ",'b':{'N':'1'},'c':{'N':'1'}", "a, b");
        row("in a map", ",'m':{'M':{'x':{'N':'1'},'y':{'M':{'z':{'N':'1'}}}}}",
            ",'m':{'M':{'x':{'N':'1'},'y':{'M':{'z':{'N':'2'}}}}}", "m.y.z");
        row("in a list", ",'l':{'L':[{'S':'a'},{'S':'b'}]}", ",'l':{'L':[{'S':'a'},{'S':'c'},{'S':'d'}]}", "l[1], l[2]");
        row("a set", ",'s':{'SS':['a','b']}", ",'s':{'SS':['b','c']}", "s");
        row("a map that was a list", ",'m':{'M':{}}", ",'m':{'L':[]}", "m");
        row("inserted: all but the key", QString(), ",'a':{'N':'1'},'m':{'M':{'x':{'N':'1'}}}", "a, m");
        row("removed", ",'a':{'N':'1'}", QString(), "a");
        row("nothing but the key", QString(), "", "");
    }
    void namesThePathsThatChanged()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(changedPaths(change(before.toStdString(), after.toStdString()), 10).paths.join(QStringLiteral(", ")), "paths");
    }

    void countsPathsBeyondTheLimit()
    {
        const ChangedPaths found = changedPaths(
            change({}, "{'pk':{'S':'CUSTOMER#1'},'a':{'N':'1'},'b':{'N':'1'},'c':{'N':'1'},'d':{'N':'1'}}"), 3);
        QCOMPARE(found.paths.size(), 3);
        QCOMPARE(found.more, 1);
    }

    void marksDownToTheNestedValue()
    {
        const auto before = item("{'m':{'M':{'same':{'S':'x'},'n':{'N':'1'},'s':{'NS':['1','2']}}}}");
        const auto after = item("{'m':{'M':{'same':{'S':'x'},'n':{'N':'2'},'s':{'NS':['2','3']}}},'new':{'BOOL':true}}");
        const auto nodes = diffOf(before.view(), after.view());
        QCOMPARE(nodes.size(), std::size_t{2});
        const ChangeNode *map = child(nodes, QStringLiteral("m"));
        QCOMPARE(map->kind, ChangeKind::Changed);
        QCOMPARE(child(map->children, QStringLiteral("same"))->kind, ChangeKind::Same);
        QCOMPARE(child(map->children, QStringLiteral("n"))->kind, ChangeKind::Changed);
        const ChangeNode *set = child(map->children, QStringLiteral("s"));
        QCOMPARE(set->children.size(), std::size_t{3});
        QCOMPARE(set->children[0].kind, ChangeKind::Removed); // 1
        QCOMPARE(set->children[1].kind, ChangeKind::Same);    // 2
        QCOMPARE(set->children[2].kind, ChangeKind::Added);   // 3
        QCOMPARE(child(nodes, QStringLiteral("new"))->kind, ChangeKind::Added);
    }

    void endsInAHugeItem()
    {
        std::string json = "{'l':{'L':[";
        for (int i = 0; i < 20'000; ++i)
            json += (i ? ",{'N':'" : "{'N':'") + std::to_string(i) + "'}";
        json += "]}}";
        const auto huge = item(json);
        const auto nodes = diffOf(std::nullopt, huge.view());
        QCOMPARE(nodes.front().children.size(), std::size_t{20'000}); // one level is whole
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("passes");
        QTest::newRow("none") << QString() << true;
        QTest::newRow("its operation") << "operations=m" << true;
        QTest::newRow("another operation") << "operations=ir" << false;
        QTest::newRow("part of the key, other case") << "key=customer%23" << true;
        QTest::newRow("another key") << "key=ORDER" << false;
        QTest::newRow("a changed path") << "attribute=address.city" << true;
        QTest::newRow("an attribute above it") << "attribute=address" << true;
        QTest::newRow("an attribute that stayed") << "attribute=name" << false;
    }
    void filters()
    {
        QFETCH(QString, filter);
        const ChangeRecord record =
            change("{'pk':{'S':'CUSTOMER#1'},'name':{'S':'Ann'},'address':{'M':{'city':{'S':'Oslo'}}}}",
                   "{'pk':{'S':'CUSTOMER#1'},'name':{'S':'Ann'},'address':{'M':{'city':{'S':'Bergen'}}}}");
        const ChangeFilter read = ChangeFilter::fromText(filter);
        QTEST(read.matches(record), "passes");
        QCOMPARE(ChangeFilter::fromText(read.toText()), read);
    }

    void keepsAnyTextOfAFilter()
    {
        ChangeFilter filter;
        filter.hasRemoves = false;
        filter.key = QStringLiteral("a&b=c %25 ü+");
        filter.attribute = QStringLiteral("x[0].y");
        QCOMPARE(ChangeFilter::fromText(filter.toText()), filter);
        QCOMPARE(ChangeFilter().toText(), QString());
    }

    void passesWhatAStreamOfKeysDoesNotCarry()
    {
        ChangeRecord record = change("{'pk':{'S':'CUSTOMER#1'},'n':{'N':'1'}}", "{'pk':{'S':'CUSTOMER#1'},'n':{'N':'2'}}");
        record.record.dynamodb->oldImage.reset();
        ChangeFilter filter;
        filter.attribute = QStringLiteral("n");
        QVERIFY(filter.matches(record)); // the image it has, has it
        filter.attribute = QStringLiteral("other");
        QVERIFY(!filter.matches(record));
        QVERIFY(!record.hasBothSides());
    }

    void ordersSequenceNumbersAsNumbers()
    {
        QVERIFY(isEarlier("9", "10"));
        QVERIFY(!isEarlier("10", "9"));
        QVERIFY(!isEarlier("00010", "10"));
        QVERIFY(isEarlier("00009", "10"));
    }
};

QTEST_GUILESS_MAIN(TestChangeDiff)
#include "tst_change_diff.moc"
