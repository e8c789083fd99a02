// "Where is my table?": a request for a table that is not in its region, but in another.
#pragma once

#include <QString>
#include <QStringList>

#include "code/code.h"

namespace stator::ui {

class ConnectionList;
class TableDirectory;

// Regions of the connection, other than `region`, that have a table of this name.
QStringList regionsWithTable(const QString &table, const QString &connection, const QString &region,
                             ConnectionList &connections, const TableDirectory &tables);

// The one line that sends a client to `region`; code, not translated.
QString regionFix(const QString &region, code::Language language);

// A table as requests name it: the name, or the end of its ARN.
QString plainTableName(const QString &nameOrArn);

} // namespace stator::ui
