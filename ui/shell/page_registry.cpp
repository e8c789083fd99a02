#include "shell/page_registry.h"

#include <algorithm>

namespace stator::ui {

using namespace Qt::StringLiterals;

void PageRegistry::add(const PageInfo &info)
{
    Q_ASSERT(!info.id.isEmpty() && info.factory && !find(info.id));
    m_pages.append(info);
    std::stable_sort(m_pages.begin(), m_pages.end(), [](const PageInfo &a, const PageInfo &b) {
        return a.scope != b.scope ? a.scope < b.scope : a.order < b.order;
    });
}

const PageInfo *PageRegistry::find(const QString &id) const
{
    const auto found =
        std::find_if(m_pages.begin(), m_pages.end(), [&](const PageInfo &info) { return info.id == id; });
    return found == m_pages.end() ? nullptr : &*found;
}

QList<PageInfo> PageRegistry::pages(PageScope scope) const
{
    QList<PageInfo> pages;
    std::copy_if(m_pages.begin(), m_pages.end(), std::back_inserter(pages),
                 [scope](const PageInfo &info) { return info.scope == scope; });
    return pages;
}

QString PageRegistry::tabKey(const Place &place) const
{
    const PageInfo *info = find(place.page);
    if (!info)
        return {};
    // The unit separator cannot be part of a connection, region or table name.
    const QString table = place.connection + u'\x1f' + place.region + u'\x1f' + place.table;
    switch (info->scope) {
    case PageScope::Workspace:
        return u"page\x1f"_s + place.page;
    case PageScope::Table:
        return u"table\x1f"_s + table;
    case PageScope::Item:
        return u"item\x1f"_s + table + u'\x1f' + place.key;
    }
    return {};
}

} // namespace stator::ui
