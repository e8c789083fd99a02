#include <QAbstractItemModelTester>
#include <QTest>

#include "features/requests/request_model.h"

using namespace stator::ui;

namespace {

std::vector<RequestRow> rows(std::int64_t first, int count)
{
    std::vector<RequestRow> rows(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].number = first + static_cast<std::int64_t>(i);
        rows[i].operation = u"PutItem"_qs;
    }
    return rows;
}

} // namespace

class TestRequestModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void appendsAtTheEnd()
    {
        RequestModel model;
        QAbstractItemModelTester tester(&model);
        model.append(rows(1, 3));
        model.append(rows(4, 2));
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.at(4).number, 5);
        QCOMPARE(model.newest(), 5);
    }

    void keepsTheLatest()
    {
        RequestModel model;
        model.append(rows(1, RequestModel::kMostRows));
        model.append(rows(RequestModel::kMostRows + 1, 10));
        QCOMPARE(model.rowCount(), RequestModel::kMostRows);
        QCOMPARE(model.at(0).number, 11);
        model.append(rows(RequestModel::kMostRows + 11, RequestModel::kMostRows + 5));
        QCOMPARE(model.rowCount(), RequestModel::kMostRows);
        QCOMPARE(model.at(model.rowCount() - 1).number, model.newest());
    }

    void movesNothingWhileFrozen()
    {
        RequestModel model;
        QAbstractItemModelTester tester(&model);
        model.append(rows(1, 3));
        model.setFrozen(true);
        model.append(rows(4, 7));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.heldCount(), 7);
        // What is held is not asked for again.
        QCOMPARE(model.newest(), 10);
        model.setFrozen(false);
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.heldCount(), 0);
    }

    void tellsErrorsApart()
    {
        RequestModel model;
        std::vector<RequestRow> two = rows(1, 2);
        two[1].status = 400;
        two[1].errorCode = u"ValidationException"_qs;
        model.append(two);
        QVERIFY(!model.index(0, 0).data(RequestModel::IsErrorRole).toBool());
        QVERIFY(model.index(1, 0).data(RequestModel::IsErrorRole).toBool());
        QCOMPARE(model.index(1, RequestModel::Status).data().toString(), u"400 Validation"_qs);
    }
};

QTEST_MAIN(TestRequestModel)
#include "tst_request_model.moc"
