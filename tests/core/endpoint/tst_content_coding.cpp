#include "endpoint/content_coding.h"

#include <QtTest/QTest>

using namespace stator::endpoint;

class TestContentCoding : public QObject {
    Q_OBJECT

private:
    static std::string text()
    {
        std::string text;
        for (int i = 0; i < 5000; ++i)
            text += "{\"n\":" + std::to_string(i * 7919) + "}";
        return text;
    }

private slots:
    void comesBackAsItWas()
    {
        for (const auto &[coding, name] : {std::pair{Coding::Gzip, "gzip"}, std::pair{Coding::Deflate, "deflate"}}) {
            const std::string encoded = encodeBody(coding, text());
            QVERIFY(encoded.size() < text().size() / 2);
            const auto decoded = decodeBody(name, encoded, text().size());
            QVERIFY(decoded.ok());
            QVERIFY(*decoded == text());
        }
    }

    void readsSeveralGzipMembers()
    {
        const auto decoded =
            decodeBody("GZIP", encodeBody(Coding::Gzip, "{\"a\"") + encodeBody(Coding::Gzip, ":1}"), 100);
        QVERIFY(decoded.ok());
        QCOMPARE(*decoded, std::string("{\"a\":1}"));
    }

    void refusesSeveralDeflateStreams()
    {
        QVERIFY(!decodeBody("deflate", encodeBody(Coding::Deflate, "a") + encodeBody(Coding::Deflate, "b"), 100).ok());
    }

    void readsABareDeflateStream()
    {
        const std::string wrapped = encodeBody(Coding::Deflate, "{\"a\":1}");
        const auto decoded = decodeBody("deflate", wrapped.substr(2, wrapped.size() - 6), 100);
        QVERIFY(decoded.ok());
        QCOMPARE(*decoded, std::string("{\"a\":1}"));
    }

    void refusesEveryPrefix()
    {
        const std::string encoded = encodeBody(Coding::Gzip, "a body that is short enough to try every prefix");
        for (std::size_t size = 0; size < encoded.size(); ++size)
            QVERIFY2(!decodeBody("gzip", encoded.substr(0, size), 1000).ok(), qPrintable(QString::number(size)));
    }

    void refusesWhatFollows()
    {
        QVERIFY(!decodeBody("gzip", encodeBody(Coding::Gzip, "a") + "garbage", 1000).ok());
    }

    void holdsTheLimit()
    {
        const std::string bomb = encodeBody(Coding::Gzip, std::string(1'000'000, ' '));
        QVERIFY(decodeBody("gzip", bomb, 1'000'000).ok());
        const auto refused = decodeBody("gzip", bomb, 999'999);
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().code == stator::ErrorCode::InternalServerError);
    }

    void refusesUnknownCodings()
    {
        QVERIFY(!decodeBody("br", "x", 10).ok());
        QVERIFY(!decodeBody("gzip, gzip", "x", 10).ok());
        QVERIFY(decodeBody(" identity ", "x", 10).ok());
    }

    void choosesACoding_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("coding");
        QTest::newRow("nothing") << QByteArray() << int(Coding::Identity);
        QTest::newRow("identity") << QByteArray("identity") << int(Coding::Identity);
        QTest::newRow("gzip") << QByteArray("gzip") << int(Coding::Gzip);
        QTest::newRow("gzip last") << QByteArray("br, deflate, gzip") << int(Coding::Gzip);
        QTest::newRow("deflate") << QByteArray("br,deflate;q=0.5") << int(Coding::Deflate);
        QTest::newRow("gzip refused") << QByteArray("gzip;q=0, deflate") << int(Coding::Deflate);
        QTest::newRow("both refused") << QByteArray("gzip; q=0.0, deflate;q=0") << int(Coding::Identity);
        QTest::newRow("a small weight") << QByteArray("gzip;q=0.001") << int(Coding::Gzip);
        QTest::newRow("something else") << QByteArray("gzipped, *") << int(Coding::Identity);
    }
    void choosesACoding()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, coding);
        QCOMPARE(static_cast<int>(acceptedCoding(header.toStdString())), coding);
    }
};

QTEST_GUILESS_MAIN(TestContentCoding)
#include "tst_content_coding.moc"
