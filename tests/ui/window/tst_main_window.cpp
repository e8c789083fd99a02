#include <QAction>
#include <QDialog>
#include <QDockWidget>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include "bridge/connections.h"
#include "bridge/table_directory.h"
#include "features/home/home_page.h"
#include "shell/endpoint_status.h"
#include "shell/page_registry.h"
#include "theme/theme.h"
#include "window/command_palette.h"
#include "window/main_window.h"
#include "window/session.h"
#include "window/tab_area.h"

using namespace stator;
using namespace stator::ui;

namespace {

// A page that shows nothing and remembers where it stands.
class BlankPage : public Page {
public:
    using Page::Page;
    void open(const Place &place) override { m_place = place; }
    Place place() const override { return m_place; }
    QString title() const override { return m_place.table; }
    QVariantMap saveState() const override { return {{u"scroll"_qs, scroll}}; }
    void restoreState(const QVariantMap &state) override { scroll = state.value(u"scroll"_qs).toInt(); }

    bool cancel() override { return std::exchange(isReading, false); }

    int scroll = 0;
    bool isReading = false;

private:
    Place m_place;
};

Place table(const QString &name, const QString &page = u"items"_qs)
{
    return Place::ofTable(u"local"_qs, u"us-east-1"_qs, name, page);
}

// All that a window stands on, without a service.
struct Stand {
    Stand()
        : settings(directory.filePath(u"window.ini"_qs), QSettings::IniFormat),
          connections(std::make_shared<ManualExecutor>()), tables(connections)
    {
        ConnectionInfo info;
        info.id = u"local"_qs;
        info.regions = {u"us-east-1"_qs};
        connections.add(info, nullptr);
        registerHome(pages, {});
        for (const QString &id : {u"items"_qs, u"settings"_qs}) {
            PageInfo page;
            page.id = id;
            page.title = id;
            page.scope = PageScope::Table;
            page.factory = [](Workbench &workbench, QWidget *parent) {
                return new BlankPage(workbench, parent);
            };
            pages.add(page);
        }
    }
    std::unique_ptr<MainWindow> makeWindow()
    {
        return std::make_unique<MainWindow>(
            WindowContext{pages, connections, tables, endpoint, settings, {}});
    }

