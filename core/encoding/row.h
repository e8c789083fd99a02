// Rows of a table's store: what stands behind the keys of encoding/keys.h.
//
//     item row  = format:u8 flags:u8 commitTime:i64le [originTime:i64le region:str8] document
//     index row = format:u8 flags:u8 [dimensions:varint f32le*] document
//
// A RowView reads either in place; the document can go to a filter or a reply without a copy.
// Grammar of all rows: encoding/README.md; golden bytes: tests/core/encoding/tst_row.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "document/item.h"
#include "encoding/entry.h"
#include "encoding/position.h"
#include "model/table_definition.h"

namespace stator::encoding {

// Appends the row of an item. A stamp without a region whose time is 0 or `commitTime` costs nothing.
void appendItemRow(std::string_view document, TimeMicros commitTime, const VersionStamp &stamp, std::string &out);
// Appends the row of an index entry; `vector` is the f32le of an entry in a vector index.
void appendIndexRow(std::string_view document, std::string &out, std::string_view vector = {});

// Reads an item or index row where it lies. Valid as long as the bytes it was made from.
class RowView {
public:
    RowView() = default;
    // Corruption if the bytes before the document are not those of a row. The document itself is as it was
    // written: the store's checksums guard it.
    static Result<RowView> parse(std::string_view row);

    document::ItemView item() const { return document::ItemView(m_document); }
    std::string_view document() const { return m_document; }
    std::string_view vector() const { return m_vector; } // f32le; empty but in a vector index
    // What the row counts for: the service's size of the document, and 4 bytes a dimension.
    std::uint64_t sizeBytes() const { return item().sizeBytes() + m_vector.size(); }
    TimeMicros commitTime() const { return m_commitTime; } // 0 in an index row
    TimeMicros originTime() const { return m_originTime; }
    std::string_view originRegion() const { return m_originRegion; } // empty: this region

private:
    std::string_view m_document;
    std::string_view m_vector;
    std::string_view m_originRegion;
    TimeMicros m_commitTime = 0;
    TimeMicros m_originTime = 0;
};

// The document an index keeps of `item`: all of it, its key attributes, or those and the included ones.
// `tableKeys` are the keys of the table; key attributes of table and index are always kept. A vector index
// keeps its inline filters too, and the vector itself beside the document.
document::Item indexDocument(const model::IndexDefinition &index, const model::KeySchema &tableKeys,
                             document::ItemView item);

struct IndexCounts {
    std::uint32_t id = 0;
    std::uint64_t items = 0;
    std::uint64_t bytes = 0; // service sizes of the entries plus 100 bytes each
    // Item keys from here on are not in the index yet; a backfill moves it. Empty once all are.
    std::string backfillFrom;

    bool isComplete() const { return backfillFrom.empty(); }
    bool operator==(const IndexCounts &) const = default;
};

struct StoreCounts {
    std::uint64_t items = 0;
    std::uint64_t bytes = 0; // service sizes plus 100 bytes an item
    std::vector<IndexCounts> indexes;

    IndexCounts *findIndex(std::uint32_t id);
    const IndexCounts *findIndex(std::uint32_t id) const;
    bool operator==(const StoreCounts &) const = default;
};

// The state row of a store: which entries it holds, and what they amount to.
struct StoreState {
    Position position;
    TimeMicros commitTime = 0; // of the entry at `position`
    StoreCounts counts;

    bool operator==(const StoreState &) const = default;
};

void appendStateRow(const StoreState &state, std::string &out);
Result<StoreState> parseStateRow(std::string_view row);

// A definition as the catalog's rows and TableChange hold it.
void appendDefinition(const model::TableDefinition &definition, std::string &out);
Result<model::TableDefinition> parseDefinition(std::string_view bytes);

} // namespace stator::encoding
