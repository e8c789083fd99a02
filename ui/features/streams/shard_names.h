// The shards the Live page has met, by a small number: rows and spans carry the number, a page keeps the names.
//
// Threads: the GUI thread only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "features/streams/change_record.h"

namespace stator::ui {

class ShardNames {
public:
    struct Name {
        std::shared_ptr<const ChangeOrigin> origin;
        std::string shardId;
    };

    std::uint32_t numberOf(const Name &name)
    {
        for (std::size_t i = m_names.size(); i-- > 0;)
            if (m_names[i].shardId == name.shardId && m_names[i].origin->streamArn == name.origin->streamArn)
                return static_cast<std::uint32_t>(i);
        m_names.push_back(name);
        return static_cast<std::uint32_t>(m_names.size() - 1);
    }
    const Name &at(std::uint32_t number) const { return m_names.at(number); }

private:
    std::vector<Name> m_names;
};

} // namespace stator::ui
