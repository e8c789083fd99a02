#include "features/tables/settings_steps.h"

#include <QSet>

#include "bridge/text.h"
#include "features/tables/index_requests.h"
#include "features/tables/settings_difference.h"

namespace stator::ui {

namespace {

constexpr std::int64_t kNoMaximum = -1; // API Reference, OnDemandThroughput

api::OnDemandThroughput maximaOf(const ThroughputSettings &throughput)
{
    const auto member = [](std::int64_t units) { return units == 0 ? kNoMaximum : units; };
    return {member(throughput.maxReadUnits), member(throughput.maxWriteUnits)};
}

class Plan {
public:
    Plan(const TableSettings &now, const TableSettings &wanted, const api::TableDescription &table)
        : m_now(now), m_wanted(wanted), m_table(table)
    {}

    std::vector<SettingsStep> make()
    {
        addProtection();
        addTags();
        addPolicy();
        addTableClass();
        addEncryption();
        // An index that goes needs no units, and one of vectors would keep the table on demand.
        addIndexDeletions();
        addStream();
        addCapacity();
        addMaxima();
        addWarmth();
        addIndexCreations();
        addTimeToLive();
        addInsights();
        return std::move(m_steps);
    }

private:
    api::UpdateTableRequest update() const
    {
        api::UpdateTableRequest request;
        request.tableName = m_table.tableName.value_or(std::string());
        return request;
    }

    std::string arn() const { return m_table.tableArn.value_or(std::string()); }

    template <class Request>
    void add(SettingsField field, Request request)
    {
        m_steps.push_back({field, std::move(request)});
    }

    static void addUpdate(const api::UpdateGlobalSecondaryIndexAction &action, api::UpdateTableRequest &request)
    {
        api::GlobalSecondaryIndexUpdate update;
        update.update = action;
        if (!request.globalSecondaryIndexUpdates)
            request.globalSecondaryIndexUpdates.emplace();
        request.globalSecondaryIndexUpdates->push_back(update);
    }

    void addProtection()
    {
        if (m_now.isDeletionProtected == m_wanted.isDeletionProtected)
            return;
        api::UpdateTableRequest request = update();
        request.deletionProtectionEnabled = m_wanted.isDeletionProtected;
        add(SettingsField::Protection, request);
    }

    void addTags()
    {
        api::UntagResourceRequest gone;
        api::TagResourceRequest set;
        gone.resourceArn = set.resourceArn = arn();
        for (const auto &[key, value] : m_now.tags)
            if (m_wanted.tags.find(key) == m_wanted.tags.end())
                gone.tagKeys.push_back(key);
        for (const auto &[key, value] : m_wanted.tags) {
            const auto before = m_now.tags.find(key);
            if (before == m_now.tags.end() || before->second != value)
                set.tags.push_back({key, value});
        }
        if (!gone.tagKeys.empty())
            add(SettingsField::Tags, gone);
        if (!set.tags.empty())
            add(SettingsField::Tags, set);
    }

    void addPolicy()
    {
        if (m_now.policy == m_wanted.policy)
            return;
        if (m_wanted.policy.isEmpty()) {
            api::DeleteResourcePolicyRequest request;
            request.resourceArn = arn();
            add(SettingsField::Policy, request);
            return;
        }
        api::PutResourcePolicyRequest request;
        request.resourceArn = arn();
        request.policy = toUtf8(m_wanted.policy);
        add(SettingsField::Policy, request);
    }

    void addTableClass()
    {
        if (m_now.isInfrequentAccess == m_wanted.isInfrequentAccess)
            return;
        api::UpdateTableRequest request = update();
        request.tableClass =
            m_wanted.isInfrequentAccess ? api::TableClass::StandardInfrequentAccess : api::TableClass::Standard;
        add(SettingsField::TableClass, request);
    }

