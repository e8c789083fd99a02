// Sorting and finding in what is loaded.
#include <QtTest/QTest>

#include "document/writer.h"
#include "model/number.h"
#include "models/row_search.h"
#include "models/sorted_source.h"

using namespace stator;
using namespace stator::ui;

namespace {

SortedRow row(std::int64_t number, const std::function<void(document::ItemWriter &)> &write)
{
    document::ItemWriter writer;
    write(writer);
    auto page = std::make_shared<ItemPage>();
    page->items.append(writer.finish().view());
    return {number, {std::move(page), 0}};
}

// The attribute `v` with that value; nothing: without it.
SortedRow valued(std::int64_t number, const std::optional<document::Value> &value)
{
    return row(number, [&value](document::ItemWriter &writer) {
        if (value) {
            writer.name("v");
            writer.value(value->view());
        }
    });
}

QList<int> orderOf(const std::vector<SortedRow> &rows)
{
    QList<int> order;
    for (const SortedRow &one : rows)
        order.append(static_cast<int>(one.row));
    return order;
}

} // namespace

class TestLoadedRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sortsNumbersByValueAndTextsByBytes()
    {
        const std::vector<SortedRow> rows{valued(0, document::Value::number("10")), valued(1, document::Value::string("b")),
                                          valued(2, document::Value::number("-3.5")), valued(3, document::Value::string("B")),
                                          valued(4, document::Value::number("9"))};
        QCOMPARE(orderOf(sortRows(rows, {"v", false})), (QList<int>{2, 4, 0, 3, 1}));
        QCOMPARE(orderOf(sortRows(rows, {"v", true})), (QList<int>{1, 3, 0, 4, 2}));
    }

    void putsAbsentLastEitherWay()
    {
        const std::vector<SortedRow> rows{valued(0, {}), valued(1, document::Value()), valued(2, document::Value::number("1"))};
        QCOMPARE(orderOf(sortRows(rows, {"v", false})), (QList<int>{2, 1, 0}));
        QCOMPARE(orderOf(sortRows(rows, {"v", true})), (QList<int>{1, 2, 0}));
    }

    void keepsTheOrderOfEqualValues()
    {
        std::vector<SortedRow> rows;
        for (int i = 0; i < 20; ++i)
            rows.push_back(valued(i, document::Value::number(i % 2 == 0 ? "1" : "2")));
        const QList<int> order = orderOf(sortRows(rows, {"v", true}));
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(order.at(i), 2 * i + 1);
            QCOMPARE(order.at(10 + i), 2 * i);
        }
    }

    void findsTextAtAnyDepth()
    {
        const std::vector<SortedRow> rows{
            row(3,
                [](document::ItemWriter &writer) {
                    writer.name("address");
                    writer.beginMap();
                    writer.name("city");
                    writer.string("Oslo");
                    writer.endMap();
                    writer.name("city");
                    writer.string("OSLO");
                }),
            row(7,
                [](document::ItemWriter &writer) {
                    writer.name("oslo");
                    writer.string("elsewhere");
                    writer.name("total");
                    writer.numberBytes(model::Number(1234).bytes());
                })};
        const auto found = findText(rows, QStringLiteral("oslo"), {});
        QCOMPARE(found.size(), 2U); // values, not names
        QVERIFY((found.front() == FoundCell{3, "address"}));
        QVERIFY((found.back() == FoundCell{3, "city"}));
        QVERIFY((findText(rows, QStringLiteral("123"), {}) == std::vector<FoundCell>{{7, "total"}}));
        QVERIFY(findText(rows, QString(), {}).empty());
    }

    void stopsFindingWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(findText({valued(0, document::Value::string("x"))}, QStringLiteral("x"), stop.get_token()).empty());
    }
};

QTEST_GUILESS_MAIN(TestLoadedRows)
#include "tst_loaded_rows.moc"
