#include <QtTest/QTest>

#include "document/json_reader.h"
#include "models/time_left.h"
#include "models/value_text.h"

using namespace stator;
using namespace stator::ui;
using document::ValueType;

namespace {

document::Value value(const QString &json)
{
    auto parsed = document::parseValue(json.toStdString());
    STATOR_ASSERT(parsed.ok());
    return std::move(*parsed);
}

} // namespace

class TestValueText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysHowFarATimeToLiveIs_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("days") << QByteArray("1000345600") << QStringLiteral("in 4 d");
        QTest::newRow("fraction") << QByteArray("1000000030.5") << QStringLiteral("in 30 s");
        QTest::newRow("past") << QByteArray("999999000") << QStringLiteral("16 min ago");
        QTest::newRow("milliseconds") << QByteArray("1000000000000") << QStringLiteral("milliseconds?");
        QTest::newRow("beyond seconds of any clock") << QByteArray("1e60") << QString();
    }

    void saysHowFarATimeToLiveIs()
    {
        QFETCH(QByteArray, number);
        QFETCH(QString, text);
        QCOMPARE(timeLeftText(document::Value::number(number.toStdString()).view(), 1'000'000'000), text);
        QCOMPARE(timeLeftText(document::Value::string(number.toStdString()).view(), 1'000'000'000), QString());
    }

    void readsAsOneLine_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("trailing");
        const auto row = [](const char *name, const char *json, CellKind kind, const char *text, const char *trailing = "") {
            QTest::newRow(name) << QString::fromUtf8(json) << static_cast<int>(kind) << QString::fromUtf8(text) << QString::fromUtf8(trailing);
        };
        row("text", R"({"S":"abc"})", CellKind::Text, "abc");
        row("empty text", R"({"S":""})", CellKind::EmptyText, "\"\"");
        row("line ends", R"({"S":"a\nb\r\nc"})", CellKind::Text, "a↵b↵c");
        row("outer spaces", R"({"S":" a b "})", CellKind::Text, "·a b·");
        row("null", R"({"NULL":true})", CellKind::Null, "null");
        row("true", R"({"BOOL":true})", CellKind::True, "✓ true");
        row("false", R"({"BOOL":false})", CellKind::False, "– false");
        row("zero", R"({"N":"0"})", CellKind::Number, "0");
        row("38 digits", R"({"N":"12345678901234567890.123456789012345678"})", CellKind::Number, "12345678901234567890.123456789012345678");
        row("binary", R"({"B":"iVBORw=="})", CellKind::Binary, "89 50 4E 47", "4 B");
        row("set", R"({"SS":["b","a"]})", CellKind::Collection, "{a, b}", "2");
        row("list", R"({"L":[{"S":"a"},{"N":"2"}]})", CellKind::Collection, "[2] a, 2");
        row("map", R"({"M":{"city":{"S":"Oslo"},"n":{"NULL":true}}})", CellKind::Collection, "{2} city: Oslo, n: null");
        row("nested", R"({"L":[{"M":{"a":{"L":[]}}}]})", CellKind::Collection, "[1] {a: []}");
    }

    void readsAsOneLine()
    {
        QFETCH(QString, json);
        QFETCH(int, kind);
        QFETCH(QString, text);
        QFETCH(QString, trailing);
        QLocale::setDefault(QLocale::c());
        const document::Value read = value(json);
        const CellText cell = cellText(read.view());
        QCOMPARE(static_cast<int>(cell.kind), kind);
        QCOMPARE(cell.text, text);
        QCOMPARE(cell.trailing, trailing);
    }

    void saysNothingForAnAbsentValue()
    {
        QVERIFY(cellText(std::nullopt).kind == CellKind::Absent);
        QVERIFY(cellText(std::nullopt).text.isEmpty());
    }

    void cutsWhatNoCellShows()
    {
        const document::Value read = document::Value::string(std::string(400'000, 'x'));
        const CellText cell = cellText(read.view());
        QVERIFY(cell.isCut);
        QVERIFY(cell.text.size() < 1000);
    }

    void keepsTheTypeOfWhatIsTyped()
    {
        QVERIFY(*valueFromText(ValueType::S, QStringLiteral("12")) == document::Value::string("12"));
        QVERIFY(*valueFromText(ValueType::N, QStringLiteral(" 1e3 ")) == document::Value::number("1000"));
        QVERIFY(*valueFromText(ValueType::Bool, QStringLiteral("TRUE")) == document::Value::boolean(true));
        QVERIFY(!valueFromText(ValueType::N, QStringLiteral("12a")).ok());
        QVERIFY(!valueFromText(ValueType::N, QString(39, u'9')).ok());
        QVERIFY(!valueFromText(ValueType::Bool, QStringLiteral("yes")).ok());
        QVERIFY(!valueFromText(ValueType::L, QStringLiteral("[]")).ok());
    }

    void copiesValuesWhole()
    {
        QCOMPARE(plainText(value(QStringLiteral(R"({"SS":["a","b"]})")).view()), QStringLiteral(R"(["a","b"])"));
        QCOMPARE(plainText(value(QStringLiteral(R"({"M":{"a":{"N":"1"}}})")).view()), QStringLiteral(R"({"a":{"N":"1"}})"));
        QCOMPARE(plainText(value(QStringLiteral(R"({"B":"AAEC"})")).view()), QStringLiteral("AAEC"));
    }
};

QTEST_GUILESS_MAIN(TestValueText)
#include "tst_value_text.moc"
