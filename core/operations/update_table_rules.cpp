// What an UpdateTable may ask for at once: the rules that need no table.
#include <unordered_set>

#include "operations/control_errors.h"
#include "operations/table_edit.h"
#include "operations/table_options.h"

namespace stator::operations {

namespace {

const std::string *nameOf(const api::GlobalSecondaryIndexUpdate &update)
{
    if (update.update)
        return &update.update->indexName;
    if (update.create)
        return &update.create->indexName;
    return update.delete_ ? &update.delete_->indexName : nullptr;
}

// The concerns a request touches; most of them stand alone.
struct Concerns {
    explicit Concerns(const api::UpdateTableRequest &request)
        : changesUnits(request.provisionedThroughput.has_value()), changesBilling(request.billingMode.has_value()),
          changesIndexes(operations::changesIndexes(request)), changesStream(request.streamSpecification.has_value()),
          changesEncryption(request.sseSpecification.has_value()), changesClass(request.tableClass.has_value()),
          changesProtection(request.deletionProtectionEnabled.has_value()),
          changesReplicas(request.replicaUpdates || request.globalTableWitnessUpdates ||
                          request.multiRegionConsistency),
          changesMaxima(request.onDemandThroughput.has_value()), changesWarm(request.warmThroughput.has_value()),
          changesOthers(request.globalTableSettingsReplicationMode || request.disassociationProtectionEnabled ||
                        changesVectorIndexes(request))
    {}

    int count() const
    {
        return changesUnits + changesBilling + changesIndexes + changesStream + changesEncryption + changesClass +
               changesProtection + changesReplicas + changesMaxima + changesWarm + changesOthers;
    }

    const bool changesUnits;
    const bool changesBilling;
    const bool changesIndexes;
    const bool changesStream;
    const bool changesEncryption;
    const bool changesClass;
    const bool changesProtection;
    const bool changesReplicas;
    const bool changesMaxima;
    const bool changesWarm;
    const bool changesOthers;
};

Result<void> checkAlone(const Concerns &concerns)
{
    if (concerns.count() == 0)
        return Error::validation(
            "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
            "GlobalSecondaryIndexUpdates, "
            "SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, "
            "MultiRegionConsistency, "
            "DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is required");
    if (concerns.count() == 1)
        return {};
    const std::pair<const char *, bool> lonely[] = {
        {"Server-Side Encryption modification", concerns.changesEncryption},
        {"TableClass modification", concerns.changesClass},
        {"DeletionProtection modification", concerns.changesProtection},
        {"Replica modification", concerns.changesReplicas},
        {"WarmThroughput", concerns.changesWarm},
    };
    for (const auto &concern : lonely)
        if (concern.second)
            return Error::invalidParameter(std::string(concern.first) +
                                           " must be the only operation in the request");
    if (concerns.changesMaxima && concerns.count() > 1 + concerns.changesBilling)
        return Error::invalidParameter(
            "OnDemandThroughput can only be combined with BillingMode in an UpdateTable request");
    if (concerns.changesStream && concerns.changesUnits)
        return Error::invalidParameter("You cannot modify stream status while updating table IOPS");
    return {};
}

Result<void> checkStream(const api::StreamSpecification &stream)
{
    if (stream.streamEnabled && !stream.streamViewType)
        return Error::invalidParameter("If stream is being enabled then UpdateViewType is required");
    if (!stream.streamEnabled && stream.streamViewType)
        return Error::invalidParameter("If stream is being disabled, then UpdateViewType must not be specified");
    return {};
}

// How many global indexes are to be made or deleted.
Result<std::size_t> checkGlobalIndexUpdates(const std::vector<api::GlobalSecondaryIndexUpdate> &updates)
{
    std::unordered_set<std::string_view> names;
    std::size_t makesOrDrops = 0;
    for (const auto &update : updates) {
        const int actions =
            update.update.has_value() + update.create.has_value() + update.delete_.has_value();
        if (actions != 1)
            return Error::invalidParameter(
                "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
                "GlobalSecondaryIndexUpdate.Delete must not be null");
        const std::string &name = *nameOf(update);
        if (!names.insert(name).second)
            return Error::invalidParameter(
                "Only one global secondary index update per index is allowed simultaneously. "
                "Index: " +
                name);
        makesOrDrops += !update.update;
    }
    return makesOrDrops;
}

// The same of vector indexes, which are only made or deleted.
Result<std::size_t> checkVectorIndexUpdates(const std::vector<api::VectorIndexUpdate> &updates)
{
    for (const auto &update : updates)
        if (update.create.has_value() == update.delete_.has_value()) // (unverified)
            return Error::invalidParameter(
                "One of VectorIndexUpdate.Create, VectorIndexUpdate.Delete must not be null");
    return updates.size();
}

Result<void> checkIndexUpdates(const api::UpdateTableRequest &request)
{
    std::size_t makesOrDrops = 0;
    if (changesIndexes(request)) {
        STATOR_TRY(makesOrDrops, checkGlobalIndexUpdates(*request.globalSecondaryIndexUpdates));
    }
    if (changesVectorIndexes(request)) {
        STATOR_TRY(const std::size_t vectors, checkVectorIndexUpdates(*request.vectorIndexUpdates));
        makesOrDrops += vectors;
    }
    if (makesOrDrops > 1)
        return oneIndexAtATime();
    if (makesOrDrops == 1 && (request.provisionedThroughput || request.billingMode))
        return Error::invalidParameter("You cannot create or delete index while updating table IOPS");
    if (makesOrDrops == 1 && request.streamSpecification)
        return Error::invalidParameter("You cannot create or delete index while changing stream status");
    return {};
}

Result<void> checkUnsupported(const api::UpdateTableRequest &request)
{
    const std::pair<const char *, bool> refused[] = {
        {"ReplicaUpdates", request.replicaUpdates.has_value()},
        {"MultiRegionConsistency", request.multiRegionConsistency.has_value()},
        {"GlobalTableWitnessUpdates", request.globalTableWitnessUpdates.has_value()},
        {"GlobalTableSettingsReplicationMode", request.globalTableSettingsReplicationMode.has_value()},
        {"DisassociationProtectionEnabled", request.disassociationProtectionEnabled.has_value()},
    };
    for (const auto &parameter : refused)
        if (parameter.second)
            return notCarriedOut(parameter.first);
    return {};
}

} // namespace

bool changesIndexes(const api::UpdateTableRequest &request)
{
    return request.globalSecondaryIndexUpdates && !request.globalSecondaryIndexUpdates->empty();
}

bool changesVectorIndexes(const api::UpdateTableRequest &request)
{
    return request.vectorIndexUpdates && !request.vectorIndexUpdates->empty();
}

Error oneIndexAtATime()
{
    return Error::limitExceeded("Subscriber limit exceeded: Only 1 online index can be created or deleted "
                                "simultaneously per table");
}

Result<void> checkUpdateTable(const api::UpdateTableRequest &request)
{
    STATOR_CHECK(checkAlone(Concerns(request)));
    if (request.sseSpecification)
        STATOR_CHECK(checkEncryption(*request.sseSpecification));
    if (request.streamSpecification)
        STATOR_CHECK(checkStream(*request.streamSpecification));
    STATOR_CHECK(checkIndexUpdates(request));
    return checkUnsupported(request);
}

} // namespace stator::operations
