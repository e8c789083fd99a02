#include "features/streams/change_model.h"

#include <cmath>

#include <QDateTime>

#include "bridge/text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRereads = 2; // at the same time
// Dropped rows at the beginning go many at a time, for the view measures what is left.
constexpr std::int64_t kDropAtOnce = 200'000;

} // namespace

QString changeTimeText(double seconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(std::llround(seconds * 1000));
    // The service tells whole seconds (API Reference, StreamRecord).
    const QString clock = time.toString(time.time().msec() == 0 ? u"HH:mm:ss"_s : u"HH:mm:ss.zzz"_s);
    return time.date() == QDate::currentDate() ? clock : time.toString(u"MM-dd "_s) + clock;
}

ChangeModel::ChangeModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_wantedTimer.setSingleShot(true);
    m_wantedTimer.setInterval(0);
    connect(&m_wantedTimer, &QTimer::timeout, this, &ChangeModel::readWanted);
}

void ChangeModel::setSource(ChangeSource *source)
{
    m_source = source;
    m_rereading = 0;
}

void ChangeModel::clear()
{
    beginResetModel();
    m_pages.clear();
    m_shown = m_dropped = 0;
    m_isFrozen = false;
    m_wanted.clear();
    endResetModel();
}

void ChangeModel::append(const ChangeBatch &batch)
{
    m_pages.append(batch);
    if (!m_isFrozen)
        reveal();
}

void ChangeModel::reveal()
{
    const std::int64_t all = m_pages.rowCount();
    if (all > m_shown) {
        beginInsertRows({}, static_cast<int>(m_shown), static_cast<int>(all) - 1);
        m_shown = all;
        endInsertRows();
    }
    if (all <= kMostRows + kDropAtOnce)
        return;
    const std::int64_t goes = m_pages.rowsToDrop(all - kMostRows);
    beginRemoveRows({}, 0, static_cast<int>(goes) - 1);
    m_pages.dropFirst(goes);
    m_dropped += goes;
    m_shown = m_pages.rowCount();
    m_wanted.clear();
    endRemoveRows();
}

void ChangeModel::setFrozen(bool isFrozen)
{
    if (m_isFrozen == isFrozen)
        return;
    m_isFrozen = isFrozen;
    if (!isFrozen)
        reveal();
}

ChangePointer ChangeModel::at(int row) const
{
    ChangePointer change = m_pages.at(row);
    if (!change && row >= 0 && row < m_shown) {
        m_wanted.insert(row);
        if (!m_wantedTimer.isActive())
            m_wantedTimer.start();
    }
    return change;
}

void ChangeModel::readWanted()
{
    const QSet<int> wanted = std::exchange(m_wanted, {});
    for (const int row : wanted) {
        if (!m_source)
            return;
        // Rows that are still on the screen are asked for again when an answer has them painted.
        if (m_rereading >= kMostRereads)
            return;
        const auto missing = m_pages.askFor(row);
        if (!missing)
            continue;
        ++m_rereading;
        m_source->readAgain(missing->spans, [this, guard = QPointer<ChangeModel>(this), source = m_source,
                                             page = missing->page](Result<std::vector<ChangePointer>> answer) {
            if (!guard || source != m_source)
                return;
            --m_rereading;
            if (!answer.ok()) {
                m_pages.giveUp(page);
                Q_EMIT rereadFailed(answer.error());
                return;
            }
            if (m_pages.fill(page, std::move(*answer)) && m_shown > 0)
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        });
    }
}

int ChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown);
}

int ChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown)
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole && role != OperationRole
        && role != IsLoadedRole)
        return {};
    const ChangePointer change = at(index.row());
    if (role == IsLoadedRole)
        return change != nullptr;
    if (!change)
        return role == OperationRole ? QVariant(-1) : index.column() == Time ? QVariant(u"…"_s) : QVariant();
    if (role == OperationRole)
        return static_cast<int>(change->operation());
    switch (index.column()) {
    case Time:
        return changeTimeText(change->timeSeconds());
    case Sign:
        // A sign for the eye, a word for whoever listens or asks.
        return role == Qt::DisplayRole ? operationSign(change->operation()) : operationText(change->operation());
    case Table:
        return toQt(tableOf(*change));
    case Key:
        return changeKeyText(*change);
    case Changed: {
        const QString text = changedText(*change);
        if (!text.isEmpty() || change->hasBothSides())
            return text;
        return tr("not carried by this stream");
    }
    case Cause:
        return causeText(*change);
    default:
        return {};
    }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == Sign ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && section == Sign)
        return tr("Operation");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Table:
        return tr("Table");
    case Key:
        return tr("Key");
    case Changed:
        //: Column of the paths of attributes that changed.
        return tr("Changed");
    case Cause:
        //: Who made a change: a client, Time to Live, replication.
        return tr("Cause");
    default:
        return {};
    }
}

} // namespace stator::ui

#include "moc_change_model.cpp"
