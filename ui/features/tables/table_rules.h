// What the service asks of names, keys, indexes and tags, said while one types. The service judges again.
#pragma once

#include <QString>
#include <QStringList>
#include <QList>

#include "api/shapes.h"

namespace stator::ui {

// What a person fills in for a key: a name and S, N or B.
struct KeyField {
    QString name;
    api::ScalarAttributeType type = api::ScalarAttributeType::S;

    bool operator==(const KeyField &) const = default;
};

struct IndexDraft {
    QString name;
    bool isLocal = false;
    KeyField partition; // of a local index: the table's
    KeyField sort;      // no name: none
    api::ProjectionType projection = api::ProjectionType::All;
    QStringList projected; // Include only
    // Provisioned tables: units of the index.
    std::int64_t readUnits = 5;
    std::int64_t writeUnits = 5;

    bool operator==(const IndexDraft &) const = default;
};

struct TableDraft {
    QString name;
    KeyField partition;
    KeyField sort; // no name: none
    bool isProvisioned = false;
    std::int64_t readUnits = 5;
    std::int64_t writeUnits = 5;
    bool isDeletionProtected = false;
    QList<IndexDraft> indexes;
};

// Each is empty where nothing is wrong, else a sentence.
QString tableNameFault(const QString &name, const QStringList &existing);
QString indexNameFault(const QString &name, const QStringList &existing);
QString keyNameFault(const QString &name);
QString tagFault(const QString &key, const QString &value, const QStringList &otherKeys);

// What is wrong with a draft, and with which field.
struct FieldFault {
    enum class Field { Name, Partition, Sort, Projected, Index, Throughput };
    Field field = Field::Name;
    int index = -1; // of TableDraft::indexes
    QString sentence;
};
QList<FieldFault> faultsOf(const IndexDraft &index, const TableDraft &table, const QStringList &otherIndexes);
QList<FieldFault> faultsOf(const TableDraft &table, const QStringList &existingTables);

// A draft as a request; it must have no faults.
api::Projection projectionOf(const IndexDraft &index);
std::vector<api::KeySchemaElement> keySchemaOf(const KeyField &partition, const KeyField &sort);
// The definitions of all fields, each name once.
std::vector<api::AttributeDefinition> definitionsOf(const QList<KeyField> &fields);

} // namespace stator::ui
