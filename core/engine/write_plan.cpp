#include "engine/write_plan.h"

#include <utility>

#include "base/assert.h"
#include "encoding/keys.h"
#include "encoding/row.h"
#include "replica/apply.h"
#include "replica/vector_entry.h"

namespace stator::engine {

namespace {

using document::Item;
using document::ItemView;

class PutGiven final : public Mutation {
public:
    Result<Decision> apply(std::optional<ItemView>) const override { return Decision::putGiven(); }
};

class RemoveAlways final : public Mutation {
public:
    Result<Decision> apply(std::optional<ItemView>) const override { return Decision::remove(); }
};

// An index's entry for one item.
struct IndexEntry {
    std::string key;
    std::string content; // what is equal in entries that are
    std::uint32_t sizeBytes = 0;
};

std::optional<IndexEntry> vectorEntryOf(const model::IndexDefinition &index, const model::TableDefinition &table,
                                        ItemView item)
{
    IndexEntry entry;
    if (!replica::appendVectorEntry(index, table.keys, item, entry.key, entry.content))
        return std::nullopt;
    const auto row = encoding::RowView::parse(entry.content);
    STATOR_ASSERT(row.ok());
    entry.sizeBytes = static_cast<std::uint32_t>(row->sizeBytes());
    return entry;
}

std::optional<IndexEntry> entryOf(const model::IndexDefinition &index, const model::TableDefinition &table,
                                  std::optional<ItemView> item)
{
    if (!item)
        return std::nullopt;
    if (index.kind == model::IndexKind::Vector)
        return vectorEntryOf(index, table, *item);
    auto key = encoding::indexKey(index.id, index.keys, table.keys, *item);
    if (!key)
        return std::nullopt;
    Item document = encoding::indexDocument(index, table.keys, *item);
    const std::uint32_t sizeBytes = document.view().sizeBytes();
    return IndexEntry{std::move(*key), std::move(document).takeBytes(), sizeBytes};
}

void planPut(const model::TableDefinition &table, Write &write, std::string key, Item item,
             std::optional<ItemView> previous, WriteEffect &effect, std::vector<encoding::Change> &changes)
{
    effect.currentSizeBytes = item.view().sizeBytes();
    if (write.wantsCurrent)
        effect.current.emplace(item.view());
    if (write.wantsIndexEffects)
        effect.indexes = indexEffects(table, previous, item.view());
    if (previous && *previous == item.view())
        return;
    encoding::ItemChange change;
    change.storageId = table.storageId;
    change.key = std::move(key);
    change.newDocument = std::move(item).takeBytes();
    change.oldSizeBytes = effect.previousSizeBytes;
    if (previous && replica::needsOldDocument(table))
        change.oldDocument.assign(previous->bytes());
    changes.emplace_back(std::move(change));
}

void planDelete(const model::TableDefinition &table, Write &write, std::string key, ItemView previous,
                WriteEffect &effect, std::vector<encoding::Change> &changes)
{
    if (write.wantsIndexEffects)
        effect.indexes = indexEffects(table, previous, std::nullopt);
    encoding::ItemChange change;
    change.storageId = table.storageId;
    change.key = std::move(key);
    change.oldSizeBytes = effect.previousSizeBytes;
    if (replica::needsOldDocument(table))
        change.oldDocument.assign(previous.bytes());
    changes.emplace_back(std::move(change));
}

} // namespace

std::unique_ptr<const Mutation> putGiven()
{
    return std::make_unique<PutGiven>();
}

std::unique_ptr<const Mutation> removeAlways()
{
    return std::make_unique<RemoveAlways>();
}

std::vector<IndexEffect> indexEffects(const model::TableDefinition &table, std::optional<ItemView> previous,
                                      std::optional<ItemView> current)
{
    std::vector<IndexEffect> effects;
    for (const auto &index : table.indexes) {
        if (index.status == model::IndexStatus::Deleting)
            continue;
        const auto before = entryOf(index, table, previous);
        const auto after = entryOf(index, table, current);
        if (!before && !after)
            continue;
        IndexEffect effect;
        effect.indexId = index.id;
        effect.kind = index.kind;
        effect.oldSizeBytes = before ? before->sizeBytes : 0;
        effect.newSizeBytes = after ? after->sizeBytes : 0;
        effect.isKeyChanged = before && after && before->key != after->key;
        effect.isChanged = !before || !after || effect.isKeyChanged || before->content != after->content;
        effects.push_back(effect);
    }
    return effects;
}

Result<void> planWrite(const model::TableDefinition &table, Write &write, std::string key,
                       std::optional<ItemView> previous, WriteEffect &effect,
                       std::vector<encoding::Change> &changes)
{
    STATOR_ASSERT(write.mutation);
    if (previous) {
        effect.previousSizeBytes = previous->sizeBytes();
        if (write.wantsPrevious)
            effect.previous.emplace(*previous);
    }
    STATOR_TRY(Decision decision, write.mutation->apply(previous));
    switch (decision.kind) {
    case Decision::Kind::Put:
        planPut(table, write, std::move(key), std::move(decision.item), previous, effect, changes);
        return {};
    case Decision::Kind::PutGiven:
        planPut(table, write, std::move(key), std::move(write.item), previous, effect, changes);
        return {};
    case Decision::Kind::Delete:
        if (previous)
            planDelete(table, write, std::move(key), *previous, effect, changes);
        return {};
    case Decision::Kind::Keep:
        effect.currentSizeBytes = effect.previousSizeBytes;
        if (write.wantsCurrent && previous)
            effect.current.emplace(*previous);
        return {};
    }
    STATOR_ASSERT(false);
    return {};
}

} // namespace stator::engine
