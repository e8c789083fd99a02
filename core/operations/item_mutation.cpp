#include "operations/item_mutation.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "encoding/keys.h"
#include "encoding/row.h"
#include "model/limits.h"
#include "operations/key_check.h"
#include "operations/vector_check.h"

namespace stator::operations {

namespace {

using document::Item;
using document::ItemView;
using engine::Decision;
using model::ValueType;

class Put final : public engine::Mutation {
public:
    explicit Put(WriteCondition condition) : m_condition(std::move(condition)) {}

    Result<Decision> apply(std::optional<ItemView> previous) const override
    {
        STATOR_CHECK(m_condition.check(previous));
        return Decision::putGiven();
    }

private:
    const WriteCondition m_condition;
};

class Insert final : public engine::Mutation {
public:
    Result<Decision> apply(std::optional<ItemView> previous) const override
    {
        if (previous)
            return Error{ErrorCode::DuplicateItem, "Duplicate primary key exists in table", {}};
        return Decision::putGiven();
    }
};

class Delete final : public engine::Mutation {
public:
    explicit Delete(WriteCondition condition) : m_condition(std::move(condition)) {}

    Result<Decision> apply(std::optional<ItemView> previous) const override
    {
        STATOR_CHECK(m_condition.check(previous));
        return Decision::remove();
    }

private:
    const WriteCondition m_condition;
};

class Check final : public engine::Mutation {
public:
    explicit Check(WriteCondition condition) : m_condition(std::move(condition)) {}

    Result<Decision> apply(std::optional<ItemView> previous) const override
    {
        STATOR_CHECK(m_condition.check(previous));
        return Decision::keep();
    }

private:
    const WriteCondition m_condition;
};

// The top-level attribute a target changes.
const std::string &targetAttribute(const expression::Update &update, const expression::UpdateAction &action)
{
    return std::get<std::string>(update.target(action).front());
}

bool isEmptyText(document::ValueView value)
{
    return (value.type() == ValueType::S || value.type() == ValueType::B) && value.text().empty();
}

Error emptyIndexKeyUpdate(const model::KeyAttribute &key)
{
    return Error::validation(
        "One or more parameter values are not valid. The update expression attempted to update a secondary "
        "index key to a value that is not supported. The AttributeValue for a key attribute cannot contain "
        "an " +
        std::string(key.type == ValueType::B ? "empty binary value." : "empty string value."));
}

// In the order of their names: of several indexes that refuse a key the first one is told.
std::vector<const model::IndexDefinition *> indexesByName(const model::TableDefinition &table)
{
    std::vector<const model::IndexDefinition *> indexes;
    for (const auto &index : table.indexes)
        indexes.push_back(&index);
    std::sort(indexes.begin(), indexes.end(), [](const auto *a, const auto *b) { return a->name < b->name; });
    return indexes;
}

// The vector or a filter of a vector index that is there to stay.
bool isOfVector(const model::IndexDefinition &index, std::string_view attribute)
{
    return index.kind == model::IndexKind::Vector && index.status != model::IndexStatus::Deleting &&
           (attribute == index.vector.attribute || index.vector.findFilter(attribute));
}

// Index keys the update changed must be what an index can hold; others keep whatever they were.
Result<void> checkChangedIndexKeys(const expression::Update &update, const model::TableDefinition &table,
                                   ItemView item)
{
    for (const model::IndexDefinition *one : indexesByName(table)) {
        const model::IndexDefinition &index = *one;
        bool touches = false;
        bool touchesVector = false;
        for (const auto &action : update.actions) {
            touchesVector = touchesVector || isOfVector(index, targetAttribute(update, action));
            const model::KeyAttribute *key = index.keys.find(targetAttribute(update, action));
            if (!key || table.keys.contains(key->name))
                continue;
            touches = true;
            const auto value = item.attribute(key->name);
            if (!value)
                continue;
            if (value->type() != key->type)
                return Error::validation(
                    "The update expression attempted to update the secondary index key to "
                    "unsupported type");
            if (isEmptyText(*value))
                return emptyIndexKeyUpdate(*key);
        }
        if (touches)
            STATOR_CHECK(checkKeySizes(index.keys, item));
        if (touchesVector)
            STATOR_CHECK(checkVectorEntry(index, item));
    }
    return {};
}

class UpdateItem final : public engine::Mutation {
public:
    UpdateItem(WriteCondition condition, std::shared_ptr<const expression::Update> update, Item key,
               engine::TableHandle table, const model::TableDefinition *definition)
        : m_condition(std::move(condition)), m_update(std::move(update)), m_key(std::move(key)),
          m_table(std::move(table)), m_definition(definition)
    {}

