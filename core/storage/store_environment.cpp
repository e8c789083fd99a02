#include "storage/store_environment.h"

#include "storage/store_files.h"

namespace stator::storage {

StoreEnvironment::Impl::Impl(StoreEnvironmentOptions theOptions)
    : options(std::move(theOptions)), m_thread("stator-compact", 1)
{
    STATOR_ASSERT(options.files && options.budget && options.random);
}

StoreEnvironment::Impl::~Impl()
{
    STATOR_ASSERT(openDirectories.empty());
    m_thread.stop();
}

void StoreEnvironment::Impl::schedule(Task task)
{
    // A zone without writes needs no thread.
    std::call_once(m_started, [this] { m_thread.start(); });
    m_thread.post(std::move(task));
}

StoreEnvironment::StoreEnvironment(StoreEnvironmentOptions options)
    : m_impl(std::make_unique<Impl>(std::move(options)))
{
}

StoreEnvironment::~StoreEnvironment() = default;

} // namespace stator::storage
