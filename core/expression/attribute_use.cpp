#include "expression/attribute_use.h"

#include "model/table_definition.h"

namespace stator::expression {

void addUse(AttributeUses &uses, const document::Path &path)
{
    const std::string &attribute = std::get<std::string>(path.front());
    const bool isNested = path.size() > 1;
    for (AttributeUse &use : uses) {
        if (use.attribute == attribute) {
            use.isNested = use.isNested || isNested;
            return;
        }
    }
    uses.push_back({attribute, isNested});
}

Result<void> checkNoPathIntoKeys(const AttributeUses &uses, const model::KeySchema &keys,
                                 std::string_view label)
{
    for (const AttributeUse &use : uses)
        if (use.isNested && keys.contains(use.attribute))
            return Error::validation(
                "Key attributes must be scalars; list random access '[]' and map lookup '.' "
                "are not allowed: " +
                std::string(label) + ": " + use.attribute);
    return {};
}

Result<void> checkNoPathIntoKeys(const AttributeUses &uses, const model::TableDefinition &table)
{
    STATOR_CHECK(checkNoPathIntoKeys(uses, table.keys));
    for (const model::IndexDefinition &index : table.indexes)
        STATOR_CHECK(checkNoPathIntoKeys(uses, index.keys, "IndexKey"));
    return {};
}

} // namespace stator::expression
