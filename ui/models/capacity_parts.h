// Units by table and index, added up over the replies of a read.
//
// Threads: any.
#pragma once

#include <vector>

#include <QtCore/QString>

#include "api/shapes.h"

namespace stator::ui {

// Units of a table itself, or of one of its indexes.
struct CostPart {
    QString table;
    QString index; // empty: the table
    bool isGlobal = true;
    double units = 0;

    bool operator==(const CostPart &) const = default;
};

// Adds to what is there, in the order tables and indexes are met.
void addParts(const api::ConsumedCapacity &capacity, std::vector<CostPart> &parts);
double totalOf(const std::vector<CostPart> &parts);

} // namespace stator::ui
