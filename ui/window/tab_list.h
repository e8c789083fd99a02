// The tabs as values: which place each shows, which one is the preview, which were closed.
//
// It decides; TabArea builds and destroys the widgets.
#pragma once

#include <optional>

#include <QList>
#include <QString>
#include <QVariantMap>

#include "shell/place.h"
#include "shell/workbench.h"

namespace stator::ui {

struct Tab {
    int id = 0;  // never reused
    QString key; // PageRegistry::tabKey
    Place place;
    bool isPreview = false;
};

struct ClosedTab {
    Place place;
    QVariantMap state;
};

class TabList {
public:
    struct Opened {
        int id = 0;
        bool isNew = false;
        int replacedId = 0; // the preview tab that made room, or 0
    };

    // Opens after the tab at `currentIndex`, or goes to the one that has the key already.
    Opened open(const QString &key, const Place &place, OpenMode mode, int currentIndex);
    void setPlace(int id, const Place &place);
    void keep(int id);
    void move(int from, int to);
    // Remembers the tab for reopening, with what its page wants back.
    void close(int id, const QVariantMap &state);
    std::optional<ClosedTab> takeClosed();
    bool hasClosed() const { return !m_closed.isEmpty(); }

    int count() const { return static_cast<int>(m_tabs.size()); }
    const Tab &at(int index) const { return m_tabs.at(index); }
    int indexOf(int id) const; // -1 if there is none

private:
    QList<Tab> m_tabs;
    QList<ClosedTab> m_closed; // the last one last
    int m_nextId = 1;
};

} // namespace stator::ui
