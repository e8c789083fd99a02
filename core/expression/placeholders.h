// ExpressionAttributeNames and ExpressionAttributeValues of one request, and which of them its expressions
// used.
//
// One object serves all expressions of a request, parsed in the order Update, Condition, KeyCondition,
// Filter, Projection; checkAllUsed() comes after the last.
//
// Threads: one at a time. Ownership: names and values are copied; what is parsed shares the values and may
// outlive the Placeholders.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/item.h"
#include "expression/expression_kind.h"

namespace stator::expression {

class Placeholders {
public:
    // "#n" → attribute name.
    using NameMap = std::map<std::string, std::string>;

    Placeholders(); // neither names nor values
    // Absent maps are null. Checks that maps are not empty, their keys, names and values, and the limits.
    // Members of `values` are named ":v"; its fault, if any, becomes the text of an invalid value.
    static Result<Placeholders> create(const NameMap *names, const document::Item *values);

    // The name behind "#n", marked as used; or the text for one that is not defined.
    Result<std::string> name(ExpressionKind kind, std::string_view reference);
    // The value behind ":v", marked as used. Valid as long as values() is held.
    Result<document::ValueView> value(ExpressionKind kind, std::string_view reference);
    std::shared_ptr<const document::Item> values() const { return m_values; }

    // The texts for names, then values, that no expression used.
    Result<void> checkAllUsed() const;

private:
    struct Name {
        std::string reference;
        std::string attribute;
        bool isUsed = false;
    };
    struct Value {
        std::string_view reference; // in m_values
        document::ValueView value;
        bool isUsed = false;
    };

    std::vector<Name> m_names;    // sorted by reference
    std::vector<Value> m_entries; // sorted by reference
    std::shared_ptr<const document::Item> m_values;
};

// A map came without any expression that could use it.
Error namesWithoutExpression();
// `absent`: the expressions the operation knows, as "ConditionExpression is null" or
// "FilterExpression and KeyConditionExpression are null".
Error valuesWithoutExpression(std::string_view absent);

} // namespace stator::expression
