#include "features/requests/table_copier.h"

#include <algorithm>

#include "api/create_table.h"
#include "api/describe_table.h"
#include "api/describe_time_to_live.h"
#include "api/operation_list.h"
#include "api/scan.h"
#include "api/update_time_to_live.h"
#include "features/requests/table_copy.h"
#include "model/limits.h"

namespace stator::ui {

void TableCopier::start(std::vector<Table> tables, bool withItems)
{
    m_tables = std::move(tables);
    std::reverse(m_tables.begin(), m_tables.end());
    m_withItems = withItems;
    m_items = 0;
    next();
}

void TableCopier::cancel()
{
    m_slot.cancel();
    m_tables.clear();
}

void TableCopier::next()
{
    if (m_tables.empty()) {
        Q_EMIT finished();
        return;
    }
    m_current = std::move(m_tables.back());
    m_tables.pop_back();
    m_table = m_current.name;
    m_next.reset();
    m_isScanned = false;
    m_waiting.clear();
    Q_EMIT progressed();
    make();
}

void TableCopier::make()
{
    api::DescribeTableRequest request;
    request.tableName = m_table;
    m_current.from.run(this, m_slot, std::move(request), [this](Result<api::DescribeTableResponse> reply) {
        if (!reply.ok() || !reply->table) {
            Q_EMIT failed(reply.ok() ? Error::resourceNotFound() : reply.error());
            return;
        }
        m_current.to.dispatch(this, m_slot, std::string(api::kDynamodbTargetPrefix) + ".CreateTable", createTableBody(*reply->table),
                              [this](const Result<std::string> &made) {
                                  if (made.ok())
                                      copyTimeToLive();
                                  else
                                      Q_EMIT failed(made.error());
                              });
    });
}

void TableCopier::copyTimeToLive()
{
    const auto goOn = [this] {
        if (m_withItems)
            scan();
        else
            next();
    };
    api::DescribeTimeToLiveRequest request;
    request.tableName = m_table;
    m_current.from.run(this, m_slot, std::move(request), [this, goOn](Result<api::DescribeTimeToLiveResponse> reply) {
        const bool isOn = reply.ok() && reply->timeToLiveDescription &&
                          reply->timeToLiveDescription->timeToLiveStatus == api::TimeToLiveStatus::Enabled;
        if (!isOn)
            return goOn();
        api::UpdateTimeToLiveRequest update;
        update.tableName = m_table;
        update.timeToLiveSpecification.enabled = true;
        update.timeToLiveSpecification.attributeName = reply->timeToLiveDescription->attributeName.value_or(std::string());
        m_current.to.run(this, m_slot, std::move(update), [this, goOn](const Result<api::UpdateTimeToLiveResponse> &done) {
            if (done.ok())
                goOn();
            else
                Q_EMIT failed(done.error());
        });
    });
}

void TableCopier::scan()
{
    api::ScanRequest request;
    request.tableName = m_table;
    request.exclusiveStartKey = m_next;
    request.consistentRead = true;
    m_current.from.run(this, m_slot, std::move(request), [this](Result<api::ScanResponse> reply) {
        if (!reply.ok()) {
            Q_EMIT failed(reply.error());
            return;
        }
        m_next = std::move(reply->lastEvaluatedKey);
        m_isScanned = !m_next.has_value();
        if (reply->items)
            for (std::size_t i = 0; i < reply->items->size(); ++i)
                m_waiting.push_back({api::PutRequest{document::Item((*reply->items)[i])}, std::nullopt});
        write();
    });
}

void TableCopier::write()
{
    if (m_waiting.empty())
        return m_isScanned ? next() : scan();
    const std::size_t count = std::min<std::size_t>(m_waiting.size(), model::kBatchWriteRequests);
    api::BatchWriteItemRequest request;
    std::vector<api::WriteRequest> writes(std::make_move_iterator(m_waiting.end() - static_cast<std::ptrdiff_t>(count)),
                                          std::make_move_iterator(m_waiting.end()));
    m_waiting.resize(m_waiting.size() - count);
    request.requestItems.emplace_back(m_table, std::move(writes));
    m_current.to.run(this, m_slot, std::move(request), [this, count](Result<api::BatchWriteItemResponse> reply) {
        if (!reply.ok()) {
            Q_EMIT failed(reply.error());
            return;
        }
        m_items += static_cast<std::int64_t>(count);
        if (reply->unprocessedItems)
            for (auto &[table, left] : *reply->unprocessedItems) {
                m_items -= static_cast<std::int64_t>(left.size());
                std::move(left.begin(), left.end(), std::back_inserter(m_waiting));
            }
        Q_EMIT progressed();
        write();
    });
}

} // namespace stator::ui

#include "moc_table_copier.cpp"
