#include <QtTest/QTest>

#include "document/check.h"
#include "document/json_reader.h"
#include "document/json_writer.h"
#include "support/random_item.h"

using namespace stator;
using namespace stator::document;

namespace {

// What has passed the check must read, print and parse back to itself.
bool isSound(const std::string &bytes)
{
    const auto again = parseItem(itemToJson(ItemView(bytes)));
    return again.ok() && again->bytes() == bytes;
}

std::string head(std::uint32_t length, std::uint32_t count, std::uint32_t size)
{
    std::string bytes(12, '\0');
    layout::writeU32(bytes.data(), length);
    layout::writeU32(bytes.data() + 4, count);
    layout::writeU32(bytes.data() + 8, size);
    return bytes;
}

} // namespace

class TestCheck : public QObject {
    Q_OBJECT

private slots:
    void refusesWhatIsNotCanonical_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const std::string &bytes) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes);
        };
        row("nothing", "");
        row("no such type", std::string("\x0B", 1));
        row("type zero", std::string("\0", 1));
        row("boolean of two", "\x02\x02");
        row("boolean cut short", "\x02");
        row("number with a trailing zero pair", std::string("\x03\x03\xC1\x02\x01", 5));
        row("string cut short", "\x04\x02"
                                "a");
        row("string not UTF-8", "\x04\x01\xFF");
        row("length not minimal", std::string("\x04\x81\x00"
                                              "a",
                                              4));
        row("length of six bytes", std::string("\x04\x80\x80\x80\x80\x80\x01", 7));
        row("two values", "\x01\x01");
        row("empty set", "\x07" + head(0, 0, 0));
        row("set of another type", "\x07" + head(1, 1, 1) + "\x01");
        row("set out of order", "\x07" + head(6, 2, 2) +
                                    "\x04\x01"
                                    "b"
                                    "\x04\x01"
                                    "a");
        row("set with an element twice", "\x07" + head(6, 2, 2) +
                                             "\x04\x01"
                                             "a"
                                             "\x04\x01"
                                             "a");
        row("false count", "\x09" + head(1, 2, 5) + "\x01");
        row("false size", "\x09" + head(1, 1, 4) + "\x01");
        row("length past the end", "\x09" + head(2, 1, 5) + "\x01");
        row("members out of order", "\x0A" + head(6, 2, 9) +
                                        "\x01"
                                        "b\x01"
                                        "\x01"
                                        "a\x01");
        row("member twice", "\x0A" + head(6, 2, 9) +
                                "\x01"
                                "a\x01"
                                "\x01"
                                "a\x01");
        row("member without a name", "\x0A" + head(2, 1, 5) + std::string("\x00\x01", 2));
        row("element reaching out of its list", "\x09" + head(2, 1, 5) +
                                                    "\x04\x01"
                                                    "a");
    }
    void refusesWhatIsNotCanonical()
    {
        QFETCH(QByteArray, bytes);
        const auto checked = checkValue(bytes.toStdString());
        QVERIFY(!checked.ok());
        QVERIFY(checked.error().code == ErrorCode::Corruption);
    }

    void refusesAnItemThatIsAnotherValue()
    {
        QVERIFY(checkValue("\x01").ok());
        QVERIFY(!checkItem("\x01").ok());
        QVERIFY(!checkItem("").ok());
    }

    void refusesNestingBeyondTheLimit()
    {
        const auto nested = [](int lists) {
            ValueWriter writer;
            for (int i = 0; i < lists; ++i)
                writer.beginList();
            for (int i = 0; i < lists; ++i)
                writer.endList();
            return writer.finish().bytes();
        };
        QVERIFY(checkValue(nested(32)).ok());
        QVERIFY(!checkValue(nested(33)).ok());
        QVERIFY(!checkValue(nested(5000)).ok());
    }

    void refusesEveryTruncation()
    {
        test::RandomItems items(11);
        for (int i = 0; i < 200; ++i) {
            const Item item = *parseItem(items.write(items.describe()));
            QVERIFY(checkItem(item.bytes()).ok());
            for (std::size_t length = 0; length < item.bytes().size(); ++length)
                QVERIFY(!checkItem(std::string_view(item.bytes()).substr(0, length)).ok());
        }
    }

    // A flipped bit is found, or makes another sound document; never one that reads differently than it
    // compares.
    void flippedBitsAreFoundOrHarmless()
    {
        test::RandomItems items(12);
        int refused = 0;
        int taken = 0;
        for (int i = 0; i < 150; ++i) {
            const Item item = *parseItem(items.write(items.describe()));
            for (std::size_t at = 0; at < item.bytes().size(); ++at) {
                std::string bytes = item.bytes();
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << items.random().below(8)));
                if (!checkItem(bytes).ok()) {
                    ++refused;
                    continue;
                }
                ++taken;
                QVERIFY2(isSound(bytes), itemToJson(ItemView(bytes)).c_str());
            }
        }
        QVERIFY(refused > 1000);
        QVERIFY(taken > 1000);
    }
};

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
