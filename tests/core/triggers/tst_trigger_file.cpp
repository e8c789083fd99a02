// What a trigger may be, and the file it is kept in.
#include <QtTest/QTest>

#include "support/json_text.h"
#include "triggers/trigger.h"

using namespace stator;
using namespace stator::triggers;
using tests::jsonText;

namespace {

Trigger goodTrigger()
{
    Trigger trigger;
    trigger.name = "notify-orders";
    trigger.streamArn = "arn:aws:dynamodb:us-east-1:000000000000:table/Orders/stream/2026-11-01T00:00:00.000";
    trigger.target.kind = Target::Kind::Webhook;
    trigger.target.url = "http://127.0.0.1:9000/hook";
    return trigger;
}

} // namespace

class TestTriggerFile : public QObject {
    Q_OBJECT

private slots:
    void everyMemberComesBack()
    {
        StoredTrigger stored;
        stored.position = "100000000000000000700001";
        Trigger &trigger = stored.trigger;
        trigger = goodTrigger();
        trigger.start = {StartPoint::Kind::AtTimestamp, 1'700'000'000'000'000, {}};
        trigger.batchSize = 7;
        trigger.batchingWindowSeconds = 3;
        trigger.parallelizationFactor = 4;
        trigger.filters = {jsonText("{'eventName':['INSERT']}"), jsonText("{'a':[{'prefix':'\\n\\u00e4'}]}")};
        trigger.maxRetryAttempts = 5;
        trigger.maxRecordAgeSeconds = 120;
        trigger.bisectsOnError = true;
        trigger.reportsItemFailures = true;
        trigger.target = {Target::Kind::Program, {"/bin/sh", "-c", "cat \"$1\" | tee 'x'"}, {}, 9, 64};
        trigger.onFailure.file = "lost.jsonl";
        trigger.isEnabled = false;
        trigger.created = 1;
        trigger.changed = 2;
        const std::string json = writeTrigger(stored);
        const auto read = parseTrigger(json);
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        QVERIFY(*read == stored);
    }

    void everyPrefixIsDamaged()
    {
        const std::string json = writeTrigger({goodTrigger(), {}});
        QVERIFY(parseTrigger(json).ok());
        for (std::size_t size = 0; size + 2 < json.size(); ++size) {
            const auto read = parseTrigger(std::string_view(json).substr(0, size));
            QVERIFY(!read.ok());
            QVERIFY(read.error().code == ErrorCode::Corruption);
        }
    }

    void aNewerFormatIsCalledSo()
    {
        std::string json = writeTrigger({goodTrigger(), {}});
        json.replace(json.find("\"format\": 1"), 11, "\"format\": 2");
        const auto read = parseTrigger(json);
        QVERIFY(!read.ok());
        QVERIFY(read.error().code == ErrorCode::NewerFormat);
    }

    void refuses_data()
    {
        using Change = std::function<void(Trigger &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, Change change, const char *reason) {
            QTest::newRow(name) << change << QString(reason);
        };
        row("no name", [](Trigger &t) { t.name.clear(); }, "Name must be");
        row("a path", [](Trigger &t) { t.name = "../x"; }, "Name must be");
        row("hidden", [](Trigger &t) { t.name = ".x"; }, "Name must be");
        row("empty batch", [](Trigger &t) { t.batchSize = 0; }, "BatchSize must be between 1 and 10000");
        row("window", [](Trigger &t) { t.batchingWindowSeconds = 301; }, "MaximumBatchingWindowInSeconds");
        row("too parallel", [](Trigger &t) { t.parallelizationFactor = 11; }, "ParallelizationFactor");
        row("retries", [](Trigger &t) { t.maxRetryAttempts = -2; }, "MaximumRetryAttempts");
        row("too young", [](Trigger &t) { t.maxRecordAgeSeconds = 59; }, "MaximumRecordAgeInSeconds must be -1 or");
        row("six filters", [](Trigger &t) { t.filters.assign(6, "{\"a\":[1]}"); }, "at most 5 filters");
        row("bad filter", [](Trigger &t) { t.filters = {"{}"}; }, "Invalid filter pattern");
        row("no number", [](Trigger &t) { t.start.kind = StartPoint::Kind::AtSequenceNumber; },
            "StartingSequenceNumber must be given");
        row("number for nothing", [](Trigger &t) { t.start.sequenceNumber = "1"; }, "StartingSequenceNumber goes with");
        row("no digits", [](Trigger &t) { t.start = StartPoint::after("12x"); }, "must be a number");
        row("no time", [](Trigger &t) { t.start.kind = StartPoint::Kind::AtTimestamp; }, "StartingPositionTimestamp");
        row("no web", [](Trigger &t) { t.target.url = "ftp://x/"; }, "not an http or https URL");
        row("no program", [](Trigger &t) { t.target.kind = Target::Kind::Program; }, "must name a program");
        row("too long", [](Trigger &t) { t.target.timeoutSeconds = 901; }, "Invoker.TimeoutSeconds");
        row("file elsewhere", [](Trigger &t) { t.onFailure.file = "../../etc/x"; }, "a name without folders");
        row("two destinations", [](Trigger &t) { t.onFailure = {"T", "f"}; }, "not both");
    }

    void refuses()
    {
        QFETCH(const std::function<void(Trigger &)>, change);
        QFETCH(const QString, reason);
        Trigger trigger = goodTrigger();
        QVERIFY(checkTrigger(trigger).ok());
        change(trigger);
        const Result<void> checked = checkTrigger(trigger);
        QVERIFY(!checked.ok());
        QVERIFY(checked.error().code == ErrorCode::Validation);
        QVERIFY2(checked.error().message.find(reason.toStdString()) != std::string::npos,
                 checked.error().message.c_str());
    }
};

QTEST_GUILESS_MAIN(TestTriggerFile)
#include "tst_trigger_file.moc"
