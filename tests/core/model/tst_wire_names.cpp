#include <QtTest/QTest>

#include "model/table_definition.h"
#include "model/value_type.h"

using namespace stator::model;

class TestWireNames : public QObject {
    Q_OBJECT

private slots:
    void everyValueTypeIsFoundByItsName()
    {
        const std::vector<std::string_view> names = {"NULL", "BOOL", "N",  "S", "B",
                                                     "NS",   "SS",   "BS", "L", "M"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto type = static_cast<ValueType>(i + 1);
            QCOMPARE(wireName(type), names[i]);
            QVERIFY(valueTypeFromWireName(names[i]) == type);
        }
    }

    void otherNamesAreNoTypes()
    {
        for (const char *name : {"", "s", "X", "LS", "MS", "SN", "NUL", "null", "BOOLEAN", "BOOl", "NULLS"})
            QVERIFY2(!valueTypeFromWireName(name), name);
    }

    void statesAreCalledAsOnTheWire()
    {
        QCOMPARE(wireName(TableStatus::Creating), std::string_view("CREATING"));
        QCOMPARE(wireName(TableStatus::Updating), std::string_view("UPDATING"));
        QCOMPARE(wireName(TableStatus::Deleting), std::string_view("DELETING"));
        QCOMPARE(wireName(TableStatus::Active), std::string_view("ACTIVE"));
        QCOMPARE(wireName(IndexStatus::Creating), std::string_view("CREATING"));
        QCOMPARE(wireName(IndexStatus::Updating), std::string_view("UPDATING"));
        QCOMPARE(wireName(IndexStatus::Deleting), std::string_view("DELETING"));
        QCOMPARE(wireName(IndexStatus::Active), std::string_view("ACTIVE"));
        QCOMPARE(wireName(BillingMode::Provisioned), std::string_view("PROVISIONED"));
        QCOMPARE(wireName(BillingMode::PayPerRequest), std::string_view("PAY_PER_REQUEST"));
        QCOMPARE(wireName(ProjectionType::All), std::string_view("ALL"));
        QCOMPARE(wireName(ProjectionType::KeysOnly), std::string_view("KEYS_ONLY"));
        QCOMPARE(wireName(ProjectionType::Include), std::string_view("INCLUDE"));
        QCOMPARE(wireName(TableClass::Standard), std::string_view("STANDARD"));
        QCOMPARE(wireName(TableClass::StandardInfrequentAccess), std::string_view("STANDARD_INFREQUENT_ACCESS"));
        QCOMPARE(wireName(TimeToLiveStatus::Disabled), std::string_view("DISABLED"));
        QCOMPARE(wireName(TimeToLiveStatus::Enabling), std::string_view("ENABLING"));
        QCOMPARE(wireName(TimeToLiveStatus::Enabled), std::string_view("ENABLED"));
        QCOMPARE(wireName(TimeToLiveStatus::Disabling), std::string_view("DISABLING"));
    }
};

QTEST_GUILESS_MAIN(TestWireNames)
#include "tst_wire_names.moc"
