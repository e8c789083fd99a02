#include "operations/statement_pages.h"

#include <algorithm>
#include <utility>

#include "operations/item_read.h"
#include "operations/key_check.h"
#include "operations/page_read.h"
#include "operations/statement_token.h"
#include "partiql/key_access.h"
#include "partiql/key_branches.h"
#include "partiql/row_order.h"
#include "partiql/selection.h"
#include "partiql/where.h"

namespace stator::operations {

namespace {

using partiql::Statement;

// Developer Guide, "IN": results come in pages of up to 10 items.
constexpr std::uint32_t kInPageItems = 10;

PageParameters parametersOf(const api::ExecuteStatementRequest &request, const Statement &statement,
                            const partiql::Selection &selection)
{
    PageParameters page;
    page.tableName = statement.table;
    page.indexName = statement.index;
    page.select = page.indexName ? api::Select::AllProjectedAttributes : api::Select::AllAttributes;
    if (!selection.isWholeItem()) {
        page.select = api::Select::SpecificAttributes;
        page.projection.emplace().attributes = selection.attributes();
    }
    page.isStrong = request.consistentRead.value_or(false);
    page.limit = static_cast<std::uint32_t>(request.limit.value_or(0));
    page.capacity = request.returnConsumedCapacity;
    return page;
}

// The whole primary key is given: what GetItem does, with WHERE for a filter.
Result<api::ExecuteStatementResponse> selectItem(PageTarget &target, PageParameters &page,
                                                 const partiql::Selection &selection, document::ItemView key)
{
    STATOR_CHECK(checkPageTarget(target, page));
    STATOR_CHECK(checkKey(target.access.definition->keys, key));
    const auto mode = page.isStrong ? model::ReadMode::Strong : model::ReadMode::Eventual;
    STATOR_TRY(const auto read, readItem(target.access, key, mode));
    const auto &item = read.item;
    api::ExecuteStatementResponse response;
    response.items.emplace();
    if (item && (!page.filter || expression::evaluate(*page.filter, item->view())))
        selection.appendTo(*response.items, item->view());
    if (isAsked(page.capacity)) {
        CapacityTally tally;
        tally.addTable(read.units);
        response.consumedCapacity =
            tally.reply(std::move(page.tableName), *target.access.definition, page.capacity);
    }
    return response;
}

// Reads queries one after the other until the page is full.
class SelectPage {
public:
    SelectPage(const PageTarget &target, const PageParameters &page, const partiql::Selection &selection)
        : m_target(target), m_page(page), m_selection(selection)
    {
        m_response.items.emplace();
    }

    // Each of `requests` is a partition, or the one is the Scan. The position of the next page, if any.
    Result<std::optional<StatementPosition>> read(std::vector<engine::PageRequest> requests,
                                                  StatementPosition from)
    {
        for (std::uint32_t query = from.query; query < requests.size(); ++query) {
            engine::PageRequest &request = requests[query];
            request.exclusiveStart = std::exchange(from.after, std::nullopt);
            request.limit = m_page.limit == 0 ? 0 : m_page.limit - m_scanned;
            request.maxBytes -= m_bytes;
            const bool isOneItem = namesOneItem(request);
            STATOR_TRY(auto end, walk(std::move(request)));
            if (end.lastEvaluated && !isOneItem)
                return std::optional<StatementPosition>({query, std::move(end.lastEvaluated)});
            if (isFull() && query + 1 < requests.size())
                return std::optional<StatementPosition>({query + 1, std::nullopt});
        }
        return std::optional<StatementPosition>();
    }

    api::ExecuteStatementResponse finish(std::optional<StatementPosition> next,
                                         const StatementTokens &tokens) &&
    {
        m_response.consumedCapacity =
            m_tally.reply(m_page.tableName, *m_target.access.definition, m_page.capacity);
        if (next) {
            m_response.nextToken = tokens.tokenOf(*next);
            m_response.lastEvaluatedKey = std::move(next->after);
        }
        return std::move(m_response);
    }

private:
    Result<engine::PageEnd> walk(engine::PageRequest request)
    {
        const auto sink = [this](document::ItemView item) { m_selection.appendTo(*m_response.items, item); };
        STATOR_TRY(auto end, walkPage(m_target, m_page, std::move(request), sink, m_tally));
        m_scanned += end.scannedCount;
        m_bytes += end.scannedBytes;
        for (const std::uint32_t size : end.fetchedSizes)
            m_bytes += size;
        return end;
    }

    bool isFull() const
    {
        return (m_page.limit != 0 && m_scanned >= m_page.limit) || m_bytes >= model::kQueryPageBytes;
    }

