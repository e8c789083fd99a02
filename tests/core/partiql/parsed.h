// Shorthands for tests of PartiQL: statements from texts, parameters from DynamoDB JSON with single quotes.
#pragma once

#include <initializer_list>

#include "core/expression/given.h"
#include "partiql/parser.h"
#include "support/json_text.h"

namespace parsed {

inline std::vector<stator::document::Value> parameters(std::initializer_list<const char *> texts)
{
    std::vector<stator::document::Value> values;
    for (const char *text : texts) {
        auto value = stator::document::parseValue(stator::tests::jsonText(text));
        if (!value.ok())
            qFatal("not a value: %s", text);
        values.push_back(std::move(value).value());
    }
    return values;
}

inline stator::partiql::Statement statement(const std::string &text,
                                            std::initializer_list<const char *> values = {})
{
    auto result = stator::partiql::parse(text, parameters(values));
    if (!result.ok())
        qFatal("%s: %s", text.c_str(), result.error().message.c_str());
    return std::move(result).value();
}

inline stator::document::Item item(const char *json)
{
    return given::item(stator::tests::jsonText(json));
}

inline QString json(stator::document::ItemView item)
{
    return given::json(item).replace(u'"', u'\'');
}

} // namespace parsed
