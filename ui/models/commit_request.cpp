#include "models/commit_request.h"

#include <string>
#include <vector>

#include "document/writer.h"
#include "model/limits.h"

namespace stator::ui {

namespace {

using document::ItemView;
using document::ItemWriter;
using document::ValueView;

// Half of what one expression may hold of operators: each attribute takes a comparison and an AND.
constexpr std::size_t kMostConditions = model::kExpressionOperators / 2;

// Collects names, values and the text of expressions that use them.
class ExpressionBuilder {
public:
    std::string name(std::string_view attribute)
    {
        for (std::size_t i = 0; i < m_names.size(); ++i)
            if (m_names[i].second == attribute)
                return m_names[i].first;
        m_names.emplace_back("#a" + std::to_string(m_names.size()), std::string(attribute));
        return m_names.back().first;
    }

    std::string value(ValueView value)
    {
        std::string placeholder = ":v" + std::to_string(m_valueCount++);
        m_values.name(placeholder);
        m_values.value(value);
        return placeholder;
    }

    template <class Request>
    void fill(Request &request)
    {
        if (!m_names.empty()) {
            request.expressionAttributeNames.emplace();
            for (auto &[placeholder, attribute] : m_names)
                request.expressionAttributeNames->emplace_back(placeholder, attribute);
        }
        if (m_valueCount > 0)
            request.expressionAttributeValues = m_values.finish();
    }

private:
    std::vector<std::pair<std::string, std::string>> m_names;
    ItemWriter m_values;
    std::size_t m_valueCount = 0;
};

void append(std::string &text, std::string_view separator, std::string_view part)
{
    if (!text.empty())
        text += separator;
    text += part;
}

// The attribute is as it was read: equal, or absent.
std::string unchanged(ExpressionBuilder &builder, ItemView base, std::string_view attribute)
{
    const auto value = base.attribute(attribute);
    if (!value)
        return "attribute_not_exists(" + builder.name(attribute) + ")";
    return builder.name(attribute) + " = " + builder.value(*value);
}

// Conditions for `first`, then for other attributes of `base` while there is room. Key attributes always hold.
std::string condition(ExpressionBuilder &builder, ItemView base, ItemView key, const std::vector<std::string> &first)
{
    std::string text;
    std::size_t count = 0;
    const auto add = [&](std::string_view attribute) {
        append(text, " AND ", unchanged(builder, base, attribute));
        ++count;
    };
    for (const auto &attribute : first)
        add(attribute);
    for (const auto &member : base.attributes()) {
        if (count >= kMostConditions || text.size() > model::kExpressionBytes / 2)
            break;
        if (!key.attribute(member.name)
            && std::find(first.begin(), first.end(), member.name) == first.end())
            add(member.name);
    }
    // An item of nothing but its key: that it is there is all that was read.
    if (text.empty())
        text = "attribute_exists(" + builder.name((*key.attributes().begin()).name) + ")";
    return text;
}

api::PutItemRequest putNew(const TableAddress &table, const StagedEdit &edit)
{
    api::PutItemRequest request;
    request.tableName = table.table;
    request.item = *edit.wanted;
    ExpressionBuilder builder;
    request.conditionExpression =
        "attribute_not_exists(" + builder.name((*edit.key.view().attributes().begin()).name) + ")";
    builder.fill(request);
    return request;
}

api::DeleteItemRequest remove(const TableAddress &table, const StagedEdit &edit)
{
    api::DeleteItemRequest request;
    request.tableName = table.table;
    request.key = edit.key;
    ExpressionBuilder builder;
    request.conditionExpression = condition(builder, edit.base->view(), edit.key.view(), {});
    builder.fill(request);
    return request;
}

api::UpdateItemRequest update(const TableAddress &table, const StagedEdit &edit)
{
    const ItemView base = edit.base->view();
    const ItemView wanted = edit.wanted->view();
    api::UpdateItemRequest request;
    request.tableName = table.table;
    request.key = edit.key;
    ExpressionBuilder builder;
    std::vector<std::string> changed;
    std::string set, removed;
    for (const auto &member : wanted.attributes()) {
        const auto before = base.attribute(member.name);
        if (before && *before == member.value)
            continue;
        changed.emplace_back(member.name);
        append(set, ", ", builder.name(member.name) + " = " + builder.value(member.value));
    }
    for (const auto &member : base.attributes()) {
        if (wanted.attribute(member.name))
            continue;
        changed.emplace_back(member.name);
        append(removed, ", ", builder.name(member.name));
    }
    std::string expression;
    if (!set.empty())
        expression = "SET " + set;
    if (!removed.empty())
        append(expression, " ", "REMOVE " + removed);
    request.updateExpression = expression;
    request.conditionExpression = condition(builder, base, edit.key.view(), changed);
    builder.fill(request);
    return request;
}

} // namespace

CommitRequest commitRequest(const TableAddress &table, const StagedEdit &edit)
{
    STATOR_ASSERT(!edit.isVoid());
    if (!edit.base)
        return putNew(table, edit);
    if (!edit.wanted)
        return remove(table, edit);
    return update(table, edit);
}

} // namespace stator::ui
