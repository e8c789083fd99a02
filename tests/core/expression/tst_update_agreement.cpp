// Random updates of random items, made twice: by the walk along the tree of targets, and action by action on
// trees the slow, obvious way. Covers all four clauses, sums, if_not_exists, list_append, nested paths,
// removals beside settings in one list, and which updates fail; does not cover error texts.
#include <QtTest/QTest>

#include "core/expression/given.h"
#include "core/expression/plain_document.h"
#include "expression/update.h"

using namespace stator;
using namespace stator::tests;

namespace {

using Type = PlainValue::Type;

// A right-hand side.
struct Term {
    enum class Kind { Path, Value, IfNotExists, ListAppend, Plus, Minus };
    Kind kind = Kind::Value;
    PlainPath path;
    std::string value; // ":v0"
    std::vector<Term> parts;
};

struct Action {
    enum class Kind { Set, Remove, Add, Delete };
    Kind kind = Kind::Set;
    PlainPath path;
    Term term;
};

class Generator : public PlainGenerator {
public:
    using PlainGenerator::PlainGenerator;

    PlainValue values = plainMap();

    std::string literal(PlainValue value)
    {
        const std::string name = ":v" + std::to_string(values.map.size());
        values.map[name] = std::move(value);
        return name;
    }

    Term operand(const PlainValue &item, int depth)
    {
        Term term;
        switch (below(depth > 0 ? 6 : 4)) {
        case 0:
        case 1:
            term.kind = Term::Kind::Path;
            term.path = pathIn(item);
            return term;
        case 2:
            term.value = literal(plainNumber(below(9)));
            return term;
        case 3:
            term.value = literal(value(1));
            return term;
        case 4:
            term.kind = Term::Kind::IfNotExists;
            term.path = pathIn(item);
            term.parts.push_back(operand(item, depth - 1));
            return term;
        default:
            term.kind = Term::Kind::ListAppend;
            term.parts.push_back(operand(item, depth - 1));
            term.parts.push_back(operand(item, depth - 1));
            return term;
        }
    }

