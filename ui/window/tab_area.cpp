#include "window/tab_area.h"

#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "bridge/connections.h"
#include "shell/action_catalog.h"
#include "shell/page_registry.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/page_frame.h"
#include "window/banner_line.h"
#include "window/page_head.h"
#include "window/tab_strip.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

QWidget *makeNothing(Workbench &workbench)
{
    auto *frame = new PageFrame;
    theme::setPageSurface(frame);
    EmptyText text;
    text.icon = u"table"_s;
    text.title = TabArea::tr("Nothing is open");
    text.sentence = TabArea::tr("Choose a table or a page in the Navigator, or search for one.");
    text.buttonText = TabArea::tr("Search");
    text.action = [&workbench] {
        if (QAction *search = workbench.actions().action(u"go.palette"_s))
            search->trigger();
    };
    frame->showEmpty(text);
    return frame;
}

} // namespace

TabArea::TabArea(Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_strip(new TabStrip), m_head(new PageHead),
      m_banner(new BannerLine), m_stack(new QStackedWidget), m_nothing(makeNothing(workbench))
{
    theme::setPageSurface(m_stack);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_head);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    m_strip->setAccessibleName(tr("Tabs"));
    m_stack->addWidget(m_nothing);
    connect(m_strip, &QTabBar::currentChanged, this, &TabArea::currentTabChanged);
    connect(m_strip, &QTabBar::tabCloseRequested, this, &TabArea::closeTab);
    connect(m_strip, &QTabBar::tabMoved, this, [this](int from, int to) { m_tabs.move(from, to); });
    connect(m_strip, &TabStrip::keepRequested, this, [this](int index) {
        const int id = m_strip->idAt(index);
        m_tabs.keep(id);
        updateTab(id);
    });
    connect(m_strip, &TabStrip::menuRequested, this, &TabArea::showTabMenu);
    connect(m_head, &PageHead::viewChosen, this, &TabArea::chooseView);
    currentTabChanged();
}

QWidget *TabArea::strip() const
{
    return m_strip;
}

int TabArea::currentIndex() const
{
    return m_strip->currentIndex();
}

int TabArea::currentId() const
{
    return currentIndex() < 0 ? 0 : m_strip->idAt(currentIndex());
}

Page *TabArea::currentPage() const
{
    return m_contents.value(currentId()).current;
}

Place TabArea::currentPlace() const
{
    const Page *page = currentPage();
    return page ? page->place() : Place();
}

// A table's name alone: its tab is shown as it was left.
bool TabArea::isBarePlace(const Place &place) const
{
    const QList<PageInfo> views = m_workbench.pages().pages(PageScope::Table);
    return !views.isEmpty() && place.page == views.first().id &&
           place == Place::ofTable(place.connection, place.region, place.table, place.page);
}

void TabArea::open(const Place &place, OpenMode mode)
{
    const QString key = m_workbench.pages().tabKey(place);
    const TabList::Opened opened = m_tabs.open(key, place, mode, currentIndex());
    if (opened.isNew)
        addTab(opened, place);
    else if (!isBarePlace(place))
        showPlace(opened.id, place);
    updateTab(opened.id);
    const int index = m_tabs.indexOf(opened.id);
    if (index != currentIndex())
        m_strip->setCurrentIndex(index);
    else
        currentTabChanged();
    Q_EMIT visited(currentPlace());
    if (Page *page = currentPage(); page && mode != OpenMode::Preview)
        page->focusContent();
}

void TabArea::addTab(const TabList::Opened &opened, const Place &place)
{
    const QSignalBlocker blocker(m_strip);
    if (opened.replacedId != 0) {
        const int before = m_strip->indexOfId(opened.replacedId);
        removeContent(opened.replacedId);
        m_strip->removeTab(before);
    }
    const int index = m_tabs.indexOf(opened.id);
    const PageInfo *info = m_workbench.pages().find(place.page);
    const QString iconName = info->scope == PageScope::Table ? u"table"_s : info->icon;
    Content content;
    content.stack = new QStackedWidget;
    m_stack->addWidget(content.stack);
    m_contents.insert(opened.id, content);
    m_strip->insertTabFor(index, opened.id, theme::icon(iconName, theme::Role::SecondText), info->title);
    showPlace(opened.id, place);
}

