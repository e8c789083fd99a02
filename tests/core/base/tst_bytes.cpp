#include "base/bytes.h"

#include <QTest>

#include "base/crc32c.h"

using namespace stator;

class TestBytes : public QObject {
    Q_OBJECT

private slots:
    void putsIntegersInBothOrders()
    {
        std::string bytes;
        appendLittleEndian<std::uint32_t>(bytes, 0x01020304);
        appendBigEndian<std::uint16_t>(bytes, 0x0506);
        appendBigEndian<std::uint64_t>(bytes, 1);
        QCOMPARE(bytes, std::string("\x04\x03\x02\x01\x05\x06\0\0\0\0\0\0\0\x01", 14));
        QCOMPARE(getLittleEndian<std::uint32_t>(bytes.data()), 0x01020304u);
        QCOMPARE(getBigEndian<std::uint16_t>(bytes.data() + 4), std::uint16_t{0x0506});
    }

    void readerStopsAtTheEnd()
    {
        ByteReader reader(std::string_view("\x01\x00\x05", 3));
        QCOMPARE(reader.takeLittleEndian<std::uint16_t>(), std::uint16_t{1});
        QVERIFY(reader.ok());
        QCOMPARE(reader.takeLittleEndian<std::uint16_t>(), std::uint16_t{0});
        QVERIFY(!reader.ok());
        QVERIFY(reader.take(1).empty());
    }

    // The check value of the CRC catalogue, and the iSCSI examples of RFC 3720.
    void crcHasItsKnownValues()
    {
        QCOMPARE(crc32c(0, "123456789"), 0xE3069283u);
        QCOMPARE(crc32c(0, std::string(32, '\0')), 0x8A9136AAu);
        QCOMPARE(crc32c(0, std::string(32, '\xFF')), 0x62A8AB43u);
        QCOMPARE(crc32c(crc32c(0, "1234"), "56789"), 0xE3069283u);
    }

    void instructionAndTableAgree()
    {
        std::string bytes;
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(crc32c(7, bytes), crc32cPortable(7, bytes));
            bytes.push_back(static_cast<char>(i * 37));
        }
    }
};

QTEST_GUILESS_MAIN(TestBytes)
#include "tst_bytes.moc"
