#include <QtTest/QTest>

#include "api/error_reply.h"
#include "document/json_reader.h"
#include "support/json_text.h"

using namespace stator;
using tests::jsonText;

class TestErrorReply : public QObject {
    Q_OBJECT

private:
    static std::string item() { return document::parseItem(jsonText("{'pk':{'S':'a'}}"))->bytes(); }

private slots:
    void writesTheBodyOfEachKind_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body");
        const auto row = [](const char *name, ErrorCode code, int status, const std::string &body) {
            QTest::newRow(name) << int(code) << status << QString::fromStdString(body);
        };
        row("validation", ErrorCode::Validation, 400,
            jsonText("{'__type':'com.amazon.coral.validate#ValidationException','message':'text'}"));
        row("serialization", ErrorCode::Serialization, 400,
            jsonText("{'__type':'com.amazon.coral.service#SerializationException','Message':'text'}"));
        row("unknown operation", ErrorCode::UnknownOperation, 400,
            jsonText("{'__type':'com.amazon.coral.service#UnknownOperationException'}"));
        row("access denied", ErrorCode::AccessDenied, 400,
            jsonText("{'__type':'com.amazon.coral.service#AccessDeniedException','Message':'text'}"));
        row("not found", ErrorCode::ResourceNotFound, 400,
            jsonText(
                "{'__type':'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException','message':'text'}"));
        row("internal", ErrorCode::InternalServerError, 500,
            jsonText("{'__type':'com.amazonaws.dynamodb.v20120810#InternalServerError','message':'text'}"));
        row("in progress", ErrorCode::TransactionInProgress, 400,
            jsonText("{'__type':'com.amazonaws.dynamodb.v20120810#TransactionInProgressException','Message':'"
                     "text'}"));
        row("io stays inside", ErrorCode::Io, 500,
            jsonText("{'__type':'com.amazonaws.dynamodb.v20120810#InternalServerError','message':'The "
                     "storage did not complete the request'}"));
    }
    void writesTheBodyOfEachKind()
    {
        QFETCH(const int, code);
        QFETCH(const int, status);
        QFETCH(const QString, body);
        const auto reply = api::errorReply({static_cast<ErrorCode>(code), "text", {}});
        QCOMPARE(reply.httpStatus, status);
        QCOMPARE(QString::fromStdString(reply.body), body);
    }

    void carriesThrottlingReasons()
    {
        auto detail = std::make_shared<ErrorDetail>();
        detail->throttling = {{"TableReadKeyRangeThroughputExceeded", "arn:t"}, {"IndexRead", "arn:i"}};
        const Error provisioned{ErrorCode::ProvisionedThroughputExceeded, "text", detail};
        QCOMPARE(
            api::errorReply(provisioned).body,
            jsonText("{'__type':'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',"
                     "'message':'text','ThrottlingReasons':[{'reason':'TableReadKeyRangeThroughputExceeded',"
                     "'resource':'arn:t'},{'reason':'IndexRead','resource':'arn:i'}]}"));
        const auto reply = api::errorReply({ErrorCode::Throttling, "text", detail});
        QVERIFY(reply.body.find("\"throttlingReasons\":[{\"reason\"") != std::string::npos);
        const Error read = api::errorFromReply(reply.httpStatus, reply.body);
        QVERIFY(read.detail);
        QCOMPARE(read.detail->throttling.size(), std::size_t{2});
        QCOMPARE(read.detail->throttling[1].resource, std::string("arn:i"));
    }

    void brokenJsonIsAnsweredByTypeAlone()
    {
        QCOMPARE(api::errorReply(Error::serialization({})).body,
                 (jsonText("{'__type':'com.amazon.coral.service#SerializationException'}")));
    }

    void failedConditionsCarryTheItem()
    {
        QCOMPARE(api::errorReply(Error::conditionalCheckFailed(item())).body,
                 (jsonText("{'__type':'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',"
                           "'message':'The conditional request failed','Item':{'pk':{'S':'a'}}}")));
    }

    void cancelledTransactionsSayWhyByPosition()
    {
        ErrorDetail detail;
        detail.reasons = {{"None", "", ""},
                          {"ConditionalCheckFailed", "The conditional request failed", item()}};
        const Error error{ErrorCode::TransactionCanceled, "cancelled",
                          std::make_shared<const ErrorDetail>(detail)};
        QCOMPARE(api::errorReply(error).body,
                 (jsonText("{'__type':'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',"
                           "'Message':'cancelled','CancellationReasons':[{'Code':'None'},"
                           "{'Code':'ConditionalCheckFailed','Message':'The conditional request failed',"
                           "'Item':{'pk':{'S':'a'}}}]}")));
        const Error back = api::errorFromReply(400, api::errorReply(error).body);
        QVERIFY(back.code == ErrorCode::TransactionCanceled);
        QCOMPARE(back.detail->reasons.size(), std::size_t(2));
        QCOMPARE(back.detail->reasons[1].item, item());
    }

    void readsBackWhatItWrote()
    {
        for (int code = 0; code < int(ErrorCode::Io); ++code) {
            const Error error{static_cast<ErrorCode>(code), "text", {}};
            const auto reply = api::errorReply(error);
            QVERIFY(api::errorFromReply(reply.httpStatus, reply.body).code == error.code);
        }
    }

    void keepsTheNameOfExceptionsItDoesNotKnow()
    {
        const Error error = api::errorFromReply(
            400, jsonText("{'__type':'x#ReplicaNotFoundException','message':'No replica'}"));
        QCOMPARE(error.message, std::string("ReplicaNotFoundException: No replica"));
        QVERIFY(api::errorFromReply(503, "<html>").code == ErrorCode::ServiceUnavailable);
    }
};

QTEST_GUILESS_MAIN(TestErrorReply)
#include "tst_error_reply.moc"
