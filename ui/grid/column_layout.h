// A ColumnLayout is where the columns of a grid stand: their order, widths, which are pinned and which hidden.
//
// Lengths are for text at 100 %; the view scales them. Columns are known by their place in the model and keep
// name and width while others come and go.
#pragma once

#include <string>
#include <vector>

#include <QList>
#include <QStringList>
#include <QVariantMap>

namespace stator::ui {

class ColumnLayout {
public:
    static constexpr int kLeastWidth = 64;
    static constexpr int kMostFittedWidth = 320;
    static constexpr int kMostWidth = 1200;

    struct Column {
        QString name;
        int width = 120;
        bool isPinned = false;
        bool isHidden = false;
        bool isSized = false; // by the person, or fitted once
    };

    // Starts anew: the first `pinned` columns are pinned. What was kept for a name comes back.
    void reset(const QStringList &names, int pinned);
    // Columns of the model from `first` on are new, in front of what was there.
    void insert(int first, const QStringList &names);
    void remove(int first, int count);
    void rename(int column, const QString &name);

    int count() const { return static_cast<int>(m_columns.size()); }
    const Column &at(int column) const { return m_columns[static_cast<std::size_t>(column)]; }
    // The visible columns of the model in the order they are shown; pinned ones first.
    const std::vector<int> &visible() const { return m_visible; }
    int pinnedCount() const { return m_pinned; } // of the visible ones
    int placeOf(int column) const;               // in visible(), or -1

    void setWidth(int column, int width, bool isSized = true);
    void setHidden(int column, bool isHidden);
    void setPinned(int column, bool isPinned);
    // Moves a visible column to another place among the pinned or the other ones.
    void move(int fromPlace, int toPlace);

    QVariantMap save() const;
    // Takes effect with the next reset() or insert() of each name.
    void restore(const QVariantMap &state);

private:
    void arrange();
    Column make(const QString &name, bool isPinned) const;

    std::vector<Column> m_columns; // by place in the model
    std::vector<int> m_order;      // of the model, as shown, hidden ones too
    std::vector<int> m_visible;
    int m_pinned = 0;
    QVariantMap m_kept; // name → {width, hidden, pinned}
    QStringList m_keptOrder;
};

} // namespace stator::ui
