#include <QtTest/QTest>

#include <QJsonArray>
#include <QJsonDocument>

#include "document/json_reader.h"
#include "document/json_writer.h"

using namespace stator;
using namespace stator::document;

class TestJsonWriter : public QObject {
    Q_OBJECT

private slots:
    void writesEveryType()
    {
        const std::string json =
            R"({"a":{"NULL":true},"b":{"BOOL":true},"c":{"BOOL":false},"d":{"N":"-1.5"},"e":{"S":"t"},)"
            R"("f":{"B":"AAE="},"g":{"NS":["1","2"]},"h":{"SS":["a","b"]},"i":{"BS":["AA==","AQ=="]},)"
            R"("j":{"L":[{"S":"x"},{"L":[]},{"M":{}}]},"k":{"M":{"x":{"N":"0"},"y":{"S":""}}}})";
        QCOMPARE(itemToJson(parseItem(json)->view()), json);
        QCOMPARE(itemToJson(ItemView()), std::string("{}"));
    }

    // Every byte in every place of a word: the scan for clean runs reads eight at a time.
    void escapesWhatJsonDemands()
    {
        for (int code = 0; code < 128; ++code) {
            for (std::size_t before = 0; before < 18; ++before) {
                const std::string text = std::string(before, 'a') + static_cast<char>(code) + "0123456789";
                std::string json = "[";
                writeJsonString(text, json);
                json += "]";
                const QJsonDocument read = QJsonDocument::fromJson(QByteArray::fromStdString(json));
                QVERIFY2(read.isArray(), json.c_str());
                QCOMPARE(read.array()[0].toString().toStdString(), text);
                const bool isEscaped = code < 0x20 || code == '"' || code == '\\';
                QCOMPARE(json.size() > text.size() + 4, isEscaped);
            }
        }
    }

    void passesUnicodeThrough()
    {
        std::string json;
        writeJsonString("größe 日本 😀 \xE2\x80\xA8", json);
        QCOMPARE(json, std::string("\"größe 日本 😀 \xE2\x80\xA8\""));
    }

    void base64IsQts()
    {
        std::string bytes;
        for (int i = 0; i < 300; ++i) {
            std::string text;
            writeBase64(bytes, text);
            QCOMPARE(QByteArray::fromStdString(text), QByteArray::fromStdString(bytes).toBase64());
            std::string back = "kept";
            QVERIFY(decodeBase64(text, back).ok());
            QCOMPARE(back, "kept" + bytes);
            bytes += static_cast<char>(i * 7);
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_json_writer.moc"
