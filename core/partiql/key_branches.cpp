#include "partiql/key_branches.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "expression/value_order.h"

namespace stator::partiql {

namespace {

using document::ValueView;
using expression::Comparator;
using TestKind = expression::Predicate::Kind;

constexpr std::size_t kReads = 50;
// Beyond it nobody counts; products of ORs grow without measure.
constexpr std::size_t kBranches = 1000;

// What is known of one sort attribute: an interval of the bytes values are ordered by.
struct Interval {
    std::string low;
    std::optional<std::string> high;
    bool hasLow = true; // the end itself belongs to it
    bool hasHigh = true;

    bool isEmpty() const { return high && (*high < low || (*high == low && !(hasLow && hasHigh))); }

    void raiseLow(std::string_view value, bool isIn)
    {
        if (value > low || (value == low && !isIn)) {
            low = value;
            hasLow = isIn;
        }
    }

    void lowerHigh(std::string_view value, bool isIn)
    {
        if (!high || value < *high || (value == *high && !isIn)) {
            high = value;
            hasHigh = isIn;
        }
    }

    void meet(const Interval &other)
    {
        raiseLow(other.low, other.hasLow);
        if (other.high)
            lowerHigh(*other.high, other.hasHigh);
    }
};

struct Branch {
    std::map<std::string, ValueView, std::less<>> partition; // by attribute
    std::optional<ValueView> sortValue;                      // of a wrong type: for its error
    Interval sort;
    bool isContradictory = false; // two values for one attribute
    std::vector<std::string> attributes;

    void addAttribute(const std::string &name)
    {
        if (std::find(attributes.begin(), attributes.end(), name) == attributes.end())
            attributes.push_back(name);
    }

    void join(const Branch &other)
    {
        for (const auto &[name, value] : other.partition) {
            const auto [place, isNew] = partition.emplace(name, value);
            isContradictory = isContradictory || (!isNew && !(place->second == value));
        }
        isContradictory = isContradictory || other.isContradictory;
        if (!sortValue)
            sortValue = other.sortValue;
        sort.meet(other.sort);
        for (const std::string &name : other.attributes)
            addAttribute(name);
    }
};

// The first bytes behind all that begin with `prefix`; nothing if there are none.
std::optional<std::string> behindPrefix(std::string prefix)
{
    while (!prefix.empty() && static_cast<unsigned char>(prefix.back()) == 0xFF)
        prefix.pop_back();
    if (prefix.empty())
        return std::nullopt;
    prefix.back() = static_cast<char>(static_cast<unsigned char>(prefix.back()) + 1);
    return prefix;
}

bool speaksOf(const model::KeyAttribute &key, ValueView value)
{
    return value.type() == key.type;
}

class Expansion {
public:
    Expansion(const Statement &statement, const model::KeySchema &keys) : m_statement(statement), m_keys(keys)
    {}

    std::vector<Branch> run()
    {
        std::vector<Branch> product(1);
        for (const std::uint32_t conjunct : m_statement.conjuncts)
            product = multiplied(std::move(product), expanded(conjunct));
        return product;
    }

private:
    std::vector<Branch> expanded(std::uint32_t number)
    {
        const Node &node = m_statement.nodes[number];
        if (node.kind == Node::Kind::Test)
            return readsOf(m_statement.tests[node.test]);
        if (node.kind == Node::Kind::And) {
            std::vector<Branch> product(1);
            for (auto child = node.firstChild; child != Node::kNone;
                 child = m_statement.nodes[child].nextSibling)
                product = multiplied(std::move(product), expanded(child));
            return product;
        }
        if (node.kind == Node::Kind::Or && hasKeys(node)) {
            std::vector<Branch> sum;
            for (auto child = node.firstChild; child != Node::kNone && sum.size() <= kBranches;
                 child = m_statement.nodes[child].nextSibling)
                for (Branch &branch : expanded(child))
                    sum.push_back(std::move(branch));
            return sum;
        }
        std::vector<Branch> opaque(1);
        collectAttributes(node, opaque.front());
        return opaque;
    }

    static std::vector<Branch> multiplied(std::vector<Branch> left, const std::vector<Branch> &right)
    {
        if (right.size() == 1) { // most conjuncts: nothing falls apart
            for (Branch &branch : left)
                branch.join(right.front());
            return left;
        }
        std::vector<Branch> product;
        for (const Branch &one : left)
            for (const Branch &other : right) {
                if (product.size() > kBranches)
                    return product;
                product.push_back(one);
                product.back().join(other);
            }
        return product;
    }

