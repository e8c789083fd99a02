#include <QtCore/QCoreApplication>
#include <QtGui/QUndoStack>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "base/executor.h"
#include "models/change_set.h"
#include "models/item_grid_model.h"
#include "models/segment_source.h"
#include "support/paged_service.h"

using namespace stator;
using namespace stator::ui;

namespace {

TableShape shape()
{
    TableShape table;
    table.name = "T";
    table.keys.partition = {{"pk", model::ValueType::S}};
    table.keys.sort = {{"n", model::ValueType::N}};
    return table;
}

document::Item keyed(int partition, int number) { return testing::numberedItem(partition, number); }

document::Item withNote(int partition, int number, const std::string &note)
{
    document::ItemWriter writer;
    const document::Item key = keyed(partition, number);
    for (const auto &member : key.view().attributes()) {
        writer.name(member.name);
        writer.value(member.value);
    }
    writer.name("note");
    writer.string(note);
    return writer.finish();
}

} // namespace

class TestItemGridModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service = std::make_shared<testing::PagedService>();
        m_executor = std::make_shared<ManualExecutor>();
        m_service->itemsOfSegment = [](int segment, int segments) { return segment == segments / 2 ? 400 : 20 + segment % 7 * 15; };
        m_source = std::make_unique<SegmentSource>(ServiceClient(m_service, m_executor, "us-east-1"), api::ScanRequest(), 2'000);
        m_model = std::make_unique<ItemGridModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_tester->setUseFetchMore(false);
        m_model->setSource(m_source.get(), shape(), {});
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_source.reset();
        m_undo.clear();
        m_set.reset();
    }

    void followsTheSourceWhileItLearnsItsRows()
    {
        QCOMPARE(m_model->rowCount(), 2'000);
        QCOMPARE(m_model->data(m_model->index(0, 0), Qt::DisplayRole), QVariant());
        for (const int row : {0, 900, 1'050, 1'200, 300}) {
            m_model->want(row, row + 40);
            settle();
        }
        QCOMPARE(m_model->rowCount(), static_cast<int>(m_source->rowCount()));
        QCOMPARE(m_model->data(m_model->index(0, 0), Qt::DisplayRole).toString(), QStringLiteral("p0"));
        QCOMPARE(m_model->data(m_model->index(0, 1), Qt::DisplayRole).toString(), QStringLiteral("0"));
    }

    void arrangesColumnsOnceTheFirstItemsAreThere()
    {
        QSignalSpy arranged(m_model.get(), &ItemGridModel::arranged);
        m_model->want(0, 40);
        settle();
        QCOMPARE(arranged.size(), 1);
        m_model->want(600, 640);
        settle();
        QCOMPARE(arranged.size(), 1);
    }

    void showsStagedEditsInPlaceOfWhatWasRead()
    {
        load();
        m_model->setChanges(&m_changes());
        m_changes().stage(keyed(0, 3), keyed(0, 3), withNote(0, 3, "hello"), QStringLiteral("x"));
        QVERIFY(m_model->rowAt(3).edit);
        QVERIFY(m_model->rowAt(3).shown.attribute("note"));
        m_changes().stage(keyed(0, 4), keyed(0, 4), std::nullopt, QStringLiteral("x"));
        QVERIFY(m_model->rowAt(4).isDeleted);
        m_undo.undo();
        QVERIFY(!m_model->rowAt(4).isDeleted);
    }

    void putsNewItemsAboveTheOthers()
    {
        load();
        m_model->setChanges(&m_changes());
        const int rows = m_model->rowCount();
        m_changes().stage(keyed(77, 1), std::nullopt, withNote(77, 1, "new"), QStringLiteral("x"));
        QCOMPARE(m_model->rowCount(), rows + 1);
        QCOMPARE(m_model->data(m_model->index(0, 0), Qt::DisplayRole).toString(), QStringLiteral("p77"));
        QCOMPARE(m_model->data(m_model->index(1, 0), Qt::DisplayRole).toString(), QStringLiteral("p0"));
        m_undo.undo();
        QCOMPARE(m_model->rowCount(), rows);
    }

    void editsKeepTheTypeAndRefuseKeys()
    {
        load();
        m_model->setChanges(&m_changes());
        QVERIFY(!m_model->flags(m_model->index(0, 0)).testFlag(Qt::ItemIsEditable));
        QVERIFY(!m_model->editRefusal(m_model->index(0, 1)).isEmpty());
        // An attribute that others add joins at the end, here out of the fold: few items have it.
        m_model->refreshItem(0, withNote(0, 0, "theirs"));
        m_model->unfold("note");
        const auto note = m_model->index(0, 2);
        QCOMPARE(note.data().toString(), QStringLiteral("theirs"));
        QVERIFY(m_model->stageText(note, QStringLiteral("mine")).ok());
        QVERIFY(*m_changes().find(keyed(0, 0))->wanted == withNote(0, 0, "mine"));
        QVERIFY(m_model->data(note, Qt::ToolTipRole).toString().contains(QStringLiteral("theirs")));
        QVERIFY(m_model->stageText(note, QStringLiteral("theirs")).ok());
        QVERIFY(m_changes().isEmpty());
    }

    void marksWhatOthersChangedAndDeletedWithoutMovingIt()
    {
        load();
        const int rows = m_model->rowCount();
        QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_model->refreshItem(5, withNote(0, 5, "theirs"));
        QVERIFY(m_model->rowAt(5).shown.attribute("note"));
        m_model->refreshItem(6, std::nullopt);
        QVERIFY(m_model->rowAt(6).isGone);
        QVERIFY(m_model->rowAt(6).isLoaded);
        m_model->refreshItem(6, keyed(0, 6));
        QVERIFY(!m_model->rowAt(6).isGone);
        QCOMPARE(m_model->rowCount(), rows);
        QCOMPARE(moved.size(), 0);
    }

private:
    void settle()
    {
        for (int i = 0; i < 30; ++i) {
            m_executor->runAll();
            QCoreApplication::processEvents();
        }
    }
    void load()
    {
        m_model->want(0, 40);
        settle();
    }
    ChangeSet &m_changes()
    {
        if (!m_set)
            m_set = std::make_unique<ChangeSet>(TableAddress{"us-east-1", "T"}, [](const CommitRequest &, std::function<void(Result<void>)>) {}, &m_undo);
        return *m_set;
    }

    std::shared_ptr<testing::PagedService> m_service;
    std::shared_ptr<ManualExecutor> m_executor;
    std::unique_ptr<SegmentSource> m_source;
    std::unique_ptr<ItemGridModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QUndoStack m_undo;
    std::unique_ptr<ChangeSet> m_set;
};

QTEST_MAIN(TestItemGridModel)
#include "tst_item_grid_model.moc"
