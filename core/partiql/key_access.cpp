#include "partiql/key_access.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "document/writer.h"
#include "expression/syntax.h"

namespace stator::partiql {

namespace {

using document::ValueView;
using expression::Comparator;
using expression::KeyClause;
using expression::KeyOperator;
using TestKind = expression::Predicate::Kind;

// API Reference and Developer Guide, "IN": at most 50 values of a partition key.
constexpr std::size_t kPartitionValues = 50;

// The values a key attribute may have.
struct Alternatives {
    std::vector<ValueView> values;
    bool isComplete = true; // nothing else is said where they are
    bool usesIn = false;
};

KeyOperator operatorOf(Comparator comparator, bool isMirrored)
{
    switch (comparator) {
    case Comparator::Equal:
        return KeyOperator::Equal;
    case Comparator::Less:
        return isMirrored ? KeyOperator::Greater : KeyOperator::Less;
    case Comparator::LessOrEqual:
        return isMirrored ? KeyOperator::GreaterOrEqual : KeyOperator::LessOrEqual;
    case Comparator::Greater:
        return isMirrored ? KeyOperator::Less : KeyOperator::Greater;
    case Comparator::GreaterOrEqual:
        return isMirrored ? KeyOperator::LessOrEqual : KeyOperator::GreaterOrEqual;
    case Comparator::NotEqual:
        break;
    }
    return KeyOperator::None;
}

class KeyReader {
public:
    explicit KeyReader(const Statement &statement) : m_statement(statement) {}

    const std::vector<std::uint32_t> &conjuncts() const { return m_statement.conjuncts; }

    std::optional<Alternatives> alternatives(std::uint32_t number, std::string_view attribute) const
    {
        const Node &node = m_statement.nodes[number];
        switch (node.kind) {
        case Node::Kind::Test:
            return testedValues(m_statement.tests[node.test], attribute);
        case Node::Kind::Or:
            return unitedValues(node, attribute);
        case Node::Kind::And:
            return firstValues(node, attribute);
        case Node::Kind::Not:
        case Node::Kind::Same:
            break;
        }
        return std::nullopt;
    }

    // A condition on a sort key that a Query can look up; op None: there is none in this conjunct.
    KeyClause sortClause(std::uint32_t number, const std::string &attribute) const
    {
        const Node &node = m_statement.nodes[number];
        KeyClause clause;
        clause.op = KeyOperator::None;
        if (node.kind != Node::Kind::Test)
            return clause;
        const Test &test = m_statement.tests[node.test];
        const bool isMirrored = test.kind == TestKind::Compare && isLiteral(m_statement.operand(test, 0));
        if (!isAttribute(m_statement.operand(test, isMirrored ? 1 : 0), attribute))
            return clause;
        for (std::uint32_t i = 0; i < test.operandCount; ++i)
            if (i != (isMirrored ? 1U : 0U) && !isLiteral(m_statement.operand(test, i)))
                return clause;
        if (test.kind == TestKind::Compare)
            clause.op = operatorOf(test.comparator, isMirrored);
        else if (test.kind == TestKind::Between)
            clause.op = KeyOperator::Between;
        else if (test.kind == TestKind::BeginsWith)
            clause.op = KeyOperator::BeginsWith;
        if (clause.op == KeyOperator::None)
            return clause;
        clause.attribute = attribute;
        clause.low = document::Value(m_statement.operand(test, isMirrored ? 0 : 1).literal);
        if (clause.op == KeyOperator::Between)
            clause.high = document::Value(m_statement.operand(test, 2).literal);
        return clause;
    }

private:
    bool isAttribute(const Term &term, std::string_view attribute) const
    {
        if (term.kind != Term::Kind::Path)
            return false;
        const document::Path &path = m_statement.paths[term.path];
        return path.size() == 1 && std::get<std::string>(path.front()) == attribute;
    }

    static bool isLiteral(const Term &term) { return term.kind == Term::Kind::Literal; }

    std::optional<Alternatives> testedValues(const Test &test, std::string_view attribute) const
    {
        const bool isEqual = test.kind == TestKind::Compare && test.comparator == Comparator::Equal;
        if (!isEqual && test.kind != TestKind::In)
            return std::nullopt;
        const Term &first = m_statement.operand(test, 0);
        const bool isMirrored = isEqual && isLiteral(first);
        if (!isAttribute(isMirrored ? m_statement.operand(test, 1) : first, attribute))
            return std::nullopt;
        Alternatives found;
        found.usesIn = !isEqual;
        if (isMirrored) {
            found.values.push_back(first.literal);
            return found;
        }
        for (std::uint32_t i = 1; i < test.operandCount; ++i) {
            const Term &operand = m_statement.operand(test, i);
            if (!isLiteral(operand))
                return std::nullopt;
            found.values.push_back(operand.literal);
        }
        return found;
    }

