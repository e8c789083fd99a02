// Random items as DynamoDB JSON text, for property tests. One seed gives one sequence.
#pragma once

#include <string>
#include <vector>

#include "base/random.h"

namespace stator::test {

// Writes items whose members come in random order; the same description written twice gives two texts of one
// value, `describe` and `write` being apart for that.
class RandomItems {
public:
    explicit RandomItems(std::uint64_t seed) : m_random(seed) {}

    struct Node {
        std::string tag;
        std::string scalar;             // JSON of a scalar, or
        std::vector<std::string> names; // the names of a map's members
        std::vector<Node> children;     // elements or members
    };

    Node describe(int levels = 4)
    {
        Node item{"M", "", {}, {}};
        fillMap(item, levels);
        return item;
    }

    // `node` as the text of an item.
    std::string write(const Node &node)
    {
        std::string json = "{";
        for (const std::size_t i : shuffled(node.children.size())) {
            json += json.size() > 1 ? ", " : "";
            json += quoted(node.names[i]) + ": " + writeValue(node.children[i]);
        }
        return json + "}";
    }

    Random &random() { return m_random; }

private:
    std::uint64_t below(std::uint64_t bound) { return m_random.below(bound); }

    std::vector<std::size_t> shuffled(std::size_t count)
    {
        std::vector<std::size_t> order(count);
        for (std::size_t i = 0; i < count; ++i) {
            order[i] = i;
            std::swap(order[i], order[static_cast<std::size_t>(below(i + 1))]);
        }
        return order;
    }

    static std::string quoted(const std::string &text) { return '"' + text + '"'; }

    // JSON inside quotes: escapes are escaped already.
    std::string string()
    {
        static const std::vector<std::string> pieces = {"a",
                                                        "b",
                                                        "Z",
                                                        "0",
                                                        " ",
                                                        "\\\"",
                                                        "\\\\",
                                                        "\\n",
                                                        "\\u0000",
                                                        "\\u001f",
                                                        "é",
                                                        "日本",
                                                        "😀",
                                                        "\\ud83d\\ude00",
                                                        "\x7f",
                                                        "/",
                                                        "longer piece of text"};
        std::string text;
        for (std::uint64_t i = below(6); i > 0; --i)
            text += pieces[static_cast<std::size_t>(below(pieces.size()))];
        if (below(40) == 0)
            text.append(static_cast<std::size_t>(100 + below(100)), 'x');
        return text;
    }

    std::string number()
    {
        std::string text = below(3) == 0 ? "-" : "";
        for (std::uint64_t i = 1 + below(10); i > 0; --i)
            text += static_cast<char>('0' + below(10));
        if (below(3) == 0)
            text += "." + std::to_string(below(1000));
        if (below(4) == 0)
            text += "e" + std::to_string(static_cast<int>(below(120)) - 60);
        return text;
    }

    std::string base64()
    {
        static const std::vector<std::string> texts = {"",     "AA==",     "AAE=", "AAEC",
                                                       "/+8=", "c3RhdG9y", "////"};
        return texts[static_cast<std::size_t>(below(texts.size()))];
    }

    Node value(int levels)
    {
        switch (below(levels > 0 ? 12 : 8)) {
        case 0:
            return {"NULL", "true", {}, {}};
        case 1:
            return {"BOOL", below(2) == 0 ? "true" : "false", {}, {}};
        case 2:
        case 3:
            return {"N", quoted(number()), {}, {}};
        case 4:
            return {"B", quoted(base64()), {}, {}};
        case 5:
            return set();
        case 6:
        case 7:
            return {"S", quoted(string()), {}, {}};
        case 8:
        case 9: {
            Node list{"L", "", {}, {}};
            for (std::uint64_t i = below(5); i > 0; --i)
                list.children.push_back(value(levels - 1));
            return list;
        }
        default: {
            Node map{"M", "", {}, {}};
            fillMap(map, levels - 1);
            return map;
        }
        }
    }

    void fillMap(Node &map, int levels)
    {
        const std::uint64_t count = below(7);
        for (std::uint64_t i = 0; i < count; ++i) {
            map.names.push_back(static_cast<char>('a' + below(26)) + string() + std::to_string(i));
            map.children.push_back(value(levels));
        }
    }

    Node set()
    {
        static const std::vector<Node> kinds = {
            {"SS",
             "",
             {},
             {{"", "\"\"", {}, {}}, {"", "\"b\"", {}, {}}, {"", "\"aa\"", {}, {}}, {"", "\"日本\"", {}, {}}}},
            {"NS",
             "",
             {},
             {{"", "\"10\"", {}, {}},
              {"", "\"-1.5\"", {}, {}},
              {"", "\"2\"", {}, {}},
              {"", "\"0\"", {}, {}}}},
            {"BS",
             "",
             {},
             {{"", "\"AA==\"", {}, {}},
              {"", "\"\"", {}, {}},
              {"", "\"/+8=\"", {}, {}},
              {"", "\"AAEC\"", {}, {}}}},
        };
        Node set = kinds[static_cast<std::size_t>(below(kinds.size()))];
        set.children.resize(static_cast<std::size_t>(1 + below(4)));
        return set;
    }

    std::string writeValue(const Node &node)
    {
        std::string json = "{" + quoted(node.tag) + ":";
        if (node.tag == "M")
            return json + write(node) + "}";
        if (node.tag == "L") {
            json += "[";
            for (const Node &child : node.children)
                json += (json.back() == '[' ? "" : ",") + writeValue(child);
            return json + "]}";
        }
        if (!node.children.empty()) {
            json += "[";
            for (const std::size_t i : shuffled(node.children.size()))
                json += (json.back() == '[' ? "" : ",") + node.children[i].scalar;
            return json + "]}";
        }
        return json + node.scalar + "}";
    }

    SeededRandom m_random;
};

} // namespace stator::test
