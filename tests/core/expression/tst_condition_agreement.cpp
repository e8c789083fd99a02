// Random conditions, decided twice: by the program the text compiles to, and by a tree that was made before
// the text was printed from it and is evaluated the slow, obvious way. Covers precedence, laziness,
// parentheses and every operator over values of all types; does not cover error texts.
#include <map>

#include "base/random.h"
#include "core/expression/given.h"
#include "expression/condition.h"

using namespace stator;
using namespace stator::expression;

namespace {

// A value as the tree knows it: a type and something comparable, taken from integers and short strings only.
struct Plain {
    enum class Type { S, N, Bool, Null, SS, L };
    Type type = Type::Null;
    std::string text;           // S
    int number = 0;             // N, Bool
    std::vector<Plain> members; // SS (sorted, distinct), L

    bool operator==(const Plain &other) const
    {
        return type == other.type && text == other.text && number == other.number && members == other.members;
    }
    bool operator<(const Plain &other) const
    {
        return type == Type::N ? number < other.number : text < other.text;
    }
    bool isOrdered() const { return type == Type::S || type == Type::N; }
};

std::string toJson(const Plain &value)
{
    std::string list;
    for (const Plain &member : value.members) {
        list += list.empty() ? "" : ",";
        list += value.type == Plain::Type::SS ? '"' + member.text + '"' : toJson(member);
    }
    switch (value.type) {
    case Plain::Type::S:
        return R"({"S":")" + value.text + "\"}";
    case Plain::Type::N:
        return R"({"N":")" + std::to_string(value.number) + "\"}";
    case Plain::Type::Bool:
        return std::string(R"({"BOOL":)") + (value.number ? "true}" : "false}");
    case Plain::Type::Null:
        return R"({"NULL":true})";
    case Plain::Type::SS:
        return R"({"SS":[)" + list + "]}";
    case Plain::Type::L:
        return R"({"L":[)" + list + "]}";
    }
    return {};
}

using Map = std::map<std::string, Plain>;

std::string toJson(const Map &map)
{
    std::string out;
    for (const auto &[name, value] : map)
        out += (out.empty() ? "{\"" : ",\"") + name + "\":" + toJson(value);
    return out.empty() ? "{}" : out + "}";
}

struct Leaf {
    enum class Kind { Attribute, Element, Value, Size };
    Kind kind = Kind::Attribute;
    std::string name; // attribute, or ":v"
    int index = 0;
};

struct Tree {
    std::string op; // a comparator, BETWEEN, IN, a function, AND, OR, NOT
    std::vector<Leaf> leaves;
    std::vector<Tree> children;
};

class Generator {
public:
    explicit Generator(std::uint64_t seed) : m_random(seed) {}

    int below(int bound) { return static_cast<int>(m_random.below(static_cast<std::uint64_t>(bound))); }

    Plain value(int depth)
    {
        Plain result;
        switch (below(depth > 0 ? 6 : 4)) {
        case 0:
            result.type = Plain::Type::S;
            result.text = text();
            break;
        case 1:
            result.type = Plain::Type::N;
            result.number = below(5) - 1;
            break;
        case 2:
            result.type = Plain::Type::Bool;
            result.number = below(2);
            break;
        case 3:
            break;
        case 4:
            result.type = Plain::Type::SS;
            for (const char *member : {"a", "ab", "b"})
                if (below(2) == 0 || (result.members.empty() && *member == 'b'))
                    result.members.push_back({Plain::Type::S, member, 0, {}});
            break;
        default:
            result.type = Plain::Type::L;
            for (int count = below(4); count > 0; --count)
                result.members.push_back(value(0));
        }
        return result;
    }

    Map item()
    {
        Map map;
        for (const char *name : {"p", "q", "r", "u"})
            if (below(4) != 0)
                map[name] = value(1);
        return map;
    }

    Map values()
    {
        Map map;
        for (const char *name : {":a", ":b", ":c", ":d"})
            map[name] = value(1);
        // These two make ordered comparisons likely to be allowed.
        map[":n"] = {Plain::Type::N, "", below(4), {}};
        map[":s"] = {Plain::Type::S, text(), 0, {}};
        return map;
    }

