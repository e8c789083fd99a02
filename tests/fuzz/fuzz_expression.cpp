// Any text is an expression of each kind or refused, and what is accepted can be used: conditions are decided,
// projections and updates give items in canonical form, key conditions are bound. NOT of a condition is decided
// the other way round.
#include <cstdint>
#include <string>

#include "document/check.h"
#include "document/json_reader.h"
#include "expression/condition.h"
#include "expression/key_condition.h"
#include "expression/projection.h"
#include "expression/update.h"

using namespace stator;
using namespace stator::expression;

namespace {

document::Item parsed(const char *json)
{
    auto item = document::parseItem(json);
    STATOR_ASSERT(item.ok());
    return std::move(*item);
}

struct World {
    document::Item item = parsed(R"({"pk":{"S":"k"},"a":{"S":"hello"},"b":{"N":"5"},"c":{"M":{"a":{"N":"1"},
        "b":{"L":[{"N":"0"},{"S":"x"},{"M":{"a":{"S":"y"}}}]}}},"d":{"L":[{"N":"0"},{"N":"1"},{"L":[]}]},
        "e":{"SS":["x","y"]},"f":{"NS":["1","2"]},"g":{"B":"AQID"},"h":{"BOOL":true},"i":{"NULL":true}})");
    document::Item key = parsed(R"({"pk":{"S":"k"}})");
    document::Item values = parsed(R"({":a":{"S":"hello"},":b":{"N":"5"},":c":{"M":{"a":{"N":"1"}}},
        ":d":{"L":[{"N":"0"}]},":e":{"SS":["x"]},":f":{"NS":["2"]},":g":{"B":"AQ=="},":h":{"BOOL":true},
        ":i":{"NULL":true},":j":{"S":"L"},":k":{"N":"-1E10"}})");
    Placeholders::NameMap names = {{"#a", "a"}, {"#b", "b"}, {"#c", "c"}, {"#d", "x.y"}, {"#e", "pk"}};
    model::KeySchema keys = {{{"pk", model::ValueType::S}}, {{"b", model::ValueType::N}}};

    Placeholders placeholders() const
    {
        auto created = Placeholders::create(&names, &values);
        STATOR_ASSERT(created.ok());
        return std::move(*created);
    }
};

void tryCondition(const World &world, const std::string &text)
{
    auto placeholders = world.placeholders();
    const auto condition = parseCondition(text, ExpressionKind::Condition, placeholders);
    if (!condition.ok())
        return;
    const bool truth = evaluate(*condition, world.item.view());
    evaluate(*condition, document::ItemView());
    const auto negation = parseCondition("NOT (" + text + ")", ExpressionKind::Filter, placeholders);
    if (negation.ok())
        STATOR_ASSERT(evaluate(*negation, world.item.view()) != truth);
}

void tryKeyCondition(const World &world, const std::string &text)
{
    auto placeholders = world.placeholders();
    const auto conditions = parseKeyCondition(text, placeholders);
    if (!conditions.ok())
        return;
    if (const auto bound = bindKeyCondition(*conditions, world.keys); bound.ok())
        STATOR_ASSERT(bound->partition.size() == 1 && bound->sortEqual.empty());
}

void tryProjection(const World &world, const std::string &text)
{
    auto placeholders = world.placeholders();
    const auto projection = parseProjection(text, placeholders);
    if (!projection.ok())
        return;
    const auto selected = document::project(world.item.view(), projection->paths);
    STATOR_ASSERT(document::checkItem(selected.bytes()).ok());
}

void tryUpdate(const World &world, const std::string &text)
{
    auto placeholders = world.placeholders();
    const auto update = parseUpdate(text, placeholders);
    if (!update.ok())
        return;
    if (const auto changed = applyUpdate(*update, world.item.view(), world.key.view()); changed.ok()) {
        STATOR_ASSERT(document::checkItem(changed->bytes()).ok());
        const auto shown = document::project(changed->view(), updatedPaths(*update));
        STATOR_ASSERT(document::checkItem(shown.bytes()).ok());
    }
    if (const auto made = applyUpdate(*update, std::nullopt, world.key.view()); made.ok())
        STATOR_ASSERT(document::checkItem(made->bytes()).ok());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const World world;
    const std::string text(reinterpret_cast<const char *>(data), size);
    tryCondition(world, text);
    tryKeyCondition(world, text);
    tryProjection(world, text);
    tryUpdate(world, text);
    return 0;
}