    void addEncryption()
    {
        if (!isEncryptionChanged(m_now, m_wanted))
            return;
        api::UpdateTableRequest request = update();
        auto &encryption = request.sseSpecification.emplace();
        encryption.enabled = m_wanted.isKms;
        if (m_wanted.isKms)
            encryption.sseType = api::SSEType::Kms;
        if (m_wanted.isKms && !m_wanted.keyId.isEmpty())
            encryption.kmsMasterKeyId = toUtf8(m_wanted.keyId);
        add(SettingsField::Encryption, request);
    }

    void addIndexDeletions()
    {
        for (const QString &name : m_wanted.deletedIndexes) {
            api::UpdateTableRequest request = update();
            if (isVectorIndex(name))
                request.vectorIndexUpdates.emplace(1).front().delete_ = api::DeleteVectorIndexAction{toUtf8(name)};
            else
                request.globalSecondaryIndexUpdates.emplace(1).front().delete_ =
                    api::DeleteGlobalSecondaryIndexAction{toUtf8(name)};
            add(SettingsField::Indexes, request);
        }
    }

    bool isVectorIndex(const QString &name) const
    {
        if (m_table.vectorIndexes)
            for (const auto &index : *m_table.vectorIndexes)
                if (toQt(index.indexName) == name)
                    return true;
        return false;
    }

    // A stream with another view is another stream: the old one ends first.
    void addStream()
    {
        if (m_now.stream == m_wanted.stream)
            return;
        api::UpdateTableRequest request = update();
        request.streamSpecification = m_now.stream ? api::StreamSpecification{false, std::nullopt}
                                                   : api::StreamSpecification{true, m_wanted.stream};
        add(SettingsField::Stream, request);
    }

    void addCapacity()
    {
        const QStringList others = indexesWithOtherUnits(m_now, m_wanted);
        const bool isOfTable = isCapacityChanged(m_now, m_wanted);
        if (!isOfTable && others.isEmpty())
            return;
        const bool isModeChanged = m_now.isProvisioned != m_wanted.isProvisioned;
        api::UpdateTableRequest request = update();
        if (isModeChanged)
            request.billingMode =
                m_wanted.isProvisioned ? api::BillingMode::Provisioned : api::BillingMode::PayPerRequest;
        if (isOfTable && m_wanted.isProvisioned)
            request.provisionedThroughput = unitsOf(m_wanted.throughput);
        for (const QString &name : isModeChanged && m_wanted.isProvisioned ? m_now.indexes.keys() : others) {
            if (m_wanted.deletedIndexes.contains(name))
                continue;
            api::UpdateGlobalSecondaryIndexAction action;
            action.indexName = toUtf8(name);
            action.provisionedThroughput = unitsOf(m_wanted.indexes.value(name));
            addUpdate(action, request);
        }
        add(isOfTable ? SettingsField::Capacity : SettingsField::Indexes, request);
    }

    // An index that was never given units gets the table's.
    api::ProvisionedThroughput unitsOf(const ThroughputSettings &throughput) const
    {
        const ThroughputSettings &units = throughput.readUnits > 0 ? throughput : m_wanted.throughput;
        return {units.readUnits, units.writeUnits};
    }

    // Maxima are an on-demand table's; one that becomes so gets them afterwards.
    void addMaxima()
    {
        if (m_now.isProvisioned != m_wanted.isProvisioned)
            return;
        if (areMaximaChanged(m_now, m_wanted)) {
            api::UpdateTableRequest request = update();
            request.onDemandThroughput = maximaOf(m_wanted.throughput);
            add(SettingsField::Capacity, request);
        }
        api::UpdateTableRequest request = update();
        for (const QString &name : indexesWithOtherMaxima(m_now, m_wanted)) {
            api::UpdateGlobalSecondaryIndexAction action;
            action.indexName = toUtf8(name);
            action.onDemandThroughput = maximaOf(m_wanted.indexes.value(name));
            addUpdate(action, request);
        }
        if (request.globalSecondaryIndexUpdates)
            add(SettingsField::Indexes, request);
    }

