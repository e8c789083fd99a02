// An Error of core as the window says it: what happened, what to do, and the service's own words folded
// below.
#pragma once

#include <QString>

#include "base/error.h"

namespace stator::ui {

struct ErrorText {
    QString sentence; // what happened
    QString advice;   // what to do; may be empty
    QString code;     // "ConditionalCheckFailedException", never translated
    QString original; // the service's message, never translated

    bool isEmpty() const { return sentence.isEmpty(); }
};

ErrorText describe(const Error &error);
// The exception's name on the wire, or the inside's own word.
QString errorName(ErrorCode code);

} // namespace stator::ui