    Leaf leaf()
    {
        static constexpr const char *kNames[] = {"p", "q", "r", "u"};
        static constexpr const char *kValues[] = {":a", ":b", ":c", ":d", ":n", ":s"};
        switch (below(6)) {
        case 0:
        case 1:
            return {Leaf::Kind::Attribute, kNames[below(4)], 0};
        case 2:
            return {Leaf::Kind::Element, kNames[below(4)], below(3)};
        case 3:
            return {Leaf::Kind::Size, kNames[below(4)], 0};
        default:
            return {Leaf::Kind::Value, kValues[below(6)], 0};
        }
    }

    Tree tree(int depth)
    {
        if (depth > 0 && below(3) != 0) {
            static constexpr const char *kConnectives[] = {"AND", "OR", "NOT"};
            Tree result{kConnectives[below(3)], {}, {}};
            for (int i = result.op == "NOT" ? 1 : 2 + below(2); i > 0; --i)
                result.children.push_back(tree(depth - 1));
            return result;
        }
        static constexpr const char *kOperators[] = {"=",  "<>",      "<",  "<=",          ">",
                                                     ">=", "BETWEEN", "IN", "begins_with", "contains"};
        Tree result{kOperators[below(10)], {}, {}};
        const int count = result.op == "BETWEEN" ? 3 : result.op == "IN" ? 2 + below(3) : 2;
        for (int i = 0; i < count; ++i)
            result.leaves.push_back(leaf());
        return result;
    }

    bool flip() { return below(2) == 0; }

private:
    std::string text()
    {
        static constexpr const char *kTexts[] = {"", "a", "ab", "b"};
        return kTexts[below(4)];
    }

    SeededRandom m_random;
};

std::string print(const Leaf &leaf)
{
    switch (leaf.kind) {
    case Leaf::Kind::Element:
        return leaf.name + "[" + std::to_string(leaf.index) + "]";
    case Leaf::Kind::Size:
        return "size(" + leaf.name + ")";
    default:
        return leaf.name;
    }
}

int precedence(const Tree &tree)
{
    return tree.op == "OR" ? 0 : tree.op == "AND" ? 1 : tree.op == "NOT" ? 2 : 3;
}

// Parentheses where they are needed, and here and there where they are not.
std::string print(const Tree &tree, Generator &generator)
{
    std::string out;
    if (!tree.children.empty()) {
        for (const Tree &child : tree.children) {
            if (tree.op == "NOT" || !out.empty())
                out += out.empty() ? "NOT " : " " + tree.op + " ";
            const bool isWrapped = precedence(child) < precedence(tree) || generator.below(8) == 0;
            out += isWrapped ? "(" + print(child, generator) + ")" : print(child, generator);
        }
        return out;
    }
    const auto operand = [&](std::size_t i) {
        const std::string text = print(tree.leaves[i]);
        return generator.below(8) == 0 ? "(" + text + ")" : text;
    };
    if (tree.op == "BETWEEN")
        return operand(0) + " BETWEEN " + operand(1) + " AND " + operand(2);
    if (tree.op == "IN" || tree.op == "begins_with" || tree.op == "contains") {
        std::string list;
        for (std::size_t i = tree.op == "IN" ? 1 : 0; i < tree.leaves.size(); ++i)
            list += (list.empty() ? "" : ", ") + operand(i);
        return tree.op == "IN" ? operand(0) + " IN (" + list + ")" : tree.op + "(" + list + ")";
    }
    return operand(0) + " " + tree.op + " " + operand(1);
}

