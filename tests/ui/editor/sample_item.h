// An item with every type, and what loses its way most easily: 38 digits, base64, empty and odd texts.
#pragma once

#include <string>

#include "base/assert.h"
#include "document/item.h"
#include "document/json_reader.h"
#include "document/json_writer.h"
#include "features/items/editor/item_rules.h"

#ifndef Q_MOC_RUN // moc loses count of the brackets in the raw string below

namespace stator::test {

inline document::Item item(std::string_view json)
{
    auto parsed = document::parseItem(json);
    STATOR_ASSERT(parsed.ok());
    return std::move(*parsed);
}

inline document::Item richItem()
{
    return item(R"({
        "pk": {"S": "ORDER#1"}, "sk": {"N": "7"},
        "digits": {"N": "-12345678901234567890.123456789012345678"},
        "tiny": {"N": "1E-130"}, "huge": {"N": "9.9999999999999999999999999999999999999E+125"},
        "photo": {"B": "AAECA//+"}, "nothing": {"NULL": true}, "yes": {"BOOL": true}, "no": {"BOOL": false},
        "empty": {"S": ""}, "emptyBytes": {"B": ""}, "emptyList": {"L": []}, "emptyMap": {"M": {}},
        "odd": {"S": "nbsp\u00a0 line\u2028 bom\ufeff tab\t cr\r\n quote\" back\\ \u0000 \ud83d\ude00"},
        "colours": {"SS": ["red", "", "blue"]}, "sizes": {"NS": ["3", "0.5", "-1"]}, "blobs": {"BS": ["AA==", "//8="]},
        "list": {"L": [{"S": "a"}, {"B": "AQ=="}, {"NS": ["1"]}, {"M": {"deep": {"BS": ["AQ=="]}}}, {"L": [{"N": "2"}]}]},
        "map": {"M": {"x.y": {"S": "dotted"}, "n": {"N": "1.5"}}}
    })");
}

inline document::Item richKey()
{
    return item(R"({"pk":{"S":"ORDER#1"},"sk":{"N":"7"}})");
}

// The same key, and little else.
inline document::Item poorItem()
{
    return item(R"({"pk":{"S":"ORDER#1"},"sk":{"N":"7"},"yes":{"BOOL":false}})");
}

inline ui::ItemRules richRules()
{
    ui::ItemRules rules;
    rules.keys.partition = {{"pk", model::ValueType::S}};
    rules.keys.sort = {{"sk", model::ValueType::N}};
    return rules;
}

} // namespace stator::test

#endif
