// Finds a text in loaded items: in names of attributes never, in their values as they read, at any depth.
//
// Threads: any; the rows keep what they point to alive.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include <QtCore/QString>

#include "models/sorted_source.h"

namespace stator::ui {

struct FoundCell {
    std::int64_t row = 0; // of the source
    std::string attribute; // of the top level

    bool operator==(const FoundCell &) const = default;
};

// Upper and lower case are alike. In order of rows, within a row in order of names; `stop` ends it early.
std::vector<FoundCell> findText(const std::vector<SortedRow> &rows, const QString &text, const std::stop_token &stop);

} // namespace stator::ui