void TabArea::showPlace(int id, const Place &place)
{
    Page *page = pageFor(id, place);
    Content &content = m_contents[id];
    if (page->place() != place)
        page->open(place);
    content.current = page;
    content.stack->setCurrentWidget(page);
    m_tabs.setPlace(id, page->place());
}

Page *TabArea::pageFor(int id, const Place &place)
{
    if (Page *page = m_contents.value(id).pages.value(place.page))
        return page;
    Content &content = m_contents[id];
    const PageInfo *info = m_workbench.pages().find(place.page);
    Page *page = info->factory(m_workbench, content.stack);
    theme::setPageSurface(page);
    // A page that wants much room is cut; it does not press the docks of all pages aside.
    page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    content.stack->addWidget(page);
    content.pages.insert(place.page, page);
    connectPage(page, id);
    page->open(place);
    return page;
}

void TabArea::connectPage(Page *page, int id)
{
    const auto isCurrent = [this, page] { return currentPage() == page; };
    connect(page, &Page::placeChanged, this, [this, page, id, isCurrent] {
        m_tabs.setPlace(id, page->place());
        if (isCurrent()) {
            updateHead();
            Q_EMIT placeUpdated(page->place());
        }
    });
    connect(page, &Page::titleChanged, this, [this, id] { updateTab(id); });
    connect(page, &Page::headChanged, this, [this, isCurrent] {
        if (isCurrent())
            updateHead();
    });
    connect(page, &Page::kept, this, [this, id] {
        m_tabs.keep(id);
        updateTab(id);
    });
    connect(page, &Page::busyChanged, this, [this, isCurrent](bool isBusy) {
        if (isCurrent())
            Q_EMIT busyChanged(isBusy);
    });
    connect(page, &Page::selectionChanged, this, [this, isCurrent] {
        if (isCurrent())
            Q_EMIT currentChanged();
    });
    connect(page, &Page::inspectRequested, &m_workbench, [this] { m_workbench.showInspector(); });
}

void TabArea::removeContent(int id)
{
    const Content content = m_contents.take(id);
    m_stack->removeWidget(content.stack);
    content.stack->deleteLater();
}

void TabArea::closeTab(int index)
{
    if (index < 0 || index >= count())
        return;
    const int id = m_strip->idAt(index);
    const Page *page = m_contents.value(id).current;
    m_tabs.close(id, page ? page->saveState() : QVariantMap());
    {
        const QSignalBlocker blocker(m_strip);
        removeContent(id);
        m_strip->removeTab(index);
    }
    currentTabChanged();
}

void TabArea::closeOthers(int index)
{
    const int kept = m_strip->idAt(index);
    for (int i = count() - 1; i >= 0; --i) {
        if (m_strip->idAt(i) != kept)
            closeTab(i);
    }
}

void TabArea::reopen()
{
    const std::optional<ClosedTab> closed = m_tabs.takeClosed();
    if (!closed)
        return;
    open(closed->place, OpenMode::Keep);
    if (Page *page = currentPage())
        page->restoreState(closed->state);
}

void TabArea::keepCurrent()
{
    m_tabs.keep(currentId());
    updateTab(currentId());
}

void TabArea::step(int by)
{
    if (count() > 0)
        m_strip->setCurrentIndex((currentIndex() + by + count()) % count());
}

QList<PageView> TabArea::viewsOf(const Place &place, const Page *page) const
{
    const PageInfo *info = m_workbench.pages().find(place.page);
    if (!info || info->scope != PageScope::Table)
        return page ? page->views() : QList<PageView>();
    QList<PageView> views;
    for (const PageInfo &view : m_workbench.pages().pages(PageScope::Table))
        views.append({view.id, view.title});
    return views;
}

void TabArea::showView(int n)
{
    const QList<PageView> views = viewsOf(currentPlace(), currentPage());
    if (n >= 0 && n < views.size())
        chooseView(views.at(n).id);
}

void TabArea::chooseView(const QString &viewId)
{
    Place place = currentPlace();
    const PageInfo *info = m_workbench.pages().find(place.page);
    if (!info)
        return;
    if (info->scope == PageScope::Table) {
        // A view that was open already is shown as it was left.
        Page *page = m_contents.value(currentId()).pages.value(viewId);
        place = page ? page->place() : place.withPage(viewId);
    } else {
        place.view = viewId;
    }
    showPlace(currentId(), place);
    currentTabChanged();
    Q_EMIT visited(currentPlace());
}

