#include <QTest>

#include "bridge/error_text.h"
#include "bridge/text.h"

using namespace stator;
using namespace stator::ui;

class TestErrorText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Every code has a sentence and a name of its own, without "please", "oops" or shouting.
    void saysEveryErrorPlainly()
    {
        QSet<QString> names;
        constexpr int kLast = static_cast<int>(ErrorCode::ShuttingDown);
        for (int code = 0; code <= kLast; ++code) {
            const ErrorText text = describe(Error{static_cast<ErrorCode>(code), "raw", {}});
            QVERIFY2(text.sentence.endsWith(u'.'), qPrintable(text.code));
            QVERIFY(!text.sentence.contains(u'!') &&
                    !text.sentence.contains(u"please"_qs, Qt::CaseInsensitive));
            QVERIFY2(text.code != u"Error"_qs && !names.contains(text.code), qPrintable(text.code));
            QCOMPARE(text.original, u"raw"_qs);
            names.insert(text.code);
        }
    }

    void carriesTextBothWays()
    {
        const QString text = u"a\u00fc\u2192\U0001F600\n"_qs;
        QCOMPARE(toQt(std::string_view(toUtf8(text))), text);
        QVERIFY(toQt(std::optional<std::string>()).isEmpty());
    }

    void writesCountsByLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(countText(12480), u"12.480"_qs);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(countText(12480), u"12,480"_qs);
        QCOMPARE(sizeText(1'200'000), u"1.2 MB"_qs);
        QCOMPARE(percentText(0.614), u"61 %"_qs);
    }
};

QTEST_MAIN(TestErrorText)
#include "tst_error_text.moc"
