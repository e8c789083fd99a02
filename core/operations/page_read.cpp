#include "operations/page_read.h"

#include <algorithm>

#include "encoding/keys.h"
#include "engine/key_range.h"

namespace stator::operations {

namespace {

using engine::SortOperator;
using expression::KeyOperator;
using model::IndexDefinition;
using model::IndexKind;

// Both enums say the same, on either side of the border between engine and expressions.
static_assert(static_cast<int>(KeyOperator::None) == static_cast<int>(SortOperator::None));
static_assert(static_cast<int>(KeyOperator::Equal) == static_cast<int>(SortOperator::Equal));
static_assert(static_cast<int>(KeyOperator::Less) == static_cast<int>(SortOperator::Less));
static_assert(static_cast<int>(KeyOperator::LessOrEqual) == static_cast<int>(SortOperator::LessOrEqual));
static_assert(static_cast<int>(KeyOperator::Greater) == static_cast<int>(SortOperator::Greater));
static_assert(static_cast<int>(KeyOperator::GreaterOrEqual) ==
              static_cast<int>(SortOperator::GreaterOrEqual));
static_assert(static_cast<int>(KeyOperator::Between) == static_cast<int>(SortOperator::Between));
static_assert(static_cast<int>(KeyOperator::BeginsWith) == static_cast<int>(SortOperator::BeginsWith));

std::vector<std::string> missingFrom(const IndexDefinition &index, const model::TableDefinition &table,
                                     const expression::AttributeUses &uses)
{
    std::vector<std::string> missing;
    for (const auto &use : uses)
        if (!isProjected(index, table, use.attribute))
            missing.push_back(use.attribute);
    return missing;
}

Result<const IndexDefinition *> readableIndex(const model::TableDefinition &table, const std::string &name,
                                              bool isQuery)
{
    const IndexDefinition *index = table.findIndex(name);
    if (index && index->kind == IndexKind::Vector)
        return Error::validation(std::string(isQuery ? "Query" : "Scan") +
                                 " operation not supported on this index type.");
    if (index && index->isBackfilling)
        return Error::validation("Cannot read from backfilling global secondary index: " + name);
    if (!index || !index->isReadable())
        return Error::validation("The table does not have the specified index: " + name);
    return index;
}

// A global index holds all that a read of it can return.
Result<void> checkGlobalIndex(const IndexDefinition &index, const model::TableDefinition &table,
                              const PageParameters &page)
{
    if (page.isStrong)
        return Error::validation("Consistent reads are not supported on global secondary indexes");
    if (page.select == api::Select::AllAttributes && index.projection.type != model::ProjectionType::All)
        return Error::invalidParameter(
            "Select type ALL_ATTRIBUTES is not supported for global secondary index " + index.name +
            " because its projection type is not ALL");
    if (!page.projection)
        return {};
    const auto missing = missingFrom(index, table, page.projection->attributes);
    if (missing.empty())
        return {};
    std::string names;
    for (const auto &name : missing)
        names += (names.empty() ? "" : ", ") + name;
    return Error::invalidParameter("Global secondary index " + index.name + " does not project [" + names +
                                   "]");
}

// A local index shares its partition with the table: what it lacks is fetched there.
bool needsBaseItem(const IndexDefinition &index, const model::TableDefinition &table,
                   const PageParameters &page)
{
    if (index.projection.type == model::ProjectionType::All)
        return false;
    if (page.select == api::Select::AllAttributes)
        return true;
    const bool lacksProjected =
        page.projection && !missingFrom(index, table, page.projection->attributes).empty();
    return lacksProjected || (page.filter && !page.filtersEntries &&
                              !missingFrom(index, table, page.filter->attributes).empty());
}

void addCapacity(const PageTarget &target, const PageParameters &page, const engine::PageEnd &end,
                 CapacityTally &tally)
{
    const auto mode = page.isStrong ? model::ReadMode::Strong : model::ReadMode::Eventual;
    const double units = model::readUnits(end.scannedBytes, mode);
    if (target.read.index)
        tally.addIndex(target.read.index->id, units);
    else
        tally.addTable(units);
    for (const std::uint32_t size : end.fetchedSizes)
        tally.addTable(model::readUnits(size, mode));
}

// Of a Query the partition that it reads.
engine::UnitSource sourceOf(const model::TableDefinition &table, const engine::PageRequest &request)
{
    engine::UnitSource source{table, request.indexId, std::nullopt};
    if (request.condition)
        source.hash = encoding::hashOfKey(engine::rangeOf(request).begin);
    return source;
}

void charge(const PageTarget &target, const PageParameters &page, const engine::PageEnd &end,
            const engine::UnitSource &source)
{
    CapacityTally cost;
    addCapacity(target, page, end, cost);
    // What is fetched of the table for a local index is in the table's buckets, as the index itself.
    target.access.region->throughput().charge(engine::UnitKind::Read, source, cost.total());
}

} // namespace

bool isProjected(const IndexDefinition &index, const model::TableDefinition &table,
                 const std::string &attribute)
{
    if (index.projection.type == model::ProjectionType::All || index.keys.contains(attribute) ||
        table.keys.contains(attribute))
        return true;
    const auto &included = index.projection.nonKeyAttributes;
    return std::find(included.begin(), included.end(), attribute) != included.end();
}

Result<PageTarget> findPageTarget(const Environment &environment, const service::Call &call,
                                  const PageParameters &page)
{
    PageTarget target;
    STATOR_TRY(target.access, openTable(environment, call, page.tableName));
    target.read.table = target.access.definition;
    if (page.indexName) {
        STATOR_TRY(target.read.index,
                   readableIndex(*target.access.definition, *page.indexName, page.isQuery));
    }
    return target;
}

Result<void> checkPageTarget(PageTarget &target, const PageParameters &page)
{
    const model::TableDefinition &table = *target.access.definition;
    if (const IndexDefinition *index = target.read.index) {
        if (index->kind == IndexKind::Global)
            STATOR_CHECK(checkGlobalIndex(*index, table, page));
        else
            target.fetchesBaseItem = needsBaseItem(*index, table, page);
    }
    if (page.filter)
        STATOR_CHECK(expression::checkNoPathIntoKeys(page.filter->attributes, table));
    if (page.projection)
        STATOR_CHECK(expression::checkNoPathIntoKeys(page.projection->attributes, table));
    return {};
}

Result<PageTarget> openPageTarget(const Environment &environment, const service::Call &call,
                                  const PageParameters &page)
{
    STATOR_TRY(PageTarget target, findPageTarget(environment, call, page));
    STATOR_CHECK(checkPageTarget(target, page));
    return target;
}

engine::KeyCondition keyCondition(expression::BoundKeyCondition bound)
{
    return {std::move(bound.partition), std::move(bound.sortEqual), static_cast<SortOperator>(bound.op),
            std::move(bound.low), std::move(bound.high)};
}

Result<engine::PageEnd> walkPage(const PageTarget &target, const PageParameters &page,
                                 engine::PageRequest request,
                                 const std::function<void(document::ItemView)> &sink, CapacityTally &tally)
{
    request.indexId = target.read.index ? target.read.index->id : 0;
    request.fetchesBaseItem = target.fetchesBaseItem;
    const auto filtered = [&](document::ItemView item) {
        if (!page.filter || expression::evaluate(*page.filter, item))
            sink(item);
        return true;
    };
    engine::ThroughputLimit &throughput = target.access.region->throughput();
    std::optional<engine::UnitSource> source;
    if (throughput.isEnforced()) {
        source.emplace(sourceOf(*target.access.definition, request));
        STATOR_CHECK(throughput.admit(engine::UnitKind::Read, *source));
    }
    STATOR_TRY(engine::PageEnd end, target.access.region->readPage(*target.access.table, request, filtered));
    if (isAsked(page.capacity))
        addCapacity(target, page, end, tally);
    if (source)
        charge(target, page, end, *source);
    return end;
}

Result<PageAnswer> readPage(const PageTarget &target, PageParameters &page, engine::PageRequest request)
{
    request.limit = page.limit;
    request.exclusiveStart = std::move(page.exclusiveStart);
    PageAnswer answer;
    CapacityTally tally;
    const bool countsOnly = page.select == api::Select::Count;
    const auto sink = [&](document::ItemView item) {
        ++answer.count;
        if (countsOnly)
            return;
        if (page.projection)
            document::projectInto(item, page.projection->paths, answer.items);
        else
            answer.items.append(item);
    };
    STATOR_TRY(engine::PageEnd end, walkPage(target, page, std::move(request), sink, tally));
    answer.scannedCount = static_cast<std::int32_t>(end.scannedCount);
    answer.lastEvaluatedKey = std::move(end.lastEvaluated);
    answer.capacity = tally.reply(std::move(page.tableName), *target.access.definition, page.capacity);
    return answer;
}

} // namespace stator::operations
