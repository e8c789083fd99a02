#include "endpoint/authorization.h"

#include <QtTest/QTest>

using namespace stator;
using namespace stator::endpoint;

namespace {

constexpr const char *kGood = "AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/dynamodb/aws4_request, "
                              "SignedHeaders=host;x-amz-date, Signature=abc";

std::string headerWith(const std::string &credential)
{
    return "AWS4-HMAC-SHA256 Credential=" + credential + ", SignedHeaders=host, Signature=abc";
}

} // namespace

class TestAuthorization : public QObject {
    Q_OBJECT

private slots:
    void readsTheHeader_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("as SDKs write it") << QByteArray(kGood);
        QTest::newRow("without spaces")
            << QByteArray("AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/dynamodb/aws4_request,"
                          "SignedHeaders=host,Signature=abc");
        QTest::newRow("in another order")
            << QByteArray("AWS4-HMAC-SHA256 Signature=abc, SignedHeaders=host, "
                          "Credential=AKID/20260101/eu-west-1/dynamodb/aws4_request");
    }
    void readsTheHeader()
    {
        QFETCH(QByteArray, header);
        const std::string text = header.toStdString();
        HttpRequest request;
        request.headers[static_cast<std::size_t>(Header::Authorization)] = text;
        request.headers[static_cast<std::size_t>(Header::AmzDate)] = "20260101T000000Z";
        const auto credential = readCredential(request);
        QVERIFY2(credential.ok(), credential.ok() ? "" : credential.error().message.c_str());
        QCOMPARE(credential->accessKeyId, std::string("AKID"));
        QCOMPARE(credential->region, std::string("eu-west-1"));
    }

    void readsTheQuery()
    {
        HttpRequest request;
        request.target = "/?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                         "&X-Amz-Credential=AKID%2F20260101%2feu-west-1%2Fdynamodb%2Faws4_request"
                         "&X-Amz-Date=20260101T000000Z&X-Amz-SignedHeaders=host&X-Amz-Signature=abc";
        const auto credential = readCredential(request);
        QVERIFY2(credential.ok(), credential.ok() ? "" : credential.error().message.c_str());
        QCOMPARE(credential->accessKeyId, std::string("AKID"));
        QCOMPARE(credential->region, std::string("eu-west-1"));
    }

    void wantsABasicDate_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("good") << QByteArray("20260101T235959Z") << true;
        QTest::newRow("empty") << QByteArray("") << false;
        QTest::newRow("with separators") << QByteArray("2026-01-01T23:59:59Z") << false;
        QTest::newRow("with another zone") << QByteArray("20260101T235959X") << false;
        QTest::newRow("thirteenth month") << QByteArray("20261301T235959Z") << false;
        QTest::newRow("letters") << QByteArray("2026010aT235959Z") << false;
        QTest::newRow("of the web") << QByteArray("Thu, 01 Jan 2026 23:59:59 GMT") << false;
    }
    void wantsABasicDate()
    {
        QFETCH(QByteArray, date);
        QFETCH(bool, isGood);
        const std::string text = date.toStdString();
        HttpRequest request;
        request.headers[static_cast<std::size_t>(Header::Authorization)] = kGood;
        request.headers[static_cast<std::size_t>(Header::AmzDate)] = text;
        const auto credential = readCredential(request);
        QCOMPARE(credential.ok(), isGood);
        if (!isGood)
            QCOMPARE(credential.error().message, "Date must be in ISO-8601 'basic format'. Got '" + text +
                                                     "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("header"); // null: not sent
        QTest::addColumn<bool>("hasDate");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("message");
        const auto code = [](ErrorCode c) { return static_cast<int>(c); };
        const int incomplete = code(ErrorCode::IncompleteSignature);
        const int invalid = code(ErrorCode::InvalidSignature);
        const int missing = code(ErrorCode::MissingAuthenticationToken);

        QTest::newRow("both") << QByteArray(kGood) << true << QByteArray("/?X-Amz-Algorithm=a") << invalid
                              << QByteArray("Found both 'X-Amz-Algorithm' as a query-string param and "
                                            "'Authorization' as HTTP header.");
        QTest::newRow("neither") << QByteArray() << true << QByteArray("/") << missing
                                 << QByteArray("Request is missing Authentication Token");
        QTest::newRow("another scheme") << QByteArray("Bearer x") << true << QByteArray("/") << missing
                                        << QByteArray("Request is missing Authentication Token");
        QTest::newRow("nothing but the algorithm")
            << QByteArray("AWS4-HMAC-SHA256") << false << QByteArray("/") << incomplete
            << QByteArray("Authorization header requires 'Credential' parameter. "
                          "Authorization header requires 'Signature' parameter. "
                          "Authorization header requires 'SignedHeaders' parameter. "
                          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
                          "Authorization=AWS4-HMAC-SHA256");
        QTest::newRow("without a signature")
            << QByteArray("AWS4-HMAC-SHA256 Credential=a, SignedHeaders=b") << true << QByteArray("/") << incomplete
            << QByteArray("Authorization header requires 'Signature' parameter. "
                          "Authorization=AWS4-HMAC-SHA256 Credential=a, SignedHeaders=b");
        QTest::newRow("spaces in place of commas")
            << QByteArray("AWS4- Signature=b Credential=a") << true << QByteArray("/") << incomplete
            << QByteArray("Authorization header requires 'SignedHeaders' parameter. "
                          "Authorization=AWS4- Signature=b Credential=a");
        QTest::newRow("headers signed without the host")
            << QByteArray("AWS4-HMAC-SHA256 Credential=a, SignedHeaders=hosts;x-amz-date, Signature=b") << true
            << QByteArray("/") << invalid << QByteArray("'Host' must be a 'SignedHeader' in the AWS Authorization.");
        QTest::newRow("a date in a query that is none")
            << QByteArray() << true
            << QByteArray("/?X-Amz-Algorithm=a&X-Amz-Date=2026-01-01&X-Amz-Credential=b&X-Amz-Signature=c&"
                          "X-Amz-SignedHeaders=host")
            << incomplete
            << QByteArray("Date must be in ISO-8601 'basic format'. Got '2026-01-01'. See "
                          "http://en.wikipedia.org/wiki/ISO_8601");
        QTest::newRow("a query without the rest")
            << QByteArray() << true << QByteArray("/?X-Amz-Algorithm=a&X-Amz-Date=b") << incomplete
            << QByteArray("AWS query-string parameters must include 'X-Amz-Credential'. "
                          "AWS query-string parameters must include 'X-Amz-Signature'. "
                          "AWS query-string parameters must include 'X-Amz-SignedHeaders'. "
                          "Re-examine the query-string parameters.");
        QTest::newRow("four elements")
            << QByteArray::fromStdString(headerWith("a/b/us-east-1/dynamodb")) << true << QByteArray("/") << incomplete
            << QByteArray("Credential must have exactly 5 slash-delimited elements, e.g. "
                          "keyid/date/region/service/term, got 'a/b/us-east-1/dynamodb'");
        QTest::newRow("six elements")
            << QByteArray::fromStdString(headerWith("a/b/c/d/e/f")) << true << QByteArray("/") << incomplete
            << QByteArray("Credential must have exactly 5 slash-delimited elements, e.g. "
                          "keyid/date/region/service/term, got 'a/b/c/d/e/f'");
        QTest::newRow("a region that leaves the directory")
            << QByteArray::fromStdString(headerWith("a/20260101/..-..-etc/dynamodb/aws4_request")) << true
            << QByteArray("/") << invalid << QByteArray("Credential should be scoped to a valid region, not '..-..-etc'. ");
        QTest::newRow("everything in the scope wrong")
            << QByteArray::fromStdString(headerWith("a/20260101/US/s3/aws3")) << true << QByteArray("/") << invalid
            << QByteArray("Credential should be scoped to a valid region, not 'US'. "
                          "Credential should be scoped to correct service: 'dynamodb'. "
                          "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws3'. ");
    }
    void refuses()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, hasDate);
        QFETCH(QByteArray, target);
        QFETCH(int, code);
        QFETCH(QByteArray, message);
        HttpRequest request;
        const std::string headerText = header.toStdString();
        const std::string targetText = target.toStdString();
        request.target = targetText;
        if (!header.isNull())
            request.headers[static_cast<std::size_t>(Header::Authorization)] = headerText;
        if (hasDate)
            request.headers[static_cast<std::size_t>(Header::Date)] = "20260101T000000Z";
        const auto credential = readCredential(request);
        QVERIFY(!credential.ok());
        QCOMPARE(QByteArray::fromStdString(credential.error().message), message);
        QCOMPARE(static_cast<int>(credential.error().code), code);
    }
};

QTEST_GUILESS_MAIN(TestAuthorization)
#include "tst_authorization.moc"
