#include <QtTest/QTest>

#include "document/check.h"
#include "document/json_reader.h"
#include "document/json_writer.h"
#include "document/path_tree.h"

using namespace stator;
using namespace stator::document;

namespace {

// "a.b[3]" without reserved characters, as the expression module would have resolved it.
Path path(const std::string &text)
{
    Path steps;
    std::string name;
    const auto endName = [&] {
        if (!name.empty())
            steps.emplace_back(std::exchange(name, {}));
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '.') {
            endName();
        } else if (text[i] == '[') {
            endName();
            steps.emplace_back(static_cast<std::uint32_t>(std::stoul(text.substr(i + 1))));
            i = text.find(']', i);
        } else {
            name += text[i];
        }
    }
    endName();
    return steps;
}

Result<PathTree> treeOf(const QStringList &paths)
{
    PathTree tree;
    std::uint32_t leaf = 0;
    for (const QString &text : paths)
        STATOR_CHECK(tree.insert(path(text.toStdString()), leaf++));
    return tree;
}

Item item(const char *json)
{
    return *parseItem(json);
}

} // namespace

class TestPathTree : public QObject {
    Q_OBJECT

private slots:
    void refusesPathsInEachOthersWay_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QString>("message");
        const QString overlap =
            QStringLiteral("Two document paths overlap with each other; must remove or rewrite "
                           "one of these paths; path one: [%1], path two: [%2]");
        const QString conflict =
            QStringLiteral("Two document paths conflict with each other; must remove or rewrite "
                           "one of these paths; path one: [%1], path two: [%2]");
        QTest::newRow("containing") << QStringList{"a", "a.b"} << overlap.arg("a", "a, b");
        QTest::newRow("contained") << QStringList{"a.b", "a"} << overlap.arg("a, b", "a");
        QTest::newRow("equal") << QStringList{"x", "a[1]", "a[1]"} << overlap.arg("a, [1]", "a, [1]");
        QTest::newRow("deep") << QStringList{"a.b.c", "a.b.c[0].d"}
                              << overlap.arg("a, b, c", "a, b, c, [0], d");
        QTest::newRow("name and index") << QStringList{"a.b", "a[1]"} << conflict.arg("a, b", "a, [1]");
        QTest::newRow("index and name") << QStringList{"a[1].x", "a.b"} << conflict.arg("a, [1], x", "a, b");
    }
    void refusesPathsInEachOthersWay()
    {
        QFETCH(QStringList, paths);
        QFETCH(QString, message);
        const auto tree = treeOf(paths);
        QVERIFY(!tree.ok());
        QCOMPARE(tree.error().message, message.toStdString());
    }

    void aRefusedPathLeavesNothingBehind()
    {
        PathTree tree;
        QVERIFY(tree.insert(path("a.b"), 0).ok());
        QVERIFY(!tree.insert(path("a.b.c.d"), 1).ok());
        QVERIFY(!tree.insert(path("a[0]"), 1).ok());
        QVERIFY(tree.insert(path("a.c"), 1).ok());
        QCOMPARE(tree.root().members.at("a")->members.size(), std::size_t(2));
        QVERIFY(tree.root().members.at("a")->elements.empty());
        QCOMPARE(*tree.root().members.at("a")->members.at("c")->leaf, 1u);
    }

    void projects_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QString>("json");
        QTest::newRow("nothing there") << QStringList{"x", "m.x", "l[9]", "s.x"} << "{}";
        QTest::newRow("steps of the wrong kind")
            << QStringList{"s[0]", "m[0]", "l.x", "e.x", "n[1].y"} << "{}";
        QTest::newRow("top level") << QStringList{"s", "n"} << R"({"n":{"N":"1"},"s":{"S":"text"}})";
        QTest::newRow("member") << QStringList{"m.a"} << R"({"m":{"M":{"a":{"S":"A"}}}})";
        QTest::newRow("members") << QStringList{"m.b", "m.a"}
                                 << R"({"m":{"M":{"a":{"S":"A"},"b":{"M":{"c":{"N":"2"}}}}}})";
        QTest::newRow("deep member") << QStringList{"m.b.c"} << R"({"m":{"M":{"b":{"M":{"c":{"N":"2"}}}}}})";
        QTest::newRow("elements are packed")
            << QStringList{"l[3]", "l[0]"} << R"({"l":{"L":[{"N":"0"},{"N":"3"}]}})";
        QTest::newRow("inside elements")
            << QStringList{"l[1].k", "l[2].x", "l[3]"} << R"({"l":{"L":[{"M":{"k":{"S":"v"}}},{"N":"3"}]}})";
        QTest::newRow("no empty parents")
            << QStringList{"m.b.x", "m.x.y", "l[1].x", "s"} << R"({"s":{"S":"text"}})";
        QTest::newRow("empty containers are values")
            << QStringList{"e", "f"} << R"({"e":{"L":[]},"f":{"M":{}}})";
        QTest::newRow("all") << QStringList{"e", "f", "l", "m", "n", "s"} << QString();
    }
    void projects()
    {
        QFETCH(QStringList, paths);
        QFETCH(QString, json);
        const Item source = item(R"({"s":{"S":"text"},"n":{"N":"1"},"e":{"L":[]},"f":{"M":{}},
            "m":{"M":{"a":{"S":"A"},"b":{"M":{"c":{"N":"2"}}}}},
            "l":{"L":[{"N":"0"},{"M":{"k":{"S":"v"}}},{"M":{}},{"N":"3"}]}})");
        const auto tree = treeOf(paths);
        QVERIFY(tree.ok());
        const Item projected = project(source.view(), *tree);
        if (json.isNull())
            QVERIFY(projected == source);
        else
            QCOMPARE(itemToJson(projected.view()), json.toStdString());
        QVERIFY(checkItem(projected.bytes()).ok());

        ItemList list;
        projectInto(source.view(), *tree, list);
        projectInto(source.view(), *tree, list);
        QCOMPARE(list.size(), std::size_t(2));
        QVERIFY(list[1] == projected.view());
    }

    void resolvesPaths()
    {
        const Item source = item(R"({"m":{"M":{"l":{"L":[{"S":"x"},{"M":{"k":{"N":"7"}}}]}}}})");
        QCOMPARE(resolve(source.view(), path("m.l[0]"))->text(), std::string_view("x"));
        QVERIFY(resolve(source.view(), path("m.l[1].k")));
        QVERIFY(resolve(source.view(), path("m")));
        for (const char *nowhere : {"x", "m.x", "m[0]", "m.l[2]", "m.l.x", "m.l[0].x", "m.l[0][0]"})
            QVERIFY2(!resolve(source.view(), path(nowhere)), nowhere);
        QCOMPARE(pathText(path("m.l[12].k")), std::string("m, l, [12], k"));
    }
};

QTEST_GUILESS_MAIN(TestPathTree)
#include "tst_path_tree.moc"
