// A SampleTable is one table of the sample workspace: how it is made, and its items one by one.
//
// The same seed and time give the same items, so that screenshots, demos and tests agree.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "api/create_table.h"
#include "base/clock.h"
#include "document/item.h"

namespace stator::samples {

struct SampleTable {
    api::CreateTableRequest definition;
    std::size_t itemCount = 0;
    // The item at `index` < itemCount. Pure: may be called in any order.
    std::function<document::Item(std::size_t index)> item;
};

// Customers, products, orders, lines and shipments in a single table: 12,000 items, two indexes, one sparse.
SampleTable shopTable(TimeMicros now);
// The chemical elements, of every attribute type; NULL where nobody has measured. `jsonLines`: an item a line.
SampleTable elementsTable(std::string_view jsonLines);
// 100,000 readings of 50 stations over seven days; one station reports far more often than the others.
SampleTable telemetryTable(TimeMicros now);

} // namespace stator::samples
