#include "features/tables/table_requests.h"

#include "bridge/text.h"
#include "features/tables/option_requests.h"

namespace stator::ui {

namespace {

api::UpdateTableRequest updateOf(const api::TableDescription &table)
{
    api::UpdateTableRequest request;
    request.tableName = table.tableName.value_or(std::string());
    return request;
}

// Provisioned tables give units to each index too; those without any get the table's.
api::UpdateTableRequest capacityUpdate(const TableSettings &now, const TableSettings &wanted,
                                       const api::TableDescription &table)
{
    api::UpdateTableRequest request = updateOf(table);
    const bool isModeChanged = now.isProvisioned != wanted.isProvisioned;
    if (isModeChanged)
        request.billingMode = wanted.isProvisioned ? api::BillingMode::Provisioned : api::BillingMode::PayPerRequest;
    if (!wanted.isProvisioned)
        return request;
    const api::ProvisionedThroughput units{wanted.readUnits, wanted.writeUnits};
    request.provisionedThroughput = units;
    if (!isModeChanged || !table.globalSecondaryIndexes)
        return request;
    for (const auto &index : *table.globalSecondaryIndexes) {
        api::UpdateGlobalSecondaryIndexAction action;
        action.indexName = index.indexName.value_or(std::string());
        action.provisionedThroughput = units;
        api::GlobalSecondaryIndexUpdate update;
        update.update = action;
        if (!request.globalSecondaryIndexUpdates)
            request.globalSecondaryIndexUpdates.emplace();
        request.globalSecondaryIndexUpdates->push_back(update);
    }
    return request;
}

api::UpdateTableRequest indexDeletion(const QString &name, const api::TableDescription &table)
{
    api::UpdateTableRequest request = updateOf(table);
    api::GlobalSecondaryIndexUpdate update;
    update.delete_ = api::DeleteGlobalSecondaryIndexAction{toUtf8(name)};
    request.globalSecondaryIndexUpdates.emplace();
    request.globalSecondaryIndexUpdates->push_back(update);
    return request;
}

api::UpdateTableRequest indexCreation(const IndexDraft &index, bool isProvisioned, const api::TableDescription &table)
{
    api::UpdateTableRequest request = updateOf(table);
    request.attributeDefinitions = definitionsOf({index.partition, index.sort});
    api::CreateGlobalSecondaryIndexAction action;
    action.indexName = toUtf8(index.name);
    action.keySchema = keySchemaOf(index.partition, index.sort);
    action.projection = projectionOf(index);
    if (isProvisioned)
        action.provisionedThroughput = api::ProvisionedThroughput{index.readUnits, index.writeUnits};
    api::GlobalSecondaryIndexUpdate update;
    update.create = action;
    request.globalSecondaryIndexUpdates.emplace();
    request.globalSecondaryIndexUpdates->push_back(update);
    return request;
}

void addTagSteps(const TableSettings &now, const TableSettings &wanted, const api::TableDescription &table,
                 std::vector<SettingsStep> &steps)
{
    api::UntagResourceRequest gone;
    api::TagResourceRequest set;
    gone.resourceArn = set.resourceArn = table.tableArn.value_or(std::string());
    for (const auto &[key, value] : now.tags)
        if (wanted.tags.find(key) == wanted.tags.end())
            gone.tagKeys.push_back(key);
    for (const auto &[key, value] : wanted.tags) {
        const auto before = now.tags.find(key);
        if (before == now.tags.end() || before->second != value)
            set.tags.push_back({key, value});
    }
    if (!gone.tagKeys.empty())
        steps.push_back({SettingsField::Tags, {}, gone});
    if (!set.tags.empty())
        steps.push_back({SettingsField::Tags, {}, set});
}

bool isCapacityChanged(const TableSettings &now, const TableSettings &wanted)
{
    return now.isProvisioned != wanted.isProvisioned
        || (wanted.isProvisioned && (now.readUnits != wanted.readUnits || now.writeUnits != wanted.writeUnits));
}

} // namespace

api::CreateTableRequest createRequest(const TableDraft &table)
{
    api::CreateTableRequest request;
    request.tableName = toUtf8(table.name);
    request.keySchema = keySchemaOf(table.partition, table.sort);
    request.billingMode = table.isProvisioned ? api::BillingMode::Provisioned : api::BillingMode::PayPerRequest;
    if (table.isProvisioned)
        request.provisionedThroughput = api::ProvisionedThroughput{table.readUnits, table.writeUnits};
    if (table.isDeletionProtected)
        request.deletionProtectionEnabled = true;
    QList<KeyField> fields{table.partition, table.sort};
    for (const IndexDraft &index : table.indexes) {
        const KeyField &partition = index.isLocal ? table.partition : index.partition;
        fields << partition << index.sort;
        if (index.isLocal) {
            if (!request.localSecondaryIndexes)
                request.localSecondaryIndexes.emplace();
            request.localSecondaryIndexes->push_back(
                {toUtf8(index.name), keySchemaOf(partition, index.sort), projectionOf(index)});
            continue;
        }
        api::GlobalSecondaryIndex global;
        global.indexName = toUtf8(index.name);
        global.keySchema = keySchemaOf(partition, index.sort);
        global.projection = projectionOf(index);
        if (table.isProvisioned)
            global.provisionedThroughput = api::ProvisionedThroughput{index.readUnits, index.writeUnits};
        if (!request.globalSecondaryIndexes)
            request.globalSecondaryIndexes.emplace();
        request.globalSecondaryIndexes->push_back(global);
    }
    request.attributeDefinitions = definitionsOf(fields);
    return request;
}

TableSettings settingsOf(const api::TableDescription &table)
{
    TableSettings settings;
    settings.isProvisioned = !table.billingModeSummary
        || table.billingModeSummary->billingMode.value_or(api::BillingMode::Provisioned) == api::BillingMode::Provisioned;
    if (table.provisionedThroughput) {
        settings.readUnits = table.provisionedThroughput->readCapacityUnits.value_or(0);
        settings.writeUnits = table.provisionedThroughput->writeCapacityUnits.value_or(0);
    }
    settings.isDeletionProtected = table.deletionProtectionEnabled.value_or(false);
    readOptions(table, settings);
    return settings;
}

std::vector<SettingsStep> stepsFrom(const TableSettings &now, const TableSettings &wanted,
                                    const api::TableDescription &table)
{
    std::vector<SettingsStep> steps;
    if (now.isDeletionProtected != wanted.isDeletionProtected) {
        api::UpdateTableRequest request = updateOf(table);
        request.deletionProtectionEnabled = wanted.isDeletionProtected;
        steps.push_back({SettingsField::Protection, {}, request});
    }
    addTagSteps(now, wanted, table, steps);
    addOptionSteps(now, wanted, table, steps);
    if (isCapacityChanged(now, wanted))
        steps.push_back({SettingsField::Capacity, {}, capacityUpdate(now, wanted, table)});
    for (const QString &index : wanted.deletedIndexes)
        steps.push_back({SettingsField::Indexes, index, indexDeletion(index, table)});
    for (const IndexDraft &index : wanted.newIndexes)
        steps.push_back({SettingsField::Indexes, index.name, indexCreation(index, wanted.isProvisioned, table)});
    return steps;
}

int changeCount(const TableSettings &now, const TableSettings &wanted)
{
    int count = 0;
    count += isCapacityChanged(now, wanted) ? 1 : 0;
    count += now.isDeletionProtected != wanted.isDeletionProtected ? 1 : 0;
    count += optionChangeCount(now, wanted);
    count += now.tags != wanted.tags ? 1 : 0;
    count += static_cast<int>(wanted.deletedIndexes.size() + wanted.newIndexes.size());
    return count;
}

TableSettings merged(const TableSettings &before, const TableSettings &after, TableSettings wanted,
                     const api::TableDescription &table)
{
    if (!isCapacityChanged(before, wanted)) {
        wanted.isProvisioned = after.isProvisioned;
        wanted.readUnits = after.readUnits;
        wanted.writeUnits = after.writeUnits;
    }
    if (before.isDeletionProtected == wanted.isDeletionProtected)
        wanted.isDeletionProtected = after.isDeletionProtected;
    mergeOptions(before, after, wanted);
    if (before.tags == wanted.tags)
        wanted.tags = after.tags;
    // An index that is there was made; one that is not, or is going, needs no deletion.
    const QStringList names = indexNames(table);
    wanted.newIndexes.removeIf([&names](const IndexDraft &index) { return names.contains(index.name); });
    wanted.deletedIndexes.removeIf([&](const QString &name) {
        if (!names.contains(name))
            return true;
        if (table.globalSecondaryIndexes)
            for (const auto &index : *table.globalSecondaryIndexes)
                if (toQt(index.indexName) == name)
                    return index.indexStatus == api::IndexStatus::Deleting;
        return false;
    });
    return wanted;
}

bool isSettled(const api::TableDescription &table)
{
    if (table.tableStatus && *table.tableStatus != api::TableStatus::Active)
        return false;
    if (table.globalSecondaryIndexes)
        for (const auto &index : *table.globalSecondaryIndexes)
            if (index.indexStatus && *index.indexStatus != api::IndexStatus::Active)
                return false;
    return true;
}

TableDraft draftOf(const api::TableDescription &table)
{
    TableDraft draft;
    draft.name = toQt(table.tableName);
    draft.isProvisioned = settingsOf(table).isProvisioned;
    if (table.keySchema) {
        draft.partition = keyFieldOf(table, *table.keySchema, api::KeyType::Hash);
        draft.sort = keyFieldOf(table, *table.keySchema, api::KeyType::Range);
    }
    const auto add = [&](const auto &indexes) {
        if (!indexes)
            return;
        for (const auto &index : *indexes) {
            IndexDraft known;
            known.name = toQt(index.indexName);
            if (index.keySchema) {
                known.partition = keyFieldOf(table, *index.keySchema, api::KeyType::Hash);
                known.sort = keyFieldOf(table, *index.keySchema, api::KeyType::Range);
            }
            draft.indexes.append(known);
        }
    };
    add(table.globalSecondaryIndexes);
    add(table.localSecondaryIndexes);
    return draft;
}

QStringList indexNames(const api::TableDescription &table)
{
    QStringList names;
    const auto add = [&names](const auto &indexes) {
        if (!indexes)
            return;
        for (const auto &index : *indexes)
            names.append(toQt(index.indexName));
    };
    add(table.globalSecondaryIndexes);
    add(table.localSecondaryIndexes);
    return names;
}

QList<KeyField> keyFieldsOf(const api::TableDescription &table, const std::vector<api::KeySchemaElement> &schema,
                            api::KeyType type)
{
    QList<KeyField> fields;
    for (const auto &element : schema) {
        if (element.keyType != type)
            continue;
        KeyField field;
        field.name = toQt(element.attributeName);
        if (table.attributeDefinitions)
            for (const auto &definition : *table.attributeDefinitions)
                if (definition.attributeName == element.attributeName)
                    field.type = definition.attributeType;
        fields.append(field);
    }
    return fields;
}

KeyField keyFieldOf(const api::TableDescription &table, const std::vector<api::KeySchemaElement> &schema,
                    api::KeyType type)
{
    return keyFieldsOf(table, schema, type).value(0);
}

} // namespace stator::ui
