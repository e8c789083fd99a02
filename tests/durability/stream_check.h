// Whether a table's stream tells the table's whole story: its records, one after the other, lead from no items to
// those that are there, and each begins where the one before left the item.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "encoding/keys.h"
#include "replica/zone.h"
#include "streams/cursor.h"

namespace stator::testing {


// Empty: nothing is wrong. `lsns` gets the entry of each record. The stream has both images, and nothing of it
// was trimmed.
inline std::string streamFault(const model::TableDefinition &table, const replica::Zone &zone,
                               const std::map<std::string, document::Item> &items, std::vector<std::uint64_t> &lsns)
{
    replica::StreamHandle stream;
    for (const auto &each : zone.streams())
        if (each->description().storageId == table.storageId)
            stream = each;
    if (!stream)
        return table.name + " has no stream";
    std::map<std::string, document::Item> told;
    streams::Cursor cursor(stream, streams::oldest(*stream));
    encoding::RecordView record;
    encoding::RecordPlace last;
    while (true) {
        const auto isThere = cursor.next(record);
        if (!isThere)
            return table.name + ": " + isThere.error().message;
        if (!*isThere)
            break;
        if (record.place <= last)
            return table.name + ": records are out of order";
        last = record.place;
        lsns.push_back(record.place.position.lsn);
        const std::string key = encoding::itemKey(table.keys, record.anyWithKeys());
        if (encoding::hashOfKey(key) != record.hash)
            return table.name + ": a record has another's hash";
        const auto before = told.find(key);
        if (record.wasThere != (before != told.end()) || record.oldImage.has_value() != record.wasThere ||
            (record.oldImage && !(*record.oldImage == before->second.view())))
            return table.name + ": a record does not begin where the one before ended";
        if (record.newImage)
            told.insert_or_assign(key, document::Item(*record.newImage));
        else
            told.erase(key);
    }
    if (!(told == items))
        return table.name + ": the stream tells of " + std::to_string(told.size()) + " items, not of " +
               std::to_string(items.size()) + ", or of others";
    return {};
}

} // namespace stator::testing
