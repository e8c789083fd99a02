// A Condition decides about an item: ConditionExpression, FilterExpression and their legacy forms.
//
// It is a short program over one truth value: predicates set it, jumps over AND and OR keep evaluation lazy.
// There is no tree, so neither parsing nor evaluating can exhaust the stack.
//
// Threads: evaluate() may be called from any thread at the same time; it allocates nothing.
// Ownership: a Condition holds the literals it compares with; it needs neither its text nor the Placeholders.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/item.h"
#include "document/path.h"
#include "expression/attribute_use.h"
#include "expression/expression_kind.h"
#include "expression/placeholders.h"

namespace stator::expression {

enum class Comparator : std::uint8_t { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

// A path, a literal, or the size of a path (sizes of literals are literals).
struct Operand {
    enum class Kind : std::uint8_t { Path, Literal, SizeOfPath };
    Kind kind = Kind::Literal;
    std::uint32_t path = 0;      // into Condition::paths
    document::ValueView literal; // into Condition::literals
};

struct Predicate {
    enum class Kind : std::uint8_t {
        Compare, // first `comparator` second
        Between, // second <= first <= third
        In,      // first equals one of the rest
        Exists,  // first, a path, leads to a value
        NotExists,
        HasType,     // first, a path, leads to a value of `type`
        BeginsWith,  // first begins with second
        Contains,    // first contains second
        NotContains, // legacy only: true as well where the attribute is missing or of another type
    };
    Kind kind = Kind::Compare;
    Comparator comparator = Comparator::Equal;
    document::ValueType type = document::ValueType::Null;
    std::uint32_t firstOperand = 0; // into Condition::operands
    std::uint32_t operandCount = 0;
};

struct Instruction {
    // Keep lays the truth aside, Same compares it with the one laid aside last; only statements have these.
    enum class Kind : std::uint8_t { Test, Not, JumpIfFalse, JumpIfTrue, Keep, Same };
    Kind kind = Kind::Test;
    std::uint32_t argument = 0; // Test: the predicate; jumps: where to go on
};

struct Condition {
    std::vector<Instruction> program; // empty: always true
    std::vector<Predicate> predicates;
    std::vector<Operand> operands;
    std::vector<document::Path> paths;
    std::vector<std::shared_ptr<const void>> literals; // owners of the literals' bytes
    AttributeUses attributes;
};

// `kind` is Condition or Filter. Errors are the ValidationExceptions of the service.
Result<Condition> parseCondition(std::string_view text, ExpressionKind kind, Placeholders &placeholders);

// A missing item behaves as one without attributes.
bool evaluate(const Condition &condition, document::ItemView item);

// `<parameter> can only contain non-primary key attributes: Primary key attribute: <k>`, for a filter of a
// Query. `parameter` is "Filter Expression" or "QueryFilter".
Result<void> checkFilterKeys(const Condition &filter, const model::KeySchema &keys,
                             std::string_view parameter);

} // namespace stator::expression
