#include "bridge/connections.h"

#include <algorithm>

#include "bridge/text.h"

namespace stator::ui {

ConnectionList::ConnectionList(std::shared_ptr<Executor> executor, QObject *parent)
    : QObject(parent), m_executor(std::move(executor))
{}

void ConnectionList::add(const ConnectionInfo &info, std::shared_ptr<service::Service> service)
{
    m_entries.append({info, std::move(service)});
    Q_EMIT changed();
}

void ConnectionList::setRegions(const QString &id, const QStringList &regions)
{
    for (Entry &entry : m_entries) {
        if (entry.info.id == id && entry.info.regions != regions) {
            entry.info.regions = regions;
            Q_EMIT changed();
        }
    }
}

void ConnectionList::remove(const QString &id)
{
    if (m_entries.removeIf([&](const Entry &entry) { return entry.info.id == id; }) > 0)
        Q_EMIT changed();
}

QList<ConnectionInfo> ConnectionList::infos() const
{
    QList<ConnectionInfo> infos;
    for (const Entry &entry : m_entries)
        infos.append(entry.info);
    return infos;
}

const ConnectionList::Entry *ConnectionList::entry(const QString &id) const
{
    if (id.isEmpty())
        return m_entries.isEmpty() ? nullptr : &m_entries.first();
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &entry) { return entry.info.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

const ConnectionInfo *ConnectionList::find(const QString &id) const
{
    const Entry *found = entry(id);
    return found ? &found->info : nullptr;
}

QString ConnectionList::resolvedId(const QString &id) const
{
    const ConnectionInfo *info = find(id);
    return info ? info->id : id;
}

QString ConnectionList::resolvedRegion(const QString &id, const QString &region) const
{
    if (!region.isEmpty())
        return region;
    const ConnectionInfo *info = find(id);
    return info && !info->regions.isEmpty() ? info->regions.first() : QStringLiteral("us-east-1");
}

ServiceClient ConnectionList::client(const QString &id, const QString &region) const
{
    const Entry *found = entry(id);
    if (!found)
        return {};
    return ServiceClient(found->service, m_executor, toUtf8(resolvedRegion(id, region)));
}

ServiceClient ConnectionList::clientOf(std::shared_ptr<service::Service> service, const QString &region) const
{
    return ServiceClient(std::move(service), m_executor, toUtf8(region));
}

} // namespace stator::ui

#include "moc_connections.cpp"
