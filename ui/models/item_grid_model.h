// The ItemGridModel shows an ItemSource as a table: columns are planned from what arrives, staged edits stand in
// for what was read, and changes from outside are marked where they happen.
//
// Rows are, first, the staged items that are not in the table yet, then the rows of the source. A row that is not
// loaded is there and blank; want() has it loaded. The last column may be the fold (ColumnPlan).
//
// Threads: the GUI thread. Source and ChangeSet outlive their use here; both may be taken away.
#pragma once

#include <unordered_set>

#include <QtCore/QAbstractTableModel>
#include <QtCore/QPointer>

#include "models/column_plan.h"
#include "models/entity_plan.h"
#include "models/fresh_marks.h"
#include "models/item_source.h"
#include "models/table_shape.h"

namespace stator::ui {

class ChangeSet;
struct StagedEdit;

class ItemGridModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit ItemGridModel(QObject *parent = nullptr);
    ~ItemGridModel() override;

    // Starts anew. `index`: the index that is read, or empty. nullptr: nothing is shown.
    void setSource(ItemSource *source, const TableShape &shape, const std::string &index);
    // Other rows of the same table and index: columns, kinds and staged edits stay as they are.
    void exchangeSource(ItemSource *source);
    ItemSource *source() const { return m_source; }
    // Looks at all that the source has loaded: attributes not met before join, kinds are counted again.
    void takeLoaded();
    void setChanges(ChangeSet *changes);
    // The attribute by which items expire; empty: they do not.
    void setTimeToLive(const std::string &attribute);
    const std::string &timeToLive() const { return m_timeToLive; }
    // Why cells cannot be edited; empty: they can.
    void setReadOnly(const QString &reason) { m_readOnly = reason; }

    // A row as it is shown now. Valid until the model changes or another row is asked for.
    struct Row {
        bool isLoaded = false;
        std::optional<LoadedRow> read; // nothing for an item that is only staged
        document::ItemView shown;      // what is staged, or what was read
        document::ItemView base;       // what was read
        const StagedEdit *edit = nullptr;
        bool isDeleted = false; // staged
        bool isGone = false;    // deleted by somebody else while it was shown
        int entity = -1;
        std::optional<double> score;
        std::string key; // document of the table's key; empty: not loaded
    };
    const Row &rowAt(int row) const;
    std::optional<document::ValueView> valueAt(const Row &row, int column) const;
    // 0 to 1: how fresh a change from outside to this cell is.
    double freshness(const Row &row, int column) const;

    const TableShape &shape() const { return m_shape; }
    const ColumnPlan &columns() const { return m_plan; }
    const EntityPlan &entities() const { return m_entities; }
    bool isFold(int column) const { return m_hasFold && column == m_columnCount; }
    // How near each item is, of a vector search; always the last column.
    bool isScore(int column) const { return m_hasScores && column == m_columnCount + (m_hasFold ? 1 : 0); }
    // The plan of an attribute's column; nullptr for the fold and the score.
    const PlannedColumn *planned(int column) const;
    const std::string &columnName(int column) const;
    // Takes an attribute out of the fold.
    void unfold(const std::string &name);
    int stagedRowCount() const { return static_cast<int>(m_staged.size()); }
    // The row that shows the item with this key among the loaded rows from `first` to `last`, or -1.
    int findRow(const std::string &key, int first, int last) const;

    void want(int first, int last);

    // Stages what a person typed, in the type of the cell or the column; the error says why it cannot be.
    Result<void> stageText(const QModelIndex &index, const QString &text);
    document::ValueType typeFor(const QModelIndex &index) const;
    // Why this cell is not edited in place; empty: it is.
    QString editRefusal(const QModelIndex &index) const;

    // An item that is shown became another (nothing: it was deleted). The row stays where it is.
    void refreshItem(int row, const std::optional<document::Item> &now);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void arranged();        // the first items are there, and with them the columns
    void entitiesChanged();
    void freshnessChanged(); // repaint; nothing else changed

private:
    void follow(ItemSource *source);
    void takePage(const std::shared_ptr<const ItemPage> &page);
    void syncColumns();
    void insertSourceRows(std::int64_t first, std::int64_t count);
    void removeSourceRows(std::int64_t first, std::int64_t count);
    void changeSourceRows(std::int64_t first, std::int64_t last);
    void syncStaged();
    std::int64_t sourceRow(int row) const;
    QVariant toolTip(const Row &row, int column) const;
    QString foldText(const Row &row) const;
    void forgetRow() const { m_cachedRow = -1; }

    QPointer<ItemSource> m_source;
    QPointer<ChangeSet> m_changes;
    TableShape m_shape;
    QString m_readOnly;
    std::string m_timeToLive;
    ColumnPlan m_plan;
    EntityPlan m_entities;
    std::vector<std::string> m_staged; // keys of rows above the source's
    int m_sourceRows = 0;
    int m_columnCount = 0; // without the fold
    bool m_hasFold = false;
    bool m_hasScores = false;
    bool m_isArranged = false;

    // While rows are announced, the source has changed already and views still ask by the old numbers.
    std::int64_t m_shiftFrom = 0;
    std::int64_t m_shiftBy = 0;
    std::int64_t m_shiftHole = 0; // rows from m_shiftFrom on that are gone from the source

    FreshMarks m_fresh;
    std::unordered_set<std::string> m_gone;

    mutable Row m_row;
    mutable int m_cachedRow = -1;
};

} // namespace stator::ui