    // OR: every side must fix the attribute.
    std::optional<Alternatives> unitedValues(const Node &node, std::string_view attribute) const
    {
        Alternatives united;
        for (auto child = node.firstChild; child != Node::kNone;
             child = m_statement.nodes[child].nextSibling) {
            const auto found = alternatives(child, attribute);
            if (!found)
                return std::nullopt;
            united.values.insert(united.values.end(), found->values.begin(), found->values.end());
            united.isComplete = united.isComplete && found->isComplete;
            united.usesIn = united.usesIn || found->usesIn;
        }
        return united;
    }

    // AND within an OR: one part suffices, and the others remain to be asked.
    std::optional<Alternatives> firstValues(const Node &node, std::string_view attribute) const
    {
        for (auto child = node.firstChild; child != Node::kNone; child = m_statement.nodes[child].nextSibling)
            if (auto found = alternatives(child, attribute)) {
                found->isComplete = false;
                return found;
            }
        return std::nullopt;
    }

    const Statement &m_statement;
};

void keepDistinct(std::vector<ValueView> &values)
{
    std::vector<ValueView> distinct;
    for (const ValueView value : values)
        if (std::find(distinct.begin(), distinct.end(), value) == distinct.end())
            distinct.push_back(value);
    values = std::move(distinct);
}

// Each of `queries` with each of the values.
std::vector<expression::KeyConditions> multiplied(const std::vector<expression::KeyConditions> &queries,
                                                  const std::string &attribute,
                                                  const std::vector<ValueView> &values)
{
    std::vector<expression::KeyConditions> product;
    for (const auto &query : queries)
        for (const ValueView value : values) {
            product.push_back(query);
            KeyClause clause;
            clause.attribute = attribute;
            clause.low = document::Value(value);
            product.back().clauses.push_back(std::move(clause));
        }
    return product;
}

// False: no conjunct fixes the attribute.
Result<bool> fixPartition(const KeyReader &reader, const std::string &attribute, PartitionAccess &access)
{
    for (const std::uint32_t conjunct : reader.conjuncts()) {
        auto found = reader.alternatives(conjunct, attribute);
        if (!found)
            continue;
        if (found->isComplete)
            access.known.push_back(conjunct);
        keepDistinct(found->values);
        access.usesIn = access.usesIn || (found->usesIn && found->values.size() > 1);
        if (found->values.size() * access.queries.size() > kPartitionValues)
            return Error::validation("Too many decomposed read operations for a given query.");
        access.queries = multiplied(access.queries, attribute, found->values);
        return true;
    }
    return false;
}

// The condition on one sort attribute, added to all queries. What it is: None, if there is none.
KeyOperator addSortClause(const KeyReader &reader, const std::string &attribute, PartitionAccess &access)
{
    for (const std::uint32_t conjunct : reader.conjuncts()) {
        const KeyClause clause = reader.sortClause(conjunct, attribute);
        if (clause.op == KeyOperator::None)
            continue;
        // The others have rules about their operands, which the filter checks.
        if (clause.op != KeyOperator::Between && clause.op != KeyOperator::BeginsWith)
            access.known.push_back(conjunct);
        for (auto &query : access.queries)
            query.clauses.push_back(clause);
        return clause.op;
    }
    return KeyOperator::None;
}

} // namespace

std::optional<ItemAccess> itemAccess(const Statement &statement, const model::KeySchema &keys)
{
    const KeyReader reader(statement);
    ItemAccess access;
    access.known.reserve(reader.conjuncts().size());
    document::ItemWriter writer;
    for (const auto *part : {&keys.partition, &keys.sort})
        for (const auto &key : *part) {
            std::optional<ValueView> fixed;
            for (const std::uint32_t conjunct : reader.conjuncts()) {
                const auto found = reader.alternatives(conjunct, key.name);
                if (!found || found->values.size() != 1)
                    continue;
                access.usesIn = access.usesIn || found->usesIn;
                const bool isSame = !fixed || *fixed == found->values.front();
                if (!isSame && access.conflict.empty())
                    access.conflict = key.name;
                if (isSame && found->isComplete)
                    access.known.push_back(conjunct);
                if (fixed)
                    continue;
                fixed = found->values.front();
                writer.name(key.name);
                writer.value(*fixed);
            }
            if (!fixed)
                return std::nullopt;
        }
    access.key = writer.finish();
    return access;
}

Result<PartitionAccess> partitionAccess(const Statement &statement, const model::KeySchema &keys)
{
    const KeyReader reader(statement);
    PartitionAccess access;
    access.queries.emplace_back();
    for (const auto &key : keys.partition) {
        STATOR_TRY(const bool isFixed, fixPartition(reader, key.name, access));
        if (!isFixed)
            return PartitionAccess();
    }
    for (const auto &key : keys.sort)
        if (addSortClause(reader, key.name, access) != KeyOperator::Equal)
            break;
    return access;
}

} // namespace stator::partiql
