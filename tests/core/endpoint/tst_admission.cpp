#include "endpoint/admission.h"

#include <QtTest/QTest>

using namespace stator::endpoint;

class TestAdmission : public QObject {
    Q_OBJECT

private:
    static AdmissionOptions options()
    {
        AdmissionOptions options;
        options.listenHost = "192.168.7.7";
        options.allowHosts = {"stator.test"};
        options.corsOrigins = {"https://app.example", "null"};
        return options;
    }

private slots:
    void hosts_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("allowed");
        for (const char *host :
             {"localhost", "LOCALHOST:8000", "127.0.0.1", "127.0.0.1:8000", "127.8.9.10", "[::1]", "[::1]:8000",
              "dynamodb.localhost:80", "192.168.7.7:8000", "host.docker.internal:8000", "stator.test",
              "STATOR.test:9", "dynamodb.us-east-1.amazonaws.com", "streams.dynamodb.eu-west-1.amazonaws.com",
              "123456789012.ddb.us-east-1.amazonaws.com", "dynamodb.cn-north-1.amazonaws.com.cn",
              "dynamodb.us-east-1.api.aws"})
            QTest::newRow(host) << QByteArray(host) << true;
        for (const char *host :
             {"", "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0",
              "127.0.0.256", "127.0.0.1.1", "128.0.0.1", "0177.0.0.1x", "192.168.7.8", "notlocalhost",
              "localhost:port", "localhost:", "[::1", "[::1]x", "stator.test.evil.example",
              "bucket.s3.amazonaws.com", "ec2-1-2-3-4.compute-1.amazonaws.com",
              "dynamodb.us-east-1.evil.amazonaws.com", "dynamodb.amazonaws.com.evil.example",
              "12345678901x.ddb.us-east-1.amazonaws.com"})
            QTest::newRow(*host ? host : "(empty)") << QByteArray(host) << false;
    }
    void hosts()
    {
        QFETCH(QByteArray, host);
        QFETCH(bool, allowed);
        QCOMPARE(isHostAllowed(host.toStdString(), options()), allowed);
    }

    void origins_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("allowed");
        for (const char *origin : {"http://localhost", "http://localhost:3000", "https://127.0.0.1:8443",
                                   "http://[::1]:3000", "https://app.example", "null"})
            QTest::newRow(origin) << QByteArray(origin) << true;
        for (const char *origin : {"", "https://evil.example", "http://app.example", "https://app.example.evil.example",
                                   "http://localhost.evil.example", "http://localhost@evil.example",
                                   "file://localhost", "localhost"})
            QTest::newRow(*origin ? origin : "(empty)") << QByteArray(origin) << false;
    }
    void origins()
    {
        QFETCH(QByteArray, origin);
        QFETCH(bool, allowed);
        QCOMPARE(isOriginAllowed(origin.toStdString(), options()), allowed);
    }

    void aStarAllowsEveryOrigin()
    {
        AdmissionOptions options;
        QVERIFY(!isOriginAllowed("https://any.example", options));
        options.corsOrigins = {"*"};
        QVERIFY(isOriginAllowed("https://any.example", options));
    }
};

QTEST_GUILESS_MAIN(TestAdmission)
#include "tst_admission.moc"
