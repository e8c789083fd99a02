// What a ResourceArn means: a table, or the latest stream of one. Tags and policies belong to either.
//
// Earlier streams of a table, and those whose table is gone, can be read for a day and carry neither.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "operations/table_access.h"

namespace stator::operations {

struct Resource {
    engine::Region *region = nullptr; // null: not one of this account and region
    std::string table;
    std::optional<TimeMicros> stream; // when it was made; nothing: the table is meant

    // Whether the table has this stream now, if one is meant.
    bool isOf(const model::TableDefinition &definition) const
    {
        return !stream || definition.stream.created == *stream;
    }
    bool exists() const;

    template <class Definition>
    auto &tags(Definition &definition) const
    {
        return stream ? definition.streamTags : definition.tags;
    }
    template <class Definition>
    auto &policy(Definition &definition) const
    {
        return stream ? definition.streamPolicy : definition.resourcePolicy;
    }
};

// ValidationException if `arn` is none, or not that of a table or stream; `invalid` stands before it then.
Result<Resource> parseResource(const Environment &environment, const service::Call &call,
                               const std::string &arn, std::string_view invalid);

} // namespace stator::operations
