#include "common/region_source.h"

#include <mutex>

namespace stator::app {

engine::Region *RegionSource::keep(std::string_view name, std::shared_ptr<engine::Region> region)
{
    const std::unique_lock lock(m_mutex);
    return m_regions.emplace(std::string(name), std::move(region)).first->second.get();
}

engine::Region *RegionSource::find(std::string_view name)
{
    {
        const std::shared_lock lock(m_mutex);
        if (const auto found = m_regions.find(name); found != m_regions.end())
            return found->second.get();
    }
    // Regions that hold data were opened at the start, so what fails here is only one that never was.
    auto region = m_workspace.findRegion(name);
    return region.ok() && *region != nullptr ? keep(name, std::move(*region)) : nullptr;
}

Result<engine::Region *> RegionSource::make(std::string_view name)
{
    STATOR_TRY(std::shared_ptr<engine::Region> region, m_workspace.region(name));
    return keep(name, std::move(region));
}

} // namespace stator::app
