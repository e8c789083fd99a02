#include "engine/vector_search.h"

#include <utility>

#include "engine/core.h"
#include "engine/table.h"

namespace stator::engine {

namespace {

// About what a search goes through in a third of a millisecond.
constexpr std::uint64_t kBytesAtOnce = 4u << 20;

bool isShort(const Table &table, std::uint32_t indexId)
{
    const auto counts = table.store().counts();
    const auto *index = counts.findIndex(indexId);
    return !index || index->bytes <= kBytesAtOnce;
}

Result<VectorMatches> found(Core &core, std::uint64_t storageId, const VectorQuery &query)
{
    if (!core.gate.enter())
        return Error::shuttingDown();
    TableHandle table = core.registry.find(storageId);
    auto matches = table ? table->store().search(query) : Result<VectorMatches>(Error::resourceNotFound());
    table.reset();
    core.gate.leave();
    return matches;
}

} // namespace

void searchVectors(const std::shared_ptr<Core> &core, const Table &table, VectorQuery query,
                   Completion<VectorMatches> done)
{
    const std::uint64_t storageId = table.definition().storageId;
    if (isShort(table, query.indexId))
        return done(found(*core, storageId, query));
    core->options.background->post(
        [weak = std::weak_ptr<Core>(core), storageId, query = std::move(query), done = std::move(done)]() mutable {
            auto alive = weak.lock();
            auto matches = alive ? found(*alive, storageId, query) : Result<VectorMatches>(Error::shuttingDown());
            alive.reset();
            done(std::move(matches));
        });
}

} // namespace stator::engine
