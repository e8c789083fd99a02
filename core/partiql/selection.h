// What a SELECT returns of an item: all of it, or some paths under their last names.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "document/item.h"
#include "document/path_tree.h"
#include "expression/attribute_use.h"
#include "partiql/statement.h"

namespace stator::partiql {

class Selection {
public:
    explicit Selection(const Statement &statement);

    bool isWholeItem() const { return m_attributes.empty(); }
    // Of all columns.
    const expression::AttributeUses &attributes() const { return m_attributes; }

    // Appends what is selected of the item. Paths that lead nowhere are left out.
    void appendTo(document::ItemList &items, document::ItemView item) const;

private:
    expression::AttributeUses m_attributes;
    document::PathTree m_paths;                                    // if all columns are attributes
    std::vector<std::pair<std::string, document::Path>> m_columns; // else
};

} // namespace stator::partiql
