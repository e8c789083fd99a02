#include "storage/store_budget.h"

#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

namespace stator::storage {

namespace {

constexpr std::uint64_t kMegabyte = 1024 * 1024;

// Half of the descriptors are for tables held open; beyond that a table is opened for each read.
std::int64_t descriptorsForTables()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return 20'000;
    return static_cast<std::int64_t>(std::min<rlim_t>(limit.rlim_cur / 2, 20'000));
}

} // namespace

StoreBudget::Impl::Impl(std::uint64_t bytes, bool readsInPlace)
    : rows(static_cast<std::size_t>(bytes / 8)),
      cache(leveldb::NewLRUCache(static_cast<std::size_t>(readsInPlace ? bytes / 32 : bytes * 3 / 8))), filter(leveldb::NewBloomFilterPolicy(10)),
      maxBuffered(static_cast<std::int64_t>(bytes / 2)),
      bufferBytesPerStore(static_cast<std::size_t>(std::clamp(bytes / 16, kMegabyte, 32 * kMegabyte))),
      freeDescriptors(descriptorsForTables())
{
}

void StoreBudget::Impl::wrote(std::uint64_t bytes)
{
    const auto added = static_cast<std::int64_t>(bytes);
    if (m_totalBuffered.fetch_add(added) + added <= maxBuffered)
        return;
    BudgetMember *fullest = nullptr;
    std::unique_lock<std::mutex> relief;
    {
        const std::lock_guard lock(m_mutex);
        for (BudgetMember *member : m_members) {
            if (fullest == nullptr || member->progress->bufferedBytes() > fullest->progress->bufferedBytes())
                fullest = member;
        }
        if (fullest == nullptr)
            return;
        relief = std::unique_lock(fullest->isRelieved, std::try_to_lock);
    }
    if (relief.owns_lock())
        fullest->setBufferAside();
}

void StoreBudget::Impl::add(BudgetMember *member)
{
    const std::lock_guard lock(m_mutex);
    m_members.push_back(member);
}

void StoreBudget::Impl::remove(BudgetMember *member)
{
    {
        const std::lock_guard lock(m_mutex);
        m_members.erase(std::find(m_members.begin(), m_members.end(), member));
    }
    const std::lock_guard untilRelieved(member->isRelieved);
}

StoreBudget::StoreBudget(std::uint64_t bytes, bool readsInPlace)
    : m_impl(std::make_unique<Impl>(bytes, readsInPlace))
{
}

StoreBudget::~StoreBudget() = default;

std::uint64_t StoreBudget::defaultBytes()
{
    const auto pages = static_cast<std::uint64_t>(std::max(::sysconf(_SC_PHYS_PAGES), 0L));
    const auto pageBytes = static_cast<std::uint64_t>(std::max(::sysconf(_SC_PAGESIZE), 0L));
    return std::clamp(pages * pageBytes / 8, 32 * kMegabyte, 512 * kMegabyte);
}

std::shared_ptr<StoreBudget> StoreBudget::shared()
{
    static const auto budget = std::make_shared<StoreBudget>();
    return budget;
}

} // namespace stator::storage
