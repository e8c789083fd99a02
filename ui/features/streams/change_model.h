// The rows of the Live page: every record the cursor has read, in order, a bounded part of them loaded.
//
// Frozen, it does not grow; what is newer is counted and joins when it follows again.
#pragma once

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

#include "features/streams/change_pages.h"

namespace stator::ui {

class ChangeModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Time,
        Sign, // what the operation was
        Table,
        Key,
        Changed, // paths
        Cause,
        ColumnCount
    };
    enum Roles { OperationRole = Qt::UserRole + 1, IsLoadedRole };
    // Beyond these a list cannot be scrolled through by hand; what is older is reached by Go to Oldest.
    static constexpr std::int64_t kMostRows = 2'000'000;

    explicit ChangeModel(QObject *parent = nullptr);

    // The records of a page that has to be read again; null: none can be.
    void setSource(ChangeSource *source);

    void clear();
    void append(const ChangeBatch &batch);
    void setFrozen(bool isFrozen);
    bool isFrozen() const { return m_isFrozen; }
    // What is newer joins, and it stays frozen.
    void revealNewer() { reveal(); }
    std::int64_t newerCount() const { return m_pages.rowCount() - m_shown; }
    // Rows that were dropped at the beginning since the last clear().
    std::int64_t droppedCount() const { return m_dropped; }
    // Frozen, and no more can be counted.
    bool isFull() const { return m_isFrozen && m_pages.rowCount() >= kMostRows; }
    // Null: not loaded, and asked for.
    ChangePointer at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    // Rows could not be read again.
    void rereadFailed(const stator::Error &error);

private:
    void readWanted();
    void reveal();

    mutable ChangePages m_pages;
    QPointer<ChangeSource> m_source;
    std::int64_t m_shown = 0;
    std::int64_t m_dropped = 0;
    bool m_isFrozen = false;
    mutable QSet<int> m_wanted; // rows that were looked at and are not loaded
    mutable QTimer m_wantedTimer;
    int m_rereading = 0;
};

// "14:02:07" or "14:02:07.123", in the time of the window; the date before it where it is another day's.
QString changeTimeText(double seconds);

} // namespace stator::ui
