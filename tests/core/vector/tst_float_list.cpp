#include <QtTest/QTest>

#include <limits>

#include "support/vectors.h"
#include "vector/float_list.h"

using namespace stator;
using document::Value;
using vector::VectorFault;

class TestFloatList : public QObject {
    Q_OBJECT

private:
    static Value listOf(const std::vector<Value> &values)
    {
        document::ValueWriter writer;
        writer.beginList();
        for (const auto &value : values)
            writer.value(value.view());
        writer.endList();
        return writer.finish();
    }

private slots:
    void readsNumbersAsTheNearestFloats()
    {
        std::vector<float> floats;
        QVERIFY(!vector::readVector(listOf({Value::number("0.1"), Value::number("-2"), Value::number("16777217")}).view(),
                                    3, floats));
        QCOMPARE(floats, (std::vector<float>{0.1F, -2.0F, 16777216.0F}));
    }

    void acceptsExactlyTheRangeOfAFloat()
    {
        QCOMPARE(vector::readFloat(Value::number("340282346638528859811704183484516925440").view()).value_or(0),
                 std::numeric_limits<float>::max());
        // On either side of halfway between the greatest float and 2^128.
        QCOMPARE(vector::readFloat(Value::number("3.402823567797336E+38").view()).value_or(0),
                 std::numeric_limits<float>::max());
        QVERIFY(!vector::readFloat(Value::number("3.402823567797337E+38").view()));
        QVERIFY(!vector::readFloat(Value::number("-1E+39").view()));
        QVERIFY(!vector::readFloat(Value::number("9.9E+125").view()));
        QCOMPARE(vector::readFloat(Value::number("1E-130").view()).value_or(1), 0.0F);
        QVERIFY(!vector::readFloat(Value::string("1").view()));
    }

    void tellsWhatIsWrong()
    {
        std::vector<float> floats;
        auto fault = vector::readVector(Value::string("1").view(), 2, floats);
        QVERIFY(fault && fault->kind == VectorFault::Kind::NotAList && fault->type == model::ValueType::S);
        fault = vector::readVector(listOf({Value::number("1")}).view(), 2, floats);
        QVERIFY(fault && fault->kind == VectorFault::Kind::WrongLength && fault->length == 1);
        fault = vector::readVector(listOf({Value::number("1"), Value::boolean(true)}).view(), 2, floats);
        QVERIFY(fault && fault->kind == VectorFault::Kind::NotANumber && fault->element == 1);
        QVERIFY(fault->type == model::ValueType::Bool);
        fault = vector::readVector(listOf({Value::number("1E+39"), Value::number("1")}).view(), 2, floats);
        QVERIFY(fault && fault->kind == VectorFault::Kind::OutOfRange && fault->element == 0);
        fault = vector::readVector(listOf({}).view(), 2, floats);
        QVERIFY(fault && fault->kind == VectorFault::Kind::WrongLength && fault->length == 0);
    }

    void writesTheShortestNumbersThatReadBack()
    {
        SeededRandom random(5);
        std::vector<float> floats = testing::randomVector(random, 500);
        floats.insert(floats.end(), {0.1F, -0.0F, 1e-45F, std::numeric_limits<float>::max(), 3.0F});
        std::vector<float> read;
        QVERIFY(!vector::readVector(testing::vectorValue(floats).view(), static_cast<std::uint32_t>(floats.size()), read));
        QCOMPARE(read, floats);
        const Value tenth = testing::vectorValue({0.1F});
        QVERIFY(*tenth.view().element(0) == Value::number("0.1").view());
    }

    void bytesReadBack()
    {
        SeededRandom random(6);
        const auto floats = testing::randomVector(random, 33);
        std::string bytes;
        vector::appendFloats(floats, bytes);
        QCOMPARE(bytes.size(), 132u);
        std::vector<float> read;
        vector::readFloats(bytes, read);
        QCOMPARE(read, floats);
        bytes.clear();
        vector::appendFloats(std::vector<float>{1.0F}, bytes);
        QCOMPARE(QByteArray::fromStdString(bytes).toHex(), QByteArray("0000803f"));
    }
};

QTEST_GUILESS_MAIN(TestFloatList)
#include "tst_float_list.moc"
