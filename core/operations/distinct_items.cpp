#include "operations/distinct_items.h"

#include <utility>

#include "encoding/keys.h"
#include "operations/key_check.h"

namespace stator::operations {

bool DistinctItems::add(std::string_view shownName, const model::TableDefinition *table,
                        document::ItemView item)
{
    std::string place;
    if (!table) {
        place.append(shownName).append("|").append(item.bytes()); // no table has a bar in its name
    } else if (hasKey(table->keys, item)) {
        place.append(table->name).append("/"); // not as shown: it may be there by name and by ARN
        encoding::appendItemKey(table->keys, item, place);
    } else {
        return true;
    }
    return m_places.insert(std::move(place)).second;
}

} // namespace stator::operations
