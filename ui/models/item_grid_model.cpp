#include "models/item_grid_model.h"

#include <algorithm>
#include <limits>

#include "models/change_set.h"

namespace stator::ui {

using document::ValueView;

namespace {

constexpr std::int64_t kMostRows = 2'000'000'000;

int clampedRows(std::int64_t rows) { return static_cast<int>(std::min(rows, kMostRows)); }

std::vector<std::string> keyNames(const TableShape &shape, const std::string &index)
{
    std::vector<std::string> names;
    for (const model::KeySchema *keys : {&shape.keysOf(index), &shape.keys})
        for (const auto *part : {&keys->partition, &keys->sort})
            for (const auto &key : *part)
                names.push_back(key.name);
    return names;
}

} // namespace

ItemGridModel::ItemGridModel(QObject *parent) : QAbstractTableModel(parent)
{
    connect(&m_fresh, &FreshMarks::faded, this, &ItemGridModel::freshnessChanged);
}

ItemGridModel::~ItemGridModel() = default;

void ItemGridModel::setSource(ItemSource *source, const TableShape &shape, const std::string &index)
{
    beginResetModel();
    if (m_source)
        m_source->disconnect(this);
    m_source = source;
    // Of the same table the kinds keep their colours, however it is read.
    if (shape.name == m_shape.name && shape.keys == m_shape.keys)
        m_entities.forgetCounts();
    else
        m_entities = EntityPlan(shape.keys);
    m_shape = shape;
    m_plan = ColumnPlan(keyNames(shape, index));
    m_columnCount = static_cast<int>(m_plan.columns().size());
    m_hasFold = false;
    m_hasScores = source && source->hasScores();
    m_isArranged = false;
    m_sourceRows = source ? clampedRows(source->rowCount()) : 0;
    m_fresh.clear();
    m_gone.clear();
    forgetRow();
    endResetModel();
    if (source)
        follow(source);
}

void ItemGridModel::exchangeSource(ItemSource *source)
{
    forgetRow();
    if (m_sourceRows > 0) {
        beginRemoveRows({}, stagedRowCount(), stagedRowCount() + m_sourceRows - 1);
        m_sourceRows = 0;
        if (m_source)
            m_source->disconnect(this);
        m_source = nullptr;
        forgetRow();
        endRemoveRows();
    }
    if (m_source)
        m_source->disconnect(this);
    m_source = source;
    m_gone.clear();
    const int rows = source ? clampedRows(source->rowCount()) : 0;
    if (rows > 0) {
        beginInsertRows({}, stagedRowCount(), stagedRowCount() + rows - 1);
        m_sourceRows = rows;
        forgetRow();
        endInsertRows();
    }
    if (source)
        follow(source);
}

void ItemGridModel::takeLoaded()
{
    if (!m_source)
        return;
    m_entities.forgetCounts();
    bool isNew = false;
    std::shared_ptr<const ItemPage> counted;
    m_source->visitLoaded([&](std::int64_t, const LoadedRow &there) {
        isNew = m_plan.meet(there.item()) || isNew;
        if (there.page != counted)
            m_entities.add(there.page->items);
        counted = there.page;
    });
    if (isNew)
        syncColumns();
    Q_EMIT entitiesChanged();
}

void ItemGridModel::follow(ItemSource *source)
{
    connect(source, &ItemSource::pageCame, this, &ItemGridModel::takePage);
    connect(source, &ItemSource::rowsInserted, this, &ItemGridModel::insertSourceRows);
    connect(source, &ItemSource::rowsRemoved, this, &ItemGridModel::removeSourceRows);
    connect(source, &ItemSource::rowsChanged, this, &ItemGridModel::changeSourceRows);
}

void ItemGridModel::setTimeToLive(const std::string &attribute)
{
    if (m_timeToLive == attribute)
        return;
    m_timeToLive = attribute;
    Q_EMIT freshnessChanged();
}

void ItemGridModel::setChanges(ChangeSet *changes)
{
    if (m_changes == changes)
        return;
    if (m_changes)
        m_changes->disconnect(this);
    m_changes = changes;
    if (changes)
        connect(changes, &ChangeSet::changed, this, &ItemGridModel::syncStaged);
    syncStaged();
}

// Rows for staged items that are new: those that are no longer staged leave, the others join below them.
void ItemGridModel::syncStaged()
{
    std::vector<std::string> wanted;
    if (m_changes) {
        for (const auto &[id, edit] : m_changes->edits())
            if (!edit.base)
                wanted.push_back(id);
    }
    forgetRow();
    for (int i = stagedRowCount() - 1; i >= 0; --i) {
        if (std::find(wanted.begin(), wanted.end(), m_staged[static_cast<std::size_t>(i)]) != wanted.end())
            continue;
        beginRemoveRows({}, i, i);
        m_staged.erase(m_staged.begin() + i);
        forgetRow();
        endRemoveRows();
    }
    for (const std::string &key : wanted) {
        if (std::find(m_staged.begin(), m_staged.end(), key) != m_staged.end())
            continue;
        const int at = stagedRowCount();
        beginInsertRows({}, at, at);
        m_staged.push_back(key);
        forgetRow();
        endInsertRows();
    }
    bool isNew = false;
    if (m_changes && m_isArranged) {
        for (const auto &[id, edit] : m_changes->edits())
            isNew = (edit.wanted && m_plan.meet(edit.wanted->view())) || isNew;
    }
    if (isNew)
        syncColumns();
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ItemGridModel::takePage(const std::shared_ptr<const ItemPage> &page)
{
    m_plan.add(page->items);
    const std::size_t entitiesBefore = m_entities.entities().size();
    m_entities.add(page->items);
    syncColumns();
    if (entitiesBefore > 0 || !m_entities.entities().empty())
        Q_EMIT entitiesChanged();
}

// Columns of the plan are only ever appended, in front of the fold.
void ItemGridModel::syncColumns()
{
    const int planned = static_cast<int>(m_plan.columns().size());
    if (planned > m_columnCount) {
        beginInsertColumns({}, m_columnCount, planned - 1);
        m_columnCount = planned;
        endInsertColumns();
    }
    const bool wantsFold = !m_plan.folded().empty();
    if (wantsFold && !m_hasFold) {
        beginInsertColumns({}, m_columnCount, m_columnCount);
        m_hasFold = true;
        endInsertColumns();
    } else if (!wantsFold && m_hasFold) {
        beginRemoveColumns({}, m_columnCount, m_columnCount);
        m_hasFold = false;
        endRemoveColumns();
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, std::max(columnCount() - 1, 0));
}

void ItemGridModel::unfold(const std::string &name)
{
    if (m_plan.unfold(name))
        syncColumns();
}

void ItemGridModel::insertSourceRows(std::int64_t first, std::int64_t count)
{
    const auto added = std::min<std::int64_t>(count, kMostRows - m_sourceRows);
    if (added <= 0)
        return;
    forgetRow();
    m_shiftFrom = first;
    m_shiftBy = count;
    m_shiftHole = 0;
    const int at = stagedRowCount() + static_cast<int>(first);
    beginInsertRows({}, at, at + static_cast<int>(added) - 1);
    m_shiftBy = 0;
    m_sourceRows += static_cast<int>(added);
    forgetRow();
    endInsertRows();
    changeSourceRows(first, first - 1);
}

void ItemGridModel::removeSourceRows(std::int64_t first, std::int64_t count)
{
    forgetRow();
    m_shiftFrom = first;
    m_shiftBy = -count;
    m_shiftHole = count;
    const int at = stagedRowCount() + static_cast<int>(first);
    beginRemoveRows({}, at, at + static_cast<int>(count) - 1);
    m_shiftBy = 0;
    m_shiftHole = 0;
    m_sourceRows -= static_cast<int>(count);
    forgetRow();
    endRemoveRows();
}

void ItemGridModel::changeSourceRows(std::int64_t first, std::int64_t last)
{
    forgetRow();
    if (last >= first && columnCount() > 0) {
        const int offset = stagedRowCount();
        Q_EMIT dataChanged(index(offset + static_cast<int>(first), 0),
                           index(offset + static_cast<int>(std::min<std::int64_t>(last, m_sourceRows - 1)),
                                 columnCount() - 1));
    }
    if (!m_isArranged && m_plan.itemsSeen() > 0) {
        m_isArranged = true;
        Q_EMIT arranged();
    }
}

std::int64_t ItemGridModel::sourceRow(int row) const
{
    const std::int64_t there = row - static_cast<std::int64_t>(m_staged.size());
    if (m_shiftBy == 0 || there < m_shiftFrom)
        return there;
    if (there < m_shiftFrom + m_shiftHole)
        return -1;
    return there + m_shiftBy;
}

const ItemGridModel::Row &ItemGridModel::rowAt(int row) const
{
    if (row == m_cachedRow)
        return m_row;
    m_cachedRow = row;
    m_row = Row();
    if (row < stagedRowCount()) {
        const auto found = m_changes ? m_changes->edits().find(m_staged[static_cast<std::size_t>(row)])
                                     : ChangeSet::Edits::const_iterator();
        if (m_changes && found != m_changes->edits().end() && found->second.wanted) {
            m_row.isLoaded = true;
            m_row.edit = &found->second;
            m_row.shown = found->second.wanted->view();
            m_row.key = found->first;
            m_row.entity = m_entities.entityOf(m_row.shown);
        }
        return m_row;
    }
    const std::int64_t there = sourceRow(row);
    if (there < 0 || !m_source)
        return m_row;
    m_row.read = m_source->row(there);
    if (!m_row.read)
        return m_row;
    m_row.isLoaded = true;
    m_row.score = m_source->score(there);
    m_row.base = m_row.read->item();
    m_row.shown = m_row.base;
    if (auto key = keyOf(m_shape.keys, m_row.base))
        m_row.key = std::move(*key).takeBytes();
    m_row.isGone = m_gone.contains(m_row.key);
    if (m_changes && !m_changes->isEmpty()) {
        const auto found = m_changes->edits().find(m_row.key);
        if (found != m_changes->edits().end()) {
            m_row.edit = &found->second;
            m_row.isDeleted = !found->second.wanted;
            if (found->second.wanted)
                m_row.shown = found->second.wanted->view();
        }
    }
    m_row.entity = m_entities.entityOf(m_row.shown);
    return m_row;
}

const PlannedColumn *ItemGridModel::planned(int column) const
{
    return column >= 0 && column < m_columnCount ? &m_plan.columns()[static_cast<std::size_t>(column)] : nullptr;
}

const std::string &ItemGridModel::columnName(int column) const
{
    static const std::string kNone;
    return column >= 0 && column < m_columnCount ? m_plan.columns()[static_cast<std::size_t>(column)].name : kNone;
}

std::optional<ValueView> ItemGridModel::valueAt(const Row &row, int column) const
{
    if (!row.isLoaded || column < 0 || column >= m_columnCount)
        return std::nullopt;
    return row.shown.attribute(columnName(column));
}

double ItemGridModel::freshness(const Row &row, int column) const
{
    const FreshMarks::Attributes *attributes = m_fresh.changed(row.key);
    if (!attributes)
        return 0;
    const auto isFolded = [&](const PlannedColumn &folded) { return attributes->contains(folded.name); };
    const bool isChanged = isFold(column)
        ? std::any_of(m_plan.folded().begin(), m_plan.folded().end(), isFolded)
        : attributes->contains(columnName(column));
    return isChanged ? m_fresh.strength(row.key) : 0;
}

int ItemGridModel::findRow(const std::string &key, int first, int last) const
{
    for (int row = std::max(first, 0); row <= std::min(last, rowCount() - 1); ++row)
        if (rowAt(row).key == key)
            return row;
    return -1;
}

void ItemGridModel::want(int first, int last)
{
    const int offset = stagedRowCount();
    if (m_source)
        m_source->want(std::max(first - offset, 0), std::max(last - offset, 0));
}

int ItemGridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : stagedRowCount() + m_sourceRows;
}

int ItemGridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columnCount + (m_hasFold ? 1 : 0) + (m_hasScores ? 1 : 0);
}

void ItemGridModel::refreshItem(int row, const std::optional<document::Item> &now)
{
    const Row &there = rowAt(row);
    if (!there.read || there.key.empty())
        return;
    const std::string key = there.key;
    if (!now) {
        if (m_gone.insert(key).second)
            changeSourceRows(sourceRow(row), sourceRow(row));
        return;
    }
    const bool wasGone = m_gone.erase(key) > 0;
    if (there.base == now->view()) {
        if (wasGone)
            changeSourceRows(sourceRow(row), sourceRow(row));
        return;
    }
    m_fresh.mark(key, there.base, now->view());
    const std::int64_t at = sourceRow(row);
    forgetRow();
    if (m_plan.meet(now->view()))
        syncColumns();
    m_source->replace(at, *now);
}

} // namespace stator::ui

#include "moc_item_grid_model.cpp"
