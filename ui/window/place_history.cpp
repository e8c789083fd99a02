#include "window/place_history.h"

namespace stator::ui {

namespace {

constexpr qsizetype kMostPlaces = 100;
constexpr qsizetype kMostRecentPlaces = 12;

// The same page of the same table, whatever is asked there.
bool isSamePage(const Place &a, const Place &b)
{
    return a.page == b.page && a.connection == b.connection && a.region == b.region && a.table == b.table;
}

} // namespace

void PlaceHistory::visit(const Place &place)
{
    if (place.isEmpty())
        return;
    remember(place);
    if (m_current >= 0 && m_places.at(m_current) == place)
        return;
    m_places.resize(m_current + 1);
    m_places.append(place);
    if (m_places.size() > kMostPlaces)
        m_places.removeFirst();
    m_current = m_places.size() - 1;
}

void PlaceHistory::update(const Place &place)
{
    if (m_current >= 0 && isSamePage(m_places.at(m_current), place))
        m_places[m_current] = place;
    else
        visit(place);
}

std::optional<Place> PlaceHistory::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_places.at(--m_current);
}

std::optional<Place> PlaceHistory::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_places.at(++m_current);
}

QList<Place> PlaceHistory::recent() const
{
    return m_recent;
}

void PlaceHistory::remember(const Place &place)
{
    m_recent.removeIf(
        [&](const Place &other) { return isSamePage(other, place) && other.index == place.index; });
    m_recent.prepend(place);
    if (m_recent.size() > kMostRecentPlaces)
        m_recent.removeLast();
}

} // namespace stator::ui