    QTemporaryDir directory;
    QSettings settings;
    ConnectionList connections;
    TableDirectory tables;
    EndpointStatus endpoint;
    PageRegistry pages;
};

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().install(); }
    void init()
    {
        m_stand = std::make_unique<Stand>();
        m_window = m_stand->makeWindow();
        m_window->start();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        // The screen of the offscreen platform is small, and the first size is bounded by it.
        m_window->resize(1280, 800);
        QCoreApplication::processEvents();
    }
    void cleanup()
    {
        m_window.reset();
        m_stand.reset();
    }

    void beginsAtHome() { QCOMPARE(m_window->tabs().currentPlace().page, u"home"_qs); }

    void givesATableOneTabWithViews()
    {
        m_window->openPlace(table(u"Shop"_qs), OpenMode::Keep);
        m_window->openPlace(table(u"Shop"_qs, u"settings"_qs), OpenMode::Preview);
        QCOMPARE(m_window->tabs().count(), 2);
        QCOMPARE(m_window->tabs().currentPlace().page, u"settings"_qs);
        // Choosing the table again shows it as it was left.
        m_window->openPlace(Place::ofPage(u"home"_qs), OpenMode::Preview);
        m_window->openPlace(table(u"Shop"_qs), OpenMode::Preview);
        QCOMPARE(m_window->tabs().currentPlace().page, u"settings"_qs);
        m_window->tabs().showView(0);
        QCOMPARE(m_window->tabs().currentPlace().page, u"items"_qs);
    }

    void fillsInConnectionAndRegion()
    {
        m_window->openPlace(*Place::fromString(u"table:Shop"_qs), OpenMode::Keep);
        QCOMPARE(m_window->tabs().currentPlace(), table(u"Shop"_qs));
    }

    void goesBackOverTabsAndViews()
    {
        m_window->openPlace(table(u"Shop"_qs), OpenMode::Keep);
        m_window->tabs().showView(1);
        m_window->openPlace(table(u"Elements"_qs), OpenMode::Keep);
        m_window->goBack();
        QCOMPARE(m_window->tabs().currentPlace(), table(u"Shop"_qs, u"settings"_qs));
        m_window->goForward();
        QCOMPARE(m_window->tabs().currentPlace().table, u"Elements"_qs);
    }

    void reopensAClosedTabWithItsState()
    {
        m_window->openPlace(table(u"Shop"_qs), OpenMode::Keep);
        static_cast<BlankPage *>(m_window->tabs().currentPage())->scroll = 42;
        m_window->tabs().closeCurrent();
        QCOMPARE(m_window->tabs().currentPlace().page, u"home"_qs);
        m_window->tabs().reopen();
        QCOMPARE(m_window->tabs().currentPlace(), table(u"Shop"_qs));
        QCOMPARE(static_cast<BlankPage *>(m_window->tabs().currentPage())->scroll, 42);
    }

    void comesBackAtTheNextStart()
    {
        m_window->openPlace(table(u"Shop"_qs), OpenMode::Keep);
        static_cast<BlankPage *>(m_window->tabs().currentPage())->scroll = 7;
        m_window->openPlace(table(u"Elements"_qs), OpenMode::Preview);
        m_window->openPlace(table(u"Shop"_qs), OpenMode::Preview);
        m_window->close();

        m_window = m_stand->makeWindow();
        m_window->start();
        QCOMPARE(m_window->tabs().count(), 3);
        QCOMPARE(m_window->tabs().currentPlace(), table(u"Shop"_qs));
        QCOMPARE(static_cast<BlankPage *>(m_window->tabs().currentPage())->scroll, 7);
        // Elements was the preview, and still is.
        m_window->openPlace(table(u"Sessions"_qs), OpenMode::Preview);
        QCOMPARE(m_window->tabs().count(), 3);
    }

    void escEndsWhatIsRead()
    {
        m_window->openPlace(table(u"Shop"_qs), OpenMode::Keep);
        auto *page = static_cast<BlankPage *>(m_window->tabs().currentPage());
        auto *inner = new QWidget(page);
        page->isReading = true;
        QTest::keyClick(inner, Qt::Key_Escape, Qt::ShiftModifier);
        QVERIFY(page->isReading);
        QTest::keyClick(inner, Qt::Key_Escape);
        QVERIFY(!page->isReading);
    }

    // A page that wants much room leaves the docks theirs.
    void noPagePressesTheDocksAside()
    {
        m_window->openPlace(table(u"Shop"_qs), OpenMode::Keep);
        const int before = m_window->minimumSizeHint().width();
        auto *wide = new QWidget;
        wide->setMinimumWidth(2000);
        (new QHBoxLayout(m_window->tabs().currentPage()))->addWidget(wide);
        QCoreApplication::processEvents();
        QCOMPARE(m_window->minimumSizeHint().width(), before);
    }

    // What is saved now and then is what a crash leaves.
    void comesBackAfterACrash()
    {
        m_window->openPlace(table(u"Shop"_qs), OpenMode::Keep);
        QTRY_COMPARE_WITH_TIMEOUT(loadSession(m_window->workbench().settings()).tabs.size(), 2, 10'000);
        const QRect place = loadSession(m_window->workbench().settings()).geometry;
        QVERIFY(!place.isEmpty());
    }

    void goesRoundTheRegionsByKey()
    {
        QApplication::setActiveWindow(m_window.get());
        QSet<const QWidget *> seen;
        for (int i = 0; i < 3; ++i) {
            m_window->focusRegion(1);
            QVERIFY(m_window->focusWidget());
            seen.insert(m_window->focusWidget());
        }
        // Navigator, tabs and Home's page; the Inspector has nothing to focus.
        QCOMPARE(seen.size(), 3);
        const QWidget *last = m_window->focusWidget();
        m_window->focusRegion(1);
        m_window->focusRegion(-1);
        QCOMPARE(m_window->focusWidget(), last);
    }

    void restoresTheLayout()
    {
        auto *navigator = m_window->findChild<QDockWidget *>(u"navigator"_qs);
        m_window->toggleDock(u"navigator"_qs);
        m_window->toggleDock(u"activity"_qs);
        QVERIFY(navigator->isHidden());
        m_window->resetLayout();
        QVERIFY(!navigator->isHidden());
        QVERIFY(m_window->findChild<QDockWidget *>(u"activity"_qs)->isHidden());
    }

    void foldsTheInspectorInANarrowWindow()
    {
        auto *inspector = m_window->findChild<QDockWidget *>(u"inspector"_qs);
        QVERIFY(!inspector->isHidden());
        m_window->resize(960, 600);
        QTRY_VERIFY(inspector->isHidden());
        m_window->resize(1280, 800);
        QTRY_VERIFY(!inspector->isHidden());
    }

    void leavesAClosedInspectorClosed()
    {
        auto *inspector = m_window->findChild<QDockWidget *>(u"inspector"_qs);
        m_window->toggleDock(u"inspector"_qs);
        m_window->resize(960, 600);
        m_window->resize(1280, 800);
        QCoreApplication::processEvents();
        QVERIFY(inspector->isHidden());
    }

    void opensThePaletteAndRunsACommand()
    {
        m_window->showPalette(u">about"_qs);
        auto *palette = m_window->findChild<CommandPalette *>();
        QVERIFY(palette->isVisible());
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QVERIFY(m_window->findChild<QDialog *>(u"about"_qs));
    }

    void asksBeforeQuittingOnClients()
    {
        m_window->setQuitQuestion([] { return u"2 clients are connected."_qs; });
        m_window->close();
        QVERIFY(m_window->isVisible());
        auto *box = m_window->findChild<QMessageBox *>(u"quit"_qs);
        QVERIFY(box);
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
                QVERIFY(button != box->defaultButton());
                button->click();
                break;
            }
        }
        QVERIFY(!m_window->isVisible());
    }

    void saysWhenAPlaceDoesNotExist()
    {
        m_window->openPlace(Place::ofPage(u"zones"_qs), OpenMode::Keep);
        QCOMPARE(m_window->tabs().currentPlace().page, u"home"_qs);
        // The first line is the hint of the first start.
        QCOMPARE(m_window->log().rowCount(), 2);
    }

private:
    std::unique_ptr<Stand> m_stand;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