    // Whether any test below says what a Query could look up.
    bool hasKeys(const Node &node) const
    {
        if (node.kind == Node::Kind::Test) {
            const Test &test = m_statement.tests[node.test];
            return keyOf(test, m_keys.partition, true) || keyOf(test, m_keys.sort, false);
        }
        if (node.kind == Node::Kind::Not || node.kind == Node::Kind::Same)
            return false;
        for (auto child = node.firstChild; child != Node::kNone; child = m_statement.nodes[child].nextSibling)
            if (hasKeys(m_statement.nodes[child]))
                return true;
        return false;
    }

    bool isMirrored(const Test &test) const
    {
        return test.kind == TestKind::Compare && m_statement.operand(test, 0).kind == Term::Kind::Literal;
    }

    // The key attribute the test compares with literals. Of partition keys only equality and IN count.
    const model::KeyAttribute *keyOf(const Test &test, const std::vector<model::KeyAttribute> &part,
                                     bool isPartition) const
    {
        const bool isEqual = test.kind == TestKind::Compare && test.comparator == Comparator::Equal;
        const bool isRange = (test.kind == TestKind::Compare && test.comparator != Comparator::NotEqual) ||
                             test.kind == TestKind::Between || test.kind == TestKind::BeginsWith;
        if (!isEqual && test.kind != TestKind::In && (isPartition || !isRange))
            return nullptr;
        const std::uint32_t place = isMirrored(test) ? 1 : 0;
        const Term &term = m_statement.operand(test, place);
        if (term.kind != Term::Kind::Path || m_statement.paths[term.path].size() != 1)
            return nullptr;
        for (std::uint32_t i = 0; i < test.operandCount; ++i)
            if (i != place && m_statement.operand(test, i).kind != Term::Kind::Literal)
                return nullptr;
        const std::string &name = std::get<std::string>(m_statement.paths[term.path].front());
        const std::size_t count = isPartition ? part.size() : std::min<std::size_t>(part.size(), 1);
        for (std::size_t i = 0; i < count; ++i)
            if (part[i].name == name)
                return &part[i];
        return nullptr;
    }

    std::vector<Branch> readsOf(const Test &test)
    {
        std::vector<Branch> reads;
        const std::uint32_t first = isMirrored(test) ? 0 : 1;
        if (const auto *key = keyOf(test, m_keys.partition, true)) {
            const std::uint32_t end = test.kind == TestKind::In ? test.operandCount : first + 1;
            for (std::uint32_t i = first; i < end; ++i)
                reads.emplace_back().partition.emplace(key->name, m_statement.operand(test, i).literal);
            return reads;
        }
        if (const auto *key = keyOf(test, m_keys.sort, false)) {
            const std::uint32_t end = test.kind == TestKind::In ? test.operandCount : first + 1;
            for (std::uint32_t i = first; i < end; ++i)
                addSortRead(test, *key, i, reads);
            return reads;
        }
        collectTerms(test, reads.emplace_back());
        return reads;
    }

    void addSortRead(const Test &test, const model::KeyAttribute &key, std::uint32_t operand,
                     std::vector<Branch> &reads) const
    {
        Branch &branch = reads.emplace_back();
        const ValueView value = m_statement.operand(test, operand).literal;
        branch.sortValue = value;
        if (!speaksOf(key, value))
            return;
        const std::string bytes(expression::orderedBytes(value));
        Interval &sort = branch.sort;
        if (test.kind == TestKind::BeginsWith) {
            sort.raiseLow(bytes, true);
            if (const auto high = behindPrefix(bytes))
                sort.lowerHigh(*high, false);
            return;
        }
        if (test.kind == TestKind::Between) {
            sort.raiseLow(bytes, true);
            const ValueView high = m_statement.operand(test, operand + 1).literal;
            if (speaksOf(key, high))
                sort.lowerHigh(expression::orderedBytes(high), true);
            return;
        }
        Comparator comparator = test.kind == TestKind::In ? Comparator::Equal : test.comparator;
        if (operand == 0)
            comparator = mirrored(comparator);
        if (comparator == Comparator::Equal || comparator == Comparator::Greater ||
            comparator == Comparator::GreaterOrEqual)
            sort.raiseLow(bytes, comparator != Comparator::Greater);
        if (comparator == Comparator::Equal || comparator == Comparator::Less ||
            comparator == Comparator::LessOrEqual)
            sort.lowerHigh(bytes, comparator != Comparator::Less);
    }

    static Comparator mirrored(Comparator comparator)
    {
        switch (comparator) {
        case Comparator::Less:
            return Comparator::Greater;
        case Comparator::LessOrEqual:
            return Comparator::GreaterOrEqual;
        case Comparator::Greater:
            return Comparator::Less;
        case Comparator::GreaterOrEqual:
            return Comparator::LessOrEqual;
        default:
            return comparator;
        }
    }