    Action action(const PlainValue &item)
    {
        Action action;
        action.path = pathIn(item);
        switch (below(5)) {
        case 0:
            action.kind = Action::Kind::Remove;
            break;
        case 1: {
            action.kind = Action::Kind::Add;
            PlainValue set = value(0);
            action.term.value = literal(set.type == Type::SS ? set : plainNumber(below(9) - 4));
            break;
        }
        case 2: {
            action.kind = Action::Kind::Delete;
            PlainValue set;
            set.type = Type::SS;
            set.set = {below(2) == 0 ? "p" : "q", "r"};
            action.term.value = literal(set);
            break;
        }
        default:
            action.term = operand(item, 2);
            if (below(3) == 0) {
                Term sum;
                sum.kind = below(2) == 0 ? Term::Kind::Plus : Term::Kind::Minus;
                sum.parts.push_back(std::move(action.term));
                sum.parts.push_back(operand(item, 1));
                action.term = std::move(sum);
            }
        }
        return action;
    }
};

std::string print(const Term &term)
{
    switch (term.kind) {
    case Term::Kind::Path:
        return pathJson(term.path);
    case Term::Kind::Value:
        return term.value;
    case Term::Kind::IfNotExists:
        return "if_not_exists(" + pathJson(term.path) + ", " + print(term.parts[0]) + ")";
    case Term::Kind::ListAppend:
        return "list_append(" + print(term.parts[0]) + ", " + print(term.parts[1]) + ")";
    case Term::Kind::Plus:
        return print(term.parts[0]) + " + " + print(term.parts[1]);
    case Term::Kind::Minus:
        return print(term.parts[0]) + " - " + print(term.parts[1]);
    }
    return {};
}

std::string print(const std::vector<Action> &actions)
{
    static const std::pair<Action::Kind, std::string> kClauses[] = {{Action::Kind::Set, "SET"},
                                                                    {Action::Kind::Remove, "REMOVE"},
                                                                    {Action::Kind::Add, "ADD"},
                                                                    {Action::Kind::Delete, "DELETE"}};
    std::string text;
    for (const auto &clause : kClauses) {
        std::string list;
        for (const Action &action : actions) {
            if (action.kind != clause.first)
                continue;
            list += (list.empty() ? " " : ", ") + pathJson(action.path);
            if (action.kind == Action::Kind::Set)
                list += " = " + print(action.term);
            else if (action.kind != Action::Kind::Remove)
                list += " " + action.term.value;
        }
        if (!list.empty())
            text += (text.empty() ? "" : " ") + clause.second + list;
    }
    return text;
}

// Nothing: the update fails.
std::optional<PlainValue> evaluate(const Term &term, const PlainValue &item, const PlainValue &values)
{
    if (term.kind == Term::Kind::Value)
        return values.map.at(term.value);
    if (term.kind == Term::Kind::Path || term.kind == Term::Kind::IfNotExists) {
        if (const PlainValue *found = resolve(item, term.path))
            return *found;
        return term.kind == Term::Kind::Path ? std::nullopt : evaluate(term.parts[0], item, values);
    }
    auto left = evaluate(term.parts[0], item, values);
    const auto right = evaluate(term.parts[1], item, values);
    if (!left || !right)
        return std::nullopt;
    const Type wanted = term.kind == Term::Kind::ListAppend ? Type::L : Type::N;
    if (left->type != wanted || right->type != wanted)
        return std::nullopt;
    if (wanted == Type::N)
        return plainNumber(term.kind == Term::Kind::Plus ? left->number + right->number
                                                         : left->number - right->number);
    const int length = static_cast<int>(left->list.size());
    for (const auto &element : right->list)
        left->list[length + element.first] = element.second;
    return left;
}

// Where the last step of a path is to be changed, in the item as it becomes; null: nowhere.
PlainValue *parentIn(PlainValue &item, const PlainPath &path)
{
    PlainValue *at = &item;
    for (std::size_t i = 0; i + 1 < path.size() && at; ++i)
        at = const_cast<PlainValue *>(childOf(*at, path[i]));
    if (!at)
        return nullptr;
    const Type wanted = std::holds_alternative<int>(path.back()) ? Type::L : Type::M;
    return at->type == wanted ? at : nullptr;
}

void put(PlainValue &parent, const std::variant<std::string, int> &step, PlainValue value)
{
    if (const auto *name = std::get_if<std::string>(&step))
        parent.map[*name] = std::move(value);
    else
        parent.list[std::get<int>(step)] = std::move(value);
}

void drop(PlainValue &parent, const std::variant<std::string, int> &step)
{
    if (const auto *name = std::get_if<std::string>(&step))
        parent.map.erase(*name);
    else
        parent.list.erase(std::get<int>(step));
}

// False: the update fails. Lists keep their old indexes until all is done.
bool perform(const Action &action, const PlainValue &before, const PlainValue &values, PlainValue &after)
{
    PlainValue *parent = parentIn(after, action.path);
    const PlainValue *old = resolve(before, action.path);
    if (action.kind == Action::Kind::Set) {
        auto value = evaluate(action.term, before, values);
        if (!value || !parent)
            return false;
        put(*parent, action.path.back(), std::move(*value));
        return true;
    }
    if (!parent)
        return false;
    if (action.kind == Action::Kind::Remove) {
        drop(*parent, action.path.back());
        return true;
    }
    const PlainValue &operand = values.map.at(action.term.value);
    if (!old) {
        if (action.kind == Action::Kind::Add)
            put(*parent, action.path.back(), operand);
        return true;
    }
    if (old->type != operand.type)
        return false;
    PlainValue result = *old;
    result.number += operand.number;
    for (const std::string &member : operand.set) {
        if (action.kind == Action::Kind::Add)
            result.set.insert(member);
        else
            result.set.erase(member);
    }
    if (result.type == Type::SS && result.set.empty())
        drop(*parent, action.path.back());
    else
        put(*parent, action.path.back(), std::move(result));
    return true;
}

std::optional<PlainValue> obviously(const std::vector<Action> &actions, const PlainValue &item,
                                    const PlainValue &values)
{
    PlainValue after = item;
    for (const Action &action : actions)
        if (!perform(action, item, values, after))
            return std::nullopt;
    return after;
}

} // namespace

class TestUpdateAgreement : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheObviousUpdate()
    {
        int applied = 0;
        int failed = 0;
        for (std::uint64_t seed = 1; seed <= 8000; ++seed) {
            Generator generator(seed);
            const PlainValue item = generator.item();
            std::vector<Action> actions;
            for (int count = 1 + generator.below(4); count > 0; --count)
                actions.push_back(generator.action(item));
            const std::string text = print(actions);
            auto placeholders =
                given::placeholders("", generator.values.map.empty() ? "" : membersJson(generator.values));
            const auto update = expression::parseUpdate(text, placeholders);
            if (!update.ok())
                continue; // paths in each other's way, or a literal of the wrong type
            const auto expected = obviously(actions, item, generator.values);
            const auto before = given::item(membersJson(item));
            const auto actual = expression::applyUpdate(*update, before.view(), document::Item().view());
            const QString where =
                QString("seed %1: %2 on %3 with %4")
                    .arg(seed)
                    .arg(QString::fromStdString(text), QString::fromStdString(membersJson(item)),
                         QString::fromStdString(membersJson(generator.values)));
            QVERIFY2(actual.ok() == expected.has_value(), qPrintable(where + ": " + given::errorOf(actual)));
            if (!expected) {
                ++failed;
                continue;
            }
            const QString shown = given::json(actual->view());
            QVERIFY2(shown == given::json(membersJson(*expected)), qPrintable(where + ": " + shown));
            ++applied;
        }
        // Enough of both outcomes to mean something.
        QVERIFY2(applied > 1000, qPrintable(QString::number(applied)));
        QVERIFY2(failed > 1000, qPrintable(QString::number(failed)));
    }
};

QTEST_GUILESS_MAIN(TestUpdateAgreement)
#include "tst_update_agreement.moc"
