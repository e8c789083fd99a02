#include <QTest>

#include "shell/page_registry.h"

using namespace stator::ui;

namespace {

PageInfo makeInfo(const QString &id, PageScope scope, int order)
{
    PageInfo info;
    info.id = id;
    info.title = id;
    info.scope = scope;
    info.order = order;
    info.factory = [](Workbench &, QWidget *) -> Page * { return nullptr; };
    return info;
}

QStringList idsOf(const QList<PageInfo> &pages)
{
    QStringList ids;
    for (const PageInfo &page : pages)
        ids.append(page.id);
    return ids;
}

} // namespace

class TestPageRegistry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_registry = PageRegistry();
        m_registry.add(makeInfo(u"settings"_qs, PageScope::Table, 60));
        m_registry.add(makeInfo(u"home"_qs, PageScope::Workspace, 0));
        m_registry.add(makeInfo(u"items"_qs, PageScope::Table, 0));
        m_registry.add(makeInfo(u"item"_qs, PageScope::Item, 0));
    }

    void listsPagesByOrder()
    {
        QCOMPARE(idsOf(m_registry.pages(PageScope::Table)), QStringList({u"items"_qs, u"settings"_qs}));
        QCOMPARE(idsOf(m_registry.pages(PageScope::Workspace)), QStringList(u"home"_qs));
    }

    void findsOnlyWhatWasAdded()
    {
        QVERIFY(m_registry.find(u"home"_qs));
        QVERIFY(!m_registry.find(u"zones"_qs));
    }

    void givesTheViewsOfATableOneTab()
    {
        const Place items = Place::ofTable(u"local"_qs, u"us-east-1"_qs, u"Shop"_qs);
        QCOMPARE(m_registry.tabKey(items), m_registry.tabKey(items.withPage(u"settings"_qs)));
        const Place elsewhere = Place::ofTable(u"local"_qs, u"eu-west-1"_qs, u"Shop"_qs);
        QVERIFY(m_registry.tabKey(items) != m_registry.tabKey(elsewhere));
    }

    void givesEachItemATab()
    {
        Place first = Place::ofTable(u"local"_qs, u"us-east-1"_qs, u"Shop"_qs, u"item"_qs);
        first.key = u"{\"pk\":{\"S\":\"1\"}}"_qs;
        Place second = first;
        second.key = u"{\"pk\":{\"S\":\"2\"}}"_qs;
        QVERIFY(m_registry.tabKey(first) != m_registry.tabKey(second));
    }

    void givesUnknownPagesNoTab() { QVERIFY(m_registry.tabKey(Place::ofPage(u"zones"_qs)).isEmpty()); }

private:
    PageRegistry m_registry;
};

QTEST_MAIN(TestPageRegistry)
#include "tst_page_registry.moc"
