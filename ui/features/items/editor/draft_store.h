// Drafts that are not shown: what was typed for other items, as text, by table and key.
#pragma once

#include <QHash>
#include <QString>
#include <QVariantMap>

#include "document/item.h"
#include "models/staged_edit.h"

namespace stator::ui {

struct StoredDraft {
    QString view; // "tree", "json", "wire": what `text` is written as; a tree is kept as wire text
    QString text;
};

class DraftStore {
public:
    // Nothing as key: the new item of the table.
    static QString idOf(const TableAddress &table, const std::optional<document::Item> &key);

    void put(const QString &id, const StoredDraft &draft) { m_drafts.insert(id, draft); }
    void remove(const QString &id) { m_drafts.remove(id); }
    std::optional<StoredDraft> find(const QString &id) const;
    bool isEmpty() const { return m_drafts.isEmpty(); }

    QVariantMap save() const;
    void restore(const QVariantMap &saved);

private:
    QHash<QString, StoredDraft> m_drafts;
};

} // namespace stator::ui
