// What the service asks of names, keys, indexes and options, said while one types. The service judges again.
#pragma once

#include "features/tables/table_settings.h"

namespace stator::ui {

// Each is empty where nothing is wrong, else a sentence.
QString tableNameFault(const QString &name, const QStringList &existing);
QString indexNameFault(const QString &name, const QStringList &existing);
QString keyNameFault(const QString &name);
QString tagFault(const QString &key, const QString &value, const QStringList &otherKeys);
QString policyFault(const QString &policy);

// What is wrong with a draft, and with which field.
struct FieldFault {
    enum class Field { Name, Partition, Sort, Projected, Index, Kind, VectorAttribute, Dimensions, Filters };
    Field field = Field::Name;
    int index = -1; // of the new indexes
    QString sentence;
};
// `table` has all indexes, this one too or not; `otherIndexes` are the names that are taken.
QList<FieldFault> faultsOf(const IndexDraft &index, const TableDraft &table, const QStringList &otherIndexes);
QList<FieldFault> faultsOf(const TableDraft &table, const QStringList &existingTables);

} // namespace stator::ui
