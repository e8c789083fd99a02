// Puts a Condition together from operands that are known: the last stage of every parser of conditions, where
// the rules about operands are.
//
//     composer.addPath(path); composer.addLiteral(value);
//     STATOR_CHECK(composer.addComparison(Comparator::Less, "<"));
//     return std::move(composer).finish({{Instruction::Kind::Test, 0}});
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "expression/condition.h"

namespace stator::expression {

class ConditionComposer {
public:
    explicit ConditionComposer(ExpressionKind kind) : m_kind(kind) {}

    // Operands of the predicate that is added next, in order.
    void addPath(document::Path path);
    void addLiteral(document::ValueView literal); // its bytes belong to something given to keep()
    // Makes the operand added last its size.
    Result<void> takeSize();
    void keep(std::shared_ptr<const void> literals) { m_condition.literals.push_back(std::move(literals)); }

    // Each makes a predicate of the operands since the one before, and checks them. `op` is the operator as
    // errors show it. Predicates are numbered in the order they are added.
    Result<void> addComparison(Comparator comparator, std::string_view op);
    Result<void> addBetween();
    Result<void> addIn();
    // `name` is one of the functions that are conditions.
    Result<void> addFunction(std::string_view name);
    // One operand, a path.
    Result<void> addTypeTest(document::ValueType type);

    // `program` tests the predicates by their numbers.
    Condition finish(std::vector<Instruction> program) &&;

private:
    std::span<const Operand> operands() const;
    void addPredicate(Predicate predicate);
    Result<void> readType(Predicate &predicate) const;

    ExpressionKind m_kind;
    std::uint32_t m_firstOperand = 0; // of the predicate to come
    Condition m_condition;
};

} // namespace stator::expression
