// The functions that generated descriptions use to reach into fields, lists and maps.
#pragma once

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <vector>

#include "api/map.h"
#include "api/structure.h"

namespace stator::api {

template <class Pointer>
struct FieldOf;

template <class Object, class Field>
struct FieldOf<Field Object::*> {
    using ObjectType = Object;
};

template <class T>
T *present(T &field)
{
    return &field;
}

template <class T>
T *present(std::optional<T> &field)
{
    return &field.emplace();
}

template <class T>
const T *ifPresent(const T &field)
{
    return &field;
}

template <class T>
const T *ifPresent(const std::optional<T> &field)
{
    return field ? &*field : nullptr;
}

template <auto field>
void *write(void *object)
{
    return present(static_cast<typename FieldOf<decltype(field)>::ObjectType *>(object)->*field);
}

template <auto field>
const void *read(const void *object)
{
    return ifPresent(static_cast<const typename FieldOf<decltype(field)>::ObjectType *>(object)->*field);
}

template <class T>
inline constexpr ListAccess listAccess = {
    [](void *list) { static_cast<std::vector<T> *>(list)->clear(); },
    [](void *list) -> void * { return &static_cast<std::vector<T> *>(list)->emplace_back(); },
    [](const void *list) { return static_cast<const std::vector<T> *>(list)->size(); },
    [](const void *list, std::size_t index) -> const void * {
        return &(*static_cast<const std::vector<T> *>(list))[index];
    },
};

template <class T>
void keepLast(Map<T> &map)
{
    std::unordered_set<std::string_view> seen;
    bool isUnique = true;
    for (const auto &entry : map)
        isUnique = seen.insert(entry.first).second && isUnique;
    if (isUnique)
        return;
    seen.clear();
    Map<T> kept;
    for (auto entry = map.rbegin(); entry != map.rend(); ++entry)
        if (seen.insert(entry->first).second)
            kept.emplace_back(entry->first, std::move(entry->second));
    std::reverse(kept.begin(), kept.end());
    map = std::move(kept);
}

template <class T>
inline constexpr MapAccess mapAccess = {
    [](void *map) { static_cast<Map<T> *>(map)->clear(); },
    [](void *map, std::string_view name) -> void * {
        return &static_cast<Map<T> *>(map)->emplace_back(std::string(name), T{}).second;
    },
    [](void *map) { keepLast(*static_cast<Map<T> *>(map)); },
    [](const void *map) { return static_cast<const Map<T> *>(map)->size(); },
    [](const void *map, std::size_t index) -> const std::string & {
        return (*static_cast<const Map<T> *>(map))[index].first;
    },
    [](const void *map, std::size_t index) -> const void * {
        return &(*static_cast<const Map<T> *>(map))[index].second;
    },
};

} // namespace stator::api
