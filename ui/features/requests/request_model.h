// Requests of clients, oldest first, the latest ten thousand.
//
// Frozen, it holds what arrives back and counts it; nothing in the list moves.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include <QAbstractTableModel>
#include <QString>

namespace stator::ui {

struct RequestRow {
    std::int64_t number = 0;
    double timeSeconds = 0; // since 1970
    QString operation;
    QString table;
    QString region;
    QString errorCode; // empty: it succeeded
    int status = 200;
    double durationMs = 0;
    double units = -1; // below 0: none, or not known
    std::int64_t requestBytes = 0;
    std::int64_t responseBytes = 0;
    QString client; // address and port
    QString userAgent;

    bool isError() const { return !errorCode.isEmpty() || status >= 400; }
};

class RequestModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Time,
        Operation,
        Table,
        Region,
        Status,
        Duration,
        Units,
        Bytes, // of request and response together
        Client,
        ColumnCount
    };
    enum Roles { SearchRole = Qt::UserRole + 1, IsErrorRole };
    static constexpr int kMostRows = 10'000;

    using QAbstractTableModel::QAbstractTableModel;

    void append(std::vector<RequestRow> rows);
    void setFrozen(bool isFrozen);
    bool isFrozen() const { return m_isFrozen; }
    int heldCount() const { return static_cast<int>(m_held.size()); }
    // The newest number seen, held ones too; 0 before the first.
    std::int64_t newest() const { return m_newest; }
    const RequestRow &at(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void insert(std::vector<RequestRow> rows);

    std::deque<RequestRow> m_rows;
    std::deque<RequestRow> m_held;
    std::int64_t m_newest = 0;
    bool m_isFrozen = false;
};

// "14:02:07.123", in the time of the window.
QString requestTimeText(double seconds);

} // namespace stator::ui
