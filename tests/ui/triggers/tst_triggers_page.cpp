// The Triggers page: how triggers stand, pause and resume, replay, delete, and the dialog that makes one.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "api/delete_trigger.h"
#include "api/describe_table.h"
#include "api/list_tables.h"
#include "api/list_triggers.h"
#include "api/put_trigger.h"
#include "api/update_table.h"
#include "features/triggers/trigger_replay_dialog.h"
#include "features/triggers/trigger_dialog.h"
#include "features/triggers/triggers_page.h"
#include "theme/theme.h"
#include "ui/tables/sample_table.h"
#include "ui/test_bench.h"
#include "widgets/segmented_switch.h"

using namespace Qt::StringLiterals;
using namespace stator;
using namespace stator::ui;

namespace {

constexpr const char *kArn = "arn:aws:dynamodb:us-east-1:000000000000:table/Shop/stream/2026-11-22T10:00:00.000";

class Triggers final : public service::Service {
public:
    void listTables(api::ListTablesRequest, service::Call, Completion<api::ListTablesResponse> done) override
    {
        api::ListTablesResponse response;
        response.tableNames = {"Shop"};
        done(std::move(response));
    }
    void describeTable(api::DescribeTableRequest, service::Call, Completion<api::DescribeTableResponse> done) override
    {
        api::TableDescription table = test::shopDescription();
        if (hasStream)
            table.latestStreamArn = kArn;
        done(api::DescribeTableResponse{table});
    }
    void updateTable(api::UpdateTableRequest request, service::Call, Completion<api::UpdateTableResponse> done) override
    {
        hasStream = request.streamSpecification && request.streamSpecification->streamEnabled;
        done(api::UpdateTableResponse{test::shopDescription()});
    }
    void listTriggers(api::ListTriggersRequest, service::Call, Completion<api::ListTriggersResponse> done) override
    {
        api::ListTriggersResponse response;
        response.triggers = triggers;
        done(std::move(response));
    }
    void putTrigger(api::PutTriggerRequest request, service::Call, Completion<api::PutTriggerResponse> done) override
    {
        puts.push_back(request);
        if (refusal)
            return done(*refusal);
        for (api::TriggerDescription &trigger : triggers)
            if (trigger.name == request.name && request.state) {
                trigger.state = *request.state;
                trigger.status = trigger.state == api::TriggerState::Disabled ? api::TriggerStatus::Paused : api::TriggerStatus::Running;
            }
        done(api::PutTriggerResponse{});
    }
    void deleteTrigger(api::DeleteTriggerRequest request, service::Call, Completion<api::DeleteTriggerResponse> done) override
    {
        std::erase_if(triggers, [&](const api::TriggerDescription &trigger) { return trigger.name == request.name; });
        done(api::DeleteTriggerResponse{});
    }

    api::TriggerDescription &add(const std::string &name)
    {
        api::TriggerDescription trigger;
        trigger.name = name;
        trigger.streamArn = kArn;
        trigger.state = api::TriggerState::Enabled;
        trigger.status = api::TriggerStatus::Running;
        trigger.isAtEnd = true;
        trigger.invoker.program = {"python3", "handler.py"};
        triggers.push_back(std::move(trigger));
        return triggers.back();
    }

    std::vector<api::TriggerDescription> triggers;
    std::vector<api::PutTriggerRequest> puts;
    std::optional<Error> refusal;
    bool hasStream = true;
};

struct Stand {
    std::shared_ptr<Triggers> service = std::make_shared<Triggers>();
    test::TestBench bench{service};
    TriggersPage page{bench};

    void open()
    {
        bench.tables().refresh();
        bench.settle();
        page.resize(1000, 600);
        page.open(Place::ofPage(u"triggers"_s));
        page.show();
        bench.settle();
    }
    QTableView &view() { return *page.findChild<QTableView *>(); }
    QString cell(int row, int column) { return view().model()->index(row, column).data().toString(); }
};

QString labels(QWidget &parent)
{
    QStringList texts;
    for (QLabel *label : parent.findChildren<QLabel *>())
        if (label->isVisibleTo(&parent))
            texts.append(label->text());
    return texts.join(u'\n');
}

} // namespace

class TestTriggersPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().install(); }

    void explainsItselfWhileThereIsNone()
    {
        Stand stand;
        stand.open();
        QVERIFY(labels(stand.page).contains(u"No trigger yet"));
        QVERIFY(labels(stand.page).contains(u"webhook"));
    }

    void saysHowTriggersStand()
    {
        Stand stand;
        api::TriggerDescription &late = stand.service->add("b");
        late.status = api::TriggerStatus::Retrying;
        late.pendingRecords = 1204;
        late.iteratorAgeMs = 2500;
        late.failedBatches = 3;
        late.lastBatch.emplace();
        late.lastBatch->records = 100;
        late.lastBatch->durationMs = 12;
        stand.service->add("a");
        stand.open();
        QCOMPARE(stand.cell(0, TriggerModel::Name), u"a"_s);
        QCOMPARE(stand.cell(0, TriggerModel::Backlog), u"none"_s);
        QCOMPARE(stand.cell(0, TriggerModel::Table), u"Shop"_s);
        QCOMPARE(stand.cell(0, TriggerModel::Calls), u"python3 handler.py"_s);
        QVERIFY(stand.cell(1, TriggerModel::State).contains(u"Retrying"));
        QVERIFY(stand.cell(1, TriggerModel::Backlog).contains(QLocale().toString(1204)));
        QVERIFY(stand.cell(1, TriggerModel::Trouble).contains(u'3'));
        QVERIFY(stand.cell(1, TriggerModel::LastBatch).contains(u"100"));
    }

    void keepsTheSelectionWhileTriggersComeAndGo()
    {
        Stand stand;
        stand.service->add("m");
        stand.open();
        stand.view().selectRow(0);
        stand.service->add("a");
        stand.page.refresh();
        stand.bench.settle();
        QCOMPARE(stand.view().currentIndex().row(), 1);
    }

    void pausesAndResumes()
    {
        Stand stand;
        stand.service->add("a");
        stand.open();
        QAction *pause = stand.page.headActions().at(1);
        stand.view().selectRow(0);
        QVERIFY(pause->isEnabled());
        pause->trigger();
        stand.bench.settle();
        QCOMPARE(stand.service->puts.size(), std::size_t{1});
        QCOMPARE(stand.service->puts.back().state, std::optional(api::TriggerState::Disabled));
        QVERIFY(!stand.service->puts.back().invoker); // nothing else changes
        QCOMPARE(pause->text(), u"Resume"_s);
        pause->trigger();
        stand.bench.settle();
        QCOMPARE(stand.service->puts.back().state, std::optional(api::TriggerState::Enabled));
    }

    void replaysFromAPlace()
    {
        api::TriggerDescription trigger;
        trigger.name = "a";
        trigger.lastBatch.emplace();
        trigger.lastBatch->firstSequenceNumber = "100000000000000000042";
        TriggerReplayDialog dialog(trigger, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(dialog.request().replay.value_or(false));
        QCOMPARE(dialog.request().startingPosition, std::optional(api::TriggerStartingPosition::TrimHorizon));
        dialog.findChild<QComboBox *>()->setCurrentIndex(2);
        QCOMPARE(dialog.request().startingPosition, std::optional(api::TriggerStartingPosition::AtSequenceNumber));
        QCOMPARE(dialog.request().startingSequenceNumber, std::optional<std::string>("100000000000000000042"));
        dialog.findChild<QComboBox *>()->setCurrentIndex(1);
        QVERIFY(dialog.request().startingPositionTimestamp.has_value());
    }

    void makesATrigger()
    {
        Stand stand;
        stand.open();
        auto *dialog = new TriggerDialog(stand.bench, Place::ofPage(u"triggers"_s), nullptr);
        const QPointer<TriggerDialog> guard(dialog);
        const QList<QLineEdit *> fields = dialog->findChildren<QLineEdit *>();
        const auto field = [&fields](const QString &name) {
            const auto found = std::find_if(fields.begin(), fields.end(), [&](QLineEdit *each) { return each->accessibleName() == name; });
            return found == fields.end() ? nullptr : *found;
        };
        field(u"Name"_s)->setText(u"ship"_s);
        field(u"Program and arguments"_s)->setText(u"python3 \"my handler.py\""_s);
        dialog->findChild<QPlainTextEdit *>()->setPlainText(u"{\"eventName\":[\"INSERT\"]}\n\n"_s);
        QPushButton *create = nullptr;
        for (QPushButton *each : dialog->findChildren<QPushButton *>())
            if (each->text() == u"Create Trigger"_s)
                create = each;
        QVERIFY(create && create->isEnabled());
        stand.service->hasStream = false;
        create->click();
        stand.bench.settle();
        QVERIFY(stand.service->puts.empty());
        QVERIFY(guard); // it stays with everything typed
        QVERIFY(labels(*dialog).contains(u"Shop has no stream"));
        QPushButton *turnOn = nullptr;
        for (QPushButton *each : dialog->findChildren<QPushButton *>())
            if (each->text() == u"Turn On Stream"_s)
                turnOn = each;
        QVERIFY(turnOn);
        turnOn->click(); // and goes on with what was asked for
        stand.bench.settle();
        QCOMPARE(stand.service->puts.size(), std::size_t{1});
        const api::PutTriggerRequest &put = stand.service->puts.front();
        QCOMPARE(put.streamArn, std::optional<std::string>(kArn));
        QCOMPARE(put.invoker->program->size(), std::size_t{2});
        QCOMPARE(put.invoker->program->back(), std::string("my handler.py"));
        QCOMPARE(put.filterCriteria->filters->size(), std::size_t{1});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

QTEST_MAIN(TestTriggersPage)
#include "tst_triggers_page.moc"
