// An index as the API has it, made from a draft and read back into one.
#pragma once

#include <vector>

#include "api/shapes.h"
#include "features/tables/table_settings.h"

namespace stator::ui {

// A draft as shapes of a request; it must have no faults.
api::Projection projectionOf(const IndexDraft &index);
std::vector<api::KeySchemaElement> keySchemaOf(const QList<KeyField> &partition, const QList<KeyField> &sort);
// The definitions of all fields, each name once.
std::vector<api::AttributeDefinition> definitionsOf(const QList<KeyField> &fields);
// The attributes of an index that need a definition.
QList<KeyField> definedFields(const IndexDraft &index);

// Zero means that nothing is asked for, or that no maximum is.
std::optional<api::OnDemandThroughput> newMaxima(const ThroughputSettings &throughput);
std::optional<api::WarmThroughput> newWarm(const ThroughputSettings &throughput);

// With the units of a provisioned table or the maxima of one on demand, and warm throughput.
template <class Global>
void putThroughput(const ThroughputSettings &throughput, bool isProvisioned, Global &index);
api::LocalSecondaryIndex localIndex(const IndexDraft &index, const KeyField &tablePartition);
// GlobalSecondaryIndex, or CreateGlobalSecondaryIndexAction, which says the same.
template <class Global>
Global globalIndex(const IndexDraft &index, bool isProvisioned);
// VectorIndex, or CreateVectorIndexAction.
template <class Vector>
Vector vectorIndex(const IndexDraft &index);

// All indexes of a table as drafts.
QList<IndexDraft> indexesOf(const api::TableDescription &table);
QStringList indexNames(const api::TableDescription &table);
// All key attributes of one kind; a global index may have several.
QList<KeyField> keyFieldsOf(const api::TableDescription &table, const std::vector<api::KeySchemaElement> &schema,
                            api::KeyType type);
// The first of them, or one without a name.
KeyField keyFieldOf(const api::TableDescription &table, const std::vector<api::KeySchemaElement> &schema,
                    api::KeyType type);
// The attributes of a vector index's search schema: what parts its items, and what filters them.
QList<KeyField> searchFieldsOf(const api::TableDescription &table,
                               const std::optional<std::vector<api::SearchSchemaElement>> &schema,
                               api::SearchSchemaElementType type);

} // namespace stator::ui
