#include "features/partiql/statement_text.h"

#include <algorithm>

namespace stator::ui {

using namespace Qt::StringLiterals;

namespace {

bool isNameStart(QChar letter)
{
    return letter.isLetter() || letter == u'_' || letter == u'$';
}

bool isNamePart(QChar letter)
{
    return isNameStart(letter) || letter.isDigit();
}

// Behind the quote that closes the one at `at`; doubled quotes belong to the text. -1: it does not end.
qsizetype endOfQuoted(QStringView text, qsizetype at)
{
    const QChar quote = text.at(at);
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text.at(i) != quote)
            continue;
        if (i + 1 < text.size() && text.at(i + 1) == quote)
            ++i;
        else
            return i + 1;
    }
    return -1;
}

qsizetype endOfNumber(QStringView text, qsizetype at)
{
    qsizetype i = at;
    while (i < text.size() && (text.at(i).isDigit() || text.at(i) == u'.'))
        ++i;
    if (i < text.size() && text.at(i).toLower() == u'e') {
        qsizetype exponent = i + 1;
        if (exponent < text.size() && (text.at(exponent) == u'+' || text.at(exponent) == u'-'))
            ++exponent;
        if (exponent < text.size() && text.at(exponent).isDigit()) {
            while (exponent < text.size() && text.at(exponent).isDigit())
                ++exponent;
            i = exponent;
        }
    }
    return i;
}

TokenKind kindOfName(QStringView name)
{
    static const QStringList words{u"TRUE"_s, u"FALSE"_s, u"NULL"_s, u"MISSING"_s};
    const QString upper = name.toString().toUpper();
    if (words.contains(upper))
        return TokenKind::Word;
    if (partiqlKeywords().contains(upper))
        return TokenKind::Keyword;
    if (partiqlFunctions().contains(upper.toLower()))
        return TokenKind::Function;
    return TokenKind::Name;
}

Token tokenAt(QStringView text, qsizetype at)
{
    const QChar letter = text.at(at);
    qsizetype end = at + 1;
    TokenKind kind = TokenKind::Sign;
    if (letter.isSpace()) {
        kind = TokenKind::Space;
        while (end < text.size() && text.at(end).isSpace())
            ++end;
    } else if (letter == u'-' && end < text.size() && text.at(end) == u'-') {
        kind = TokenKind::Comment;
        while (end < text.size() && text.at(end) != u'\n')
            ++end;
    } else if (letter == u'\'' || letter == u'"') {
        end = endOfQuoted(text, at);
        kind = end < 0 ? TokenKind::Broken : letter == u'"' ? TokenKind::QuotedName : TokenKind::Text;
        end = end < 0 ? text.size() : end;
    } else if (letter.isDigit() || (letter == u'.' && end < text.size() && text.at(end).isDigit())) {
        kind = TokenKind::Number;
        end = endOfNumber(text, at);
    } else if (isNameStart(letter)) {
        while (end < text.size() && isNamePart(text.at(end)))
            ++end;
        kind = kindOfName(text.mid(at, end - at));
    } else if (letter == u'?') {
        kind = TokenKind::Parameter;
    } else if (letter == u';') {
        kind = TokenKind::Separator;
    } else if (end < text.size() && QStringList{u"<>"_s, u"!="_s, u"<="_s, u">="_s, u"<<"_s, u">>"_s}.contains(text.mid(at, 2).toString())) {
        ++end;
    }
    return {kind, at, end - at};
}

// SELECT, INSERT, UPDATE and DELETE stand inside no statement but in EXISTS(…).
bool opensStatement(const Token &token, QStringView text)
{
    return token.kind == TokenKind::Keyword && (isWord(token, text, u"SELECT") || isWord(token, text, u"INSERT") ||
                                                isWord(token, text, u"UPDATE") || isWord(token, text, u"DELETE"));
}

bool isEmptyLine(const Token &token, QStringView text)
{
    return token.kind == TokenKind::Space && token.of(text).count(u'\n') > 1;
}

} // namespace

const QStringList &partiqlKeywords()
{
    static const QStringList keywords{u"SELECT"_s, u"FROM"_s,  u"WHERE"_s,  u"ORDER"_s,     u"BY"_s,   u"ASC"_s,    u"DESC"_s,
                                      u"INSERT"_s, u"INTO"_s,  u"VALUE"_s,  u"UPDATE"_s,    u"SET"_s,  u"REMOVE"_s, u"DELETE"_s,
                                      u"AND"_s,    u"OR"_s,    u"NOT"_s,    u"BETWEEN"_s,   u"IN"_s,   u"IS"_s,     u"RETURNING"_s,
                                      u"ALL"_s,    u"OLD"_s,   u"NEW"_s,    u"MODIFIED"_s,  u"EXISTS"_s};
    return keywords;
}

const QStringList &partiqlFunctions()
{
    static const QStringList functions{u"attribute_type"_s, u"begins_with"_s, u"contains"_s,  u"size"_s,
                                       u"list_append"_s,    u"set_add"_s,     u"set_delete"_s};
    return functions;
}

std::vector<Token> tokensOf(QStringView text)
{
    std::vector<Token> tokens;
    for (qsizetype at = 0; at < text.size(); at = tokens.back().end())
        tokens.push_back(tokenAt(text, at));
    return tokens;
}

QString nameOf(const Token &token, QStringView text)
{
    const QStringView written = token.of(text);
    if (token.kind != TokenKind::QuotedName)
        return written.toString();
    return written.mid(1, written.size() - 2).toString().replace(u"\"\""_s, u"\""_s);
}

bool isWord(const Token &token, QStringView text, QStringView upperCase)
{
    return token.of(text).compare(upperCase, Qt::CaseInsensitive) == 0;
}

std::vector<Statement> statementsOf(QStringView text)
{
    std::vector<Statement> statements;
    Statement open;
    bool isOpen = false;
    const auto close = [&] {
        if (!std::exchange(isOpen, false))
            return;
        open.text = text.mid(open.at, open.end - open.at).toString();
        statements.push_back(std::exchange(open, {}));
    };
    int depth = 0;
    bool isLineStart = true;
    for (const Token &token : tokensOf(text)) {
        if (token.kind == TokenKind::Separator || isEmptyLine(token, text)) {
            close();
            depth = 0;
            isLineStart = true;
            continue;
        }
        if (token.kind == TokenKind::Space)
            isLineStart = isLineStart || token.of(text).contains(u'\n');
        else if (std::exchange(isLineStart, false) && depth == 0 && opensStatement(token, text))
            close();
        if (token.kind == TokenKind::Sign)
            depth += token.of(text) == u"(" ? 1 : token.of(text) == u")" ? -1 : 0;
        if (token.kind == TokenKind::Space || token.kind == TokenKind::Comment)
            continue;
        if (!std::exchange(isOpen, true))
            open.at = token.at;
        open.end = token.end();
        open.parameters += token.kind == TokenKind::Parameter ? 1 : 0;
    }
    close();
    return statements;
}

int statementAt(const std::vector<Statement> &statements, qsizetype cursor)
{
    int found = statements.empty() ? -1 : 0;
    for (std::size_t i = 0; i < statements.size(); ++i)
        if (statements[i].at <= cursor)
            found = static_cast<int>(i);
    return found;
}

} // namespace stator::ui
