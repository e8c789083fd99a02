#include <QTest>

#include "theme/theme.h"

using namespace stator::ui::theme;

namespace {

constexpr Role kSurfaces[] = {Role::Window,      Role::Page,         Role::Sunken,
                              Role::Selection,   Role::TintAdded,    Role::TintChanged,
                              Role::TintDeleted, Role::TintConflict, Role::TintAsOf};
constexpr Role kInks[] = {Role::Text,    Role::SecondText, Role::Accent, Role::Ok,
                          Role::Warning, Role::Error,      Role::History};

} // namespace

class TestScheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measuresContrastAsWcagDoes()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        // #777777 on white is the textbook example just under 4.5:1.
        QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void textIsReadableOnEverySurface_data() { addSchemes(); }
    void textIsReadableOnEverySurface()
    {
        QFETCH(const Scheme *, scheme);
        for (const Role ink : kInks) {
            for (const Role surface : kSurfaces) {
                const double ratio = contrastRatio(scheme->color(ink), scheme->color(surface));
                QVERIFY2(ratio >= 4.5,
                         qPrintable(QStringLiteral("%1 on %2 is %3:1")
                                        .arg(scheme->color(ink).name(), scheme->color(surface).name())
                                        .arg(ratio)));
            }
        }
        QVERIFY(contrastRatio(scheme->color(Role::OnAccent), scheme->color(Role::Accent)) >= 4.5);
    }

    void edgesOfControlsAreSeen_data() { addSchemes(); }
    void edgesOfControlsAreSeen()
    {
        QFETCH(const Scheme *, scheme);
        for (const Role surface : {Role::Window, Role::Page, Role::Sunken})
            QVERIFY2(contrastRatio(scheme->color(Role::Edge), scheme->color(surface)) >= 3.0,
                     qPrintable(QStringLiteral("edge on %1").arg(scheme->color(surface).name())));
    }

    void swatchesAreSeenOnThePage_data() { addSchemes(); }
    void swatchesAreSeenOnThePage()
    {
        QFETCH(const Scheme *, scheme);
        for (int i = 0; i < kSeriesCount; ++i)
            QVERIFY2(contrastRatio(scheme->series(i), scheme->color(Role::Page)) >= 3.0,
                     qPrintable(scheme->series(i).name()));
        QCOMPARE(scheme->series(kSeriesCount), scheme->series(0));
        QCOMPARE(scheme->series(-1), scheme->series(kSeriesCount - 1));
    }

    void followsTheSystemOnlyWhenAsked()
    {
        Theme &theme = Theme::instance();
        theme.setChoice(Choice::System);
        theme.setSystemLook({true, false, false});
        QVERIFY(theme.scheme().isDark);
        theme.setSystemLook({false, true, false});
        QVERIFY(theme.scheme().isHighContrast);
        theme.setChoice(Choice::Dark);
        QVERIFY(theme.scheme().isDark);
        QVERIFY(!theme.scheme().isHighContrast);
        theme.setChoice(Choice::HighContrast);
        QVERIFY(theme.scheme().isHighContrast);
        QVERIFY(!theme.scheme().isDark);
    }

    void mixesByShare()
    {
        QCOMPARE(mix(Qt::black, Qt::white, 0), QColor(Qt::black));
        QCOMPARE(mix(Qt::black, Qt::white, 1), QColor(Qt::white));
        QCOMPARE(mix(Qt::black, Qt::white, 0.5), QColor(128, 128, 128));
    }

private:
    static void addSchemes()
    {
        QTest::addColumn<const Scheme *>("scheme");
        QTest::newRow("light") << &lightScheme();
        QTest::newRow("dark") << &darkScheme();
        QTest::newRow("high contrast, light") << &highContrastLightScheme();
        QTest::newRow("high contrast, dark") << &highContrastDarkScheme();
    }
};

QTEST_MAIN(TestScheme)
#include "tst_scheme.moc"
