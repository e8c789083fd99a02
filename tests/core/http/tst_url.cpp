// Which URLs a client of ours takes.
#include <QtTest/QTest>

#include "http/url.h"

using namespace stator;

class TestUrl : public QObject {
    Q_OBJECT

private slots:
    void takesUrlsOfTheWeb_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isLoopback");
        QTest::newRow("port") << "http://127.0.0.1:9000/hook?a=b" << "127.0.0.1" << "/hook?a=b" << true;
        QTest::newRow("no path") << "https://example.com" << "example.com" << "/" << false;
        QTest::newRow("version 6") << "http://[::1]:80/" << "::1" << "/" << true;
        QTest::newRow("by name") << "http://localhost/" << "localhost" << "/" << true;
    }

    void takesUrlsOfTheWeb()
    {
        QFETCH(const QString, text);
        const auto url = http::parseUrl(text.toStdString());
        QVERIFY(url.ok());
        QTEST(QString::fromStdString(url->host), "host");
        QTEST(QString::fromStdString(url->path), "path");
        QTEST(url->isLoopback, "isLoopback");
    }

    void refusesOthers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "";
        QTest::newRow("no scheme") << "localhost:80/hook";
        QTest::newRow("a file") << "file:///etc/passwd";
        QTest::newRow("no host") << "http://";
        QTest::newRow("a password") << "http://me:secret@localhost/";
        QTest::newRow("a port too high") << "http://localhost:70000/";
    }

    void refusesOthers()
    {
        QFETCH(const QString, text);
        const auto url = http::parseUrl(text.toStdString());
        QVERIFY(!url.ok());
        QVERIFY(url.error().code == ErrorCode::Validation);
    }
};

QTEST_GUILESS_MAIN(TestUrl)
#include "tst_url.moc"
