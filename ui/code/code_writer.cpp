#include "code/code_writer.h"

#include <QtCore/QRegularExpression>

namespace stator::ui::code {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLineLength = 72;

bool fitsOneLine(const QStringList &parts, qsizetype around)
{
    qsizetype length = around;
    for (const QString &part : parts) {
        if (part.contains(u'\n'))
            return false;
        length += part.size() + 2;
    }
    return length <= kLineLength;
}

QStringList wordsOf(const QString &name)
{
    static const QRegularExpression word(u"S3|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+"_s);
    QStringList words;
    for (auto found = word.globalMatch(name); found.hasNext();)
        words.append(found.next().captured().toLower());
    return words;
}

template <class Control>
QString quoted(const QString &text, Control control)
{
    QString out = u"\""_s;
    for (const QChar letter : text) {
        switch (letter.unicode()) {
        case u'"':
            out += u"\\\""_s;
            break;
        case u'\\':
            out += u"\\\\"_s;
            break;
        case u'\n':
            out += u"\\n"_s;
            break;
        case u'\r':
            out += u"\\r"_s;
            break;
        case u'\t':
            out += u"\\t"_s;
            break;
        // Ends a line for some languages, also inside a string.
        case 0x2028:
        case 0x2029:
        case 0x7f:
            out += control(letter.unicode());
            break;
        default:
            out += letter.unicode() < 0x20 ? control(letter.unicode()) : QString(letter);
            break;
        }
    }
    return out + u'"';
}

} // namespace

QString indented(const QString &text)
{
    QString out = u"    "_s;
    for (const QChar letter : text) {
        out += letter;
        if (letter == u'\n')
            out += u"    "_s;
    }
    return out;
}

QString grouped(const QString &open, const QStringList &parts, const QString &close, const QString &last)
{
    if (fitsOneLine(parts, open.size() + close.size()))
        return open + parts.join(u", "_s) + close;
    QString out = open + u'\n';
    for (qsizetype i = 0; i < parts.size(); ++i)
        out += indented(parts.at(i)) + (i + 1 < parts.size() ? u","_s : last) + u'\n';
    return out + close;
}

QString spaced(const QString &open, const QStringList &parts, const QString &close)
{
    if (parts.isEmpty())
        return open + close;
    if (fitsOneLine(parts, open.size() + close.size() + 2))
        return open + u' ' + parts.join(u", "_s) + u' ' + close;
    return grouped(open, parts, close);
}

QString hyphenated(const QString &name)
{
    return wordsOf(name).join(u'-');
}

QString snakeCase(const QString &name)
{
    return wordsOf(name).join(u'_');
}

QString camelCase(const QString &name)
{
    QStringList words = wordsOf(name);
    for (qsizetype i = 1; i < words.size(); ++i)
        words[i][0] = words[i][0].toUpper();
    return words.join(QString());
}

QString pascalCase(const QString &name)
{
    QString text = camelCase(name);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString doubleQuoted(const QString &text)
{
    return quoted(text, [](char16_t control) { return u"\\u%1"_s.arg(uint(control), 4, 16, QLatin1Char('0')); });
}

QString rustQuoted(const QString &text)
{
    return quoted(text, [](char16_t control) { return u"\\u{%1}"_s.arg(uint(control), 0, 16); });
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QString hexList(const QByteArray &bytes)
{
    QStringList list;
    for (const char byte : bytes)
        list.append(u"0x%1"_s.arg(uint(static_cast<unsigned char>(byte)), 2, 16, QLatin1Char('0')));
    return list.join(u", "_s);
}

} // namespace stator::ui::code
