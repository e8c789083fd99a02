// A Map<T> is a JSON object with names a client chose: pairs in the order they came.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stator::api {

template <class T>
using Map = std::vector<std::pair<std::string, T>>;

// The value under `name`, or null.
template <class T>
const T *find(const Map<T> &map, std::string_view name)
{
    for (const auto &entry : map)
        if (entry.first == name)
            return &entry.second;
    return nullptr;
}

template <class T>
T *find(Map<T> &map, std::string_view name)
{
    for (auto &entry : map)
        if (entry.first == name)
            return &entry.second;
    return nullptr;
}

} // namespace stator::api
