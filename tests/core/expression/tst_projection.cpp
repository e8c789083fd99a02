#include "core/expression/given.h"
#include "expression/projection.h"

using namespace stator;
using namespace stator::expression;

namespace {

Result<Projection> parsed(const QString &text)
{
    auto placeholders = given::placeholders("#a=a #dot=x.y", "");
    return parseProjection(text.toStdString(), placeholders);
}

} // namespace

class TestProjection : public QObject {
    Q_OBJECT

private slots:
    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("error");
        QTest::newRow("empty") << ""
                               << "The expression can not be empty;";
        QTest::newRow("spaces only") << "  "
                                     << "The expression can not be empty;";
        QTest::newRow("comma at the end") << "a, b,"
                                          << "Syntax error; token: \"<EOF>\", near: \",\"";
        QTest::newRow("no comma") << "a b"
                                  << "Syntax error; token: \"b\", near: \"a b\"";
        QTest::newRow("value") << "a, :b"
                               << "Syntax error; token: \":b\", near: \", :b\"";
        QTest::newRow("function") << "size(a)"
                                  << "Syntax error; token: \"(\", near: \"size(a\"";
        QTest::newRow("reserved") << "a, Name"
                                  << "Attribute name is a reserved keyword; reserved keyword: Name";
        QTest::newRow("reserved before undefined")
            << "#no, name"
            << "Attribute name is a reserved keyword; reserved keyword: name";
        QTest::newRow("undefined")
            << "a, #no"
            << "An expression attribute name used in the document path is not defined; "
               "attribute name: #no";
        const QString rest = " with each other; must remove or rewrite one of these paths; path one: ";
        QTest::newRow("same twice") << "a, a"
                                    << "Two document paths overlap" + rest + "[a], path two: [a]";
        QTest::newRow("same by alias") << "a, #a"
                                       << "Two document paths overlap" + rest + "[a], path two: [a]";
        QTest::newRow("one within the other")
            << "a, a.b"
            << "Two document paths overlap" + rest + "[a], path two: [a, b]";
        QTest::newRow("other way round")
            << "b[1].c, b[1]"
            << "Two document paths overlap" + rest + "[b, [1], c], path two: [b, [1]]";
        QTest::newRow("conflict") << "a.b, a[1]"
                                  << "Two document paths conflict" + rest + "[a, b], path two: [a, [1]]";
        QTest::newRow("undefined before overlap")
            << "a, a, #no"
            << "An expression attribute name used in the document path is not "
               "defined; attribute name: #no";
    }
    void refusesWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, error);
        QCOMPARE(given::errorOf(parsed(text)), "Invalid ProjectionExpression: " + error);
    }

    void selects_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("selected");
        QTest::newRow("attributes") << "b, #dot"
                                    << R"({"b":{"N":"1"},"x.y":{"S":"dot"}})";
        QTest::newRow("members") << "a.k, a.m.n"
                                 << R"({"a":{"M":{"k":{"S":"v"},"m":{"M":{"n":{"N":"2"}}}}}})";
        QTest::newRow("elements are packed") << "l[2], l[0]"
                                             << R"({"l":{"L":[{"N":"10"},{"N":"12"}]}})";
        QTest::newRow("unresolved paths vanish") << "gone, a.gone.k, l[9], b.c"
                                                 << "{}";
        QTest::newRow("some resolve") << "a.gone, a.k"
                                      << R"({"a":{"M":{"k":{"S":"v"}}}})";
    }
    void selects()
    {
        QFETCH(QString, text);
        QFETCH(QString, selected);
        const auto item = given::item(R"({"a":{"M":{"k":{"S":"v"},"m":{"M":{"n":{"N":"2"}}}}},"b":{"N":"1"},
            "l":{"L":[{"N":"10"},{"N":"11"},{"N":"12"}]},"x.y":{"S":"dot"}})");
        const auto projection = parsed(text);
        QVERIFY2(projection.ok(), qPrintable(given::errorOf(projection)));
        QCOMPARE(given::json(document::project(item.view(), projection->paths).view()),
                 given::json(selected.toStdString()));
    }

    void knowsItsAttributes()
    {
        const auto projection = parsed("b, #a.c[0], #a.d");
        QVERIFY(projection.ok());
        QCOMPARE(projection->attributes.size(), std::size_t(2));
        QCOMPARE(projection->attributes[0].attribute, std::string("b"));
        QVERIFY(!projection->attributes[0].isNested);
        QVERIFY(projection->attributes[1].isNested);
    }

    void refusesPathsDeeperThanAnyItem()
    {
        const auto pathOf = [](int elements) { return "a" + QString("[0]").repeated(elements - 1); };
        QVERIFY(parsed(pathOf(32)).ok());
        for (const int elements : {33, 1300}) {
            const auto refused = parsed(pathOf(elements));
            QVERIFY(!refused.ok());
            QCOMPARE(QString::fromStdString(refused.error().message),
                     "Invalid ProjectionExpression: The document path has too many nesting levels; nesting "
                     "levels: " +
                         QString::number(elements));
        }
    }
};

QTEST_GUILESS_MAIN(TestProjection)
#include "tst_projection.moc"
