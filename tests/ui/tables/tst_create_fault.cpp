#include "features/tables/create_fault.h"

#include <QtTest/QTest>

using namespace stator;
using namespace stator::ui;
using Where = CreateFault::Place;

class TestCreateFault : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // In the service's own sentences.
    void findsTheField_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("place");
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("option");
        const auto row = [](const char *name, const char *sentence, Where place, int index = -1,
                            SettingsField option = SettingsField::Capacity) {
            QTest::newRow(name) << QString::fromLatin1(sentence) << static_cast<int>(place) << index
                                << static_cast<int>(option);
        };
        row("warm throughput",
            "One or more parameter values were invalid: Requested ReadUnitsPerSecond for WarmThroughput for table is "
            "lower than initial throughput for OnDemand.",
            Where::Option);
        row("index", "One or more parameter values were invalid: Duplicate index name: byDate", Where::Index, 1);
        row("a longer index", "One or more parameter values were invalid: Duplicate index name: byDateAndTime",
            Where::Dialog);
        row("encryption", "One or more parameter values were invalid: SSEType AES256 is not supported", Where::Option,
            -1, SettingsField::Encryption);
        row("policy", "Invalid policy document: it is not a JSON object", Where::Option, -1, SettingsField::Policy);
        row("tag", "Tag Key cannot be prefixed with aws:, Key: aws:x", Where::Option, -1, SettingsField::Tags);
        row("anything", "Something else", Where::Dialog);
    }
    void findsTheField()
    {
        QFETCH(QString, sentence);
        TableDraft table;
        table.settings.newIndexes.resize(2);
        table.settings.newIndexes[0].name = QStringLiteral("by");
        table.settings.newIndexes[1].name = QStringLiteral("byDate");
        const CreateFault fault = createFaultOf(Error::validation(sentence.toStdString()), table);
        QTEST(static_cast<int>(fault.place), "place");
        QTEST(fault.index, "index");
        QTEST(static_cast<int>(fault.option), "option");
    }

    void aTakenNameIsTheNames()
    {
        QVERIFY(createFaultOf(Error::resourceInUse("Table already exists: Shop"), {}).place == Where::Name);
    }

    void otherFailuresAreTheDialogs()
    {
        QVERIFY(createFaultOf({ErrorCode::ShuttingDown, "WarmThroughput", {}}, {}).place == Where::Dialog);
    }
};

QTEST_GUILESS_MAIN(TestCreateFault)
#include "tst_create_fault.moc"
