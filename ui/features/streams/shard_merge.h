// Records of several shards in one order: by time, each shard's own order kept.
//
// A shard that has more to give and has run dry holds the others back, for its next record may be the earliest. One
// that is at its end does not: what it gives later is later.
//
// Threads: any.
#pragma once

#include <deque>

#include "features/streams/change_source.h"

namespace stator::ui {

struct ShardFeed {
    std::uint32_t shard = 0;
    std::shared_ptr<const ChangeOrigin> origin;
    bool isAtEnd = false;
    double notBefore = 0; // earlier records are passed over
    double notAfter = 0;  // so are those from here on; 0: none
    std::deque<ChangePointer> waiting;
    std::vector<api::Record> fresh; // joins `waiting`
};

// Takes from the feeds what has its place already.
ChangeBatch mergeShards(std::vector<ShardFeed> &feeds, const ChangeFilter &filter);

} // namespace stator::ui
