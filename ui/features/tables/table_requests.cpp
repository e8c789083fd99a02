#include "features/tables/table_requests.h"

#include "bridge/text.h"
#include "features/tables/index_requests.h"

namespace stator::ui {

namespace {

void putIndexes(const TableDraft &table, api::CreateTableRequest &request)
{
    QList<KeyField> fields{table.partition, table.sort};
    for (const IndexDraft &index : table.settings.newIndexes) {
        fields += definedFields(index);
        switch (index.kind) {
        case IndexDraft::Kind::Local:
            if (!request.localSecondaryIndexes)
                request.localSecondaryIndexes.emplace();
            request.localSecondaryIndexes->push_back(localIndex(index, table.partition));
            break;
        case IndexDraft::Kind::Global:
            if (!request.globalSecondaryIndexes)
                request.globalSecondaryIndexes.emplace();
            request.globalSecondaryIndexes->push_back(
                globalIndex<api::GlobalSecondaryIndex>(index, table.settings.isProvisioned));
            break;
        case IndexDraft::Kind::Vector:
            if (!request.vectorIndexes)
                request.vectorIndexes.emplace();
            request.vectorIndexes->push_back(vectorIndex<api::VectorIndex>(index));
            break;
        }
    }
    request.attributeDefinitions = definitionsOf(fields);
}

void putOptions(const TableSettings &settings, api::CreateTableRequest &request)
{
    if (settings.isDeletionProtected)
        request.deletionProtectionEnabled = true;
    if (settings.isInfrequentAccess)
        request.tableClass = api::TableClass::StandardInfrequentAccess;
    if (settings.stream)
        request.streamSpecification = api::StreamSpecification{true, settings.stream};
    if (settings.isKms) {
        auto &encryption = request.sseSpecification.emplace();
        encryption.enabled = true;
        encryption.sseType = api::SSEType::Kms;
        if (!settings.keyId.isEmpty())
            encryption.kmsMasterKeyId = toUtf8(settings.keyId);
    }
    if (!settings.policy.isEmpty())
        request.resourcePolicy = toUtf8(settings.policy);
    for (const auto &[key, value] : settings.tags) {
        if (!request.tags)
            request.tags.emplace();
        request.tags->push_back({key, value});
    }
}

} // namespace

api::CreateTableRequest createRequest(const TableDraft &table)
{
    const TableSettings &settings = table.settings;
    api::CreateTableRequest request;
    request.tableName = toUtf8(table.name);
    request.keySchema = keySchemaOf({table.partition}, table.sort.name.isEmpty() ? QList<KeyField>()
                                                                                  : QList<KeyField>{table.sort});
    request.billingMode = settings.isProvisioned ? api::BillingMode::Provisioned : api::BillingMode::PayPerRequest;
    putThroughput(settings.throughput, settings.isProvisioned, request);
    putOptions(settings, request);
    putIndexes(table, request);
    return request;
}

TableSettings withMoreThanCreation(const TableSettings &draft, TableSettings made)
{
    made.timeToLive = draft.timeToLive;
    made.insights = draft.insights;
    return made;
}

} // namespace stator::ui
