// The triggers of a region, by name. Rows stay where they are while their numbers change.
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "api/list_triggers.h"

namespace stator::ui {

class TriggerModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Table, State, Backlog, LastBatch, Trouble, Calls, ColumnCount };
    enum Roles { RoleRole = Qt::UserRole + 1 }; // the theme's role of a cell's text

    using QAbstractTableModel::QAbstractTableModel;

    void setTriggers(std::vector<api::TriggerDescription> triggers);
    const api::TriggerDescription &at(int row) const { return m_triggers.at(static_cast<std::size_t>(row)); }
    int rowOf(const std::string &name) const; // -1: there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<api::TriggerDescription> m_triggers;
};

} // namespace stator::ui
