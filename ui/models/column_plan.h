// A ColumnPlan decides which attributes are columns of a grid, from the items that were loaded so far.
//
// Keys come first. The other attributes are arranged once, by their presence in the first items (200 at most);
// what is met later joins at the end, nothing reorders by itself. Beyond kMostColumns, or below kLeastPresence,
// attributes fold into one last column.
//
// Threads: any, one at a time.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <QtCore/QString>

#include "document/item.h"

namespace stator::ui {

struct PlannedColumn {
    std::string name;
    bool isKey = false;
    std::size_t present = 0; // items that have it
    std::array<std::size_t, 11> types{}; // by model::ValueType

    // The type most of its values have; `fallback` while there are none.
    document::ValueType mainType(document::ValueType fallback = document::ValueType::S) const;
    // Of several types beside NULL, which shows itself.
    bool isMixed() const;
    // "N", or "S·N" if mixed, the more frequent first; empty: no value seen.
    QString typeCode() const;
};

class ColumnPlan {
public:
    static constexpr std::size_t kSampleItems = 200;
    static constexpr std::size_t kMostColumns = 24;
    static constexpr double kLeastPresence = 0.05;

    ColumnPlan() = default;
    // `keys`: of what is read, then the table's other ones.
    explicit ColumnPlan(const std::vector<std::string> &keys);

    struct Change {
        std::size_t addedColumns = 0; // at the end of columns()
        bool isFoldChanged = false;
        bool isArranged = false; // the first arrangement was made
    };
    // Looks at every item. The first call that brings items arranges the columns.
    Change add(const document::ItemList &items);
    // Attributes of an item that is shown already, edited or changed by others: unknown ones join, nothing is
    // counted twice. True if one was unknown.
    bool meet(document::ItemView item);
    // Takes an attribute out of the fold, as the last column; false if it is not there.
    bool unfold(std::string_view name);

    const std::vector<PlannedColumn> &columns() const { return m_columns; }
    // Most present first, as far as known when they were folded.
    const std::vector<PlannedColumn> &folded() const { return m_folded; }
    std::size_t keyCount() const { return m_keyCount; }
    std::size_t itemsSeen() const { return m_seen; }
    double presence(const PlannedColumn &column) const;
    // Place in columns(), or -1.
    int columnOf(std::string_view name) const;

private:
    void look(document::ItemView item);
    void arrange();
    void promote();

    struct Place {
        bool isFolded = false;
        std::size_t at = 0;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    void reindex();

    std::vector<PlannedColumn> m_columns;
    std::vector<PlannedColumn> m_folded;
    std::unordered_map<std::string, Place, Hash, std::equal_to<>> m_places;
    std::size_t m_keyCount = 0;
    std::size_t m_seen = 0;
    bool m_isArranged = false;
};

} // namespace stator::ui