    void collectAttributes(const Node &node, Branch &branch) const
    {
        if (node.kind == Node::Kind::Test)
            return collectTerms(m_statement.tests[node.test], branch);
        for (auto child = node.firstChild; child != Node::kNone; child = m_statement.nodes[child].nextSibling)
            collectAttributes(m_statement.nodes[child], branch);
    }

    void collectTerms(const Test &test, Branch &branch) const
    {
        for (std::uint32_t i = 0; i < test.operandCount; ++i) {
            const Term *term = &m_statement.operand(test, i);
            if (term->kind == Term::Kind::Size)
                term = &m_statement.terms[term->left];
            if (term->kind == Term::Kind::Path)
                branch.addAttribute(std::get<std::string>(m_statement.paths[term->path].front()));
        }
    }

    const Statement &m_statement;
    const model::KeySchema &m_keys;
};

// Every read has one value of each partition attribute.
bool areKeyed(const std::vector<Branch> &branches, const model::KeySchema &keys)
{
    return std::all_of(branches.begin(), branches.end(), [&](const Branch &branch) {
        return branch.partition.size() == keys.partition.size() && !branch.isContradictory;
    });
}

bool meet(const Branch &a, const Branch &b)
{
    for (const auto &[name, value] : a.partition)
        if (!(b.partition.at(name) == value))
            return false;
    Interval both = a.sort;
    both.meet(b.sort);
    return !both.isEmpty();
}

Result<void> checkTypes(const Branch &branch, const model::KeySchema &keys)
{
    const auto refusal = [](const model::KeyAttribute &key) {
        return Error::validation(
            "Key attribute's data type should match its data type in table's schema: Key " + key.name);
    };
    for (const model::KeyAttribute &key : keys.partition)
        if (!speaksOf(key, branch.partition.at(key.name)))
            return refusal(key);
    if (branch.sortValue && !speaksOf(keys.sort.front(), *branch.sortValue))
        return refusal(keys.sort.front());
    return {};
}

bool mayBranch(const Statement &statement)
{
    return std::any_of(statement.nodes.begin(), statement.nodes.end(),
                       [](const Node &node) { return node.kind == Node::Kind::Or; }) ||
           std::any_of(statement.tests.begin(), statement.tests.end(),
                       [](const Test &test) { return test.kind == TestKind::In && test.operandCount > 2; });
}

// The service keeps names and key values in hash tables, and tells and reads them in the order of those.
// (observed; it shows in which of several problems is told)
std::uint32_t hashOf(std::string_view text)
{
    std::uint32_t hash = 0;
    for (const char c : text)
        hash = hash * 31 + static_cast<unsigned char>(c);
    return hash ^ (hash >> 16);
}

std::size_t bucketsFor(std::size_t count)
{
    std::size_t buckets = 16;
    while (count * 4 > buckets * 3)
        buckets *= 2;
    return buckets;
}

std::uint32_t bucketOf(const Branch &branch, std::size_t buckets)
{
    const ValueView value = branch.partition.begin()->second;
    return value.type() == document::ValueType::S
               ? hashOf(value.text()) & static_cast<std::uint32_t>(buckets - 1)
               : 0;
}

} // namespace

Result<void> checkBranches(const Statement &statement, const model::KeySchema &keys)
{
    if (!mayBranch(statement))
        return {};
    const std::vector<Branch> branches = Expansion(statement, keys).run();
    if (branches.size() < 2 || !areKeyed(branches, keys))
        return {};
    if (branches.size() > kReads)
        return Error::validation("Too many decomposed read operations for a given query.");
    for (const Branch &branch : branches)
        STATOR_CHECK(checkTypes(branch, keys));
    for (std::size_t i = 0; i < branches.size(); ++i)
        for (std::size_t j = i + 1; j < branches.size(); ++j)
            if (meet(branches[i], branches[j]))
                return Error::validation(
                    "Overlapping conditions with range keys are not supported in where clause");
    return {};
}

std::vector<std::string> filterAttributesOfFirstRead(const Statement &statement, const model::KeySchema &keys)
{
    std::vector<Branch> branches = Expansion(statement, keys).run();
    if (branches.empty() || !areKeyed(branches, keys))
        return {};
    const std::size_t buckets = bucketsFor(branches.size());
    const auto first =
        std::min_element(branches.begin(), branches.end(), [&](const Branch &a, const Branch &b) {
            return bucketOf(a, buckets) < bucketOf(b, buckets);
        });
    return std::move(first->attributes);
}

void orderAsTold(std::vector<std::string> &names)
{
    const auto mask = static_cast<std::uint32_t>(bucketsFor(names.size()) - 1);
    std::stable_sort(names.begin(), names.end(), [&](const std::string &a, const std::string &b) {
        return (hashOf(a) & mask) < (hashOf(b) & mask);
    });
}

} // namespace stator::partiql
