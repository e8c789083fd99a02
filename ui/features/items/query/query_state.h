// A QueryState is what the query bar holds: what to read, as a person chose and typed it, not yet judged.
//
// Its text is compact JSON, kept in a Place, in history and in the session.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "document/value_view.h"

namespace stator::ui {

enum class Comparison : unsigned char {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Between,
    BeginsWith,
    Contains,
    NotContains,
    In,
    Exists,
    NotExists,
    IsType,
};

// "=", "begins with", …; as the bar and its sentences show it.
QString comparisonText(Comparison comparison);
// In the text of a query: "=", "begins_with", …; stable.
QString comparisonId(Comparison comparison);
bool takesValue(Comparison comparison);

struct SortCondition {
    Comparison comparison = Comparison::Equal;
    QString value;
    QString upper; // of Between

    bool operator==(const SortCondition &) const = default;
};

struct FilterToken {
    QString path;
    Comparison comparison = Comparison::Equal;
    document::ValueType type = document::ValueType::S;
    QString value; // In: separated by commas; IsType: a type code
    QString upper; // of Between

    bool operator==(const FilterToken &) const = default;
};

struct QueryState {
    QString index;
    QStringList partition; // a value for each partition attribute, all or none; of a vector index: for its conditions
    QList<SortCondition> sort; // on the sort attributes, from the first on; all but the last are equalities
    QList<FilterToken> filters;
    QString projection; // paths, separated by commas; empty: everything
    int limit = 0;      // of one page; 0: none
    QString vector; // of a vector index: numbers with commas between them, or a list in JSON
    int top = 10;   // how many of the nearest
    bool isDescending = false;
    bool isConsistent = false;

    bool hasPartition() const;
    // Nothing is asked for but the table or index itself.
    bool isPlain() const;
    bool operator==(const QueryState &) const = default;

    QString toText() const; // empty if it is the plain table
    static QueryState fromText(const QString &text);
};

// "total > 100", "note does not exist".
QString filterText(const FilterToken &filter);

} // namespace stator::ui
