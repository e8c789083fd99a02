#include <QTest>

#include "window/palette_index.h"

using namespace stator::ui;

namespace {

PaletteEntry entry(const QString &title, PaletteEntry::Kind kind = PaletteEntry::Kind::Command,
                   const QString &reason = {})
{
    PaletteEntry entry;
    entry.kind = kind;
    entry.id = title;
    entry.title = title;
    entry.disabledReason = reason;
    return entry;
}

QStringList search(const QList<PaletteEntry> &entries, const QString &typed, const QStringList &recent = {})
{
    QStringList titles;
    for (const PaletteMatch &match : searchPalette(entries, typed, recent))
        titles.append(entries.at(match.entry).title);
    return titles;
}

} // namespace

class TestPaletteIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsLettersInOrder_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("beginning") << u"Shop"_qs << u"sh"_qs << true;
        QTest::newRow("word starts") << u"Reset Layout"_qs << u"rl"_qs << true;
        QTest::newRow("humps") << u"byStatusDate"_qs << u"bsd"_qs << true;
        QTest::newRow("scattered") << u"Telemetry"_qs << u"tmy"_qs << true;
        QTest::newRow("wrong order") << u"Shop"_qs << u"ps"_qs << false;
        QTest::newRow("too long") << u"Shop"_qs << u"shops"_qs << false;
        QTest::newRow("nothing typed") << u"Shop"_qs << u""_qs << true;
    }
    void findsLettersInOrder()
    {
        QFETCH(QString, title);
        QFETCH(QString, typed);
        QFETCH(bool, isFound);
        QCOMPARE(matchText(title, typed).has_value(), isFound);
    }

    void marksTheTypedLetters()
    {
        QCOMPARE(matchText(u"Reset Layout"_qs, u"rl"_qs)->positions, QList<int>({0, 6}));
        QCOMPARE(matchText(u"Telemetry"_qs, u"metr"_qs)->positions, QList<int>({4, 5, 6, 7}));
    }

    void putsTheCloserMatchFirst()
    {
        QCOMPARE(search({entry(u"Workshop"_qs), entry(u"Shop"_qs), entry(u"ShopOrders"_qs)}, u"shop"_qs),
                 QStringList({u"Shop"_qs, u"ShopOrders"_qs, u"Workshop"_qs}));
    }

    void putsRecentOnesFirst()
    {
        QCOMPARE(search({entry(u"a"_qs), entry(u"b"_qs), entry(u"c"_qs)}, QString(), {u"c"_qs, u"b"_qs}),
                 QStringList({u"c"_qs, u"b"_qs, u"a"_qs}));
    }

    void narrowsByPrefix()
    {
        const QList<PaletteEntry> entries{entry(u"Shop"_qs, PaletteEntry::Kind::Table), entry(u"Show"_qs),
                                          entry(u"Shipped"_qs, PaletteEntry::Kind::SavedQuery)};
        QCOMPARE(search(entries, u">sh"_qs), QStringList(u"Show"_qs));
        QCOMPARE(search(entries, u"# sh"_qs), QStringList(u"Shipped"_qs));
        QCOMPARE(search(entries, u"sh"_qs).size(), 3);
    }

    void putsWhatCannotRunBehindWhatCan()
    {
        QCOMPARE(search({entry(u"Undo"_qs, PaletteEntry::Kind::Command, u"No change to take back."_qs),
                         entry(u"Undock"_qs)},
                        u"undo"_qs),
                 QStringList({u"Undock"_qs, u"Undo"_qs}));
    }
};

QTEST_MAIN(TestPaletteIndex)
#include "tst_palette_index.moc"
