#include "workspace/settings.h"

#include <QtTest/QTest>

using namespace stator;
using namespace stator::workspace;

class TestSettings : public QObject {
    Q_OBJECT

private:
    static Settings settings()
    {
        Settings settings;
        settings.madeBy = "0.1.0";
        settings.uuid = "0b1d5c0e-3f0e-4c43-9d8a-7f8f3b1f2a11";
        settings.createdSeconds = 1'790'000'000;
        settings.regions["us-east-1"]["a"] = "first";
        settings.regions["eu-west-1"]["a"] = "second";
        return settings;
    }

private slots:
    void comesBackAsWritten()
    {
        const auto read = parseSettings(writeSettings(settings()));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        QVERIFY(*read == settings());
        Settings empty = settings();
        empty.regions.clear();
        QVERIFY(*parseSettings(writeSettings(empty)) == empty);
    }

    void hasAFixedForm()
    {
        QCOMPARE(writeSettings(settings()),
                 std::string("{\n"
                             "  \"format\": 1,\n"
                             "  \"stator\": \"0.1.0\",\n"
                             "  \"workspace\": \"0b1d5c0e-3f0e-4c43-9d8a-7f8f3b1f2a11\",\n"
                             "  \"created\": 1790000000,\n"
                             "  \"zones\": 1,\n"
                             "  \"regions\": {\n"
                             "    \"eu-west-1\": {\"a\": \"second\"},\n"
                             "    \"us-east-1\": {\"a\": \"first\"}}\n"
                             "}\n"));
    }

    void refusesANewerFormat()
    {
        Settings newer = settings();
        newer.format = 2;
        const auto read = parseSettings(writeSettings(newer));
        QVERIFY(!read.ok());
        QVERIFY(read.error().code == ErrorCode::NewerFormat);
        // A newer one may look quite different otherwise.
        QVERIFY(parseSettings("{\"format\": 99}").error().code == ErrorCode::NewerFormat);
    }

    void refusesEveryPrefix()
    {
        const std::string json = writeSettings(settings());
        for (std::size_t size = 0; size + 2 < json.size(); ++size) {
            const auto read = parseSettings(json.substr(0, size));
            QVERIFY2(!read.ok() && read.error().code == ErrorCode::Corruption, qPrintable(QString::number(size)));
        }
    }

    void refusesARegionThatIsNoName()
    {
        std::string json = writeSettings(settings());
        json.replace(json.find("eu-west-1"), 9, "../../etc");
        QVERIFY(parseSettings(json).error().code == ErrorCode::Corruption);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
