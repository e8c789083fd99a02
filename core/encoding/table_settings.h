// The settings at the end of a definition's bytes: only those that differ from their default, each with a tag
// and its length, so that one more kind of setting leaves the rest as it is. Grammar: encoding/README.md.
#pragma once

#include <string>

#include "encoding/wire.h"
#include "model/table_definition.h"

namespace stator::encoding {

// How many appendSettings() writes.
std::size_t settingCount(const model::TableDefinition &definition);
void appendSettings(const model::TableDefinition &definition, std::string &out);

// Reads `count` settings into a definition whose indexes are there already. False: there is one of a kind that
// only a newer Stator knows. A setting that makes no sense fails the reader.
bool readSettings(WireReader &reader, std::size_t count, model::TableDefinition &definition);

} // namespace stator::encoding
