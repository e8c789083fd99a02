// Names of regions. They become names of directories, so nothing else may get past here.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace stator::model {

inline constexpr std::size_t kMaxRegionNameBytes = 32;

// Lower-case letters, digits and single hyphens between them, a letter first: us-east-1, and the "local" or
// "eu1" of a test's configuration, which an emulator has to put up with.
constexpr bool isRegionName(std::string_view name)
{
    if (name.empty() || name.size() > kMaxRegionNameBytes || name.front() < 'a' || name.front() > 'z' ||
        name.back() == '-' || name.find("--") != std::string_view::npos)
        return false;
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

} // namespace stator::model
