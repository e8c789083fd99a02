#include "features/tables/table_session.h"

#include "api/describe_time_to_live.h"
#include "api/get_resource_policy.h"
#include "api/list_contributor_insights.h"
#include "api/list_tags_of_resource.h"
#include "bridge/text.h"
#include "features/tables/settings_state.h"
#include "shell/workbench.h"

namespace stator::ui {

namespace {

constexpr int kWatchMs = 400;

bool isOn(const std::optional<api::TimeToLiveDescription> &timeToLive)
{
    return timeToLive && (timeToLive->timeToLiveStatus == api::TimeToLiveStatus::Enabled
                          || timeToLive->timeToLiveStatus == api::TimeToLiveStatus::Enabling);
}

Insights insightsOf(const api::ContributorInsightsSummary &summary)
{
    if (summary.contributorInsightsStatus != api::ContributorInsightsStatus::Enabled
        && summary.contributorInsightsStatus != api::ContributorInsightsStatus::Enabling)
        return Insights::Off;
    return summary.contributorInsightsMode == api::ContributorInsightsMode::ThrottledKeys
        ? Insights::Throttled
        : Insights::AccessedAndThrottled;
}

} // namespace

QString wordsBeside(const Error &error)
{
    const ErrorText text = describe(error);
    return text.original.isEmpty() ? text.sentence : text.original;
}

TableSession::TableSession(Workbench &workbench, QObject *parent) : QObject(parent), m_workbench(workbench)
{
    m_watch.setSingleShot(true);
    m_watch.setInterval(kWatchMs);
    connect(&m_watch, &QTimer::timeout, this, &TableSession::poll);
}

void TableSession::open(const Place &table)
{
    m_place = table;
    m_table.reset();
    m_now = m_wanted = {};
    m_isApplying = false;
    for (RequestSlot *slot : {&m_describe, &m_tags, &m_timeToLive, &m_policy, &m_insights, &m_send})
        slot->cancel();
    reload();
}

void TableSession::reload()
{
    m_isRestKnown = false;
    describeTable();
}

void TableSession::poll()
{
    if (!m_describe.isWaiting())
        describeTable();
}

void TableSession::describeTable()
{
    api::DescribeTableRequest request;
    request.tableName = toUtf8(m_place.table);
    m_workbench.client(m_place).run(this, m_describe, request, [this](Result<api::DescribeTableResponse> result) {
        if (result.ok() && result->table) {
            show(*result->table);
            return;
        }
        m_isApplying = false;
        Q_EMIT lost(result.ok() ? ErrorText{tr("The service did not describe the table."), {}, {}, {}}
                                : describe(result.error()));
        Q_EMIT changed();
    });
}

void TableSession::loadTags()
{
    if (!m_table->tableArn)
        return;
    api::ListTagsOfResourceRequest request;
    request.resourceArn = *m_table->tableArn;
    m_workbench.client(m_place).run(this, m_tags, request, [this](Result<api::ListTagsOfResourceResponse> result) {
        if (!result.ok()) {
            Q_EMIT refused(SettingsField::Tags, wordsBeside(result.error()));
            return;
        }
        TableSettings now = m_now;
        now.tags.clear();
        if (result->tags)
            for (const auto &tag : *result->tags)
                now.tags.insert_or_assign(tag.key, tag.value);
        nowIs(std::move(now));
    });
}

void TableSession::loadTimeToLive()
{
    api::DescribeTimeToLiveRequest request;
    request.tableName = toUtf8(m_place.table);
    m_workbench.client(m_place).run(
        this, m_timeToLive, request, [this](Result<api::DescribeTimeToLiveResponse> result) {
            if (!result.ok()) {
                Q_EMIT refused(SettingsField::TimeToLive, wordsBeside(result.error()));
                return;
            }
            TableSettings now = m_now;
            const auto &found = result->timeToLiveDescription;
            now.timeToLive = isOn(found) ? toQt(found->attributeName) : QString();
            nowIs(std::move(now));
        });
}

void TableSession::loadPolicy()
{
    if (!m_table->tableArn)
        return;
    api::GetResourcePolicyRequest request;
    request.resourceArn = *m_table->tableArn;
    m_workbench.client(m_place).run(this, m_policy, request, [this](Result<api::GetResourcePolicyResponse> result) {
        if (!result.ok() && result.error().code != ErrorCode::PolicyNotFound) {
            Q_EMIT refused(SettingsField::Policy, wordsBeside(result.error()));
            return;
        }
        TableSettings now = m_now;
        now.policy = result.ok() ? toQt(result->policy) : QString();
        nowIs(std::move(now));
    });
}

// A page of the list holds more than a table has indexes.
void TableSession::loadInsights()
{
    api::ListContributorInsightsRequest request;
    request.tableName = toUtf8(m_place.table);
    m_workbench.client(m_place).run(
        this, m_insights, request, [this](Result<api::ListContributorInsightsResponse> result) {
            if (!result.ok()) {
                Q_EMIT refused(SettingsField::Insights, wordsBeside(result.error()));
                return;
            }
            TableSettings now = m_now;
            now.insights.clear();
            if (result->contributorInsightsSummaries)
                for (const auto &summary : *result->contributorInsightsSummaries)
                    if (insightsOf(summary) != Insights::Off)
                        now.insights.insert(toQt(summary.indexName), insightsOf(summary));
            nowIs(std::move(now));
        });
}

void TableSession::nowIs(TableSettings now)
{
    m_wanted = merged(m_now, now, m_wanted, *m_table);
    m_now = std::move(now);
    Q_EMIT changed();
}

void TableSession::show(const api::TableDescription &table)
{
    m_table = table;
    TableSettings now = settingsOf(table);
    now.tags = m_now.tags;
    now.timeToLive = m_now.timeToLive;
    now.policy = m_now.policy;
    now.insights = m_now.insights;
    nowIs(std::move(now));
    if (!m_isRestKnown) {
        m_isRestKnown = true;
        loadTags();
        loadTimeToLive();
        loadPolicy();
        loadInsights();
    }
    if (!isSettled(table))
        m_watch.start();
    else if (m_isApplying && !m_send.isWaiting())
        sendNext();
}

void TableSession::want(const TableSettings &wanted)
{
    m_wanted = wanted;
    Q_EMIT changed();
}

void TableSession::discard()
{
    m_wanted = m_now;
    Q_EMIT changed();
}

bool TableSession::isWaitingForTable() const
{
    return m_isApplying && m_table && !isSettled(*m_table);
}

void TableSession::apply()
{
    if (!m_table || m_isApplying)
        return;
    m_isApplying = true;
    sendNext();
}

void TableSession::sendNext()
{
    const std::vector<SettingsStep> steps = stepsFrom(m_now, m_wanted, *m_table);
    if (steps.empty()) {
        m_isApplying = false;
        Q_EMIT changed();
        Q_EMIT applied();
        return;
    }
    // The service takes one update at a time; show() goes on when this one is through.
    if (!isSettled(*m_table)) {
        m_watch.start();
        Q_EMIT changed();
        return;
    }
    const SettingsStep step = steps.front();
    const ServiceClient client = m_workbench.client(m_place);
    std::visit(
        [&](const auto &request) {
            client.run(this, m_send, request, [this, step](auto result) {
                sent(step, result.ok() ? Result<void>() : Result<void>(result.error()));
            });
        },
        step.request);
    Q_EMIT changed();
}

void TableSession::sent(const SettingsStep &step, const Result<void> &result)
{
    if (result.ok()) {
        remember(step);
    } else {
        m_isApplying = false;
        Q_EMIT refused(step.field, wordsBeside(result.error()));
    }
    // An answer that is on its way would tell of the time before.
    describeTable();
}

// What the description does not tell, or names otherwise than a person does.
void TableSession::remember(const SettingsStep &step)
{
    if (const auto *set = std::get_if<api::TagResourceRequest>(&step.request))
        for (const auto &tag : set->tags)
            m_now.tags.insert_or_assign(tag.key, tag.value);
    if (const auto *gone = std::get_if<api::UntagResourceRequest>(&step.request))
        for (const auto &key : gone->tagKeys)
            m_now.tags.erase(key);
    if (const auto *request = std::get_if<api::UpdateTimeToLiveRequest>(&step.request)) {
        const auto &set = request->timeToLiveSpecification;
        m_now.timeToLive = set.enabled ? toQt(set.attributeName) : QString();
    }
    if (const auto *request = std::get_if<api::UpdateContributorInsightsRequest>(&step.request)) {
        const QString index = toQt(request->indexName);
        if (request->contributorInsightsAction == api::ContributorInsightsAction::Disable)
            m_now.insights.remove(index);
        else
            m_now.insights.insert(index, m_wanted.insights.value(index, Insights::Off));
    }
    if (const auto *request = std::get_if<api::PutResourcePolicyRequest>(&step.request))
        m_now.policy = toQt(request->policy);
    if (std::holds_alternative<api::DeleteResourcePolicyRequest>(step.request))
        m_now.policy.clear();
    if (step.field == SettingsField::Encryption) {
        m_now.isKms = m_wanted.isKms;
        m_now.keyId = m_wanted.keyId;
    }
}

} // namespace stator::ui

#include "moc_table_session.cpp"
