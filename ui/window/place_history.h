// Where the person has been: Back and Forward over all tabs.
#pragma once

#include <optional>

#include <QList>

#include "shell/place.h"

namespace stator::ui {

class PlaceHistory {
public:
    // Forgets what was ahead. The place one is at already changes nothing.
    void visit(const Place &place);
    // The query, time or key of the current place changed: coming back leads there.
    void update(const Place &place);

    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_places.size(); }
    std::optional<Place> back();
    std::optional<Place> forward();

    // Most recent first, each once.
    QList<Place> recent() const;
    void setRecent(const QList<Place> &places) { m_recent = places; }

private:
    void remember(const Place &place);

    QList<Place> m_places;
    qsizetype m_current = -1;
    QList<Place> m_recent;
};

} // namespace stator::ui
