// The PageRegistry lists every page of the window. It feeds navigator, palette, view switcher, screenshots
// and tests; a page that is not built is not in it.
#pragma once

#include <functional>

#include <QKeySequence>
#include <QList>
#include <QString>

#include "shell/place.h"

class QDialog;

namespace stator::ui {

class Page;
class Workbench;

enum class PageScope {
    Workspace, // one tab; listed below the navigator's tree
    Table,     // a view in the tab of its table
    Item,      // a tab for each item
};

struct PageInfo {
    QString id;
    QString title;
    QString icon;
    PageScope scope = PageScope::Workspace;
    int order = 0; // within its scope: navigator, view switcher
    std::function<Page *(Workbench &, QWidget *parent)> factory;
};

// A dialog as screenshots and tests meet it: made for the current place, not yet shown.
struct DialogInfo {
    QString id;
    std::function<QDialog *(Workbench &)> make;
};

class PageRegistry {
public:
    // Ids are unique.
    void add(const PageInfo &info);
    const PageInfo *find(const QString &id) const; // nullptr if there is none
    QList<PageInfo> pages(PageScope scope) const;  // by order
    QList<PageInfo> all() const { return m_pages; }

    void addDialog(const DialogInfo &info) { m_dialogs.append(info); }
    QList<DialogInfo> dialogs() const { return m_dialogs; }

    // Places with the same tab key share a tab: a table, a page of the workspace, an item.
    QString tabKey(const Place &place) const;

private:
    QList<PageInfo> m_pages;
    QList<DialogInfo> m_dialogs;
};

} // namespace stator::ui
