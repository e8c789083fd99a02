#include "features/partiql/statement_fault.h"

#include <algorithm>

#include "features/partiql/statement_plan.h"

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

using Tokens = std::vector<Token>;

StatementFault of(const Token &token)
{
    return {token.at, token.length};
}

const Token *firstOfKind(const Tokens &tokens, TokenKind kind)
{
    const auto found = std::find_if(tokens.begin(), tokens.end(), [kind](const Token &token) { return token.kind == kind; });
    return found == tokens.end() ? nullptr : &*found;
}

const Token *firstNamed(const Tokens &tokens, const QString &text, const QString &name)
{
    const auto found = std::find_if(tokens.begin(), tokens.end(), [&](const Token &token) {
        return token.kind != TokenKind::Space && token.kind != TokenKind::Text && nameOf(token, text).compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == tokens.end() ? nullptr : &*found;
}

const Token *lastMeaningful(const Tokens &tokens)
{
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token)
        if (token->kind != TokenKind::Space && token->kind != TokenKind::Comment)
            return &*token;
    return nullptr;
}

// Of the words behind the last colon, or in quotes, the first that the statement has.
const Token *namedByMessage(const Tokens &tokens, const QString &text, const QString &message)
{
    const qsizetype colon = message.lastIndexOf(u':');
    const QString tail = colon < 0 ? message : message.mid(colon + 1);
    for (const Token &word : tokensOf(tail)) {
        if (word.kind != TokenKind::Name && word.kind != TokenKind::QuotedName && word.kind != TokenKind::Keyword &&
            word.kind != TokenKind::Function)
            continue;
        const QString name = nameOf(word, tail);
        // Small words of the sentence itself are not what it speaks of.
        if (colon < 0 && word.kind != TokenKind::QuotedName)
            continue;
        if (const Token *found = firstNamed(tokens, text, name))
            return found;
    }
    return nullptr;
}

} // namespace

StatementFault faultOf(const QString &statement, const QString &code, const QString &message)
{
    const Tokens tokens = tokensOf(statement);
    const StatementFault whole{0, statement.size()};
    if (const Token *broken = firstOfKind(tokens, TokenKind::Broken))
        return of(*broken);
    if (code == "ResourceNotFoundException"_L1 || code == "ResourceNotFound"_L1) {
        Statement one;
        one.text = statement;
        if (const Token *table = firstNamed(tokens, statement, targetOf(one).table))
            return of(*table);
    }
    const bool isWhere = message.contains("where clause"_L1, Qt::CaseInsensitive) || message.contains("mandatory equality"_L1);
    if (isWhere) {
        const Token *where = firstNamed(tokens, statement, u"WHERE"_s);
        return where ? of(*where) : whole;
    }
    if (message.contains("parameters"_L1, Qt::CaseInsensitive))
        if (const Token *parameter = firstOfKind(tokens, TokenKind::Parameter))
            return of(*parameter);
    if (message.contains("end of statement"_L1))
        if (const Token *last = lastMeaningful(tokens))
            return of(*last);
    if (message.contains("Unexpected token"_L1) || message.contains("Unexpected keyword"_L1)) {
        // Words of SQL that PartiQL for DynamoDB does not have.
        for (const QString &word : {u"LIMIT"_s, u"OFFSET"_s, u"GROUP"_s, u"HAVING"_s, u"JOIN"_s, u"LIKE"_s, u"UNION"_s, u"DISTINCT"_s, u"AS"_s})
            if (const Token *foreign = firstNamed(tokens, statement, word))
                return of(*foreign);
    }
    if (message.contains("data manipulation"_L1) && !tokens.empty())
        return of(tokens.front());
    if (const Token *named = namedByMessage(tokens, statement, message))
        return of(*named);
    return whole;
}

} // namespace stator::ui
