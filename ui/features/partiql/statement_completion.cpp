#include "features/partiql/statement_completion.h"

#include "features/partiql/partiql_samples.h"
#include "features/partiql/statement_text.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

QStringList completionsAt(const QString &text, qsizetype cursor, const QList<TableSummary> &tables, const KnownTable *known)
{
    // What stands before the word decides what may follow.
    QString before;
    QString beforeThat;
    for (const Token &token : tokensOf(QStringView(text).left(cursor))) {
        if (token.kind == TokenKind::Space || token.kind == TokenKind::Comment)
            continue;
        beforeThat = before;
        before = nameOf(token, text);
    }
    QStringList words;
    const QString upper = before.toUpper();
    if (upper == "FROM"_L1 || upper == "INTO"_L1 || upper == "UPDATE"_L1) {
        for (const TableSummary &table : tables)
            words.append(quotedName(table.name));
        return words;
    }
    if (before == "."_L1) {
        for (const TableSummary &table : tables)
            if (table.name == beforeThat)
                for (const QString &index : table.indexes)
                    words.append(quotedName(index));
        return words;
    }
    if (known)
        for (const QString &attribute : known->attributes)
            words.append(partiqlName(attribute));
    return words + partiqlKeywords() + partiqlFunctions();
}

} // namespace stator::ui
