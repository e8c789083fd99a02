// Keys of tables and indexes: which attributes they are made of, and their types.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/value_type.h"

namespace stator::model {

struct KeyAttribute {
    std::string name;
    ValueType type = ValueType::S; // S, N or B

    bool operator==(const KeyAttribute &) const = default;
};

// One to four partition attributes, none to four sort attributes (tables and local indexes: one, none or one).
struct KeySchema {
    std::vector<KeyAttribute> partition;
    std::vector<KeyAttribute> sort;

    bool hasSortKey() const { return !sort.empty(); }
    bool contains(std::string_view attribute) const { return find(attribute) != nullptr; }
    const KeyAttribute *find(std::string_view attribute) const
    {
        for (const auto *part : {&partition, &sort})
            for (const auto &key : *part)
                if (key.name == attribute)
                    return &key;
        return nullptr;
    }

    bool operator==(const KeySchema &) const = default;
};

} // namespace stator::model
