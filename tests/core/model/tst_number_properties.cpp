#include <QtTest/QTest>

#include "base/random.h"
#include "model/number.h"

using namespace stator;
using model::Number;

namespace {

// A decimal as people write it down: sign and 130 + 180 digits around a fixed point. Slow, and plainly right.
class LongDecimal {
public:
    static constexpr int kWhole = 130;
    static constexpr int kFraction = 180;
    static constexpr int kDigits = kWhole + kFraction;

    // ± digits × 10^exponent
    LongDecimal(bool isNegative, const std::string &digits, int exponent) : m_isNegative(isNegative)
    {
        const int last = kWhole - 1 - exponent;
        const int first = last - static_cast<int>(digits.size()) + 1;
        for (std::size_t i = 0; i < digits.size(); ++i)
            m_digits[static_cast<std::size_t>(first) + i] = digits[i];
    }

    int compare(const LongDecimal &other) const
    {
        const bool isNegative = m_isNegative && !isZero();
        const bool isOtherNegative = other.m_isNegative && !other.isZero();
        if (isNegative != isOtherNegative)
            return isNegative ? -1 : 1;
        const int order = m_digits.compare(other.m_digits);
        return isNegative ? -order : order;
    }

    LongDecimal plus(const LongDecimal &other) const
    {
        LongDecimal sum = *this;
        if (m_isNegative == other.m_isNegative) {
            int carried = 0;
            for (std::size_t i = kDigits; i-- > 0;) {
                const int digit = m_digits[i] - '0' + (other.m_digits[i] - '0') + carried;
                sum.m_digits[i] = static_cast<char>('0' + digit % 10);
                carried = digit / 10;
            }
            return sum;
        }
        const bool isSmaller = m_digits < other.m_digits;
        const LongDecimal &large = isSmaller ? other : *this;
        const LongDecimal &small = isSmaller ? *this : other;
        sum.m_isNegative = large.m_isNegative;
        int borrowed = 0;
        for (std::size_t i = kDigits; i-- > 0;) {
            int digit = large.m_digits[i] - small.m_digits[i] - borrowed;
            borrowed = digit < 0 ? 1 : 0;
            digit += 10 * borrowed;
            sum.m_digits[i] = static_cast<char>('0' + digit);
        }
        return sum;
    }

    LongDecimal negated() const
    {
        LongDecimal result = *this;
        result.m_isNegative = !m_isNegative;
        return result;
    }

    bool isZero() const { return m_digits.find_first_not_of('0') == std::string::npos; }

    int significantDigits() const
    {
        if (isZero())
            return 0;
        return static_cast<int>(m_digits.find_last_not_of('0') - m_digits.find_first_not_of('0')) + 1;
    }
    // Power of ten of the first digit.
    int magnitude() const { return kWhole - 1 - static_cast<int>(m_digits.find_first_not_of('0')); }

    std::string text() const
    {
        if (isZero())
            return "0";
        std::string whole = m_digits.substr(0, kWhole);
        whole.erase(0, std::min(whole.find_first_not_of('0'), std::size_t(kWhole - 1)));
        std::string fraction = m_digits.substr(kWhole);
        fraction.erase(fraction.find_last_not_of('0') + 1);
        return (m_isNegative ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
    }

private:
    bool m_isNegative;
    std::string m_digits = std::string(kDigits, '0');
};

struct Sample {
    LongDecimal decimal;
    std::string text;
};

// Numbers the service takes, from all over the range and often near each other.
Sample makeSample(Random &random)
{
    static constexpr std::array<int, 6> kCounts = {1, 2, 3, 19, 37, 38};
    const int count = random.below(3) == 0 ? 1 + static_cast<int>(random.below(38))
                                           : kCounts[static_cast<std::size_t>(random.below(kCounts.size()))];
    std::string digits;
    for (int i = 0; i < count; ++i)
        digits += static_cast<char>('0' + (random.below(4) == 0 ? 0 : random.below(10)));
    digits.front() = static_cast<char>('1' + random.below(9));
    digits.back() = count == 1 ? digits.front() : static_cast<char>('1' + random.below(9));
    // The first digit stands at 10^magnitude.
    int magnitude = 0;
    switch (random.below(4)) {
    case 0:
        magnitude = static_cast<int>(random.below(256)) - 130;
        break;
    case 1:
        magnitude = random.below(2) == 0 ? 125 - static_cast<int>(random.below(3))
                                         : -130 + static_cast<int>(random.below(3));
        break;
    default:
        magnitude = static_cast<int>(random.below(9)) - 4;
    }
    const int exponent = magnitude - count + 1;
    const bool isNegative = random.below(2) == 0;
    if (random.below(50) == 0)
        return {LongDecimal(isNegative, "0", 0), isNegative ? "-0" : "0"};
    std::string text = isNegative ? "-" : random.below(4) == 0 ? "+" : "";
    text.append(random.below(4), '0');
    // The point anywhere, the exponent making up for it.
    const auto split = static_cast<std::size_t>(random.below(digits.size() + 1));
    text += digits.substr(0, split) + (split == 0 && digits.empty() ? "0" : "") + "." + digits.substr(split);
    text += "e" + std::to_string(exponent + static_cast<int>(digits.size() - split));
    return {LongDecimal(isNegative, digits, exponent), text};
}

} // namespace

class TestNumberProperties : public QObject {
    Q_OBJECT

private slots:
    void textIsTheDecimalsOwn()
    {
        SeededRandom random(1);
        for (int i = 0; i < 20'000; ++i) {
            const Sample sample = makeSample(random);
            const auto number = Number::parse(sample.text);
            QVERIFY2(number.ok(), sample.text.c_str());
            const std::string text = model::numberText(number->bytes());
            QCOMPARE(text, sample.decimal.text());
            QVERIFY(*Number::parse(text) == *number);
            QVERIFY(Number::isCanonical(number->bytes()));
        }
    }