    void addWarmth()
    {
        if (isWarmChanged(m_now.throughput, m_wanted.throughput)) {
            api::UpdateTableRequest request = update();
            request.warmThroughput = newWarm(m_wanted.throughput);
            add(SettingsField::Capacity, request);
        }
        api::UpdateTableRequest request = update();
        for (const QString &name : indexesWithOtherWarmth(m_now, m_wanted)) {
            api::UpdateGlobalSecondaryIndexAction action;
            action.indexName = toUtf8(name);
            action.warmThroughput = newWarm(m_wanted.indexes.value(name));
            addUpdate(action, request);
        }
        if (request.globalSecondaryIndexUpdates)
            add(SettingsField::Indexes, request);
    }

    void addIndexCreations()
    {
        for (const IndexDraft &index : m_wanted.newIndexes) {
            api::UpdateTableRequest request = update();
            if (const auto fields = definedFields(index); !fields.isEmpty())
                request.attributeDefinitions = definitionsOf(fields);
            if (index.kind == IndexDraft::Kind::Vector)
                request.vectorIndexUpdates.emplace(1).front().create =
                    vectorIndex<api::CreateVectorIndexAction>(index);
            else
                request.globalSecondaryIndexUpdates.emplace(1).front().create =
                    globalIndex<api::CreateGlobalSecondaryIndexAction>(index, m_wanted.isProvisioned);
            add(SettingsField::Indexes, request);
        }
    }

    // Another attribute needs the old one to be given up first; the service wants time between the two.
    void addTimeToLive()
    {
        if (m_now.timeToLive == m_wanted.timeToLive)
            return;
        api::UpdateTimeToLiveRequest request;
        request.tableName = m_table.tableName.value_or(std::string());
        request.timeToLiveSpecification.enabled = m_now.timeToLive.isEmpty();
        request.timeToLiveSpecification.attributeName =
            toUtf8(m_now.timeToLive.isEmpty() ? m_wanted.timeToLive : m_now.timeToLive);
        add(SettingsField::TimeToLive, request);
    }

    void addInsights()
    {
        for (const QString &name : otherInsights(m_now, m_wanted)) {
            const Insights wanted = m_wanted.insights.value(name, Insights::Off);
            api::UpdateContributorInsightsRequest request;
            request.tableName = m_table.tableName.value_or(std::string());
            if (!name.isEmpty())
                request.indexName = toUtf8(name);
            request.contributorInsightsAction = wanted == Insights::Off ? api::ContributorInsightsAction::Disable
                                                                        : api::ContributorInsightsAction::Enable;
            if (wanted != Insights::Off)
                request.contributorInsightsMode = wanted == Insights::Throttled
                    ? api::ContributorInsightsMode::ThrottledKeys
                    : api::ContributorInsightsMode::AccessedAndThrottledKeys;
            add(name.isEmpty() ? SettingsField::Insights : SettingsField::Indexes, request);
        }
    }

    const TableSettings &m_now;
    const TableSettings &m_wanted;
    const api::TableDescription &m_table;
    std::vector<SettingsStep> m_steps;
};

} // namespace

std::vector<SettingsStep> stepsFrom(const TableSettings &now, const TableSettings &wanted,
                                    const api::TableDescription &table)
{
    return Plan(now, wanted, table).make();
}

int changeCount(const TableSettings &now, const TableSettings &wanted)
{
    const QStringList indexes = indexesWithOtherUnits(now, wanted) + indexesWithOtherMaxima(now, wanted)
        + indexesWithOtherWarmth(now, wanted);
    const qsizetype lists = wanted.deletedIndexes.size() + wanted.newIndexes.size()
        + QSet<QString>(indexes.cbegin(), indexes.cend()).size() + otherInsights(now, wanted).size();
    int count = static_cast<int>(lists);
    for (const bool isChanged :
         {isCapacityChanged(now, wanted), areMaximaChanged(now, wanted), isWarmChanged(now.throughput, wanted.throughput),
          isEncryptionChanged(now, wanted), now.isDeletionProtected != wanted.isDeletionProtected,
          now.isInfrequentAccess != wanted.isInfrequentAccess, now.stream != wanted.stream, now.tags != wanted.tags,
          now.timeToLive != wanted.timeToLive, now.policy != wanted.policy})
        count += isChanged ? 1 : 0;
    return count;
}

} // namespace stator::ui
