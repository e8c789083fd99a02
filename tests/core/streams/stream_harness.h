// Streams in a region for tests: tables that have one, and what it holds as text.
#pragma once

#include <string>
#include <vector>

#include "core/engine/region_harness.h"
#include "document/json_writer.h"
#include "streams/cursor.h"

namespace stator::streams::testing {

using namespace engine::testing;

inline model::TableDefinition tableWithStream(std::string name, model::StreamViewType view)
{
    model::TableDefinition table = tableNamed(std::move(name));
    table.stream.status = model::StreamStatus::Enabling;
    table.stream.viewType = view;
    return table;
}

// "INSERT new", "MODIFY old > new", "REMOVE old"; keys alone in brackets.
inline std::string toText(const encoding::RecordView &record)
{
    std::string text = !record.isThere ? "REMOVE" : record.wasThere ? "MODIFY" : "INSERT";
    if (record.cause == encoding::Cause::TimeToLive)
        text += " expired";
    if (record.keys)
        text += " [" + document::itemToJson(document::Item(*record.keys).view()) + "]";
    if (record.oldImage)
        text += " old " + document::itemToJson(*record.oldImage);
    if (record.newImage)
        text += " new " + document::itemToJson(*record.newImage);
    return text;
}

inline std::vector<std::string> readAll(Cursor &cursor)
{
    std::vector<std::string> texts;
    encoding::RecordView record;
    while (true) {
        const auto isThere = cursor.next(record);
        if (!isThere.ok()) {
            texts.push_back("! " + isThere.error().message);
            return texts;
        }
        if (!*isThere)
            return texts;
        texts.push_back(toText(record));
    }
}

inline StreamHandle latestStream(engine::Region &region, std::string_view table)
{
    StreamHandle latest;
    for (const auto &stream : region.streams())
        if (stream->description().tableName == table &&
            (!latest || latest->description().created < stream->description().created))
            latest = stream;
    return latest;
}

inline std::vector<std::string> allRecords(engine::Region &region, std::string_view table)
{
    const StreamHandle stream = latestStream(region, table);
    if (!stream)
        return {"! there is no stream"};
    Cursor cursor(stream, oldest(*stream));
    return readAll(cursor);
}

} // namespace stator::streams::testing
