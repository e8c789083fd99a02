#include "features/tables/index_texts.h"

#include <QtTest/QTest>

using namespace stator;
using namespace stator::ui;
using api::ScalarAttributeType;

class TestIndexTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void tellsAllKeysOfAnIndex()
    {
        IndexDraft index;
        index.partition = {{QStringLiteral("country"), ScalarAttributeType::S}, {QStringLiteral("city"), ScalarAttributeType::S}};
        const KeyField table{QStringLiteral("pk"), ScalarAttributeType::B};
        QCOMPARE(indexKeysText(index, table), QStringLiteral("country (S), city (S)"));
        index.sort = {{QStringLiteral("year"), ScalarAttributeType::N}};
        QCOMPARE(indexKeysText(index, table), QStringLiteral("country (S), city (S) · year (N)"));
        index.kind = IndexDraft::Kind::Local;
        QCOMPARE(indexKeysText(index, table), QStringLiteral("pk (B) · year (N)"));
    }

    void tellsVectors()
    {
        IndexDraft index;
        index.kind = IndexDraft::Kind::Vector;
        index.vectorAttribute = QStringLiteral("embedding");
        index.dimensions = 384;
        index.partition = {{QStringLiteral("tenant"), ScalarAttributeType::S}};
        index.filters = {{QStringLiteral("year"), ScalarAttributeType::N}};
        const QString text = indexKeysText(index, {});
        QVERIFY(text.startsWith(QStringLiteral("embedding · 384 dimension")));
        QVERIFY(text.endsWith(QStringLiteral("· cosine · by tenant (S) · filters year (N)")));
    }

    void tellsThroughputWhereThereIsSome()
    {
        ThroughputSettings throughput{5, 2, 1000, 0};
        QCOMPARE(throughputText(throughput, true), QStringLiteral("5 read, 2 write units"));
        QCOMPARE(throughputText(throughput, false), QStringLiteral("at most 1,000 read, any write units"));
        QCOMPARE(throughputText({}, false), QString());
        QCOMPARE(throughputText({}, true), QString());
    }

    void tellsHowFarABackfillIs()
    {
        const auto text = [](api::IndexStatus status, bool isBackfilling, std::int64_t indexed) {
            return indexStateText(status, isBackfilling, indexed, 200);
        };
        QCOMPARE(text(api::IndexStatus::Creating, false, 0), QStringLiteral("Being made"));
        QVERIFY(text(api::IndexStatus::Creating, true, 122).startsWith(QStringLiteral("Backfill 61")));
        // Items may come while it runs.
        QVERIFY(text(api::IndexStatus::Creating, true, 300).startsWith(QStringLiteral("Backfill 100")));
        QCOMPARE(text(api::IndexStatus::Active, false, 200), QStringLiteral("Active"));
        QCOMPARE(indexStateText(api::IndexStatus::Creating, true, 0, 0), QStringLiteral("Being made"));
    }
};

QTEST_GUILESS_MAIN(TestIndexTexts)
#include "tst_index_texts.moc"
