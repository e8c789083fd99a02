// An index in words: its keys, what it holds, how far it is built.
#pragma once

#include "features/tables/table_settings.h"

namespace stator::ui {

// "country (S), city (S) · year (N)"
QString keysText(const QList<KeyField> &partition, const QList<KeyField> &sort);
// "embedding · 384 dimensions · cosine · by tenant (S) · filters year (N)"
QString vectorText(const IndexDraft &index);
// Of either kind.
QString indexKeysText(const IndexDraft &index, const KeyField &tablePartition);
// "all attributes", "keys and total, note"
QString projectionText(const IndexDraft &index);
// "all attributes · 1.2 MB · 12,480 items · 5 read, 5 write units"
QString indexFactsText(const IndexDraft &index, std::optional<std::int64_t> bytes, std::optional<std::int64_t> items);
QString throughputText(const ThroughputSettings &throughput, bool isProvisioned);
// "Active", "Backfill 61 %, still usable"
QString indexStateText(std::optional<api::IndexStatus> status, bool isBackfilling, std::int64_t indexed,
                       std::int64_t items);

} // namespace stator::ui
