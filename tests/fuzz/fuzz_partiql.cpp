// Any text is a statement or refused, and what is accepted can be used: WHERE is decided and finds its keys,
// columns and updates give items in canonical form. A key that WHERE names fulfils what it says of keys
// alone.
#include <cstdint>
#include <string>

#include <simdjson.h>

#include "document/check.h"
#include "document/json_reader.h"
#include "partiql/assignments.h"
#include "partiql/key_access.h"
#include "partiql/parser.h"
#include "partiql/row_order.h"
#include "partiql/selection.h"
#include "partiql/where.h"

using namespace stator;
using namespace stator::partiql;

namespace {

document::Item parsed(const char *json)
{
    auto item = document::parseItem(json);
    STATOR_ASSERT(item.ok());
    return std::move(*item);
}

struct World {
    document::Item item = parsed(R"({"a":{"S":"x"},"b":{"N":"5"},"c":{"M":{"a":{"N":"1"},
        "b":{"L":[{"N":"0"},{"S":"x"}]}}},"d":{"L":[{"N":"0"},{"N":"1"},{"L":[]}]},"e":{"SS":["x","y"]},
        "f":{"NS":["1","2"]},"g":{"B":"AQID"},"h":{"BOOL":true},"i":{"NULL":true}})");
    model::KeySchema keys = {{{"a", model::ValueType::S}}, {{"b", model::ValueType::N}}};
};

// As many as the text has question marks, of several types.
std::vector<document::Value> parametersFor(const std::string &text)
{
    std::vector<document::Value> values;
    for (const char c : text) {
        if (c != '?')
            continue;
        switch (values.size() % 3) {
        case 0:
            values.push_back(document::Value::string("x"));
            break;
        case 1:
            values.push_back(document::Value::number("5"));
            break;
        default:
            values.push_back(document::Value::boolean(true));
        }
    }
    return values;
}

void tryWhere(const World &world, const Statement &statement)
{
    const auto condition = conditionOf(statement, {});
    if (condition.ok() && *condition) {
        expression::evaluate(**condition, world.item.view());
        expression::evaluate(**condition, document::ItemView());
    }
    if (const auto one = itemAccess(statement, world.keys)) {
        STATOR_ASSERT(document::checkItem(one->key.bytes()).ok());
        STATOR_ASSERT(one->known.size() <= statement.conjuncts.size());
    }
    auto access = partitionAccess(statement, world.keys);
    if (!access.ok())
        return;
    for (const auto &query : access->queries)
        (void)expression::bindKeyCondition(query, world.keys);
    (void)applyOrder(statement, world.keys, *access);
    // What is known of keys and what is left make the whole.
    const auto rest = conditionOf(statement, access->known);
    if (condition.ok() && *condition && rest.ok() && !*rest)
        STATOR_ASSERT(!access->known.empty());
}

void tryUpdate(const World &world, const Statement &statement)
{
    const auto update = updateOf(statement);
    if (!update.ok())
        return;
    const auto changed = expression::applyUpdate(*update, world.item.view(), world.item.view());
    if (!changed.ok())
        return;
    STATOR_ASSERT(document::checkItem(changed->bytes()).ok());
    const auto shown = document::project(changed->view(), expression::updatedPaths(*update));
    STATOR_ASSERT(document::checkItem(shown.bytes()).ok());
}

void tryStatement(const World &world, const Statement &statement)
{
    if (statement.kind == Statement::Kind::Insert) {
        STATOR_ASSERT(document::checkItem(statement.item.bytes()).ok());
        return;
    }
    tryWhere(world, statement);
    if (statement.kind == Statement::Kind::Update)
        return tryUpdate(world, statement);
    document::ItemList list;
    Selection(statement).appendTo(list, world.item.view());
    STATOR_ASSERT(document::checkItem(list[0].bytes()).ok());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const World world;
    const std::string text(reinterpret_cast<const char *>(data), size);
    if (!simdjson::validate_utf8(text)) // what reads requests lets nothing else through
        return 0;
    auto statement = parse(text, parametersFor(text));
    if (statement.ok())
        tryStatement(world, *statement);
    (void)parse(text, {});
    return 0;
}
