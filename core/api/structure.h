// How a generated struct looks on the wire: constant descriptions that the one codec walks.
//
// A struct has a Structure, a member has a Type, and both point to functions that reach into the C++ field.
// All of them are constants of the program; nothing here allocates or locks.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace stator::api {

struct Structure;
struct Type;

enum class Kind : std::uint8_t {
    String,
    Integer, // 32 bits
    Long,    // 64 bits
    Double,
    Boolean,
    Timestamp, // seconds since 1970 as a double
    Enum,
    Value, // one attribute value
    Item,  // a map of attribute values
    ItemList,
    Structure,
    List,
    Map,
};

// An enum class of std::uint8_t whose enumerators count from zero in the order of `values`.
struct Enumeration {
    std::span<const std::string_view> values;
    std::string_view refusal; // the whole text of the error, where the service does not list the values
};

struct Pattern {
    std::string_view text;
    bool (*matches)(std::string_view);
};

struct ListAccess {
    void (*clear)(void *list);
    void *(*append)(void *list);
    std::size_t (*size)(const void *list);
    const void *(*at)(const void *list, std::size_t index);
};

struct MapAccess {
    void (*clear)(void *map);
    void *(*append)(void *map, std::string_view name);
    // Of entries with one name, keeps the last.
    void (*keepLast)(void *map);
    std::size_t (*size)(const void *map);
    const std::string &(*nameAt)(const void *map, std::size_t index);
    const void *(*at)(const void *map, std::size_t index);
};

inline constexpr std::int64_t kNoMinimum = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t kNoMaximum = std::numeric_limits<std::int64_t>::max();

// `min` and `max` bound a number's value, a string's length in UTF-16 units, a list's or map's entries.
struct Type {
    Kind kind = Kind::String;
    std::int64_t min = kNoMinimum;
    std::int64_t max = kNoMaximum;
    const Pattern *pattern = nullptr;
    bool isTableName = false; // a name, or in its place an ARN, for which `min` does not count
    const Structure *structure = nullptr;
    const Enumeration *enumeration = nullptr;
    const Type *element = nullptr; // of lists and maps
    const ListAccess *list = nullptr;
    const MapAccess *map = nullptr;
    const Type *key = nullptr; // bounds of a map's names
    // The service leaves the value out of some messages and writes the path in PascalCase then.
    bool hidesValueOfMin = false;
    bool hidesValueOfMax = false;
    std::string_view whenEmpty = {}; // the whole text of the error for an empty map
};

struct Member {
    std::string_view name; // on the wire
    const Type *type;
    bool isRequired;
    void *(*write)(void *object);            // the field, present from now on
    const void *(*read)(const void *object); // the field, or null if it is absent
};

struct Structure {
    std::string_view name; // as messages print it
    std::span<const Member> members;
    // A request that names its table; without one it is refused with a text of its own.
    bool isControlPlane;
    std::uint64_t requiredMembers; // bit i: members[i] is required

    constexpr Structure(std::string_view structureName, std::span<const Member> all, bool controlPlane)
        : name(structureName), members(all), isControlPlane(controlPlane), requiredMembers(0)
    {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].isRequired)
                requiredMembers |= std::uint64_t{1} << i;
    }

    // Position of a member in `members`, or -1.
    int find(std::string_view member) const
    {
        for (std::size_t i = 0; i < members.size(); ++i)
            if (members[i].name == member)
                return static_cast<int>(i);
        return -1;
    }
};

} // namespace stator::api
