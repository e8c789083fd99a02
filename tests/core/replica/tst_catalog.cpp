#include <QTest>

#include "replica/catalog.h"
#include "support/tables.h"

using namespace stator;
using replica::Catalog;

class TestCatalog : public QObject {
    Q_OBJECT

private slots:
    void findsByNameAndStorageId()
    {
        Catalog catalog;
        catalog.put(testing::table(5, "Music"));
        QCOMPARE(catalog.find("Music")->storageId, 5u);
        QCOMPARE(catalog.find(5)->name, std::string("Music"));
        QVERIFY(!catalog.find("music"));
        QVERIFY(!catalog.find(6));
    }

    void snapshotsAndHandlesDoNotChange()
    {
        Catalog catalog;
        catalog.put(testing::table(5, "Music"));
        const auto before = catalog.snapshot();
        const auto definition = catalog.find("Music");
        auto changed = testing::table(5, "Music");
        changed.isDeletionProtected = true;
        catalog.put(changed);
        catalog.put(testing::table(6, "Books"));
        QVERIFY(!definition->isDeletionProtected);
        QCOMPARE(before->byName.size(), std::size_t(1));
        QVERIFY(catalog.find("Music")->isDeletionProtected);
        QCOMPARE(catalog.snapshot()->byName.begin()->first, std::string("Books"));
    }

    void droppingAnOldTableKeepsTheNewOneOfItsName()
    {
        Catalog catalog;
        catalog.put(testing::table(5, "Music"));
        catalog.put(testing::table(6, "Music"));
        catalog.remove(5);
        QCOMPARE(catalog.find("Music")->storageId, 6u);
        QVERIFY(!catalog.find(5));
        catalog.remove(6);
        QVERIFY(!catalog.find("Music"));
    }

    void storageIdsAreNeverGivenTwice()
    {
        Catalog catalog;
        QCOMPARE(catalog.reserveStorageId(), 1u);
        catalog.put(testing::table(10, "Music"));
        catalog.remove(10);
        QCOMPARE(catalog.reserveStorageId(), 11u);
        catalog.markStorageIdUsed(4);
        QCOMPARE(catalog.reserveStorageId(), 12u);
    }
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
