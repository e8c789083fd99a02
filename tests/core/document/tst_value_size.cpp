#include <QtTest/QTest>

#include "document/json_reader.h"
#include "model/capacity.h"
#include "model/limits.h"
#include "support/json_file.h"

using namespace stator;

class TestValueSize : public QObject {
    Q_OBJECT

private slots:
    void itemsAreAsLargeAsTheServiceSays_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<QJsonObject>("expected");
        const QJsonObject data = test::jsonFile("tests/core/model/data/size_examples.json");
        const QJsonArray examples = data["examples"].toArray();
        QVERIFY(examples.size() > 20);
        for (const QJsonValue &example : examples)
            QTest::newRow(test::text(example["description"]).c_str())
                << QJsonDocument(example["item"].toObject()).toJson(QJsonDocument::Compact)
                << example.toObject();

        // Templates: one attribute repeats a character.
        const QJsonArray templates = data["templates"].toArray();
        QVERIFY(templates.size() > 5);
        for (const QJsonValue &example : templates) {
            QJsonObject item = example["template"].toObject();
            const QJsonObject repeat = item["d"].toObject()["S_repeat"].toObject();
            item["d"] = QJsonObject{{"S", QString(repeat["count"].toInt(), repeat["char"].toString()[0])}};
            QTest::newRow(test::text(example["description"]).c_str())
                << QJsonDocument(item).toJson(QJsonDocument::Compact) << example.toObject();
        }
    }
    void itemsAreAsLargeAsTheServiceSays()
    {
        QFETCH(QByteArray, item);
        QFETCH(QJsonObject, expected);
        const auto document = document::parseItem(item.toStdString());
        QVERIFY2(document.ok(), item);
        const std::uint32_t size = document->view().sizeBytes();
        QCOMPARE(static_cast<int>(size), expected["size_bytes"].toInt());
        QCOMPARE(static_cast<int>(model::writeBlocks(size)), expected["write_blocks_1k"].toInt());
        QCOMPARE(static_cast<int>(model::readBlocks(size)), expected["read_blocks_4k"].toInt());
        if (expected.contains(QLatin1String("accepted")))
            QCOMPARE(size <= model::kItemBytes, expected["accepted"].toBool());
    }
};

QTEST_GUILESS_MAIN(TestValueSize)
#include "tst_value_size.moc"
