// Documents as trees, and what expressions do to them written the slow and obvious way: the other opinion of
// the property tests. A list is a map from index to element, so that removing and setting beyond the end need
// no thought.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/random.h"

namespace stator::tests {

struct PlainValue {
    enum class Type { S, N, SS, L, M };
    Type type = Type::N;
    std::string text;
    int number = 0;
    std::set<std::string> set;
    std::map<int, PlainValue> list;
    std::map<std::string, PlainValue> map;

    bool operator==(const PlainValue &other) const
    {
        return type == other.type && text == other.text && number == other.number && set == other.set &&
               list == other.list && map == other.map;
    }
};

inline PlainValue plainText(std::string text)
{
    PlainValue value;
    value.type = PlainValue::Type::S;
    value.text = std::move(text);
    return value;
}
inline PlainValue plainNumber(int number)
{
    PlainValue value;
    value.number = number;
    return value;
}
inline PlainValue plainMap()
{
    PlainValue value;
    value.type = PlainValue::Type::M;
    return value;
}

inline std::string membersJson(const PlainValue &map);

inline std::string valueJson(const PlainValue &value)
{
    std::string out;
    switch (value.type) {
    case PlainValue::Type::S:
        return "{\"S\":\"" + value.text + "\"}";
    case PlainValue::Type::N:
        return "{\"N\":\"" + std::to_string(value.number) + "\"}";
    case PlainValue::Type::SS:
        for (const std::string &member : value.set)
            out += (out.empty() ? "\"" : ",\"") + member + "\"";
        return "{\"SS\":[" + out + "]}";
    case PlainValue::Type::L:
        for (const auto &element : value.list)
            out += (out.empty() ? "" : ",") + valueJson(element.second);
        return "{\"L\":[" + out + "]}";
    case PlainValue::Type::M:
        return "{\"M\":" + membersJson(value) + "}";
    }
    return out;
}

inline std::string membersJson(const PlainValue &map)
{
    std::string out;
    for (const auto &member : map.map)
        out += (out.empty() ? "\"" : ",\"") + member.first + "\":" + valueJson(member.second);
    return "{" + out + "}";
}

using PlainPath = std::vector<std::variant<std::string, int>>;

inline std::string pathJson(const PlainPath &path)
{
    std::string out;
    for (const auto &step : path) {
        if (const auto *name = std::get_if<std::string>(&step))
            out += (out.empty() ? "" : ".") + *name;
        else
            out += "[" + std::to_string(std::get<int>(step)) + "]";
    }
    return out;
}

// Null: nothing is there.
inline const PlainValue *childOf(const PlainValue &value, const std::variant<std::string, int> &step)
{
    if (const auto *name = std::get_if<std::string>(&step)) {
        const auto found = value.map.find(*name);
        return value.type == PlainValue::Type::M && found != value.map.end() ? &found->second : nullptr;
    }
    const auto found = value.list.find(std::get<int>(step));
    return value.type == PlainValue::Type::L && found != value.list.end() ? &found->second : nullptr;
}

inline const PlainValue *resolve(const PlainValue &item, const PlainPath &path)
{
    const PlainValue *at = &item;
    for (const auto &step : path)
        if (at)
            at = childOf(*at, step);
    return at;
}

class PlainGenerator {
public:
    explicit PlainGenerator(std::uint64_t seed) : m_random(seed) {}

    int below(int bound) { return static_cast<int>(m_random.below(static_cast<std::uint64_t>(bound))); }

    PlainValue value(int levels)
    {
        PlainValue result;
        switch (below(levels > 0 ? 7 : 3)) {
        case 0:
            return plainText(std::string(static_cast<std::size_t>(below(3)), 'x'));
        case 1:
            return plainNumber(below(9) - 4);
        case 2:
            result.type = PlainValue::Type::SS;
            for (const char *member : {"p", "q", "r"})
                if (below(2) == 0)
                    result.set.insert(member);
            if (result.set.empty())
                result.set.insert("q");
            return result;
        case 3:
        case 4:
            result.type = PlainValue::Type::L;
            for (int i = 0, count = below(5); i < count; ++i)
                result.list[i] = value(levels - 1);
            return result;
        default:
            result = plainMap();
            for (const char *name : {"j", "k"})
                if (below(3) != 0)
                    result.map[name] = value(levels - 1);
            return result;
        }
    }

    PlainValue item()
    {
        PlainValue result = plainMap();
        for (const char *name : {"p", "q", "r", "s"})
            if (below(5) != 0)
                result.map[name] = value(2);
        return result;
    }

    PlainPath path()
    {
        static constexpr const char *kTop[] = {"p", "q", "r", "s"};
        PlainPath path{std::string(kTop[below(4)])};
        for (int more = below(3); more > 0; --more) {
            if (below(2) == 0)
                path.emplace_back(below(5));
            else
                path.emplace_back(std::string(below(2) == 0 ? "j" : "k"));
        }
        return path;
    }

    // A path of something that is there, most of the time.
    PlainPath pathIn(const PlainValue &item)
    {
        PlainPath path;
        const PlainValue *at = &item;
        while (at && (path.empty() || below(3) != 0)) {
            if (at->type == PlainValue::Type::M && !at->map.empty()) {
                auto member = at->map.begin();
                std::advance(member, below(static_cast<int>(at->map.size())));
                path.emplace_back(member->first);
                at = &member->second;
            } else if (at->type == PlainValue::Type::L && !at->list.empty()) {
                const int index = below(static_cast<int>(at->list.size()) + 1);
                path.emplace_back(index);
                at = childOf(*at, path.back());
            } else {
                break;
            }
        }
        return path.empty() || below(5) == 0 ? this->path() : path;
    }

private:
    SeededRandom m_random;
};

} // namespace stator::tests