std::optional<Plain> lookUp(const Leaf &leaf, const Map &item, const Map &values)
{
    if (leaf.kind == Leaf::Kind::Value)
        return values.at(leaf.name);
    const auto found = item.find(leaf.name);
    if (found == item.end())
        return std::nullopt;
    const Plain &value = found->second;
    if (leaf.kind == Leaf::Kind::Attribute)
        return value;
    if (leaf.kind == Leaf::Kind::Element) {
        if (value.type != Plain::Type::L || leaf.index >= static_cast<int>(value.members.size()))
            return std::nullopt;
        return value.members[static_cast<std::size_t>(leaf.index)];
    }
    if (value.type == Plain::Type::S)
        return Plain{Plain::Type::N, "", static_cast<int>(value.text.size()), {}};
    if (value.type == Plain::Type::SS || value.type == Plain::Type::L)
        return Plain{Plain::Type::N, "", static_cast<int>(value.members.size()), {}};
    return std::nullopt;
}

bool compares(const std::string &op, const std::optional<Plain> &a, const std::optional<Plain> &b)
{
    if (!a || !b)
        return op == "<>";
    if (op == "=")
        return *a == *b;
    if (op == "<>")
        return !(*a == *b);
    if (a->type != b->type || !a->isOrdered())
        return false;
    if (op == "<")
        return *a < *b;
    if (op == "<=")
        return !(*b < *a);
    if (op == ">")
        return *b < *a;
    return !(*a < *b);
}

bool obviously(const Tree &tree, const Map &item, const Map &values)
{
    if (tree.op == "NOT")
        return !obviously(tree.children[0], item, values);
    if (!tree.children.empty()) {
        bool all = true;
        bool any = false;
        for (const Tree &child : tree.children) {
            const bool truth = obviously(child, item, values);
            all = all && truth;
            any = any || truth;
        }
        return tree.op == "AND" ? all : any;
    }
    std::vector<std::optional<Plain>> operands;
    for (const Leaf &leaf : tree.leaves)
        operands.push_back(lookUp(leaf, item, values));
    const auto &a = operands[0];
    const auto &b = operands[1];
    if (tree.op == "BETWEEN")
        return compares(">=", a, b) && compares("<=", a, operands[2]);
    if (tree.op == "IN")
        return std::any_of(operands.begin() + 1, operands.end(),
                           [&](const auto &o) { return compares("=", a, o); });
    if (tree.op == "begins_with")
        return a && b && a->type == Plain::Type::S && b->type == Plain::Type::S &&
               a->text.starts_with(b->text);
    if (tree.op == "contains") {
        if (!a || !b)
            return false;
        if (a->type == Plain::Type::S)
            return b->type == Plain::Type::S && a->text.find(b->text) != std::string::npos;
        return std::find(a->members.begin(), a->members.end(), *b) != a->members.end();
    }
    return compares(tree.op, a, b);
}

} // namespace

class TestConditionAgreement : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheObviousEvaluator()
    {
        int decided = 0;
        int held = 0;
        for (std::uint64_t seed = 1; seed <= 2500; ++seed) {
            Generator generator(seed);
            const Tree tree = generator.tree(4);
            const Map values = generator.values();
            const std::string text = print(tree, generator);
            auto placeholders = given::placeholders("", toJson(values));
            const auto condition = parseCondition(text, ExpressionKind::Filter, placeholders);
            if (!condition.ok())
                continue; // a literal of the wrong type, or an operand twice
            for (int i = 0; i < 4; ++i) {
                const Map item = generator.item();
                const bool expected = obviously(tree, item, values);
                const bool found = evaluate(*condition, given::item(toJson(item)).view());
                QVERIFY2(found == expected, qPrintable(QString("seed %1: %2 on %3 with %4")
                                                           .arg(seed)
                                                           .arg(QString::fromStdString(text),
                                                                QString::fromStdString(toJson(item)),
                                                                QString::fromStdString(toJson(values)))));
                ++decided;
                held += expected ? 1 : 0;
            }
        }
        // Enough of both outcomes to mean something.
        QVERIFY2(decided > 2000, qPrintable(QString::number(decided)));
        QVERIFY(held > decided / 10 && held < decided * 9 / 10);
    }
};

QTEST_GUILESS_MAIN(TestConditionAgreement)
#include "tst_condition_agreement.moc"
