// Where in a statement an error lies. The service tells what is wrong, seldom where, so the word is looked for.
//
// Threads: any.
#pragma once

#include <QString>

#include "features/partiql/statement_text.h"

namespace stator::ui {

struct StatementFault {
    qsizetype at = 0; // within the statement's text
    qsizetype length = 0;

    bool operator==(const StatementFault &) const = default;
};

// `message`: of the service. The whole statement if no word of it is at fault more than another.
StatementFault faultOf(const QString &statement, const QString &code, const QString &message);

} // namespace stator::ui
