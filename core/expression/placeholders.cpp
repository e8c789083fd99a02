#include "expression/placeholders.h"

#include <algorithm>

#include "expression/lexer.h"
#include "model/limits.h"

namespace stator::expression {

namespace {

constexpr std::string_view kNamesMember = "ExpressionAttributeNames";
constexpr std::string_view kValues = "ExpressionAttributeValues";

Error mapError(std::string_view map, std::string_view text)
{
    return Error::validation(std::string(map).append(text));
}

// One sigil and at least one character behind it.
Result<void> checkKey(std::string_view map, char sigil, std::string_view key)
{
    const bool isWellFormed = key.size() > 1 && key.front() == sigil &&
                              std::all_of(key.begin() + 1, key.end(), isPlaceholderCharacter);
    if (!isWellFormed)
        return mapError(map, " contains invalid key: Syntax error; key: \"" + std::string(key) + "\"");
    if (key.size() > model::kPlaceholderBytes)
        return mapError(
            map, " contains invalid key: The expression attribute map contains a key that is too long; "
                 "size of key: " +
                     std::to_string(key.size()));
    return {};
}

// The wording of these two is unverified.
Result<void> checkAttributeName(std::string_view key, std::string_view name)
{
    if (name.empty())
        return mapError(kNamesMember,
                        " contains invalid value: Empty attribute name; key: " + std::string(key));
    if (name.size() > model::kAttributeNameBytes)
        return mapError(kNamesMember,
                        " contains invalid value: Attribute name is too long; key: " + std::string(key));
    return {};
}

Error invalidValue(const document::ValueFault &fault)
{
    if (fault.isNesting)
        return fault.error;
    return mapError(kValues,
                    " contains invalid value: " + fault.error.message + " for key " + fault.attribute);
}

Result<void> checkNames(const Placeholders::NameMap &names)
{
    if (names.empty())
        return mapError(kNamesMember, " must not be empty");
    for (const auto &[key, name] : names)
        STATOR_CHECK(checkKey(kNamesMember, '#', key));
    for (const auto &[key, name] : names)
        STATOR_CHECK(checkAttributeName(key, name));
    return {};
}

Result<void> checkValues(const document::Item &values)
{
    if (const document::ValueFault *fault = values.fault()) {
        STATOR_CHECK(checkKey(kValues, ':', fault->attribute));
        return invalidValue(*fault);
    }
    if (values.view().attributeCount() == 0)
        return mapError(kValues, " must not be empty");
    for (const document::Member &member : values.view().attributes())
        STATOR_CHECK(checkKey(kValues, ':', member.name));
    return {};
}

std::string unusedText(std::string_view map, const std::string &keys)
{
    return "Value provided in " + std::string(map) + " unused in expressions: keys: {" + keys + "}";
}

template <class Entries>
std::string unusedKeys(const Entries &entries)
{
    std::string keys;
    for (const auto &entry : entries) {
        if (entry.isUsed)
            continue;
        if (!keys.empty())
            keys += ", ";
        keys += entry.reference;
    }
    return keys;
}

template <class Entries>
auto *findReference(Entries &entries, std::string_view reference)
{
    const auto found =
        std::lower_bound(entries.begin(), entries.end(), reference,
                         [](const auto &entry, std::string_view wanted) { return entry.reference < wanted; });
    return found != entries.end() && found->reference == reference ? &*found : nullptr;
}

} // namespace

Placeholders::Placeholders() = default;

Result<Placeholders> Placeholders::create(const NameMap *names, const document::Item *values)
{
    Placeholders result;
    std::size_t bytes = 0;
    if (names) {
        STATOR_CHECK(checkNames(*names));
        for (const auto &[key, name] : *names) {
            bytes += key.size() + name.size();
            result.m_names.push_back({key, name, false});
        }
    }
    if (values) {
        STATOR_CHECK(checkValues(*values));
        result.m_values = std::make_shared<const document::Item>(*values);
        for (const document::Member &member : result.m_values->view().attributes()) {
            bytes += member.name.size() + member.value.sizeBytes();
            result.m_entries.push_back({member.name, member.value, false});
        }
    }
    // The wording of this limit is unverified.
    if (bytes > model::kSubstitutionBytes)
        return Error::validation(
            "ExpressionAttributeNames and ExpressionAttributeValues exceed the maximum allowed "
            "size; size: " +
            std::to_string(bytes));
    return result;
}

Result<std::string> Placeholders::name(ExpressionKind kind, std::string_view reference)
{
    Name *entry = findReference(m_names, reference);
    if (!entry)
        return invalidExpression(
            kind, "An expression attribute name used in the document path is not defined; attribute name: " +
                      std::string(reference));
    entry->isUsed = true;
    return entry->attribute;
}

Result<document::ValueView> Placeholders::value(ExpressionKind kind, std::string_view reference)
{
    Value *entry = findReference(m_entries, reference);
    if (!entry)
        return invalidExpression(
            kind, "An expression attribute value used in expression is not defined; attribute value: " +
                      std::string(reference));
    entry->isUsed = true;
    return entry->value;
}

Result<void> Placeholders::checkAllUsed() const
{
    if (const std::string keys = unusedKeys(m_names); !keys.empty())
        return Error::validation(unusedText(kNamesMember, keys));
    if (const std::string keys = unusedKeys(m_entries); !keys.empty())
        return Error::validation(unusedText(kValues, keys));
    return {};
}

Error namesWithoutExpression()
{
    return mapError(kNamesMember, " can only be specified when using expressions");
}

Error valuesWithoutExpression(std::string_view absent)
{
    return mapError(kValues, " can only be specified when using expressions: " + std::string(absent));
}

} // namespace stator::expression
