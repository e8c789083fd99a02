#include "models/change_set.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "document/json_reader.h"

using namespace stator;
using namespace stator::ui;
using document::Item;

namespace {

Item item(const char *json)
{
    auto parsed = document::parseItem(json);
    STATOR_ASSERT(parsed.ok());
    return std::move(*parsed);
}

const Item kKey = item(R"({"pk":{"S":"a"}})");
const Item kOne = item(R"({"pk":{"S":"a"},"n":{"N":"1"},"t":{"S":"x"}})");
const Item kTwo = item(R"({"pk":{"S":"a"},"n":{"N":"2"},"t":{"S":"x"}})");

// Remembers what was sent; the test answers when it likes.
struct Wire {
    std::vector<CommitRequest> requests;
    std::vector<std::function<void(Result<void>)>> replies;

    ChangeSet::Send sender()
    {
        return [this](const CommitRequest &request, std::function<void(Result<void>)> done) {
            requests.push_back(request);
            replies.push_back(std::move(done));
        };
    }
};

} // namespace

class TestChangeSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stagingTheOldValueAgainLeavesNothingStaged()
    {
        Wire wire;
        QUndoStack undo;
        ChangeSet set({"us-east-1", "T"}, wire.sender(), &undo);
        set.stage(kKey, kOne, kTwo, QStringLiteral("n"));
        QCOMPARE(set.counts().changed, 1);
        set.stage(kKey, kOne, kOne, QStringLiteral("n"));
        QVERIFY(set.isEmpty());
        undo.undo();
        QCOMPARE(set.counts().changed, 1);
        undo.undo();
        QVERIFY(set.isEmpty());
        undo.redo();
        QVERIFY(*set.find(kKey)->wanted == kTwo);
    }

    void oneAttributeLeavesTheOthersEqualToTheByte()
    {
        Wire wire;
        QUndoStack undo;
        ChangeSet set({"us-east-1", "T"}, wire.sender(), &undo);
        const Item rich = item(R"({"pk":{"S":"a"},"n":{"N":"12345678901234567890123456789012345678"},)"
                               R"("b":{"B":"AAEC"},"ss":{"SS":["a","b"]},"ns":{"NS":["1","2.5"]},"z":{"NULL":true}})");
        set.stageAttribute(kKey, rich, "t", document::Value::string("new"), QStringLiteral("t"));
        const auto wanted = set.find(kKey)->wanted->view();
        for (const auto &member : rich.view().attributes())
            QVERIFY(*wanted.attribute(member.name) == member.value);
        set.stageAttribute(kKey, rich, "t", std::nullopt, QStringLiteral("t"));
        QVERIFY(set.isEmpty());
    }

    void commitsOnlyWhatDiffersAndOnlyIfUnchanged()
    {
        Wire wire;
        QUndoStack undo;
        ChangeSet set({"us-east-1", "T"}, wire.sender(), &undo);
        set.stage(kKey, kOne, kTwo, QStringLiteral("n"));
        set.commit();
        QCOMPARE(wire.requests.size(), std::size_t(1));
        const auto &update = std::get<api::UpdateItemRequest>(wire.requests.front());
        QVERIFY(update.key == kKey);
        QCOMPARE(*update.updateExpression, std::string("SET #a0 = :v0"));
        QCOMPARE(*update.conditionExpression, std::string("#a0 = :v1 AND #a1 = :v2"));
        QVERIFY(*update.expressionAttributeValues->view().attribute(":v1") == *kOne.view().attribute("n"));
    }

    void newItemsAndDeletionsAreConditionalToo()
    {
        Wire wire;
        QUndoStack undo;
        ChangeSet set({"us-east-1", "T"}, wire.sender(), &undo);
        set.stage(kKey, std::nullopt, kOne, QStringLiteral("new"));
        QCOMPARE(set.counts().added, 1);
        set.commit();
        QCOMPARE(*std::get<api::PutItemRequest>(wire.requests.back()).conditionExpression,
                 std::string("attribute_not_exists(#a0)"));
        wire.replies.back()({});
        set.stage(kKey, kOne, std::nullopt, QStringLiteral("delete"));
        QCOMPARE(set.counts().deleted, 1);
        set.commit();
        QCOMPARE(*std::get<api::DeleteItemRequest>(wire.requests.back()).conditionExpression,
                 std::string("#a0 = :v0 AND #a1 = :v1"));
    }

    void aConflictKeepsTheEditAndSaysSo()
    {
        Wire wire;
        QUndoStack undo;
        ChangeSet set({"us-east-1", "T"}, wire.sender(), &undo);
        QSignalSpy committed(&set, &ChangeSet::committed);
        set.stage(kKey, kOne, kTwo, QStringLiteral("n"));
        set.commit();
        QVERIFY(set.isCommitting());
        wire.replies.front()(Error::conditionalCheckFailed());
        QVERIFY(!set.isCommitting());
        QCOMPARE(set.counts().conflicts, 1);
        QCOMPARE(committed.size(), 1);
        QCOMPARE(committed.front().at(1).toInt(), 1);
        const Item theirs = item(R"({"pk":{"S":"a"},"n":{"N":"7"},"t":{"S":"x"}})");
        set.rebase(kKey, theirs);
        QCOMPARE(set.counts().changed, 1);
        QVERIFY(*set.find(kKey)->base == theirs);
        // What was changed is kept, and so is what another client changed.
        QVERIFY(*set.find(kKey)->wanted == item(R"({"pk":{"S":"a"},"n":{"N":"2"},"t":{"S":"x"}})"));
    }

    void rebasesWhatWasRemovedAndAdded()
    {
        Wire wire;
        QUndoStack undo;
        ChangeSet set({"us-east-1", "T"}, wire.sender(), &undo);
        const Item read = item(R"({"pk":{"S":"a"},"n":{"N":"1"},"gone":{"S":"x"}})");
        set.stage(kKey, read, item(R"({"pk":{"S":"a"},"n":{"N":"1"},"added":{"S":"y"}})"), QStringLiteral("n"));
        set.rebase(kKey, item(R"({"pk":{"S":"a"},"n":{"N":"7"},"gone":{"S":"z"}})"));
        QVERIFY(*set.find(kKey)->wanted == item(R"({"pk":{"S":"a"},"n":{"N":"7"},"added":{"S":"y"}})"));
        // Deleted by another: what was wanted is all there is.
        set.rebase(kKey, std::nullopt);
        QVERIFY(set.find(kKey)->state() == StagedEdit::State::Added);
    }

    void undoPastACommitStagesTheReverse()
    {
        Wire wire;
        QUndoStack undo;
        ChangeSet set({"us-east-1", "T"}, wire.sender(), &undo);
        set.stage(kKey, kOne, kTwo, QStringLiteral("n"));
        set.commit();
        wire.replies.front()({});
        QVERIFY(set.isEmpty());
        undo.undo();
        QCOMPARE(wire.requests.size(), std::size_t(1));
        QVERIFY(*set.find(kKey)->base == kTwo);
        QVERIFY(*set.find(kKey)->wanted == kOne);
        // What was staged before the commit is history: undoing further changes nothing more.
        undo.undo();
        QVERIFY(*set.find(kKey)->wanted == kOne);
    }

    void whatIsStagedWhileACommitRunsStays()
    {
        Wire wire;
        QUndoStack undo;
        ChangeSet set({"us-east-1", "T"}, wire.sender(), &undo);
        set.stage(kKey, kOne, kTwo, QStringLiteral("n"));
        set.commit();
        const Item three = item(R"({"pk":{"S":"a"},"n":{"N":"3"},"t":{"S":"x"}})");
        set.stage(kKey, kOne, three, QStringLiteral("n"));
        wire.replies.front()({});
        QVERIFY(*set.find(kKey)->base == kTwo);
        QVERIFY(*set.find(kKey)->wanted == three);
    }
};

QTEST_GUILESS_MAIN(TestChangeSet)
#include "tst_change_set.moc"