void TabArea::currentTabChanged()
{
    const Content content = m_contents.value(currentId());
    m_stack->setCurrentWidget(content.stack ? content.stack : m_nothing);
    m_strip->setVisible(count() > 0);
    updateHead();
    Q_EMIT currentChanged();
}

void TabArea::updateTab(int id)
{
    const int index = m_tabs.indexOf(id);
    const Page *page = m_contents.value(id).current;
    if (index < 0 || !page)
        return;
    m_strip->setTabText(index, page->title());
    m_strip->setTabToolTip(index, page->place().table.isEmpty()
                                      ? page->title()
                                      : page->place().region + u" › "_s + page->place().table);
    TabLook look;
    look.isPreview = m_tabs.at(index).isPreview;
    const ConnectionInfo *connection = m_workbench.connections().find(page->place().connection);
    if (connection && connection->isDangerous && !page->place().table.isEmpty()) {
        look.badge = connection->badge;
        look.line =
            connection->color.isEmpty() ? theme::color(theme::Role::Error) : QColor(connection->color);
    }
    m_strip->setLook(id, look);
}

void TabArea::updateHead()
{
    Page *page = currentPage();
    m_banner->setBanners(page ? page->banners() : QList<Banner>());
    if (!page) {
        m_head->hide();
        return;
    }
    const Place place = page->place();
    const PageInfo *info = m_workbench.pages().find(place.page);
    QStringList path;
    if (!place.table.isEmpty()) {
        const ConnectionInfo *connection = m_workbench.connections().find(place.connection);
        if (connection && !connection->isEmbedded)
            path.append(connection->title);
        path.append({place.region, place.table});
        if (!place.index.isEmpty())
            path.append(place.index);
    }
    if (info && info->scope != PageScope::Table)
        path.append(page->title());
    m_head->setPath(path);
    const QList<PageView> views = viewsOf(place, page);
    m_head->setViews(views, info && info->scope == PageScope::Table ? place.page : place.view);
    m_head->setActions(page->headActions(), page->primaryAction(), page->moreActions());
    // A page whose tab says it all has no head.
    m_head->setVisible(path.size() > 1 || views.size() > 1 || page->primaryAction() ||
                       !page->headActions().isEmpty() || !page->moreActions().isEmpty());
}

void TabArea::showTabMenu(int index, const QPoint &globalPos)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int id = m_strip->idAt(index);
    menu->addAction(tr("Keep Tab"), this,
                    [this, id] {
                        m_tabs.keep(id);
                        updateTab(id);
                    })
        ->setEnabled(m_tabs.at(index).isPreview);
    const Place place = m_tabs.at(index).place;
    if (!place.table.isEmpty())
        menu->addAction(tr("Open Again in a Second Tab"), this,
                        [this, place] { open(place, OpenMode::NewTab); });
    menu->addSeparator();
    menu->addAction(tr("Close Tab"), this, [this, id] { closeTab(m_strip->indexOfId(id)); });
    menu->addAction(tr("Close Other Tabs"), this, [this, id] { closeOthers(m_strip->indexOfId(id)); })
        ->setEnabled(count() > 1);
    menu->popup(globalPos);
}

QList<SavedTab> TabArea::save() const
{
    QList<SavedTab> saved;
    for (int i = 0; i < count(); ++i) {
        const Page *page = m_contents.value(m_tabs.at(i).id).current;
        saved.append({m_tabs.at(i).place, m_tabs.at(i).isPreview, i == currentIndex(),
                      page ? page->saveState() : QVariantMap()});
    }
    return saved;
}

void TabArea::restore(const QList<SavedTab> &tabs)
{
    int current = -1;
    for (const SavedTab &tab : tabs) {
        if (!m_workbench.pages().find(tab.place.page))
            continue;
        if (count() > 0)
            m_strip->setCurrentIndex(count() - 1);
        open(tab.place, tab.isPreview ? OpenMode::Preview : OpenMode::NewTab);
        if (Page *page = currentPage())
            page->restoreState(tab.state);
        if (tab.isCurrent)
            current = currentIndex();
    }
    if (current >= 0)
        m_strip->setCurrentIndex(current);
}

} // namespace stator::ui

#include "moc_tab_area.cpp"
