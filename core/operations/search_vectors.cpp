#include "operations/operation_functions.h"

#include <algorithm>
#include <utility>

#include "api/search_vectors.h"
#include "document/writer.h"
#include "expression/search_condition.h"
#include "model/limits.h"
#include "operations/consumed_capacity.h"
#include "operations/key_check.h"
#include "operations/projection.h"
#include "operations/table_access.h"
#include "vector/float_list.h"

namespace stator::operations {

namespace {

using expression::SearchClause;
using model::IndexDefinition;

// Searches and writes of vectors are billed for no less than this.
constexpr std::uint64_t kLeastBytes = 1024;

// A search that waits for the engine: what it asks, and what of the answer is shown.
struct Search {
    TableAccess access;
    const IndexDefinition *index = nullptr; // lives as long as the table
    engine::VectorQuery query;
    std::optional<expression::Projection> projection;
    bool isCapacityAsked = false;
};

Result<std::vector<float>> searchVector(const std::vector<document::Value> &values)
{
    std::vector<float> vector;
    vector.reserve(values.size());
    for (const auto &value : values) {
        if (value.fault())
            return value.fault()->error;
        const auto element = vector::readFloat(value.view());
        if (!element)
            return Error::validation("Search vector contains invalid values. All values in the search vector must "
                                     "be a 32-bit floating-point number attribute");
        vector.push_back(*element);
    }
    return vector;
}

Result<const IndexDefinition *> searchableIndex(const model::TableDefinition &table, const std::string &name)
{
    const IndexDefinition *index = table.findIndex(name);
    const bool isVector = index && index->kind == model::IndexKind::Vector;
    if (isVector && index->isBackfilling)
        return Error::validation("Cannot search backfilling vector index: " + name);
    if (!isVector || !index->isReadable())
        return Error::validation("The table does not have the specified index: " + name);
    return index;
}

Result<void> checkOperand(const model::KeyAttribute &attribute, document::ValueView value)
{
    if (value.type() != attribute.type) // (unverified)
        return Error::invalidParameter("Condition parameter type does not match schema type");
    return {};
}

// Takes the clauses to the search schema.
Result<void> bind(std::vector<SearchClause> clauses, const IndexDefinition &index, engine::VectorQuery &query)
{
    const auto &filters = index.vector.inlineFilters;
    query.filters.resize(filters.size());
    for (const auto &clause : clauses)
        if (!index.keys.contains(clause.attribute) && !index.vector.findFilter(clause.attribute))
            return Error::validation("SearchConditionExpression must not contain any attributes that is not in "
                                     "SearchSchema. Invalid attribute: " +
                                     clause.attribute);
    for (auto &clause : clauses) {
        const model::KeyAttribute *filter = index.vector.findFilter(clause.attribute);
        auto &operand = filter ? query.filters[static_cast<std::size_t>(filter - filters.data())] : query.partition;
        if (operand) // (unverified)
            return Error::validation("Invalid SearchConditionExpression: SearchConditionExpression must only contain "
                                     "one condition per attribute");
        STATOR_CHECK(checkOperand(filter ? *filter : index.keys.partition.front(), clause.value.view()));
        operand = std::move(clause.value);
    }
    if (!query.partition && !index.keys.partition.empty())
        return Error::validation("SearchConditionExpression must be provided when SearchSchema has a HASH key");
    if (query.partition) {
        document::ItemWriter key;
        key.name(index.keys.partition.front().name);
        key.value(query.partition->view());
        const document::Item item = key.finish();
        STATOR_CHECK(checkKeysNotEmpty(index.keys, item.view()));
        STATOR_CHECK(checkKeySizes(index.keys, item.view()));
    }
    return {};
}

Result<Search> prepare(const Environment &environment, const service::Call &call, api::SearchVectorsRequest &request)
{
    const bool mayUseValues = request.searchConditionExpression.has_value();
    STATOR_CHECK(checkPlaceholdersHaveUse(request.expressionAttributeNames.has_value(),
                                          request.expressionAttributeValues.has_value(),
                                          {mayUseValues || request.projectionExpression, mayUseValues,
                                           "SearchConditionExpression is null"}));
    Search search;
    STATOR_TRY(search.query.vector, searchVector(request.searchVector));
    if (request.topK > static_cast<std::int32_t>(model::kTopK))
        return Error::validation("Provided TopK value '" + std::to_string(request.topK) +
                                 "' is out of valid range. The value must be between 1 and " +
                                 std::to_string(model::kTopK) + " inclusive");
    search.query.topK = static_cast<std::uint32_t>(request.topK);
    STATOR_TRY(auto placeholders, placeholdersOf(std::move(request.expressionAttributeNames),
                                                 request.expressionAttributeValues));
    std::vector<SearchClause> clauses;
    if (request.searchConditionExpression) {
        STATOR_TRY(clauses, expression::parseSearchCondition(*request.searchConditionExpression, placeholders));
    }
    STATOR_TRY(search.projection, projectionOf(request.projectionExpression, std::nullopt, placeholders));
    STATOR_CHECK(placeholders.checkAllUsed());

    STATOR_TRY(search.access, openTable(environment, call, request.tableName));
    STATOR_TRY(search.index, searchableIndex(*search.access.definition, request.indexName));
    const std::uint32_t dimensions = search.index->vector.dimensions;
    if (search.query.vector.size() != dimensions)
        return Error::validation("Input search vector dimension " + std::to_string(search.query.vector.size()) +
                                 " does not match vector index dimension " + std::to_string(dimensions));
    STATOR_CHECK(bind(std::move(clauses), *search.index, search.query));
    if (search.projection)
        STATOR_CHECK(
            expression::checkNoPathIntoKeys(search.projection->attributes, *search.access.definition));
    search.query.indexId = search.index->id;
    search.isCapacityAsked = isAsked(request.returnConsumedCapacity);
    return search;
}

// The entry with its vector put back: as the floats the index holds.
document::Item withVector(const engine::VectorMatch &match, const std::string &attribute)
{
    document::ItemWriter writer;
    for (const auto &member : match.document.view().attributes()) {
        writer.name(member.name);
        writer.value(member.value);
    }
    writer.name(attribute);
    vector::writeVector(match.vector, writer);
    return writer.finish();
}

// The vector is shown only where a projection asks for it (Developer Guide, "Creating and searching vector
// indexes"); what the index does not project is not there to be shown.
document::Item shown(const Search &search, engine::VectorMatch &match)
{
    if (!search.projection)
        return std::move(match.document);
    const std::string &attribute = search.index->vector.attribute;
    const auto &uses = search.projection->attributes;
    const bool wantsVector =
        std::any_of(uses.begin(), uses.end(), [&](const auto &use) { return use.attribute == attribute; });
    return document::project(wantsVector ? withVector(match, attribute).view() : match.document.view(),
                             search.projection->paths);
}

// Everything that was looked at and is handed out counts. The service looks at less of a large index, as its
// search is approximate.
api::SearchVectorsResponse reply(const Search &search, engine::VectorMatches found)
{
    api::SearchVectorsResponse response;
    auto &results = response.searchResults.emplace();
    std::uint64_t bytes = 0;
    for (auto &match : found.matches) {
        document::Item item = shown(search, match);
        bytes += item.view().sizeBytes();
        if (bytes > model::kSearchResponseBytes) // that the rest is left out is unverified
            break;
        results.push_back({std::move(item), match.score});
    }
    if (search.isCapacityAsked) {
        auto &capacity = response.consumedCapacity.emplace();
        capacity.vectorSearchRequestBytes = static_cast<double>(std::max(kLeastBytes, found.examinedBytes + bytes));
    }
    return response;
}

} // namespace

void searchVectors(const Environment &environment, api::SearchVectorsRequest request, service::Call call,
                   Completion<api::SearchVectorsResponse> done)
{
    auto search = prepare(environment, call, request);
    if (!search.ok())
        return done(std::move(search).error());
    engine::Region *region = search->access.region;
    const engine::TableHandle table = search->access.table;
    engine::VectorQuery query = std::move(search->query);
    region->search(*table, std::move(query),
                   [search = std::move(*search), done = std::move(done)](Result<engine::VectorMatches> found) mutable {
                       if (!found.ok())
                           return done(std::move(found).error());
                       done(reply(search, std::move(*found)));
                   });
}

} // namespace stator::operations
