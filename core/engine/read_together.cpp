#include "engine/read_together.h"

#include <algorithm>
#include <utility>

#include "encoding/keys.h"
#include "engine/cancellation.h"
#include "engine/latches.h"
#include "engine/read_path.h"

namespace stator::engine {

namespace {

// Latches held until the end of a scope.
class SharedLatches {
public:
    explicit SharedLatches(Latches &latches) : m_latches(latches) {}
    ~SharedLatches()
    {
        for (const std::uint64_t fingerprint : m_held)
            m_latches.release(fingerprint, LatchMode::Shared);
        Latches::runGranted();
    }
    SharedLatches(const SharedLatches &) = delete;
    SharedLatches &operator=(const SharedLatches &) = delete;

    bool tryAcquire(std::uint64_t fingerprint)
    {
        if (std::find(m_held.begin(), m_held.end(), fingerprint) != m_held.end())
            return true;
        if (!m_latches.tryAcquire(fingerprint, LatchMode::Shared))
            return false;
        m_held.push_back(fingerprint);
        return true;
    }

private:
    Latches &m_latches;
    std::vector<std::uint64_t> m_held;
};

} // namespace

Result<std::vector<std::optional<document::Item>>> readTogether(Core &core, const std::vector<Read> &reads)
{
    SharedLatches latches(core.itemLatches);
    Cancellation cancellation(reads.size());
    for (std::size_t number = 0; number < reads.size(); ++number) {
        const auto &definition = reads[number].table->definition();
        const std::string key = encoding::itemKey(definition.keys, reads[number].key.view());
        if (!latches.tryAcquire(Latches::fingerprintOf(definition.storageId, key)))
            cancellation.add(number, transactionConflict());
    }
    if (cancellation.any())
        return std::move(cancellation).finish();
    std::vector<std::optional<document::Item>> items;
    items.reserve(reads.size());
    for (const Read &read : reads) {
        STATOR_TRY(auto item, readItem(*read.table, read.key.view()));
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace stator::engine
