#include "operations/table_edit.h"

#include <algorithm>

#include "operations/control_errors.h"
#include "operations/table_schema.h"
#include "operations/throughput_change.h"
#include "operations/vector_schema.h"
#include "streams/stream_names.h"

namespace stator::operations {

namespace {

using model::BillingMode;
using model::TableDefinition;

// One request on its way over a definition.
class TableEdit {
public:
    TableEdit(const api::UpdateTableRequest &request, const TableDefinition &before, const ChangeSite &site)
        : m_request(request), m_table(before), m_before(before), m_site(site)
    {}

    Result<TableDefinition> run()
    {
        STATOR_CHECK(checkStatus());
        STATOR_CHECK(changeOptions());
        STATOR_CHECK(changeBilling());
        STATOR_CHECK(changeThroughput());
        if (changesIndexes(m_request))
            for (const auto &update : *m_request.globalSecondaryIndexUpdates)
                STATOR_CHECK(editIndex(update, m_request, m_site, m_table));
        if (changesVectorIndexes(m_request))
            for (const auto &update : *m_request.vectorIndexUpdates)
                STATOR_CHECK(editVectorIndex(update, m_request, m_table));
        STATOR_CHECK(checkProjectedAttributes(m_table));
        return std::move(m_table);
    }

private:
    Result<void> checkStatus() const
    {
        STATOR_CHECK(checkSettled(m_before));
        if (m_before.status != model::TableStatus::Updating)
            return {};
        // These two take no time.
        if (m_request.deletionProtectionEnabled || (m_request.onDemandThroughput && !m_request.billingMode))
            return {};
        const auto status = m_before.stream.status;
        const bool changesStream = status == model::StreamStatus::Enabling || status == model::StreamStatus::Disabling;
        if (m_request.provisionedThroughput && !changesStream)
            STATOR_CHECK(checkNoIndexIsMade());
        STATOR_CHECK(checkIndexesNotInFlight(m_request, m_before));
        if (changesStream)
            return inUse("A stream status change is currently in progress. Table: " + m_before.name +
                         " Stream: " + streams::streamLabel(m_before.stream.created) + " Operation: " +
                         (status == model::StreamStatus::Enabling ? "ENABLE" : "DISABLE"));
        return inUse("Table: " + m_before.name + " is in the process of being updated.");
    }

    Result<void> checkNoIndexIsMade() const
    {
        std::string names;
        for (const auto &index : m_before.indexes)
            if (index.status == model::IndexStatus::Creating)
                names += (names.empty() ? "" : ", ") + index.name;
        if (names.empty())
            return inUse("Table IOPS are currently being updated. Table: " + m_before.name);
        return inUse("Can't change table IOPS when an index is being created. Table: " + m_before.name +
                     " Indexes: [" + names + "]");
    }

    Result<void> changeOptions()
    {
        if (m_request.deletionProtectionEnabled)
            STATOR_CHECK(
                changeDeletionProtection(*m_request.deletionProtectionEnabled, m_site.now, m_table));
        if (m_request.tableClass)
            STATOR_CHECK(changeTableClass(*m_request.tableClass, m_site.now, m_table.tableClass));
        if (m_request.sseSpecification)
            STATOR_CHECK(changeEncryption(*m_request.sseSpecification, m_site, m_table.encryption));
        if (m_request.warmThroughput)
            STATOR_CHECK(raiseWarm(*m_request.warmThroughput, m_table.billingMode, m_table.throughput,
                                   "table", m_table.warmThroughput));
        return m_request.streamSpecification ? changeStream(*m_request.streamSpecification, m_table) : Result<void>();
    }

    Result<void> changeBilling()
    {
        if (m_request.billingMode)
            STATOR_CHECK(*m_request.billingMode == api::BillingMode::PayPerRequest ? changeToOnDemand()
                                                                                   : changeToProvisioned());
        if (m_request.onDemandThroughput)
            return mergeOnDemand(*m_request.onDemandThroughput, m_table.billingMode, "table",
                                 m_table.onDemandThroughput);
        return {};
    }

    Result<void> changeToOnDemand()
    {
        if (m_request.provisionedThroughput)
            return forbidsUnits();
        if (m_before.billingMode == BillingMode::PayPerRequest)
            return {};
        m_table.billingMode = BillingMode::PayPerRequest;
        m_table.payPerRequestSince = m_site.now;
        clearUnits(m_table.throughput);
        for (auto &index : m_table.indexes)
            clearUnits(index.throughput);
        return {};
    }

    Result<void> changeToProvisioned()
    {
        if (!m_request.provisionedThroughput)
            return Error::invalidParameter(
                "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
        if (m_before.billingMode == BillingMode::PayPerRequest)
            STATOR_CHECK(checkUnitsForEveryIndex());
        m_table.billingMode = BillingMode::Provisioned;
        m_table.onDemandThroughput = {};
        for (auto &index : m_table.indexes)
            index.onDemandThroughput = {};
        return checkVectorIndexes(m_table, {}); // they would not be supported any more (unverified)
    }

    Result<void> checkUnitsForEveryIndex() const
    {
        for (const auto &index : m_before.indexes) {
            if (index.kind != model::IndexKind::Global)
                continue;
            const bool isUpdated =
                changesIndexes(m_request) &&
                std::any_of(m_request.globalSecondaryIndexUpdates->begin(),
                            m_request.globalSecondaryIndexUpdates->end(), [&](const auto &update) {
                                return update.update && update.update->indexName == index.name &&
                                       update.update->provisionedThroughput;
                            });
            if (!isUpdated)
                return Error::invalidParameter("ProvisionedThroughput must be specified for index: " +
                                               index.name);
        }
        return {};
    }

    Result<void> changeThroughput()
    {
        if (!m_request.provisionedThroughput)
            return {};
        if (m_table.billingMode == BillingMode::PayPerRequest)
            return forbidsUnits();
        STATOR_CHECK(checkUnits(*m_request.provisionedThroughput, m_site.region));
        STATOR_TRY(m_table.throughput, changedThroughput(m_table.throughput, *m_request.provisionedThroughput,
                                                         {"table", "table"}, m_site.now));
        return {};
    }

    static Error forbidsUnits()
    {
        return Error::invalidParameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified "
                                       "when BillingMode is PAY_PER_REQUEST");
    }

    static void clearUnits(model::Throughput &throughput)
    {
        throughput.readUnits = 0;
        throughput.writeUnits = 0;
    }

    const api::UpdateTableRequest &m_request;
    TableDefinition m_table;
    const TableDefinition &m_before;
    const ChangeSite &m_site;
};

} // namespace

Result<TableDefinition> editedTable(const api::UpdateTableRequest &request, const TableDefinition &before,
                                    const ChangeSite &site)
{
    return TableEdit(request, before, site).run();
}

} // namespace stator::operations
