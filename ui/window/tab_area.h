// The middle of the window: tabs, head, banner, and the page that is current.
//
// A table has one tab whose views are the registry's table pages; a page is built when it is first shown.
#pragma once

#include <QHash>
#include <QList>
#include <QVariantMap>
#include <QWidget>

#include "shell/page.h"
#include "window/tab_list.h"

class QStackedWidget;

namespace stator::ui {

class BannerLine;
class PageHead;
class TabStrip;

struct SavedTab {
    Place place;
    bool isPreview = false;
    bool isCurrent = false;
    QVariantMap state;

    bool operator==(const SavedTab &) const = default;
};

class TabArea : public QWidget {
    Q_OBJECT
public:
    explicit TabArea(Workbench &workbench, QWidget *parent = nullptr);

    // The place must name a page of the registry, a connection and a region.
    void open(const Place &place, OpenMode mode);

    Page *currentPage() const;
    Place currentPlace() const;
    int count() const { return m_tabs.count(); }

    void closeCurrent() { closeTab(currentIndex()); }
    void closeTab(int index);
    void closeOthers(int index);
    bool canReopen() const { return m_tabs.hasClosed(); }
    void reopen();
    void keepCurrent();
    // Over the end it starts again.
    void step(int by);
    // The n-th view of the current tab, from 0.
    void showView(int n);

    QList<SavedTab> save() const;
    void restore(const QList<SavedTab> &tabs);

    QWidget *strip() const;

Q_SIGNALS:
    void currentChanged();
    // The person went somewhere.
    void visited(const stator::ui::Place &place);
    // The current page's query, time or key is another one.
    void placeUpdated(const stator::ui::Place &place);
    void busyChanged(bool isBusy);

private:
    struct Content {
        QStackedWidget *stack = nullptr;
        QHash<QString, Page *> pages; // by page id
        Page *current = nullptr;
    };

    int currentIndex() const;
    int currentId() const;
    QList<PageView> viewsOf(const Place &place, const Page *page) const;
    void addTab(const TabList::Opened &opened, const Place &place);
    void showPlace(int id, const Place &place);
    Page *pageFor(int id, const Place &place);
    void connectPage(Page *page, int id);
    void removeContent(int id);
    void chooseView(const QString &viewId);
    void currentTabChanged();
    void updateTab(int id);
    void updateHead();
    void showTabMenu(int index, const QPoint &globalPos);
    bool isBarePlace(const Place &place) const;

    Workbench &m_workbench;
    TabList m_tabs;
    QHash<int, Content> m_contents;
    TabStrip *m_strip;
    PageHead *m_head;
    BannerLine *m_banner;
    QStackedWidget *m_stack;
    QWidget *m_nothing;
};

} // namespace stator::ui