    void bytesOrderAsValuesDo()
    {
        SeededRandom random(2);
        for (int i = 0; i < 50'000; ++i) {
            const Sample a = makeSample(random), b = makeSample(random);
            const auto left = Number::parse(a.text), right = Number::parse(b.text);
            const int order = a.decimal.compare(b.decimal);
            const std::string rows = a.text + " and " + b.text;
            QVERIFY2((left->bytes().compare(right->bytes()) <=> 0) == (order <=> 0), rows.c_str());
            QVERIFY2((*left <=> *right) == (order <=> 0), rows.c_str());
        }
    }

    void sumsAreTheDecimalsOwn()
    {
        SeededRandom random(3);
        int exact = 0;
        for (int i = 0; i < 50'000; ++i) {
            const Sample a = makeSample(random), b = makeSample(random);
            const auto left = Number::parse(a.text), right = Number::parse(b.text);
            const bool isSum = random.below(2) == 0;
            const LongDecimal expected = a.decimal.plus(isSum ? b.decimal : b.decimal.negated());
            const auto result = isSum ? Number::add(*left, *right) : Number::subtract(*left, *right);
            const bool isHeld =
                expected.isZero() || (expected.significantDigits() <= 38 && expected.magnitude() <= 125 &&
                                      expected.magnitude() >= -130);
            const std::string rows = a.text + (isSum ? " + " : " - ") + b.text;
            QVERIFY2(result.ok() == isHeld, rows.c_str());
            if (!result.ok())
                continue;
            ++exact;
            QVERIFY2(model::numberText(result->bytes()) == expected.text(), rows.c_str());
            QVERIFY2(Number::isCanonical(result->bytes()), rows.c_str());
        }
        QVERIFY(exact > 10'000);
    }

    // Flipped bytes are refused, or are the canonical bytes of another number.
    void canonicalMeansRoundTrip()
    {
        SeededRandom random(4);
        int taken = 0;
        for (int i = 0; i < 50'000; ++i) {
            std::string bytes(Number::parse(makeSample(random).text)->bytes());
            if (random.below(4) == 0)
                bytes.resize(static_cast<std::size_t>(random.below(bytes.size() + 3)), '\x02');
            else
                bytes[static_cast<std::size_t>(random.below(bytes.size()))] =
                    static_cast<char>(random.below(256));
            const auto number = Number::decode(bytes);
            QCOMPARE(number.ok(), Number::isCanonical(bytes));
            if (!number.ok()) {
                QVERIFY(number.error().code == ErrorCode::Corruption);
                continue;
            }
            ++taken;
            const auto again = Number::parse(model::numberText(bytes));
            QVERIFY(again.ok());
            QCOMPARE(std::string(again->bytes()), bytes);
        }
        QVERIFY(taken > 1000);
    }

    void noNegativeNumberBeginsAnother()
    {
        SeededRandom random(5);
        for (int i = 0; i < 50'000; ++i) {
            const auto left = Number::parse(makeSample(random).text),
                       right = Number::parse(makeSample(random).text);
            if (*left == *right || static_cast<unsigned char>(left->bytes()[0]) >= 0x80)
                continue;
            QVERIFY(!right->bytes().starts_with(left->bytes()));
        }
    }
};

QTEST_GUILESS_MAIN(TestNumberProperties)
#include "tst_number_properties.moc"
