#include "window/tab_list.h"

#include <algorithm>

namespace stator::ui {

namespace {

constexpr int kMostClosed = 20;

} // namespace

TabList::Opened TabList::open(const QString &key, const Place &place, OpenMode mode, int currentIndex)
{
    if (mode != OpenMode::NewTab) {
        // Of several tabs with the key, the current one is meant.
        int index = -1;
        for (int i = 0; i < count(); ++i) {
            if (m_tabs.at(i).key == key && (index < 0 || i == currentIndex))
                index = i;
        }
        if (index >= 0) {
            if (mode == OpenMode::Keep)
                m_tabs[index].isPreview = false;
            return {m_tabs.at(index).id, false, 0};
        }
    }
    const Tab tab{m_nextId++, key, place, mode == OpenMode::Preview};
    if (mode == OpenMode::Preview) {
        const auto preview =
            std::find_if(m_tabs.begin(), m_tabs.end(), [](const Tab &other) { return other.isPreview; });
        if (preview != m_tabs.end()) {
            const int replaced = preview->id;
            *preview = tab;
            return {tab.id, true, replaced};
        }
    }
    m_tabs.insert(std::clamp(currentIndex + 1, 0, count()), tab);
    return {tab.id, true, 0};
}

void TabList::setPlace(int id, const Place &place)
{
    if (const int index = indexOf(id); index >= 0)
        m_tabs[index].place = place;
}

void TabList::keep(int id)
{
    if (const int index = indexOf(id); index >= 0)
        m_tabs[index].isPreview = false;
}

void TabList::move(int from, int to)
{
    m_tabs.move(from, to);
}

void TabList::close(int id, const QVariantMap &state)
{
    const int index = indexOf(id);
    if (index < 0)
        return;
    m_closed.append({m_tabs.at(index).place, state});
    if (m_closed.size() > kMostClosed)
        m_closed.removeFirst();
    m_tabs.removeAt(index);
}

std::optional<ClosedTab> TabList::takeClosed()
{
    if (m_closed.isEmpty())
        return std::nullopt;
    return m_closed.takeLast();
}

int TabList::indexOf(int id) const
{
    for (int i = 0; i < count(); ++i) {
        if (m_tabs.at(i).id == id)
            return i;
    }
    return -1;
}

} // namespace stator::ui