    Result<Decision> apply(std::optional<ItemView> previous) const override
    {
        STATOR_CHECK(m_condition.check(previous));
        if (!previous && !m_update->createsItem())
            return Decision::keep();
        STATOR_TRY(Item item, expression::applyUpdate(*m_update, previous, m_key.view()));
        if (!m_definition->indexes.empty())
            STATOR_CHECK(checkChangedIndexKeys(*m_update, *m_definition, item.view()));
        if (item.view().sizeBytes() > model::kItemBytes || !fitsWithLocalEntries(*m_definition, item.view()))
            return Error::validation("Item size to update has exceeded the maximum allowed size");
        return Decision::put(std::move(item));
    }

private:
    const WriteCondition m_condition;
    const std::shared_ptr<const expression::Update> m_update;
    const Item m_key;
    const engine::TableHandle m_table; // keeps the definition alive
    const model::TableDefinition *const m_definition;
};

} // namespace

Result<void> WriteCondition::check(std::optional<ItemView> previous) const
{
    const bool isThere = previous || !requiresItem;
    if (isThere && (!condition || expression::evaluate(*condition, previous.value_or(ItemView()))))
        return {};
    return Error::conditionalCheckFailed(returnsItem && previous ? std::string(previous->bytes())
                                                                 : std::string());
}

std::unique_ptr<const engine::Mutation> putMutation(WriteCondition condition)
{
    if (!condition.condition)
        return engine::putGiven();
    return std::make_unique<Put>(std::move(condition));
}

std::unique_ptr<const engine::Mutation> insertMutation()
{
    return std::make_unique<Insert>();
}

std::unique_ptr<const engine::Mutation> deleteMutation(WriteCondition condition)
{
    if (!condition.condition)
        return engine::removeAlways();
    return std::make_unique<Delete>(std::move(condition));
}

std::unique_ptr<const engine::Mutation> checkMutation(WriteCondition condition)
{
    return std::make_unique<Check>(std::move(condition));
}

std::unique_ptr<const engine::Mutation> updateMutation(WriteCondition condition,
                                                       std::shared_ptr<const expression::Update> update,
                                                       Item key, engine::TableHandle table,
                                                       const model::TableDefinition *definition)
{
    return std::make_unique<UpdateItem>(std::move(condition), std::move(update), std::move(key),
                                        std::move(table), definition);
}

Result<void> checkUpdateTargets(const expression::Update &update, const model::TableDefinition &table)
{
    STATOR_CHECK(expression::checkTargetsAreNotKeys(update, table.keys));
    for (const model::IndexDefinition *index : indexesByName(table))
        for (const auto &action : update.actions) {
            if (update.target(action).size() > 1)
                continue;
            const auto type = update.knownType(action);
            const model::KeyAttribute *key = index->keys.find(targetAttribute(update, action));
            if (type && key && *type != key->type)
                return indexKeyMismatch(*index, *key, *type);
        }
    STATOR_CHECK(expression::checkNoPathIntoKeys(update.nestedUses(), table));
    return checkNoEmptyIndexKeys(update, table);
}

Result<void> checkNoEmptyIndexKeys(const expression::Update &update, const model::TableDefinition &table)
{
    for (const auto &index : table.indexes)
        for (const auto &action : update.actions) {
            const auto literal = update.literalValue(action);
            const model::KeyAttribute *key = index.keys.find(targetAttribute(update, action));
            if (literal && key && literal->type() == key->type && isEmptyText(*literal))
                return emptyIndexKeyUpdate(*key);
        }
    return {};
}

bool fitsWithLocalEntries(const model::TableDefinition &table, ItemView item)
{
    std::uint64_t locals = 0;
    for (const auto &index : table.indexes)
        locals += index.kind == model::IndexKind::Local;
    // No entry is larger than its item, so most items need no closer look.
    std::uint64_t size = item.sizeBytes();
    if (size * (locals + 1) <= model::kItemBytes)
        return true;
    for (const auto &index : table.indexes)
        if (index.kind == model::IndexKind::Local &&
            encoding::indexKey(index.id, index.keys, table.keys, item))
            size += encoding::indexDocument(index, table.keys, item).view().sizeBytes();
    return size <= model::kItemBytes;
}

} // namespace stator::operations
