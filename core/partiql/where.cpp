#include "partiql/where.h"

#include <algorithm>
#include <string_view>

#include "expression/condition_composer.h"
#include "expression/syntax.h"

namespace stator::partiql {

namespace {

using expression::Comparator;
using expression::Condition;
using expression::Instruction;
using TestKind = expression::Predicate::Kind;

std::string_view wordOf(Comparator comparator)
{
    switch (comparator) {
    case Comparator::Equal:
        return "=";
    case Comparator::NotEqual:
        return "<>";
    case Comparator::Less:
        return "<";
    case Comparator::LessOrEqual:
        return "<=";
    case Comparator::Greater:
        return ">";
    case Comparator::GreaterOrEqual:
        return ">=";
    }
    return {};
}

std::string_view functionName(Term::Kind kind)
{
    switch (kind) {
    case Term::Kind::ListAppend:
        return "list_append";
    case Term::Kind::SetAdd:
        return "set_add";
    case Term::Kind::SetDelete:
        return "set_delete";
    default:
        return "size";
    }
}

class Composition {
public:
    explicit Composition(const Statement &statement) : m_statement(statement), m_composer(kStatement) {}

    Result<Condition> run(const std::vector<std::uint32_t> &conjuncts)
    {
        m_composer.keep(m_statement.literals);
        std::vector<std::uint32_t> jumps;
        for (const std::uint32_t conjunct : conjuncts) {
            if (conjunct != conjuncts.front())
                jumps.push_back(addJump(Instruction::Kind::JumpIfFalse));
            STATOR_CHECK(addNode(m_statement.nodes[conjunct]));
        }
        setTargets(jumps);
        return std::move(m_composer).finish(std::move(m_program));
    }

private:
    std::uint32_t addJump(Instruction::Kind kind)
    {
        m_program.push_back({kind, 0});
        return static_cast<std::uint32_t>(m_program.size() - 1);
    }

    void setTargets(const std::vector<std::uint32_t> &jumps)
    {
        for (const std::uint32_t jump : jumps)
            m_program[jump].argument = static_cast<std::uint32_t>(m_program.size());
    }

    Result<void> addNode(const Node &node)
    {
        if (node.kind == Node::Kind::Test)
            return addTest(m_statement.tests[node.test]);
        if (node.kind == Node::Kind::Not) {
            STATOR_CHECK(addNode(m_statement.nodes[node.firstChild]));
            m_program.push_back({Instruction::Kind::Not, 0});
            return {};
        }
        if (node.kind == Node::Kind::Same) {
            const Node &first = m_statement.nodes[node.firstChild];
            STATOR_CHECK(addNode(first));
            m_program.push_back({Instruction::Kind::Keep, 0});
            STATOR_CHECK(addNode(m_statement.nodes[first.nextSibling]));
            m_program.push_back({Instruction::Kind::Same, 0});
            return {};
        }
        const auto jump =
            node.kind == Node::Kind::And ? Instruction::Kind::JumpIfFalse : Instruction::Kind::JumpIfTrue;
        std::vector<std::uint32_t> jumps;
        for (auto child = node.firstChild; child != Node::kNone;) {
            const Node &part = m_statement.nodes[child];
            STATOR_CHECK(addNode(part));
            child = part.nextSibling;
            if (child != Node::kNone)
                jumps.push_back(addJump(jump));
        }
        setTargets(jumps);
        return {};
    }

    Result<void> addTest(const Test &test)
    {
        for (std::uint32_t i = 0; i < test.operandCount; ++i)
            STATOR_CHECK(addOperand(m_statement.operand(test, i)));
        STATOR_CHECK(addPredicate(test));
        m_program.push_back({Instruction::Kind::Test, m_tests++});
        return {};
    }

    Result<void> addPredicate(const Test &test)
    {
        switch (test.kind) {
        case TestKind::Compare:
            return m_composer.addComparison(test.comparator, wordOf(test.comparator));
        case TestKind::Between:
            return m_composer.addBetween();
        case TestKind::In:
            return m_composer.addIn();
        case TestKind::Exists:
            return m_composer.addFunction("attribute_exists");
        case TestKind::NotExists:
            return m_composer.addFunction("attribute_not_exists");
        case TestKind::BeginsWith:
            return m_composer.addFunction("begins_with");
        case TestKind::HasType:
            return test.namesType ? m_composer.addTypeTest(test.type)
                                  : m_composer.addFunction("attribute_type");
        case TestKind::Contains:
        case TestKind::NotContains:
            break;
        }
        return m_composer.addFunction("contains");
    }

    Result<void> addOperand(const Term &term)
    {
        switch (term.kind) {
        case Term::Kind::Path:
            m_composer.addPath(m_statement.paths[term.path]);
            return {};
        case Term::Kind::Literal:
            m_composer.addLiteral(term.literal);
            return {};
        case Term::Kind::Size: {
            const Term &measured = m_statement.terms[term.left];
            if (measured.kind == Term::Kind::Size)
                return expression::wrongOperandType(kStatement, "operator or function", "size", "N");
            STATOR_CHECK(addOperand(measured));
            return m_composer.takeSize();
        }
        case Term::Kind::Add:
        case Term::Kind::Subtract: // the text is unverified
            return Error::validation("Arithmetic operators are not supported in the WHERE clause");
        default:
            return expression::misusedFunction(kStatement, functionName(term.kind));
        }
    }

    const Statement &m_statement;
    expression::ConditionComposer m_composer;
    std::vector<Instruction> m_program;
    std::uint32_t m_tests = 0;
};

} // namespace

Result<std::optional<Condition>> conditionOf(const Statement &statement,
                                             const std::vector<std::uint32_t> &known)
{
    if (known.size() == statement.conjuncts.size())
        return std::optional<Condition>();
    std::vector<std::uint32_t> conjuncts = statement.conjuncts;
    std::erase_if(conjuncts, [&](std::uint32_t conjunct) {
        return std::find(known.begin(), known.end(), conjunct) != known.end();
    });
    if (conjuncts.empty())
        return std::optional<Condition>();
    STATOR_TRY(Condition condition, Composition(statement).run(conjuncts));
    return std::optional<Condition>(std::move(condition));
}

} // namespace stator::partiql
