// Three statements on a person's own table, to begin with.
//
// Threads: any.
#pragma once

#include <QList>
#include <QString>

#include "features/partiql/table_shapes.h"

namespace stator::ui {

struct PartiqlSample {
    QString title;
    QString statement;
};

QList<PartiqlSample> samplesFor(const KnownTable &table);

// A name as PartiQL writes it, in double quotes where it needs them.
QString partiqlName(const QString &name);
// Tables and indexes always have their quotes.
QString quotedName(const QString &name);
// 'O''Neill', 12, true; nothing for what has no short literal.
QString partiqlLiteral(document::ValueView value);

} // namespace stator::ui
