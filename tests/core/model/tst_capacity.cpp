#include "model/capacity.h"

#include <QtTest/QTest>

#include "support/json_file.h"

using namespace stator;
using namespace stator::model;

namespace {

std::uint64_t bytesOf(const QJsonValue &value)
{
    return static_cast<std::uint64_t>(value.toInt());
}

std::uint64_t sumOf(const QJsonValue &sizes)
{
    std::uint64_t sum = 0;
    for (const QJsonValue &size : sizes.toArray())
        sum += bytesOf(size);
    return sum;
}

// What the examples say of an operation, in the words of the functions under test.
struct Example {
    QString request;
    QJsonObject sizes;

    bool says(const char *words) const { return request.contains(QLatin1String(words)); }
    bool begins(const char *words) const { return request.startsWith(QLatin1String(words)); }
    std::uint64_t bytes(const char *name) const { return bytesOf(sizes[QLatin1String(name)]); }

    ReadMode readMode() const
    {
        return begins("Transact")            ? ReadMode::Transactional
               : says("ConsistentRead=true") ? ReadMode::Strong
                                             : ReadMode::Eventual;
    }
    WriteMode writeMode() const
    {
        return begins("Transact") ? WriteMode::Transactional : WriteMode::Standard;
    }

    double readEach(const char *name) const
    {
        double units = 0;
        for (const QJsonValue &size : sizes[QLatin1String(name)].toArray())
            units += readUnits(bytesOf(size), readMode());
        return units;
    }
    double writeEach(const char *name) const
    {
        double units = 0;
        for (const QJsonValue &size : sizes[QLatin1String(name)].toArray())
            units += writeUnits(0, bytesOf(size), writeMode());
        return units;
    }

    double table() const
    {
        if (says("replay"))
            return readUnits(sumOf(sizes["new"]), ReadMode::Transactional);
        if (begins("Query on"))
            return says("fetching") ? readEach("table_items") : 0;
        if (begins("Query") || begins("Scan") || says("(scan)"))
            return readUnits(sumOf(sizes["items"]) + bytes("items_total"), readMode());
        if (begins("BatchGetItem") || begins("TransactGetItems"))
            return readEach("items");
        if (begins("GetItem") || says("SELECT"))
            return readUnits(bytes("item"), readMode());
        if (begins("BatchWriteItem"))
            return writeEach("puts_new") + writeEach("deletes_old");
        if (sizes["new"].isArray())
            return writeEach("new") + writeEach("checked");
        if (says("failing condition"))
            return writeUnits(bytes("existing"), bytes("existing"));
        return writeUnits(bytes("old") + bytes("before"), bytes("new") + bytes("after"), writeMode());
    }

    double indexes() const
    {
        if (begins("Query on"))
            return readUnits(sumOf(sizes["entries"]), readMode());
        IndexEntryChange change;
        change.oldBytes = bytes("entry_old");
        change.newBytes = bytes("entry_new");
        change.isKeyChanged = says("changes GSI key value") || says("moving GSI key");
        change.isEqual = says("non-projected attribute");
        double units = indexWriteUnits(change, writeMode());
        for (const char *name : {"gsi_entry_old", "lsi_entry_old"})
            units += indexWriteUnits({.oldBytes = bytes(name)}, writeMode());
        return units;
    }
};

} // namespace

class TestCapacity : public QObject {
    Q_OBJECT

private slots:
    // Not covered: a cancelled transaction reports nothing, TTL, streams and Kinesis have units of their own.
    void costsWhatTheServiceCharges_data()
    {
        QTest::addColumn<QJsonObject>("sizes");
        QTest::addColumn<QJsonObject>("expected");
        const QJsonArray examples =
            test::jsonFile("tests/core/model/data/capacity_examples.json")["examples"].toArray();
        QVERIFY(examples.size() > 60);
        int number = 0;
        for (const QJsonValue &example : examples) {
            const QJsonObject expected = example["expected"].toObject();
            if (expected.contains(QLatin1String("CapacityUnits")))
                QTest::newRow((test::text(example["request"]) + " #" + std::to_string(++number)).c_str())
                    << example["item_sizes_bytes"].toObject() << expected;
        }
        QVERIFY(number > 55);
    }
    void costsWhatTheServiceCharges()
    {
        QFETCH(QJsonObject, sizes);
        QFETCH(QJsonObject, expected);
        const Example example{QString::fromUtf8(QTest::currentDataTag()), sizes};
        QCOMPARE(example.table() + example.indexes(), expected["CapacityUnits"].toDouble());
        if (expected.contains(QLatin1String("Table")))
            QCOMPARE(example.table(), expected["Table"].toObject()["CapacityUnits"].toDouble());
    }

    void anUntouchedIndexCostsNothing()
    {
        QCOMPARE(indexWriteUnits({}), 0.0);
        QCOMPARE(indexWriteUnits({.oldBytes = 3000, .newBytes = 3000, .isEqual = true}), 0.0);
    }

    void aMovedEntryCostsBothImagesEvenIfEqual()
    {
        QCOMPARE(indexWriteUnits({.oldBytes = 1025, .newBytes = 10, .isKeyChanged = true}), 3.0);
        QCOMPARE(indexWriteUnits({.oldBytes = 10, .newBytes = 10, .isKeyChanged = true, .isEqual = true}),
                 2.0);
    }

    void replicasPayWholeBlocks()
    {
        QCOMPARE(replicatedWriteUnits(1229), 2.0);
        QCOMPARE(replicatedWriteUnits(1024), 1.0);
        QCOMPARE(replicatedWriteUnits(0), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestCapacity)
#include "tst_capacity.moc"
