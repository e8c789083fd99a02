#include <QtTest/QTest>

#include "model/number.h"
#include "support/json_file.h"

using namespace stator;
using model::Number;
using test::text;

namespace {

QJsonObject vectors()
{
    return test::jsonFile("tests/core/model/data/number_ordering.json");
}

std::string hex(std::string_view bytes)
{
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex(' ').toUpper().toStdString();
}

std::string textOf(const Number &number)
{
    return model::numberText(number.bytes());
}

} // namespace

class TestNumber : public QObject {
    Q_OBJECT

private slots:
    void storesWhatTheServiceStores_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("sizeBytes");
        const QJsonArray accepted = vectors()["accepted"].toArray();
        QVERIFY(accepted.size() > 50);
        for (const QJsonValue &vector : accepted)
            QTest::newRow(text(vector["input"]).c_str())
                << vector["input"].toString() << vector["stored"].toString() << vector["size_bytes"].toInt();
    }
    void storesWhatTheServiceStores()
    {
        QFETCH(QString, input);
        QFETCH(QString, stored);
        QFETCH(int, sizeBytes);
        const auto number = Number::parse(input.toStdString());
        QVERIFY(number.ok());
        QCOMPARE(textOf(*number), stored.toStdString());
        QCOMPARE(static_cast<int>(number->bytes().size()), sizeBytes);
        QCOMPARE(model::numberSizeBytes(number->bytes()), static_cast<std::uint32_t>(sizeBytes));
        const auto decoded = Number::decode(number->bytes());
        QVERIFY(decoded.ok());
        QVERIFY(*decoded == *number);
    }

    void refusesWhatTheServiceRefuses_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("message");
        const QJsonArray rejected = vectors()["rejected"].toArray();
        QVERIFY(rejected.size() > 25);
        for (const QJsonValue &vector : rejected)
            QTest::newRow(("'" + text(vector["input"]) + "'").c_str())
                << vector["input"].toString() << vector["message"].toString();
        // Zeros are judged by the place of their last digit.
        const auto overflow = QStringLiteral(
            "Number overflow. Attempting to store a number with magnitude larger than supported range");
        const auto underflow = QStringLiteral(
            "Number underflow. Attempting to store a number with magnitude smaller than supported range");
        QTest::newRow("0e126") << QStringLiteral("0e126") << overflow;
        QTest::newRow("0e-131") << QStringLiteral("0e-131") << underflow;
        QTest::newRow("exponent beyond 64 bits") << QStringLiteral("1e99999999999999999999") << overflow;
        QTest::newRow("exponent below 64 bits") << QStringLiteral("1e-99999999999999999999") << underflow;
        QTest::newRow("39 digits around the point")
            << QStringLiteral("1234567890.12345678901234567890123456789")
            << QStringLiteral("Attempting to store more than 38 significant digits in a Number");
    }
    void refusesWhatTheServiceRefuses()
    {
        QFETCH(QString, input);
        QFETCH(QString, message);
        const auto number = Number::parse(input.toStdString());
        QVERIFY(!number.ok());
        QVERIFY(number.error().code == ErrorCode::Validation);
        QCOMPARE(number.error().message, message.toStdString());
    }

    void acceptsAZeroWithItsPointInRange() { QVERIFY(Number::parse("0.0e126").ok()); }

    void ordersLikeTheService()
    {
        const QJsonArray ascending = vectors()["ascending_order"].toArray();
        QVERIFY(ascending.size() > 40);
        for (qsizetype i = 0; i < ascending.size(); ++i) {
            for (qsizetype k = 0; k < ascending.size(); ++k) {
                const auto left = Number::parse(text(ascending[i]));
                const auto right = Number::parse(text(ascending[k]));
                QVERIFY((*left <=> *right) == (i <=> k));
                QVERIFY((left->bytes() < right->bytes()) == (i < k));
            }
        }
    }

    void equalValuesHaveEqualBytes()
    {
        const QJsonArray groups = vectors()["equal_groups"].toArray();
        QVERIFY(groups.size() > 5);
        for (const QJsonValue &group : groups) {
            const auto first = Number::parse(text(group.toArray()[0]));
            for (const QJsonValue &other : group.toArray())
                QVERIFY2(*Number::parse(text(other)) == *first, text(other).c_str());
        }
    }

    void addsAndSubtractsExactly_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("op");
        QTest::addColumn<QString>("b");
        QTest::addColumn<QString>("result");
        QTest::addColumn<QString>("error");
        const QJsonArray sums = vectors()["arithmetic"].toArray();
        QVERIFY(sums.size() > 10);
        for (const QJsonValue &sum : sums)
            QTest::newRow((text(sum["a"]) + text(sum["op"]) + text(sum["b"])).c_str())
                << sum["a"].toString() << sum["op"].toString() << sum["b"].toString()
                << sum["result"].toString() << sum["error"].toString();
    }
    void addsAndSubtractsExactly()
    {
        QFETCH(QString, a);
        QFETCH(QString, op);
        QFETCH(QString, b);
        QFETCH(QString, result);
        QFETCH(QString, error);
        const auto left = Number::parse(a.toStdString());
        const auto right = Number::parse(b.toStdString());
        const auto sum =
            op == QLatin1String("+") ? Number::add(*left, *right) : Number::subtract(*left, *right);
        QCOMPARE(sum.ok(), error.isEmpty());
        if (sum.ok())
            QCOMPARE(textOf(*sum), result.toStdString());
        else
            QCOMPARE(sum.error().message, error.toStdString());
    }

    void refusesADifferenceBelowTheSmallestMagnitude()
    {
        const auto difference = Number::subtract(*Number::parse("1.5e-130"), *Number::parse("1.4e-130"));
        QVERIFY(!difference.ok());
        QCOMPARE(difference.error().message,
                 std::string("Number underflow. Attempting to store a number with magnitude smaller than "
                             "supported range"));
    }

    // The bytes are on disk: this table may grow, never change.
    void keepsItsBytes_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("bytes");
        QTest::newRow("zero") << "0"
                              << "80";
        QTest::newRow("one") << "1"
                             << "C1 02";
        QTest::newRow("minus one") << "-1"
                                   << "3E 64 66";
        QTest::newRow("fraction") << "1.5"
                                  << "C1 02 33";
        QTest::newRow("negative fraction") << "-1.5"
                                           << "3E 64 33 66";
        QTest::newRow("pairs") << "1234"
                               << "C2 0D 23";
        QTest::newRow("hundred") << "100"
                                 << "C2 02";
        QTest::newRow("zero pair inside") << "1000001"
                                          << "C4 02 01 01 02";
        QTest::newRow("smallest") << "1E-130"
                                  << "80 02";
        QTest::newRow("smallest negative") << "-1E-130"
                                           << "7F 64 66";
        QTest::newRow("largest") << "9.9999999999999999999999999999999999999E125"
                                 << "FF 64 64 64 64 64 64 64 64 64 64 64 64 64 64 64 64 64 64 64";
        QTest::newRow("twenty pairs need no terminator")
            << "-1.2345678901234567890123456789012345678"
            << "3E 64 4E 38 22 0C 64 4E 38 22 0C 64 4E 38 22 0C 64 4E 38 22 15";
    }
    void keepsItsBytes()
    {
        QFETCH(QString, number);
        QFETCH(QString, bytes);
        QCOMPARE(hex(Number::parse(number.toStdString())->bytes()), bytes.toStdString());
    }

    void takesWholeNumbers_data()
    {
        QTest::addColumn<qint64>("value");
        for (const qint64 value :
             {qint64(0), qint64(1), qint64(-1), qint64(99), qint64(100), qint64(101), qint64(-1200),
              qint64(1'700'000'000), std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
            QTest::newRow(std::to_string(value).c_str()) << value;
    }
    void takesWholeNumbers()
    {
        QFETCH(qint64, value);
        QCOMPARE(textOf(Number(value)), std::to_string(value));
        QVERIFY(Number(value) == *Number::parse(std::to_string(value)));
    }

    void readsMillionsOfDigits()
    {
        const std::string zeros(8'000'000, '0');
        QCOMPARE(textOf(*Number::parse("0." + zeros + "1e8000001")), std::string("1"));
        QCOMPARE(textOf(*Number::parse("-12" + zeros + "e-8000000")), std::string("-12"));
        QCOMPARE(textOf(*Number::parse(zeros + "7." + zeros)), std::string("7"));
        QVERIFY(!Number::parse("1" + zeros + "1").ok());
        QVERIFY(!Number::parse(zeros + "x").ok());
    }

    void givesTheNearestDouble_data()
    {
        QTest::addColumn<QString>("number");
        for (const char *number :
             {"0", "1", "-1", "0.1", "1.5", "-123.456", "9007199254740993", "1E125", "-1E-130",
              "12345678901234567890123456789012345678", "0.30000000000000004"})
            QTest::newRow(number) << QString::fromLatin1(number);
    }
    void givesTheNearestDouble()
    {
        QFETCH(QString, number);
        const double value = model::numberToDouble(Number::parse(number.toStdString())->bytes());
        QVERIFY(value == number.toDouble());
    }
};

QTEST_GUILESS_MAIN(TestNumber)
#include "tst_number.moc"
