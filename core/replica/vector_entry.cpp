#include "replica/vector_entry.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "encoding/keys.h"
#include "vector/float_list.h"

namespace stator::replica {

bool appendVectorEntry(const model::IndexDefinition &index, const model::KeySchema &tableKeys,
                       document::ItemView item, std::string &key, std::string &row)
{
    thread_local std::vector<float> floats;
    thread_local std::string bytes;
    const auto value = item.attribute(index.vector.attribute);
    if (!value || vector::readVector(*value, index.vector.dimensions, floats))
        return false;
    if (!encoding::appendIndexKey(index.id, index.keys, tableKeys, item, key))
        return false;
    bytes.clear();
    vector::appendFloats(floats, bytes);
    encoding::appendIndexRow(encoding::indexDocument(index, tableKeys, item).bytes(), row, bytes);
    return true;
}

vector::Tag filterTag(document::ValueView value)
{
    const std::string_view bytes = value.bytes();
    const vector::Tag tag = XXH3_64bits(bytes.data(), bytes.size());
    return tag == 0 ? 1 : tag;
}

void filterTags(const model::VectorSettings &settings, document::ItemView document, std::vector<vector::Tag> &tags)
{
    tags.clear();
    for (const auto &filter : settings.inlineFilters) {
        const auto value = document.attribute(filter.name);
        tags.push_back(value ? filterTag(*value) : 0);
    }
}

} // namespace stator::replica
