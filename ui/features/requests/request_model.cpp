#include "features/requests/request_model.h"

#include <cmath>

#include <QDateTime>
#include <QLocale>

#include "bridge/text.h"
#include "cost/cost_explanation.h"
#include "features/requests/client_name.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

bool isNumber(int column)
{
    return column >= RequestModel::Duration && column <= RequestModel::Bytes;
}

// Nearly all end alike; the tool tip has the whole name.
QString shortErrorCode(const QString &code)
{
    return code.endsWith("Exception"_L1) ? code.chopped(9) : code;
}

QString textOf(const RequestRow &row, int column)
{
    switch (column) {
    case RequestModel::Time:
        return requestTimeText(row.timeSeconds);
    case RequestModel::Operation:
        return row.operation;
    case RequestModel::Table:
        return row.table;
    case RequestModel::Region:
        return row.region;
    case RequestModel::Status:
        return row.errorCode.isEmpty() ? QString::number(row.status)
                                       : QString::number(row.status) + u' ' + shortErrorCode(row.errorCode);
    case RequestModel::Duration:
        return QLocale().toString(row.durationMs, 'f', row.durationMs < 10 ? 2 : 0);
    case RequestModel::Units:
        return row.units < 0 ? QString() : unitsText(row.units);
    case RequestModel::Bytes:
        return sizeText(row.requestBytes + row.responseBytes);
    case RequestModel::Client:
        return clientName(row.userAgent, row.client);
    default:
        return {};
    }
}

} // namespace

QString requestTimeText(double seconds)
{
    return QDateTime::fromMSecsSinceEpoch(std::llround(seconds * 1000)).toString(u"HH:mm:ss.zzz"_s);
}

void RequestModel::append(std::vector<RequestRow> rows)
{
    if (rows.empty())
        return;
    m_newest = rows.back().number;
    if (!m_isFrozen) {
        insert(std::move(rows));
        return;
    }
    for (RequestRow &row : rows)
        m_held.push_back(std::move(row));
    while (m_held.size() > kMostRows)
        m_held.pop_front();
}

void RequestModel::setFrozen(bool isFrozen)
{
    m_isFrozen = isFrozen;
    if (isFrozen || m_held.empty())
        return;
    std::vector<RequestRow> rows(std::make_move_iterator(m_held.begin()),
                                 std::make_move_iterator(m_held.end()));
    m_held.clear();
    insert(std::move(rows));
}

void RequestModel::insert(std::vector<RequestRow> rows)
{
    const int surplus = static_cast<int>(m_rows.size() + rows.size()) - kMostRows;
    if (surplus > 0) {
        const int removed = std::min(surplus, static_cast<int>(m_rows.size()));
        if (removed > 0) {
            beginRemoveRows({}, 0, removed - 1);
            m_rows.erase(m_rows.begin(), m_rows.begin() + removed);
            endRemoveRows();
        }
        if (surplus > removed)
            rows.erase(rows.begin(), rows.begin() + (surplus - removed));
    }
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    for (RequestRow &row : rows)
        m_rows.push_back(std::move(row));
    endInsertRows();
}

int RequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RequestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const RequestRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant(isNumber(index.column()) ? Qt::AlignRight | Qt::AlignVCenter
                                                 : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (index.column() == Status)
            return row.errorCode;
        if (index.column() == Client)
            return QString(row.client + u'\n' + row.userAgent);
        return QVariant();
    case SearchRole:
        return QString(row.operation + u' ' + row.table + u' ' + row.region + u' ' + row.errorCode + u' ' +
                       QString::number(row.status) + u' ' + clientName(row.userAgent, row.client));
    case IsErrorRole:
        return row.isError();
    default:
        return {};
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(isNumber(section) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Operation:
        return tr("Operation");
    case Table:
        return tr("Table");
    case Region:
        return tr("Region");
    case Status:
        return tr("Status");
    case Duration:
        //: Milliseconds.
        return tr("ms");
    case Units:
        //: Read or write units that a request consumed.
        return tr("Units");
    case Bytes:
        return tr("Bytes");
    case Client:
        return tr("Client");
    default:
        return {};
    }
}

} // namespace stator::ui

#include "moc_request_model.cpp"
