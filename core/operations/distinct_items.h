// Whether a batch or a transaction names an item twice. The service looks for that before it looks for the
// tables, so a table that is not there must not hide it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "document/item.h"
#include "model/table_definition.h"

namespace stator::operations {

class DistinctItems {
public:
    // False: it was added before. `item` is a key or a whole item; what has no key of its table is refused
    // for that, later. `table` is null where there is none, and then only what is equal as a whole is known
    // to be the same.
    bool add(std::string_view shownName, const model::TableDefinition *table, document::ItemView item);

private:
    std::unordered_set<std::string> m_places;
};

} // namespace stator::operations
