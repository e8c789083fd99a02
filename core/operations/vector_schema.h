// Vector indexes of CreateTable and UpdateTable: from the request's words to a definition, and back to those of
// a description.
#pragma once

#include "api/shapes.h"
#include "operations/table_schema.h"

namespace stator::operations {

// Of CreateTable (VectorIndex) or UpdateTable (CreateVectorIndexAction).
template <class Index>
Result<model::IndexDefinition> vectorIndex(const Index &index, AttributeTypes &types);

// Rules among the vector indexes of a table, and between them and the table.
Result<void> checkVectorIndexes(const model::TableDefinition &table, const AttributeTypes &types);

// Without what counts say.
api::VectorIndexDescription describeVectorIndex(const model::TableDefinition &table,
                                                const model::IndexDefinition &index);

} // namespace stator::operations
