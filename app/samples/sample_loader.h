// Fills a Service with sample tables, as any client would: CreateTable, then BatchWriteItem.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/result.h"
#include "samples/sample_table.h"
#include "service/service.h"

namespace stator::samples {

struct Progress {
    std::string table;
    std::size_t written = 0;
    std::size_t total = 0;
};

// Makes and fills `tables` in `region`; a table that is there already is left alone. Waits for each reply, so it
// belongs on a background thread. `report` runs on that thread after every batch; `stop` ends it between batches.
Result<void> loadSamples(service::Service &service, const std::string &region, const std::vector<SampleTable> &tables,
                         const std::function<void(const Progress &)> &report, std::stop_token stop);

} // namespace stator::samples
