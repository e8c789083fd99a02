// PartiQL as the editor sees it: tokens for colours and completion, statements for running, parameters to fill in.
// It judges no grammar; the service does.
//
// Threads: any.
#pragma once

#include <vector>

#include <QString>
#include <QStringView>

namespace stator::ui {

enum class TokenKind : unsigned char {
    Space,
    Comment,
    Keyword,  // SELECT, FROM, …
    Function, // begins_with, size, …
    Name,
    QuotedName, // "Music"
    Text,       // 'Acme'
    Number,
    Word, // true, false, null, MISSING
    Parameter,
    Separator, // ; between statements
    Sign,
    Broken, // a quote that does not end
};

struct Token {
    TokenKind kind = TokenKind::Space;
    qsizetype at = 0;
    qsizetype length = 0;

    qsizetype end() const { return at + length; }
    QStringView of(QStringView text) const { return text.mid(at, length); }
};

// Covers the whole text, in order.
std::vector<Token> tokensOf(QStringView text);

// A name as written: without its double quotes, "" read as ".
QString nameOf(const Token &token, QStringView text);
bool isWord(const Token &token, QStringView text, QStringView upperCase);

struct Statement {
    QString text; // without the comments and spaces around it
    qsizetype at = 0;
    qsizetype end = 0; // behind its last character
    int parameters = 0;

    bool operator==(const Statement &) const = default;
};

// Statements end with ;, with an empty line, or where a line begins another one.
std::vector<Statement> statementsOf(QStringView text);
// The one the cursor is in or behind; -1: there is none.
int statementAt(const std::vector<Statement> &statements, qsizetype cursor);

const QStringList &partiqlKeywords();
const QStringList &partiqlFunctions();

} // namespace stator::ui
