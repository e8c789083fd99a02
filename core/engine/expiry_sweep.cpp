#include "engine/expiry_sweep.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "encoding/row.h"
#include "encoding/time_to_live.h"
#include "engine/key_range.h"
#include "engine/pending_write.h"
#include "model/limits.h"

namespace stator::engine {

namespace {

constexpr std::int64_t kSweepMs = 5'000; // the service takes minutes to days; here it is within a minute
constexpr std::size_t kStepItems = 25;   // written as one entry, so that no write waits long behind them

// When an item counts as expired: its time is past, by no more than five years (Developer Guide, "Time to
// Live").
struct ExpiryWindow {
    std::uint64_t from = 0; // inclusive
    std::uint64_t to = 0;   // exclusive

    explicit ExpiryWindow(TimeMicros now)
    {
        const std::int64_t seconds = now / 1'000'000;
        to = static_cast<std::uint64_t>(std::max<std::int64_t>(seconds, 0));
        from = static_cast<std::uint64_t>(std::max<std::int64_t>(seconds - model::kTimeToLivePastSeconds, 0));
    }
    bool contains(std::optional<std::uint64_t> expiry) const { return expiry && *expiry >= from && *expiry < to; }
};

// Deletes the item unless it lives longer by now.
class Expire final : public Mutation {
public:
    Expire(std::string attribute, ExpiryWindow window) : m_attribute(std::move(attribute)), m_window(window) {}
    Result<Decision> apply(std::optional<document::ItemView> previous) const override
    {
        const bool isExpired = previous && m_window.contains(encoding::expiryOf(m_attribute, *previous));
        return isExpired ? Decision::remove() : Decision::keep();
    }

private:
    const std::string m_attribute;
    const ExpiryWindow m_window;
};

bool hasTimeToLive(const Table &table)
{
    return table.definition().timeToLive.status == model::TimeToLiveStatus::Enabled;
}

// One round over all tables, in steps on the background executor.
class ExpirySweep : public std::enable_shared_from_this<ExpirySweep> {
public:
    explicit ExpirySweep(const std::shared_ptr<Core> &core) : m_core(core)
    {
        for (TableHandle &table : core->registry.all())
            if (hasTimeToLive(*table))
                m_storageIds.push_back(table->definition().storageId);
        m_sweepsAny = !m_storageIds.empty();
    }

    void postStep()
    {
        if (const auto core = m_core.lock())
            core->options.background->post([self = shared_from_this()] { self->step(); });
    }

private:
    void step()
    {
        const auto core = m_core.lock();
        if (!core || !core->gate.enter())
            return;
        const bool writes = writeDue(core);
        core->gate.leave();
        if (!writes)
            end(core);
    }

    // True: a write is under way, and goes on from there.
    bool writeDue(const std::shared_ptr<Core> &core)
    {
        while (!m_storageIds.empty()) {
            const TableHandle table = core->registry.find(m_storageIds.back());
            WriteSet due;
            if (table && table->isWritable() && hasTimeToLive(*table))
                due = dueOf(table, ExpiryWindow(core->options.clock->nowMicros()));
            if (due.writes.empty()) {
                m_storageIds.pop_back();
                continue;
            }
            PendingWrite::start(*core, std::move(due), [self = shared_from_this()](Result<WriteOutcome> outcome) {
                if (!outcome.ok())
                    self->m_storageIds.pop_back(); // the next round tries again
                self->postStep();
            });
            return true;
        }
        return false;
    }

    // The first items that are due; none after an error, which the next round meets again.
    static WriteSet dueOf(const TableHandle &table, ExpiryWindow window)
    {
        WriteSet set;
        set.cause = encoding::Cause::TimeToLive;
        const model::TimeToLive &timeToLive = table->definition().timeToLive;
        const auto cursor = table->store().cursor();
        if (!cursor.ok())
            return set;
        const std::string end = encoding::expiryBegin(timeToLive.indexId, window.to);
        std::string row;
        (*cursor)->seek(encoding::expiryBegin(timeToLive.indexId, window.from));
        for (; (*cursor)->isValid() && (*cursor)->key() < end && set.writes.size() < kStepItems; (*cursor)->next()) {
            const auto isThere = table->store().get(encoding::itemKeyOf((*cursor)->key()), row);
            if (!isThere.ok() || !*isThere)
                continue; // written since the cursor was made
            const auto view = encoding::RowView::parse(row);
            if (!view.ok() || !window.contains(encoding::expiryOf(timeToLive.attribute, view->item())))
                continue;
            Write write;
            write.table = table;
            write.item = keyAttributes(table->definition(), 0, view->item());
            write.mutation = std::make_unique<Expire>(timeToLive.attribute, window);
            set.writes.push_back(std::move(write));
        }
        return set;
    }

    void end(const std::shared_ptr<Core> &core)
    {
        core->hasExpirySweeps.store(false);
        if (m_sweepsAny)
            startExpirySweeps(core);
    }

    const std::weak_ptr<Core> m_core;
    std::vector<std::uint64_t> m_storageIds; // still to be swept, the last one first
    bool m_sweepsAny = false;
};

} // namespace

void startExpirySweeps(const std::shared_ptr<Core> &core)
{
    if (core->hasExpirySweeps.exchange(true))
        return;
    core->delayed.post(kSweepMs, [weak = std::weak_ptr<Core>(core)] {
        if (const auto alive = weak.lock())
            std::make_shared<ExpirySweep>(alive)->postStep();
    });
}

} // namespace stator::engine
