#include <QPushButton>
#include <QTest>

#include "api/batch_execute_statement.h"
#include "api/describe_table.h"
#include "api/execute_statement.h"
#include "api/list_tables.h"
#include "api/scan.h"
#include "document/writer.h"
#include "features/partiql/editor/partiql_editor.h"
#include "features/partiql/partiql_page.h"
#include "grid/grid_view.h"
#include "models/item_grid_model.h"
#include "theme/theme.h"
#include "ui/tables/sample_table.h"
#include "ui/test_bench.h"
#include "widgets/error_card.h"

using namespace Qt::StringLiterals;
using namespace stator;
using namespace stator::ui;

namespace {

document::Item item(const std::string &key, const std::string &note)
{
    document::ItemWriter writer;
    writer.name("pk");
    writer.string(key);
    writer.name("sk");
    writer.string("a");
    writer.name("note");
    writer.string(note);
    return writer.finish();
}

// Answers statements with what a test lays ready, and remembers them.
class Statements final : public service::Service {
public:
    void listTables(api::ListTablesRequest, service::Call, Completion<api::ListTablesResponse> done) override
    {
        api::ListTablesResponse response;
        response.tableNames = {"Shop"};
        done(std::move(response));
    }
    void describeTable(api::DescribeTableRequest request, service::Call, Completion<api::DescribeTableResponse> done) override
    {
        if (request.tableName != "Shop")
            return done(Error::resourceNotFound());
        done(api::DescribeTableResponse{test::shopDescription()});
    }
    void scan(api::ScanRequest, service::Call, Completion<api::ScanResponse> done) override
    {
        api::ScanResponse response;
        response.items.emplace();
        response.items->append(item("it's", "x").view());
        done(std::move(response));
    }
    void executeStatement(api::ExecuteStatementRequest request, service::Call,
                          Completion<api::ExecuteStatementResponse> done) override
    {
        asked.push_back(request);
        if (refusal)
            return done(*refusal);
        api::ExecuteStatementResponse response;
        response.items.emplace();
        for (int i = 0; i < items; ++i)
            response.items->append(item(std::to_string(i), "n").view());
        if (pages-- > 1)
            response.nextToken = "next";
        response.consumedCapacity.emplace();
        response.consumedCapacity->capacityUnits = 0.5;
        done(std::move(response));
    }
    void batchExecuteStatement(api::BatchExecuteStatementRequest request, service::Call,
                               Completion<api::BatchExecuteStatementResponse> done) override
    {
        api::BatchExecuteStatementResponse response;
        response.responses.emplace(request.statements.size());
        response.responses->back().error.emplace();
        response.responses->back().error->code = api::BatchStatementErrorCode::DuplicateItem;
        response.responses->back().error->message = "Duplicate primary key exists in table";
        done(std::move(response));
    }

    std::vector<api::ExecuteStatementRequest> asked;
    std::optional<Error> refusal;
    int items = 3;
    int pages = 1;
};

struct Stand {
    std::shared_ptr<Statements> service = std::make_shared<Statements>();
    test::TestBench bench{service};
    PartiqlPage page{bench};

    Stand()
    {
        bench.tables().refresh();
        bench.settle();
        page.open(Place::ofPage(u"partiql"_s));
        page.resize(800, 600);
        page.show();
        settle();
    }
    void settle() { bench.settle(); }
    void type(const QString &text)
    {
        page.editor().setText(text);
        settle();
    }
    int rows() { return page.grid().gridModel()->rowCount(); }
};

} // namespace

class TestPartiqlPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().install(); }

    void offersSamplesOnTheOwnTable()
    {
        Stand stand;
        QStringList titles;
        QPushButton *first = nullptr;
        for (QPushButton *button : stand.page.findChildren<QPushButton *>()) {
            if (!button->toolTip().contains(u"\"Shop\""))
                continue;
            first = first ? first : button;
            titles.append(button->toolTip());
        }
        QCOMPARE(titles.size(), 3);
        // With a key that is there, quoted as PartiQL wants it.
        QVERIFY2(titles.first().contains(u"pk = 'it''s' AND sk = 'a'"), qPrintable(titles.first()));
        first->click();
        QVERIFY(stand.page.editor().text().startsWith(titles.first()));
    }

    void saysThePlanBeforeItRuns()
    {
        Stand stand;
        stand.type(u"SELECT * FROM \"Shop\" WHERE pk = 'a'"_s);
        QTRY_COMPARE(stand.page.planText(), u"Query of one partition"_s);
        stand.type(u"SELECT * FROM \"Nowhere\""_s);
        QTRY_COMPARE(stand.page.planText(), u"There is no table Nowhere here"_s);
        QVERIFY(stand.service->asked.empty());
    }

    void showsWhatAStatementReturns()
    {
        Stand stand;
        stand.type(u"SELECT * FROM \"Shop\" WHERE pk = 'a'"_s);
        stand.page.run();
        stand.settle();
        QCOMPARE(stand.service->asked.size(), 1u);
        QCOMPARE(stand.service->asked[0].statement, std::string("SELECT * FROM \"Shop\" WHERE pk = 'a'"));
        QCOMPARE(stand.rows(), 3);
        // Keys lead.
        QCOMPARE(stand.page.grid().gridModel()->columnName(0), std::string("pk"));
    }

    void readsOnToAScreenfulAndWaitsThere()
    {
        Stand stand;
        stand.service->items = 60;
        stand.service->pages = 5;
        stand.type(u"SELECT * FROM \"Shop\""_s);
        stand.page.run();
        stand.settle();
        QCOMPARE(stand.rows(), 120);
        QCOMPARE(stand.service->asked.size(), 2u);
        QCOMPARE(stand.service->asked[1].nextToken, std::string("next"));
        stand.page.commands().run(u"query.next-page"_s);
        stand.settle();
        QCOMPARE(stand.rows(), 240);
    }

    void sendsTypedParameters()
    {
        Stand stand;
        stand.type(u"SELECT * FROM \"Shop\" WHERE pk = ? AND n > ? AND s = ?"_s);
        QCOMPARE(stand.page.parameters().rowCount(), 3);
        stand.page.parameters().setParameters({{u"S"_s, u"it's"_s}, {u"N"_s, u"1.50"_s}, {u"JSON"_s, u"{\"SS\": [\"a\"]}"_s}});
        stand.page.run();
        stand.settle();
        QCOMPARE(stand.service->asked.size(), 1u);
        const auto &sent = *stand.service->asked[0].parameters;
        QCOMPARE(sent.size(), 3u);
        QVERIFY(sent[0] == document::Value::string("it's"));
        QVERIFY(sent[1] == document::Value::number("1.5"));
        QCOMPARE(sent[2].view().type(), document::ValueType::SS);
    }

    void refusesAParameterThatIsNoValue()
    {
        Stand stand;
        stand.type(u"SELECT * FROM \"Shop\" WHERE n > ?"_s);
        stand.page.parameters().setParameters({{u"N"_s, u"twelve"_s}});
        stand.page.run();
        stand.settle();
        QVERIFY(stand.service->asked.empty());
        QVERIFY(!stand.bench.said().isEmpty());
    }

    void underlinesAFaultUntilTheTextChanges()
    {
        Stand stand;
        stand.service->refusal = Error::validation("Statement wasn't well formed, can't be processed: Unsupported clause: LIMIT");
        stand.type(u"SELECT * FROM \"Shop\" LIMIT 5"_s);
        stand.page.run();
        stand.settle();
        QVERIFY(stand.page.editor().hasFault());
        stand.page.editor().insertText(u" "_s);
        QVERIFY(!stand.page.editor().hasFault());
    }

    void runsTheStatementUnderTheCursor()
    {
        Stand stand;
        stand.type(u"SELECT * FROM \"Shop\";\nDELETE FROM \"Shop\" WHERE pk = 'a' AND sk = 'b'"_s);
        stand.page.editor().setCursor(30);
        stand.page.run();
        stand.settle();
        QCOMPARE(stand.service->asked.size(), 1u);
        QVERIFY(stand.service->asked[0].statement.starts_with("DELETE"));
    }

    void runsAllOneAfterAnotherAndStopsAtAnError()
    {
        Stand stand;
        stand.type(u"SELECT 1 FROM \"Shop\";\nSELECT 2 FROM \"Shop\";\nSELECT 3 FROM \"Shop\""_s);
        stand.page.runAll(PartiqlPage::Together::OneByOne);
        stand.settle();
        QTRY_COMPARE((stand.settle(), stand.service->asked.size()), 3u);
        stand.service->asked.clear();
        stand.service->refusal = Error::validation("no");
        stand.page.runAll(PartiqlPage::Together::OneByOne);
        stand.settle();
        QCOMPARE(stand.service->asked.size(), 1u);
    }

    void tellsWhichStatementOfABatchFailed()
    {
        Stand stand;
        const QString text = u"INSERT INTO \"Shop\" VALUE {'pk': 'a', 'sk': 'b'};\nINSERT INTO \"Shop\" VALUE {'pk': 'c', 'sk': 'd'}"_s;
        stand.type(text);
        stand.page.runAll(PartiqlPage::Together::Batch);
        stand.settle();
        QVERIFY(stand.page.editor().hasFault());
    }

    void keepsWhatWasTyped()
    {
        Stand stand;
        stand.type(u"SELECT * FROM \"Shop\" WHERE pk = ?"_s);
        stand.page.parameters().setParameters({{u"N"_s, u"7"_s}});
        const QVariantMap state = stand.page.saveState();
        PartiqlPage other(stand.bench);
        other.open(Place::ofPage(u"partiql"_s));
        other.restoreState(state);
        QCOMPARE(other.editor().text(), u"SELECT * FROM \"Shop\" WHERE pk = ?"_s);
        QCOMPARE(other.parameters().parameters(), (QList<ParameterText>{{u"N"_s, u"7"_s}}));
    }

    void numbersItsTabs()
    {
        Stand stand;
        QCOMPARE(stand.page.title(), u"PartiQL 1"_s);
        {
            PartiqlPage other(stand.bench);
            other.open(Place::ofPage(u"partiql"_s));
            QCOMPARE(other.title(), u"PartiQL 2"_s);
        }
        PartiqlPage again(stand.bench);
        again.open(Place::ofPage(u"partiql"_s));
        QCOMPARE(again.title(), u"PartiQL 2"_s);
    }

    // The window's shortcuts must reach it while the editor has the focus.
    void leavesTheWindowsKeysAlone_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<bool>("hasShift");
        QTest::newRow("Ctrl+D") << Qt::Key_D << false;
        QTest::newRow("Ctrl+L") << Qt::Key_L << false;
        QTest::newRow("Ctrl+T") << Qt::Key_T << false;
        QTest::newRow("Ctrl+Shift+T") << Qt::Key_T << true;
    }
    void leavesTheWindowsKeysAlone()
    {
        QFETCH(Qt::Key, key);
        QFETCH(bool, hasShift);
        Stand stand;
        const QString text = u"SELECT a\nFROM b\nWHERE c"_s;
        stand.type(text);
        stand.page.editor().setCursor(12);
        QTest::keyClick(stand.page.editor().focusProxy(), key,
                        hasShift ? Qt::ControlModifier | Qt::ShiftModifier : Qt::KeyboardModifiers(Qt::ControlModifier));
        QCOMPARE(stand.page.editor().text(), text);
    }

    void completesTables()
    {
        Stand stand;
        stand.type(u"SELECT * FROM "_s);
        stand.page.editor().setCursor(14);
        QTest::keyClicks(stand.page.editor().focusProxy(), u"\"S"_s);
        QVERIFY(stand.page.editor().isCompleting());
        QTest::keyClick(stand.page.editor().focusProxy(), Qt::Key_Return);
        QCOMPARE(stand.page.editor().text(), u"SELECT * FROM \"Shop\""_s);
    }
};

QTEST_MAIN(TestPartiqlPage)
#include "tst_partiql_page.moc"
