// A PartiQL statement as its text says it, parameters filled in: a small tree in flat vectors.
//
// Terms are operands and values, tests are conditions without AND, OR and NOT, nodes join tests. They refer
// to each other by position; children come before what they belong to.
//
// Ownership: literals lie in `literals`, which whoever keeps a view of one shares.
#pragma once

#include <cstdint>
#include <forward_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/item.h"
#include "document/path.h"
#include "expression/condition.h"
#include "expression/expression_kind.h"

namespace stator::partiql {

// What the errors of expressions are about here.
constexpr auto kStatement = expression::ExpressionKind::Statement;

struct Literals {
    std::vector<document::Value> parameters;    // of the request
    std::forward_list<document::Value> written; // in the statement
};

struct Term {
    enum class Kind : std::uint8_t { Path, Literal, Size, ListAppend, SetAdd, SetDelete, Add, Subtract };
    Kind kind = Kind::Literal;
    std::uint32_t path = 0;      // Path: into Statement::paths
    std::uint32_t left = 0;      // functions and sums: into Statement::terms
    std::uint32_t right = 0;     // all of these but Size
    document::ValueView literal; // Literal
};

struct Test {
    expression::Predicate::Kind kind = expression::Predicate::Kind::Compare;
    expression::Comparator comparator = expression::Comparator::Equal; // Compare
    bool namesType = false; // HasType: the type is `type`, not a second operand
    document::ValueType type = document::ValueType::Null;
    std::uint32_t firstOperand = 0; // into Statement::operands
    std::uint32_t operandCount = 0;
};

struct Node {
    enum class Kind : std::uint8_t { Test, Not, And, Or, Same }; // Same: both conditions hold, or neither
    static constexpr std::uint32_t kNone = 0xFFFF'FFFF;
    Kind kind = Kind::Test;
    std::uint32_t test = 0;           // Test: into Statement::tests
    std::uint32_t firstChild = kNone; // the others: a chain by `nextSibling`
    std::uint32_t nextSibling = kNone;
};

struct OrderKey {
    std::string attribute;
    bool isDescending = false;
};

struct Assignment {
    bool isRemoval = false;
    std::uint32_t path = 0; // the target
    std::uint32_t term = 0; // SET
};

enum class Returning : std::uint8_t { Nothing, AllOld, ModifiedOld, AllNew, ModifiedNew };

struct Statement {
    enum class Kind : std::uint8_t { Select, Insert, Update, Delete, Exists };
    Kind kind = Kind::Select;
    std::string table; // name or ARN
    std::optional<std::string> index;

    std::vector<std::uint32_t> columns;  // SELECT: paths; none: *
    std::vector<OrderKey> order;         // SELECT
    document::ValueView item;            // INSERT: of type M, a whole item
    std::vector<Assignment> assignments; // UPDATE
    Returning returning = Returning::Nothing;
    std::uint32_t where = Node::kNone; // the root
    // The conditions that must hold together: the parts of the outermost AND, in order.
    std::vector<std::uint32_t> conjuncts;

    std::vector<Node> nodes;
    std::vector<Test> tests;
    std::vector<std::uint32_t> operands; // terms
    std::vector<Term> terms;
    std::vector<document::Path> paths;
    std::shared_ptr<Literals> literals;

    bool reads() const { return kind == Kind::Select; }
    const Term &operand(const Test &test, std::uint32_t number) const
    {
        return terms[operands[test.firstOperand + number]];
    }
};

} // namespace stator::partiql
