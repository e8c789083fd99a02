#include "features/items/editor/draft_store.h"

#include "bridge/text.h"

namespace stator::ui {

QString DraftStore::idOf(const TableAddress &table, const std::optional<document::Item> &key)
{
    const QString place = toQt(table.region) + u'/' + toQt(table.table) + u'/';
    return key ? place + QString::fromLatin1(QByteArray::fromStdString(key->bytes()).toHex()) : place;
}

std::optional<StoredDraft> DraftStore::find(const QString &id) const
{
    const auto found = m_drafts.constFind(id);
    return found == m_drafts.constEnd() ? std::nullopt : std::optional(*found);
}

QVariantMap DraftStore::save() const
{
    QVariantMap saved;
    for (auto it = m_drafts.constBegin(); it != m_drafts.constEnd(); ++it)
        saved.insert(it.key(), QStringList{it->view, it->text});
    return saved;
}

void DraftStore::restore(const QVariantMap &saved)
{
    for (auto it = saved.constBegin(); it != saved.constEnd(); ++it) {
        const QStringList parts = it->toStringList();
        if (parts.size() == 2)
            m_drafts.insert(it.key(), {parts.first(), parts.last()});
    }
}

} // namespace stator::ui
