// The patterns of the model: their text for messages, and a matcher for each, written by hand.
#pragma once

#include "api/structure.h"

namespace stator::api::patterns {

extern const Pattern name; // tables, indexes, backups
extern const Pattern clientToken;
extern const Pattern bucket;
extern const Pattern accountId;
extern const Pattern hexBlocks; // tokens of ListImports
extern const Pattern csvDelimiter;
extern const Pattern csvHeader;

} // namespace stator::api::patterns
