// Shorthands for tests of expressions: placeholders and items from texts, outcomes as texts.
#pragma once

#include <QtCore/QString>
#include <QtTest/QTest>

#include "document/json_reader.h"
#include "document/json_writer.h"
#include "expression/placeholders.h"

namespace given {

inline stator::document::Item item(const std::string &json)
{
    auto parsed = stator::document::parseItem(json);
    if (!parsed.ok())
        qFatal("not an item: %s: %s", json.c_str(), parsed.error().message.c_str());
    return std::move(parsed).value();
}

// `names`: "#a=alpha #b=beta"; `values`: DynamoDB JSON, or empty for none.
inline stator::expression::Placeholders placeholders(const std::string &names, const std::string &values)
{
    stator::expression::Placeholders::NameMap map;
    for (const QString &pair : QString::fromStdString(names).split(' ', Qt::SkipEmptyParts))
        map.emplace(pair.section('=', 0, 0).toStdString(), pair.section('=', 1).toStdString());
    const auto parsed = values.empty() ? stator::document::Item() : item(values);
    auto created = stator::expression::Placeholders::create(map.empty() ? nullptr : &map,
                                                            values.empty() ? nullptr : &parsed);
    if (!created.ok())
        qFatal("not placeholders: %s", created.error().message.c_str());
    return std::move(created).value();
}

template <class T>
QString errorOf(const stator::Result<T> &result)
{
    return result.ok() ? QStringLiteral("no error") : QString::fromStdString(result.error().message);
}

inline QString json(stator::document::ItemView item)
{
    return QString::fromStdString(stator::document::itemToJson(item));
}

// The same item as the service would print it, whatever the order of members in `text`.
inline QString json(const std::string &text)
{
    return json(item(text).view());
}

} // namespace given