    bool namesOneItem(const engine::PageRequest &request) const
    {
        const model::KeySchema &keys = m_target.read.keys();
        return !m_target.read.index && request.condition &&
               (!keys.hasSortKey() || request.condition->op == engine::SortOperator::Equal);
    }

    const PageTarget &m_target;
    const PageParameters &m_page;
    const partiql::Selection &m_selection;
    api::ExecuteStatementResponse m_response;
    CapacityTally m_tally;
    std::uint32_t m_scanned = 0;
    std::uint64_t m_bytes = 0;
};

// One request a partition, or that of the Scan.
Result<std::vector<engine::PageRequest>> requestsOf(const PageTarget &target,
                                                    const partiql::PartitionAccess &access, bool isForward)
{
    std::vector<engine::PageRequest> requests(std::max<std::size_t>(access.queries.size(), 1));
    for (std::size_t i = 0; i < access.queries.size(); ++i) {
        STATOR_TRY(auto bound, expression::bindKeyCondition(access.queries[i], target.read.keys()));
        requests[i].condition = keyCondition(std::move(bound));
        requests[i].isForward = isForward;
    }
    return requests;
}

Result<StatementPosition> startOf(const api::ExecuteStatementRequest &request, const StatementTokens &tokens,
                                  const PageTarget &target, std::size_t requests)
{
    if (!request.nextToken)
        return StatementPosition();
    STATOR_TRY(StatementPosition position, tokens.positionOf(*request.nextToken));
    // The table or its keys may be others by now.
    if (position.query >= requests || (position.after && !isStartKey(target.read, position.after->view())))
        return foreignToken();
    return position;
}

// A statement that names a partition of a global index may ask only for what the index holds.
Result<void> checkFilterIsProjected(const Statement &statement, const model::IndexDefinition &index,
                                    const model::TableDefinition &table)
{
    if (index.projection.type == model::ProjectionType::All)
        return {};
    auto missing = partiql::filterAttributesOfFirstRead(statement, index.keys);
    std::erase_if(missing, [&](const std::string &name) { return isProjected(index, table, name); });
    if (missing.empty())
        return {};
    partiql::orderAsTold(missing);
    std::string names;
    for (const std::string &name : missing)
        names += (names.empty() ? "" : ", ") + name;
    return Error::invalidParameter("Secondary index " + index.name +
                                   " does not project one or more filter attributes: [" + names + "]");
}

Result<api::ExecuteStatementResponse> readPages(PageTarget &target, PageParameters &page,
                                                const partiql::Selection &selection,
                                                const api::ExecuteStatementRequest &request,
                                                const Statement &statement)
{
    const model::KeySchema &keys = target.read.keys();
    STATOR_TRY(auto access, partiql::partitionAccess(statement, keys));
    STATOR_TRY(const bool isForward, partiql::applyOrder(statement, keys, access));
    STATOR_TRY(page.filter, partiql::conditionOf(statement, access.known));
    page.filtersEntries = access.queries.empty();
    STATOR_CHECK(checkPageTarget(target, page));
    if (target.read.index && target.read.index->kind == model::IndexKind::Global)
        STATOR_CHECK(checkFilterIsProjected(statement, *target.read.index, *target.access.definition));
    if (access.usesIn)
        page.limit = page.limit == 0 ? kInPageItems : std::min(page.limit, kInPageItems);
    STATOR_TRY(auto requests, requestsOf(target, access, isForward));
    const StatementTokens tokens(request.statement, statement.literals->parameters);
    STATOR_TRY(auto start, startOf(request, tokens, target, requests.size()));
    SelectPage reading(target, page, selection);
    STATOR_TRY(auto next, reading.read(std::move(requests), std::move(start)));
    return std::move(reading).finish(std::move(next), tokens);
}

} // namespace

Result<api::ExecuteStatementResponse> runSelect(const Environment &environment, const service::Call &call,
                                                const api::ExecuteStatementRequest &request,
                                                const Statement &statement)
{
    const partiql::Selection selection(statement);
    PageParameters page = parametersOf(request, statement, selection);
    STATOR_TRY(auto target, findPageTarget(environment, call, page));
    STATOR_CHECK(partiql::checkBranches(statement, target.read.keys()));
    if (!target.read.index && statement.order.empty()) {
        if (const auto one = partiql::itemAccess(statement, target.access.definition->keys)) {
            if (request.nextToken)
                return foreignToken();
            STATOR_TRY(page.filter, partiql::conditionOf(statement, one->known));
            return selectItem(target, page, selection, one->key.view());
        }
    }
    return readPages(target, page, selection, request, statement);
}

} // namespace stator::operations
