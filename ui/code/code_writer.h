// The writers by name, and what all of them share: joining parts into lines, names in other spellings, quotes.
//
// Internal to code/.
#pragma once

#include <QtCore/QStringList>

#include "code/code_tree.h"

namespace stator::ui::code {

QString cliCode(const Request &request);
QString pythonCode(const Request &request);
QString javaScriptCode(const Request &request);
QString javaCode(const Request &request);
QString goCode(const Request &request);
QString rustCode(const Request &request);
QString cppCode(const Request &request);
QString csharpCode(const Request &request);

// "{ a, b }" on one line if it fits, else a line for each part, with `last` behind the last one.
QString grouped(const QString &open, const QStringList &parts, const QString &close, const QString &last = QStringLiteral(","));
// The same with a space inside the brackets where it stays on one line.
QString spaced(const QString &open, const QStringList &parts, const QString &close);
// Every line, four spaces in.
QString indented(const QString &text);

// "GetItem" → "get-item" or "get_item"; "SSESpecification" → "sseSpecification" or "SseSpecification".
QString hyphenated(const QString &name);
QString snakeCase(const QString &name);
QString camelCase(const QString &name);
QString pascalCase(const QString &name);

// In double quotes, with the escapes all C-like languages share; control characters as \uXXXX.
QString doubleQuoted(const QString &text);
// The same in double quotes with \u{X}, as Rust has them; JavaScript and others take doubleQuoted().
QString rustQuoted(const QString &text);
QString base64(const QByteArray &bytes);
// "0x01, 0xff"
QString hexList(const QByteArray &bytes);

} // namespace stator::ui::code
