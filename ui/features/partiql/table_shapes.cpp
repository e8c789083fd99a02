#include "features/partiql/table_shapes.h"

#include "api/describe_table.h"
#include "api/scan.h"
#include "bridge/text.h"

namespace stator::ui {

namespace {

constexpr int kItemsToLookAt = 25;

} // namespace

void TableShapes::setClient(const ServiceClient &client, bool looksAtItems)
{
    m_client = client;
    m_looksAtItems = looksAtItems;
    m_entries.clear();
}

const KnownTable *TableShapes::find(const QString &table)
{
    if (table.isEmpty())
        return nullptr;
    std::unique_ptr<Entry> &entry = m_entries[table];
    if (!entry) {
        entry = std::make_unique<Entry>();
        describe(table);
    }
    return entry->known ? &*entry->known : nullptr;
}

void TableShapes::refresh(const QString &table)
{
    if (const auto entry = m_entries.find(table); entry != m_entries.end())
        describe(table);
}

void TableShapes::describe(const QString &table)
{
    api::DescribeTableRequest request;
    request.tableName = toUtf8(table);
    Entry &entry = *m_entries[table];
    m_client.run(this, entry.describeSlot, std::move(request), [this, table](Result<api::DescribeTableResponse> reply) {
        Entry &described = *m_entries[table];
        if (!reply.ok() || !reply->table) {
            described.known.reset();
        } else {
            if (!described.known)
                described.known.emplace();
            described.known->shape = shapeOf(*reply->table);
            if (m_looksAtItems)
                look(table);
        }
        Q_EMIT changed(table);
    });
}

void TableShapes::look(const QString &table)
{
    api::ScanRequest request;
    request.tableName = toUtf8(table);
    request.limit = kItemsToLookAt;
    Entry &entry = *m_entries[table];
    m_client.run(this, entry.itemsSlot, std::move(request), [this, table](Result<api::ScanResponse> reply) {
        Entry &looked = *m_entries[table];
        if (!reply.ok() || !reply->items || !looked.known)
            return;
        KnownTable &known = *looked.known;
        for (std::size_t i = 0; i < reply->items->size(); ++i) {
            const document::ItemView item = (*reply->items)[i];
            if (!known.example || item.attributeCount() > known.example->view().attributeCount())
                known.example = document::Item(item);
            for (const document::Member &attribute : item.attributes())
                if (const QString name = toQt(attribute.name); !known.attributes.contains(name))
                    known.attributes.append(name);
        }
        Q_EMIT changed(table);
    });
}

} // namespace stator::ui

#include "moc_table_shapes.cpp"
