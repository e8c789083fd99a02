#include "expression/update_value.h"

#include <optional>
#include <unordered_set>

#include "document/writer.h"
#include "model/number.h"

namespace stator::expression {

namespace {

using document::ItemView;
using document::Value;
using document::ValueType;
using document::ValueView;

Error missingAttribute()
{
    return Error::validation(
        "The provided expression refers to an attribute that does not exist in the item");
}

Error wrongDataType()
{
    return Error::validation("An operand in the update expression has an incorrect data type");
}

Error legacyMismatch()
{
    return Error::validation("Type mismatch for attribute to update");
}

Result<Value> sum(ValueView a, ValueView b, bool isSubtraction)
{
    STATOR_TRY(const model::Number left, model::Number::decode(a.numberBytes()));
    STATOR_TRY(const model::Number right, model::Number::decode(b.numberBytes()));
    STATOR_TRY(const model::Number result,
               isSubtraction ? model::Number::subtract(left, right) : model::Number::add(left, right));
    document::ValueWriter writer;
    writer.numberBytes(result.bytes());
    return writer.finish();
}

Value appended(ValueView first, ValueView second)
{
    document::ValueWriter writer;
    writer.beginList();
    for (const ValueView list : {first, second})
        for (const ValueView element : list.elements())
            writer.value(element);
    writer.endList();
    return writer.finish();
}

using Elements = std::unordered_set<std::string_view>;

Elements elementsOf(ValueView set)
{
    Elements elements;
    elements.reserve(set.count());
    for (const ValueView element : set.elements())
        elements.insert(element.bytes());
    return elements;
}

Value unionOf(ValueView set, ValueView added)
{
    const Elements present = elementsOf(set);
    document::ValueWriter writer;
    writer.beginSet(set.type());
    for (const ValueView element : set.elements())
        writer.value(element);
    for (const ValueView element : added.elements())
        if (!present.contains(element.bytes()))
            writer.value(element);
    const bool isDistinct = writer.endSet();
    STATOR_ASSERT(isDistinct);
    return writer.finish();
}

// Nothing if no element is left.
std::optional<Value> differenceOf(ValueView set, ValueView taken)
{
    const Elements gone = elementsOf(taken);
    document::ValueWriter writer;
    writer.beginSet(set.type());
    std::size_t left = 0;
    for (const ValueView element : set.elements()) {
        if (gone.contains(element.bytes()))
            continue;
        writer.value(element);
        ++left;
    }
    if (left == 0)
        return std::nullopt;
    const bool isDistinct = writer.endSet();
    STATOR_ASSERT(isDistinct);
    return writer.finish();
}

class Computation {
public:
    Computation(const Update &update, ItemView previous) : m_update(update), m_previous(previous) {}

    Result<Changes> run()
    {
        m_terms.reserve(m_update.terms.size());
        for (const Term &term : m_update.terms)
            m_terms.push_back(evaluate(term));
        m_changes.ofAction.reserve(m_update.actions.size());
        for (const UpdateAction &action : m_update.actions) {
            STATOR_TRY(const Change change, changeOf(action));
            m_changes.ofAction.push_back(change);
        }
        return std::move(m_changes);
    }

private:
    // An error here is one only for what uses the term: if_not_exists may not.
    Result<ValueView> evaluate(const Term &term)
    {
        switch (term.kind) {
        case Term::Kind::Literal:
            return term.literal;
        case Term::Kind::Path:
            if (const auto value = document::resolve(m_previous, m_update.paths[term.path]))
                return *value;
            return missingAttribute();
        case Term::Kind::IfNotExists:
            if (const auto value = document::resolve(m_previous, m_update.paths[term.path]))
                return *value;
            return m_terms[term.right];
        case Term::Kind::ListAppend:
        case Term::Kind::Add:
        case Term::Kind::Subtract:
            break;
        }
        return combine(term);
    }

    Result<ValueView> combine(const Term &term)
    {
        STATOR_TRY(const ValueView left, m_terms[term.left]);
        STATOR_TRY(const ValueView right, m_terms[term.right]);
        const ValueType wanted = term.kind == Term::Kind::ListAppend ? ValueType::L : ValueType::N;
        if (left.type() != wanted || right.type() != wanted)
            return wrongDataType();
        if (term.kind == Term::Kind::ListAppend)
            return own(appended(left, right));
        STATOR_TRY(Value result, sum(left, right, term.kind == Term::Kind::Subtract));
        return own(std::move(result));
    }

    ValueView own(Value value)
    {
        m_changes.computed.push_back(std::move(value));
        return m_changes.computed.back().view();
    }

    Result<Change> changeOf(const UpdateAction &action)
    {
        switch (action.kind) {
        case UpdateAction::Kind::Set: {
            STATOR_TRY(const ValueView value, m_terms[action.term]);
            return Change{Change::Kind::Write, value};
        }
        case UpdateAction::Kind::Remove:
            return Change{Change::Kind::Remove, {}};
        case UpdateAction::Kind::Add:
        case UpdateAction::Kind::AddLegacy:
            return addition(action);
        case UpdateAction::Kind::Delete:
        case UpdateAction::Kind::DeleteLegacy:
            break;
        }
        return removal(action);
    }

    Result<Change> addition(const UpdateAction &action)
    {
        const auto target = document::resolve(m_previous, m_update.target(action));
        if (!target)
            return Change{Change::Kind::Write, action.operand};
        const bool isLegacy = action.kind == UpdateAction::Kind::AddLegacy;
        const ValueType type = action.operand.type();
        if (target->type() != type)
            return isLegacy ? legacyMismatch() : wrongDataType();
        if (model::isSet(type))
            return Change{Change::Kind::Write, own(unionOf(*target, action.operand))};
        if (type == ValueType::L)
            return Change{Change::Kind::Write, own(appended(*target, action.operand))};
        STATOR_TRY(Value result, sum(*target, action.operand, false));
        return Change{Change::Kind::Write, own(std::move(result))};
    }

    Result<Change> removal(const UpdateAction &action)
    {
        const auto target = document::resolve(m_previous, m_update.target(action));
        if (!target)
            return Change{Change::Kind::Keep, {}};
        if (target->type() != action.operand.type())
            return action.kind == UpdateAction::Kind::DeleteLegacy ? legacyMismatch() : wrongDataType();
        std::optional<Value> left = differenceOf(*target, action.operand);
        if (!left)
            return Change{Change::Kind::Remove, {}};
        return Change{Change::Kind::Write, own(std::move(*left))};
    }

    const Update &m_update;
    ItemView m_previous;
    std::vector<Result<ValueView>> m_terms; // in the order of Update::terms
    Changes m_changes;
};

} // namespace

Result<Changes> computeChanges(const Update &update, ItemView previous)
{
    return Computation(update, previous).run();
}

} // namespace stator::expression
